#include <pajthy/domain/speakers.hpp>

#include <pajthy/domain/history.hpp>
#include <pajthy/domain/statistics.hpp>

#include <algorithm>
#include <cstddef>

namespace pajthy
{
namespace
{

// The round in which the voter on `seat` spoke first last; 0: in none that is known.
std::uint32_t spoke_last(seat_number seat, const finished_round& now, const history& before)
{
    const auto& rounds = before.rounds();
    const auto spoke = [&](const finished_round& r)
    {
        return r.number < now.number && r.first &&
               (r.seats[r.first->low] == seat || r.seats[r.first->high] == seat);
    };
    const auto last = std::find_if(rounds.rbegin(), rounds.rend(), spoke);
    return last == rounds.rend() ? 0 : last->number;
}

// Among those who chose `end`.
std::uint32_t speaker_at(choice_index end, const finished_round& r, const history& before)
{
    std::optional<std::uint32_t> longest_ago;
    std::uint32_t found = 0;
    for (std::uint32_t at = 0; at < r.chosen.size(); ++at)
    {
        if (r.chosen[at] != end)
            continue;
        const auto spoke = spoke_last(r.seats[at], r, before);
        if (longest_ago && spoke >= *longest_ago)
            continue;
        longest_ago = spoke;
        found = at;
        if (spoke == 0) // nobody was silent for longer
            break;
    }
    return found;
}

} // namespace

std::optional<speakers> first_to_speak(const finished_round& r, const history& before)
{
    const auto range = range_of(*r.deck, r.chosen);
    if (!range || range->spread < wide_spread)
        return std::nullopt;
    return speakers{speaker_at(*r.deck->find(range->lowest), r, before),
                    speaker_at(*r.deck->find(range->highest), r, before)};
}

} // namespace pajthy
