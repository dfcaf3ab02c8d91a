// What everything that the server sends has to be, whatever it was asked.
#pragma once

#include <string_view>

namespace pajthy::fuzz
{

/// `heard` is all that came on one connection: HTTP/1.1 responses (RFC 9112) of statuses that the
/// protocol knows, each error as by RFC 9457, each JSON text sound and without a hidden vote; and
/// the frames of a websocket (RFC 6455) behind a 101.
void check_everything(std::string_view heard);

} // namespace pajthy::fuzz
