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

// In one turn of the loop. A single one would keep newcomers waiting for seconds while hundreds of
// busy connections have their turn.
constexpr int accepted_at_once = 32;

} // namespace

listener::listener(asio::io_context& loop, tcp::endpoint where, welcome take_in)
    : take_in_(std::move(take_in)), acceptor_(loop), rest_(loop)
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
    acceptor_.set_option(tcp::no_delay(true)); // which those that are accepted inherit
    acceptor_.listen(asio::socket_base::max_listen_connections);
    acceptor_.non_blocking(true); // for those behind the first of a turn
}

void listener::accept()
{
    acceptor_.async_accept(newcomer_,
                           [this](error_code error, stream_socket socket)
                           {
                               waits_ = false;
                               if (!error)
                                   error = welcome_all(std::move(socket));
                               if (error && error != asio::error::would_block)
                                   pause(error);
                               else
                                   accept();
                           });
    waits_ = true;
}

void listener::close() noexcept
{
    error_code ignored;
    acceptor_.close(ignored);
    rest_.cancel();
}

// And those behind the first, until there is none, or enough for this turn.
error_code listener::welcome_all(stream_socket first)
try
{
    if (failing_)
        log::info("accepting connections again");
    failing_ = false;
    pause_ = shortest_pause;
    take_in(std::move(first));
    for (int more = accepted_at_once; more != 0; --more)
    {
        error_code error;
        auto next = acceptor_.accept(newcomer_, error);
        if (error)
            return error;
        take_in(std::move(next));
    }
    return {};
}
catch (const std::bad_alloc&)
{
    return boost::system::errc::make_error_code(boost::system::errc::not_enough_memory);
}

void listener::take_in(stream_socket socket)
try
{
    take_in_(std::move(socket), newcomer_.address());
}
catch (const std::bad_alloc&) // this one is lost, the next is not
{
    log::error("unexpected: out of memory");
}
catch (const std::exception& e)
{
    log::error(std::string("unexpected: ") + e.what());
}

// Out of descriptors or memory: say so once and try again, never in a hurry.
void listener::pause(error_code why)
{
    if (!acceptor_.is_open())
        return;
    if (!failing_)
        log::warning("cannot accept connections: " + why.message());
    failing_ = true;
    rest_.expires_after(pause_);
    pause_ = std::min(pause_ * 2, longest_pause);
    rest_.async_wait(
        [this](error_code)
        {
            waits_ = false;
            if (acceptor_.is_open())
                accept();
        });
    waits_ = true;
}

} // namespace pajthy
