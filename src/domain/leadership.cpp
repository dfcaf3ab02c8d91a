#include <pajthy/domain/leadership.hpp>

#include <utility>

namespace pajthy
{

std::optional<unix_time> leadership::ends(const waits& lasting) const noexcept
{
    switch (it_.stage)
    {
    case leadership_stage::led:
        return it_.present ? std::nullopt : std::optional(it_.since + lasting.unattended_after);
    case leadership_stage::unled: return std::nullopt;
    case leadership_stage::asked: return it_.since + lasting.objection_period;
    case leadership_stage::passed: return it_.since + lasting.pickup_period;
    }
    return std::nullopt;
}

bool leadership::connected(unix_time now) noexcept
{
    it_.present = true;
    return seen(now);
}

void leadership::disconnected(unix_time now) noexcept
{
    if (std::exchange(it_.present, false) && it_.stage == leadership_stage::led)
        it_.since = now;
}

bool leadership::seen(unix_time now) noexcept
{
    const bool was_led = it_.stage == leadership_stage::led;
    enter(leadership_stage::led, now);
    return !was_led;
}

result<void> leadership::ask(seat_number who, unix_time now) noexcept
{
    if (it_.stage != leadership_stage::unled)
        return errc::control_not_free;
    enter(leadership_stage::asked, now);
    it_.asker = who;
    return {};
}

result<void> leadership::object(unix_time now) noexcept
{
    if (it_.stage != leadership_stage::asked)
        return errc::control_not_free;
    enter(leadership_stage::led, now);
    return {};
}

result<void> leadership::take(seat_number who, unix_time now) noexcept
{
    if (it_.stage != leadership_stage::passed || who != it_.asker)
        return errc::control_not_free;
    enter(leadership_stage::led, now);
    return {};
}

bool leadership::left(seat_number who, unix_time now) noexcept
{
    if (it_.asker == 0 || who != it_.asker)
        return false;
    enter(leadership_stage::led, now);
    return true;
}

bool leadership::advance_to(unix_time now, const waits& lasting) noexcept
{
    const auto end = ends(lasting);
    if (!end || now < *end)
        return false;
    const auto asker = it_.asker;
    switch (it_.stage)
    {
    case leadership_stage::led: enter(leadership_stage::unled, now); break;
    case leadership_stage::unled: break;
    case leadership_stage::asked:
        enter(leadership_stage::passed, now);
        it_.asker = asker;
        break;
    case leadership_stage::passed: enter(leadership_stage::unled, now); break;
    }
    return true;
}

void leadership::enter(leadership_stage next, unix_time now) noexcept
{
    it_.stage = next;
    it_.since = now;
    it_.asker = 0;
}

} // namespace pajthy
