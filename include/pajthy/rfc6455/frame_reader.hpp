// What a client sends over a websocket, for a server that listens to none of it (RFC 6455
// sections 5 to 7): every rule is checked, control frames are handed out, and messages are counted
// and dropped. Knows nothing of sockets.
#pragma once

#include <pajthy/rfc6455/frame.hpp>
#include <pajthy/rfc6455/utf8_stream.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pajthy::rfc6455
{

/// Takes bytes as they come, in whatever pieces, and keeps none but those of a control frame that
/// is not complete.
class frame_reader
{
public:
    enum class kind
    {
        fragment, // of a message, though not its last
        message,
        ping,
        pong,
        close,
        fault, // the peer broke a rule
    };

    struct happening
    {
        kind what;
        std::string payload{};  // of a ping or pong
        std::uint16_t code = 0; // what a close says, 0 for nothing; what a fault is to be told
    };

    /// Messages may have so many bytes, all fragments together; 0 is no limit.
    explicit frame_reader(std::size_t most_message_bytes) noexcept : most_(most_message_bytes) {}

    /// Takes from the front of `bytes` up to the end of the first thing that happens in them. Empty
    /// if they come to an end before. After a close or a fault nothing happens any more, and all
    /// bytes are taken.
    std::optional<happening> read(std::string_view& bytes);

private:
    std::optional<happening> read_head(std::string_view& bytes);
    std::optional<happening> read_payload(std::string_view& bytes);
    bool is_sound() const noexcept;
    std::size_t head_size() const noexcept;
    void begin_payload(std::uint64_t length);
    std::optional<happening> finish_frame();
    happening finish_close();
    happening fault(std::uint16_t code) noexcept;

    bool is_final() const noexcept { return (head_[0] & 0x80) != 0; }
    opcode what() const noexcept { return static_cast<opcode>(head_[0] & 0x0F); }
    bool is_control() const noexcept { return (head_[0] & 0x08) != 0; }

    static constexpr std::size_t longest_head = 14;

    std::size_t most_;
    std::array<std::uint8_t, longest_head> head_{};
    std::uint8_t head_read_ = 0;
    bool in_payload_ = false;
    bool in_message_ = false;      // between the fragments of one
    bool message_is_text_ = false; // and so must be UTF-8
    bool over_ = false;
    utf8_stream text_;
    std::array<std::uint8_t, 4> mask_{};
    std::uint64_t payload_read_ = 0;
    std::uint64_t payload_size_ = 0;
    std::uint64_t message_bytes_ = 0;
    std::string control_; // the payload of a control frame, as far as it has come
};

} // namespace pajthy::rfc6455
