// Websockets of a real server: who gets one, what comes over it, how it ends.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

#include <memory>
#include <string>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;
using std::chrono::milliseconds;

namespace
{

// A server with open access and a session on it.
struct scene
{
    explicit scene(live_settings settings = {})
        : server(
              [&]
              {
                  settings.access = access_mode::open;
                  return settings;
              }())
    {}

    void control(const std::string& what, std::string body = {})
    {
        const auto done = http.request("PATCH", room + "/control/" + what, std::move(body));
        REQUIRE(done.status / 100 == 2);
    }

    void join(const std::string& name)
    {
        REQUIRE(http.request("PUT", room + "/join", name).status == 201);
    }

    // Opens it and takes the snapshot.
    std::unique_ptr<websocket_client> open(const std::string& target, int receive_buffer = 0)
    {
        auto out = std::make_unique<websocket_client>(server.port(), receive_buffer);
        REQUIRE(out->open(room + target) == 101);
        CHECK(out->next().starts_with(R"({"Kind":"snapshot",)"));
        return out;
    }

    live_server server;
    http_client http{server.port()};
    std::string room = "/api" + http.request("POST", "/api/", R"(["1","2"])").field("Location");
};

// Of 247 bytes, so that a few hundred changes fill the buffers between a server and its client.
std::string long_name(int i)
{
    std::string out = std::to_string(100 + i);
    while (out.size() + 4 <= 256 - 8)
        out.append("\xF0\x9F\x99\x82");
    return out;
}

std::string kind_of(const std::string& frame)
{
    const auto begin = std::string(R"({"Kind":")").size();
    return frame.substr(begin, frame.find('"', begin) - begin);
}

} // namespace

// --- Who gets one

TEST_CASE("a websocket is refused before it is one")
{
    live_server s;
    http_client c(s.port());
    const auto room = "/api" + c.request("POST", "/api/", R"(["1"])").field("Location");
    c.request("PUT", room + "/join", "Ana");
    const auto open = [&](const std::string& target, const field_list& fields = {})
    { return websocket_client(s.port()).open(target, fields); };

    CHECK(open(room + "/control/ws") == 401);
    CHECK(open(room + "/ws?as=Ana") == 401);
    CHECK(open(room + "/control/ws", {{"Authorization", "Bearer x"}}) == 403);
    CHECK(open(room + "/ws?as=Ana", {{"Authorization", "Bearer x"}}) == 403);
    CHECK(open(room + "/ws", {{"Origin", "http://evil.example"}}) == 403);
    CHECK(open(room + "/ws", {{"Origin", "null"}}) == 403);
    CHECK(open("/api/000000000000/ws") == 404);
    CHECK(open("/api/000000000000/control/ws") == 404);
    CHECK(open("/") == 200);
    CHECK(open(room + "/ws") == 101);
}

TEST_CASE("a request for a websocket that is none is 426")
{
    scene s;
    const auto plain = s.http.request("GET", s.room + "/ws");
    CHECK(plain.status == 426);
    CHECK(plain.field("Upgrade") == "websocket");
    CHECK(s.http.request("GET", s.room + "/control/ws").status == 426);
    CHECK(s.http.request("GET", "/healthz").status == 200);
}

TEST_CASE("a session has no more websockets than it may, and says so before it upgrades")
{
    live_settings settings;
    settings.limits.session.websockets = 1;
    scene s(settings);
    const auto first = s.open("/ws");
    CHECK(websocket_client(s.server.port()).open(s.room + "/ws") == 503);
}

TEST_CASE("a place of an address is free when its websocket has gone")
{
    live_settings settings;
    settings.limits.address.websockets = 1;
    scene s(settings);
    auto first = s.open("/ws");
    CHECK(websocket_client(s.server.port()).open(s.room + "/ws") == 503);
    first.reset();
    wait_for_metric(s.http, "pajthy_websockets", 0);
    s.open("/control/ws");
}

// --- What comes over it

TEST_CASE("the snapshot comes first, then the events in their order")
{
    scene s;
    s.join("Ana");
    websocket_client control(s.server.port());
    REQUIRE(control.open(s.room + "/control/ws") == 101);
    s.control("start");
    s.http.request("PUT", s.room, R"({"Participant":"Ana","Choice":"1"})");
    s.control("reset");
    std::string kinds;
    for (int i = 0; i < 6; ++i)
        kinds.append(kind_of(control.next())).append(" ");
    CHECK(kinds == "snapshot enabled vote disabled reset vote ");
}

TEST_CASE("every listener gets what concerns it")
{
    scene s;
    std::vector<std::unique_ptr<websocket_client>> voters;
    for (int i = 0; i < 20; ++i)
        voters.push_back(s.open("/ws"));
    s.control("start");
    s.control("stop");
    for (auto& v : voters)
    {
        CHECK(kind_of(v->next()) == "enabled");
        CHECK(kind_of(v->next()) == "disabled");
    }
}

TEST_CASE("a ping is answered")
{
    scene s;
    s.open("/ws")->ping();
}

TEST_CASE("what a client says is ignored")
{
    scene s;
    const auto voter = s.open("/ws");
    voter->send(R"({"Kind":"vote"})");
    voter->send("");
    voter->send(std::string(4'096, 'x'));
    s.control("start");
    CHECK(kind_of(voter->next()) == "enabled");
}

// --- How it ends

TEST_CASE("a message of more than 4 KiB ends it with 1009")
{
    scene s;
    const auto voter = s.open("/ws");
    voter->send(std::string(4'097, 'x'));
    CHECK(voter->close_code() == 1009);
    wait_for_metric(s.http, "pajthy_websockets", 0);
}

TEST_CASE("more than a hundred messages at once end it with 1008")
{
    scene s;
    const auto voter = s.open("/ws");
    for (int i = 0; i < 99; ++i)
        voter->send("x");
    voter->ping(); // the hundredth: pings count
    for (int i = 0; i < 100; ++i)
        voter->send("x");
    CHECK(voter->close_code() == 1008);
    wait_for_metric(s.http, "pajthy_websockets", 0);
}

TEST_CASE("a kick ends the sockets of that seat with 4001")
{
    scene s;
    s.join("Ana");
    s.join("Bert");
    const auto ana = s.open("/ws?as=Ana");
    const auto bert = s.open("/ws?as=Bert");
    s.control("kick", "Ana");
    CHECK(ana->next().starts_with(R"({"Kind":"kicked","Data":{},"Seq":)"));
    CHECK(ana->close_code() == 4001);
    s.control("start");
    CHECK(kind_of(bert->next()) == "seats");
    CHECK(kind_of(bert->next()) == "enabled");
}

TEST_CASE("a session that is over ends its sockets with 4004")
{
    live_settings settings;
    settings.limits.session.idle = milliseconds(300);
    scene s(settings);
    const auto voter = s.open("/ws");
    CHECK(voter->close_code() == 4004);
    CHECK(s.http.request("GET", s.room).status == 404);
}

TEST_CASE("a socket that is silent for too long is cut")
{
    live_settings settings;
    settings.limits.websocket.dead = milliseconds(300);
    settings.limits.websocket.ping = milliseconds(100);
    scene s(settings);
    const auto silent = s.open("/ws"); // reads nothing, so it answers no ping
    wait_for_metric(s.http, "pajthy_websockets", 0);
}

TEST_CASE("a socket that answers pings stays")
{
    live_settings settings;
    settings.limits.websocket.dead = milliseconds(500);
    settings.limits.websocket.ping = milliseconds(100);
    scene s(settings);
    const auto reader = s.open("/ws");
    reader->answer_pings(10); // ten times 100 ms is twice the 500 ms
    s.control("start");
    CHECK(kind_of(reader->next()) == "enabled");
}

TEST_CASE("a client that goes away without a word is forgotten")
{
    scene s;
    s.join("Ana");
    s.open("/ws?as=Ana").reset();
    wait_for_metric(s.http, "pajthy_websockets", 0);
    s.control("start");
}

TEST_CASE("a controller that reads slowly hears on in a room with long names")
{
    constexpr int people = 200;
    scene s;
    for (int i = 0; i < people; ++i)
        s.join(long_name(i));
    const auto slow = s.open("/control/ws", 4'096);
    s.control("start");
    for (int i = 0; i < people / 2; ++i)
    {
        const std::string vote = R"({"Participant":")" + long_name(i) + R"(","Choice":"1"})";
        REQUIRE(s.http.request("PUT", s.room, vote).status == 202);
        s.control("kick", long_name(people - 1 - i)); // the last of these closes the round
        slow->next();
    }
    auto last = slow->next();
    while (kind_of(last) != "disabled")
        last = slow->next();
}

TEST_CASE("a slow reader is reset while the others get everything")
{
    live_settings settings;
    settings.limits.websocket.outbox_age = milliseconds(0); // so that only the bound can do it
    settings.limits.session.name_bytes = 0;
    scene s(settings);
    for (int i = 0; i < 400; ++i)
        s.join(long_name(i));
    const auto slow = s.open("/control/ws", 4'096);
    const auto fast = s.open("/control/ws");
    for (int i = 0; i < 100; ++i)
    {
        s.control("kick", long_name(i));
        CHECK(kind_of(fast->next()) == "participants-change");
        CHECK(kind_of(fast->next()) == "undo");
    }
    int changes = 0;
    for (; changes < 200; ++changes)
    {
        s.control(changes % 2 == 0 ? "start" : "stop");
        CHECK(kind_of(fast->next()) == (changes % 2 == 0 ? "enabled" : "disabled"));
        if (changes == 0) // the last kick can't be undone any more
            CHECK(kind_of(fast->next()) == "undo");
    }
    wait_for_metric(s.http, "pajthy_websockets", 1);
    CHECK(slow->is_reset());
    s.control("start");
    CHECK(kind_of(fast->next()) == "enabled");
}

TEST_CASE("a reader that takes nothing for too long is reset")
{
    live_settings settings;
    settings.limits.websocket.outbox_age = milliseconds(300);
    settings.limits.websocket.outbox_frames = 0;
    settings.limits.websocket.outbox_bytes = 0;
    scene s(settings);
    for (int i = 0; i < 400; ++i)
        s.join(std::to_string(i) + std::string(60, 'x'));
    const auto slow = s.open("/control/ws", 4'096);
    for (int i = 0; i < 300; ++i)
        s.control("kick", std::to_string(i) + std::string(60, 'x'));
    wait_for_metric(s.http, "pajthy_websockets", 0);
    CHECK(slow->is_reset());
}
