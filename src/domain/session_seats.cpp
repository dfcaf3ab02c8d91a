// Who sits in a session: how seats come, change hands and go, and whose sockets are open.
#include <pajthy/domain/session.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

result<admission> session::join(std::string name, const key& fresh,
                                const std::optional<key>& presented, const room_bounds& most,
                                unix_time now)
{
    if (seat* const taken = seat_of(name))
    {
        if (presented && same_key(taken->secret_, *presented))
        {
            admission again{taken->number_, taken->name_, taken->secret_, {}};
            taken->last_seen_ = now;
            return again;
        }
        if (!can_be_taken_over(*taken, now))
            return errc::already_joined;
        if (locked_)
            return errc::door_locked;
        return admission{taken->number_, taken->name_, fresh, hand_over(*taken, fresh, now)};
    }
    if (locked_)
        return errc::door_locked;
    if (is_full(most) || !has_room_for(name.size(), most))
        return errc::session_full;
    // What may fail comes first.
    admission admitted{last_number_ + 1, name, fresh, {.seats = true}};
    if (seats_.size() == seats_.capacity())
        seats_.reserve(seats_.size() + seats_.size() / 4 + 1); // most of a session's memory is here
    by_name_.insert(place_by_name(name), static_cast<place>(seats_.size()));

    name_bytes_ += name.size();
    seats_.push_back(seat(++last_number_, std::move(name), fresh, now)); // has room
    admitted.done.undo = forget_kick_of(admitted.name);
    return admitted;
}

// Whoever had the seat is gone for good as far as we know: only the newcomer's presence counts. The
// vote stays, but what the old key gave access to never passes to another: neither the sight of
// that vote, nor the name in earlier rounds, nor what was asked for.
changes session::hand_over(seat& taken, const key& fresh, unix_time now)
{
    if (undo_)
        undo_ = std::make_shared<const undoable>(disowned(*undo_, taken.number_)); // may fail
    history_.disown(taken.number_);
    taken.secret_ = fresh;
    taken.vote_is_own_ = false;
    taken.last_seen_ = now;
    set_presence(taken, seat::presence::unseen);
    return {.seats = true, .control = control_.left(taken.number_, now)};
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
                                const room_bounds& most, unix_time now)
{
    seat* const renamed = seat_of(participant);
    if (renamed == nullptr)
        return errc::not_a_participant;
    if (renamed->name_ == to)
        return changes{};
    if (find(to) != nullptr)
        return errc::already_joined;
    if (to.size() > renamed->name_.size() && !has_room_for(to.size() - renamed->name_.size(), most))
        return errc::session_full;

    // What may fail comes first.
    changes done{.seats = true, .own = {renamed->number_}};
    text_list voted;
    for (const auto name : voted_)
        voted.push_back(name == participant ? std::string_view(to) : name);
    history_.rename(renamed->number_, to);

    by_name_.erase(place_by_name(participant));
    by_name_.insert(place_by_name(to), static_cast<place>(renamed - seats_.data())); // has room
    voted_ = std::move(voted);
    done.undo = forget_kick_of(to);
    name_bytes_ += to.size();
    name_bytes_ -= renamed->name_.size();
    renamed->name_ = std::move(to);
    renamed->last_seen_ = now;
    done.votes = renamed->has_voted() && open_;
    done.results = renamed->has_voted() && !open_;
    done.control = control_.asker() == renamed->number_;
    return done;
}

result<changes> session::kick(std::string_view participant, unix_time now)
{
    const seat* const kicked = find(participant);
    if (kicked == nullptr)
        return errc::not_a_participant;
    kicked_seat put_out{*kicked};
    auto undo =
        std::make_shared<const undoable>(undoable{std::move(put_out), now + settings_.waits.undo});
    auto done = remove(participant, now);
    undo_ = std::move(undo);
    done->undo = true;
    return done;
}

result<changes> session::bring_back(const kicked_seat& kicked, unix_time now)
{
    if (find(kicked.who.name_) != nullptr)
        return errc::nothing_to_undo;
    // What may fail comes first.
    seats_.reserve(seats_.size() + 1);
    by_name_.reserve(by_name_.size() + 1);
    seat back = kicked.who;
    if (back.has_voted())
    {
        voted_.push_back(back.name_);
        ++votes_;
    }

    const auto at = place_by_number(back.number_);
    const auto where = static_cast<place>(at - seats_.begin());
    const auto name_at = place_by_name(back.name_) - by_name_.begin();
    for (place& p : by_name_)
        p += p >= where ? 1 : 0;
    by_name_.insert(by_name_.begin() + name_at, where);
    name_bytes_ += back.name_.size();
    back.last_seen_ = now;
    count_presence(back, +1);
    changes done{.votes = back.has_voted() && open_, .seats = true};
    seats_.insert(at, std::move(back));
    return done;
}

result<changes> session::connected(seat_number number)
{
    seat* const arrived = seat_of(number);
    if (arrived == nullptr)
        return errc::not_a_participant;
    const changes done{.seats = arrived->is_away(), .none = arrived->is_present()};
    set_presence(*arrived, seat::presence::present);
    return done;
}

changes session::disconnected(seat_number number, unix_time now)
{
    if (seat* const left = seat_of(number))
    {
        if (!left->is_present())
            return {.none = true};
        left->lose(now);
        count_presence(*left, +1);
        return {};
    }
    // A kick closes the websockets of its seat, which may be back before they have closed.
    const auto* const kicked = undo_ ? std::get_if<kicked_seat>(&undo_->what) : nullptr;
    if (kicked == nullptr || kicked->who.number_ != number || !kicked->who.is_present())
        return {.none = true};
    undoable noted = *undo_;
    std::get<kicked_seat>(noted.what).who.lose(now);
    undo_ = std::make_shared<const undoable>(std::move(noted));
    return {};
}

changes session::looked_at() noexcept
{
    return {.none = std::exchange(looked_at_, true)};
}

// Whether somebody is away who was not before.
bool session::mark_away(unix_time now) noexcept
{
    bool changed = false;
    if (lost_ == 0)
        return changed;
    for (seat& s : seats_)
    {
        if (!is_overdue(s, now))
            continue;
        set_presence(s, seat::presence::away);
        changed = true;
    }
    return changed;
}

void session::set_presence(seat& of, seat::presence next) noexcept
{
    count_presence(of, -1);
    of.presence_ = next;
    count_presence(of, +1);
}

void session::count_presence(const seat& of, int by) noexcept
{
    if (of.presence_ == seat::presence::lost)
        lost_ += static_cast<std::uint32_t>(by);
    if (of.presence_ == seat::presence::away)
        away_ += static_cast<std::uint32_t>(by);
}

bool session::is_full(const room_bounds& most) const noexcept
{
    return most.seats != 0 && seats_.size() >= most.seats;
}

// All names go out with each that comes or goes, so a room must not be full of long ones.
bool session::has_room_for(std::size_t name_bytes, const room_bounds& most) const noexcept
{
    return most.name_bytes == 0 || name_bytes_ + name_bytes <= most.name_bytes;
}

// With the name in use again there is no way back for whoever had it.
bool session::forget_kick_of(std::string_view name) noexcept
{
    const auto* const kicked = undo_ ? std::get_if<kicked_seat>(&undo_->what) : nullptr;
    if (kicked == nullptr || kicked->who.name_ != name)
        return false;
    undo_.reset();
    return true;
}

result<changes> session::remove(std::string_view name, unix_time now)
{
    seat* const leaving = seat_of(name);
    if (leaving == nullptr)
        return errc::not_a_participant;

    auto ended = round_if_complete(now, {leaving, std::nullopt}); // first, because it may fail
    changes done{.seats = true, .removed = leaving->number_};
    done.control = control_.left(leaving->number_, now);
    const bool had_voted = leaving->has_voted();
    if (had_voted)
    {
        --votes_;
        voted_.erase(std::find(voted_.begin(), voted_.end(), name));
    }
    count_presence(*leaving, -1);
    name_bytes_ -= leaving->name_.size();
    const auto gone = static_cast<place>(leaving - seats_.data());
    by_name_.erase(place_by_name(name));
    for (place& p : by_name_)
        p -= p > gone ? 1 : 0;
    seats_.erase(seats_.begin() + gone);
    done.votes = had_voted && open_;
    done.closed = close_with(std::move(ended));
    return done;
}

} // namespace pajthy
