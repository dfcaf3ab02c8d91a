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
    bool connected() const noexcept { return sockets_ != 0; }

    /// When it lost its last socket, if it has none now and had one.
    std::optional<time_point> lost_socket() const noexcept { return lost_socket_; }

private:
    friend class session;

    void lose_socket(time_point now) noexcept
    {
        if (--sockets_ != 0)
            return;
        last_seen_ = now;
        lost_socket_ = now;
    }

    seat(seat_number number, std::string name, const key& secret, time_point now)
        : number_(number), name_(std::move(name)), secret_(secret), last_seen_(now)
    {}

    seat_number number_;
    std::uint32_t sockets_ = 0;
    std::string name_;
    key secret_;
    time_point last_seen_; // joined (also once more), did something, or lost the last socket
    std::optional<time_point> lost_socket_;
    std::optional<card> vote_;
    bool vote_is_own_ = false; // false: of whoever had the seat before
};

} // namespace pajthy
