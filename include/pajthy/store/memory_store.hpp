// Sessions in a map of this process.
#pragma once

#include <pajthy/store/session_store.hpp>

#include <chrono>
#include <memory>

namespace pajthy
{

/// How long a session is kept; zero is for ever.
struct session_lifetime
{
    std::chrono::milliseconds idle;
    std::chrono::milliseconds age;
};

/// Changes a session in place: a copy for each vote would make a big room quadratic. Nothing of it
/// ever waits.
std::unique_ptr<session_store> make_memory_store(session_lifetime lifetime);

} // namespace pajthy
