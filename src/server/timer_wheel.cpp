#include <pajthy/server/timer_wheel.hpp>

#include <algorithm>

namespace pajthy
{

void timer_wheel::advance(time_point now) noexcept
{
    constexpr duration turn = step * static_cast<int>(slot_count);
    // A deadline of this moment may stand in the slot that is only half over.
    auto at = std::max(turned_to_, now - turn);
    turned_to_ = now;
    slot due;
    for (; at < now + step; at += step)
    {
        slot& visited = slot_of(at);
        for (auto it = visited.begin(); it != visited.end();)
        {
            timed& who = *it++;
            if (who.due_ > now)
                continue;
            who.unlink();
            due.push_back(who);
        }
    }
    while (!due.empty())
    {
        timed& who = due.front();
        due.pop_front();
        who.on_deadline(now);
    }
}

void timer_wheel::insert(timed& who, time_point due) noexcept
{
    who.unlink();
    who.due_ = std::max(due, turned_to_);
    slot_of(who.due_).push_back(who);
}

timer_wheel::slot& timer_wheel::slot_of(time_point due) noexcept
{
    const auto steps = due.time_since_epoch() / step;
    return slots_[static_cast<std::size_t>(steps) % slots_.size()];
}

} // namespace pajthy
