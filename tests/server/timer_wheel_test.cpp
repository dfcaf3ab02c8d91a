#include "tests/support/catch.hpp"

#include <pajthy/server/timer_wheel.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

using namespace pajthy;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace
{

const time_point start{hours(1)};

struct bell final : timer_wheel::timed
{
    int rung = 0;
    time_point last{};
    std::function<void()> and_then;

private:
    void on_deadline(time_point now) noexcept override
    {
        ++rung;
        last = now;
        if (and_then)
            and_then();
    }
};

// As the server does it: one step at a time.
void run(timer_wheel& wheel, time_point from, time_point to)
{
    for (auto now = from; now <= to; now += timer_wheel::step)
        wheel.advance(now);
}

} // namespace

TEST_CASE("a deadline is never early and at most one step late")
{
    for (const auto after : {1, 50, 99, 100, 101, 250, 999, 1'000, 12'345, 51'200, 60'001, 90'000})
    {
        CAPTURE(after);
        timer_wheel wheel(start);
        bell a;
        const auto due = start + milliseconds(after);
        a.arm(wheel, due);
        for (auto now = start; a.rung == 0 && now < start + hours(1); now += timer_wheel::step)
            wheel.advance(now);
        CHECK(a.rung == 1);
        CHECK(a.last >= due);
        CHECK(a.last < due + timer_wheel::step);
    }
}

TEST_CASE("a deadline rings once")
{
    timer_wheel wheel(start);
    bell a;
    a.arm(wheel, start + seconds(1));
    run(wheel, start, start + hours(1));
    CHECK(a.rung == 1);
}

TEST_CASE("a deadline that has passed already rings at the next step")
{
    timer_wheel wheel(start);
    bell a;
    a.arm(wheel, start - hours(1));
    wheel.advance(start + timer_wheel::step);
    CHECK(a.rung == 1);
}

TEST_CASE("a new deadline replaces the old one, later or earlier")
{
    timer_wheel wheel(start);
    bell later;
    later.arm(wheel, start + seconds(1));
    later.arm(wheel, start + seconds(3));
    bell earlier;
    earlier.arm(wheel, start + seconds(3));
    earlier.arm(wheel, start + seconds(1));
    run(wheel, start, start + seconds(2));
    CHECK(later.rung == 0);
    CHECK(earlier.rung == 1);
    run(wheel, start + seconds(2), start + seconds(4));
    CHECK(later.rung == 1);
    CHECK(earlier.rung == 1);
}

TEST_CASE("a deadline that is disarmed does not ring")
{
    timer_wheel wheel(start);
    bell a;
    a.arm(wheel, start + seconds(1));
    a.disarm();
    a.disarm();
    run(wheel, start, start + seconds(5));
    CHECK(a.rung == 0);
}

TEST_CASE("a destroyed timer is forgotten")
{
    timer_wheel wheel(start);
    {
        bell a;
        a.arm(wheel, start + seconds(1));
    }
    run(wheel, start, start + seconds(5));
}

TEST_CASE("a long pause rings everything that is due, once")
{
    timer_wheel wheel(start);
    std::vector<std::unique_ptr<bell>> all;
    for (int i = 0; i < 1'000; ++i)
    {
        all.push_back(std::make_unique<bell>());
        all.back()->arm(wheel, start + milliseconds(150 * i));
    }
    bell much_later;
    much_later.arm(wheel, start + hours(3));
    wheel.advance(start + hours(2));
    for (const auto& a : all)
        CHECK(a->rung == 1);
    CHECK(much_later.rung == 0);
}

TEST_CASE("a timer that fires may arm itself again at once")
{
    timer_wheel wheel(start);
    bell a;
    a.and_then = [&] { a.arm(wheel, a.last + seconds(1)); };
    a.arm(wheel, start + seconds(1));
    run(wheel, start, start + milliseconds(10'500));
    CHECK(a.rung >= 9);
    CHECK(a.rung <= 10);
}

TEST_CASE("a timer that arms itself for now does not hold up the wheel")
{
    timer_wheel wheel(start);
    bell a;
    a.and_then = [&] { a.arm(wheel, a.last); };
    a.arm(wheel, start);
    wheel.advance(start);
    CHECK(a.rung == 1);
    wheel.advance(start + timer_wheel::step);
    CHECK(a.rung == 2);
}

TEST_CASE("a timer that fires may disarm or destroy others that are due")
{
    timer_wheel wheel(start);
    bell first;
    bell disarmed;
    auto destroyed = std::make_unique<bell>();
    first.and_then = [&]
    {
        disarmed.disarm();
        destroyed.reset();
    };
    first.arm(wheel, start + seconds(1));
    disarmed.arm(wheel, start + seconds(1));
    destroyed->arm(wheel, start + seconds(1));
    run(wheel, start, start + seconds(2));
    CHECK(first.rung == 1);
    CHECK(disarmed.rung == 0);
}

TEST_CASE("a deadline in the step that is half over is not lost")
{
    timer_wheel wheel(start);
    wheel.advance(start + milliseconds(130));
    bell a;
    a.arm(wheel, start + milliseconds(150));
    wheel.advance(start + milliseconds(230));
    CHECK(a.rung == 1);
}
