// A websocket (RFC 6455) that somebody listens on.
#pragma once

#include "connection.hpp"
#include "request_head.hpp"
#include "socket.hpp"

#include <pajthy/handler/http.hpp>

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>

namespace pajthy
{

/// Answers the upgrade with 101 and sends events until one side has enough.
task<void> serve_websocket(stream_socket socket, http::request_header<> upgrade, ticket granted,
                           house& in);

} // namespace pajthy
