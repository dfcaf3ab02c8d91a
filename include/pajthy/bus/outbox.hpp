// What waits to be sent to one websocket.
//
// Empty when idle, bounded when the peer is slow, and always in order. Knows nothing of sockets:
// its owner takes the frames out and sends them.
#pragma once

#include <pajthy/bus/frame.hpp>

#include <boost/container/small_vector.hpp>

#include <cstddef>

namespace pajthy
{

class outbox
{
public:
    /// Zero is no bound.
    struct bounds
    {
        std::size_t bytes;
        std::size_t frames;
    };

    /// Whether the peer has taken all that was sent before, or at least some of it lately.
    enum class peer
    {
        keeps_up,
        is_behind,
        is_stuck
    };

    /// Mostly it is one or two, which need no memory of their own.
    using frames = boost::container::small_vector<frame, 2>;

    explicit outbox(bounds max) noexcept : max_(max) {}

    bool empty() const noexcept { return waiting_.empty(); }

    /// What waits, the oldest first, and how many bytes these are.
    const frames& waiting() const noexcept { return waiting_; }
    std::size_t bytes() const noexcept { return bytes_; }

    /// Appends `f`. It replaces a waiting frame of the same state, unless the peer keeps up and
    /// little waits: a little is sent together, which costs no more than dropping it, and the peer
    /// sees each step. False if more waits than the bounds allow: the peer is too slow, and nothing
    /// more should be sent to it. States are not counted while the peer is behind: there is one
    /// frame of each, and a slow peer in a large room needs exactly that. One frame alone is always
    /// allowed, however long.
    [[nodiscard]] bool push(const frame& f, peer state);

    /// Everything that waits; the outbox is empty then and keeps no memory.
    frames take() noexcept;

    /// The same, for an owner that has sent them.
    void clear() noexcept;

private:
    void drop(state_number superseded) noexcept;
    bool is_within_bounds(peer state) const noexcept;
    std::size_t bytes_of_all() const noexcept;

    bounds max_;
    frames waiting_;
    std::size_t bytes_ = 0;
};

} // namespace pajthy
