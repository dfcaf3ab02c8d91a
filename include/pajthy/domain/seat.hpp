// A voter's place in a session.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/key.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace pajthy
{

/// Counts from 1 in the order of joining; never used twice in a session.
using seat_number = std::uint32_t;

/// It outlives the sockets and the pages that use it.
class seat
{
public:
    seat_number number() const noexcept { return number_; }
    const std::string& name() const noexcept { return name_; }
    const key& secret() const noexcept { return secret_; }

    bool has_voted() const noexcept { return vote_.has_value(); }

    /// Somebody looks at it now.
    bool is_present() const noexcept { return presence_ == presence::present; }

    /// It lost its last websocket long ago: shown as away, and not waited for.
    bool is_away() const noexcept { return presence_ == presence::away; }

    /// When it lost its last websocket, if it has none now and had one.
    std::optional<unix_time> lost_at() const noexcept
    {
        return presence_ == presence::lost || presence_ == presence::away ? std::optional(lost_at_)
                                                                          : std::nullopt;
    }

private:
    friend class session;

    enum class presence : std::uint8_t
    {
        unseen, // never had a websocket
        present,
        lost, // without one for less than the time that makes it away
        away
    };

    void lose(unix_time now) noexcept
    {
        presence_ = presence::lost;
        last_seen_ = lost_at_ = now;
    }

    seat(seat_number number, std::string name, const key& secret, unix_time now)
        : number_(number), name_(std::move(name)), secret_(secret), last_seen_(now)
    {}

    seat_number number_;
    presence presence_ = presence::unseen;
    std::string name_;
    key secret_;
    unix_time last_seen_; // joined (also once more), did something, or lost the last websocket
    unix_time lost_at_{};
    std::optional<card> vote_;
    bool vote_is_own_ = false; // false: of whoever had the seat before
};

} // namespace pajthy
