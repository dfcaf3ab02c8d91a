#include <pajthy/server/timer_wheel.hpp>

#include <algorithm>

namespace pajthy
{

void timer_wheel::advance(time_point now) noexcept
{
    constexpr duration revolution = step * static_cast<int>(slot_count);
    // The slot of the last call may have deadlines that were not due then.
    auto at = std::max(current_, now - revolution);
    current_ = now;
    slot due;
    for (; at < now + step; at += step)
    {
        slot& visited = slot_of(at);
        for (auto it = visited.begin(); it != visited.end();)
        {
            timed& timer = *it++;
            if (timer.due_ > now)
                continue;
            timer.unlink();
            due.push_back(timer);
        }
    }
    while (!due.empty())
    {
        timed& timer = due.front();
        due.pop_front();
        timer.on_deadline(now);
    }
}

void timer_wheel::insert(timed& timer, time_point due) noexcept
{
    timer.unlink();
    timer.due_ = std::max(due, current_);
    slot_of(timer.due_).push_back(timer);
}

timer_wheel::slot& timer_wheel::slot_of(time_point due) noexcept
{
    const auto steps = due.time_since_epoch() / step;
    return slots_[static_cast<std::size_t>(steps) % slots_.size()];
}

} // namespace pajthy
