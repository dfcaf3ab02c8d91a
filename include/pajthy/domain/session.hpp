// One room: its deck, who sits in it, and the round that they vote in.
//
// A session is a plain value. It knows the rules and nothing else: the time is an argument, keys
// and names come in ready made, and what a change did is returned, for others to tell.
//
// Hidden votes: `revealed()` is empty while the session is open, and apart from it only `own_vote`
// gives a vote's value away, for one seat. There is no other way to read one.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/key.hpp>
#include <pajthy/domain/statistics.hpp>
#include <pajthy/domain/text_list.hpp>
#include <pajthy/error.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// Nobody waits for a seat that lost its last socket this long ago, and a seat without a socket
/// that has been silent for this long can be taken over.
inline constexpr std::chrono::seconds absence{15};

/// Counts from 1 in the order of joining; never used twice in a session.
using seat_number = std::uint32_t;

/// Counts from 1 in the order of making; never used twice in a session.
using control_key_number = std::uint32_t;

/// What gives control of a session to whoever holds it.
struct control_key
{
    control_key_number number;
    key secret;
};

/// A voter's place. It outlives the sockets and the pages that use it.
class seat
{
public:
    seat_number number() const noexcept { return number_; }
    const std::string& name() const noexcept { return name_; }
    const key& secret() const noexcept { return secret_; }

    bool has_voted() const noexcept { return vote_.has_value(); }

    /// It had a socket and lost it long ago: shown as away, and not waited for.
    bool away(time_point now) const noexcept;

    /// Without a socket and silent for long: its name may be taken by somebody else.
    bool absent(time_point now) const noexcept;

private:
    friend class session;

    seat(seat_number number, std::string name, const key& secret, time_point now)
        : number_(number), name_(std::move(name)), secret_(secret), last_seen_(now)
    {}

    seat_number number_;
    std::uint32_t sockets_ = 0;
    std::string name_;
    key secret_;
    time_point last_seen_; // joined (also once more), voted, or lost the last socket
    std::optional<time_point> lost_socket_;
    std::optional<card> vote_;
};

/// What a change did, in the words of the events that tell of it.
struct changes
{
    bool opened = false;  // a round began; all votes are gone
    bool closed = false;  // the round ended; the votes are revealed
    bool reset = false;   // closed, and all votes are gone
    bool votes = false;   // somebody's vote came, changed or went
    bool seats = false;   // somebody came, went, or is away or back
    bool results = false; // votes that stood revealed are others now
    std::optional<seat_number> removed{};
    bool control_keys = false; // there are more or fewer of them
    std::vector<control_key_number> revoked{};
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
};

class session
{
public:
    session(deck cards, std::string title, const key& control);

    const deck& cards() const noexcept { return cards_; }
    const std::string& title() const noexcept { return title_; }
    bool open() const noexcept { return open_; }

    /// 0 before the first start, then one more with each.
    std::uint32_t round() const noexcept { return round_; }

    /// In the order of joining.
    const std::vector<seat>& seats() const noexcept { return seats_; }

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
    struct progress progress(time_point now, std::size_t most_names) const;

    /// The votes of the round that has ended, in the order of the seats; nothing while the session
    /// is open. The views live until the next change.
    std::optional<std::vector<revealed_vote>> revealed() const;

    /// The face that this seat chose in this round: for the eyes of that seat alone. Empty if it
    /// has not voted.
    std::optional<std::string_view> own_vote(seat_number number) const;

    /// Whether somebody lost the last socket, and so may be away as time passes.
    bool may_change_by_itself() const noexcept { return lost_sockets_ != 0; }

    /// Bytes of text that this session keeps.
    std::size_t text_bytes() const noexcept { return text_bytes_ + voted_.bytes(); }

    // --- What voters do

    /// Gives a seat to `name` (clean text). Whoever holds the seat already (`presented` is its
    /// key) gets it again and nothing changes; a seat that is absent passes to the newcomer under
    /// the key `fresh`, with its vote. Fails with `already_joined` or `session_full`.
    /// `most` seats at most; 0 is no limit.
    result<admission> join(std::string name, const key& fresh, const std::optional<key>& presented,
                           std::size_t most, time_point now);

    /// Fails with `session_closed`, `not_a_valid_participant` or `not_a_valid_choice`, looked at in
    /// this order.
    result<changes> vote(std::string_view participant, std::string_view choice, time_point now);

    /// The seat and its vote are gone. Fails with `not_a_participant`.
    result<changes> leave(std::string_view participant, time_point now);

    // --- What controllers do

    changes start() noexcept;
    changes stop() noexcept;
    changes reset() noexcept;

    /// The seat and its vote are gone. Fails with `not_a_participant`.
    result<changes> kick(std::string_view participant, time_point now);

    /// One more key gives control. Beyond `most` (0 is no limit) the oldest is revoked, though not
    /// that of the caller, `own`, while there is another.
    changes mint_control_key(const key& fresh, std::optional<control_key_number> own,
                             std::size_t most);

    /// All control keys but the caller's are good no more.
    changes revoke_other_control_keys(std::optional<control_key_number> own);

    // --- What sockets do

    /// A socket of this seat opened. Fails with `not_a_participant`.
    result<changes> connected(seat_number number, time_point now);

    /// A socket of this seat closed. Nothing happens if the seat is gone.
    void disconnected(seat_number number, time_point now) noexcept;

    /// To be called when `absence` has passed since a seat lost its last socket: says whether the
    /// seat is away now, and closes the round if nobody else is waited for.
    changes check_absence(seat_number number, time_point now) noexcept;

private:
    using place = std::uint32_t; // in seats_

    std::vector<place>::const_iterator place_by_name(std::string_view name) const noexcept;
    seat* seat_of(std::string_view name) noexcept;
    seat* seat_of(seat_number number) noexcept;
    result<changes> remove(std::string_view name, time_point now);
    void forget_loss(seat& of) noexcept;
    bool close_if_complete(time_point now) noexcept;
    bool forget_votes() noexcept;

    deck cards_;
    std::string title_;
    std::vector<control_key> control_keys_; // the oldest first
    std::vector<seat> seats_;
    std::vector<place> by_name_; // in the order of the names
    text_list voted_;
    std::size_t text_bytes_;
    std::uint32_t votes_ = 0;        // how many have voted
    std::uint32_t lost_sockets_ = 0; // how many may be away: of all others it is known
    std::uint32_t round_ = 0;
    seat_number last_number_ = 0;
    control_key_number last_control_key_ = 1;
    bool open_ = false;
};

} // namespace pajthy
