// Who listens to a session, and which of them an event is for.
#pragma once

#include <pajthy/domain/seat.hpp>
#include <pajthy/domain/session.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

namespace pajthy
{

enum class role
{
    controller,
    voter
};

/// Whose eyes a view or a subscription is for. A voter without a seat is a watcher. A controller
/// has a control key where sessions are guarded by keys.
struct viewer
{
    pajthy::role role;
    std::optional<seat_number> seat{};
    std::optional<pajthy::control_key_number> control_key{};
};

/// Some of the viewers of a session.
struct audience
{
    enum class group : std::uint8_t
    {
        everybody,
        controllers,
        voters, // watchers, too
        seat,
        control_keys
    };

    group who = group::everybody;
    seat_number seat = 0;                       // for `group::seat`
    std::span<const control_key_number> keys{}; // for `group::control_keys`

    /// Whether viewers of that role can be among them.
    bool includes(role r) const noexcept
    {
        switch (who)
        {
        case group::everybody: return true;
        case group::controllers:
        case group::control_keys: return r == role::controller;
        case group::voters:
        case group::seat: return r == role::voter;
        }
        return false;
    }

    bool includes(const viewer& one) const noexcept
    {
        if (!includes(one.role))
            return false;
        if (who == group::seat)
            return one.seat == seat;
        return who != group::control_keys ||
               (one.control_key &&
                std::find(keys.begin(), keys.end(), *one.control_key) != keys.end());
    }
};

} // namespace pajthy
