// A session's rounds: from the start over the votes to the close, and what can be taken back.
#include <pajthy/domain/session.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

result<changes> session::vote(std::string_view participant, std::string_view choice, unix_time now)
{
    if (!open())
        return errc::session_closed;
    seat* const voter = seats_.find(participant);
    if (voter == nullptr)
        return errc::not_a_valid_participant;
    const auto chosen = deck_->find(choice);
    if (!chosen)
        return errc::not_a_valid_choice;

    // What may fail comes first.
    changes done{.votes = true, .own = {voter->number()}};
    if (!voter->has_voted())
        done.voted = voter->number();
    auto ended = round_if_complete(now, {voter, chosen});
    seats_.vote(*voter, {*chosen, true});

    voter->seen(now);
    done.closed = close_with(std::move(ended));
    return done;
}

result<changes> session::start(unix_time now, round_plan plan)
{
    if (plan.after && *plan.after != round_.number())
        return errc::round_changed;
    auto topic = plan.again ? round_.last_topic() : std::move(plan.topic);
    const finished_round* const before = !topic.empty() ? history_.newest_on(topic)
                                         : plan.again   ? history_.find(round_.number())
                                                        : nullptr;
    auto attempt = plan.again ? round_.last_attempt() : 1;
    auto attempt_before = plan.again ? round_.attempt_before() : 0;
    if (before != nullptr)
    {
        attempt = before->attempt + 1;
        attempt_before = before->number;
    }
    changes done{.opened = true,
                 .altered = seats_.away_voters(),
                 .own = seats_.own_voters()}; // may fail, and nothing behind it
    done.undo = undo_.forget();
    done.topics = topics_.remove(topic);
    forget_votes();
    round_.start(std::move(topic), attempt, attempt_before, now);
    if (const auto lasts = plan.lasts.value_or(settings_.lasts); lasts.count() != 0)
        round_.end_in(lasts, now);
    return done;
}

changes session::stop(unix_time now)
{
    if (!open())
        return {};
    close(now);
    return {.closed = true};
}

changes session::reset(unix_time now)
{
    if (round_.stage() == round_stage::none)
        return {};
    reset_state before{.open = open(), .left = round_.left(now), .votes = seats_.cast_votes()};
    changes done{
        .reset = true, .altered = seats_.away_voters(), .undo = true, .own = seats_.own_voters()};
    undo_ = pajthy::undo_slot(undoable{std::move(before), now + settings_.waits.undo});
    forget_votes();
    return done;
}

result<changes> session::undo(const room_limits& max, unix_time now)
{
    if (!undo_.offer(now))
        return errc::nothing_to_undo;
    const seat* const kicked = undo_.kicked(now);
    if (kicked != nullptr &&
        (seats_.is_full(max) || !seats_.has_room_for(kicked->name().size(), max)))
        return errc::session_full;
    auto done =
        std::visit([&](const auto& what) { return restore(what, now); }, undo_.last()->what);
    undo_.forget();
    done.undo = true;
    return done;
}

changes session::restore(const reset_state& before, unix_time now)
try
{
    seats_.restore_votes(before.votes);
    return reopen(before, now);
}
catch (...)
{
    forget_votes(); // there were none
    throw;
}

// With the votes back.
changes session::reopen(const reset_state& before, unix_time now)
{
    if (!before.open)
    {
        changes done{.results = true, .restored = true, .own = seats_.own_voters()};
        round_.enter(round_stage::revealed);
        return done;
    }
    changes done{.opened = true, .votes = true, .restored = true, .own = seats_.own_voters()};
    round_.enter(round_stage::open);
    auto ended = round_if_complete(now, {}); // the last that may fail
    round_.end_in(before.left, now);
    done.closed = close_with(std::move(ended));
    return done;
}

result<changes> session::add_time(std::chrono::seconds more, unix_time now)
{
    if (!open())
        return errc::session_closed;
    if (more.count() == 0)
        return changes{};
    const auto left = std::max(round_.left(now).value_or(milliseconds(0)), milliseconds(0));
    round_.end_in(std::min<milliseconds>(left + more, max_round_time), now);
    return changes{.timer = true};
}

result<changes> session::set_time(std::chrono::seconds left, unix_time now)
{
    if (!open())
        return errc::session_closed;
    round_.end_in(left.count() == 0 ? std::nullopt : std::optional<milliseconds>(left), now);
    return changes{.timer = true};
}

result<changes> session::ask_question(std::string_view participant, unix_time now)
{
    if (!open())
        return errc::session_closed;
    seat* const asking = seats_.find(participant);
    if (asking == nullptr)
        return errc::not_a_participant;
    if (round_.has_question(asking->number()))
        return changes{.none = true};
    if (round_.questions().size() == max_questions)
        return errc::too_many_questions;
    changes done{.timer = round_.ends().has_value(), .question = true};
    round_.ask(asking->number(), now);
    asking->seen(now);
    return done;
}

result<changes> session::answer_question(std::string_view participant, unix_time now)
{
    const seat* const asked = seats_.find(participant);
    if (asked == nullptr)
        return errc::not_a_participant;
    changes done;
    answer(asked->number(), now, done);
    done.none = !done.question;
    return done;
}

changes session::answer_questions(unix_time now) noexcept
{
    changes done;
    while (!round_.questions().empty())
        answer(round_.questions().back(), now, done);
    done.none = !done.question;
    return done;
}

void session::answer(seat_number seat, unix_time now, changes& done) noexcept
{
    const bool rested = round_.rests().has_value();
    done.question = round_.answer(seat, now) || done.question;
    done.timer = done.timer || (rested && round_.ends());
}

changes session::give_title(std::string title) noexcept
{
    changes done;
    done.title = title != title_;
    title_ = std::move(title);
    return done;
}

result<changes> session::plan_topics(text_list topics, std::optional<std::uint32_t> after)
{
    if (const auto planned = topics_.replace(std::move(topics), after); planned.has_error())
        return planned.error();
    return changes{.topics = true};
}

result<changes> session::change_deck(pajthy::deck choices)
{
    if (open())
        return errc::session_open;
    auto fresh = std::make_shared<const pajthy::deck>(std::move(choices));
    changes done{.reset = round_.is_revealed(),
                 .altered = seats_.away_voters(),
                 .deck = true,
                 .own = seats_.own_voters()};
    forget_votes();
    done.undo = undo_.forget(); // its votes are for other choices
    deck_ = std::move(fresh);
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
    changes done{.altered = seats_.overdue(now, settings_.waits.absence)};
    if (const auto ends = round_.ends(); ends && now >= *ends)
    {
        close(now);
        done.closed = true;
    }
    // What may fail comes first, and behind a close nothing fails.
    auto ended = seats_.has_lost() ? round_if_complete(now, {}) : std::nullopt;
    done.seats = seats_.mark_away(now, settings_.waits.absence);
    done.closed = close_with(std::move(ended)) || done.closed;
    if (done.seats)
        forget_questions_of_absent(now, done);
    done.control = settings_.guarded && control_.advance_to(now, settings_.waits);
    done.none = !done.closed && !done.seats && !done.control;
    return done;
}

// Nobody waits for them, and neither does the timer.
void session::forget_questions_of_absent(unix_time now, changes& done) noexcept
{
    for (const seat& one : seats_)
    {
        if (one.is_away())
            answer(one.number(), now, done);
    }
}

void session::close(unix_time now)
{
    std::optional<finished_round> ended;
    if (seats_.votes() != 0)
        ended = round_as_of(now, {});
    round_.enter(round_stage::none);
    close_with(std::move(ended));
}

// A result stays as it closed: what happens to the seats from now on does not reach it.
finished_round session::round_as_of(unix_time now, const next_move& next)
{
    const auto votes = votes_after(next);
    finished_round r;
    r.number = round_.number();
    r.attempt = round_.last_attempt();
    r.topic = round_.last_topic();
    r.started = round_.started();
    r.ended = now;
    r.deck = deck_;
    r.seats.reserve(votes);
    r.chosen.reserve(votes);
    const auto add = [&](const seat& s, choice_index chosen)
    {
        r.seats.push_back(s.number());
        r.names.push_back(s.name());
        r.chosen.push_back(chosen);
    };
    for (const seat& s : seats_)
    {
        const bool goes = &s == next.who && !next.vote;
        if (&s != next.who && s.it_.vote)
            add(s, s.it_.vote->chosen);
        else if (&s == next.who && next.vote)
            add(s, *next.vote);
        else if (!goes && !s.is_away() && !s.is_overdue(now, settings_.waits.absence))
            ++r.asked; // it was waited for
    }
    r.asked += static_cast<std::uint32_t>(r.seats.size());
    r.first = first_to_speak(r, history_);
    history_.make_room();
    return r;
}

std::size_t session::votes_after(const next_move& next) const noexcept
{
    if (next.who == nullptr)
        return seats_.votes();
    return seats_.votes() - (next.who->has_voted() ? 1 : 0) + (next.vote ? 1 : 0);
}

// The round as it closes with that move: nobody is left to wait for then, and there is something to
// show. All that may fail of closing it is done here.
std::optional<finished_round> session::round_if_complete(unix_time now, const next_move& next)
{
    const auto votes = votes_after(next);
    const auto seats = seats_.size() - (next.who != nullptr && !next.vote ? 1 : 0);
    if (!open() || votes == 0)
        return std::nullopt;
    if (votes != seats)
    {
        const auto is_waited_for = [&](const seat& s)
        {
            return &s != next.who && !s.has_voted() && !s.is_away() &&
                   !s.is_overdue(now, settings_.waits.absence);
        };
        if ((!seats_.has_away() && !seats_.has_lost()) ||
            std::any_of(seats_.begin(), seats_.end(), is_waited_for))
            return std::nullopt;
    }
    return round_as_of(now, next);
}

bool session::close_with(std::optional<finished_round> ended) noexcept
{
    if (!ended)
        return false;
    history_.keep(*std::move(ended));
    round_.enter(round_stage::revealed);
    return true;
}

void session::forget_votes() noexcept
{
    seats_.forget_votes();
    round_.enter(round_stage::none);
}

} // namespace pajthy
