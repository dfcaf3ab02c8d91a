#include <pajthy/domain/round.hpp>

#include <utility>

namespace pajthy
{

round::round(round_record r) noexcept
    : topic_(std::move(r.topic)), started_(r.started), ends_(r.ends.value_or(never)),
      number_(r.number), attempt_(r.attempt), attempt_before_(r.attempt_before), stage_(r.stage)
{}

round_record round::record() const
{
    return {number_, attempt_, attempt_before_, stage_, topic_, started_, ends()};
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

void round::start(std::string topic, std::uint32_t attempt, std::uint32_t attempt_before,
                  unix_time now) noexcept
{
    topic_ = std::move(topic);
    attempt_ = attempt;
    attempt_before_ = attempt_before;
    started_ = now;
    ++number_;
    ends_ = never;
    stage_ = round_stage::open;
}

void round::enter(round_stage next) noexcept
{
    stage_ = next;
    if (stage_ != round_stage::open)
        ends_ = never;
}

} // namespace pajthy
