// Runs a task to its end, so that a test reads like plain code.
#pragma once

#include <pajthy/task.hpp>

#include <coroutine>
#include <deque>
#include <stdexcept>
#include <utility>

namespace pajthy::test
{

/// What waits for its turn; `co_await next_turn()` goes behind all that does already, as a round
/// trip to a server would.
inline std::deque<std::coroutine_handle<>> waiting_turns;

inline auto next_turn()
{
    struct turn : std::suspend_always
    {
        void await_suspend(std::coroutine_handle<> who) const { waiting_turns.push_back(who); }
    };
    return turn();
}

/// Throws what `work` throws, and std::logic_error if `work` waits for something that never comes.
template <class T>
T run_task(task<T> work)
{
    while (!work.done())
    {
        if (waiting_turns.empty())
            throw std::logic_error("the task never finished");
        const auto next = waiting_turns.front();
        waiting_turns.pop_front();
        next.resume();
    }
    return work.get();
}

} // namespace pajthy::test
