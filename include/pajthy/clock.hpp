// Time as the rules see it: a point on the steady clock, always passed in.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <vector>

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

/// Says which date a point on the steady clock was, or will be. It is set anew from time to time:
/// the date can be corrected, and while a machine is suspended the steady clock stands still. What
/// was before such a jump keeps the date that it had then.
class calendar
{
public:
    calendar(time_point now, unix_time date) : stretches_{{now, offset_of(now, date)}} {}

    void set(time_point now, unix_time date);

    unix_time date_of(time_point t) const noexcept;

private:
    static constexpr std::size_t most_stretches = 16;
    static constexpr std::chrono::seconds jump{1};

    // From one jump to the next the two clocks go side by side.
    struct stretch
    {
        time_point since;
        duration offset;
    };

    static duration offset_of(time_point now, unix_time date) noexcept
    {
        return date.time_since_epoch() - now.time_since_epoch();
    }

    std::vector<stretch> stretches_; // the oldest first, never empty
};

} // namespace pajthy
