// Durations, counted by size: each bucket is a twentieth wider than the one below, so that
// percentiles are right to 5 % and nothing grows with the length of a run.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pajthy::bench
{

class histogram
{
public:
    using microseconds = std::chrono::duration<double, std::micro>;

    void record(microseconds time)
    {
        const double steps = std::log(std::max(time / smallest, 1.0)) / std::log(growth);
        const auto bucket = static_cast<std::size_t>(std::ceil(steps));
        if (bucket >= buckets_.size())
            buckets_.resize(bucket + 1);
        ++buckets_[bucket];
        ++count_;
        max_ = std::max(max_, time);
    }

    std::uint64_t count() const noexcept { return count_; }

    /// What so many percent stay below; zero if nothing was recorded.
    microseconds percentile(double percent) const
    {
        const auto wanted = static_cast<double>(count_) * percent / 100;
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < buckets_.size(); ++i)
        {
            seen += buckets_[i];
            if (static_cast<double>(seen) >= wanted)
                return std::min(max_, smallest * std::pow(growth, static_cast<double>(i)));
        }
        return max_;
    }

private:
    static constexpr microseconds smallest{1};
    static constexpr double growth = 1.05;

    std::vector<std::uint64_t> buckets_;
    std::uint64_t count_ = 0;
    microseconds max_{0};
};

} // namespace pajthy::bench
