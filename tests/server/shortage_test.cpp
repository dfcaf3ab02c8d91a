// What a connection does when memory runs out: it ends, alone, and leaves nothing behind.
#include "tests/fuzz/mini_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace pajthy
{
namespace
{

using namespace fuzz;
using std::chrono::seconds;

const std::string upgrade = "GET /api/" + std::string(session_id) +
                            "/ws?as=Ana HTTP/1.1\r\nHost: pajthy.example\r\n"
                            "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                            "Sec-WebSocket-Version: 13\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            "Authorization: Bearer " +
                            std::string(ana_key) + "\r\n\r\n";

std::unique_ptr<mini_server> server_with_websocket()
{
    auto server = std::make_unique<mini_server>();
    server->send(upgrade);
    REQUIRE(server->received().starts_with("HTTP/1.1 101 "));
    return server;
}

// `close` checks that nothing is left.
void judge(std::unique_ptr<mini_server>& server, bool)
{
    server->send("");
    server->close();
}

template <class Prepare, class Act>
void require_that_it_ends_alone(Prepare prepare, Act act)
{
    REQUIRE(test::with_every_shortage(prepare, act, judge) != 0);
}

TEST_CASE("a connection without memory for its response ends")
{
    require_that_it_ends_alone([] { return std::make_unique<mini_server>(); }, [](auto& server)
                               { server->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"); });
}

TEST_CASE("a connection without memory to say that it was too slow ends")
{
    require_that_it_ends_alone(
        []
        {
            auto server = std::make_unique<mini_server>();
            server->send("GET /healthz HTTP/1.1\r\nHost: a\r\nAccept: te");
            return server;
        },
        [](auto& server) { server->advance_time(seconds(60)); });
}

TEST_CASE("a websocket without memory to begin ends")
{
    require_that_it_ends_alone([] { return std::make_unique<mini_server>(); },
                               [](auto& server) { server->send(upgrade); });
}

TEST_CASE("a websocket without memory for a frame that it receives ends")
{
    require_that_it_ends_alone(server_with_websocket, [](auto& server)
                               { server->send("\x89\x82\x01\x02\x03\x04\x60\x60"); });
}

TEST_CASE("a websocket without memory for its beat ends")
{
    require_that_it_ends_alone(server_with_websocket,
                               [](auto& server) { server->advance_time(seconds(25)); });
}

TEST_CASE("a websocket without memory for its close frame ends")
{
    require_that_it_ends_alone(server_with_websocket, [](auto& server) { server->stop(); });
}

TEST_CASE("a websocket without memory for an event ends, and comes back to see it")
{
    require_that_it_ends_alone(
        []
        {
            auto server = server_with_websocket();
            server->ask(http::verb::patch, "control/timer", R"({"Seconds":5})", fuzz::control_key);
            return server;
        },
        [](auto& server) { server->advance_time(seconds(6)); });
}

} // namespace
} // namespace pajthy
