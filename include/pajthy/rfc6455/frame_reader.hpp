// Reads what a client sends over a websocket, for a server that needs none of the messages (RFC
// 6455 sections 5 to 7). Every rule is checked, control frames are returned, and messages are
// counted and dropped. Knows nothing of sockets.
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

/// Takes bytes in pieces of any size. Keeps only those of an incomplete header or control frame.
class frame_reader
{
public:
    enum class kind
    {
        fragment, // of a message, but not the last one
        message,
        ping,
        pong,
        close,
        failure, // the peer broke a rule: fail the connection (section 7.1.7)
    };

    struct received
    {
        kind what;
        std::string payload{};  // of a ping or pong
        std::uint16_t code = 0; // of a close frame, 0 for none; or the one to send after a failure
    };

    /// The limit is for all fragments of a message together; 0 is no limit.
    explicit frame_reader(std::size_t max_message_bytes) noexcept
        : max_message_bytes_(max_message_bytes)
    {}

    /// Removes bytes from the front of `bytes` up to the end of the first frame, and says what it
    /// is. Nothing if `bytes` end before. After a close or a failure, all bytes are removed and
    /// nothing is returned.
    std::optional<received> read(std::string_view& bytes);

private:
    std::optional<received> read_header(std::string_view& bytes);
    std::optional<received> read_payload(std::string_view& bytes);
    bool is_valid_start() const noexcept;
    std::size_t header_size() const noexcept;
    void begin_payload(std::uint64_t length);
    std::optional<received> finish_frame();
    received finish_close();
    received fail(std::uint16_t code) noexcept;

    bool is_final() const noexcept { return (header_[0] & 0x80) != 0; }
    opcode what() const noexcept { return static_cast<opcode>(header_[0] & 0x0F); }
    bool is_control() const noexcept { return (header_[0] & 0x08) != 0; }

    static constexpr std::size_t max_header_size = 14;

    std::size_t max_message_bytes_;
    std::array<std::uint8_t, max_header_size> header_{};
    std::uint8_t header_read_ = 0;
    bool in_payload_ = false;
    bool in_message_ = false;      // between its fragments
    bool message_is_text_ = false; // so it must be UTF-8
    bool is_closed_ = false;
    utf8_stream text_;
    std::array<std::uint8_t, 4> mask_{};
    std::uint64_t payload_read_ = 0;
    std::uint64_t payload_size_ = 0;
    std::uint64_t message_bytes_ = 0;
    std::string control_; // the payload of a control frame, as far as it is read
};

} // namespace pajthy::rfc6455
