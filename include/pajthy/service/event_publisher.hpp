// Makes the frames of events and sends each to its audience.
#pragma once

#include <pajthy/bus/event_bus.hpp>
#include <pajthy/event/event.hpp>
#include <pajthy/store/session_store.hpp>
#include <pajthy/wire/frames.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace pajthy
{

/// How much of something was delivered: events, the frames that told them, and the bytes of these.
struct delivered
{
    std::uint64_t events = 0;
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0;
};

/// For each type of event, by its index in `session_event`.
using deliveries = std::array<delivered, event_types>;

class event_publisher
{
public:
    /// Sends the events in their order. Makes one text a role, and none that nobody hears. `votes`
    /// belongs to the session of the channel. Throws std::bad_alloc in the middle.
    void publish(channel& to, vote_texts& votes, const std::vector<session_event>& events,
                 version seq);

    /// What was delivered so far. An event that nobody could hear isn't counted.
    const deliveries& counted() const noexcept { return counted_; }

private:
    void publish_one(channel& to, vote_texts& votes, const session_event& e, version seq);

    deliveries counted_{};
};

} // namespace pajthy
