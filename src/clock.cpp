#include <pajthy/clock.hpp>

#include <algorithm>
#include <iterator>

namespace pajthy
{

void clock_map::set(unix_time now, unix_time date)
{
    const auto offset = date - now;
    segment& last = segments_.back();
    if (std::chrono::abs(offset - last.offset) < jump)
    {
        last.offset = offset;
        return;
    }
    segments_.push_back({now, offset});
    if (segments_.size() > max_segments)
        segments_.erase(segments_.begin());
}

unix_time clock_map::date_of(unix_time t) const noexcept
{
    const auto after = std::find_if(std::next(segments_.begin()), segments_.end(),
                                    [&](const segment& s) { return s.since > t; });
    return t + std::prev(after)->offset;
}

} // namespace pajthy
