#include <pajthy/domain/round.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

round::round(round_record r) noexcept
    : topic_(std::move(r.topic)), questions_(std::move(r.questions)), started_(r.started),
      ends_(r.ends.value_or(never)), rests_(r.rests.value_or(no_timer)), number_(r.number),
      attempt_(r.attempt), attempt_before_(r.attempt_before), stage_(r.stage)
{}

round_record round::record() const
{
    return {number_,  attempt_, attempt_before_, stage_, topic_,
            started_, ends(),   questions_,      rests()};
}

std::string_view round::topic() const noexcept
{
    return stage_ == round_stage::none ? std::string_view() : std::string_view(topic_);
}

std::uint32_t round::attempt() const noexcept
{
    return stage_ == round_stage::none ? 1 : attempt_;
}

std::optional<unix_time> round::ends() const noexcept
{
    return ends_ == never ? std::nullopt : std::optional(ends_);
}

std::optional<milliseconds> round::rests() const noexcept
{
    return rests_ == no_timer ? std::nullopt : std::optional(rests_);
}

std::optional<milliseconds> round::left(unix_time now) const noexcept
{
    return ends_ == never ? rests() : std::optional<milliseconds>(ends_ - now);
}

bool round::has_question(seat_number seat) const noexcept
{
    return std::find(questions_.begin(), questions_.end(), seat) != questions_.end();
}

void round::ask(seat_number seat, unix_time now)
{
    const auto left_now = left(now);
    questions_.push_back(seat);
    end_in(left_now, now);
}

bool round::answer(seat_number seat, unix_time now) noexcept
{
    const auto left_now = left(now);
    if (std::erase(questions_, seat) == 0)
        return false;
    end_in(left_now, now);
    return true;
}

void round::end_in(std::optional<milliseconds> left, unix_time now) noexcept
{
    const bool is_resting = !questions_.empty();
    ends_ = left && !is_resting ? now + *left : never;
    rests_ = left && is_resting ? std::max(*left, milliseconds(0)) : no_timer;
}

void round::start(std::string topic, std::uint32_t attempt, std::uint32_t attempt_before,
                  unix_time now) noexcept
{
    topic_ = std::move(topic);
    attempt_ = attempt;
    attempt_before_ = attempt_before;
    started_ = now;
    ++number_;
    enter(round_stage::none); // whatever was open
    stage_ = round_stage::open;
}

void round::enter(round_stage next) noexcept
{
    stage_ = next;
    if (stage_ == round_stage::open)
        return;
    questions_ = {};
    ends_ = never;
    rests_ = no_timer;
}

} // namespace pajthy
