// Time as the rules see it: a point on the steady clock, always passed in.
#pragma once

#include <chrono>
#include <functional>

namespace pajthy
{

using clock = std::chrono::steady_clock;
using time_point = clock::time_point;
using duration = clock::duration;

/// Where the handler and the server take the time from; tests put their own in.
using now_function = std::function<time_point()>;

/// Milliseconds since 1970-01-01 in UTC, as dates travel on the wire.
using unix_time = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the handler takes the date from.
using date_function = std::function<unix_time()>;

/// The date by the clock of the machine.
inline unix_time today()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// Says which date a point on the steady clock was, or will be. It is set anew from time to time,
/// because the date can be corrected and the steady clock can't.
class calendar
{
public:
    calendar(time_point now, unix_time date) noexcept { set(now, date); }

    void set(time_point now, unix_time date) noexcept
    {
        offset_ = date.time_since_epoch() - now.time_since_epoch();
    }

    unix_time date_of(time_point t) const noexcept
    {
        return unix_time(
            std::chrono::round<std::chrono::milliseconds>(t.time_since_epoch() + offset_));
    }

private:
    duration offset_{};
};

} // namespace pajthy
