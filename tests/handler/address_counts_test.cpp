#include "tests/support/catch.hpp"

#include <pajthy/handler/address_counts.hpp>

#include <sstream>
#include <utility>
#include <vector>

using namespace pajthy;

namespace
{

boost::asio::ip::address address(const char* text)
{
    return boost::asio::ip::make_address(text);
}

} // namespace

TEST_CASE("an address holds as many places as it may and no more")
{
    address_counts counts(2);
    const auto first = counts.take(address("192.0.2.1"));
    const auto second = counts.take(address("192.0.2.1"));
    CHECK(first);
    CHECK(second);
    CHECK_FALSE(counts.take(address("192.0.2.1")));
}

TEST_CASE("a place that dies is free again")
{
    address_counts counts(1);
    {
        const auto held = counts.take(address("192.0.2.1"));
        CHECK_FALSE(counts.take(address("192.0.2.1")));
    }
    CHECK(counts.take(address("192.0.2.1")));
}

TEST_CASE("a place that moves counts once")
{
    address_counts counts(1);
    auto first = counts.take(address("192.0.2.1"));
    REQUIRE(first);
    {
        const address_counts::hold moved = *std::move(first);
        first.reset();
        CHECK_FALSE(counts.take(address("192.0.2.1")));
    }
    CHECK(counts.take(address("192.0.2.1")));
}

TEST_CASE("a place that is replaced by another one is given back")
{
    address_counts counts(1);
    {
        address_counts::hold held = *counts.take(address("192.0.2.1"));
        held = *counts.take(address("192.0.2.2"));
        CHECK(counts.take(address("192.0.2.1")));
        CHECK_FALSE(counts.take(address("192.0.2.2")));
    }
    CHECK(counts.take(address("192.0.2.2")));
}

TEST_CASE("addresses do not take places from each other")
{
    address_counts counts(1);
    const auto one = counts.take(address("192.0.2.1"));
    CHECK(counts.take(address("192.0.2.2")));
    CHECK(counts.take(address("2001:db8::1")));
}

TEST_CASE("an IPv6 network of 64 bits counts as one address")
{
    address_counts counts(1);
    const auto held = counts.take(address("2001:db8:1:2::1"));
    CHECK_FALSE(counts.take(address("2001:db8:1:2:ffff::9")));
    CHECK(counts.take(address("2001:db8:1:3::1")));
}

TEST_CASE("an IPv6 network of 56 bits, and one of 48, holds some times what an address may")
{
    address_counts counts(1);
    std::vector<address_counts::hold> held;
    const auto take_all = [&](unsigned first_byte)
    {
        std::size_t got = 0;
        for (unsigned last = 0; last < 256; ++last)
        {
            std::ostringstream text;
            text << "2001:db8:1:" << std::hex << (first_byte << 8 | last) << "::1";
            auto place = counts.take(address(text.str().c_str()));
            if (!place)
                continue;
            ++got;
            held.push_back(*std::move(place));
        }
        return got;
    };
    CHECK(take_all(0) == 4);
    CHECK(take_all(1) == 4);
    for (unsigned more = 2; more < 10; ++more)
        take_all(more);
    CHECK(held.size() == 16);
    CHECK(counts.take(address("2001:db8:2::1")));
    held.clear();
    CHECK(take_all(0) == 4);
}

TEST_CASE("an IPv4 address counts the same when it comes as IPv6")
{
    address_counts counts(1);
    const auto held = counts.take(address("192.0.2.1"));
    CHECK_FALSE(counts.take(address("::ffff:192.0.2.1")));
    CHECK(counts.take(address("::ffff:192.0.2.2")));
}

TEST_CASE("zero places is no bound")
{
    address_counts counts(0);
    const auto first = counts.take(address("192.0.2.1"));
    CHECK(first);
    CHECK(counts.take(address("192.0.2.1")));
}
