// Whether somebody controls the session, and how a voter comes to control when nobody does.
//
// A session without a controller for `alone` is unled: a seat may ask for control. Everybody hears
// of it and may object for as long as `objection` lasts; then it passes, and whoever asked has
// `taking` to fetch the key. A controller who comes back ends all of it. Those three are an
// argument, and always the same.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/seat.hpp>
#include <pajthy/error.hpp>
#include <pajthy/limits.hpp>

#include <cstdint>
#include <optional>

namespace pajthy
{

class leadership
{
public:
    enum class stage : std::uint8_t
    {
        led,
        unled,
        asked,
        passed
    };

    explicit leadership(unix_time now) noexcept : since_(now) {}

    stage state() const noexcept { return stage_; }

    /// `seen` would make a difference. A controller without a socket need not be seen all the time:
    /// a few times while `alone` lasts are enough.
    bool misses_controller(unix_time now, const waits& lasting) const noexcept
    {
        return stage_ != stage::led ||
               (!present_ && now - since_ >= lasting.alone / signs_while_alone);
    }

    /// Who asked; 0 while it is led or unled.
    seat_number asker() const noexcept { return asker_; }

    /// When this stage ends by itself; nothing if it doesn't.
    std::optional<unix_time> ends(const waits& lasting) const noexcept;

    /// A controller looks at the session now.
    bool is_present() const noexcept { return present_; }

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
    static constexpr int signs_while_alone = 12;

    void enter(stage next, unix_time now) noexcept;

    unix_time since_; // the stage began, or, while led, a controller was seen last
    seat_number asker_ = 0;
    stage stage_ = stage::led;
    bool present_ = false;
};

} // namespace pajthy
