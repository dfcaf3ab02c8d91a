#include <pajthy/clock.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

namespace pajthy
{
namespace
{

using namespace test;

// A map whose session time begins with `at(0)`, when the date is `begin`.
clock_map map_from(unix_time begin)
{
    clock_map out(time_point(), at(0));
    out.set(at(0), begin);
    return out;
}

// This many seconds after the beginning of 1970.
unix_time date(int seconds)
{
    return unix_time(std::chrono::seconds(seconds));
}

TEST_CASE("a date goes with the steady clock, before and after the time it was set")
{
    const auto c = map_from(date(4'900));
    REQUIRE(c.date_of(at(100)) == date(5'000));
    REQUIRE(c.date_of(at(90)) == date(4'990));
    REQUIRE(c.date_of(at(160)) == date(5'060));
}

TEST_CASE("what was before the machine slept keeps its date")
{
    auto c = map_from(date(1'000));
    c.set(at(60), date(1'060));
    c.set(at(61), date(9'000)); // the steady clock stood still meanwhile
    REQUIRE(c.date_of(at(30)) == date(1'030));
    REQUIRE(c.date_of(at(61)) == date(9'000));
    REQUIRE(c.date_of(at(71)) == date(9'010));
    c.set(at(80), date(4'000)); // and the date can be put right backwards
    REQUIRE(c.date_of(at(30)) == date(1'030));
    REQUIRE(c.date_of(at(70)) == date(9'009));
    REQUIRE(c.date_of(at(90)) == date(4'010));
}

TEST_CASE("a small correction moves everything a little")
{
    auto c = map_from(date(1'000));
    c.set(at(60), date(1'060) + std::chrono::milliseconds(40));
    REQUIRE(c.date_of(at(60)) == date(1'060) + std::chrono::milliseconds(40));
    REQUIRE(c.date_of(at(61)) == date(1'061) + std::chrono::milliseconds(40));
}

TEST_CASE("of a date that jumps all the time the latest jumps are known")
{
    auto c = map_from(date(0));
    for (int i = 1; i <= 100; ++i)
        c.set(at(i), date(i * 1'000));
    REQUIRE(c.date_of(at(100)) == date(100'000));
    REQUIRE(c.date_of(at(95)) == date(95'000));
}

} // namespace
} // namespace pajthy
