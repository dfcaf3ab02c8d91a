#include <pajthy/server/server.hpp>

#include "connection.hpp"
#include "descriptor_limit.hpp"
#include "descriptor_prealloc.hpp"
#include "open_connection.hpp"
#include "listener.hpp"
#include "heap_trimmer.hpp"
#include "reserved_connections.hpp"
#include "site.hpp"
#include "socket.hpp"
#include "deferred_writes.hpp"

#include <pajthy/log.hpp>

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

constexpr std::size_t ticks_between_heap_checks = 10;

// Pages reconnect by themselves after a stop. So their websockets close one after the other, and
// the last one no later than this.
constexpr std::chrono::milliseconds close_spacing{2};
constexpr std::chrono::seconds max_close_spread{2};

struct connection_limit
{
    std::size_t max;
    std::string warning; // for the log, when a connection is refused
};

connection_limit limit_of(std::size_t wanted, std::size_t descriptors)
{
    const auto possible = connections_within(descriptors);
    const bool by_option = wanted != 0 && wanted <= possible;
    const auto max = by_option ? wanted : possible;
    auto warning = "a connection too many: " + std::to_string(max) + " may be open, as ";
    warning.append(by_option
                       ? "--max-connections says"
                       : "the limit on open files, " + std::to_string(descriptors) + ", allows");
    return {max, std::move(warning)};
}

std::string hsts_field(std::chrono::seconds max_age)
{
    return max_age.count() == 0 ? std::string() : "max-age=" + std::to_string(max_age.count());
}

void log_failure(const std::exception& failure) noexcept
try
{
    log::error(std::string("unexpected: ") + failure.what());
}
catch (const std::bad_alloc&)
{
    log::error("unexpected: out of memory");
}

} // namespace

class server::implementation
{
public:
    implementation(asio::io_context& loop, server_settings settings, handler& api,
                   const asset_catalogue& pages)
        : loop_(loop), settings_(std::move(settings)), descriptors_(raise_descriptor_limit()),
          limit_(limit_of(settings_.limits.http.connections, descriptors_)), wheel_(clock::now()),
          api_(api), site_(site_settings_for(site_scope::everything), api, pages, counters_),
          context_{site_,
                   api,
                   settings_.proxies,
                   settings_.limits,
                   wheel_,
                   connections_,
                   deferred_,
                   counters_,
                   clock::now,
                   hsts_field(settings_.hsts)},
          overload_site_(site_settings_for(site_scope::overload), api, pages, counters_),
          overload_connections_(reserved_connections_within(descriptors_), overload_site_,
                                context_),
          operations_site_(site_settings_for(site_scope::operations), api, pages, counters_),
          operations_connections_(reserved_connections_within(descriptors_), operations_site_,
                                  context_),
          connections_of_address_(settings_.limits.address.connections),
          listener_(loop_, settings_.address,
                    [this](stream_socket socket, const asio::ip::address& peer)
                    { admit(std::move(socket), unmapped(peer)); }),
          ticker_(loop_), signals_(loop_, SIGTERM, SIGINT)
    {
        if (limit_.max < settings_.limits.http.connections)
            log::warning("--max-connections " + std::to_string(settings_.limits.http.connections) +
                         " is more than the limit on open files, " + std::to_string(descriptors_) +
                         ", allows: " + std::to_string(limit_.max));
        if (settings_.metrics_address)
            listen_for_operations(*settings_.metrics_address);
    }

    // What waits in the loop refers to this: all of it comes to its end first.
    ~implementation()
    {
        context_.stopping = true;
        listener_.close();
        if (operations_listener_)
            operations_listener_->close();
        end_connections();
        ticker_.cancel();
        error_code ignored;
        signals_.cancel(ignored);
        loop_.restart();
        while (poll_once() != 0)
            end_connections(); // one that was accepted before
    }

    tcp::endpoint address() const { return listener_.address(); }

    std::optional<tcp::endpoint> metrics_address() const
    {
        return operations_listener_ ? std::optional(operations_listener_->address()) : std::nullopt;
    }

    std::size_t descriptor_limit() const noexcept { return descriptors_; }

    std::size_t max_connections() const noexcept { return limit_.max; }

    void run()
    {
        wait_for_signal();
        listener_.accept();
        if (operations_listener_)
            operations_listener_->accept();
        while (!loop_.stopped())
        {
            try
            {
                if (ensure_tick())
                    loop_.run();
                else
                    loop_.run_for(timer_wheel::step);
            }
            catch (const std::exception& e) // costs one connection, and not the others
            {
                log_failure(e);
            }
        }
    }

    void stop()
    {
        asio::post(loop_, [this] { begin_stop(); });
    }

private:
    // If metrics have an address of their own, they are not on the public port. There is no base
    // path at that address.
    site_settings site_settings_for(site_scope scope) const
    {
        const bool is_public = scope != site_scope::operations;
        const auto& limits = settings_.limits.session;
        return {.base_path = is_public ? settings_.base_path : "",
                .scope = scope,
                .with_metrics = !is_public || !settings_.metrics_address,
                .facts = {.version = settings_.version,
                          .commit = settings_.commit,
                          .started = started_,
                          .max_connections = limit_.max,
                          .max_sessions = limits.sessions,
                          .max_text_bytes = limits.text_bytes}};
    }

    void listen_for_operations(const tcp::endpoint& where)
    try
    {
        operations_listener_.emplace(
            loop_, where,
            [this](stream_socket socket, const asio::ip::address& peer)
            { operations_connections_.serve(std::move(socket), unmapped(peer)); });
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

    // Beyond a limit, a connection is refused: it gets responses of operations alone.
    void admit(stream_socket socket, asio::ip::address peer)
    {
        prealloc_.reserve(loop_, counters_.connections_open.now());
        const auto others = overload_connections_.size() + operations_connections_.size();
        if (counters_.connections_open.now() >= limit_.max + others)
        {
            log::warning(limit_.warning);
            refuse(std::move(socket), std::move(peer), "max-connections");
            return;
        }
        // A trusted proxy brings the connections of many clients, so they do not count for its
        // address. What else these clients hold counts by client.
        auto place = settings_.proxies.contains(peer) ? std::optional(address_counts::hold())
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
        serve_connection(std::move(socket), std::move(peer), *std::move(place), context_);
    }

    void refuse(stream_socket socket, asio::ip::address peer, std::string_view limit)
    {
        counters_.connections_refused.add(limit);
        overload_connections_.serve(std::move(socket), std::move(peer));
    }

    // False if there is no memory to wait for the next tick.
    bool ensure_tick() noexcept
    try
    {
        if (!tick_pending_)
            tick();
        return true;
    }
    catch (const std::exception& e)
    {
        log_failure(e);
        return false;
    }

    void tick()
    {
        tick_pending_ = false;
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
                    tend();
                }
                catch (const std::exception& e) // otherwise there would be no next tick
                {
                    log_failure(e);
                    tick();
                }
            });
        tick_pending_ = true;
    }

    // Waits for nothing: neither for the store nor for a peer.
    void tend()
    {
        listener_.keep_accepting();
        if (operations_listener_)
            operations_listener_->keep_accepting();
        if (++ticks_ % ticks_between_heap_checks == 0 &&
            heap_.is_due(counters_.connections_open.now() + api_.service().usage().sessions))
        {
            api_.service().forget_views();
            heap_.trim();
        }
        if (context_.stopping && connections_.empty() && overload_connections_.size() == 0 &&
            operations_connections_.size() == 0)
        {
            signals_.cancel(); // the last thing that the loop waits for
            return;
        }
        if (abort_at_ && clock::now() >= *abort_at_)
            abort_all();
        tick();
    }

    // The first signal stops gracefully, the second one at once.
    void wait_for_signal()
    {
        signals_.async_wait(
            [this](error_code error, int)
            {
                if (error)
                    return;
                if (context_.stopping)
                {
                    log::warning("stopping at once");
                    loop_.stop();
                    return;
                }
                begin_stop();
                wait_for_signal();
            });
    }

    void begin_stop()
    {
        if (context_.stopping)
            return;
        log::info("stopping");
        context_.stopping = true;
        listener_.close();
        if (operations_listener_)
            operations_listener_->close();
        for (auto* s : {&site_, &overload_site_, &operations_site_})
            s->stop();
        for (auto* reserved : {&overload_connections_, &operations_connections_})
            reserved->stop(clock::now());

        const auto count = static_cast<long>(connections_.size());
        const auto spread = std::min<clock::duration>(count * close_spacing, max_close_spread);
        auto websocket_close = clock::now();
        for (auto& connection : connections_)
        {
            connection.close_gracefully(websocket_close);
            websocket_close += spread / count;
        }
        if (settings_.limits.stop.count() != 0)
            abort_at_ = clock::now() + settings_.limits.stop;
        ticker_.expires_at(clock::now()); // with no connection there is nothing to wait for
    }

    void abort_all()
    {
        abort_at_.reset();
        log::warning("stopping: some connections did not end in time");
        end_connections();
    }

    std::size_t poll_once() noexcept
    try
    {
        return loop_.poll();
    }
    catch (const std::exception& e)
    {
        log_failure(e);
        return 1;
    }

    void end_connections() noexcept
    {
        api_.service().stop(); // what waits for the store waits no more
        for (auto& connection : connections_)
            connection.abort();
        overload_connections_.abort_all();
        operations_connections_.abort_all();
    }

    asio::io_context& loop_;
    server_settings settings_;
    const unix_time started_ = today();
    std::size_t descriptors_; // that the process may have open
    connection_limit limit_;
    timer_wheel wheel_;
    open_connections connections_;
    counters counters_;
    handler& api_;
    site site_;
    server_context context_;
    site overload_site_;
    reserved_connections overload_connections_; // beyond a limit
    site operations_site_;
    reserved_connections operations_connections_; // by the listener for metrics
    address_counts connections_of_address_;
    std::optional<time_point> abort_at_;
    heap_trimmer heap_;
    descriptor_prealloc prealloc_;
    std::size_t ticks_ = 0;
    bool tick_pending_ = false;
    listener listener_;
    std::optional<listener> operations_listener_;
    waitable_timer ticker_;
    asio::basic_signal_set<executor> signals_;
    deferred_writes deferred_; // keeps connections alive
};

server::server(asio::io_context& loop, server_settings settings, handler& api,
               const asset_catalogue& pages)
    : self_(std::make_unique<implementation>(loop, std::move(settings), api, pages))
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

std::size_t server::max_connections() const noexcept
{
    return self_->max_connections();
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
