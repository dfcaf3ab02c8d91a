// How a server takes newcomers in.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

#include <list>

using namespace pajthy;
using namespace pajthy::test;

TEST_CASE("newcomers are all let in before the first of them is served")
{
    live_server s({.runs = false});
    raw_client first(s.port());
    first.send("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    std::list<raw_client> others;
    for (int i = 0; i < 9; ++i)
        others.emplace_back(s.port());
    s.run();
    const auto metrics = first.receive_until_close();
    CAPTURE(metrics);
    CHECK(metrics.find("\npajthy_connections 10\n") != std::string::npos);
}

TEST_CASE("however many come at once, all are served")
{
    live_server s({.runs = false});
    std::list<raw_client> crowd;
    for (int i = 0; i < 200; ++i)
        crowd.emplace_back(s.port()).send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    s.run();
    for (auto& someone : crowd)
        CHECK(someone.receive_until("\r\n\r\n").starts_with("HTTP/1.1 200 "));
}
