#include "tests/support/catch.hpp"

#include <pajthy/server/trusted_proxies.hpp>

#include <string>

using namespace pajthy;

namespace
{

trusted_proxies proxies(const std::vector<std::string>& networks)
{
    trusted_proxies out;
    for (const auto& cidr : networks)
        REQUIRE(out.add(cidr));
    return out;
}

// "192.0.2.1" or "192.0.2.1 tls".
std::string who(const trusted_proxies& trusted, const char* peer, std::string_view forwarded_for,
                std::string_view forwarded_proto = {})
{
    const auto c =
        trusted.client_of(boost::asio::ip::make_address(peer), forwarded_for, forwarded_proto);
    return c.address.to_string() + (c.secure ? " tls" : "");
}

} // namespace

TEST_CASE("a network is an address with a prefix or without")
{
    for (const auto* good : {"10.0.0.0/8", "10.1.2.3/8", "192.0.2.1", "0.0.0.0/0", "fd00::/8",
                             "2001:db8::1", "::/0", "::1"})
    {
        CAPTURE(good);
        CHECK(trusted_proxies().add(good));
    }
    for (const auto* bad : {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0/8", "fd00::/129", "proxy",
                            "10.0.0.0/8 ", "10.0.0.0/-1", "10.0.0.0/8/8"})
    {
        CAPTURE(bad);
        CHECK_FALSE(trusted_proxies().add(bad));
    }
}

TEST_CASE("nobody is believed by default, not even this machine")
{
    const trusted_proxies none;
    CHECK(who(none, "127.0.0.1", "192.0.2.9", "https") == "127.0.0.1");
    CHECK(who(none, "::1", "192.0.2.9", "https") == "::1");
}

TEST_CASE("a trusted proxy says who asks, and how")
{
    const auto trusted = proxies({"10.0.0.0/8", "fd00::/8"});
    CHECK(who(trusted, "10.1.2.3", "192.0.2.9") == "192.0.2.9");
    CHECK(who(trusted, "10.1.2.3", "192.0.2.9", "https") == "192.0.2.9 tls");
    CHECK(who(trusted, "10.1.2.3", "192.0.2.9", "HTTPS") == "192.0.2.9 tls");
    CHECK(who(trusted, "10.1.2.3", "192.0.2.9", "http") == "192.0.2.9");
    CHECK(who(trusted, "fd00::1", "2001:db8::9", "https") == "2001:db8::9 tls");
    CHECK(who(trusted, "11.0.0.1", "192.0.2.9", "https") == "11.0.0.1");
}

TEST_CASE("an IPv4 proxy is itself on a listener for both families, too")
{
    const auto trusted = proxies({"10.0.0.0/8"});
    CHECK(who(trusted, "::ffff:10.1.2.3", "192.0.2.9") == "192.0.2.9");
    CHECK(who(trusted, "::ffff:11.0.0.1", "192.0.2.9") == "11.0.0.1");
    CHECK(who(trusted, "10.1.2.3", "::ffff:192.0.2.9") == "192.0.2.9");
}

TEST_CASE("of several entries the right-most counts that is no trusted proxy")
{
    const auto trusted = proxies({"10.0.0.0/8"});
    CHECK(who(trusted, "10.0.0.1", "6.6.6.6, 192.0.2.9") == "192.0.2.9");
    CHECK(who(trusted, "10.0.0.1", "6.6.6.6, 192.0.2.9, 10.0.0.2,10.0.0.3") == "192.0.2.9");
    CHECK(who(trusted, "10.0.0.1", "10.9.9.9, 10.0.0.2") == "10.9.9.9");
    CHECK(who(trusted, "10.0.0.1", "") == "10.0.0.1");
}

TEST_CASE("an entry that is no address ends the search at the proxy that passed it on")
{
    const auto trusted = proxies({"10.0.0.0/8"});
    for (const auto* odd : {"unknown", "_hidden", "192.0.2.9, x", "192.0.2.9, ", "999.1.1.1",
                            "192.0.2.9 10.0.0.1", "[", "[]", ":", "]:1"})
    {
        CAPTURE(odd);
        CHECK(who(trusted, "10.0.0.1", odd) == "10.0.0.1");
    }
    CHECK(who(trusted, "10.0.0.1", "6.6.6.6, unknown, 10.0.0.2") == "10.0.0.2");
}

TEST_CASE("an entry may have a port")
{
    const auto trusted = proxies({"10.0.0.0/8"});
    CHECK(who(trusted, "10.0.0.1", "192.0.2.9:4711") == "192.0.2.9");
    CHECK(who(trusted, "10.0.0.1", "[2001:db8::9]:4711") == "2001:db8::9");
    CHECK(who(trusted, "10.0.0.1", "[2001:db8::9]") == "2001:db8::9");
}

TEST_CASE("where there is a scheme for each hop, that of the client's hop counts")
{
    const auto trusted = proxies({"10.0.0.0/8"});
    CHECK(who(trusted, "10.0.0.1", "192.0.2.9, 10.0.0.2", "https, http") == "192.0.2.9 tls");
    CHECK(who(trusted, "10.0.0.1", "6.6.6.6, 192.0.2.9", "https, http") == "192.0.2.9");
    CHECK(who(trusted, "10.0.0.1", "192.0.2.9", "https, http") == "192.0.2.9");
    CHECK(who(trusted, "10.0.0.1", "", "https") == "10.0.0.1 tls");
}
