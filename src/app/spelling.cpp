#include <pajthy/app/spelling.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace pajthy
{
namespace
{

constexpr std::size_t max_changes = 2; // two swapped letters count as two

// Levenshtein's distance, one row of the table at a time.
std::size_t distance(std::string_view from, std::string_view to)
{
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (const char c : from)
    {
        auto diagonal = row[0]++;
        for (std::size_t i = 0; i != to.size(); ++i)
        {
            const auto changed = diagonal + (c == to[i] ? 0U : 1U);
            diagonal = row[i + 1];
            row[i + 1] = std::min({changed, row[i] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

std::string nearest(std::string_view name, const std::vector<std::string>& known)
{
    std::string best;
    std::size_t least = max_changes + 1;
    for (const auto& candidate : known)
    {
        const auto longer = std::max(candidate.size(), name.size());
        if (longer - std::min(candidate.size(), name.size()) >= least)
            continue; // this also limits the work for a long name
        const auto changes = distance(name, candidate);
        if (changes >= least)
            continue;
        least = changes;
        best = candidate;
    }
    return best;
}

} // namespace pajthy
