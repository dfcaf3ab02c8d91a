// UTF-8 that comes in pieces (RFC 3629 section 4).
#pragma once

#include <cstdint>

namespace pajthy::rfc6455
{

/// Three bytes of memory: where in a character the stream stands.
class utf8_stream
{
public:
    /// False if no valid text begins like this.
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
        least_ = 0x80;
        most_ = 0xBF;
        if (byte >= 0xC2 && byte <= 0xDF)
        {
            missing_ = 1;
        }
        else if (byte >= 0xE0 && byte <= 0xEF)
        {
            missing_ = 2;
            least_ = byte == 0xE0 ? 0xA0 : least_; // no longer than it has to be
            most_ = byte == 0xED ? 0x9F : most_;   // no surrogate
        }
        else if (byte >= 0xF0 && byte <= 0xF4)
        {
            missing_ = 3;
            least_ = byte == 0xF0 ? 0x90 : least_;
            most_ = byte == 0xF4 ? 0x8F : most_; // nothing beyond U+10FFFF
        }
        return missing_ != 0;
    }

    bool take_next(std::uint8_t byte) noexcept
    {
        const bool fits = byte >= least_ && byte <= most_;
        least_ = 0x80;
        most_ = 0xBF;
        --missing_;
        return fits;
    }

    std::uint8_t missing_ = 0; // bytes of the character that are still to come
    std::uint8_t least_ = 0;   // what the next of them may be
    std::uint8_t most_ = 0;
};

} // namespace pajthy::rfc6455
