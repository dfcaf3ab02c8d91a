// A warning of something that requests show, which anybody can send at any rate.
#pragma once

#include <pajthy/clock.hpp>

#include <optional>

namespace pajthy
{

/// Is due once in a while, whatever its words are then: the log's own filter holds back what is the
/// same, and here a stranger chooses the words.
class rare_warning
{
public:
    explicit rare_warning(duration apart) noexcept : apart_(apart) {}

    /// Whether it may be written. If so, it is not due again until `apart` has passed.
    bool due(time_point now) noexcept
    {
        if (next_ && now < *next_)
            return false;
        next_ = now + apart_;
        return true;
    }

private:
    duration apart_;
    std::optional<time_point> next_;
};

} // namespace pajthy
