// What a controller can take back for a while.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/seat.hpp>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace pajthy
{

/// What a reset took off the table.
struct cleared_table
{
    bool open;                                       // the round was
    std::optional<duration> left;                    // of its timer
    std::vector<std::pair<seat_number, card>> votes; // in the order in which they came
};

struct undoable
{
    std::variant<cleared_table, seat> what; // a reset, or a kick of this seat
    time_point until;
};

} // namespace pajthy
