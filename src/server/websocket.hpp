// A websocket (RFC 6455) that sends events.
#pragma once

#include "connection.hpp"
#include "socket.hpp"

#include <pajthy/handler/http.hpp>

#include <memory>
#include <string>

namespace pajthy
{

/// What is still needed of a handshake that is valid and granted.
struct websocket_handshake
{
    std::string key;   // the Sec-WebSocket-Key
    std::string early; // bytes behind the handshake: the first frames, or a part of one
};

/// Sends the 101 and returns; the websocket lives on by itself until one side closes it. `place` is
/// held as long.
void open_websocket(stream_socket socket, websocket_handshake handshake,
                    std::unique_ptr<ticket> granted, address_counts::hold place,
                    server_context& context);

} // namespace pajthy
