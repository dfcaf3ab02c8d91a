// Runs a task to its end, on an event loop of its own, so that a test reads like plain code.
#pragma once

#include <pajthy/task.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

namespace pajthy::test
{

/// Throws what `work` throws, and std::logic_error if `work` waits for something that never comes.
inline void run_task(task<void> work)
{
    boost::asio::io_context loop(1);
    bool finished = false;
    std::exception_ptr failure;
    boost::asio::co_spawn(loop.get_executor(), std::move(work),
                          [&](std::exception_ptr thrown)
                          {
                              finished = true;
                              failure = thrown;
                          });
    loop.run();
    if (failure)
        std::rethrow_exception(failure);
    if (!finished)
        throw std::logic_error("the task never finished");
}

/// The same, and returns the value of `work`, which need not be default constructible.
template <class T>
T run_task(task<T> work)
{
    std::optional<T> out;
    const auto keep = [](task<T> inner, std::optional<T>& to) -> task<void>
    {
        auto value = co_await std::move(inner);
        to.emplace(std::move(value));
    };
    run_task(keep(std::move(work), out));
    return *std::move(out);
}

} // namespace pajthy::test
