// Where sessions live.
//
// All of it may wait, so that a store on the network can take the place of the one in memory. What
// every store must do is written down as tests in tests/store/store_contract.hpp.
//
// Order. Every change of a session has a version, greater than that of the change before. A store
// tells its listener each change once, in the order of the versions, in one turn with keeping it or
// later, and before the call that made it returns. What it reads is never older than what it has
// told, and what it tells is never older than what it has shown to a reader.
//
// Failure. A call fails with an error of its own below, or with `store_unavailable` if the store
// can't be reached: then a change may be kept or not, and if it is, it is told. Nothing is told of
// a change that isn't kept.
//
// Cancellation. A task that is destroyed before it is done is given up: nothing that was passed by
// reference is used any more, neither a mutation nor a reader is called. As with a store that can't
// be reached, its change may be kept: before a later call sees the session, or never.
//
// Lifetimes. Views and references that are passed in must live until the task is done or destroyed.
// The store must outlive its tasks.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/error.hpp>
#include <pajthy/task.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

namespace pajthy
{

/// Grows with every change of a session; the `Seq` of the events that tell of it.
using version = std::uint64_t;

/// Looks at a session as it is kept under that version; the reference is good during the call.
using session_reader = std::function<void(const session&, version)>;

/// Changes a session, which is kept under that version, and says what it did; or fails and leaves
/// it untouched. It may be called more than once for one change (a store that finds the session
/// changed meanwhile tries again), so it must start afresh each time.
using mutation = std::function<result<changes>(session&, version)>;

/// What a change may add to what a store holds: there is always room for a vote, and not for text.
enum class growth
{
    none,
    text
};

/// What a store holds at the moment, as far as it knows without asking.
struct store_usage
{
    std::size_t sessions = 0;
    std::size_t text_bytes = 0;
    std::size_t seats = 0;
};

/// Hears what becomes of the sessions. It must not call the store, and it must not throw: what is
/// told has happened.
class store_listener
{
public:
    /// `done` was kept under `current`, and `s` is the session after it.
    virtual void changed(std::string_view id, const session& s, version current,
                         const changes& done) noexcept = 0;

    /// Changes were missed: only the state counts.
    virtual void renewed(std::string_view id, const session& s, version current) noexcept = 0;

    /// The session is no more.
    virtual void ended(std::string_view id) noexcept = 0;

protected:
    ~store_listener() = default;
};

class session_store
{
public:
    /// Tells a listener as long as it lives.
    class [[nodiscard]] listening
    {
    public:
        explicit listening(session_store& to) noexcept : to_(&to) {}
        listening(listening&& other) noexcept : to_(std::exchange(other.to_, nullptr)) {}
        listening& operator=(listening&&) = delete;
        ~listening()
        {
            if (to_ != nullptr)
                to_->listener_ = nullptr;
        }

    private:
        session_store* to_;
    };

    virtual ~session_store() = default;

    /// From now on `who` is told. There is one listener at a time.
    listening listen(store_listener& who) noexcept
    {
        listener_ = &who;
        return listening(*this);
    }

    /// Keeps a new session. Fails with `id_taken`, or with `too_many_sessions` or `too_much_text`
    /// if there is no room and none can be made: by giving up the oldest session that nobody ever
    /// used.
    virtual task<result<version>> create(std::string_view id, session value, unix_time now) = 0;

    /// Shows the session to `read`, once and before the task is done, and counts as touching it.
    /// Fails with `unknown_session`.
    virtual task<result<version>> read(std::string_view id, const session_reader& read,
                                       unix_time now) = 0;

    /// Applies `change` and returns the version under which the result is kept; that of before if
    /// it changed nothing (`changes::none`), and then nothing is told. Fails with
    /// `unknown_session`, with the error of `change`, with `too_much_text` if it adds text
    /// and there is no room, or with `conflict` after too many tries.
    virtual task<result<version>> update(std::string_view id, const mutation& change, growth adding,
                                         unix_time now) = 0;

    /// Removes sessions that nobody touched for long or that are too old, `at_most` of them.
    virtual task<result<void>> expire(unix_time now, std::size_t at_most) = 0;

    virtual store_usage usage() const noexcept = 0;

protected:
    /// Null if nobody listens.
    store_listener* listener() const noexcept { return listener_; }

private:
    store_listener* listener_ = nullptr;
};

} // namespace pajthy
