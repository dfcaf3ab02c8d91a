// An event made ready for the wire: the bytes of a whole websocket frame.
#pragma once

#include <pajthy/rfc6455/frame.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pajthy
{

/// Which state a frame tells: a newer frame of the same one replaces one that waits to be sent.
using state_number = std::uint8_t;

/// For a frame that tells no state: it is never dropped and never reordered.
inline constexpr state_number reliable = 0;

struct frame
{
    state_number state = reliable;
    bool can_wait = false;                    // for a while, for another frame that is sent with it
    std::shared_ptr<const std::string> bytes; // shared by all who get it
};

/// `text` as a text frame of a websocket.
inline std::shared_ptr<const std::string> text_frame(std::string_view text)
{
    return std::make_shared<const std::string>(rfc6455::frame_of(rfc6455::opcode::text, text));
}

/// Why the server closes a websocket (RFC 6455 section 7.4 and the protocol's own).
enum class close_code : std::uint16_t
{
    going_away = 1001,
    policy = 1008,
    too_big = 1009,
    restarting = 1012,
    too_slow = 1013,
    kicked = 4001,
    over = 4004,
};

} // namespace pajthy
