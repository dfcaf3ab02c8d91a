// Who sits in a session: how seats come, change hands and go, and whose sockets are open.
#include <pajthy/domain/session.hpp>

#include <utility>

namespace pajthy
{

result<join_outcome> session::join(std::string name, const key& fresh,
                                   const std::optional<key>& presented, const room_limits& max,
                                   unix_time now)
{
    if (seat* const taken = seats_.find(name))
    {
        if (presented && same_key(taken->secret(), *presented))
        {
            join_outcome again{taken->number(), taken->name(), taken->secret(), {}};
            taken->seen(now);
            return again;
        }
        if (!taken->can_be_taken_over(now, settings_.waits.absence))
            return errc::already_joined;
        if (locked_)
            return errc::door_locked;
        return join_outcome{taken->number(), std::move(name), fresh, hand_over(*taken, fresh, now)};
    }
    if (locked_)
        return errc::door_locked;
    if (seats_.is_full(max) || !seats_.has_room_for(name.size(), max))
        return errc::session_full;
    // What may fail comes first.
    join_outcome joined{
        seats_.last_number() + 1, name, fresh, {.seats = true, .added = seats_.last_number() + 1}};
    seats_.add(std::move(name), fresh, now);
    joined.done.undo = undo_.forget_kick_of(joined.name);
    return joined;
}

// The earlier holder of the seat is gone for good as far as we know: only the newcomer's presence
// counts. The vote stays, but what the old key gave access to never passes to another: neither the
// sight of that vote, nor the name in earlier rounds, nor a request for control.
changes session::hand_over(seat& taken, const key& fresh, unix_time now)
{
    changes done{.seats = true}; // this and the next may fail
    if (taken.state() == seat_state::away)
        done.altered = {taken.number()};
    undo_.disown(taken.number());
    history_.disown(taken.number());
    seats_.hand_over(taken, fresh, now);
    answer(taken.number(), now, done);
    done.control = control_.left(taken.number(), now);
    return done;
}

changes session::lock_door(bool locked) noexcept
{
    return {.door = std::exchange(locked_, locked) != locked};
}

result<changes> session::leave(std::string_view participant, unix_time now)
{
    return remove(participant, now);
}

result<changes> session::rename(std::string_view participant, std::string to,
                                const room_limits& max, unix_time now)
{
    seat* const renamed = seats_.find(participant);
    if (renamed == nullptr)
        return errc::not_a_participant;
    const auto had = renamed->name().size();
    if (renamed->name() == to)
        return changes{};
    if (seats_.find(to) != nullptr)
        return errc::already_joined;
    if (to.size() > had && !seats_.has_room_for(to.size() - had, max))
        return errc::session_full;

    // What may fail comes first.
    changes done{.seats = true, .altered = {renamed->number()}, .own = {renamed->number()}};
    auto voted = seats_.voted_after_rename(*renamed, to);
    history_.rename(renamed->number(), to);

    done.undo = undo_.forget_kick_of(to);
    seats_.rename(*renamed, std::move(to), std::move(voted));
    renamed->seen(now);
    done.votes = renamed->has_voted() && open();
    done.results = renamed->has_voted() && !open();
    done.control = control_.asker() == renamed->number();
    done.question = round_.has_question(renamed->number());
    return done;
}

result<changes> session::kick(std::string_view participant, unix_time now)
{
    const seat* const kicked = seats_.find(participant);
    if (kicked == nullptr)
        return errc::not_a_participant;
    pajthy::undo_slot undo(undoable{kicked_seat{*kicked}, now + settings_.waits.undo});
    auto done = remove(participant, now);
    undo_ = std::move(undo);
    done->undo = true;
    return done;
}

// Nobody has its name: that would have ended the undo.
changes session::restore(const kicked_seat& kicked, unix_time now)
{
    seat back = kicked.who;
    back.seen(now);
    if (round_.stage() == round_stage::none)
        back.it_.vote.reset(); // the round ended without votes
    changes done{.votes = back.has_voted() && open(), .seats = true, .added = back.number()};
    seats_.restore(std::move(back));
    return done;
}

result<changes> session::connected(seat_number number)
{
    seat* const arrived = seats_.find(number);
    if (arrived == nullptr)
        return errc::not_a_participant;
    changes done{.seats = arrived->is_away(), .none = arrived->is_present()};
    if (arrived->state() == seat_state::away)
        done.altered = {number};
    seats_.connect(*arrived);
    return done;
}

changes session::disconnected(seat_number number, unix_time now)
{
    seat* const left = seats_.find(number);
    if (left == nullptr)
        return {.none = !undo_.disconnect(number, now)};
    if (!left->is_present())
        return {.none = true};
    seats_.disconnect(*left, now);
    return {};
}

changes session::looked_at() noexcept
{
    return {.none = std::exchange(looked_at_, true)};
}

result<changes> session::remove(std::string_view name, unix_time now)
{
    const seat* const leaving = seats_.find(name);
    if (leaving == nullptr)
        return errc::not_a_participant;

    auto ended = round_if_complete(now, {leaving, std::nullopt}); // first, because it may fail
    changes done{.votes = leaving->has_voted() && open(),
                 .seats = true,
                 .removed = leaving->number(),
                 .control = control_.left(leaving->number(), now)};
    seats_.remove(*leaving);
    done.closed = close_with(std::move(ended));
    answer(*done.removed, now, done);
    return done;
}

} // namespace pajthy
