// What a session, an address and all of them together may have, each at its edge, as clients see
// it. The limits of a connection are in limits_test.cpp.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"
#include "tests/support/deadline.hpp"
#include "tests/support/raw_websocket.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;
using std::chrono::milliseconds;

namespace
{

const std::string stranger_key(43, 'A');
const std::string nowhere = "/api/000000000000";

// `count` names or choices that differ.
std::string json_list(int count)
{
    std::string out = "[";
    for (int i = 0; i < count; ++i)
        out.append(i == 0 ? "\"" : ",\"").append(std::to_string(i)).append("\"");
    return out.append("]");
}

std::string repeated(std::string_view what, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i)
        out.append(what);
    return out;
}

// "KEY" of a cookie that a response set.
std::string key_in(const http_response& a)
{
    const auto cookie = a.field("Set-Cookie");
    const auto begin = cookie.find('=') + 1;
    return cookie.substr(begin, cookie.find(';') - begin);
}

// A session and whoever made it.
struct room
{
    explicit room(http_client& by) : made(by.request("POST", "/api/", R"(["1","2"])"))
    {
        REQUIRE(made.status == 201);
    }

    http_response made;
    std::string path = "/api" + made.field("Location");
    field_list key{{"Authorization", "Bearer " + key_in(made)}};
};

void check_too_many(const http_response& a)
{
    CHECK(a.status == 429);
    CHECK(a.body ==
          R"({"type":"urn:pajthy:too-many-requests","title":"too many requests","status":429})");
    CHECK(!a.field("Retry-After").empty());
    CHECK(a.field("Retry-After") != "0");
}

void check_busy(const http_response& a)
{
    CHECK(a.status == 503);
    CHECK(a.field("Retry-After") == "10");
    CHECK(a.body == R"({"type":"urn:pajthy:busy","title":"the server is full","status":503})");
}

// Asks `most` times for what an address may do so often; the next is refused, from there alone.
void check_rate(live_server& s, int most, const std::function<http_response(http_client&)>& ask,
                unsigned usual)
{
    http_client first(s.port());
    http_client second(s.port(), second_address);
    for (int i = 0; i < most; ++i)
        REQUIRE(ask(first).status == usual);
    check_too_many(ask(first));
    CHECK(first.request("GET", "/healthz").status == 200); // no call, and the connection stays
    CHECK(ask(second).status == usual);
    check_too_many(ask(first));
    http_client again(s.port());
    check_too_many(ask(again)); // another connection of the same address
}

// A socket that hears everything and reads nothing, until the server has enough of it.
struct deaf
{
    explicit deaf(const live_settings& settings) : server(settings)
    {
        for (int i = 0; i < 400; ++i)
            REQUIRE(http.request("PUT", in.path + "/join", name(i)).status == 201);
        const auto head = socket.upgrade(in.path + "/control/ws");
        REQUIRE(head.starts_with("HTTP/1.1 101 "));
    }

    static std::string name(int i) { return std::to_string(100 + i) + std::string(60, 'x'); }

    void control(const std::string& what, std::string body = {})
    {
        REQUIRE(http.request("PATCH", in.path + "/control/" + what, std::move(body)).status / 100 ==
                2);
    }

    // Large events fill the buffers on the way, then small ones wait.
    void deafen()
    {
        for (int i = 0; i < 300; ++i)
            control("kick", name(i));
        for (int i = 0; i < 100; ++i)
            control(i % 2 == 0 ? "start" : "stop");
    }

    live_server server;
    http_client http{server.port()};
    room in{http};
    raw_websocket socket{server.port(), first_address, 4'096};
};

live_settings open_settings()
{
    live_settings out;
    out.access = access_mode::open;
    out.limits.websocket.outbox_age = milliseconds(0);
    out.limits.websocket.outbox_bytes = 0;
    out.limits.websocket.outbox_frames = 0;
    return out;
}

} // namespace

// --- What a body holds

TEST_CASE("JSON is taken eight levels deep, and nine are 400")
{
    live_server s;
    http_client c(s.port());
    const auto nested = [](int arrays) // within the object
    { return R"({"Choices":["1"],"More":)" + repeated("[", arrays) + repeated("]", arrays) + "}"; };
    CHECK(c.request("POST", "/api/", nested(7)).status == 201);
    const auto refused = c.request("POST", "/api/", nested(8));
    CHECK(refused.status == 400);
    CHECK(refused.body.starts_with(R"({"type":"urn:pajthy:bad-json",)"));
    CHECK(c.request("POST", "/api/", repeated("[", 8'000)).status == 400);
}

TEST_CASE("64 choices are taken and 65 are 422")
{
    live_server s;
    http_client c(s.port());
    CHECK(c.request("POST", "/api/", json_list(64)).status == 201);
    const auto refused = c.request("POST", "/api/", json_list(65));
    CHECK(refused.status == 422);
    CHECK(refused.body.starts_with(R"({"type":"urn:pajthy:too-many-choices",)"));
}

TEST_CASE("names and choices have 64 code points of any size, and no more")
{
    live_server s;
    http_client c(s.port());
    const room r(c);
    for (const auto* letter : {"x", "\xC3\xA1", "\xE2\x82\xAC", "\xF0\x9F\x99\x82"}) // 1 to 4 bytes
    {
        CAPTURE(letter);
        const auto most = repeated(letter, 64);
        CHECK(c.request("PUT", r.path + "/join", most + letter).status == 400);
        CHECK(c.request("PUT", r.path + "/join", " \t" + most + " \r\n").status == 201);
        CHECK(c.request("POST", "/api/", "[\"" + most + letter + "\"]").status == 400);
        CHECK(c.request("POST", "/api/", "[\"" + most + "\",\"  x  \"]").status == 201);
    }
    CHECK(c.request("PUT", r.path + "/join", "a" + std::string(100, ' ') + "b").status == 201);
    CHECK(c.request("PUT", r.path + "/join", " ").status == 400);
}

TEST_CASE("a title has 200 code points of any size, and no more")
{
    live_server s;
    http_client c(s.port());
    for (const auto* letter : {"x", "\xC3\xA1", "\xE2\x82\xAC", "\xF0\x9F\x99\x82"})
    {
        CAPTURE(letter);
        const auto body = [&](int size)
        { return R"({"Choices":["1"],"Title":")" + repeated(letter, size) + "\"}"; };
        CHECK(c.request("POST", "/api/", body(200)).status == 201);
        CHECK(c.request("POST", "/api/", body(201)).status == 422);
    }
}

// --- What a session holds

TEST_CASE("500 people take part, and one more is 409")
{
    live_server s;
    http_client c(s.port());
    const room r(c);
    http_response last;
    for (int i = 0; i < 500; ++i)
    {
        last = c.request("PUT", r.path + "/join", std::to_string(i));
        REQUIRE(last.status == 201);
    }
    const auto refused = c.request("PUT", r.path + "/join", "one more");
    CHECK(refused.status == 409);
    CHECK(refused.body ==
          R"({"type":"urn:pajthy:session-full","title":"session is full","status":409})");
    const field_list own{{"Authorization", "Bearer " + key_in(last)}};
    CHECK(c.request("PUT", r.path + "/join", "499", own).status == 201); // who is in stays in
    CHECK(c.request("PATCH", r.path + "/control/kick", "0", r.key).status == 204);
    CHECK(c.request("PUT", r.path + "/join", "one more").status == 201);
}

TEST_CASE("eight control keys are good, and the ninth costs the oldest that is not in use")
{
    live_server s;
    http_client c(s.port());
    const room r(c);
    std::vector<field_list> keys;
    for (int i = 0; i < 8; ++i) // with the first, nine
    {
        const auto minted = c.request("POST", r.path + "/control/keys", {}, r.key);
        REQUIRE(minted.status == 201);
        const auto begin = minted.body.find(R"("ControlKey":")") + 14;
        keys.push_back({{"Authorization", "Bearer " + minted.body.substr(begin, 43)}});
    }
    CHECK(c.request("GET", r.path + "/control", {}, r.key).status == 200);
    CHECK(c.request("GET", r.path + "/control", {}, keys[0]).status == 403);
    for (std::size_t i = 1; i < keys.size(); ++i)
        CHECK(c.request("GET", r.path + "/control", {}, keys[i]).status == 200);
}

TEST_CASE("a session has as many websockets as it may, and the next is told when to come again")
{
    live_settings settings;
    settings.limits.session.websockets = 2;
    live_server s(settings);
    http_client c(s.port());
    const room full(c);
    const room other(c);
    raw_websocket first(s.port());
    raw_websocket second(s.port(), second_address);
    CHECK(first.upgrade(full.path + "/ws").starts_with("HTTP/1.1 101 "));
    CHECK(second.upgrade(full.path + "/ws").starts_with("HTTP/1.1 101 "));
    first.next_text();
    second.next_text();
    const auto refused = raw_websocket(s.port()).upgrade(full.path + "/ws");
    CHECK(refused.starts_with("HTTP/1.1 503 "));
    CHECK(refused.find("\r\nRetry-After: 10\r\n") != std::string::npos);
    CHECK(raw_websocket(s.port()).upgrade(other.path + "/ws").starts_with("HTTP/1.1 101 "));
    first.wire().reset();
    for (const deadline soon; !soon.passed();)
    {
        if (raw_websocket(s.port()).upgrade(full.path + "/ws").starts_with("HTTP/1.1 101 "))
            return;
    }
    FAIL("the place never became free");
}

TEST_CASE("websockets that are asked for at once do not get in beyond the limit")
{
    live_settings settings;
    settings.limits.session.websockets = 5;
    live_server s(settings);
    http_client c(s.port());
    const room r(c);
    std::vector<std::unique_ptr<raw_websocket>> all;
    for (int i = 0; i < 50; ++i)
        all.push_back(std::make_unique<raw_websocket>(s.port()));
    for (auto& w : all)
        w->send(handshake().text(r.path + "/ws"));
    int open = 0;
    for (auto& w : all)
        open += w->wire().receive_until("\r\n").starts_with("HTTP/1.1 101 ");
    CHECK(open == 5);
}

TEST_CASE("a session nobody touches is over, for requests and for every socket")
{
    live_settings settings;
    settings.limits.session.idle = milliseconds(1'000);
    live_server s(settings);
    http_client c(s.port());
    const room r(c);
    const auto ana = key_in(c.request("PUT", r.path + "/join", "Ana"));
    const auto bearer = [](const std::string& key)
    { return handshake{.more = "Authorization: Bearer " + key + "\r\n"}; };
    raw_websocket watcher(s.port());
    raw_websocket seat(s.port());
    raw_websocket controller(s.port());
    REQUIRE(watcher.upgrade(r.path + "/ws").starts_with("HTTP/1.1 101 "));
    REQUIRE(seat.upgrade(r.path + "/ws?as=Ana", bearer(ana)).starts_with("HTTP/1.1 101 "));
    REQUIRE(controller.upgrade(r.path + "/control/ws", bearer(key_in(r.made)))
                .starts_with("HTTP/1.1 101 "));
    for (auto* const w : {&watcher, &seat, &controller})
        CHECK(w->end() == 4004);
    CHECK(c.request("GET", r.path).status == 404);
    CHECK(c.request("GET", r.path + "/control", {}, r.key).status == 404);
    CHECK(c.request("PUT", r.path + "/join", "Bert").status == 404);
    CHECK(raw_websocket(s.port()).upgrade(r.path + "/ws").starts_with("HTTP/1.1 404 "));
    wait_for_metric(c, "pajthy_sessions", 0);
}

TEST_CASE("a session is over at its age, however much it is used")
{
    live_settings settings;
    settings.limits.session.age = milliseconds(1'000);
    live_server s(settings);
    http_client c(s.port());
    const room r(c);
    raw_websocket watcher(s.port());
    REQUIRE(watcher.upgrade(r.path + "/ws").starts_with("HTTP/1.1 101 "));
    unsigned status = 200;
    for (const deadline soon; status == 200 && !soon.passed();)
        status = c.request("GET", r.path).status;
    CHECK(status == 404);
    CHECK(watcher.end() == 4004);
}

// --- What all of them hold

TEST_CASE("as many sessions are kept as may be, and the next is told when to come again")
{
    live_settings settings;
    settings.limits.session.sessions = 3;
    live_server s(settings);
    http_client c(s.port());
    for (int i = 0; i < 3; ++i)
        CHECK(c.request("POST", "/api/", R"(["1"])").status == 201);
    check_busy(c.request("POST", "/api/", R"(["1"])"));
    http_client elsewhere(s.port(), second_address);
    check_busy(elsewhere.request("POST", "/api/", R"(["1"])"));
}

TEST_CASE("when there is too much text nothing is created and nobody joins")
{
    live_settings settings;
    settings.limits.session.text_bytes = 10;
    live_server s(settings);
    http_client c(s.port());
    const room r(c);                                                    // two bytes
    CHECK(c.request("PUT", r.path + "/join", "1234567").status == 201); // nine
    CHECK(c.request("PUT", r.path + "/join", "x").status == 201);       // ten
    check_busy(c.request("PUT", r.path + "/join", "y"));
    check_busy(c.request("POST", "/api/", R"(["1"])"));
    CHECK(c.request("GET", r.path).status == 200);
    CHECK(c.request("PATCH", r.path + "/control/kick", "x", r.key).status == 204);
    CHECK(c.request("PUT", r.path + "/join", "y").status == 201);
}

// --- What an address may

TEST_CASE("an address keeps as many sessions as it may, and hinders no other")
{
    live_settings settings;
    settings.limits.session.sessions_of_address = 3;
    live_server s(settings);
    http_client first(s.port());
    http_client second(s.port(), second_address);
    for (int i = 0; i < 3; ++i)
        CHECK(first.request("POST", "/api/", R"(["1"])").status == 201);
    CHECK(first.request("POST", "/api/", R"(["1"])").status == 429);
    CHECK(second.request("POST", "/api/", R"(["1"])").status == 201);
}

TEST_CASE("an address has as many websockets as it may, and hinders no other")
{
    live_settings settings;
    settings.limits.address.websockets = 1;
    live_server s(settings);
    http_client c(s.port());
    const room r(c);
    raw_websocket first(s.port());
    raw_websocket second(s.port(), second_address);
    CHECK(first.upgrade(r.path + "/ws").starts_with("HTTP/1.1 101 "));
    const auto refused = raw_websocket(s.port()).upgrade(r.path + "/ws");
    CHECK(refused.starts_with("HTTP/1.1 503 "));
    CHECK(refused.find("\r\nRetry-After: 10\r\n") != std::string::npos);
    CHECK(second.upgrade(r.path + "/ws").starts_with("HTTP/1.1 101 "));
}

TEST_CASE("an address with all the connections that it may have hinders no other")
{
    live_settings settings;
    settings.limits.address.connections = 1;
    live_server s(settings);
    http_client first(s.port());
    CHECK(first.request("GET", "/healthz").status == 200);
    CHECK(request_once(s.port(), "GET", "/").status == 503);
    CHECK(http_client(s.port(), second_address).request("GET", "/healthz").status == 200);
}

TEST_CASE("an address that creates too much is 429, and hinders no other")
{
    live_settings settings;
    settings.limits.address.create = {30, 1};
    live_server s(settings);
    check_rate(
        s, 30, [](http_client& c) { return c.request("POST", "/api/", R"(["1"])"); }, 201);
}

TEST_CASE("an address that asks for too many unknown ids is 429, and hinders no other")
{
    live_settings settings;
    settings.limits.address.unknown_ids = {60, 1};
    live_server s(settings);
    check_rate(
        s, 60, [](http_client& c) { return c.request("GET", nowhere); }, 404);
    CHECK(raw_websocket(s.port()).upgrade(nowhere + "/ws").starts_with("HTTP/1.1 429 "));
}

TEST_CASE("an address that tries too many keys is 429, and hinders no other")
{
    live_settings settings;
    settings.limits.address.wrong_keys = {30, 1};
    live_server s(settings);
    http_client maker(s.port());
    const room r(maker);
    const field_list wrong{{"Authorization", "Bearer " + stranger_key}};
    check_rate(
        s, 30, [&](http_client& c) { return c.request("GET", r.path + "/control", {}, wrong); },
        403);
    // Whoever has the right one is not held up, from the same address.
    CHECK(maker.request("GET", r.path + "/control", {}, r.key).status == 200);
}

TEST_CASE("an address that makes too many calls is 429, and hinders no other")
{
    live_settings settings;
    settings.limits.address.calls = {400, 1};
    live_server s(settings);
    http_client maker(s.port(), "127.0.0.3");
    const room r(maker);
    check_rate(
        s, 400, [&](http_client& c) { return c.request("GET", r.path); }, 200);
    CHECK(raw_websocket(s.port()).upgrade(r.path + "/ws").starts_with("HTTP/1.1 429 "));
    CHECK(request_once(s.port(), "GET", "/").status == 200); // pages are no calls
}

// --- What a websocket may fall behind

TEST_CASE("a socket with more events waiting than it may have is cut")
{
    auto settings = open_settings();
    settings.limits.websocket.outbox_frames = 8;
    deaf d(settings);
    d.deafen();
    wait_for_metric(d.http, "pajthy_websockets", 0);
    CHECK(!d.socket.wire().receive_until_close().empty());
}

TEST_CASE("a socket with more bytes waiting than it may have is cut")
{
    auto settings = open_settings();
    settings.limits.websocket.outbox_bytes = 1'000;
    deaf d(settings);
    d.deafen();
    wait_for_metric(d.http, "pajthy_websockets", 0);
    CHECK(!d.socket.wire().receive_until_close().empty());
}

TEST_CASE("without limits a socket may fall behind as far as it likes, and misses nothing")
{
    deaf d(open_settings());
    d.deafen();
    int states = 0;
    while (states < 100)
    {
        const auto event = d.socket.next_text();
        states +=
            event.starts_with(R"({"Kind":"enabled")") || event.starts_with(R"({"Kind":"disabled")");
    }
    CHECK(states == 100);
}

// --- Zero

TEST_CASE("limits of zero are none, for sessions and addresses, too")
{
    live_settings settings;
    settings.limits.session = {.choices = 0,
                               .participants = 0,
                               .control_keys = 0,
                               .topics = 0,
                               .websockets = 0,
                               .sessions = 0,
                               .sessions_of_address = 0,
                               .text_bytes = 0,
                               .idle = milliseconds(0),
                               .age = milliseconds(0)};
    settings.limits.address = {.create = {},
                               .unknown_ids = {},
                               .wrong_keys = {},
                               .joins = {},
                               .renames = {},
                               .calls = {},
                               .websockets = 0,
                               .connections = 0,
                               .remembered = 0};
    live_server s(settings);
    http_client c(s.port());
    CHECK(c.request("POST", "/api/", json_list(1'000)).status == 201);
    const room r(c);
    for (int i = 0; i < 600; ++i)
        REQUIRE(c.request("PUT", r.path + "/join", std::to_string(i)).status == 201);
    for (int i = 0; i < 12; ++i)
        REQUIRE(c.request("POST", r.path + "/control/keys", {}, r.key).status == 201);
    const field_list wrong{{"Authorization", "Bearer " + stranger_key}};
    for (int i = 0; i < 100; ++i)
    {
        REQUIRE(c.request("POST", "/api/", R"(["1"])").status == 201);
        REQUIRE(c.request("GET", nowhere).status == 404);
        REQUIRE(c.request("GET", r.path + "/control", {}, wrong).status == 403);
    }
    std::vector<std::unique_ptr<raw_websocket>> sockets;
    for (int i = 0; i < 20; ++i)
    {
        sockets.push_back(std::make_unique<raw_websocket>(s.port()));
        REQUIRE(sockets.back()->upgrade(r.path + "/ws").starts_with("HTTP/1.1 101 "));
    }
    CHECK(c.request("GET", r.path).status == 200); // and nothing is over
}

TEST_CASE("times of zero never end a websocket")
{
    live_settings settings;
    settings.limits.websocket = {.message_bytes = 0,
                                 .messages = {},
                                 .handshake = milliseconds(0),
                                 .ping = milliseconds(0),
                                 .dead = milliseconds(0),
                                 .outbox_bytes = 0,
                                 .outbox_frames = 0,
                                 .outbox_age = milliseconds(0)};
    live_server s(settings);
    http_client c(s.port());
    const room r(c);
    raw_websocket w(s.port());
    REQUIRE(w.upgrade(r.path + "/ws").starts_with("HTTP/1.1 101 "));
    w.next_text();
    const auto a_while = std::chrono::steady_clock::now() + milliseconds(400); // some turns
    while (std::chrono::steady_clock::now() < a_while)
        c.request("GET", "/healthz");
    CHECK_FALSE(w.wire().has_received()); // no ping, no close
    w.send(frame_of(opcode::ping, "here"));
    CHECK(w.next_pong() == "here");
}

// --- How long a session waits

TEST_CASE("a seat is away as soon as the settings say after it lost its websocket")
{
    live_settings settings;
    settings.limits.waits.absence = milliseconds(200);
    live_server s(settings);
    http_client host(s.port());
    const room in(host);
    websocket_client control(s.port());
    REQUIRE(control.open(in.path + "/control/ws", in.key) == 101);
    control.next(); // snapshot
    const auto joined = host.request("PUT", in.path + "/join", "Ana");
    REQUIRE(joined.status == 201);
    control.next(); // she came
    {
        websocket_client ana(s.port());
        REQUIRE(ana.open(in.path + "/ws?as=Ana", {{"Authorization", "Bearer " + key_in(joined)}}) ==
                101);
        ana.next();
    }
    CHECK(control.next().starts_with(R"({"Kind":"participants-change","Data":)"
                                     R"({"Participants":["Ana"],"Numbers":[1],"Away":["Ana"],)"));
    CHECK(host.request("PUT", in.path + "/join", "Ana").status == 201);
}

TEST_CASE("control can be asked for, and passes, as soon as the settings say")
{
    live_settings settings;
    settings.limits.waits.unattended_after = milliseconds(200);
    settings.limits.waits.objection_period = milliseconds(200);
    live_server s(settings);
    http_client host(s.port());
    const room in(host);
    const auto joined = host.request("PUT", in.path + "/join", "Ana");
    const field_list key{{"Authorization", "Bearer " + key_in(joined)}};
    websocket_client ana(s.port());
    REQUIRE(ana.open(in.path + "/ws?as=Ana", key) == 101);
    const auto hears = [&](const std::string& state)
    {
        const auto told = R"("State":")" + state + R"(")";
        while (ana.next().find(told) == std::string::npos)
            ;
    };
    hears("unled");
    REQUIRE(host.request("PUT", in.path + "/control-request", "Ana", key).status / 100 == 2);
    hears("passed");
    CHECK(host.request("POST", in.path + "/control-request/key", "Ana", key).status == 201);
}
