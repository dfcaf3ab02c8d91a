// Websockets by hand, byte by byte (RFC 6455): for what no client would send, and to see exactly
// what the server sends.
#pragma once

#include "tests/support/client.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pajthy::test
{

enum class opcode : std::uint8_t
{
    continuation = 0,
    text = 1,
    binary = 2,
    close = 8,
    ping = 9,
    pong = 10
};

/// Which of the three encodings of a length (section 5.2).
enum class length_form
{
    shortest,
    in_16_bits,
    in_64_bits
};

/// How a frame is written; as it should be, unless a test says otherwise.
struct frame_form
{
    bool final = true;
    unsigned reserved = 0; // RSV1 is 4, RSV2 is 2, RSV3 is 1
    bool masked = true;
    std::array<std::uint8_t, 4> mask{0x37, 0xFA, 0x21, 0x3D};
    length_form length = length_form::shortest;
};

/// What stands before the payload: `size` need not be the truth.
std::string frame_head(opcode kind, std::uint64_t size, const frame_form& how = {});

/// A whole frame of a client.
std::string frame_of(opcode kind, std::string_view payload, const frame_form& how = {});

/// A close frame. A code of 0 is written, too.
std::string close_frame(unsigned code, std::string_view reason = {});

/// The request for a websocket, line by line; a line that is empty is left out.
struct handshake
{
    std::string method = "GET";
    std::string version = "HTTP/1.1";
    std::string upgrade = "Upgrade: websocket\r\n";
    std::string connection = "Connection: Upgrade\r\n";
    std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"; // the RFC's own
    std::string key_version = "Sec-WebSocket-Version: 13\r\n";
    std::string more = {};

    std::string text(std::string_view target) const;
};

/// A frame of the server.
struct received_frame
{
    opcode kind;
    std::string payload;
};

class raw_websocket
{
public:
    /// `receive_buffer`: as for a websocket_client.
    explicit raw_websocket(std::uint16_t port, std::string_view from = first_address,
                           int receive_buffer = 0)
        : wire_(port, from, receive_buffer)
    {}

    /// Asks for a websocket and gives the head of the response.
    std::string upgrade(std::string_view target, const handshake& how = {});

    /// Bytes as they are.
    void send(std::string_view bytes) { wire_.send(bytes); }

    /// The connection below.
    raw_client& wire() noexcept { return wire_; }

    /// The next frame, nothing if the connection ends before. Fails the test if it is not as a
    /// server has to write it: unmasked, whole, its length as short as it gets, text that is UTF-8.
    std::optional<received_frame> next();

    /// The payload of the next text frame. Pings and pongs before it are dropped.
    std::string next_text();

    /// Drops frames up to the pong, and gives what it carries.
    std::string next_pong();

    /// Reads to the end of the connection and gives the code of the close frame: 0 if there was
    /// none, 1005 if it had no code. Fails the test if anything comes after it. `answers`: with a
    /// close frame of its own, as a client should.
    unsigned end(bool answers = true);

    bool was_reset() const { return wire_.was_reset(); }

private:
    raw_client wire_;
};

} // namespace pajthy::test
