// How a server ends.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

#include <string>

using namespace pajthy;
using namespace pajthy::test;
using std::chrono::milliseconds;

TEST_CASE("a server without anybody ends at once")
{
    live_server s;
    s.stop();
    CHECK(s.ended());
}

TEST_CASE("a server that is told to stop before it has begun ends")
{
    for (int i = 0; i < 5; ++i)
        live_server();
}

TEST_CASE("a stop closes the websockets with 1001")
{
    live_server s({.access = access_mode::open});
    const auto room =
        "/api" + request_once(s.port(), "POST", "/api/", R"(["1"])").field("Location");
    websocket_client control(s.port());
    websocket_client voter(s.port());
    REQUIRE(control.open(room + "/control/ws") == 101);
    REQUIRE(voter.open(room + "/ws") == 101);
    control.next();
    voter.next();
    s.stop();
    CHECK(control.close_code() == 1001);
    CHECK(voter.close_code() == 1001);
    CHECK(s.ended());
}

TEST_CASE("a stop closes the connections that wait for a request")
{
    live_server s;
    http_client c(s.port());
    c.request("GET", "/healthz");
    s.stop();
    c.wait_for_close();
    CHECK(s.ended());
}

TEST_CASE("a stop answers the request that is half there, and closes then")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    c.receive_until("\r\n\r\n"); // so it is in flight
    s.stop();
    c.send("[\"1\"]");
    const auto said = c.receive_until_close();
    CHECK(said.starts_with("HTTP/1.1 201 "));
    CHECK(said.find("\r\nConnection: close\r\n") != std::string::npos);
    CHECK(s.ended());
}

TEST_CASE("a stop answers one of the requests that come all at once, and none after it")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    c.receive_until("\r\n\r\n");
    s.stop();
    c.send("[\"1\"]GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto said = c.receive_until_close();
    CHECK(said.starts_with("HTTP/1.1 201 "));
    CHECK(said.find("HTTP/1.1 200 ") == std::string::npos);
    CHECK(s.ended());
}

TEST_CASE("a stop does not wait for ever for somebody who does not go")
{
    live_settings settings;
    settings.access = access_mode::open;
    settings.limits.stop = milliseconds(300);
    live_server s(settings);
    const auto room =
        "/api" + request_once(s.port(), "POST", "/api/", R"(["1"])").field("Location");
    websocket_client silent(s.port()); // reads nothing, so it does not close either
    REQUIRE(silent.open(room + "/ws") == 101);
    raw_client half(s.port());
    half.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: "
              "100-continue\r\n\r\n");
    half.receive_until("\r\n\r\n");
    s.stop();
    CHECK(s.ended());
    CHECK(half.receive_until_close().empty());
}

TEST_CASE("a stop takes no new connections")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    c.receive_until("\r\n\r\n"); // keeps the server from ending
    http_client idle(s.port());
    idle.request("GET", "/healthz");
    s.stop();
    idle.wait_for_close(); // the stop has begun
    CHECK_THROWS(raw_client(s.port()));
    c.send("[\"1\"]");
    CHECK(c.receive_until_close().starts_with("HTTP/1.1 201 "));
}

TEST_CASE("a second stop is nothing")
{
    live_server s;
    s.stop();
    s.stop();
    CHECK(s.ended());
}
