// Who has something to explain once the cards have turned.
#pragma once

#include <cstdint>
#include <optional>

namespace pajthy
{

class history;
struct finished_round;

/// One who chose the lowest card and one who chose the highest: their places among the voters.
struct speakers
{
    std::uint32_t low = 0;
    std::uint32_t high = 0;

    friend bool operator==(const speakers&, const speakers&) = default;
};

/// Votes so many steps of the deck apart are worth a word.
inline constexpr unsigned wide_spread = 3;

/// Who speaks first in `r`; nothing unless its votes are far apart. Of those who share an end it is
/// who did not speak in the rounds `before`, or did so longest ago.
std::optional<speakers> first_to_speak(const finished_round& r, const history& before);

} // namespace pajthy
