#include <pajthy/domain/seat_list.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace pajthy
{

seat_list::seat_list(std::vector<seat> seats, seat_number last,
                     const std::vector<seat_number>& voted)
    : seats_(std::move(seats)), by_name_(seats_.size()), last_number_(last)
{
    std::iota(by_name_.begin(), by_name_.end(), seat_index{0});
    std::sort(by_name_.begin(), by_name_.end(),
              [&](seat_index a, seat_index b) { return seats_[a].name() < seats_[b].name(); });
    for (const seat& s : seats_)
    {
        name_bytes_ += s.name().size();
        votes_ += s.has_voted() ? 1 : 0;
        count(s, +1);
    }
    for (const seat_number number : voted)
        voted_.push_back(find(number)->name());
}

const seat* seat_list::find(std::string_view name) const noexcept
{
    const auto at = by_name(name);
    return at == by_name_.end() || seats_[*at].name() != name ? nullptr : &seats_[*at];
}

const seat* seat_list::find(seat_number number) const noexcept
{
    const auto at = by_number(number);
    return at == seats_.end() || at->number() != number ? nullptr : &*at;
}

const seat* seat_list::find(const key& secret) const noexcept
{
    const seat* found = nullptr;
    for (const seat& s : seats_) // all of them, so that the time tells nothing
    {
        if (same_key(s.secret(), secret))
            found = &s;
    }
    return found;
}

seat* seat_list::find(std::string_view name) noexcept
{
    return const_cast<seat*>(std::as_const(*this).find(name));
}

seat* seat_list::find(seat_number number) noexcept
{
    return const_cast<seat*>(std::as_const(*this).find(number));
}

struct progress seat_list::progress(std::size_t max_names) const
{
    struct progress out
    {
        votes_, seats_.size(), {}
    };
    std::size_t waited_for = 0;
    out.waiting.reserve(std::min(max_names, seats_.size() - votes_));
    for (const seat& s : seats_)
    {
        if (away_ == 0 && out.waiting.size() == max_names)
            return out; // the rest would only be counted
        if (s.has_voted() || s.is_away())
            continue;
        ++waited_for;
        if (out.waiting.size() < max_names)
            out.waiting.push_back(s.name());
    }
    out.of = votes_ + waited_for;
    return out;
}

template <class Is>
std::vector<seat_number> seat_list::numbers_of(Is is) const
{
    std::vector<seat_number> out;
    for (const seat& s : seats_)
    {
        if (is(s))
            out.push_back(s.number());
    }
    return out;
}

std::vector<seat_number> seat_list::away_voters() const
{
    if (away_ == 0 || votes_ == 0)
        return {};
    return numbers_of([](const seat& s) { return s.has_voted() && s.is_away(); });
}

std::vector<seat_number> seat_list::overdue(unix_time now, milliseconds absence) const
{
    if (lost_ == 0)
        return {};
    return numbers_of([&](const seat& s) { return !s.has_voted() && s.is_overdue(now, absence); });
}

std::optional<unix_time> seat_list::first_lost_at() const noexcept
{
    std::optional<unix_time> first;
    if (lost_ == 0)
        return first;
    for (const seat& s : seats_)
    {
        if (s.is_lost() && (!first || s.it_.lost_at < *first))
            first = s.it_.lost_at;
    }
    return first;
}

void seat_list::add(std::string name, const key& fresh, unix_time now)
{
    // What may fail comes first.
    if (seats_.size() == seats_.capacity())
        seats_.reserve(seats_.size() + seats_.size() / 4 + 1); // most of a session's memory is here
    by_name_.insert(by_name(name), static_cast<seat_index>(seats_.size()));

    name_bytes_ += name.size();
    seats_.emplace_back(++last_number_, std::move(name), fresh, now); // has room
}

void seat_list::restore(seat back)
{
    // What may fail comes first.
    seats_.reserve(seats_.size() + 1);
    by_name_.reserve(by_name_.size() + 1);
    if (back.has_voted())
    {
        voted_.push_back(back.name());
        ++votes_;
    }

    const auto at = by_number(back.number());
    const auto index = static_cast<seat_index>(at - seats_.begin());
    const auto name_at = by_name(back.name()) - by_name_.begin();
    for (seat_index& i : by_name_)
        i += i >= index ? 1 : 0;
    by_name_.insert(by_name_.begin() + name_at, index);
    name_bytes_ += back.name().size();
    count(back, +1);
    seats_.insert(at, std::move(back));
}

void seat_list::remove(const seat& gone) noexcept
{
    if (gone.has_voted())
    {
        --votes_;
        voted_.erase(std::find(voted_.begin(), voted_.end(), std::string_view(gone.name())));
    }
    count(gone, -1);
    name_bytes_ -= gone.name().size();
    const auto index = static_cast<seat_index>(&gone - seats_.data());
    by_name_.erase(by_name(gone.name()));
    for (seat_index& i : by_name_)
        i -= i > index ? 1 : 0;
    seats_.erase(seats_.begin() + index);
}

text_list seat_list::voted_after_rename(const seat& renamed, std::string_view to) const
{
    text_list voted;
    for (const auto name : voted_)
        voted.push_back(name == renamed.name() ? to : name);
    return voted;
}

void seat_list::rename(seat& renamed, std::string to, text_list voted) noexcept
{
    by_name_.erase(by_name(renamed.name()));
    by_name_.insert(by_name(to), static_cast<seat_index>(&renamed - seats_.data())); // has room
    voted_ = std::move(voted);
    name_bytes_ += to.size();
    name_bytes_ -= renamed.name().size();
    renamed.it_.name = std::move(to);
}

void seat_list::hand_over(seat& taken, const key& fresh, unix_time now) noexcept
{
    taken.it_.secret = fresh;
    if (taken.it_.vote)
        taken.it_.vote->own = false;
    taken.seen(now);
    enter(taken, seat_presence::unseen);
}

void seat_list::vote(seat& voter, seat_vote vote)
{
    if (!voter.has_voted())
    {
        voted_.push_back(voter.name()); // may fail
        ++votes_;
    }
    voter.it_.vote = vote;
}

void seat_list::forget_votes() noexcept
{
    voted_.clear();
    if (std::exchange(votes_, 0) == 0)
        return;
    for (seat& s : seats_)
        s.it_.vote.reset();
}

void seat_list::restore_votes(const std::vector<reset_vote>& votes)
{
    text_list voted; // first, because it may fail
    for (const auto& vote : votes)
    {
        if (const seat* const voter = find(vote.seat))
            voted.push_back(voter->name());
    }
    for (const auto& vote : votes)
    {
        seat* const voter = find(vote.seat);
        if (voter == nullptr)
            continue;
        voter->it_.vote = vote.vote;
        ++votes_;
    }
    voted_ = std::move(voted);
}

void seat_list::disconnect(seat& left, unix_time now) noexcept
{
    count(left, -1);
    left.lose(now);
    count(left, +1);
}

bool seat_list::mark_away(unix_time now, milliseconds absence) noexcept
{
    bool changed = false;
    if (lost_ == 0)
        return changed;
    for (seat& s : seats_)
    {
        if (!s.is_overdue(now, absence))
            continue;
        enter(s, seat_presence::away);
        changed = true;
    }
    return changed;
}

std::vector<seat_number> seat_list::own_voters() const
{
    if (votes_ == 0)
        return {};
    return numbers_of([](const seat& s) { return s.it_.vote && s.it_.vote->own; });
}

std::vector<reset_vote> seat_list::cast_votes() const
{
    std::vector<reset_vote> out;
    out.reserve(votes_);
    for (const auto name : voted_)
    {
        const seat& voter = *find(name);
        out.push_back({voter.number(), *voter.it_.vote});
    }
    return out;
}

std::vector<seat_list::seat_index>::const_iterator
seat_list::by_name(std::string_view name) const noexcept
{
    return std::lower_bound(by_name_.begin(), by_name_.end(), name,
                            [&](seat_index i, std::string_view n) { return seats_[i].name() < n; });
}

std::vector<seat>::const_iterator seat_list::by_number(seat_number number) const noexcept
{
    return std::lower_bound(seats_.begin(), seats_.end(), number,
                            [](const seat& s, seat_number n) { return s.number() < n; });
}

void seat_list::enter(seat& changed, seat_presence next) noexcept
{
    count(changed, -1);
    changed.enter(next);
    count(changed, +1);
}

void seat_list::count(const seat& counted, int by) noexcept
{
    if (counted.is_lost())
        lost_ += static_cast<std::uint32_t>(by);
    if (counted.is_away())
        away_ += static_cast<std::uint32_t>(by);
}

} // namespace pajthy
