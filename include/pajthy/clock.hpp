// The clocks: steady time for the server, session time for the rules, dates for people.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <vector>

namespace pajthy
{

using std::chrono::milliseconds;

/// Time of this process, for time-outs and rates.
using clock = std::chrono::steady_clock;
using time_point = clock::time_point;
using duration = clock::duration;

/// Where the service and the server take the time from; tests put their own in.
using now_function = std::function<time_point()>;

/// Milliseconds since 1970-01-01 in UTC: time as the rules see it, and dates on the wire.
using unix_time = std::chrono::sys_time<milliseconds>;

/// Where the service takes the date from.
using date_function = std::function<unix_time()>;

/// The date by the clock of the machine.
inline unix_time today()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// The time of sessions, and the dates that people see.
///
/// Session time is Unix time in milliseconds that goes as evenly as the steady clock, from the date
/// at the start: it never runs backwards and never jumps, so it is good for deadlines. The date can
/// jump: somebody sets the clock, or the machine was suspended, during which the steady clock
/// stands still. What was before a jump keeps the date that it had then.
class clock_map
{
public:
    clock_map(time_point now, unix_time date)
        : start_(now), date_at_start_(date), segments_{{date, milliseconds(0)}}
    {}

    /// The session time at that point of the steady clock.
    unix_time time_of(time_point steady) const noexcept
    {
        return date_at_start_ + std::chrono::floor<milliseconds>(steady - start_);
    }

    /// Compares the clocks anew; to be called from time to time.
    void set(unix_time now, unix_time date);

    /// The date at that session time.
    unix_time date_of(unix_time t) const noexcept;

private:
    static constexpr std::size_t max_segments = 16;
    static constexpr std::chrono::seconds jump{1};

    // From one jump to the next the two clocks go side by side.
    struct segment
    {
        unix_time since;
        milliseconds offset;
    };

    time_point start_;
    unix_time date_at_start_;
    std::vector<segment> segments_; // the oldest first, never empty
};

} // namespace pajthy
