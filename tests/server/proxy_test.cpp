// Behind a proxy: whose limits count, and what is said over TLS.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

using namespace pajthy;
using namespace pajthy::test;

namespace
{

constexpr auto cards = R"(["1","2"])";
live_settings behind_a_proxy()
{
    live_settings out;
    REQUIRE(out.proxies.add("127.0.0.0/8"));
    return out;
}

unsigned status_of_create(live_server& s, std::string client)
{
    return request_once(s.port(), "POST", "/api/", cards, {{"X-Forwarded-For", std::move(client)}})
        .status;
}

} // namespace

TEST_CASE("clients behind a trusted proxy have limits of their own")
{
    auto settings = behind_a_proxy();
    settings.limits.address.create = {2, 1};
    live_server s(std::move(settings));
    CHECK(status_of_create(s, "192.0.2.1") == 201);
    CHECK(status_of_create(s, "192.0.2.1") == 201);
    CHECK(status_of_create(s, "192.0.2.1") == 429);
    CHECK(status_of_create(s, "192.0.2.2") == 201);
    CHECK(status_of_create(s, "192.0.2.2, 192.0.2.1") == 429); // what it says itself is no help
}

TEST_CASE("clients of one IPv6 network of 64 bits share their limits")
{
    auto settings = behind_a_proxy();
    settings.limits.address.create = {1, 1};
    live_server s(std::move(settings));
    CHECK(status_of_create(s, "2001:db8::1") == 201);
    CHECK(status_of_create(s, "2001:db8::ffff:2") == 429);
    CHECK(status_of_create(s, "2001:db8:0:1::1") == 201);
}

TEST_CASE("a peer that is no trusted proxy is the client, whatever it says")
{
    live_settings settings;
    settings.limits.address.create = {1, 1};
    live_server s(std::move(settings));
    CHECK(status_of_create(s, "192.0.2.1") == 201);
    CHECK(status_of_create(s, "192.0.2.2") == 429);
}

TEST_CASE("a trusted proxy may have more connections than an address")
{
    auto settings = behind_a_proxy();
    settings.limits.address.connections = 1;
    live_server s(std::move(settings));
    http_client first(s.port());
    http_client second(s.port());
    CHECK(first.request("GET", "/healthz").status == 200);
    CHECK(second.request("GET", "/healthz").status == 200);
}

TEST_CASE("over TLS the cookies are Secure")
{
    live_server s(behind_a_proxy());
    const auto made =
        request_once(s.port(), "POST", "/api/", cards, {{"X-Forwarded-Proto", "https"}});
    CHECK(made.field("Set-Cookie").ends_with("; HttpOnly; SameSite=Strict; Secure"));
}

TEST_CASE("browsers are told to use https alone only if that is wanted, and over TLS")
{
    const field_list over_tls{{"X-Forwarded-Proto", "https"}};
    auto settings = behind_a_proxy();
    live_server silent(settings);
    settings.hsts = std::chrono::hours(8'760);
    live_server s(settings);
    for (const auto* target : {"/", "/healthz", "/nothing-here", "/api/0123456789ab"})
    {
        CAPTURE(target);
        constexpr auto field = "Strict-Transport-Security";
        CHECK(request_once(s.port(), "GET", target, {}, over_tls).field(field) ==
              "max-age=31536000");
        CHECK(request_once(s.port(), "GET", target).field(field).empty());
        CHECK(request_once(silent.port(), "GET", target, {}, over_tls).field(field).empty());
    }
}

TEST_CASE("a page keeps windows of other sites apart over TLS, where browsers heed it")
{
    live_server s(behind_a_proxy());
    for (const auto* target : {"/", "/0123456789ab/control", "/nothing/here"})
    {
        CAPTURE(target);
        constexpr auto field = "Cross-Origin-Opener-Policy";
        const field_list over_tls{{"X-Forwarded-Proto", "https"}, {"Accept", "text/html"}};
        const field_list plain{{"Accept", "text/html"}};
        CHECK(request_once(s.port(), "GET", target, {}, over_tls).field(field) == "same-origin");
        CHECK(request_once(s.port(), "GET", target, {}, plain).field(field).empty());
    }
}

TEST_CASE("without TLS there is no word of it")
{
    for (auto settings : {live_settings{}, behind_a_proxy()})
    {
        const auto scheme = settings.proxies.contains(boost::asio::ip::address_v4::loopback())
                                ? "http"
                                : "https"; // nobody who is believed says so
        settings.hsts = std::chrono::hours(1);
        live_server s(std::move(settings));
        const auto made =
            request_once(s.port(), "POST", "/api/", cards, {{"X-Forwarded-Proto", scheme}});
        CHECK(made.field("Set-Cookie").ends_with("; HttpOnly; SameSite=Strict"));
        CHECK(made.field("Strict-Transport-Security").empty());
    }
}
