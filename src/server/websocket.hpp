// A websocket (RFC 6455) that somebody listens on.
#pragma once

#include "connection.hpp"
#include "socket.hpp"

#include <pajthy/handler/http.hpp>

#include <string>

namespace pajthy
{

/// What is left of the handshake once it is found good and granted.
struct opening
{
    std::string key;   // the Sec-WebSocket-Key
    std::string early; // what came behind the handshake: the first frames, or half of one
};

/// Answers the upgrade with 101 and returns; the websocket sends events until one side has enough.
/// `place` is held as long.
void open_websocket(stream_socket socket, opening begun, ticket granted,
                    address_counts::place place, house& in);

} // namespace pajthy
