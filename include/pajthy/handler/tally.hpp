// How often each of a few things has happened.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

namespace pajthy
{

/// Counts by keys that all stand in the code, never by what comes from outside, so it stays as
/// small as it is. To find one of so few costs no more than an index.
template <class Key>
class tally
{
public:
    using counts = std::vector<std::pair<Key, std::uint64_t>>;

    tally() = default;

    /// Those that are there before they have happened, with a count of zero.
    tally(std::initializer_list<Key> known)
    {
        for (const auto& what : known)
            counts_.emplace_back(what, 0);
    }

    void add(const Key& what)
    {
        for (auto& [known, times] : counts_)
        {
            if (known != what)
                continue;
            ++times;
            return;
        }
        counts_.emplace_back(what, 1);
    }

    auto begin() const noexcept { return counts_.begin(); }
    auto end() const noexcept { return counts_.end(); }

private:
    counts counts_;
};

} // namespace pajthy
