// Gives memory back to the system after a peak, which the allocator does not do by itself.
#pragma once

#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pajthy
{

class memory_return
{
public:
    /// To be told now and then how many connections and sessions there are. True once after a
    /// peak: what is kept for speed alone should go then, since a few bytes hold a page, and
    /// `give_back` should follow.
    bool is_due(std::size_t held) noexcept
    {
        peak_ = std::max(peak_, held);
        const bool falls = held < std::exchange(last_, held); // there is more to come
        if (falls || peak_ < worth_it || held > peak_ / 4 * 3)
            return false;
        peak_ = held;
        return true;
    }

    /// Takes some milliseconds.
    void give_back() noexcept { malloc_trim(0); }

private:
    static constexpr std::size_t worth_it = 1'000;

    std::size_t peak_ = 0; // since memory was given back
    std::size_t last_ = 0;
};

} // namespace pajthy
