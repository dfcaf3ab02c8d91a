// A warning about something in requests, which any client can send at any rate.
#pragma once

#include <pajthy/clock.hpp>

#include <optional>

namespace pajthy
{

/// Is due once in each interval, whatever its text. The log's own filter holds back only equal
/// lines, and the text of these lines comes from clients.
class rare_warning
{
public:
    explicit rare_warning(duration interval) noexcept : interval_(interval) {}

    /// Whether it may be written. If so, it is not due again before the interval has passed.
    bool due(time_point now) noexcept
    {
        if (next_ && now < *next_)
            return false;
        next_ = now + interval_;
        return true;
    }

private:
    duration interval_;
    std::optional<time_point> next_;
};

} // namespace pajthy
