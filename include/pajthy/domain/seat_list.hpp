// The seats of a session, and which of them have voted.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/seat.hpp>
#include <pajthy/domain/text_list.hpp>
#include <pajthy/domain/undoable.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// What a session may hold; 0 is no limit.
struct room_limits
{
    std::size_t seats = 0;
    std::size_t name_bytes = 0; // of all seats, in UTF-8
};

/// How far a round is.
struct progress
{
    std::size_t voted = 0;
    std::size_t of = 0;               // the seats that have voted or are waited for
    std::vector<std::string> waiting; // the names of the first that are waited for
};

/// The seats are in the order of joining, which is that of their numbers. References, pointers and
/// views into the list live until the next change.
class seat_list
{
public:
    seat_list() = default;

    /// `seats` have different names, and ascending numbers up to `last`. `voted` has the numbers of
    /// those with a vote, in the order of the votes.
    seat_list(std::vector<seat> seats, seat_number last, const std::vector<seat_number>& voted);

    std::size_t size() const noexcept { return seats_.size(); }
    bool empty() const noexcept { return seats_.empty(); }
    auto begin() const noexcept { return seats_.begin(); }
    auto end() const noexcept { return seats_.end(); }
    const seat& operator[](std::size_t index) const noexcept { return seats_[index]; }

    /// Null if there is no such seat.
    const seat* find(std::string_view name) const noexcept;
    const seat* find(seat_number number) const noexcept;

    /// The seat that `secret` belongs to, or null.
    const seat* find(const key& secret) const noexcept;

    /// The number of the newest seat, whether it is still there or not; 0 if there was none.
    seat_number last_number() const noexcept { return last_number_; }

    /// The names of the seats that have voted in this round, in the order of the votes.
    const text_list& voted() const noexcept { return voted_; }

    /// How many seats have voted.
    std::size_t votes() const noexcept { return votes_; }

    /// `max_names`: how many of the seats that are waited for are named at most.
    struct progress progress(std::size_t max_names) const;

    /// Of all names together.
    std::size_t name_bytes() const noexcept { return name_bytes_; }

    /// Whether one more seat is too many.
    bool is_full(const room_limits& max) const noexcept
    {
        return max.seats != 0 && seats_.size() >= max.seats;
    }

    /// All names are sent with each seat that comes or goes, so there must not be too many long
    /// ones.
    bool has_room_for(std::size_t more_name_bytes, const room_limits& max) const noexcept
    {
        return max.name_bytes == 0 || name_bytes_ + more_name_bytes <= max.name_bytes;
    }

    bool has_lost() const noexcept { return lost_ != 0; }
    bool has_away() const noexcept { return away_ != 0; }

    /// Those that have voted and are away.
    std::vector<seat_number> away_voters() const;

    /// Those that `mark_away` brings into another state.
    std::vector<seat_number> overdue(unix_time now, milliseconds absence) const;

    /// When the first of the lost seats lost its websocket.
    std::optional<unix_time> first_lost_at() const noexcept;

    // --- Changes. Each is made or, if memory runs out, not made.

    seat* find(std::string_view name) noexcept;
    seat* find(seat_number number) noexcept;

    /// There must be no seat of this name.
    void add(std::string name, const key& fresh, unix_time now);

    /// Puts a seat back to where it was. Nobody has its name or number.
    void restore(seat back);

    void remove(const seat& gone) noexcept;

    /// `voted()` as it is once `renamed` has the name `to`.
    text_list voted_after_rename(const seat& renamed, std::string_view to) const;

    /// There must be no seat of the name `to`. `voted` is what `voted_after_rename` returned.
    void rename(seat& renamed, std::string to, text_list voted) noexcept;

    /// Somebody else has the seat now, with the key `fresh` and without a websocket. The vote
    /// stays, but is nobody's own.
    void hand_over(seat& taken, const key& fresh, unix_time now) noexcept;

    void vote(seat& voter, seat_vote vote);
    void forget_votes() noexcept;

    /// Gives the seats that are still there their votes back. Nobody has one.
    void restore_votes(const std::vector<reset_vote>& votes);

    void connect(seat& arrived) noexcept { enter(arrived, seat_presence::present); }
    void disconnect(seat& left, unix_time now) noexcept;

    /// Marks the overdue seats as away. False if there are none.
    bool mark_away(unix_time now, milliseconds absence) noexcept;

private:
    friend class session; // keeps the votes hidden

    using seat_index = std::uint32_t; // in seats_

    template <class Is>
    std::vector<seat_number> numbers_of(Is is) const; // that are so, in their order
    std::vector<seat_number> own_voters() const;
    std::vector<reset_vote> cast_votes() const; // in the order of the votes

    std::vector<seat_index>::const_iterator by_name(std::string_view name) const noexcept;
    std::vector<seat>::const_iterator by_number(seat_number number) const noexcept;
    void enter(seat& changed, seat_presence next) noexcept;
    void count(const seat& counted, int by) noexcept;

    std::vector<seat> seats_;
    std::vector<seat_index> by_name_; // in the order of the names
    text_list voted_;
    std::size_t name_bytes_ = 0;
    std::uint32_t votes_ = 0; // how many have voted
    std::uint32_t lost_ = 0;  // how many are lost
    std::uint32_t away_ = 0;  // how many are away
    seat_number last_number_ = 0;
};

} // namespace pajthy
