// What the pages of a session hear, as plain values. Each event says its kind on the wire, who it
// is for, and whether a newer one replaces it.
//
// A `vote` event carries names and no values, so that a hidden vote cannot travel in one; values
// travel in `disabled` alone, which is made from what the session reveals.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/ladder.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/domain/statistics.hpp>
#include <pajthy/domain/text_list.hpp>
#include <pajthy/event/audience.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace pajthy
{

/// A voter's page gets no more names of seats that are waited for.
inline constexpr std::size_t max_waiting_names = 12;

/// Above this, voters get counts by choice instead of votes by name.
inline constexpr std::size_t max_seats_with_names = 100;

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
using choice_counts = std::vector<std::pair<std::string, std::size_t>>;

/// What the attempt before brought, on the same topic.
struct earlier_result
{
    named_votes votes;
    choice_counts counts;
    std::optional<std::size_t> spread; // in steps of the deck, if it had one
};

/// The votes of a round that has ended.
struct round_result
{
    named_votes votes;
    choice_counts counts;
    struct statistics statistics;
    std::optional<earlier_result> before;
    std::string agreed;             // empty if nothing is recorded
    std::uint32_t asked = 0;        // how many voted or were waited for
    std::vector<std::string> first; // the names of those who speak first: low, high
    reveal for_voters = reveal::names;
};

/// A seat as everybody may see it.
struct public_seat
{
    seat_number number;
    std::string name;
    seat_state state;
};

/// In their order; nothing if there are more than `max_seats_with_names`.
using seat_table = std::optional<std::vector<public_seat>>;

/// When something ends by itself, and the date when this was said.
struct timer
{
    unix_time ends;
    unix_time now;
    std::optional<milliseconds> rests{}; // so much is left, and it ends at no certain date
};

/// A seat that has a question.
struct public_question
{
    seat_number number;
    std::string name;
};

/// The result that `s` shows; without votes while it is open.
round_result result_of(const session& s);

/// What is known of an event from its type. Where who hears it is known from its value alone, it
/// has a function `to()`, which counts.
struct event_traits
{
    std::string_view kind; // on the wire
    audience::group to = audience::group::everybody;
    bool is_state = false;    // a newer one replaces one that waits to be sent
    bool disconnects = false; // who hears it is closed with 4001: nothing follows
    bool can_wait = false;    // alone it is no reason to send
};

namespace event
{

struct enabled
{
    static constexpr event_traits traits{.kind = "enabled"};

    std::uint32_t round;
    struct pajthy::progress state;
    std::string topic;
    std::uint32_t attempt;
    std::optional<struct timer> timer;
    bool restored; // by taking a reset back, with its votes
};

struct disabled
{
    static constexpr event_traits traits{.kind = "disabled"};

    round_result result;
};

struct reset
{
    static constexpr event_traits traits{.kind = "reset"};
};

struct vote
{
    static constexpr event_traits traits{
        .kind = "vote", .to = audience::group::controllers, .is_state = true};

    text_list voted; // names, in the order of the votes
};

struct participants_change
{
    static constexpr event_traits traits{
        .kind = "participants-change", .to = audience::group::controllers, .is_state = true};

    std::vector<std::string> participants;
    std::vector<seat_number> numbers; // of each participant
    std::vector<std::string> away;
    std::vector<unix_time> since; // of each who is away
    unix_time now;                // when this was said
};

struct progress
{
    static constexpr event_traits traits{
        .kind = "progress", .to = audience::group::voters, .is_state = true};

    struct pajthy::progress state;
};

/// What has changed of the seats: what is not among them stays as it was. Not a state, since a
/// newer one tells of others. `enabled` and `reset` say by themselves that whoever has voted is
/// waited for again.
struct seats
{
    static constexpr event_traits traits{.kind = "seats", .to = audience::group::voters};

    bool all = false; // instead of what was told before; without `changed` nothing is told any more
    seat_table changed{};
    std::vector<seat_number> gone{};
};

struct kicked
{
    static constexpr event_traits traits{.kind = "kicked", .disconnects = true};
    audience to() const noexcept { return {audience::group::seat, seat}; }

    seat_number seat;
};

/// How many control keys are good.
struct control_keys
{
    static constexpr event_traits traits{.kind = "control-keys",
                                         .to = audience::group::controllers};

    std::size_t count;
};

/// These control keys are good no more.
struct revoked
{
    static constexpr event_traits traits{.kind = "kicked", .disconnects = true};
    audience to() const noexcept { return {audience::group::control_keys, 0, keys}; }

    std::vector<control_key_number> keys;
};

/// The timer that runs now, if one does.
struct timer_change
{
    static constexpr event_traits traits{.kind = "timer", .is_state = true};

    std::optional<timer> now;
};

/// What comes next.
struct topics
{
    static constexpr event_traits traits{
        .kind = "topics", .to = audience::group::controllers, .is_state = true};

    text_list topics;
    std::uint32_t version;
};

/// What the session is called now; empty for nothing.
struct title
{
    static constexpr event_traits traits{.kind = "title", .is_state = true};

    std::string title;
};

/// Other cards.
struct deck
{
    static constexpr event_traits traits{.kind = "deck"};

    text_list choices;
};

/// Recorded for a round; empty if it was taken back.
struct agreed
{
    static constexpr event_traits traits{.kind = "agreed"};
    audience to() const noexcept
    {
        return {for_voters ? audience::group::everybody : audience::group::controllers};
    }

    std::uint32_t round;
    std::string agreed;
    bool for_voters;
};

/// What can be undone for so long; nothing any more without `what`.
struct undo
{
    static constexpr event_traits traits{
        .kind = "undo", .to = audience::group::controllers, .is_state = true};

    std::optional<undo_offer::kind> what{};
    std::string name{}; // of the kicked seat
    std::chrono::seconds left{0};
};

/// Who may control the session.
struct control
{
    static constexpr event_traits traits{
        .kind = "control", .to = audience::group::voters, .is_state = true};

    leadership_stage state = leadership_stage::led;
    std::string by{};              // who asked
    std::optional<timer> passes{}; // while somebody asks
};

/// Whether newcomers are shut out.
struct door
{
    static constexpr event_traits traits{.kind = "door", .is_state = true};

    bool locked;
};

/// Who has a question now; nobody after `enabled`, `disabled` and `reset`.
struct question
{
    static constexpr event_traits traits{.kind = "question", .is_state = true};

    std::vector<public_question> asking; // at most `max_questions`
};

/// What was agreed on so far; see `agreed_so_far`.
struct ladder
{
    static constexpr event_traits traits{
        .kind = "ladder", .to = audience::group::voters, .is_state = true};

    pajthy::ladder rungs;
};

/// What a seat is told of itself, on all its devices.
struct you
{
    static constexpr event_traits traits{.kind = "you", .is_state = true, .can_wait = true};
    audience to() const noexcept { return {audience::group::seat, seat}; }

    seat_number seat;
    std::string name;
    std::optional<std::string> own; // what it has voted in this round
};

} // namespace event

using session_event =
    std::variant<event::enabled, event::disabled, event::reset, event::vote,
                 event::participants_change, event::progress, event::kicked, event::control_keys,
                 event::revoked, event::timer_change, event::title, event::topics, event::deck,
                 event::agreed, event::undo, event::control, event::door, event::question,
                 event::ladder, event::you, event::seats>;

inline constexpr std::size_t event_types = std::variant_size_v<session_event>;

/// By the index in `session_event`.
const std::array<event_traits, event_types>& all_event_traits() noexcept;

inline const event_traits& traits_of(const session_event& e) noexcept
{
    return all_event_traits()[e.index()];
}

/// What it refers to lives as long as the event.
audience audience_of(const session_event& e) noexcept;

/// The events that tell of `done`, in their order; `s` is the session after the change. `progress`
/// and `seats` are not among them, which have a pace of their own, and `ladder`, which depends on
/// what was told before.
std::vector<session_event> events_of(const changes& done, const session& s, unix_time now,
                                     const clock_map& dates);

// --- What views and events both tell

seat_table seats_of(const session& s);

/// The names of all seats and of the seats that are away, in their order.
event::participants_change participants_of(const session& s, unix_time now, const clock_map& dates);

/// Nothing without a timer.
std::optional<timer> timer_of(const session& s, unix_time now, const clock_map& dates);

/// Nothing where voters see no result.
ladder agreed_so_far(const session& s);

event::question questions_of(const session& s);

event::undo undo_of(const session& s, unix_time now);

/// `number` must be a seat.
event::you you_of(const session& s, seat_number number);

event::control control_of(const session& s, unix_time now, const clock_map& dates);

} // namespace pajthy
