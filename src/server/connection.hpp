// One connection and its HTTP/1.1 requests, one after the other (RFC 9112).
#pragma once

#include "deferred_writes.hpp"
#include "open_connection.hpp"
#include "request_reader.hpp"
#include "site.hpp"
#include "socket.hpp"

#include <pajthy/handler/address_counts.hpp>
#include <pajthy/limits.hpp>
#include <pajthy/server/timer_wheel.hpp>
#include <pajthy/server/trusted_proxies.hpp>

#include <memory>
#include <optional>
#include <string>

namespace pajthy
{

/// Memory for a request_reader, which is used again for the next request.
using reader_slot = std::unique_ptr<std::optional<request_reader>>;

/// What connections share. All that it refers to must outlive them.
struct server_context
{
    site& pages;
    handler& api;
    const trusted_proxies& proxies;
    const struct limits& limits;
    timer_wheel& wheel;
    open_connections& connections;
    deferred_writes& deferred;
    struct counters& counters;
    now_function now;
    std::string hsts{};           // Strict-Transport-Security of responses over TLS; empty: none
    bool stopping = false;        // each connection closes after the response that it is at
    bool single_response = false; // each connection closes after its first response

    std::size_t all_list_bytes = 0; // in all readers, of request bodies that list topics
    reader_slot spare_reader{};     // one is enough as long as no request comes in pieces
};

/// Serves `socket` until it closes, or until it becomes a websocket, which then lives on by itself.
/// Returns at once. `place` is held as long.
void serve_connection(stream_socket socket, asio::ip::address peer, address_counts::hold place,
                      server_context& context);

} // namespace pajthy
