// All that a session is, as plain values.
//
// This is for stores alone, which keep a session where no session can live: in a file or another
// process. The votes of an open round and all keys are in it.
//
// What follows from the rest (counts, orders, sizes) is not in it. `session::of` works it out
// again.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pajthy
{

/// See `finished_round`. The seats, their names and what they chose have one order.
struct finished_round_record
{
    std::uint32_t number = 0;
    std::uint32_t attempt = 1;
    std::string topic{};
    unix_time started{};
    unix_time ended{};
    std::size_t deck = 0; // in `session_record::decks`
    std::vector<seat_number> seats{};
    std::vector<std::string> names{};
    std::vector<choice_index> chosen{};
    std::uint32_t asked = 0;
    std::optional<speakers> first{};
    std::string agreed{};

    friend bool operator==(const finished_round_record&, const finished_round_record&) = default;
};

/// See `undoable`: what a reset took away, or the seat that was kicked.
struct undo_record
{
    std::variant<reset_state, seat_record> what{};
    unix_time until{};

    friend bool operator==(const undo_record&, const undo_record&) = default;
};

struct session_record
{
    std::vector<std::vector<std::string>>
        decks{}; // the session's, then others in the order of the rounds
    std::string title{};
    session_settings settings{};
    std::vector<control_key> control_keys{};
    control_key_number last_control_key = 0;
    std::vector<seat_record> seats{};
    seat_number last_seat = 0;
    std::vector<seat_number> voted{}; // in the order of the votes
    std::vector<std::string> topics{};
    std::uint32_t topics_version = 0;
    round_record round{};
    std::vector<finished_round_record> rounds{};
    std::optional<undo_record> undo{};
    leadership_record control{};
    bool locked = false;
    bool looked_at = false;

    friend bool operator==(const session_record&, const session_record&) = default;
};

/// What a record may hold; 0 is no limit. A session that was made under higher limits than those of
/// today is still a good one: these are for what no server ever keeps.
struct record_limits
{
    std::size_t choices = 0; // of a deck
    std::size_t seats = 0;
    std::size_t name_bytes = 0; // of all seats
    std::size_t control_keys = 0;
    std::size_t topics = 0;
};

/// The first invariant that `record` breaks, in words; empty if it is a session.
std::string_view broken_invariant(const session_record& record, const record_limits& max);

} // namespace pajthy
