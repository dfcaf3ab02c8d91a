// Sessions in a map of this process.
#pragma once

#include <pajthy/limits.hpp>
#include <pajthy/store/session_store.hpp>

#include <memory>

namespace pajthy
{

/// Changes a session in place: a copy for each vote would make a big room quadratic. Nothing of it
/// ever waits. Of the limits it knows those of all sessions together: how many, how much text, how
/// long.
std::unique_ptr<session_store> make_memory_store(const session_limits& limits);

} // namespace pajthy
