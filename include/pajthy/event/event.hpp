// What the pages of a session hear, as plain values.
//
// A `vote` event carries names and no values, so that a hidden vote cannot travel in one; values
// travel in `disabled` alone, which is made from what the session reveals.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/domain/statistics.hpp>
#include <pajthy/domain/text_list.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
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

/// How much of a result voters and watchers get.
enum class reveal
{
    names,
    counts,
    nothing
};

/// Name and face, in the order of the seats.
using named_votes = std::vector<std::pair<std::string, std::string>>;

/// How often each face was chosen, if it was, in the order of the deck.
using face_counts = std::vector<std::pair<std::string, std::size_t>>;

/// What the attempt before brought, on the same topic.
struct earlier_result
{
    named_votes votes;
    face_counts counts;
    std::optional<std::size_t> spread; // in steps of the deck, if it had one
};

/// The votes of a round that has ended.
struct round_result
{
    named_votes votes;
    face_counts counts;
    struct statistics statistics;
    std::optional<earlier_result> before;
    std::string agreed; // empty if nothing is recorded
    reveal for_voters = reveal::names;
};

/// When a round ends by itself, and the date when this was said.
struct timer
{
    unix_time ends;
    unix_time now;
};

/// The result that `s` shows; without votes while it is open.
round_result result_of(const session& s);

namespace event
{

struct enabled
{
    std::uint32_t round;
    struct pajthy::progress state;
    std::string topic;
    std::uint32_t attempt;
    std::optional<struct timer> timer;
    bool restored; // by taking a reset back, with its votes
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
    std::vector<unix_time> since; // of each who is away
    unix_time now;                // when this was said
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

/// The timer that runs now, if one does.
struct timer_change
{
    std::optional<timer> now;
};

/// What comes next.
struct topics
{
    text_list topics;
    std::uint32_t version;
};

/// Other cards.
struct deck
{
    text_list choices;
};

/// Recorded for a round; empty if it was taken back.
struct agreed
{
    std::uint32_t round;
    std::string agreed;
    bool for_voters;
};

/// What can be undone for so long; nothing any more without `what`.
struct undo
{
    std::optional<undo_offer::kind> what{};
    std::string name{}; // of whom was kicked
    std::chrono::seconds left{0};
};

/// Who may control the session.
struct control
{
    leadership::stage state = leadership::stage::led;
    std::string by{};              // who asked
    std::optional<timer> passes{}; // while somebody asks
};

/// Whether newcomers are shut out.
struct door
{
    bool locked;
};

/// What a seat is told of itself, on all its devices.
struct you
{
    seat_number seat;
    std::string name;
    std::optional<std::string> own; // what it has voted in this round
};

using any = std::variant<enabled, disabled, reset, vote, participants_change, progress, kicked,
                         control_keys, revoked, timer_change, topics, deck, agreed, undo, control,
                         door, you>;

} // namespace event

/// The events that tell of `done`, in their order; `s` is the session after the change. `progress`
/// is not among them: it has a pace of its own.
std::vector<event::any> events_of(const changes& done, const session& s, unix_time now,
                                  const clock_map& dates);

// --- What views and events both tell

/// Names, in the order of the seats, of everybody and of those who are away.
event::participants_change participants_of(const session& s, unix_time now, const clock_map& dates);

/// Nothing without a timer.
std::optional<timer> timer_of(const session& s, unix_time now, const clock_map& dates);

event::undo undo_of(const session& s, unix_time now);

/// `number` must be a seat.
event::you you_of(const session& s, seat_number number);

event::control control_of(const session& s, unix_time now, const clock_map& dates);

} // namespace pajthy
