// A session's rounds: from the start over the votes to the close, and what can be taken back.
#include <pajthy/domain/session.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

result<changes> session::vote(std::string_view participant, std::string_view choice, unix_time now)
{
    if (!open_)
        return errc::session_closed;
    seat* const voter = seat_of(participant);
    if (voter == nullptr)
        return errc::not_a_valid_participant;
    const auto chosen = cards_->find(choice);
    if (!chosen)
        return errc::not_a_valid_choice;

    // What may fail comes first.
    changes done{.votes = true, .own = {voter->number_}};
    auto ended = round_if_complete(now, {voter, chosen});
    if (!voter->has_voted())
    {
        voted_.push_back(voter->name_);
        ++votes_;
    }

    voter->vote_ = chosen;
    voter->vote_is_own_ = true;
    voter->last_seen_ = now;
    done.closed = close_with(std::move(ended));
    return done;
}

result<changes> session::start(unix_time now, round_plan plan)
{
    if (plan.after && *plan.after != round_)
        return errc::round_changed;
    auto topic = plan.again ? topic_ : std::move(plan.topic);
    const finished_round* const before = !topic.empty() ? history_.newest_on(topic)
                                         : plan.again   ? history_.find(round_)
                                                        : nullptr;
    changes done{.opened = true, .own = own_voters()}; // may fail, and nothing behind it
    if (before != nullptr)
    {
        attempt_ = before->attempt + 1;
        attempt_before_ = before->number;
    }
    else if (!plan.again)
    {
        attempt_ = 1;
        attempt_before_ = 0;
    }
    done.undo = std::exchange(undo_, nullptr) != nullptr;
    const auto planned = std::find(topics_.begin(), topics_.end(), std::string_view(topic));
    if (planned != topics_.end())
    {
        topics_.erase(planned);
        ++topics_version_;
        done.topics = true;
    }
    topic_ = std::move(topic);
    forget_votes();
    open_ = true;
    ++round_;
    started_ = now;
    ends_.reset();
    if (const auto lasts = plan.lasts.value_or(settings_.lasts); lasts.count() != 0)
        ends_ = now + lasts;
    return done;
}

changes session::stop(unix_time now)
{
    if (!open_)
        return {};
    close(now);
    return {.closed = true};
}

changes session::reset(unix_time now)
{
    if (!open_ && !shown_)
        return {};
    cleared_table cleared{.open = open_, .left = std::nullopt, .votes = {}};
    if (ends_)
        cleared.left = *ends_ - now;
    cleared.votes.reserve(votes_);
    for (const auto name : voted_)
    {
        const seat& voter = *find(name);
        cleared.votes.push_back({voter.number_, *voter.vote_, voter.vote_is_own_});
    }
    changes done{.reset = true, .undo = true, .own = own_voters()};
    undo_ =
        std::make_shared<const undoable>(undoable{std::move(cleared), now + settings_.waits.undo});
    forget_votes();
    open_ = false;
    ends_.reset();
    return done;
}

result<changes> session::undo(const room_bounds& most, unix_time now)
{
    if (!to_undo(now))
        return errc::nothing_to_undo;
    const auto last = undo_;
    const auto* const kicked = std::get_if<kicked_seat>(&last->what);
    if (kicked != nullptr && (is_full(most) || !has_room_for(kicked->who.name_.size(), most)))
        return errc::session_full;
    auto done = std::visit([&](const auto& what) { return bring_back(what, now); }, last->what);
    if (done.has_error())
        return done;
    undo_.reset();
    done->undo = true;
    return done;
}

result<changes> session::bring_back(const cleared_table& cleared, unix_time now)
try
{
    text_list voted; // first, because it may fail
    for (const auto& vote : cleared.votes)
    {
        if (const seat* const voter = find(vote.seat))
            voted.push_back(voter->name_);
    }
    for (const auto& vote : cleared.votes)
    {
        seat* const voter = seat_of(vote.seat);
        if (voter == nullptr)
            continue;
        voter->vote_ = vote.chosen;
        voter->vote_is_own_ = vote.own;
        ++votes_;
    }
    voted_ = std::move(voted);
    return reopen(cleared, now);
}
catch (...)
{
    forget_votes(); // there were none
    open_ = false;
    throw;
}

// With the votes on the table.
changes session::reopen(const cleared_table& cleared, unix_time now)
{
    if (!cleared.open)
    {
        changes done{.results = true, .own = own_voters()};
        shown_ = true;
        return done;
    }
    changes done{.opened = true, .votes = true, .restored = true, .own = own_voters()};
    open_ = true;
    auto ended = round_if_complete(now, {}); // the last that may fail
    if (cleared.left)
        ends_ = now + *cleared.left;
    done.closed = close_with(std::move(ended));
    return done;
}

result<changes> session::add_time(std::chrono::seconds more, unix_time now)
{
    if (!open_)
        return errc::session_closed;
    if (more.count() == 0)
        return changes{};
    const auto from = ends_ ? std::max(*ends_, now) : now;
    ends_ = std::min<unix_time>(from + more, now + longest_round);
    return changes{.timer = true};
}

result<changes> session::set_time(std::chrono::seconds left, unix_time now)
{
    if (!open_)
        return errc::session_closed;
    ends_.reset();
    if (left.count() != 0)
        ends_ = now + left;
    return changes{.timer = true};
}

result<changes> session::plan_topics(text_list topics, std::optional<std::uint32_t> after)
{
    if (after && *after != topics_version_)
        return errc::topics_changed;
    ++topics_version_;
    topics_ = std::move(topics);
    return changes{.topics = true};
}

result<changes> session::change_deck(deck cards)
{
    if (open_)
        return errc::session_open;
    auto laid_out = std::make_shared<const deck>(std::move(cards));
    changes done{.reset = shown_, .deck = true, .own = own_voters()};
    forget_votes();
    done.undo = std::exchange(undo_, nullptr) != nullptr; // it would bring back other cards
    cards_ = std::move(laid_out);
    return done;
}

result<changes> session::agree(std::uint32_t round, std::string agreed)
{
    if (!history_.agree(round, std::move(agreed)))
        return errc::not_a_round;
    return changes{.agreed = round};
}

changes session::advance_to(unix_time now)
{
    changes done;
    if (ends_ && now >= *ends_)
    {
        close(now);
        done.closed = true;
    }
    // What may fail comes first, and behind a close nothing fails.
    auto ended = lost_ != 0 ? round_if_complete(now, {}) : std::nullopt;
    done.seats = mark_away(now);
    done.closed = close_with(std::move(ended)) || done.closed;
    done.control = settings_.guarded && control_.advance_to(now, settings_.waits);
    done.none = !done.closed && !done.seats && !done.control;
    return done;
}

void session::close(unix_time now)
{
    std::optional<finished_round> ended;
    if (votes_ != 0)
        ended = round_as_of(now, {});
    open_ = false;
    ends_.reset();
    close_with(std::move(ended));
}

// A result stays as it closed: what happens to the seats from now on does not reach it.
finished_round session::round_as_of(unix_time now, const next_move& next)
{
    const auto votes = votes_after(next);
    finished_round r;
    r.number = round_;
    r.attempt = attempt_;
    r.topic = topic_;
    r.started = started_;
    r.ended = now;
    r.cards = cards_;
    r.seats.reserve(votes);
    r.chosen.reserve(votes);
    for (const seat& s : seats_)
    {
        const auto chosen = &s == next.who ? next.vote : s.vote_;
        if (!chosen)
            continue;
        r.seats.push_back(s.number_);
        r.names.push_back(s.name_);
        r.chosen.push_back(*chosen);
    }
    history_.make_room();
    return r;
}

std::size_t session::votes_after(const next_move& next) const noexcept
{
    if (next.who == nullptr)
        return votes_;
    return votes_ - (next.who->has_voted() ? 1 : 0) + (next.vote ? 1 : 0);
}

// The round as it closes with that move: nobody is left to wait for then, and there is something to
// show. All that may fail of closing it is done here.
std::optional<finished_round> session::round_if_complete(unix_time now, const next_move& next)
{
    const auto votes = votes_after(next);
    const auto seats = seats_.size() - (next.who != nullptr && !next.vote ? 1 : 0);
    if (!open_ || votes == 0)
        return std::nullopt;
    if (votes != seats)
    {
        const auto is_waited_for = [&](const seat& s)
        { return &s != next.who && !s.has_voted() && !s.is_away() && !is_overdue(s, now); };
        if ((away_ == 0 && lost_ == 0) || std::any_of(seats_.begin(), seats_.end(), is_waited_for))
            return std::nullopt;
    }
    return round_as_of(now, next);
}

bool session::close_with(std::optional<finished_round> ended) noexcept
{
    if (!ended)
        return false;
    open_ = false;
    ends_.reset();
    history_.keep(*std::move(ended));
    shown_ = true;
    return true;
}

std::vector<seat_number> session::own_voters() const
{
    std::vector<seat_number> out;
    if (votes_ == 0)
        return out;
    for (const seat& s : seats_)
    {
        if (s.vote_ && s.vote_is_own_)
            out.push_back(s.number_);
    }
    return out;
}

void session::forget_votes() noexcept
{
    shown_ = false;
    voted_.clear();
    if (std::exchange(votes_, 0) == 0)
        return;
    for (seat& s : seats_)
        s.vote_.reset();
}

} // namespace pajthy
