#include <pajthy/rfc6455/frame_reader.hpp>

#include <algorithm>
#include <cassert>
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

// The codes that an endpoint may send (section 7.4): of the RFC and its registry, of libraries, and
// of applications.
bool is_valid_close_code(std::uint16_t code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
           (code >= 3000 && code <= 4999);
}

} // namespace

std::optional<frame_reader::received> frame_reader::read(std::string_view& bytes)
{
    std::optional<received> out;
    while (!out && !is_closed_ &&
           (!bytes.empty() || (in_payload_ && payload_size_ == payload_read_)))
        out = in_payload_ ? read_payload(bytes) : read_header(bytes);
    if (is_closed_)
        bytes = {};
    assert(out || bytes.empty());
    assert(header_read_ <= header_size());
    return out;
}

std::optional<frame_reader::received> frame_reader::read_header(std::string_view& bytes)
{
    while (!bytes.empty() && header_read_ < header_size())
    {
        header_[header_read_++] = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        // A broken rule is reported at once, before the rest of the header is read.
        if (header_read_ == 2 && !is_valid_start())
            return fail(protocol_error);
    }
    if (header_read_ < header_size())
        return std::nullopt;

    std::uint64_t length = header_[1] & length_bits;
    const auto length_end = header_size() - mask_.size();
    if (length >= length_in_2_bytes)
    {
        length = 0;
        for (std::size_t i = 2; i < length_end; ++i)
            length = length << 8 | header_[i];
        const bool shortest = length_end == 4 ? length >= length_in_2_bytes : length > 0xFFFF;
        if (!shortest || length >> 63 != 0)
            return fail(protocol_error);
    }
    if (!is_control() && max_message_bytes_ != 0 &&
        length > max_message_bytes_ -
                     std::min<std::uint64_t>(max_message_bytes_, in_message_ ? message_bytes_ : 0))
        return fail(too_big);
    std::copy_n(header_.begin() + static_cast<std::ptrdiff_t>(length_end), mask_.size(),
                mask_.begin());
    begin_payload(length);
    return std::nullopt;
}

std::size_t frame_reader::header_size() const noexcept
{
    if (header_read_ < 2)
        return 2;
    switch (header_[1] & length_bits)
    {
    case length_in_2_bytes: return 4 + mask_.size();
    case length_in_8_bytes: return 10 + mask_.size();
    }
    return 2 + mask_.size();
}

// Checks the rules for the first two bytes.
bool frame_reader::is_valid_start() const noexcept
{
    if ((header_[0] & reserved_bits) != 0 || !is_known(what()) || (header_[1] & masked) == 0)
        return false;
    if (is_control())
        return is_final() && (header_[1] & length_bits) <= max_control_payload;
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
    assert(max_message_bytes_ == 0 || message_bytes_ <= max_message_bytes_);
}

std::optional<frame_reader::received> frame_reader::read_payload(std::string_view& bytes)
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
            return fail(not_utf8);
    }
    bytes.remove_prefix(n);
    assert(payload_read_ <= payload_size_);
    assert(control_.size() == (control ? payload_read_ : 0));
    return payload_read_ == payload_size_ ? finish_frame() : std::nullopt;
}

std::optional<frame_reader::received> frame_reader::finish_frame()
{
    in_payload_ = false;
    header_read_ = 0;
    switch (what())
    {
    case opcode::ping: return received{kind::ping, std::exchange(control_, {})};
    case opcode::pong: return received{kind::pong, std::exchange(control_, {})};
    case opcode::close: return finish_close();
    case opcode::continuation:
    case opcode::text:
    case opcode::binary: break;
    }
    if (!is_final())
        return received{kind::fragment};
    in_message_ = false;
    if (message_is_text_ && !text_.complete())
        return fail(not_utf8);
    return received{kind::message};
}

frame_reader::received frame_reader::finish_close()
{
    is_closed_ = true;
    const std::string payload = std::exchange(control_, {});
    if (payload.empty())
        return {kind::close};
    if (payload.size() == 1)
        return fail(protocol_error);
    const auto code = static_cast<std::uint16_t>(static_cast<std::uint8_t>(payload[0]) << 8 |
                                                 static_cast<std::uint8_t>(payload[1]));
    if (!is_valid_close_code(code))
        return fail(protocol_error);
    utf8_stream reason;
    for (const char c : std::string_view(payload).substr(2))
    {
        if (!reason.take(static_cast<std::uint8_t>(c)))
            return fail(not_utf8);
    }
    if (!reason.complete())
        return fail(not_utf8);
    return {kind::close, {}, code};
}

frame_reader::received frame_reader::fail(std::uint16_t code) noexcept
{
    is_closed_ = true;
    control_ = {};
    return {kind::failure, {}, code};
}

} // namespace pajthy::rfc6455
