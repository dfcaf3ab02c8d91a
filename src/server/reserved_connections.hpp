// Connections that are reserved for operations, for when no other connection is free.
#pragma once

#include "connection.hpp"
#include "open_connection.hpp"
#include "site.hpp"
#include "socket.hpp"

#include <pajthy/limits.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>

namespace pajthy
{

/// Each connection gets one response here, within a short time. When all of them are in use, a new
/// one replaces the oldest: a health check sends its request at once, and a connection that only
/// stays open keeps nobody out.
class reserved_connections
{
public:
    /// Responds as `pages` does, and otherwise serves as `base` does; both must outlive this.
    reserved_connections(std::size_t max, site& pages, const server_context& base)
        : max_(max),
          limits_(with_short_timeouts(base.limits)), context_{.pages = pages,
                                                              .api = base.api,
                                                              .proxies = base.proxies,
                                                              .limits = limits_,
                                                              .wheel = base.wheel,
                                                              .connections = connections_,
                                                              .deferred = base.deferred,
                                                              .counters = base.counters,
                                                              .now = base.now,
                                                              .single_response = true}
    {}
    reserved_connections(const reserved_connections&) = delete;
    reserved_connections& operator=(const reserved_connections&) = delete;

    void serve(stream_socket socket, asio::ip::address peer)
    {
        if (connections_.size() >= max_)
        {
            auto& oldest = connections_.front();
            oldest.unlink(); // no longer counts, even if its destructor runs later
            oldest.abort();
        }
        serve_connection(std::move(socket), std::move(peer), {}, context_);
    }

    std::size_t size() const noexcept { return connections_.size(); }

    void stop(time_point websocket_close) noexcept
    {
        context_.stopping = true;
        for (auto& connection : connections_)
            connection.close_gracefully(websocket_close);
    }

    void abort_all() noexcept
    {
        for (auto& connection : connections_)
            connection.abort();
    }

private:
    static constexpr std::chrono::seconds max_timeout{2};

    static limits with_short_timeouts(limits base)
    {
        for (auto* timeout : {&base.http.head, &base.http.body, &base.http.response})
            *timeout =
                timeout->count() == 0 ? max_timeout : std::min<milliseconds>(*timeout, max_timeout);
        return base;
    }

    std::size_t max_;
    limits limits_;
    open_connections connections_;
    server_context context_;
};

} // namespace pajthy
