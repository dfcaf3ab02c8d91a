// The frames of a websocket as a server sends them (RFC 6455 section 5). Knows nothing of sockets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pajthy::rfc6455
{

enum class opcode : std::uint8_t
{
    continuation = 0x0,
    text = 0x1,
    binary = 0x2,
    close = 0x8,
    ping = 0x9,
    pong = 0xA,
};

/// The codes by which a peer is told what it did wrong (section 7.4.1).
inline constexpr std::uint16_t protocol_error = 1002;
inline constexpr std::uint16_t not_utf8 = 1007;
inline constexpr std::uint16_t too_big = 1009;

/// The most that a ping, a pong or a close may carry (section 5.5).
inline constexpr std::size_t most_control_bytes = 125;

/// A whole message or control frame in one, unmasked, its length written as short as can be.
std::string frame_of(opcode what, std::string_view payload);

/// A close with this code, or with none at all if that is 0.
std::string close_frame(std::uint16_t code);

/// What a frame made by `frame_of` carries.
std::string_view payload_of(std::string_view frame);

/// The Sec-WebSocket-Accept to a Sec-WebSocket-Key (section 4.2.2).
std::string accept_of(std::string_view key);

} // namespace pajthy::rfc6455
