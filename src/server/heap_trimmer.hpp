// Gives memory back to the system after a peak. The allocator does not do so by itself.
#pragma once

#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pajthy
{

class heap_trimmer
{
public:
    /// To be called regularly, with the number of connections and sessions. True once after a peak:
    /// the caller should free its caches, since a few bytes keep a whole page, and then call
    /// `trim`.
    bool is_due(std::size_t count) noexcept
    {
        peak_ = std::max(peak_, count);
        const bool still_falls = count < std::exchange(last_, count);
        if (still_falls || peak_ < min_peak || count > peak_ / 4 * 3)
            return false;
        peak_ = count;
        return true;
    }

    /// Takes some milliseconds.
    void trim() noexcept { malloc_trim(0); }

private:
    static constexpr std::size_t min_peak = 1'000; // a smaller one is not worth the time

    std::size_t peak_ = 0; // since the last trim
    std::size_t last_ = 0;
};

} // namespace pajthy
