// Carries frames to the subscribers of a session.
//
// Synchronous, local and non-blocking: when a call returns, every frame is with its subscribers. It
// never waits, writes or destroys a subscriber.
#pragma once

#include <pajthy/bus/frame.hpp>
#include <pajthy/event/audience.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

namespace pajthy
{

/// Takes frames. Both functions are called while the bus walks over its subscribers: they must
/// not subscribe, unsubscribe or send, and they must not destroy a subscriber.
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

/// All subscribers of one session.
class channel
{
public:
    /// Whether somebody of `to` listens: else nothing has to be made for them.
    virtual bool has(const audience& to) noexcept = 0;

    /// Gives `f` to all of `to`, in the order of the calls; says how many these are. Those who were
    /// told to close hear nothing more.
    virtual std::size_t send(const audience& to, const frame& f) noexcept = 0;

    /// Gives each the frame that is made for it. Throws what `make` throws, in the middle.
    virtual void send_each(const std::function<frame(const viewer&)>& make) = 0;

    /// Tells all of `to` to close, each once.
    virtual void close(const audience& to, close_code why) noexcept = 0;

protected:
    ~channel() = default;
};

class event_bus
{
public:
    virtual ~event_bus() = default;

    /// What is sent from now on is heard, and nothing from before. Nothing has changed if it
    /// throws.
    virtual std::unique_ptr<subscription> subscribe(std::string_view session, viewer who,
                                                    subscriber& to) = 0;

    /// Null if nobody listens to that session. Good until somebody subscribes or a subscription
    /// ends.
    virtual channel* find(std::string_view session) noexcept = 0;

    /// How many listen, to all sessions together.
    virtual std::size_t subscribers() const noexcept = 0;
};

} // namespace pajthy
