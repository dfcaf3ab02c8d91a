#include "listener.hpp"

#include <pajthy/log.hpp>

#include <boost/asio/ip/v6_only.hpp>

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <utility>

namespace pajthy
{
namespace
{

using boost::system::error_code;

// With a single one in each turn of the loop, new connections would wait for seconds while hundreds
// of connections are busy.
constexpr int max_accepted_per_turn = 32;

} // namespace

listener::listener(asio::io_context& loop, tcp::endpoint where, admit_function admit)
    : admit_(std::move(admit)), acceptor_(loop), retry_timer_(loop)
{
    open(std::move(where));
}

void listener::open(tcp::endpoint where)
{
    error_code error;
    acceptor_.open(where.protocol(), error);
    if (error == asio::error::address_family_not_supported && where.address().is_unspecified())
    {
        where.address(asio::ip::address_v4::any()); // a machine without IPv6
        acceptor_.open(where.protocol());
    }
    else if (error)
    {
        throw boost::system::system_error(error);
    }
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    if (where.address().is_unspecified() && where.address().is_v6())
        acceptor_.set_option(asio::ip::v6_only(false));
    acceptor_.bind(where);
    acceptor_.set_option(tcp::no_delay(true)); // the accepted sockets inherit it
    acceptor_.listen(asio::socket_base::max_listen_connections);
    acceptor_.non_blocking(true); // for `admit_all`
}

void listener::accept()
{
    acceptor_.async_accept(peer_,
                           [this](error_code error, stream_socket socket)
                           {
                               is_waiting_ = false;
                               if (!error)
                                   error = admit_all(std::move(socket));
                               if (error && error != asio::error::would_block)
                                   retry_later(error);
                               else
                                   accept();
                           });
    is_waiting_ = true;
}

void listener::close() noexcept
{
    error_code ignored;
    acceptor_.close(ignored);
    retry_timer_.cancel();
}

// Accepts more connections after the first, until there is none, or enough for this turn.
error_code listener::admit_all(stream_socket first)
try
{
    if (is_failing_)
        log::info("accepting connections again");
    is_failing_ = false;
    retry_delay_ = min_retry_delay;
    admit(std::move(first));
    for (int more = max_accepted_per_turn; more != 0; --more)
    {
        error_code error;
        auto next = acceptor_.accept(peer_, error);
        if (error)
            return error;
        admit(std::move(next));
    }
    return {};
}
catch (const std::bad_alloc&)
{
    return boost::system::errc::make_error_code(boost::system::errc::not_enough_memory);
}

void listener::admit(stream_socket socket)
try
{
    admit_(std::move(socket), peer_.address());
}
catch (const std::bad_alloc&) // only this connection is lost
{
    log::error("unexpected: out of memory");
}
catch (const std::exception& e)
{
    log::error(std::string("unexpected: ") + e.what());
}

// Out of descriptors or memory. Logs it once, and tries again after a growing delay.
void listener::retry_later(error_code why)
{
    if (!acceptor_.is_open())
        return;
    if (!is_failing_)
        log::warning("cannot accept connections: " + why.message());
    is_failing_ = true;
    retry_timer_.expires_after(retry_delay_);
    retry_delay_ = std::min(retry_delay_ * 2, max_retry_delay);
    retry_timer_.async_wait(
        [this](error_code)
        {
            is_waiting_ = false;
            if (acceptor_.is_open())
                accept();
        });
    is_waiting_ = true;
}

} // namespace pajthy
