// How a server ends.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;
using boost::asio::ip::tcp;
using std::chrono::milliseconds;

namespace
{

constexpr auto upgrade_fields =
    " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

} // namespace

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

TEST_CASE(
    "a stop gives a client with thousands of pipelined requests one more response, and then closes")
{
    live_settings settings;
    settings.limits.stop = {}; // however long it takes
    live_server s(settings);
    raw_client c(s.port());
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many.append("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    c.send(many);
    c.receive_until("ok\n");
    s.stop();
    const auto said = c.receive_until_close();
    // What still waits unread makes it a reset, which may overtake the last response.
    CHECK(said.size() < 20'000 * 200);
    CHECK(s.ended());
}

TEST_CASE("a stop still serves a request that has come in part, and then closes")
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

TEST_CASE("a server that stops is not ready any more")
{
    live_server s;
    raw_client c(s.port());
    c.send("GET /readyz HTTP/1.1\r\nHost: a\r\n");
    http_client idle(s.port());
    idle.request("GET", "/healthz"); // so that the half of it has been read
    s.stop();
    idle.wait_for_close();
    c.send("\r\n");
    const auto said = c.receive_until_close();
    CHECK(said.starts_with("HTTP/1.1 503 "));
    CHECK(said.ends_with("\r\n\r\nstopping\n"));
    CHECK(s.ended());
}

TEST_CASE("a stop still serves one of several pipelined requests, and none after it")
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

TEST_CASE("a stop says goodbye to a thousand websockets, one after the other")
{
    constexpr std::size_t many = 1'000;
    live_settings settings;
    settings.access = access_mode::open;
    settings.limits.session.websockets = 0;
    settings.limits.address.connections = 0;
    settings.limits.address.websockets = 0;
    live_server s(std::move(settings));
    const auto room =
        "/api" + request_once(s.port(), "POST", "/api/", R"(["1"])").field("Location");

    request_once(s.port(), "PUT", room + "/join", "Ana"); // so that no websocket is the first use

    boost::asio::io_context loop;
    std::vector<tcp::socket> voters;
    for (std::size_t i = 0; i < many; ++i)
    {
        voters.emplace_back(loop).connect({boost::asio::ip::address_v4::loopback(), s.port()});
        const std::string hello = "GET " + room + "/ws" + upgrade_fields;
        boost::asio::write(voters.back(), boost::asio::buffer(hello));
        std::string response;
        boost::asio::read_until(voters.back(), boost::asio::dynamic_buffer(response), "\"Seq\":2}");
        REQUIRE(response.starts_with("HTTP/1.1 101 "));
    }
    raw_client half(s.port());
    half.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: "
              "100-continue\r\n\r\n");
    half.receive_until("\r\n\r\n");

    s.stop();
    const auto goodbye = [](tcp::socket& from)
    {
        std::string frame(4, '\0');
        boost::asio::read(from, boost::asio::buffer(frame));
        from.close();
        return frame;
    };
    std::size_t said = 0;
    std::optional<time_point> first;
    for (auto& voter : voters) // in the order in which they came
    {
        said += goodbye(voter) == "\x88\x02\x03\xE9" ? 1 : 0;
        first = first.value_or(clock::now());
    }
    CHECK(said == many);
    CHECK(clock::now() - *first > std::chrono::milliseconds(1'500));
    CHECK(clock::now() - *first < std::chrono::seconds(8));
    half.send("[\"1\"]");
    CHECK(half.receive_until_close().starts_with("HTTP/1.1 201 "));
    CHECK(s.ended());
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
