#include "tests/support/catch.hpp"

#include <pajthy/handler/rate_limiter.hpp>

using namespace pajthy;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace
{

boost::asio::ip::address address(const char* text)
{
    return boost::asio::ip::make_address(text);
}

const auto ana = address("192.0.2.1");
const time_point start{std::chrono::hours(1)};

// Two creations at once, then one in six seconds.
address_limits slow_creation()
{
    address_limits out;
    out.create = {2, 10};
    return out;
}

} // namespace

TEST_CASE("an rate_class may be used up at once")
{
    rate_limiter rates(slow_creation());
    CHECK(rates.take(ana, rate_class::create, start) == seconds(0));
    CHECK(rates.take(ana, rate_class::create, start) == seconds(0));
    CHECK(rates.take(ana, rate_class::create, start) == seconds(6));
}

TEST_CASE("what is refused costs nothing")
{
    rate_limiter rates(slow_creation());
    for (int i = 0; i < 10; ++i)
        rates.take(ana, rate_class::create, start);
    CHECK(rates.take(ana, rate_class::create, start + seconds(6)) == seconds(0));
}

TEST_CASE("an rate_class comes back with time, whole seconds are told")
{
    rate_limiter rates(slow_creation());
    rates.take(ana, rate_class::create, start);
    rates.take(ana, rate_class::create, start);
    CHECK(rates.take(ana, rate_class::create, start + milliseconds(2'500)) == seconds(4));
    CHECK(rates.take(ana, rate_class::create, start + milliseconds(5'900)) == seconds(1));
    CHECK(rates.take(ana, rate_class::create, start + seconds(6)) == seconds(0));
    CHECK(rates.take(ana, rate_class::create, start + seconds(6)) == seconds(6));
}

TEST_CASE("an rate_class never grows beyond its burst")
{
    rate_limiter rates(slow_creation());
    const auto later = start + std::chrono::hours(24);
    rates.take(ana, rate_class::create, start);
    CHECK(rates.take(ana, rate_class::create, later) == seconds(0));
    CHECK(rates.take(ana, rate_class::create, later) == seconds(0));
    CHECK(rates.take(ana, rate_class::create, later) != seconds(0));
}

TEST_CASE("each kind has its own rate_class")
{
    rate_limiter rates(slow_creation());
    rates.take(ana, rate_class::create, start);
    rates.take(ana, rate_class::create, start);
    CHECK(rates.take(ana, rate_class::call, start) == seconds(0));
    CHECK(rates.take(ana, rate_class::unknown_id, start) == seconds(0));
    CHECK(rates.take(ana, rate_class::wrong_key, start) == seconds(0));
}

TEST_CASE("each address has its own rate_class, an IPv6 network of 64 bits a common one")
{
    rate_limiter rates(slow_creation());
    for (const char* text : {"192.0.2.1", "2001:db8::1"})
    {
        rates.take(address(text), rate_class::create, start);
        rates.take(address(text), rate_class::create, start);
    }
    CHECK(rates.take(address("192.0.2.2"), rate_class::create, start) == seconds(0));
    CHECK(rates.take(address("2001:db8::2"), rate_class::create, start) == seconds(6));
    CHECK(rates.take(address("2001:db8:0:1::1"), rate_class::create, start) == seconds(0));
}

TEST_CASE("a burst of zero is no limit")
{
    address_limits none;
    none.create = {};
    rate_limiter rates(none);
    for (int i = 0; i < 1'000; ++i)
        REQUIRE(rates.take(ana, rate_class::create, start) == seconds(0));
}

TEST_CASE("an rate_class that never comes back says to wait for an hour")
{
    address_limits once;
    once.create = {1, 0};
    rate_limiter rates(once);
    rates.take(ana, rate_class::create, start);
    CHECK(rates.take(ana, rate_class::create, start + std::chrono::hours(9)) ==
          std::chrono::hours(1));
}

TEST_CASE("the address not seen for the longest is forgotten first")
{
    auto few = slow_creation();
    few.create = {1, 1};
    few.remembered = 3; // as many as the networks of an address at least
    rate_limiter rates(few);
    rates.take(address("192.0.2.9"), rate_class::create, start); // forgotten for 192.0.2.3
    rates.take(address("192.0.2.1"), rate_class::create, start);
    rates.take(address("192.0.2.2"), rate_class::create, start);
    CHECK(rates.take(address("192.0.2.1"), rate_class::create, start) != seconds(0));
    rates.take(address("192.0.2.3"), rate_class::create, start);
    rates.take(address("192.0.2.4"), rate_class::create, start); // 192.0.2.2 is forgotten
    CHECK(rates.take(address("192.0.2.1"), rate_class::create, start) != seconds(0));
    CHECK(rates.take(address("192.0.2.2"), rate_class::create, start) == seconds(0));
}

TEST_CASE("an address is forgotten when it has all its allowances back, and not before")
{
    address_limits slow;
    slow.create = {30, 30};     // back after a minute
    slow.wrong_keys = {30, 10}; // back after three
    rate_limiter rates(slow);
    rates.take(address("192.0.2.1"), rate_class::create, start);
    rates.take(address("192.0.2.2"), rate_class::create, start + seconds(60));
    rates.forget_idle(start + seconds(179), 100);
    CHECK(rates.remembered() == 2);
    rates.forget_idle(start + seconds(180), 100);
    CHECK(rates.remembered() == 1);
    rates.take(address("192.0.2.2"), rate_class::create, start + seconds(200)); // seen again
    rates.forget_idle(start + seconds(240), 100);
    CHECK(rates.remembered() == 1);
    rates.forget_idle(start + seconds(380), 100);
    CHECK(rates.remembered() == 0);
}

TEST_CASE("no more addresses are forgotten at a time than asked for")
{
    rate_limiter rates(address_limits{});
    for (int i = 0; i < 5; ++i)
        rates.take(address(("192.0.2." + std::to_string(i)).c_str()), rate_class::create, start);
    rates.forget_idle(start + std::chrono::hours(1), 2);
    CHECK(rates.remembered() == 3);
}

TEST_CASE("whoever gets no rate_class back is not forgotten")
{
    address_limits once;
    once.create = {1, 0};
    rate_limiter rates(once);
    rates.take(ana, rate_class::create, start);
    rates.forget_idle(start + std::chrono::hours(1'000), 100);
    CHECK(rates.remembered() == 1);
}

TEST_CASE("who changes addresses within an IPv6 network of 56 bits gets some times the rate_class")
{
    rate_limiter rates(slow_creation());
    int got = 0;
    for (int last = 0; last < 200; ++last)
    {
        const auto who = address(("2001:db8:1:" + std::to_string(last % 100) + "::1").c_str());
        got += rates.take(who, rate_class::create, start) == seconds(0);
    }
    CHECK(got == 2 * 4);
    CHECK(rates.take(address("2001:db8:1:100::1"), rate_class::create, start) == seconds(0));
    CHECK(rates.take(address("2001:db8:2::1"), rate_class::create, start) == seconds(0));
}

TEST_CASE("what a wide network refuses costs its narrow ones nothing")
{
    rate_limiter rates(slow_creation());
    for (int net = 0; net < 4; ++net)
    {
        const auto who = address(("2001:db8:1:" + std::to_string(net) + "::1").c_str());
        rates.take(who, rate_class::create, start);
        rates.take(who, rate_class::create, start);
    }
    const auto fresh = address("2001:db8:1:9::1");
    CHECK(rates.take(fresh, rate_class::create, start) == seconds(2)); // of the wide one
    CHECK(rates.take(fresh, rate_class::create, start + seconds(2)) == seconds(0));
}
