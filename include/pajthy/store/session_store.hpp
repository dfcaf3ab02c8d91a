// Where sessions live.
//
// All of it may wait, so that a store on the network can take the place of the one in memory. What
// every store must do is written down as tests in tests/store/store_contract.hpp.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/error.hpp>
#include <pajthy/task.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// Grows with every change of a session; the `Seq` of the events that tell of it.
using version = std::uint64_t;

/// Looks at a session as it is kept under that version; the reference is good during the call.
using session_reader = std::function<void(const session&, version)>;

/// Changes a session, or fails and leaves it untouched. It may be called more than once for one
/// change (a store that finds the session changed meanwhile tries again), so it must start afresh
/// each time.
using mutation = std::function<result<void>(session&)>;

/// What a store holds at the moment.
struct store_usage
{
    std::size_t sessions = 0;
    std::size_t text_bytes = 0;
    std::size_t seats = 0;
};

class session_store
{
public:
    virtual ~session_store() = default;

    /// Keeps a new session. Fails with `id_taken`.
    virtual task<result<version>> create(std::string_view id, session value, unix_time now) = 0;

    /// Shows the session to `read` and counts as touching it. Fails with `unknown_session`.
    virtual task<result<version>> read(std::string_view id, const session_reader& read,
                                       unix_time now) = 0;

    /// Applies `change` and returns the version under which the result is kept. Fails with
    /// `unknown_session`, with whatever `change` fails with, or with `conflict` after too many
    /// tries.
    virtual task<result<version>> update(std::string_view id, const mutation& change,
                                         unix_time now) = 0;

    /// Removes sessions that nobody touched for long or that are too old, `at_most` of them, and
    /// returns their ids.
    virtual task<std::vector<std::string>> expire(unix_time now, std::size_t at_most) = 0;

    /// Removes the oldest session that was never used (see session::used) and is of this age at
    /// least, and returns its id; nothing if there is none.
    virtual task<std::optional<std::string>> drop_unused(unix_time now, milliseconds age) = 0;

    virtual store_usage usage() const noexcept = 0;
};

} // namespace pajthy
