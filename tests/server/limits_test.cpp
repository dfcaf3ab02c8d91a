// The limits of a connection, each at its edge.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"
#include "tests/support/deadline.hpp"

#include <list>
#include <string>

using namespace pajthy;
using namespace pajthy::test;
using std::chrono::milliseconds;

namespace
{

constexpr auto rest_of_head = " HTTP/1.1\r\nHost: a\r\n\r\n";

std::string first_line_said_to(live_server& s, const std::string& bytes)
{
    raw_client c(s.port());
    c.send(bytes);
    return c.receive_until("\r\n");
}

std::string problem(std::string_view title, unsigned status)
{
    std::string out = R"({"type":"about:blank","title":")";
    return out.append(title).append(R"(","status":)").append(std::to_string(status)).append("}");
}

} // namespace

TEST_CASE("a target of 2 KiB is taken and one of a byte more is 414")
{
    live_server s;
    const std::string longest = "/healthz?" + std::string(2'048 - 9, 'x');
    CHECK(first_line_said_to(s, "GET " + longest + rest_of_head) == "HTTP/1.1 200 OK\r\n");
    raw_client c(s.port());
    c.send("GET " + longest + "x" + rest_of_head);
    const auto said = c.receive_until_close();
    CHECK(said.starts_with("HTTP/1.1 414 "));
    CHECK(said.find("Connection: close\r\n") != std::string::npos);
    CHECK(said.ends_with(problem("request target is too long", 414)));
}

TEST_CASE("a target that never ends is 414")
{
    live_server s;
    raw_client c(s.port());
    c.send("GET /" + std::string(20'000, 'x'));
    CHECK(c.receive_until_close().starts_with("HTTP/1.1 414 "));
}

TEST_CASE("a head that is too large is 431 however its first line came")
{
    live_server s;
    for (const std::size_t first : {1U, 5U, 20U, 30U})
    {
        CAPTURE(first);
        raw_client c(s.port());
        const auto head =
            "GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'x') + "\r\n\r\n";
        c.send(head.substr(0, first));
        http_client(s.port()).request("GET", "/healthz"); // so that it has been read
        c.send(head.substr(first));
        CHECK(c.receive_until_close().starts_with("HTTP/1.1 431 "));
    }
}

TEST_CASE("64 header fields are taken and 65 are 431")
{
    live_server s;
    std::string head = "GET /healthz HTTP/1.1\r\nHost: a\r\n";
    for (int i = 1; i < 64; ++i)
        head.append("X-").append(std::to_string(i)).append(": y\r\n");
    CHECK(first_line_said_to(s, head + "\r\n") == "HTTP/1.1 200 OK\r\n");
    raw_client c(s.port());
    c.send(head + "X-64: y\r\n\r\n");
    const auto said = c.receive_until_close();
    CHECK(said.starts_with("HTTP/1.1 431 "));
    CHECK(said.ends_with(problem("too many header fields", 431)));
}

TEST_CASE("a head of 16 KiB is taken and one of a byte more is 431")
{
    live_server s;
    const std::string begin = "GET /healthz HTTP/1.1\r\nHost: a\r\nX: ";
    const std::string longest = begin + std::string(16 * 1'024 - begin.size() - 4, 'x');
    CHECK(first_line_said_to(s, longest + "\r\n\r\n") == "HTTP/1.1 200 OK\r\n");
    raw_client c(s.port());
    c.send(longest + "x\r\n\r\n");
    const auto said = c.receive_until_close();
    CHECK(said.starts_with("HTTP/1.1 431 "));
    CHECK(said.ends_with(problem("request head is too large", 431)));
}

TEST_CASE("what a browser collects in cookies is no 431")
{
    live_server s;
    const std::string key(43, 'A');
    std::string seats;
    for (int n = 1; n <= 140; ++n)
        seats.append("; pajthy_seat_").append(std::to_string(n)).append("=").append(key);
    const std::string of_browser =
        "GET /api/0123456789ab HTTP/1.1\r\nHost: a\r\nUser-Agent: " + std::string(200, 'x') +
        "\r\nAccept: " + std::string(200, 'x') + "\r\nCookie: ";
    for (const auto& cookies : {seats.substr(2), "sso=" + std::string(9 * 1'024, 'x')})
        CHECK(first_line_said_to(s, of_browser + cookies + "\r\n\r\n") ==
              "HTTP/1.1 404 Not Found\r\n");
}

TEST_CASE("a body of 16 KiB is taken and one of a byte more is 413 before it comes")
{
    live_server s;
    const std::string longest = "[\"1\"]" + std::string(16 * 1'024 - 5, ' ');
    CHECK(request_once(s.port(), "POST", "/api/", longest).status == 201);
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 16385\r\n\r\n");
    const auto said = c.receive_until_close();
    CHECK(said.starts_with("HTTP/1.1 413 "));
    CHECK(said.find("Connection: close\r\n") != std::string::npos);
    CHECK(said.ends_with(problem("request body is too large", 413)));
}

TEST_CASE("a body that is too large is not asked for")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 16385\r\nExpect: "
           "100-continue\r\n\r\n");
    CHECK(c.receive_until_close().starts_with("HTTP/1.1 413 "));
}

TEST_CASE("a chunked body of 16 KiB is taken and one of a byte more is 413")
{
    live_server s;
    const std::string head =
        "POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[\"1\"]\r\n";
    const auto chunk = [](std::string_view size, std::size_t spaces)
    { return std::string(size) + "\r\n" + std::string(spaces, ' ') + "\r\n"; };
    CHECK(first_line_said_to(s, head + chunk("3ffb", 16'379) + "0\r\n\r\n") ==
          "HTTP/1.1 201 Created\r\n");
    CHECK(first_line_said_to(s, head + chunk("3ffc", 16'380) + "0\r\n\r\n") ==
          "HTTP/1.1 413 Payload Too Large\r\n");
    CHECK(first_line_said_to(s, head + "ffffffff\r\n") == "HTTP/1.1 413 Payload Too Large\r\n");
}

TEST_CASE("a client that sends a body that is refused gets the response")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n");
    c.send(std::string(200'000, 'x'));
    CHECK(c.receive_until_close().starts_with("HTTP/1.1 413 "));
}

// --- A list of topics

namespace
{

// 200 smileys of four bytes each: no topic is longer.
std::string list_of(std::size_t topics)
{
    std::string longest;
    for (int i = 0; i < 200; ++i)
        longest.append("\xF0\x9F\x99\x82");
    std::string out = R"({"Topics":[)";
    for (std::size_t i = 0; i < topics; ++i)
        out.append(i == 0 ? "\"" : ",\"").append(longest).append("\"");
    return out.append("]}");
}

std::string session_on(live_server& s)
{
    return "/api" + request_once(s.port(), "POST", "/api/", R"(["1","2"])").field("Location");
}

} // namespace

TEST_CASE("a whole backlog is taken, and goes out to the controllers with what follows it at once")
{
    live_settings settings;
    settings.access = access_mode::open;
    live_server s(settings);
    const auto room = session_on(s);
    const auto backlog = list_of(500);
    REQUIRE(backlog.size() > 400'000);

    websocket_client early(s.port());
    REQUIRE(early.open(room + "/control/ws") == 101);
    CHECK(early.next().starts_with(R"({"Kind":"snapshot",)"));
    CHECK(request_once(s.port(), "PUT", room + "/control/topics", backlog).status == 202);
    CHECK(early.next().size() > 400'000);

    websocket_client late(s.port());
    REQUIRE(late.open(room + "/control/ws") == 101);
    CHECK(late.next().size() > 400'000);
    const auto first = R"({"Topic":)" + backlog.substr(backlog.find('[') + 1, 802) + "}";
    CHECK(request_once(s.port(), "PATCH", room + "/control/start", first).status == 202);
    for (auto* const one : {&early, &late})
    {
        CHECK(one->next().starts_with(R"({"Kind":"enabled",)"));
        CHECK(one->next().starts_with(R"({"Kind":"topics",)"));
    }
    CHECK(request_once(s.port(), "PUT", room + "/control/topics", list_of(501)).status == 422);
}

TEST_CASE("a list of topics of 512 KiB is taken and one of a byte more is 413 before it comes")
{
    live_settings settings;
    settings.access = access_mode::open;
    live_server s(settings);
    const auto room = session_on(s);
    std::string longest = R"({"Topics":["a"]})";
    longest.resize(512 * 1'024, ' ');
    CHECK(request_once(s.port(), "PUT", room + "/control/topics", longest).status == 202);
    CHECK(request_once(s.port(), "PUT", room + "/control/topics?a=/b", longest).status == 202);
    const auto rest = " HTTP/1.1\r\nHost: a\r\nContent-Length: 524289\r\n\r\n";
    CHECK(first_line_said_to(s, "PUT " + room + "/control/topics" + rest) ==
          "HTTP/1.1 413 Payload Too Large\r\n");
    const auto too_long = " HTTP/1.1\r\nHost: a\r\nContent-Length: 16385\r\n\r\n";
    for (const auto& other : {"PUT " + room + "/control/deck", "POST " + room + "/control/topics",
                              "PUT " + room + "/join?/control/topics"})
        CHECK(first_line_said_to(s, other + too_long) == "HTTP/1.1 413 Payload Too Large\r\n");
}

TEST_CASE("many long lists at once are bounded together, and what is gone counts no more")
{
    live_settings settings;
    settings.access = access_mode::open;
    settings.limits.http.lists_bytes = 10'000;
    live_server s(settings);
    const auto room = session_on(s);
    std::string list = R"({"Topics":["a"]})";
    list.resize(6'000, ' ');
    {
        raw_client slow(s.port());
        slow.send("PUT " + room +
                  "/control/topics HTTP/1.1\r\nHost: a\r\nContent-Length: 6000\r\n\r\n" +
                  list.substr(1));
        // In each of these turns the server reads on, and all has come before the first.
        http_client meanwhile(s.port());
        for (int i = 0; i < 8; ++i)
            meanwhile.request("GET", "/healthz");
        raw_client second(s.port());
        second.send("PUT " + room +
                    "/control/topics HTTP/1.1\r\nHost: a\r\nContent-Length: 6000\r\n\r\n" + list);
        const auto said = second.receive_until_close();
        CHECK(said.starts_with("HTTP/1.1 503 "));
        CHECK(said.ends_with(problem("too many long lists at once", 503)));
        slow.send("x");
        CHECK(slow.receive_until("\r\n") == "HTTP/1.1 400 Bad Request\r\n");
    }
    for (int i = 0; i < 3; ++i)
        CHECK(request_once(s.port(), "PUT", room + "/control/topics", list).status == 202);
}

// --- Time

TEST_CASE("a head that does not come in time is 408")
{
    live_settings settings;
    settings.limits.http.head = milliseconds(200);
    live_server s(settings);
    raw_client c(s.port());
    c.send("GET /healthz HTTP/1.1\r\nHost: a\r\n");
    const auto said = c.receive_until_close();
    CHECK(said.starts_with("HTTP/1.1 408 "));
    CHECK(said.find("Connection: close\r\n") != std::string::npos);
    CHECK(said.ends_with(problem("request took too long", 408)));
}

TEST_CASE("a head that drips in gets no more time than another")
{
    live_settings settings;
    settings.limits.http.head = milliseconds(300);
    settings.limits.http.head_bytes = 0;
    settings.limits.http.fields = 0;
    live_server s(settings);
    raw_client c(s.port());
    c.send("GET /healthz HTTP/1.1\r\nHost: a\r\n");
    // Each request of another connection is a little time in which a byte drips in.
    http_client meanwhile(s.port());
    for (const deadline soon; !c.has_received() && !soon.passed();)
    {
        c.send("X: y\r\n");
        meanwhile.request("GET", "/healthz");
    }
    CHECK(c.receive_until_close().starts_with("HTTP/1.1 408 "));
}

TEST_CASE("a second head has its own time")
{
    live_settings settings;
    settings.limits.http.head = milliseconds(200);
    live_server s(settings);
    raw_client c(s.port());
    c.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    c.receive_until("ok\n");
    c.send("GET /healthz HTTP/1.1\r\n");
    CHECK(c.receive_until_close().starts_with("HTTP/1.1 408 "));
}

TEST_CASE("a body that does not come in time is 408")
{
    live_settings settings;
    settings.limits.http.body = milliseconds(200);
    live_server s(settings);
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n[\"1");
    const auto said = c.receive_until_close();
    CHECK(said.starts_with("HTTP/1.1 408 "));
    CHECK(said.ends_with(problem("request took too long", 408)));
}

TEST_CASE("a connection on which nothing ever comes is closed without a word")
{
    live_settings settings;
    settings.limits.http.head = milliseconds(200);
    live_server s(settings);
    CHECK(raw_client(s.port()).receive_until_close().empty());
}

TEST_CASE("a connection that idles is closed without a word")
{
    live_settings settings;
    settings.limits.http.keep_alive = milliseconds(200);
    live_server s(settings);
    http_client c(s.port());
    CHECK(c.request("GET", "/healthz").status == 200);
    c.wait_for_close();
}

TEST_CASE("a connection on which nothing but empty lines comes is idle")
{
    live_settings settings;
    settings.limits.http.head = milliseconds(200);
    settings.limits.http.keep_alive = milliseconds(200);
    live_server s(settings);
    for (const auto* lines : {"\r\n", "\n", "\r\n\r\n", "\r"})
    {
        CAPTURE(lines);
        raw_client fresh(s.port());
        fresh.send(lines);
        CHECK(fresh.receive_until_close().empty());
        raw_client kept(s.port());
        kept.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        kept.receive_until("ok\n");
        kept.send(lines);
        CHECK(kept.receive_until_close().empty());
    }
    const auto counted = request_once(s.port(), "GET", "/metrics").body;
    CHECK(counted.find("{route=\"/healthz\",status=\"200\"} 4\n") != std::string::npos);
    CHECK(counted.find("pajthy_requests_total{route=\"none\"") == std::string::npos);
}

TEST_CASE("a client that does not take its response is reset")
{
    live_settings settings;
    settings.limits.http.response = milliseconds(200);
    live_server s(settings);
    raw_client c(s.port());
    // More responses than the buffers between the two hold.
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many.append("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    c.send(many);
    http_client other(s.port());
    wait_for_metric(other, "pajthy_connections", 1);
    CHECK(c.receive_until_close().size() > 1'000);
}

// --- How many

TEST_CASE("an address has no more connections than it may")
{
    live_settings settings;
    settings.limits.address.connections = 2;
    live_server s(settings);
    http_client first(s.port());
    CHECK(first.request("GET", "/healthz").status == 200);
    {
        http_client second(s.port());
        CHECK(second.request("GET", "/healthz").status == 200);
        CHECK(request_once(s.port(), "GET", "/").status == 503);
        second.request("GET", "/healthz", {}, {{"Connection", "close"}});
        second.wait_for_close();
    }
    // The place is free as soon as the server has seen the end of the second.
    wait_for_metric(first, "pajthy_connections", 1);
    CHECK(request_once(s.port(), "GET", "/").status == 200);
}

TEST_CASE("there are no more connections in all than there may be")
{
    live_settings settings;
    settings.limits.http.connections = 1;
    live_server s(settings);
    http_client first(s.port());
    CHECK(first.request("GET", "/healthz").status == 200);
    http_client second(s.port());
    const auto refused = second.request("GET", "/");
    CHECK(refused.status == 503);
    CHECK(refused.body == problem("too many connections", 503));
    CHECK(refused.field("Retry-After") == "10");
    CHECK(refused.field("Connection") == "close");
    second.wait_for_close();
    CHECK(first.request("GET", "/").status == 200);
}

TEST_CASE("beyond the limit of connections, only operations are served")
{
    live_settings settings;
    const bool of_address = GENERATE(false, true);
    (of_address ? settings.limits.address.connections : settings.limits.http.connections) = 1;
    live_server s(settings);
    http_client first(s.port());
    const auto room = "/api" + first.request("POST", "/api/", R"(["1"])").field("Location");
    for (const auto* path : {"/healthz", "/readyz", "/metrics"})
    {
        http_client beyond(s.port());
        const auto response = beyond.request("GET", path);
        CHECK(response.status == 200);
        CHECK(response.field("Connection") == "close");
        beyond.wait_for_close();
    }
    CHECK(request_once(s.port(), "GET", room).status == 503);
    CHECK(request_once(s.port(), "POST", "/api/", R"(["1"])").status == 503);
    CHECK(request_once(s.port(), "GET", "/nothing-here").status == 503);
    CHECK(websocket_client(s.port()).open(room + "/ws") == 503);

    const std::string limit = of_address ? "max-address-connections" : "max-connections";
    wait_for_metric(first, "pajthy_connections_refused_total{limit=\"" + limit + "\"}", 7);
    wait_for_metric(first, "pajthy_connections", 1);
}

TEST_CASE("those who only sit beyond the limit of connections keep no health check out")
{
    live_settings settings;
    settings.limits.http.connections = 1;
    live_server s(settings);
    http_client first(s.port());
    first.request("GET", "/healthz");
    std::list<raw_client> silent;
    for (int i = 0; i < 100; ++i)
        silent.emplace_back(s.port());
    CHECK(request_once(s.port(), "GET", "/healthz").status == 200);
    for (auto& one : silent)
        one.receive_until_close(); // within a short time
    wait_for_metric(first, "pajthy_connections", 1);
}

TEST_CASE("limits of zero are none")
{
    live_settings settings;
    settings.limits.http = {.head_bytes = 0,
                            .target_bytes = 0,
                            .fields = 0,
                            .body_bytes = 0,
                            .connections = 0,
                            .head = milliseconds(0),
                            .body = milliseconds(0),
                            .response = milliseconds(0),
                            .keep_alive = milliseconds(0)};
    live_server s(settings);
    std::string head = "GET /healthz?" + std::string(50'000, 'x') + " HTTP/1.1\r\nHost: a\r\n";
    for (int i = 0; i < 500; ++i)
        head.append("X-").append(std::to_string(i)).append(": y\r\n");
    CHECK(first_line_said_to(s, head + "\r\n") == "HTTP/1.1 200 OK\r\n");
    CHECK(request_once(s.port(), "POST", "/api/", "[\"1\"]" + std::string(1'000'000, ' ')).status ==
          201);
}
