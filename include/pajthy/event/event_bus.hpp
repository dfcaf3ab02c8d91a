// Carries events from the handler to everybody who listens.
#pragma once

#include <pajthy/event/event.hpp>
#include <pajthy/event/frame.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace pajthy
{

/// Takes frames. Both functions are called while the bus walks over its subscribers: they must
/// not subscribe, unsubscribe or emit, and they must not destroy a subscriber.
class subscriber
{
public:
    virtual void deliver(const frame& f) noexcept = 0;

    /// Nothing follows; to be closed with `why` once everything delivered so far is sent.
    virtual void close(close_code why) noexcept = 0;

protected:
    ~subscriber() = default;
};

/// Ends with its life. It must not outlive the bus, and its subscriber must outlive it.
class subscription
{
public:
    virtual ~subscription() = default;
};

/// Whose eyes a view or a subscription is for. A voter without a seat is a watcher; a controller
/// has come by a control key, where sessions are guarded by keys.
struct viewer
{
    pajthy::role role;
    std::optional<seat_number> seat{};
    std::optional<pajthy::control_key_number> control_key{};
};

/// How much of something was delivered: events, the frames that told them, and the bytes of these.
struct delivered
{
    std::uint64_t events = 0;
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0;
};

/// For each kind of event, by its index in `event::any`.
using deliveries = std::array<delivered, std::variant_size_v<event::any>>;

/// Synchronous and non-blocking: when a call returns, every frame is with its subscribers.
class event_bus
{
public:
    virtual ~event_bus() = default;

    /// Nothing has changed if it throws.
    virtual std::unique_ptr<subscription> subscribe(std::string_view session, viewer who,
                                                    subscriber& to) = 0;

    /// Sends `events`, in this order and under the number `seq`, to those whom each concerns.
    /// A `kicked` ends the subscriptions of its seat with close code 4001, and a `revoked` those
    /// of its control keys. Without memory for one of them it is an `interrupt`.
    virtual void emit(std::string_view session, std::uint64_t seq,
                      const std::vector<event::any>& events) noexcept = 0;

    /// Something has changed that cannot be told: everybody who listens is closed with 1012, and
    /// sees all of it when back.
    virtual void interrupt(std::string_view session) noexcept = 0;

    /// The session is over: everybody who listens to it is closed with 4004.
    virtual void end(std::string_view session) noexcept = 0;

    /// How many listen, to all sessions together.
    virtual std::size_t subscribers() const noexcept = 0;

    /// What was delivered so far. An event that nobody listens for isn't counted.
    virtual const deliveries& counted() const noexcept = 0;
};

} // namespace pajthy
