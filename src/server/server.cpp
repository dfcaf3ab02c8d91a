#include <pajthy/server/server.hpp>

#include "connection.hpp"
#include "descriptor_states.hpp"
#include "guest.hpp"
#include "memory_return.hpp"
#include "site.hpp"
#include "socket.hpp"
#include "turn_end.hpp"

#include <pajthy/log.hpp>
#include <pajthy/task.hpp>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <utility>

namespace pajthy
{
namespace
{

using asio::ip::tcp;
using boost::system::error_code;
using acceptor = asio::basic_socket_acceptor<tcp, executor>;
using waitable_timer = asio::basic_waitable_timer<clock, asio::wait_traits<clock>, executor>;

constexpr std::size_t spare_descriptors = 64;

// In one turn of the loop. A single one would keep newcomers waiting for seconds while hundreds of
// busy connections have their turn.
constexpr int accepted_at_once = 32;

constexpr std::size_t ticks_between_looks = 10; // at how much memory could be given back

constexpr std::chrono::milliseconds shortest_pause{10};
constexpr std::chrono::milliseconds longest_pause{1'000};

// At a stop the pages come back by themselves: one after the other, though the last no
// later than this.
constexpr std::chrono::milliseconds leave_apart{2};
constexpr std::chrono::seconds leave_within{2};

// As many as the system lets us have.
std::size_t raise_descriptor_limit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1024;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

std::size_t most_connections(const http_limits& most)
{
    if (most.connections != 0)
        return most.connections;
    return std::max(raise_descriptor_limit(), 2 * spare_descriptors) - spare_descriptors;
}

void note(const std::exception& failure)
{
    log::error(std::string("unexpected: ") + failure.what());
}

} // namespace

// The loop and what waits on it are the last members: they die first, and every connection with
// them.
class server::implementation
{
public:
    implementation(server_settings settings, handler& api, const asset_catalogue& pages)
        : settings_(std::move(settings)), wheel_(clock::now()), api_(api),
          site_(settings_.base_path, api, pages, counters_),
          house_{site_,   api,   settings_.proxies, settings_.limits, wheel_,
                 guests_, turn_, counters_,         clock::now},
          most_connections_(most_connections(settings_.limits.http)),
          connections_of_address_(settings_.limits.address.connections), acceptor_(loop_),
          ticker_(loop_), rest_(loop_), signals_(loop_, SIGTERM, SIGINT)
    {
        auto where = settings_.address;
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
        acceptor_.set_option(acceptor::reuse_address(true));
        if (where.address().is_unspecified() && where.address().is_v6())
            acceptor_.set_option(asio::ip::v6_only(false));
        acceptor_.bind(where);
        acceptor_.set_option(tcp::no_delay(true)); // which those that are accepted inherit
        acceptor_.listen(asio::socket_base::max_listen_connections);
        acceptor_.non_blocking(true); // for those behind the first of a turn
    }

    tcp::endpoint address() const { return acceptor_.local_endpoint(); }

    void run()
    {
        await_signal();
        accept();
        tick();
        for (bool over = false; !over;)
        {
            try
            {
                loop_.run();
                over = true;
            }
            catch (const std::exception& e) // costs one connection, and not the others
            {
                note(e);
            }
        }
    }

    void stop()
    {
        asio::post(loop_, [this] { begin_stop(); });
    }

private:
    void accept()
    {
        acceptor_.async_accept(newcomer_,
                               [this](error_code error, stream_socket socket)
                               {
                                   if (!error)
                                       error = welcome_all(std::move(socket));
                                   if (error && error != asio::error::would_block)
                                       pause_accepting(error);
                                   else
                                       accept();
                               });
    }

    // And those behind the first, until there is none, or enough for this turn.
    error_code welcome_all(stream_socket first)
    try
    {
        if (failing_)
            log::info("accepting connections again");
        failing_ = false;
        pause_ = shortest_pause;
        welcome(std::move(first));
        for (int more = accepted_at_once; more != 0; --more)
        {
            error_code error;
            auto next = acceptor_.accept(newcomer_, error);
            if (error)
                return error;
            welcome(std::move(next));
        }
        return {};
    }
    catch (const std::bad_alloc&)
    {
        return boost::system::errc::make_error_code(boost::system::errc::not_enough_memory);
    }

    // Out of descriptors or memory: say so once and try again, never in a hurry.
    void pause_accepting(error_code why)
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
                if (acceptor_.is_open())
                    accept();
            });
    }

    // Serves it, unless one of these is too much.
    void welcome(stream_socket socket)
    try
    {
        const auto peer = unmapped(newcomer_.address());
        descriptors_.make_room(loop_, counters_.connections_open.now());
        if (counters_.connections_open.now() >= most_connections_)
        {
            log::warning("a connection too many is closed");
            return;
        }
        // A proxy brings the connections of many; what they hold beyond that counts by client.
        auto place = settings_.proxies.contains(peer) ? std::optional(address_counts::place())
                                                      : connections_of_address_.take(peer);
        if (!place)
        {
            log::info("a connection too many from one address is closed");
            return;
        }
        serve_connection(std::move(socket), peer, *std::move(place), house_);
    }
    catch (const std::exception& e)
    {
        note(e); // this one is lost, the next is not
    }

    void tick()
    {
        ticker_.expires_after(timer_wheel::step);
        ticker_.async_wait(
            [this](error_code)
            {
                try
                {
                    const auto now = clock::now();
                    wheel_.advance(now);
                    log::write_repeats(now);
                    when_done(api_.tick(), [this](task<void>& done) { end_of_tick(done); });
                }
                catch (const std::exception& e) // without an end of this tick there is no next
                {
                    note(e);
                    tick();
                }
            });
    }

    void end_of_tick(task<void>& done)
    {
        try
        {
            done.get();
        }
        catch (const std::exception& e)
        {
            note(e);
        }
        if (++ticks_ % ticks_between_looks == 0 &&
            memory_.is_due(counters_.connections_open.now() + api_.sessions()))
        {
            api_.forget_views();
            memory_.give_back();
        }
        if (house_.closing && guests_.empty())
        {
            signals_.cancel(); // nothing else keeps the loop
            rest_.cancel();
            return;
        }
        if (out_of_patience_ && clock::now() >= *out_of_patience_)
            throw_everybody_out();
        tick();
    }

    // The first asks for an orderly end, a second for one at once.
    void await_signal()
    {
        signals_.async_wait(
            [this](error_code error, int)
            {
                if (error)
                    return;
                if (house_.closing)
                {
                    log::warning("stopping at once");
                    loop_.stop();
                    return;
                }
                begin_stop();
                await_signal();
            });
    }

    void begin_stop()
    {
        if (house_.closing)
            return;
        log::info("stopping");
        house_.closing = true;
        error_code ignored;
        acceptor_.close(ignored);

        const auto guests = static_cast<long>(guests_.size());
        const clock::duration all = std::min<clock::duration>(guests * leave_apart, leave_within);
        auto when = clock::now();
        for (auto& someone : guests_)
        {
            someone.leave(when);
            when += all / guests;
        }
        if (settings_.limits.stop.count() != 0)
            out_of_patience_ = clock::now() + settings_.limits.stop;
    }

    void throw_everybody_out()
    {
        out_of_patience_.reset();
        log::warning("stopping: some connections did not end in time");
        for (auto& someone : guests_)
            someone.throw_out();
    }

    server_settings settings_;
    timer_wheel wheel_;
    guest_list guests_;
    counters counters_;
    handler& api_;
    site site_;
    house house_;
    std::size_t most_connections_;
    address_counts connections_of_address_;
    std::optional<time_point> out_of_patience_;
    tcp::endpoint newcomer_; // whoever is accepted
    memory_return memory_;
    descriptor_states descriptors_;
    std::size_t ticks_ = 0;
    milliseconds pause_ = shortest_pause;
    bool failing_ = false;                                         // to accept
    asio::io_context loop_{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO}; // one thread does all of it
    acceptor acceptor_;
    waitable_timer ticker_;
    waitable_timer rest_; // from accepting
    asio::basic_signal_set<executor> signals_;
    turn_end turn_; // holds connections
};

server::server(server_settings settings, handler& api, const asset_catalogue& pages)
    : self_(std::make_unique<implementation>(std::move(settings), api, pages))
{}

server::~server() = default;

tcp::endpoint server::address() const
{
    return self_->address();
}

void server::run()
{
    self_->run();
}

void server::stop()
{
    self_->stop();
}

} // namespace pajthy
