// How many of something each of many holds at the moment.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace pajthy
{

/// Remembers nobody who holds nothing, so it needs no limit of its own.
template <class Key>
class held_counts
{
    using counts = std::map<Key, std::size_t>;

public:
    /// Counts as one until it dies. Must not outlive its `held_counts`.
    class hold
    {
    public:
        hold() = default;
        hold(hold&& other) noexcept : all_(std::exchange(other.all_, nullptr)), at_(other.at_) {}
        hold& operator=(hold&& other) noexcept
        {
            std::swap(all_, other.all_);
            std::swap(at_, other.at_);
            return *this;
        }
        ~hold()
        {
            if (all_ != nullptr && --at_->second == 0)
                all_->erase(at_);
        }

    private:
        friend class held_counts;
        hold(counts& all, typename counts::iterator at) noexcept : all_(&all), at_(at) {}

        counts* all_ = nullptr;
        typename counts::iterator at_{};
    };

    /// Zero is no limit.
    explicit held_counts(std::size_t max) noexcept : max_(max) {}
    held_counts(const held_counts&) = delete;
    held_counts& operator=(const held_counts&) = delete;

    /// Nothing if `who` holds the most it may.
    std::optional<hold> take(const Key& who)
    {
        if (max_ == 0)
            return hold();
        const auto at = counts_.try_emplace(who, 0).first;
        if (at->second >= max_)
            return std::nullopt;
        ++at->second;
        return hold(counts_, at);
    }

private:
    std::size_t max_;
    counts counts_;
};

} // namespace pajthy
