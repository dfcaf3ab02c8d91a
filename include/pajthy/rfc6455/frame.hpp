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

/// Close codes for a peer that broke a rule (section 7.4.1).
inline constexpr std::uint16_t protocol_error = 1002;
inline constexpr std::uint16_t not_utf8 = 1007;
inline constexpr std::uint16_t too_big = 1009;

/// Bytes in the payload of a ping, a pong or a close (section 5.5).
inline constexpr std::size_t max_control_payload = 125;

/// A whole message or control frame in one frame: unmasked, its length in the shortest form.
std::string frame_of(opcode what, std::string_view payload);

/// A close frame with this code, or without a code if it is 0.
std::string close_frame(std::uint16_t code);

/// The payload of a frame that `frame_of` made.
std::string_view payload_of(std::string_view frame);

/// The Sec-WebSocket-Accept for a Sec-WebSocket-Key (section 4.2.2).
std::string accept_of(std::string_view key);

} // namespace pajthy::rfc6455
