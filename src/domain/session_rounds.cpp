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
    changes done{.votes = true, .own = {voter->number_}};
    done.closed = close_if_complete(now);
    return done;
}

result<changes> session::start(time_point now, round_plan plan)
{
    if (plan.after && *plan.after != round_)
        return errc::round_changed;
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
    changes done{.opened = true, .own = own_voters()};
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

changes session::stop(time_point now)
{
    if (!open_)
        return {};
    close(now);
    return {.closed = true};
}

changes session::reset(time_point now)
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
    undo_ =
        std::make_shared<const undoable>(undoable{std::move(cleared), now + settings_.waits.undo});
    changes done{.reset = true, .undo = true, .own = own_voters()};
    forget_votes();
    open_ = false;
    ends_.reset();
    return done;
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
        shown_ = true;
        return changes{.results = true, .own = own_voters()};
    }
    open_ = true;
    if (cleared.left)
        ends_ = now + *cleared.left;
    changes done{.opened = true, .votes = true, .restored = true, .own = own_voters()};
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

changes session::pass_time(time_point now)
{
    changes done;
    if (ends_ && now >= *ends_)
    {
        close(now);
        done.closed = true;
    }
    done.control = settings_.guarded && control_.pass_time(now, settings_.waits);
    return done;
}

// A result stays as it closed: what happens to the seats from now on does not reach it.
void session::close(time_point now)
{
    open_ = false;
    ends_.reset();
    if (votes_ == 0)
        return;
    finished_round r;
    r.number = round_;
    r.attempt = attempt_;
    r.topic = topic_;
    r.started = started_;
    r.ended = now;
    r.cards = cards_;
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
    shown_ = true;
}

// Nobody is left to wait for, and there is something to show.
bool session::close_if_complete(time_point now)
{
    if (!open_ || votes_ == 0)
        return false;
    if (votes_ != seats_.size())
    {
        const auto is_waited_for = [&](const seat& s)
        { return !s.has_voted() && !is_away(s, now); };
        if (lost_sockets_ == 0 || std::any_of(seats_.begin(), seats_.end(), is_waited_for))
            return false;
    }
    close(now);
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
