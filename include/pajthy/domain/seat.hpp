// A voter's place in a session.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/key.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace pajthy
{

/// Counts from 1 in the order of joining. No number is used twice in a session.
using seat_number = std::uint32_t;

enum class seat_presence : std::uint8_t
{
    unseen,  // never had a websocket
    present, // has one
    lost,    // without one for less than the time that makes it away
    away     // without one for longer: not waited for
};

/// What everybody may know of it.
enum class seat_state : std::uint8_t
{
    waiting, // it is waited for, or will be once a round is open
    voted,   // in the round that is open or shown
    away     // and has not voted
};

struct seat_vote
{
    choice_index chosen;
    bool own; // false: the vote is of an earlier holder of the seat

    friend bool operator==(const seat_vote&, const seat_vote&) = default;
};

/// All that a seat is, as a store keeps it.
struct seat_record
{
    seat_number number = 0;
    seat_presence presence = seat_presence::unseen;
    std::optional<seat_vote> vote{};
    std::string name{};
    key secret{};
    unix_time last_seen{}; // joined (also once more), did something, or lost the last websocket
    unix_time lost_at{};   // lost the last websocket; 0 unless it is lost or away

    friend bool operator==(const seat_record&, const seat_record&) = default;
};

/// It outlives the sockets and the pages that use it.
class seat
{
public:
    seat(seat_number number, std::string name, const key& secret, unix_time now)
        : it_{.number = number, .name = std::move(name), .secret = secret, .last_seen = now}
    {}

    explicit seat(seat_record r) noexcept : it_(std::move(r)) {}

    /// The vote is in it, so this is for stores alone.
    const seat_record& record() const noexcept { return it_; }

    seat_number number() const noexcept { return it_.number; }
    const std::string& name() const noexcept { return it_.name; }
    const key& secret() const noexcept { return it_.secret; }

    bool has_voted() const noexcept { return it_.vote.has_value(); }

    /// Somebody looks at it now.
    bool is_present() const noexcept { return it_.presence == seat_presence::present; }

    /// It lost its last websocket, and that it is away is not told yet.
    bool is_lost() const noexcept { return it_.presence == seat_presence::lost; }

    /// It lost its last websocket long ago: shown as away, and not waited for.
    bool is_away() const noexcept { return it_.presence == seat_presence::away; }

    seat_state state() const noexcept
    {
        if (has_voted())
            return seat_state::voted;
        return is_away() ? seat_state::away : seat_state::waiting;
    }

    /// When it lost its last websocket, if it has none now and had one.
    std::optional<unix_time> lost_at() const noexcept
    {
        return is_lost() || is_away() ? std::optional(it_.lost_at) : std::nullopt;
    }

    /// It is away by now, though that is not told yet.
    bool is_overdue(unix_time now, milliseconds absence) const noexcept
    {
        return is_lost() && now - it_.lost_at >= absence;
    }

    /// Without a websocket and silent for long: somebody else may take its name.
    bool can_be_taken_over(unix_time now, milliseconds absence) const noexcept
    {
        return !is_present() && now - it_.last_seen >= absence;
    }

    /// Its voter did something.
    void seen(unix_time now) noexcept { it_.last_seen = now; }

private:
    friend class seat_list; // counts what changes here
    friend class undo_slot;
    friend class session; // keeps the votes hidden

    void enter(seat_presence next) noexcept
    {
        it_.presence = next;
        if (!is_lost() && !is_away())
            it_.lost_at = {};
    }

    void lose(unix_time now) noexcept
    {
        it_.presence = seat_presence::lost;
        it_.last_seen = it_.lost_at = now;
    }

    seat_record it_;
};

} // namespace pajthy
