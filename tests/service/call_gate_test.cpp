#include <pajthy/service/call_gate.hpp>

#include <pajthy/completion.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace pajthy
{
namespace
{

using namespace test;
using std::chrono::seconds;

struct desk
{
    explicit desk(milliseconds timeout = seconds(2)) : gate([this] { return now; }, timeout) {}

    void wait(int some)
    {
        now += seconds(some);
        gate.expire(now);
    }

    time_point now = steady_at(0);
    call_gate gate;
};

using completer = completion<result<int>>::completer_type;

task<result<int>> answer(std::optional<completer>& give, std::shared_ptr<int> = {})
{
    completion<result<int>> out;
    give.emplace(out.completer());
    auto got = co_await out;
    co_return got;
}

TEST_CASE("a call that is done passes at once")
{
    desk d;
    auto work = d.gate.pass(task<result<int>>(result<int>(7)));
    REQUIRE(work.done());
    REQUIRE(work.get() == 7);
    REQUIRE(d.gate.in_flight() == 0);
}

TEST_CASE("a call that waits is counted until it is answered")
{
    desk d;
    std::optional<completer> give;
    auto work = d.gate.pass(answer(give));
    REQUIRE(d.gate.in_flight() == 1);
    (*give)(7);
    REQUIRE(d.gate.in_flight() == 0);
    REQUIRE(work.get() == 7);
}

TEST_CASE("a call fails when its time is up, and what it waits for is given up")
{
    desk d;
    std::optional<completer> give;
    const auto held = std::make_shared<int>(7);
    auto work = d.gate.pass(answer(give, held));
    d.wait(1);
    REQUIRE_FALSE(work.done());
    d.wait(1);
    REQUIRE(work.done());
    REQUIRE(work.get().error() == errc::store_unavailable);
    REQUIRE(held.use_count() == 1);
    REQUIRE(d.gate.in_flight() == 0);
    (*give)(7); // too late
}

TEST_CASE("each call has its own time")
{
    desk d;
    std::optional<completer> give[2];
    const auto first = d.gate.pass(answer(give[0]));
    d.wait(1);
    const auto second = d.gate.pass(answer(give[1]));
    d.wait(1);
    REQUIRE(first.done());
    REQUIRE_FALSE(second.done());
    d.wait(1);
    REQUIRE(second.done());
}

TEST_CASE("a call that began earlier is up earlier, though it comes later")
{
    desk d;
    std::optional<completer> give[3];
    d.wait(1);
    const auto first = d.gate.pass(answer(give[0]));
    const auto second = d.gate.pass(answer(give[1]), steady_at(0));
    const auto third = d.gate.pass(answer(give[2]));
    d.wait(1);
    REQUIRE_FALSE(first.done());
    REQUIRE(second.done());
    REQUIRE_FALSE(third.done());
    d.wait(1);
    REQUIRE(first.done());
    REQUIRE(third.done());
}

TEST_CASE("a call without a time waits as long as it takes")
{
    desk d(milliseconds(0));
    std::optional<completer> give;
    const auto work = d.gate.pass(answer(give));
    d.wait(1'000'000);
    REQUIRE_FALSE(work.done());
}

TEST_CASE("a call that is given up is not counted any more")
{
    desk d;
    std::optional<completer> give;
    {
        const auto work = d.gate.pass(answer(give));
        REQUIRE(d.gate.in_flight() == 1);
    }
    REQUIRE(d.gate.in_flight() == 0);
    d.wait(2);
}

TEST_CASE("a gate that closes fails what waits, and lets through what doesn't have to")
{
    desk d;
    std::optional<completer> give[3];
    auto first = d.gate.pass(answer(give[0]));
    auto second = d.gate.pass(answer(give[1]));
    d.gate.close();
    REQUIRE(first.get().error() == errc::store_unavailable);
    REQUIRE(second.get().error() == errc::store_unavailable);
    REQUIRE(d.gate.pass(answer(give[2])).get().error() == errc::store_unavailable);
    REQUIRE_FALSE(give[2]->is_wanted());
    REQUIRE(d.gate.pass(task<result<int>>(result<int>(7))).get() == 7);
    REQUIRE(d.gate.in_flight() == 0);
}

TEST_CASE("a call that begins while others fail is not among them")
{
    desk d;
    std::optional<completer> give[2];
    const auto again = [](call_gate& gate, std::optional<completer>* some) -> task<result<int>>
    {
        const auto once = co_await gate.pass(answer(some[0]));
        if (once.has_value())
            co_return once;
        auto twice = co_await gate.pass(answer(some[1]));
        co_return twice;
    };
    auto work = again(d.gate, give);
    d.wait(2);
    REQUIRE(d.gate.in_flight() == 1);
    (*give[1])(7);
    REQUIRE(work.get() == 7);
}

} // namespace
} // namespace pajthy
