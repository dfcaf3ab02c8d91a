#include <pajthy/task.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/run_task.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

using test::next_turn;
using test::run_task;

task<int> ready(int value)
{
    return value;
}

task<int> later(int value)
{
    co_await next_turn();
    co_return value;
}

task<int> sum(task<int> a, task<int> b)
{
    const auto first = co_await std::move(a);
    const auto second = co_await std::move(b);
    co_return first + second;
}

task<void> failing(bool at_once)
{
    if (!at_once)
        co_await next_turn();
    throw std::runtime_error("no");
}

TEST_CASE("a value that is there already is a task that is done")
{
    auto work = ready(7);
    REQUIRE(work.done());
    REQUIRE(work.get() == 7);
}

TEST_CASE("a coroutine begins at once and is done if it finds everything ready")
{
    std::vector<std::string> said;
    const auto talk = [](std::vector<std::string>& to) -> task<int>
    {
        to.push_back("begun");
        const auto value = co_await ready(7);
        co_return value + 1;
    };
    auto work = talk(said);
    REQUIRE(said == std::vector<std::string>{"begun"});
    REQUIRE(work.done());
    REQUIRE(work.get() == 8);
}

TEST_CASE("a coroutine that waits is done when what it waits for has come")
{
    auto work = later(7);
    REQUIRE_FALSE(work.done());
    REQUIRE(run_task(std::move(work)) == 7);
}

TEST_CASE("tasks wait for tasks, whether these have to wait or not")
{
    REQUIRE(run_task(sum(ready(1), ready(2))) == 3);
    REQUIRE(run_task(sum(later(1), ready(2))) == 3);
    REQUIRE(run_task(sum(ready(1), later(2))) == 3);
    REQUIRE(run_task(sum(later(1), later(2))) == 3);
}

TEST_CASE("what a coroutine throws comes out where its value would")
{
    REQUIRE_THROWS_AS(run_task(failing(true)), std::runtime_error);
    REQUIRE_THROWS_AS(run_task(failing(false)), std::runtime_error);
    const auto waits = [](bool at_once) -> task<void> { co_await failing(at_once); };
    REQUIRE_THROWS_AS(run_task(waits(true)), std::runtime_error);
    REQUIRE_THROWS_AS(run_task(waits(false)), std::runtime_error);
}

TEST_CASE("a task that is given up takes along what it holds")
{
    const auto held = std::make_shared<int>(7);
    const auto hold = [](std::shared_ptr<int>) -> task<void> { co_await std::suspend_always(); };
    {
        const auto work = hold(held);
        REQUIRE(held.use_count() == 2);
    }
    REQUIRE(held.use_count() == 1);
}

TEST_CASE("what follows a task that is done follows at once")
{
    int said = 0;
    when_done(ready(7), [&](task<int>& done) noexcept { said = done.get(); });
    REQUIRE(said == 7);
}

TEST_CASE("what follows a task that has to wait follows when it is done")
{
    int said = 0;
    when_done(later(7), [&](task<int>& done) noexcept { said = done.get(); });
    REQUIRE(said == 0);
    run_task(later(0));
    REQUIRE(said == 7);
}

} // namespace
} // namespace pajthy
