#include <pajthy/service/progress_throttle.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

namespace pajthy
{
namespace
{

using namespace test;

const unix_time start = at(3'600);

TEST_CASE("the first progress may be sent at once")
{
    CHECK(progress_throttle().may_send(start));
}

TEST_CASE("a second progress within 250 ms waits, and is due then, once")
{
    progress_throttle t;
    t.sent(5, start);
    CHECK_FALSE(t.may_send(start + milliseconds(249)));
    CHECK(t.due() == std::nullopt);
    t.defer();
    t.defer();
    CHECK(t.due() == start + milliseconds(250));
    t.sent(5, start + milliseconds(250));
    CHECK(t.due() == std::nullopt);
}

TEST_CASE("after 250 ms a progress may be sent at once")
{
    progress_throttle t;
    t.sent(5, start);
    CHECK(t.may_send(start + milliseconds(250)));
}

TEST_CASE("what was sent late starts the next 250 ms")
{
    progress_throttle t;
    t.sent(5, start);
    t.defer();
    t.sent(5, start + milliseconds(300));
    CHECK_FALSE(t.may_send(start + milliseconds(549)));
    CHECK(t.may_send(start + milliseconds(550)));
}

TEST_CASE("what was cancelled is not due")
{
    progress_throttle t;
    t.sent(5, start);
    t.defer();
    t.cancel();
    CHECK(t.due() == std::nullopt);
}

TEST_CASE("in a room of more than 500 the interval grows with the seats")
{
    CHECK(progress_throttle::interval(0) == milliseconds(250));
    CHECK(progress_throttle::interval(500) == milliseconds(250));
    CHECK(progress_throttle::interval(1'000) == milliseconds(500));
    CHECK(progress_throttle::interval(5'000) == milliseconds(2'500));
}

} // namespace
} // namespace pajthy
