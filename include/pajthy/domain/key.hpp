// Secrets that prove a role: control keys and seat keys.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pajthy
{

/// 32 bytes from the operating system's generator.
struct key
{
    static constexpr std::size_t size = 32;
    std::array<std::uint8_t, size> bytes{};

    friend bool operator==(const key& a, const key& b) noexcept;
};

/// Takes the same time wherever the keys differ, so that the time tells nothing.
inline bool same_key(const key& a, const key& b) noexcept
{
    unsigned difference = 0;
    for (std::size_t i = 0; i < key::size; ++i)
        difference |= static_cast<unsigned>(a.bytes[i] ^ b.bytes[i]);
    return difference == 0;
}

inline bool operator==(const key& a, const key& b) noexcept
{
    return same_key(a, b);
}

} // namespace pajthy
