// What the pages of a session hear, as plain values.
//
// A `vote` event carries names and no values, so that a hidden vote cannot travel in one; values
// travel in `disabled` alone, which is made from what the session reveals.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/domain/statistics.hpp>
#include <pajthy/domain/text_list.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pajthy
{

enum class role
{
    controller,
    voter
};

/// The most names that a voter's page is told of those who are waited for.
inline constexpr std::size_t most_waiting_names = 12;

/// Above this, voters get counts by choice instead of votes by name.
inline constexpr std::size_t most_seats_with_names = 100;

/// The votes of a round that has ended.
struct round_result
{
    std::vector<std::pair<std::string, std::string>> votes; // name, face; in the order of the seats
    struct statistics statistics;
    bool names_for_voters = true;
};

/// The result that `s` shows; empty of votes while it is open.
round_result result_of(const session& s);

namespace event
{

struct enabled
{
    std::uint32_t round;
    std::size_t of;
};

struct disabled
{
    round_result result;
};

struct reset
{
};

struct vote
{
    text_list voted; // names, in the order of the votes
};

struct participants_change
{
    std::vector<std::string> participants;
    std::vector<std::string> away;
};

struct progress
{
    struct pajthy::progress state;
};

struct kicked
{
    seat_number seat;
};

/// How many control keys are good.
struct control_keys
{
    std::size_t count;
};

/// Whoever controls with one of these keys does so no more.
struct revoked
{
    std::vector<control_key_number> keys;
};

using any = std::variant<enabled, disabled, reset, vote, participants_change, progress, kicked,
                         control_keys, revoked>;

} // namespace event

/// The events that tell of `done`, in their order; `s` is the session after the change. `progress`
/// is not among them: it has a pace of its own.
std::vector<event::any> events_of(const changes& done, const session& s, time_point now);

/// Names, in the order of the seats, of everybody and of those who are away.
event::participants_change participants_of(const session& s, time_point now);

} // namespace pajthy
