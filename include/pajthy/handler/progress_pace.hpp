// Keeps `progress` events at a calm pace: at most every 250 ms a session, and what is told then is
// the newest.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/string_hash.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

class progress_pace
{
public:
    /// Between two events of one session, of so many seats. Beyond 500 seats it grows with them, so
    /// that no session sends more than 2,000 of these frames a second.
    static duration interval(std::size_t seats) noexcept;

    /// Whether one may go out now.
    bool may_tell(std::string_view session, time_point now) const;

    /// One has gone out to a session of so many seats.
    void told(std::string_view session, std::size_t seats, time_point now);

    /// There is something to tell as soon as it may be.
    void wait(std::string_view session);

    /// The round is over: there is nothing to tell any more.
    void drop(std::string_view session);

    /// The sessions that have something to tell and now may.
    std::vector<std::string> due(time_point now);

private:
    struct entry
    {
        time_point next;
        bool waits = false;
    };

    // Only sessions that told something within the last interval.
    string_map<entry> entries_;
};

} // namespace pajthy
