// Runs a task to its end, so that a test reads like plain code.
#pragma once

#include <pajthy/completion.hpp>
#include <pajthy/task.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <list>
#include <stdexcept>
#include <utility>

namespace pajthy::test
{

/// What waits for its turn; `co_await next_turn()` goes behind all that does already, as a round
/// trip to a server would.
inline std::deque<completion<bool>::completer_type> waiting_turns;

/// What else waits for its turn, elsewhere: each gives one of it its turn, and says false if there
/// is none.
inline std::list<std::function<bool()>> other_turns;

/// Gives somebody the turn. False if nobody waits.
inline bool give_turn()
{
    if (waiting_turns.empty())
        return std::any_of(other_turns.begin(), other_turns.end(),
                           [](const auto& give) { return give(); });
    auto next = std::move(waiting_turns.front());
    waiting_turns.pop_front();
    next(true);
    return true;
}

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
        if (!give_turn())
            throw std::logic_error("the task never finished");
    }
    return work.get();
}

} // namespace pajthy::test
