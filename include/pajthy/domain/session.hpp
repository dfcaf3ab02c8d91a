// One room: its deck, who sits in it, and the round that they vote in.
//
// A session is a plain value. It knows the rules and nothing else: the time is an argument, keys
// and names come in ready made, and what a change did is returned, for others to tell.
//
// Hidden votes: `revealed()` and `rounds()` know what was recorded when a round had ended, and
// apart from them only `own_vote` gives a vote's value away, for one seat. There is no other way to
// read one.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/history.hpp>
#include <pajthy/domain/key.hpp>
#include <pajthy/domain/leadership.hpp>
#include <pajthy/domain/seat.hpp>
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

/// Counts from 1 in the order of making; never used twice in a session.
using control_key_number = std::uint32_t;

/// What gives control of a session to whoever holds it.
struct control_key
{
    control_key_number number;
    key secret;
};

/// No round and no timer lasts longer.
inline constexpr std::chrono::seconds longest_round{3600};

/// Who sees the result of a round: everybody all of it, voters the counts by choice only, or
/// controllers alone.
enum class results_for : std::uint8_t
{
    everybody,
    counts,
    controllers
};

/// What a session may hold; 0 is no limit.
struct room_bounds
{
    std::size_t seats = 0;
    std::size_t name_bytes = 0; // of all who sit there, in UTF-8
};

/// What is agreed on when a session is made.
struct session_settings
{
    results_for results = results_for::everybody;
    std::chrono::seconds lasts{0}; // a round, unless its start says otherwise; 0: no timer
    bool guarded = true;           // control takes a key, and so it can be asked for
    struct waits waits
    {
    };
};

/// What a round is to be about, and how long.
struct round_plan
{
    std::string topic{};                         // clean; empty for none
    std::optional<std::chrono::seconds> lasts{}; // 0: no timer; nothing: as the settings say
    bool again = false; // once more on the topic of the round before, with or without one
    std::optional<std::uint32_t> after{}; // the round that whoever starts it knows
};

/// What a change did, in the words of the events that tell of it.
struct changes
{
    bool opened = false;  // a round began; all votes are gone
    bool closed = false;  // the round ended; the votes are revealed
    bool reset = false;   // closed, and all votes are gone
    bool votes = false;   // somebody's vote came, changed or went
    bool seats = false;   // somebody came, went, or is away or back
    bool results = false; // votes that stand revealed are there again, or have other names
    std::optional<seat_number> removed{};
    bool control_keys = false; // there are more or fewer of them
    std::vector<control_key_number> revoked{};
    bool restored = false;          // `opened` brings back the round as it was, with its votes
    bool timer = false;             // the round ends at another time, or at no certain one
    bool deck = false;              // there are other cards
    bool topics = false;            // other topics come next
    bool undo = false;              // there is something else to undo, or nothing any more
    bool control = false;           // who may control the session, see leadership.hpp
    bool door = false;              // newcomers are let in, or no more
    std::vector<seat_number> own{}; // seats whose own vote or name is another one
    std::optional<std::uint32_t> agreed{}; // something is recorded for this round
    bool none = false;                     // the session is as it was: there is nothing to keep
};

/// What somebody gets who joins.
struct admission
{
    seat_number number;
    std::string name;
    key secret;
    changes done;
};

/// How far a round is.
struct progress
{
    std::size_t voted = 0;
    std::size_t of = 0;               // the seats that have voted or are waited for
    std::vector<std::string> waiting; // the first names of those who are waited for
};

/// A vote that everybody may know.
struct revealed_vote
{
    std::string_view name;
    std::string_view face;
    card chosen;
};

class session
{
public:
    session(deck cards, std::string title, const key& control, const session_settings& settings,
            unix_time now);

    const deck& cards() const noexcept { return *cards_; }
    const std::string& title() const noexcept { return title_; }
    const session_settings& settings() const noexcept { return settings_; }
    bool open() const noexcept { return open_; }

    /// 0 before the first start, then one more with each.
    std::uint32_t round() const noexcept { return round_; }

    /// Of the round that is open, or whose votes are revealed; empty if there is none.
    std::string_view topic() const noexcept;

    /// How often the topic of that round has been voted on, this round included; 1 without one.
    std::uint32_t attempt() const noexcept;

    /// The attempt before that one, if it is still kept.
    const finished_round* attempt_before() const noexcept;

    /// When the open round ends by itself.
    std::optional<unix_time> ends() const noexcept { return ends_; }

    /// Every round that ended with votes, this one included.
    const history& rounds() const noexcept { return history_; }

    /// What is to be voted on next, in this order.
    const text_list& topics() const noexcept { return topics_; }

    /// One more whenever that list is another one.
    std::uint32_t topics_version() const noexcept { return topics_version_; }

    /// What `undo` would take back now. The view in it lives until the next change.
    std::optional<undo_offer> to_undo(unix_time now) const noexcept;

    /// The seat that `undo` would give back now, or null. Good until the next change.
    const seat* kicked(unix_time now) const noexcept;

    const leadership& control() const noexcept { return control_; }

    /// When the stage of `control()` ends by itself.
    std::optional<unix_time> control_ends() const noexcept
    {
        return control_.ends(settings_.waits);
    }

    /// `controller_seen` would make a difference.
    bool misses_controller(unix_time now) const noexcept
    {
        return control_.misses_controller(now, settings_.waits);
    }

    /// Nobody gets a seat any more; who has one stays.
    bool locked() const noexcept { return locked_; }

    /// In the order of joining.
    const std::vector<seat>& seats() const noexcept { return seats_; }

    /// Without a websocket and silent for long: its name may be taken by somebody else.
    bool can_be_taken_over(const seat& who, unix_time now) const noexcept
    {
        return !who.is_present() && now - who.last_seen_ >= settings_.waits.absence;
    }

    /// The names of those who have voted in this round, in the order in which they did.
    const text_list& voted() const noexcept { return voted_; }

    /// Pointers into the session: good until the next change. Null if there is no such seat.
    const seat* find(std::string_view name) const noexcept;
    const seat* find(seat_number number) const noexcept;

    /// The seat that `secret` belongs to, or null.
    const seat* find(const key& secret) const noexcept;

    /// How many control keys are good.
    std::size_t control_keys() const noexcept { return control_keys_.size(); }

    /// The number of the control key that `secret` is, or nothing.
    std::optional<control_key_number> find_control_key(const key& secret) const noexcept;

    bool has_control_key(control_key_number number) const noexcept;

    /// `most_names`: how many of those who are waited for are named at most.
    struct progress progress(std::size_t most_names) const;

    /// The votes of the round that has ended, as it closed, in the order of the seats; nothing
    /// while the session is open. Who leaves or is kicked takes nothing out of them. The views live
    /// until the next change.
    std::optional<std::vector<revealed_vote>> revealed() const;

    /// The face that this seat chose in this round: for the eyes of that seat alone. Empty if
    /// whoever has it now has not voted.
    std::optional<std::string_view> own_vote(seat_number number) const;

    /// Whether its view tells how much time is left for something.
    bool counts_down() const noexcept
    {
        return ends_ || control_.state() == leadership::stage::asked;
    }

    /// It has had a seat, a websocket or a round: somebody may miss it.
    bool used() const noexcept { return looked_at_ || last_number_ != 0 || round_ != 0; }

    /// When `advance_to` has something to do next.
    std::optional<unix_time> next_deadline() const noexcept;

    /// Bytes of text that this session keeps.
    std::size_t text_bytes() const noexcept;

    // --- What voters do

    /// Gives a seat to `name` (clean text). Whoever holds the seat already (`presented` is its
    /// key) gets it again and nothing changes; a seat that is absent passes to the newcomer under
    /// the key `fresh`, with its vote. Fails with `already_joined`, `door_locked` or
    /// `session_full`.
    result<admission> join(std::string name, const key& fresh, const std::optional<key>& presented,
                           const room_bounds& most, unix_time now);

    /// Fails with `session_closed`, `not_a_valid_participant` or `not_a_valid_choice`, looked at in
    /// this order.
    result<changes> vote(std::string_view participant, std::string_view choice, unix_time now);

    /// The seat and its vote are gone. Fails with `not_a_participant`.
    result<changes> leave(std::string_view participant, unix_time now);

    /// The seat, its key and its vote stay. Fails with `not_a_participant`, with `already_joined`
    /// if somebody else has the name `to` (clean text), or with `session_full`.
    result<changes> rename(std::string_view participant, std::string to, const room_bounds& most,
                           unix_time now);

    /// Asks for control of a session that nobody controls. Fails with `not_a_participant`, or with
    /// `control_not_free`.
    result<changes> ask_for_control(std::string_view participant, unix_time now);

    /// Fails with `control_not_free` if nobody asks.
    result<changes> object_to_asking(unix_time now);

    /// Control has passed to this seat: `fresh` is its key. Beyond `most` as `mint_control_key`.
    /// Fails with `not_a_participant`, or with `control_not_free`.
    result<changes> take_control(std::string_view participant, const key& fresh, std::size_t most,
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
    /// or a round or another deck came after it, and with `session_full` if there is no seat for
    /// who was kicked.
    result<changes> undo(const room_bounds& most, unix_time now);

    /// The open round ends later by `more`, or, without a timer, after it. Fails with
    /// `session_closed`.
    result<changes> add_time(std::chrono::seconds more, unix_time now);

    /// The open round ends after `left`; 0 stops the timer. Fails with `session_closed`.
    result<changes> set_time(std::chrono::seconds left, unix_time now);

    /// Shuts newcomers out, or lets them in again.
    changes lock_door(bool locked) noexcept;

    /// Clean texts, in place of those that there are. Fails with `topics_changed` if these are not
    /// those of the version `after`.
    result<changes> plan_topics(text_list topics, std::optional<std::uint32_t> after = {});

    /// Fails with `session_open`. Revealed votes are gone.
    result<changes> change_deck(deck cards);

    /// Records `agreed` (clean; empty for nothing) for a round. Fails with `not_a_round`.
    result<changes> agree(std::uint32_t round, std::string agreed);

    /// One more key gives control. Beyond `most` (0 is no limit) the oldest is revoked, though not
    /// that of the caller, `own`, while there is another.
    changes mint_control_key(const key& fresh, std::optional<control_key_number> own,
                             std::size_t most);

    /// All control keys but the caller's are good no more.
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

    /// To be called when `next_deadline()` has come: closes a round whose time is up, tells who is
    /// away now, and passes control on.
    changes advance_to(unix_time now);

private:
    using place = std::uint32_t; // in seats_

    std::vector<place>::const_iterator place_by_name(std::string_view name) const noexcept;
    std::vector<seat>::const_iterator place_by_number(seat_number number) const noexcept;
    seat* seat_of(std::string_view name) noexcept;
    seat* seat_of(seat_number number) noexcept;
    changes hand_over(seat& taken, const key& fresh, unix_time now);
    result<changes> remove(std::string_view name, unix_time now);
    void set_presence(seat& of, seat::presence next) noexcept;
    void count_presence(const seat& of, int by) noexcept;
    bool mark_away(unix_time now) noexcept;

    // It is away by now, though that is not told yet.
    bool is_overdue(const seat& who, unix_time now) const noexcept
    {
        return who.presence_ == seat::presence::lost &&
               now - who.lost_at_ >= settings_.waits.absence;
    }

    bool forget_kick_of(std::string_view name) noexcept;
    // Somebody votes, or, without a card, leaves the table. By nobody it is no move.
    struct next_move
    {
        const seat* who = nullptr;
        std::optional<card> vote{};
    };

    void close(unix_time now);
    finished_round round_as_of(unix_time now, const next_move& next);
    std::size_t votes_after(const next_move& next) const noexcept;
    std::optional<finished_round> round_if_complete(unix_time now, const next_move& next);
    bool close_with(std::optional<finished_round> ended) noexcept;
    bool is_full(const room_bounds& most) const noexcept;
    bool has_room_for(std::size_t name_bytes, const room_bounds& most) const noexcept;
    std::vector<seat_number> own_voters() const;
    void forget_votes() noexcept;
    changes reopen(const cleared_table& cleared, unix_time now);
    result<changes> bring_back(const cleared_table& cleared, unix_time now);
    result<changes> bring_back(const kicked_seat& kicked, unix_time now);

    std::shared_ptr<const deck> cards_; // shared with the rounds that were played with it
    std::string title_;
    std::vector<control_key> control_keys_; // the oldest first
    std::vector<seat> seats_;
    std::vector<place> by_name_; // in the order of the names
    text_list voted_;
    text_list topics_;
    history history_;
    std::string topic_; // of the last round that started
    std::shared_ptr<const undoable> undo_;
    std::optional<unix_time> ends_;
    unix_time started_;
    leadership control_;
    session_settings settings_;
    std::size_t name_bytes_ = 0;
    std::uint32_t votes_ = 0; // how many have voted
    std::uint32_t lost_ = 0;  // how many lost their websocket and are not away yet
    std::uint32_t away_ = 0;  // how many are away
    std::uint32_t round_ = 0;
    std::uint32_t topics_version_ = 0;
    std::uint32_t attempt_ = 1;
    std::uint32_t attempt_before_ = 0; // the round that it was; 0: none
    seat_number last_number_ = 0;
    control_key_number last_control_key_ = 1;
    bool open_ = false;
    bool shown_ = false; // the votes of the round that has ended are revealed
    bool locked_ = false;
    bool looked_at_ = false;
};

} // namespace pajthy
