// What a controller can take back for a while.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/seat.hpp>

#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace pajthy
{

struct reset_vote
{
    seat_number seat;
    seat_vote vote;

    friend bool operator==(const reset_vote&, const reset_vote&) = default;
};

/// What a reset took away.
struct reset_state
{
    bool open = false;                  // the round was
    std::optional<milliseconds> left{}; // of its timer
    std::vector<reset_vote> votes{};    // in the order of the votes

    friend bool operator==(const reset_state&, const reset_state&) = default;
};

/// A seat that was kicked.
struct kicked_seat
{
    seat who;
};

struct undoable
{
    std::variant<reset_state, kicked_seat> what;
    unix_time until;
};

/// What may be told of it: nobody's vote.
struct undo_offer
{
    enum class kind
    {
        reset,
        kick
    };
    kind what;
    std::string_view name; // of the seat that was kicked
    unix_time until;
};

/// Holds the last reset or kick, or nothing. A copy is cheap.
class undo_slot
{
public:
    undo_slot() = default;
    explicit undo_slot(undoable last);

    /// What `session::undo` takes back now. The view in it lives until the next change.
    std::optional<undo_offer> offer(unix_time now) const noexcept;

    /// The seat that `session::undo` gives back now, or null. Good until the next change.
    const seat* kicked(unix_time now) const noexcept;

    /// What is held, though its time may be over; null for nothing. Votes are in it, so this is for
    /// the session and its stores alone.
    const undoable* last() const noexcept { return last_.get(); }

    /// False if there was nothing.
    bool forget() noexcept;

    /// With its name in use again, a kicked seat can't come back. False if this changes nothing.
    bool forget_kick_of(std::string_view name) noexcept;

    /// What this seat voted is nobody's own any more. If memory runs out, nothing changes.
    void disown(seat_number seat);

    /// A kick closes the websockets of its seat, which may be back before they have closed. False
    /// if this changes nothing. If memory runs out, nothing changes.
    bool disconnect(seat_number seat, unix_time now);

private:
    const kicked_seat* kicked_seat_or_null() const noexcept;

    std::shared_ptr<const undoable> last_;
};

} // namespace pajthy
