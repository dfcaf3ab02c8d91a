#include <pajthy/domain/ladder.hpp>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace pajthy
{

ladder ladder_of(const deck& cards, const history& rounds)
{
    std::vector<rung> by_choice(cards.choices().size());
    std::set<std::string_view> seen;
    const auto& all = rounds.rounds();
    for (auto r = all.rbegin(); r != all.rend(); ++r)
    {
        if (r->agreed.empty() || r->topic.empty() || !seen.insert(r->topic).second)
            continue;
        const auto at = cards.find(r->agreed);
        if (at && by_choice[*at].topics.size() < max_topics_of_rung)
            by_choice[*at].topics.push_back(r->topic);
    }
    ladder out;
    choice_index next = 0;
    for (const auto choice : cards.choices())
    {
        auto& one = by_choice[next++];
        if (!one.topics.empty())
            out.push_back({std::string(choice), std::move(one.topics)});
    }
    return out;
}

} // namespace pajthy
