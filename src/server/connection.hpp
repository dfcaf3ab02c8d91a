// One connection and its HTTP/1.1 requests, one after the other (RFC 9112).
#pragma once

#include "guest.hpp"
#include "request_reader.hpp"
#include "site.hpp"
#include "socket.hpp"
#include "turn_end.hpp"

#include <pajthy/handler/address_counts.hpp>
#include <pajthy/limits.hpp>
#include <pajthy/server/timer_wheel.hpp>
#include <pajthy/server/trusted_proxies.hpp>

#include <memory>
#include <optional>
#include <string>

namespace pajthy
{

/// Room for what reads a request.
using reader_box = std::unique_ptr<std::optional<request_reader>>;

/// What every connection is served with; all of it outlives them.
struct house
{
    site& pages;
    handler& api;
    const trusted_proxies& proxies;
    const limits& most;
    timer_wheel& wheel;
    guest_list& guests;
    turn_end& turn;
    counters& counted;
    now_function now;
    std::string hsts{};        // of answers over TLS; empty for none
    bool closing = false;      // the server stops: one answer more, and no request after it
    bool answers_once = false; // each connection is closed after its first answer

    std::size_t lists = 0;     // bytes that all readers hold of bodies which list topics
    reader_box spare_reader{}; // serves one connection after the other, as long as none has to wait
};

/// Serves `socket` until it is closed, or until it has become a websocket, which lives on by
/// itself. Returns at once. `place` is held as long.
void serve_connection(stream_socket socket, asio::ip::address peer, address_counts::place place,
                      house& in);

} // namespace pajthy
