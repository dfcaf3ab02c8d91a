// Checks UTF-8 that comes in pieces (RFC 3629 section 4).
#pragma once

#include <cstdint>

namespace pajthy::rfc6455
{

/// Takes three bytes of memory.
class utf8_stream
{
public:
    /// False if the bytes up to this one begin no valid text.
    [[nodiscard]] bool take(std::uint8_t byte) noexcept
    {
        if (missing_ != 0)
            return take_next(byte);
        if (byte < 0x80)
            return true;
        return take_first(byte);
    }

    /// Whether the text may end here.
    bool complete() const noexcept { return missing_ == 0; }

private:
    bool take_first(std::uint8_t byte) noexcept
    {
        min_next_ = 0x80;
        max_next_ = 0xBF;
        if (byte >= 0xC2 && byte <= 0xDF)
        {
            missing_ = 1;
        }
        else if (byte >= 0xE0 && byte <= 0xEF)
        {
            missing_ = 2;
            min_next_ = byte == 0xE0 ? 0xA0 : min_next_; // the shortest form only
            max_next_ = byte == 0xED ? 0x9F : max_next_; // no surrogate
        }
        else if (byte >= 0xF0 && byte <= 0xF4)
        {
            missing_ = 3;
            min_next_ = byte == 0xF0 ? 0x90 : min_next_;
            max_next_ = byte == 0xF4 ? 0x8F : max_next_; // nothing beyond U+10FFFF
        }
        return missing_ != 0;
    }

    bool take_next(std::uint8_t byte) noexcept
    {
        const bool fits = byte >= min_next_ && byte <= max_next_;
        min_next_ = 0x80;
        max_next_ = 0xBF;
        --missing_;
        return fits;
    }

    std::uint8_t missing_ = 0;  // bytes of the character that are still to come
    std::uint8_t min_next_ = 0; // the range of the next one
    std::uint8_t max_next_ = 0;
};

} // namespace pajthy::rfc6455
