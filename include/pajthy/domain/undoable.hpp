// What a controller can take back for a while.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/seat.hpp>

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace pajthy
{

struct cleared_vote
{
    seat_number seat;
    card chosen;
    bool own; // of whoever has the seat now
};

/// What a reset took off the table.
struct cleared_table
{
    bool open;                        // the round was
    std::optional<milliseconds> left; // of its timer
    std::vector<cleared_vote> votes;  // in the order in which they came
};

/// Somebody who was put out.
struct kicked_seat
{
    seat who;
};

struct undoable
{
    std::variant<cleared_table, kicked_seat> what;
    unix_time until;
};

/// The same, with what `seat` has voted being nobody's own.
undoable disowned(undoable u, seat_number seat);

/// What may be told of it: whose votes it would bring back, and nobody's vote.
struct undo_offer
{
    enum class kind
    {
        reset,
        kick
    };
    kind what;
    std::string_view name; // of whom was kicked
    unix_time until;
};

undo_offer offer_of(const undoable& u);

} // namespace pajthy
