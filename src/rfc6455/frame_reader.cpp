#include <pajthy/rfc6455/frame_reader.hpp>

#include <algorithm>
#include <utility>

namespace pajthy::rfc6455
{
namespace
{

constexpr std::uint8_t masked = 0x80;
constexpr std::uint8_t reserved_bits = 0x70;
constexpr std::uint8_t length_bits = 0x7F;
constexpr std::uint8_t length_in_2_bytes = 126;
constexpr std::uint8_t length_in_8_bytes = 127;

bool is_known(opcode what)
{
    switch (what)
    {
    case opcode::continuation:
    case opcode::text:
    case opcode::binary:
    case opcode::close:
    case opcode::ping:
    case opcode::pong: return true;
    }
    return false;
}

// What an endpoint may send (section 7.4): those of the RFC and of its registry, those of libraries
// and those of applications.
bool may_be_sent(std::uint16_t code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
           (code >= 3000 && code <= 4999);
}

} // namespace

std::optional<frame_reader::happening> frame_reader::read(std::string_view& bytes)
{
    std::optional<happening> out;
    while (!out && !over_ && (!bytes.empty() || (in_payload_ && payload_size_ == payload_read_)))
        out = in_payload_ ? read_payload(bytes) : read_head(bytes);
    if (over_)
        bytes = {};
    return out;
}

std::optional<frame_reader::happening> frame_reader::read_head(std::string_view& bytes)
{
    while (!bytes.empty() && head_read_ < head_size())
    {
        head_[head_read_++] = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        // A rule that is broken is told at once, not when the rest has come.
        if (head_read_ == 2 && !is_sound())
            return fault(protocol_error);
    }
    if (head_read_ < head_size())
        return std::nullopt;

    std::uint64_t length = head_[1] & length_bits;
    const auto length_end = head_size() - mask_.size();
    if (length >= length_in_2_bytes)
    {
        length = 0;
        for (std::size_t i = 2; i < length_end; ++i)
            length = length << 8 | head_[i];
        const bool shortest = length_end == 4 ? length >= length_in_2_bytes : length > 0xFFFF;
        if (!shortest || length >> 63 != 0)
            return fault(protocol_error);
    }
    if (!is_control() && most_ != 0 &&
        length > most_ - std::min<std::uint64_t>(most_, in_message_ ? message_bytes_ : 0))
        return fault(too_big);
    std::copy_n(head_.begin() + static_cast<std::ptrdiff_t>(length_end), mask_.size(),
                mask_.begin());
    begin_payload(length);
    return std::nullopt;
}

std::size_t frame_reader::head_size() const noexcept
{
    if (head_read_ < 2)
        return 2;
    switch (head_[1] & length_bits)
    {
    case length_in_2_bytes: return 4 + mask_.size();
    case length_in_8_bytes: return 10 + mask_.size();
    }
    return 2 + mask_.size();
}

// What the first two bytes alone tell.
bool frame_reader::is_sound() const noexcept
{
    if ((head_[0] & reserved_bits) != 0 || !is_known(what()) || (head_[1] & masked) == 0)
        return false;
    if (is_control())
        return is_final() && (head_[1] & length_bits) <= most_control_bytes;
    const bool continues = what() == opcode::continuation;
    return continues == in_message_;
}

void frame_reader::begin_payload(std::uint64_t length)
{
    in_payload_ = true;
    payload_size_ = length;
    payload_read_ = 0;
    if (is_control())
        return;
    if (!in_message_)
    {
        message_bytes_ = 0;
        message_is_text_ = what() == opcode::text;
        text_ = {};
    }
    message_bytes_ += length;
    in_message_ = true;
}

std::optional<frame_reader::happening> frame_reader::read_payload(std::string_view& bytes)
{
    const auto n = static_cast<std::size_t>(
        std::min<std::uint64_t>(bytes.size(), payload_size_ - payload_read_));
    const bool control = is_control();
    const bool text = !control && message_is_text_;
    for (const char c : bytes.substr(0, n))
    {
        const auto byte = static_cast<std::uint8_t>(static_cast<std::uint8_t>(c) ^
                                                    mask_[payload_read_++ % mask_.size()]);
        if (control)
            control_.push_back(static_cast<char>(byte));
        if (text && !text_.take(byte))
            return fault(not_utf8);
    }
    bytes.remove_prefix(n);
    return payload_read_ == payload_size_ ? finish_frame() : std::nullopt;
}

std::optional<frame_reader::happening> frame_reader::finish_frame()
{
    in_payload_ = false;
    head_read_ = 0;
    switch (what())
    {
    case opcode::ping: return happening{kind::ping, std::exchange(control_, {})};
    case opcode::pong: return happening{kind::pong, std::exchange(control_, {})};
    case opcode::close: return finish_close();
    case opcode::continuation:
    case opcode::text:
    case opcode::binary: break;
    }
    if (!is_final())
        return happening{kind::fragment};
    in_message_ = false;
    if (message_is_text_ && !text_.complete())
        return fault(not_utf8);
    return happening{kind::message};
}

frame_reader::happening frame_reader::finish_close()
{
    over_ = true;
    const std::string payload = std::exchange(control_, {});
    if (payload.empty())
        return {kind::close};
    if (payload.size() == 1)
        return fault(protocol_error);
    const auto code = static_cast<std::uint16_t>(static_cast<std::uint8_t>(payload[0]) << 8 |
                                                 static_cast<std::uint8_t>(payload[1]));
    if (!may_be_sent(code))
        return fault(protocol_error);
    utf8_stream reason;
    for (const char c : std::string_view(payload).substr(2))
    {
        if (!reason.take(static_cast<std::uint8_t>(c)))
            return fault(not_utf8);
    }
    if (!reason.complete())
        return fault(not_utf8);
    return {kind::close, {}, code};
}

frame_reader::happening frame_reader::fault(std::uint16_t code) noexcept
{
    over_ = true;
    control_ = {};
    return {kind::fault, {}, code};
}

} // namespace pajthy::rfc6455
