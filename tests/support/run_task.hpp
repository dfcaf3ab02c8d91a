// Runs a task to its end, so that a test reads like plain code.
#pragma once

#include <pajthy/completion.hpp>
#include <pajthy/task.hpp>

#include <deque>
#include <stdexcept>
#include <utility>

namespace pajthy::test
{

/// What waits for its turn; `co_await next_turn()` goes behind all that does already, as a round
/// trip to a server would.
inline std::deque<completion<bool>::completer_type> waiting_turns;

struct next_turn : completion<bool>
{
    next_turn() { waiting_turns.push_back(completer()); }
};

/// Throws what `work` throws, and std::logic_error if `work` waits for something that never comes.
template <class T>
T run_task(task<T> work)
{
    while (!work.done())
    {
        if (waiting_turns.empty())
            throw std::logic_error("the task never finished");
        auto next = std::move(waiting_turns.front());
        waiting_turns.pop_front();
        next(true);
    }
    return work.get();
}

} // namespace pajthy::test
