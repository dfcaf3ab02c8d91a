// Whether somebody controls the session, and how a voter comes to control when nobody does.
//
// A session without a controller for `unattended_after` is unled: a seat may ask for control.
// Everybody hears of it and may object during the `objection_period`. Then control passes, and the
// seat that asked may take it during the `pickup_period`. A controller who comes back ends all of
// it. These three times are an argument, and always the same.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/seat.hpp>
#include <pajthy/error.hpp>
#include <pajthy/limits.hpp>

#include <cstdint>
#include <optional>

namespace pajthy
{

enum class leadership_stage : std::uint8_t
{
    led,
    unled,
    asked,
    passed
};

/// All that the leadership of a session is, as a store keeps it.
struct leadership_record
{
    unix_time since{};     // the stage began, or, while led, a controller was seen last
    seat_number asker = 0; // 0 while it is led or unled
    leadership_stage stage = leadership_stage::led;
    bool present = false; // a controller has a websocket

    friend bool operator==(const leadership_record&, const leadership_record&) = default;
};

class leadership
{
public:
    explicit leadership(unix_time now) noexcept : it_{.since = now} {}
    explicit leadership(const leadership_record& r) noexcept : it_(r) {}

    const leadership_record& record() const noexcept { return it_; }

    leadership_stage stage() const noexcept { return it_.stage; }

    /// `seen` would make a difference. A controller without a socket need not be seen all the time:
    /// a few times during `unattended_after` are enough.
    bool misses_controller(unix_time now, const waits& lasting) const noexcept
    {
        return it_.stage != leadership_stage::led ||
               (!it_.present && now - it_.since >= lasting.unattended_after / signs_of_life);
    }

    /// The seat that asked; 0 while it is led or unled.
    seat_number asker() const noexcept { return it_.asker; }

    /// When this stage ends by itself; nothing if it doesn't.
    std::optional<unix_time> ends(const waits& lasting) const noexcept;

    /// A controller looks at the session now.
    bool is_present() const noexcept { return it_.present; }

    // Each says whether the stage is another one now.

    /// A controller has a websocket now.
    bool connected(unix_time now) noexcept;

    /// No controller has a websocket any more.
    void disconnected(unix_time now) noexcept;

    /// A controller did something, with a socket or without.
    bool seen(unix_time now) noexcept;

    /// `control_not_free` unless it is unled.
    result<void> ask(seat_number who, unix_time now) noexcept;

    /// `control_not_free` unless somebody asked. After it the session counts as led, so that nobody
    /// asks again at once.
    result<void> object(unix_time now) noexcept;

    /// `control_not_free` unless control has passed to `who`.
    result<void> take(seat_number who, unix_time now) noexcept;

    /// A seat is gone, perhaps the one that asked. Then the session counts as led, so that nobody
    /// asks again at once by leaving and coming back.
    bool left(seat_number who, unix_time now) noexcept;

    /// To be called when `ends()` has come.
    bool advance_to(unix_time now, const waits& lasting) noexcept;

private:
    static constexpr int signs_of_life = 12; // while the session would not be unattended

    void enter(leadership_stage next, unix_time now) noexcept;

    leadership_record it_;
};

} // namespace pajthy
