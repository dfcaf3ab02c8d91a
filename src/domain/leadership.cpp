#include <pajthy/domain/leadership.hpp>

#include <utility>

namespace pajthy
{

std::optional<unix_time> leadership::ends(const waits& lasting) const noexcept
{
    switch (stage_)
    {
    case stage::led: return present_ ? std::nullopt : std::optional(since_ + lasting.alone);
    case stage::unled: return std::nullopt;
    case stage::asked: return since_ + lasting.objection;
    case stage::passed: return since_ + lasting.taking;
    }
    return std::nullopt;
}

bool leadership::connected(unix_time now) noexcept
{
    present_ = true;
    return seen(now);
}

void leadership::disconnected(unix_time now) noexcept
{
    if (std::exchange(present_, false) && stage_ == stage::led)
        since_ = now;
}

bool leadership::seen(unix_time now) noexcept
{
    const bool was_led = stage_ == stage::led;
    enter(stage::led, now);
    return !was_led;
}

result<void> leadership::ask(seat_number who, unix_time now) noexcept
{
    if (stage_ != stage::unled)
        return errc::control_not_free;
    enter(stage::asked, now);
    asker_ = who;
    return {};
}

result<void> leadership::object(unix_time now) noexcept
{
    if (stage_ != stage::asked)
        return errc::control_not_free;
    enter(stage::led, now);
    return {};
}

result<void> leadership::take(seat_number who, unix_time now) noexcept
{
    if (stage_ != stage::passed || who != asker_)
        return errc::control_not_free;
    enter(stage::led, now);
    return {};
}

bool leadership::left(seat_number who, unix_time now) noexcept
{
    if (asker_ == 0 || who != asker_)
        return false;
    enter(stage::led, now);
    return true;
}

bool leadership::advance_to(unix_time now, const waits& lasting) noexcept
{
    const auto end = ends(lasting);
    if (!end || now < *end)
        return false;
    const auto asker = asker_;
    switch (stage_)
    {
    case stage::led: enter(stage::unled, now); break;
    case stage::unled: break;
    case stage::asked:
        enter(stage::passed, now);
        asker_ = asker;
        break;
    case stage::passed: enter(stage::unled, now); break;
    }
    return true;
}

void leadership::enter(stage next, unix_time now) noexcept
{
    stage_ = next;
    since_ = now;
    asker_ = 0;
}

} // namespace pajthy
