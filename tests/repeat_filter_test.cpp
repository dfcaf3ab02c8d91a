#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <pajthy/repeat_filter.hpp>

using namespace pajthy;
using namespace pajthy::test;

TEST_CASE("a line passes once, and its repeats are reported when the window is over")
{
    repeat_filter f;
    CHECK(f.pass("too slow", steady_at(0)));
    CHECK_FALSE(f.pass("too slow", steady_at(1)));
    CHECK_FALSE(f.pass("too slow", steady_at(9)));
    CHECK(f.due(steady_at(9)).empty());
    const auto told = f.due(steady_at(10));
    REQUIRE(told.size() == 1);
    CHECK(told[0].line == "too slow");
    CHECK(told[0].times == 2);
    CHECK(f.due(steady_at(20)).empty());
    CHECK(f.pass("too slow", steady_at(20)));
}

TEST_CASE("a line that did not repeat is not reported")
{
    repeat_filter f;
    CHECK(f.pass("stopping", steady_at(0)));
    CHECK(f.due(steady_at(10)).empty());
}

TEST_CASE("different lines do not hold each other back, however they alternate")
{
    repeat_filter f;
    CHECK(f.pass("a", steady_at(0)));
    CHECK(f.pass("b", steady_at(0)));
    CHECK_FALSE(f.pass("a", steady_at(1)));
    CHECK_FALSE(f.pass("b", steady_at(1)));
    CHECK(f.due(steady_at(10)).size() == 2);
}

TEST_CASE("more different lines than are remembered are held back, and how many is reported")
{
    repeat_filter f;
    for (std::size_t i = 0; i < repeat_filter::max_lines; ++i)
        CHECK(f.pass(std::to_string(i), steady_at(0)));
    CHECK_FALSE(f.pass("one more", steady_at(1)));
    CHECK_FALSE(f.pass("and another", steady_at(2)));
    CHECK_FALSE(f.pass("0", steady_at(2)));
    CHECK(f.others_due(steady_at(10)) == 0);
    CHECK(f.others_due(steady_at(11)) == 2);
    CHECK(f.others_due(steady_at(30)) == 0);
}

TEST_CASE("a flood of different lines lets few of them pass in each window")
{
    repeat_filter f;
    std::size_t passed = 0;
    std::size_t told = 0;
    for (int second = 0; second < 30; ++second)
    {
        for (int i = 0; i < 1'000; ++i)
            passed += f.pass(std::to_string(second) + "." + std::to_string(i), steady_at(second));
        CHECK(f.due(steady_at(second)).empty());
        told += f.others_due(steady_at(second));
    }
    CHECK(passed == 3 * repeat_filter::max_lines);
    CHECK(passed + told + f.others_due(steady_at(40)) == 30'000);
}
