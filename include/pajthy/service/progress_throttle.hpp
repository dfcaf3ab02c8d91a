// Keeps the `progress` and `seats` events of one session at a calm pace: at most every 250 ms, and
// what is sent then is the newest. They go out together.
#pragma once

#include <pajthy/clock.hpp>

#include <cstddef>
#include <optional>

namespace pajthy
{

class progress_throttle
{
public:
    /// Between two events of a session with so many seats. Beyond 500 seats it grows with them, so
    /// that no session sends more than 2,000 of these frames a second.
    static milliseconds interval(std::size_t seats) noexcept;

    /// Whether one may go out now.
    bool may_send(unix_time now) const noexcept { return now >= next_; }

    /// One has gone out, to so many seats.
    void sent(std::size_t seats, unix_time now) noexcept
    {
        next_ = now + interval(seats);
        deferred_ = false;
    }

    /// There is one to send as soon as it may be.
    void defer() noexcept { deferred_ = true; }

    /// The round is over: there is nothing to send any more.
    void cancel() noexcept { deferred_ = false; }

    /// When a deferred one may go out; nothing if there is none.
    std::optional<unix_time> due() const noexcept
    {
        return deferred_ ? std::optional(next_) : std::nullopt;
    }

private:
    unix_time next_{};
    bool deferred_ = false;
};

} // namespace pajthy
