#include <pajthy/server/server.hpp>

#include "connection.hpp"
#include "descriptor_limit.hpp"
#include "descriptor_states.hpp"
#include "guest.hpp"
#include "listener.hpp"
#include "memory_return.hpp"
#include "operations_desk.hpp"
#include "site.hpp"
#include "socket.hpp"
#include "turn_end.hpp"

#include <pajthy/log.hpp>
#include <pajthy/task.hpp>

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>

#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

namespace pajthy
{
namespace
{

using asio::ip::tcp;
using boost::system::error_code;
using waitable_timer = asio::basic_waitable_timer<clock, asio::wait_traits<clock>, executor>;

constexpr std::size_t ticks_between_looks = 10; // at how much memory could be given back

// At a stop the pages come back by themselves: one after the other, though the last no
// later than this.
constexpr std::chrono::milliseconds leave_apart{2};
constexpr std::chrono::seconds leave_within{2};

// The most connections, and what the log says when there are as many.
struct connection_limit
{
    std::size_t most;
    std::string met;
};

connection_limit limit_of(std::size_t wanted, std::size_t descriptors)
{
    const auto possible = connections_within(descriptors);
    const bool by_option = wanted != 0 && wanted <= possible;
    const auto most = by_option ? wanted : possible;
    auto met = "a connection too many: " + std::to_string(most) + " may be open, as ";
    met.append(by_option ? "--max-connections says"
                         : "the limit on open files, " + std::to_string(descriptors) + ", allows");
    return {most, std::move(met)};
}

std::string hsts_field(std::chrono::seconds lasts)
{
    return lasts.count() == 0 ? std::string() : "max-age=" + std::to_string(lasts.count());
}

void note(const std::exception& failure) noexcept
try
{
    log::error(std::string("unexpected: ") + failure.what());
}
catch (const std::bad_alloc&)
{
    log::error("unexpected: out of memory");
}

} // namespace

// The loop and what waits on it are the last members: they die first, and every connection with
// them.
class server::implementation
{
public:
    implementation(server_settings settings, handler& api, const asset_catalogue& pages)
        : settings_(std::move(settings)), descriptors_(raise_descriptor_limit()),
          limit_(limit_of(settings_.limits.http.connections, descriptors_)), wheel_(clock::now()),
          api_(api), site_(site_settings_for(site_scope::everything), api, pages, counters_),
          house_{site_,   api,   settings_.proxies, settings_.limits, wheel_,
                 guests_, turn_, counters_,         clock::now,       hsts_field(settings_.hsts)},
          overload_site_(site_settings_for(site_scope::overload), api, pages, counters_),
          overload_desk_(places_for_operations(descriptors_), overload_site_, house_),
          operations_site_(site_settings_for(site_scope::operations), api, pages, counters_),
          operations_desk_(places_for_operations(descriptors_), operations_site_, house_),
          connections_of_address_(settings_.limits.address.connections),
          listener_(loop_, settings_.address,
                    [this](stream_socket socket, const asio::ip::address& peer)
                    { welcome(std::move(socket), unmapped(peer)); }),
          ticker_(loop_), signals_(loop_, SIGTERM, SIGINT)
    {
        if (limit_.most < settings_.limits.http.connections)
            log::warning("--max-connections " + std::to_string(settings_.limits.http.connections) +
                         " is more than the limit on open files, " + std::to_string(descriptors_) +
                         ", allows: " + std::to_string(limit_.most));
        if (settings_.metrics_address)
            listen_for_operations(*settings_.metrics_address);
    }

    tcp::endpoint address() const { return listener_.address(); }

    std::optional<tcp::endpoint> metrics_address() const
    {
        return operations_listener_ ? std::optional(operations_listener_->address()) : std::nullopt;
    }

    std::size_t descriptor_limit() const noexcept { return descriptors_; }

    std::size_t most_connections() const noexcept { return limit_.most; }

    void run()
    {
        await_signal();
        listener_.accept();
        if (operations_listener_)
            operations_listener_->accept();
        while (!loop_.stopped())
        {
            try
            {
                if (keeps_on())
                    loop_.run();
                else
                    loop_.run_for(timer_wheel::step);
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
    // Metrics are kept off the public port when they have one of their own, where there is no base
    // path.
    site_settings site_settings_for(site_scope scope) const
    {
        const bool is_public = scope != site_scope::operations;
        const auto& most = settings_.limits.session;
        return {.base_path = is_public ? settings_.base_path : "",
                .scope = scope,
                .with_metrics = !is_public || !settings_.metrics_address,
                .facts = {.version = settings_.version,
                          .commit = settings_.commit,
                          .started = started_,
                          .most_connections = limit_.most,
                          .most_sessions = most.sessions,
                          .most_text_bytes = most.text_bytes}};
    }

    void listen_for_operations(const tcp::endpoint& where)
    try
    {
        operations_listener_.emplace(loop_, where,
                                     [this](stream_socket socket, const asio::ip::address& peer) {
                                         operations_desk_.serve(std::move(socket), unmapped(peer));
                                     });
        std::ostringstream out;
        out << "metrics are at http://" << operations_listener_->address() << "/metrics";
        log::info(out.str());
    }
    catch (const boost::system::system_error& e)
    {
        std::ostringstream out;
        out << "cannot listen on " << where << " for metrics: " << e.code().message();
        throw std::runtime_error(out.str());
    }

    // Serves it, unless one of these is too much: then it may ask for operations, and nothing else.
    void welcome(stream_socket socket, asio::ip::address peer)
    {
        states_.make_room(loop_, counters_.connections_open.now());
        const auto others = overload_desk_.connections() + operations_desk_.connections();
        if (counters_.connections_open.now() >= limit_.most + others)
        {
            log::warning(limit_.met);
            refuse(std::move(socket), std::move(peer), "max-connections");
            return;
        }
        // A proxy brings the connections of many; what they hold beyond that counts by client.
        auto place = settings_.proxies.contains(peer) ? std::optional(address_counts::place())
                                                      : connections_of_address_.take(peer);
        if (!place)
        {
            const auto client = peer.to_string();
            log::warning("a connection too many from " + client + ": " +
                             std::to_string(settings_.limits.address.connections) +
                             " may be open, as --max-address-connections says",
                         {{"client", client}});
            refuse(std::move(socket), std::move(peer), "max-address-connections");
            return;
        }
        serve_connection(std::move(socket), std::move(peer), *std::move(place), house_);
    }

    void refuse(stream_socket socket, asio::ip::address peer, std::string_view limit)
    {
        counters_.connections_refused.add(limit);
        overload_desk_.serve(std::move(socket), std::move(peer));
    }

    // False if there is no memory to wait for the next tick.
    bool keeps_on() noexcept
    try
    {
        if (!ticks_on_)
            tick();
        return true;
    }
    catch (const std::exception& e)
    {
        note(e);
        return false;
    }

    void tick()
    {
        ticks_on_ = false;
        ticker_.expires_after(timer_wheel::step);
        ticker_.async_wait(
            [this](error_code)
            {
                try
                {
                    const auto now = clock::now();
                    counters_.loop_lag.add(now - ticker_.expiry());
                    wheel_.advance(now);
                    log::write_repeats(now);
                    api_.tick();
                    end_of_tick();
                }
                catch (const std::exception& e) // without an end of this tick there is no next
                {
                    note(e);
                    tick();
                }
            });
        ticks_on_ = true;
    }

    void end_of_tick()
    {
        listener_.keep_accepting();
        if (operations_listener_)
            operations_listener_->keep_accepting();
        if (++ticks_ % ticks_between_looks == 0 &&
            memory_.is_due(counters_.connections_open.now() + api_.service().usage().sessions))
        {
            api_.service().forget_views();
            memory_.give_back();
        }
        if (house_.closing && guests_.empty() && overload_desk_.connections() == 0 &&
            operations_desk_.connections() == 0)
        {
            signals_.cancel(); // nothing else keeps the loop
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
        listener_.close();
        if (operations_listener_)
            operations_listener_->close();
        for (auto* s : {&site_, &overload_site_, &operations_site_})
            s->stop();
        for (auto* desk : {&overload_desk_, &operations_desk_})
            desk->stop(clock::now());

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
        ticker_.expires_at(clock::now()); // where nobody is, there is nothing to wait for
    }

    void throw_everybody_out()
    {
        out_of_patience_.reset();
        log::warning("stopping: some connections did not end in time");
        for (auto& someone : guests_)
            someone.throw_out();
        overload_desk_.throw_everybody_out();
        operations_desk_.throw_everybody_out();
    }

    server_settings settings_;
    const unix_time started_ = today();
    std::size_t descriptors_; // that may be open
    connection_limit limit_;
    timer_wheel wheel_;
    guest_list guests_;
    counters counters_;
    handler& api_;
    site site_;
    house house_;
    site overload_site_;
    operations_desk overload_desk_; // for those beyond a limit
    site operations_site_;
    operations_desk operations_desk_; // for those who come by the listener for metrics
    address_counts connections_of_address_;
    std::optional<time_point> out_of_patience_;
    memory_return memory_;
    descriptor_states states_;
    std::size_t ticks_ = 0;
    bool ticks_on_ = false;                                        // there is a next one
    asio::io_context loop_{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO}; // one thread does all of it
    listener listener_;
    std::optional<listener> operations_listener_;
    waitable_timer ticker_;
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

std::optional<tcp::endpoint> server::metrics_address() const
{
    return self_->metrics_address();
}

std::size_t server::descriptor_limit() const noexcept
{
    return self_->descriptor_limit();
}

std::size_t server::most_connections() const noexcept
{
    return self_->most_connections();
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
