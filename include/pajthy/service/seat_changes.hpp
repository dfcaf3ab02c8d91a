// What the pages of one session have not been told of its seats yet.
//
// It knows the numbers of the seats and not what was told of them, so that a session costs little:
// what is told is what these seats are by then.
#pragma once

#include <pajthy/domain/changes.hpp>
#include <pajthy/domain/seat.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/event/event.hpp>

#include <cstddef>
#include <vector>

namespace pajthy
{

/// Bounded: of more than `max_seats_with_names` seats, it tells of all.
class seat_changes
{
public:
    bool empty() const noexcept { return !all_ && numbers_.empty(); }

    /// Whoever knows who has voted knows all of it.
    bool only_votes() const noexcept { return !all_ && only_votes_; }

    /// `done` has happened to `s`. While a session has more seats than are told, only that is
    /// noted. Throws std::bad_alloc.
    void note(const changes& done, const session& s);

    /// All of it as of now. There is something to tell.
    event::seats told(const session& s) const;

    /// It is told, or there is nobody to tell.
    void forget() noexcept
    {
        numbers_ = {};
        only_votes_ = true;
        all_ = false;
    }

private:
    void add(seat_number number);
    void add_all() noexcept;

    std::vector<seat_number> numbers_;
    bool only_votes_ = true;
    bool all_ = false; // then there are no numbers
};

} // namespace pajthy
