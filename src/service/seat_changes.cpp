#include <pajthy/service/seat_changes.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

namespace pajthy
{
namespace
{

constexpr std::size_t usual_number = 8; // of seats that vote before it is told

} // namespace

void seat_changes::note(const changes& done, const session& s)
{
    const auto count = s.seats().size();
    if ((done.added && count == max_seats_with_names + 1) ||
        (done.removed && count == max_seats_with_names) ||
        (done.restored && count <= max_seats_with_names))
        add_all();
    if (count > max_seats_with_names)
        return;
    if (done.voted)
        add(*done.voted);
    only_votes_ = only_votes_ && !done.added && !done.removed && done.altered.empty();
    if (done.added)
        add(*done.added);
    if (done.removed)
        add(*done.removed);
    for (const seat_number number : done.altered)
        add(number);
}

event::seats seat_changes::told(const session& s) const
{
    assert(!empty());
    if (all_)
        return {true, seats_of(s)};
    event::seats out;
    auto& changed = out.changed.emplace();
    changed.reserve(numbers_.size());
    for (const seat_number number : numbers_)
    {
        if (const seat* const one = s.seats().find(number))
            changed.push_back({number, one->name(), one->state()});
        else
            out.gone.push_back(number);
    }
    return out;
}

void seat_changes::add(seat_number number)
{
    if (all_ || std::find(numbers_.begin(), numbers_.end(), number) != numbers_.end())
        return;
    if (numbers_.size() == max_seats_with_names)
        return add_all();
    if (numbers_.empty())
        numbers_.reserve(usual_number);
    numbers_.push_back(number);
}

void seat_changes::add_all() noexcept
{
    numbers_ = {};
    all_ = true;
}

} // namespace pajthy
