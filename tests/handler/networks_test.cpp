#include "tests/support/catch.hpp"

#include <pajthy/handler/networks.hpp>

using namespace pajthy;

namespace
{

network_shares of(const char* text)
{
    return networks_of(boost::asio::ip::make_address(text));
}

} // namespace

TEST_CASE("an IPv4 address is a network of its own, in whatever form it comes")
{
    const auto one = of("192.0.2.1");
    REQUIRE(one.size() == 1);
    CHECK(one[0].times == 1);
    CHECK(one[0].who == of("::ffff:192.0.2.1")[0].who);
    CHECK(one[0].who != of("192.0.2.2")[0].who);
}

TEST_CASE("an IPv6 address is in networks of 64, 56 and 48 bits with growing shares")
{
    const auto one = of("2001:db8:1:203::1");
    REQUIRE(one.size() == 3);
    CHECK(one[0].who == of("2001:db8:1:203:ffff::9")[0].who);
    CHECK(one[0].who != of("2001:db8:1:204::1")[0].who);
    CHECK(one[1].who == of("2001:db8:1:2ff::1")[1].who);
    CHECK(one[1].who != of("2001:db8:1:300::1")[1].who);
    CHECK(one[2].who == of("2001:db8:1:ffff::1")[2].who);
    CHECK(one[2].who != of("2001:db8:2::1")[2].who);
    CHECK(one[0].times < one[1].times);
    CHECK(one[1].times < one[2].times);
}

TEST_CASE("networks of the same beginning and another length are not the same")
{
    const auto one = of("2001:db8:1::");
    CHECK(one[0].who != one[1].who);
    CHECK(one[1].who != one[2].who);
}
