// A session's rounds: from the start over the votes to the close, and what can be taken back.
#include <pajthy/domain/session.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

result<changes> session::vote(std::string_view participant, std::string_view choice, time_point now)
{
    if (!open_)
        return errc::session_closed;
    seat* const voter = seat_of(participant);
    if (voter == nullptr)
        return errc::not_a_valid_participant;
    const auto chosen = cards_->find(choice);
    if (!chosen)
        return errc::not_a_valid_choice;

    if (!voter->has_voted())
    {
        voted_.push_back(voter->name_); // may fail
        ++votes_;
    }
    voter->vote_ = chosen;
    voter->vote_is_own_ = true;
    voter->last_seen_ = now;
    changes done{.votes = true};
    done.closed = close_if_complete(now);
    return done;
}

changes session::start(time_point now, round_plan plan)
{
    auto topic = plan.again ? topic_ : std::move(plan.topic);
    const finished_round* const before = !topic.empty() ? history_.newest_on(topic)
                                         : plan.again   ? history_.find(round_)
                                                        : nullptr;
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
    changes done{.opened = true};
    done.undo = std::exchange(undo_, nullptr) != nullptr;
    const auto planned = std::find(topics_.begin(), topics_.end(), std::string_view(topic));
    if (planned != topics_.end())
    {
        topics_.erase(planned);
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

changes session::stop(time_point now)
{
    if (!open_)
        return {};
    close(now);
    return {.closed = true};
}

changes session::reset(time_point now)
{
    if (!open_ && votes_ == 0)
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
    undo_ = std::make_shared<const undoable>(undoable{std::move(cleared), now + undo_time});
    forget_votes();
    open_ = false;
    ends_.reset();
    return {.reset = true, .undo = true};
}

result<changes> session::undo(const room_bounds& most, time_point now)
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

result<changes> session::bring_back(const cleared_table& cleared, time_point now)
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
    if (!cleared.open)
    {
        record(now); // somebody may have left
        return changes{.results = true};
    }
    open_ = true;
    if (cleared.left)
        ends_ = now + *cleared.left;
    changes done{.opened = true, .votes = true, .restored = true};
    done.closed = close_if_complete(now);
    return done;
}

result<changes> session::add_time(std::chrono::seconds more, time_point now)
{
    if (!open_)
        return errc::session_closed;
    if (more.count() == 0)
        return changes{};
    const auto from = ends_ ? std::max(*ends_, now) : now;
    ends_ = std::min<time_point>(from + more, now + longest_round);
    return changes{.timer = true};
}

result<changes> session::set_time(std::chrono::seconds left, time_point now)
{
    if (!open_)
        return errc::session_closed;
    ends_.reset();
    if (left.count() != 0)
        ends_ = now + left;
    return changes{.timer = true};
}

changes session::plan_topics(text_list topics)
{
    topics_ = std::move(topics);
    return {.topics = true};
}

result<changes> session::change_deck(deck cards)
{
    if (open_)
        return errc::session_open;
    auto laid_out = std::make_shared<const deck>(std::move(cards));
    changes done{.reset = votes_ != 0, .deck = true};
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

changes session::pass_time(time_point now)
{
    changes done;
    if (ends_ && now >= *ends_)
    {
        close(now);
        done.closed = true;
    }
    done.control = settings_.guarded && control_.pass_time(now);
    return done;
}

void session::close(time_point now)
{
    open_ = false;
    ends_.reset();
    record(now);
}

// The history follows what is revealed.
void session::record(time_point now)
{
    const auto* const before = history_.find(round_);
    if (before != nullptr && result_stays())
        return;
    if (votes_ == 0)
        return history_.forget(round_);
    finished_round r;
    r.number = round_;
    r.attempt = attempt_;
    r.topic = topic_;
    r.started = started_;
    r.ended = before != nullptr ? before->ended : now;
    r.cards = cards_;
    r.agreed = before != nullptr ? before->agreed : "";
    r.seats.reserve(votes_);
    r.chosen.reserve(votes_);
    for (const seat& s : seats_)
    {
        if (!s.vote_)
            continue;
        r.seats.push_back(s.number_);
        r.names.push_back(s.name_);
        r.chosen.push_back(*s.vote_);
    }
    history_.keep(std::move(r));
}

// Where voters see counts alone, a count that is one less would tell them whose vote went.
bool session::result_stays() const noexcept
{
    return settings_.results == results_for::counts;
}

// Nobody is left to wait for, and there is something to show.
bool session::close_if_complete(time_point now)
{
    if (!open_ || votes_ == 0)
        return false;
    if (votes_ != seats_.size())
    {
        const auto is_waited_for = [&](const seat& s) { return !s.has_voted() && !s.away(now); };
        if (lost_sockets_ == 0 || std::any_of(seats_.begin(), seats_.end(), is_waited_for))
            return false;
    }
    close(now);
    return true;
}

void session::forget_votes() noexcept
{
    voted_.clear();
    if (std::exchange(votes_, 0) == 0)
        return;
    for (seat& s : seats_)
        s.vote_.reset();
}

} // namespace pajthy
