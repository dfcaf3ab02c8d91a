// One room: its deck, its seats, and the round that they vote in.
//
// A session is a plain value. It knows the rules and nothing else: the time is an argument, keys
// and names come in ready made, and what a change did is returned, for others to tell.
//
// Hidden votes: `revealed()` and `rounds()` know what was recorded when a round had ended, and
// apart from them only `own_vote` gives a vote's value away, for one seat. What is made for stores
// alone, `record()` and `undo_slot().last()`, has all votes in it.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/changes.hpp>
#include <pajthy/domain/control_keys.hpp>
#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/history.hpp>
#include <pajthy/domain/key.hpp>
#include <pajthy/domain/leadership.hpp>
#include <pajthy/domain/planned_topics.hpp>
#include <pajthy/domain/round.hpp>
#include <pajthy/domain/seat_list.hpp>
#include <pajthy/domain/text_list.hpp>
#include <pajthy/domain/undoable.hpp>
#include <pajthy/error.hpp>
#include <pajthy/limits.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

struct record_limits;
struct session_record;

/// Who sees the result of a round: everybody all of it, voters the counts by choice only, or
/// controllers alone.
enum class results_for : std::uint8_t
{
    everybody,
    counts,
    controllers
};

/// What is agreed on when a session is made.
struct session_settings
{
    std::chrono::seconds lasts{0}; // a round, unless its start says otherwise; 0: no timer
    results_for results = results_for::everybody;
    bool guarded = true; // control takes a key, and so it can be asked for
    struct waits waits
    {
    };

    friend bool operator==(const session_settings&, const session_settings&) = default;
};

/// What a round is to be about, and how long.
struct round_plan
{
    std::string topic{};                         // clean; empty for none
    std::optional<std::chrono::seconds> lasts{}; // 0: no timer; nothing: as the settings say
    bool again = false; // once more on the topic of the round before, with or without one
    std::optional<std::uint32_t> after{}; // the round that the controller who starts it knows
};

/// What a voter gets who joins.
struct join_outcome
{
    seat_number number;
    std::string name;
    key secret;
    changes done;
};

/// A vote that everybody may know.
struct revealed_vote
{
    std::string_view name;
    std::string_view choice;
    choice_index chosen;
};

class session
{
public:
    session(pajthy::deck choices, std::string title, const key& control,
            const session_settings& settings, unix_time now);

    /// The session that was written down as `record`. Fails with `bad_record` if no session can be
    /// so. See session_record.hpp.
    static result<session> of(session_record record, const record_limits& max);

    /// All that the session is, hidden votes too: for stores alone.
    session_record record() const;

    // --- What it has. References, pointers and views live until the next change.

    const pajthy::deck& deck() const noexcept { return *deck_; }
    const std::string& title() const noexcept { return title_; }
    const session_settings& settings() const noexcept { return settings_; }
    const seat_list& seats() const noexcept { return seats_; }
    const pajthy::round& round() const noexcept { return round_; }
    bool open() const noexcept { return round_.is_open(); }

    /// Every round that ended with votes, the last one included.
    const history& rounds() const noexcept { return history_; }

    const planned_topics& topics() const noexcept { return topics_; }
    const pajthy::undo_slot& undo_slot() const noexcept { return undo_; }
    const leadership& control() const noexcept { return control_; }
    const pajthy::control_keys& control_keys() const noexcept { return control_keys_; }

    /// No newcomer gets a seat. Those who have one keep it.
    bool locked() const noexcept { return locked_; }

    /// The votes of the round that has ended, as it closed, in the order of the seats; nothing
    /// while the session is open. A voter who leaves or is kicked takes nothing out of them.
    std::optional<std::vector<revealed_vote>> revealed() const;

    /// What this seat chose in this round: for the eyes of that seat alone. Empty if its present
    /// holder has not voted.
    std::optional<std::string_view> own_vote(seat_number number) const;

    /// Whether its view tells how much time is left for something.
    bool counts_down() const noexcept
    {
        return round_.ends() || control_.stage() == leadership_stage::asked;
    }

    /// It has had a seat, a websocket or a round: somebody may miss it.
    bool used() const noexcept
    {
        return looked_at_ || seats_.last_number() != 0 || round_.number() != 0;
    }

    /// When `advance_to` has something to do next.
    std::optional<unix_time> next_deadline() const noexcept;

    /// Bytes of text that this session keeps.
    std::size_t text_bytes() const noexcept;

    /// For assertions after a change: whether its invariants hold. Large sessions count as good,
    /// because looking at one takes longer than the change.
    bool is_consistent() const noexcept;

    // --- What voters do

    /// Gives a seat to `name` (clean text). A voter who shows the key of the seat (`presented`)
    /// gets it again and nothing changes. A seat that is absent passes to the newcomer under the
    /// key `fresh`, with its vote. Fails with `already_joined`, `door_locked` or `session_full`.
    result<join_outcome> join(std::string name, const key& fresh,
                              const std::optional<key>& presented, const room_limits& max,
                              unix_time now);

    /// Fails with `session_closed`, `not_a_valid_participant` or `not_a_valid_choice`, looked at in
    /// this order.
    result<changes> vote(std::string_view participant, std::string_view choice, unix_time now);

    /// The seat and its vote are gone. Fails with `not_a_participant`.
    result<changes> leave(std::string_view participant, unix_time now);

    /// The seat, its key and its vote stay. Fails with `not_a_participant`, with `already_joined`
    /// if somebody else has the name `to` (clean text), or with `session_full`.
    result<changes> rename(std::string_view participant, std::string to, const room_limits& max,
                           unix_time now);

    /// The timer rests from now on. Fails with `session_closed`, `not_a_participant` or
    /// `too_many_questions`.
    result<changes> ask_question(std::string_view participant, unix_time now);

    /// That seat has no question any more. Behind the last one the timer goes on. Fails with
    /// `not_a_participant`.
    result<changes> answer_question(std::string_view participant, unix_time now);

    /// Nobody has one any more.
    changes answer_questions(unix_time now) noexcept;

    /// Asks for control of a session that nobody controls. Fails with `not_a_participant`, or with
    /// `control_not_free`.
    result<changes> ask_for_control(std::string_view participant, unix_time now);

    /// Fails with `control_not_free` if nobody asks.
    result<changes> object_to_asking(unix_time now);

    /// Control has passed to this seat: `fresh` is its key. Beyond `max` as `mint_control_key`.
    /// Fails with `not_a_participant`, or with `control_not_free`.
    result<changes> take_control(std::string_view participant, const key& fresh, std::size_t max,
                                 unix_time now);

    // --- What controllers do

    /// Ends an open round without a trace. A topic that was to come leaves the list. Fails with
    /// `round_changed` if another round began after the one that the plan follows.
    result<changes> start(unix_time now, round_plan plan = {});
    changes stop(unix_time now);
    changes reset(unix_time now);

    /// The seat and its vote are gone. Fails with `not_a_participant`.
    result<changes> kick(std::string_view participant, unix_time now);

    /// Takes the last reset or kick back. Fails with `nothing_to_undo` when that was too long ago,
    /// or a round or another deck came after it, and with `session_full` if there is no room for
    /// the kicked seat.
    result<changes> undo(const room_limits& max, unix_time now);

    /// The open round ends later by `more`, or, without a timer, after it. Fails with
    /// `session_closed`.
    result<changes> add_time(std::chrono::seconds more, unix_time now);

    /// The open round ends after `left`; 0 stops the timer. Fails with `session_closed`.
    result<changes> set_time(std::chrono::seconds left, unix_time now);

    /// Shuts newcomers out, or lets them in again.
    changes lock_door(bool locked) noexcept;

    /// A clean text; empty takes the title away.
    changes give_title(std::string title) noexcept;

    /// Clean texts, in place of the planned topics. Fails with `topics_changed` if these are not
    /// those of the version `after`.
    result<changes> plan_topics(text_list topics, std::optional<std::uint32_t> after = {});

    /// Fails with `session_open`. Revealed votes are gone.
    result<changes> change_deck(pajthy::deck choices);

    /// Records `agreed` (clean; empty for nothing) for a round. Fails with `not_a_round`.
    result<changes> agree(std::uint32_t round, std::string agreed);

    /// One more key gives control. See `control_keys::mint`.
    changes mint_control_key(const key& fresh, std::optional<control_key_number> own,
                             std::size_t max);

    /// Only the caller's control key is still good.
    changes revoke_other_control_keys(std::optional<control_key_number> own);

    // --- Who looks at it. Each says a state and not a step, so it may be said more than once.

    /// Somebody has opened a websocket, perhaps a watcher.
    changes looked_at() noexcept;

    /// This seat has a websocket. Fails with `not_a_participant`.
    result<changes> connected(seat_number number);

    /// This seat has no websocket any more. Nothing happens if the seat is gone for good.
    changes disconnected(seat_number number, unix_time now);

    /// Some controller has a websocket, or none has one any more.
    changes controller_connected(unix_time now) noexcept;
    changes controller_disconnected(unix_time now) noexcept;

    /// A controller did something.
    changes controller_seen(unix_time now) noexcept;

    // --- What time does

    /// To be called when `next_deadline()` has come: closes a round whose time is up, marks lost
    /// seats as away, and passes control on.
    changes advance_to(unix_time now);

private:
    // A seat votes, or, without a choice, leaves. Without a seat it is no move.
    struct next_move
    {
        const seat* who = nullptr;
        std::optional<choice_index> vote{};
    };

    // Of a record whose values were checked.
    session(session_record r, const std::vector<std::shared_ptr<const pajthy::deck>>& decks);

    changes hand_over(seat& taken, const key& fresh, unix_time now);
    result<changes> remove(std::string_view name, unix_time now);
    void close(unix_time now);
    finished_round round_as_of(unix_time now, const next_move& next);
    std::size_t votes_after(const next_move& next) const noexcept;
    std::optional<finished_round> round_if_complete(unix_time now, const next_move& next);
    bool close_with(std::optional<finished_round> ended) noexcept;
    void answer(seat_number seat, unix_time now, changes& done) noexcept;
    void forget_questions_of_absent(unix_time now, changes& done) noexcept;
    void forget_votes() noexcept;
    changes reopen(const reset_state& before, unix_time now);
    changes restore(const reset_state& before, unix_time now);
    changes restore(const kicked_seat& kicked, unix_time now);

    std::shared_ptr<const pajthy::deck> deck_; // shared with the rounds that were played with it
    std::string title_;
    pajthy::control_keys control_keys_;
    seat_list seats_;
    planned_topics topics_;
    history history_;
    pajthy::round round_;
    pajthy::undo_slot undo_;
    leadership control_;
    session_settings settings_;
    bool locked_ = false;
    bool looked_at_ = false;
};

} // namespace pajthy
