// What a session has agreed on so far, by the cards of its deck.
#pragma once

#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/history.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace pajthy
{

/// A card on which the session agreed, and for which topics: the last of them, the newest first.
struct rung
{
    std::string choice;
    std::vector<std::string> topics;

    friend bool operator==(const rung&, const rung&) = default;
};

/// In the order of the deck.
using ladder = std::vector<rung>;

/// No card tells of more topics.
inline constexpr std::size_t max_topics_of_rung = 2;

/// Of a topic that was agreed on more than once, the last time counts.
ladder ladder_of(const deck& cards, const history& rounds);

} // namespace pajthy
