#include <pajthy/clock.hpp>

#include <algorithm>
#include <iterator>

namespace pajthy
{

void calendar::set(time_point now, unix_time date)
{
    const auto offset = offset_of(now, date);
    stretch& last = stretches_.back();
    if (std::chrono::abs(offset - last.offset) < jump)
    {
        last.offset = offset;
        return;
    }
    stretches_.push_back({now, offset});
    if (stretches_.size() > most_stretches)
        stretches_.erase(stretches_.begin());
}

unix_time calendar::date_of(time_point t) const noexcept
{
    const auto after = std::find_if(std::next(stretches_.begin()), stretches_.end(),
                                    [&](const stretch& s) { return s.since > t; });
    const auto since_1970 = t.time_since_epoch() + std::prev(after)->offset;
    return unix_time(std::chrono::round<std::chrono::milliseconds>(since_1970));
}

} // namespace pajthy
