// Pages, files, the API and operations, over HTTP.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

#include <string>
#include <string_view>
#include <utility>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

constexpr auto html = "text/html; charset=utf-8";

void check_common_fields(const http_response& a)
{
    CHECK(a.field("X-Content-Type-Options") == "nosniff");
    CHECK(a.field("Referrer-Policy") == "same-origin");
    CHECK(a.field("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(a.field("Date").ends_with(" GMT"));
    CHECK(!a.field("Cache-Control").empty());
}

} // namespace

// --- Pages

TEST_CASE("the three pages are served")
{
    live_server s;
    http_client c(s.port());
    for (const auto* url : {"/", "/0123456789ab", "/0123456789ab/control", "/?x=y",
                            "/new?deck=1,%C2%BD,too+big,%F0%9F%91%8D,%3F&title=%25&seconds=90"})
    {
        CAPTURE(url);
        const auto page = c.request("GET", url);
        CHECK(page.status == 200);
        CHECK(page.field("Content-Type") == html);
        CHECK(page.field("Content-Security-Policy").starts_with("default-src 'none'; "));
        CHECK(page.body.starts_with("<!doctype html>"));
        check_common_fields(page);
    }
}

// What stands in the data block of a page, which ends with it.
std::string block_in(const std::string& page)
{
    constexpr std::string_view begin = R"(<script type="application/json" id="view">)";
    constexpr std::string_view end = "</script></body></html>\n";
    REQUIRE(page.ends_with(end));
    const auto at = page.find(begin);
    REQUIRE(at != std::string::npos);
    const auto from = at + begin.size();
    return page.substr(from, page.size() - end.size() - from);
}

TEST_CASE("the page of a session has the session in it, as any stranger sees it")
{
    live_server s;
    http_client c(s.port());
    const auto made = c.request("POST", "/api/", R"({"Choices":["1","</script>"],"Title":"<!--"})");
    REQUIRE(made.status == 201);
    const auto url = std::string(made.field("Location"));
    const auto view = c.request("GET", "/api" + url);
    const auto page = c.request("GET", url);
    CHECK(page.status == 200);
    CHECK(page.field("Content-Type") == html);
    CHECK(page.field("Cache-Control") == "no-cache");
    CHECK(page.field("ETag").empty());
    auto known = R"({"Kind":"snapshot","Data":)" + view.body + R"(,"Seq":)" +
                 std::string(view.field("Pajthy-Seq")) + "}";
    for (auto at = known.find('<'); at != std::string::npos; at = known.find('<'))
        known.replace(at, 1, "\\u003c");
    CHECK(block_in(page.body) == known);
    CHECK(page.body.find("ControlKey") == std::string::npos);

    const auto head = c.request("HEAD", url);
    CHECK(head.status == 200);
    CHECK(head.field("Content-Length") == std::to_string(page.body.size()));
}

TEST_CASE("the page of no session has nothing in it, and tells as much as the API does")
{
    live_settings settings;
    settings.limits.address.unknown_ids = {2, 60};
    live_server s(std::move(settings));
    http_client c(s.port());
    const auto made = c.request("POST", "/api/", R"(["1"])");
    for (int i = 0; i < 2; ++i)
        CHECK(block_in(c.request("GET", "/0123456789ab").body).empty());
    // Who has guessed too often learns no more by a page than by a call.
    CHECK(c.request("GET", "/api/0123456789ab").status == 429);
    CHECK(block_in(c.request("GET", "/0123456789ab").body).empty());
    CHECK_FALSE(block_in(c.request("GET", std::string(made.field("Location"))).body).empty());
}

TEST_CASE("what is no page is 404")
{
    live_server s;
    http_client c(s.port());
    for (const auto* url :
         {"/a/b", "/favicon.nope", "/index.html", "/assets/x.js", "/a-b", "/api.json"})
    {
        CAPTURE(url);
        const auto missing = c.request("GET", url);
        CHECK(missing.status == 404);
        CHECK(missing.field("Content-Type") == "application/problem+json");
        CHECK(missing.body == R"({"type":"about:blank","title":"not found","status":404})");
        check_common_fields(missing);
    }
}

TEST_CASE("a page is not sent again to a client that has it")
{
    live_server s;
    http_client c(s.port());
    const auto tag = c.request("GET", "/").field("ETag");
    const auto again = c.request("GET", "/", {}, {{"If-None-Match", "\"x\", " + tag}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.field("Content-Length").empty());
    CHECK(again.field("ETag") == tag);
    CHECK(c.request("GET", "/").status == 200);
}

TEST_CASE("a slash too many behind a page leads to the page")
{
    live_server s({.base_path = "/p"});
    http_client c(s.port());
    const auto moved = c.request("GET", "/p/0123456789ab/");
    CHECK(moved.status == 308);
    CHECK(moved.field("Location") == "/p/0123456789ab");
    CHECK(c.request("GET", "/p/0123456789ab/control/").field("Location") ==
          "/p/0123456789ab/control");
    CHECK(c.request("GET", "/p/new/?deck=powers&title=a%20b").field("Location") ==
          "/p/new?deck=powers&title=a%20b");
    CHECK(c.request("GET", "/p/no-page/").status == 404);
}

TEST_CASE("what a sentence has put behind a link leads to the page, too")
{
    live_server s({.base_path = "/p"});
    http_client c(s.port());
    for (const auto* tail : {".", ",", ").", "%22", "%3E", "!", "*"})
    {
        CAPTURE(tail);
        const auto moved = c.request("GET", std::string("/p/0123456789ab") + tail);
        CHECK(moved.status == 308);
        CHECK(moved.field("Location") == "/p/0123456789ab");
    }
    CHECK(c.request("GET", "/p/0123456789ab/control.").field("Location") ==
          "/p/0123456789ab/control");
    CHECK(c.request("GET", "/p/...").status == 404);
    CHECK(c.request("GET", "/p/robots.txt").status == 404);
}

TEST_CASE("a page takes no other methods than those that read")
{
    live_server s;
    http_client c(s.port());
    for (const auto* method : {"POST", "PUT", "PATCH", "DELETE", "BREW"})
    {
        CAPTURE(method);
        const auto refused = c.request(method, "/");
        CHECK(refused.status == 405);
        CHECK(refused.field("Allow") == "GET, HEAD, OPTIONS");
    }
    const auto asked = c.request("OPTIONS", "/");
    CHECK(asked.status == 204);
    CHECK(asked.field("Allow") == "GET, HEAD, OPTIONS");
}

// --- The API

TEST_CASE("the API responds with and without the slash behind it")
{
    live_server s;
    http_client c(s.port());
    for (const auto* url : {"/api", "/api/"})
    {
        const auto made = c.request("POST", url, R"(["1","2"])");
        CHECK(made.status == 201);
        CHECK(made.field("Content-Type") == "application/json");
        CHECK(made.field("Cache-Control") == "no-store");
        check_common_fields(made);
    }
}

TEST_CASE("an error of the API is a problem with its fields")
{
    live_server s;
    http_client c(s.port());
    const auto missing = c.request("GET", "/api/000000000000");
    CHECK(missing.status == 404);
    CHECK(missing.field("Content-Type") == "application/problem+json");
    CHECK(missing.body ==
          R"({"type":"urn:pajthy:unknown-session","title":"no such session","status":404})");
    const auto wrong = c.request("DELETE", "/api/000000000000");
    CHECK(wrong.status == 405);
    CHECK(wrong.field("Allow") == "GET, HEAD, PUT, OPTIONS");
    CHECK(c.request("GET", "/api/000000000000/nothing").status == 404);
}

TEST_CASE("the Content-Type of a request is not looked at")
{
    live_server s;
    http_client c(s.port());
    for (const auto* type : {"text/plain", "application/json", "image/png", "nonsense"})
        CHECK(c.request("POST", "/api/", R"(["1"])", {{"Content-Type", type}}).status == 201);
}

TEST_CASE("names may be any text, in a body and percent-encoded in a query")
{
    live_server s;
    http_client c(s.port());
    const auto room = "/api" + c.request("POST", "/api/", R"(["1"])").field("Location");
    const auto joined = c.request("PUT", room + "/join", "\xC3\x81gi & Co =?");
    REQUIRE(joined.status == 201);
    const auto cookie = joined.field("Set-Cookie");
    const auto seen = c.request("GET", room + "?as=%C3%81gi%20%26%20Co%20%3D%3F", {},
                                {{"Cookie", cookie.substr(0, cookie.find(';'))}});
    CHECK(seen.status == 200);
    CHECK(seen.body.ends_with(R"("Own":null})"));
}

// --- The base path

TEST_CASE("everything is under the base path, and nothing beside it")
{
    live_server s({.base_path = "/tools/pajthy"});
    http_client c(s.port());
    CHECK(c.request("GET", "/tools/pajthy/").field("Content-Type") == html);
    CHECK(c.request("GET", "/tools/pajthy/0123456789ab/control").field("Content-Type") == html);
    CHECK(c.request("GET", "/tools/pajthy/healthz").body == "ok\n");
    const auto made = c.request("POST", "/tools/pajthy/api/", R"(["1"])");
    CHECK(made.status == 201);
    CHECK(made.field("Location").starts_with("/tools/pajthy/"));
    CHECK(made.field("Set-Cookie").find("; Path=/tools/pajthy/api/") != std::string::npos);
    for (const auto* url : {"/", "/healthz", "/api/", "/tools", "/tools/", "/tools/pajthyx",
                            "/toolsx/pajthy/", "/0123456789ab"})
    {
        CAPTURE(url);
        CHECK(c.request("GET", url).status == 404);
    }
}

TEST_CASE("the base path without its slash leads to the one with it")
{
    live_server s({.base_path = "/tools/pajthy"});
    const auto moved = request_once(s.port(), "GET", "/tools/pajthy");
    CHECK(moved.status == 308);
    CHECK(moved.field("Location") == "/tools/pajthy/");
}

// --- Operations

TEST_CASE("a server that is well says so")
{
    live_server s;
    const auto health = request_once(s.port(), "GET", "/healthz");
    CHECK(health.status == 200);
    CHECK(health.body == "ok\n");
    CHECK(health.field("Content-Type") == "text/plain; charset=utf-8");
    CHECK(health.field("Cache-Control") == "no-store");
    CHECK(request_once(s.port(), "POST", "/healthz").status == 405);
}

TEST_CASE("a server that takes requests is ready")
{
    live_server s({.base_path = "/tools"});
    const auto ready = request_once(s.port(), "GET", "/tools/readyz");
    CHECK(ready.status == 200);
    CHECK(ready.body == "ok\n");
    CHECK(ready.field("Content-Type") == "text/plain; charset=utf-8");
    CHECK(ready.field("Cache-Control") == "no-store");
    CHECK(request_once(s.port(), "POST", "/tools/readyz").status == 405);
    CHECK(request_once(s.port(), "OPTIONS", "/tools/readyz").field("Allow") ==
          "GET, HEAD, OPTIONS");
}

TEST_CASE("what an operator asks for and is not served is no page")
{
    live_server s;
    for (const auto* path : {"/livez", "/version", "/status", "/version/control"})
    {
        CAPTURE(path);
        CHECK(request_once(s.port(), "GET", path).status == 404);
    }
}

TEST_CASE("metrics count sessions, connections, websockets and requests")
{
    live_server s;
    http_client c(s.port());
    const auto room = "/api" + c.request("POST", "/api/", R"(["1"])").field("Location");
    websocket_client w(s.port());
    REQUIRE(w.open(room + "/ws") == 101);
    w.next();
    const auto metrics = c.request("GET", "/metrics");
    CHECK(metrics.status == 200);
    CHECK(metrics.field("Content-Type") == "text/plain; version=0.0.4; charset=utf-8");
    for (const auto* line :
         {"\npajthy_sessions 1\n", "\npajthy_connections 2\n", "\npajthy_websockets 1\n",
          "\npajthy_connections_total 2\n",
          "\npajthy_requests_total{route=\"POST /api/\",status=\"201\"} 1\n",
          "\npajthy_requests_total{route=\"GET /api/{id}/ws\",status=\"101\"} 1\n",
          "# TYPE pajthy_sessions gauge\n"})
    {
        CAPTURE(line, metrics.body);
        CHECK(metrics.body.find(line) != std::string::npos);
    }
    CHECK(metrics.body.find(room.substr(5)) == std::string::npos);
}

// --- Connections

TEST_CASE("HEAD gets the response of GET without the body")
{
    live_server s;
    http_client c(s.port());
    const auto room = "/api" + c.request("POST", "/api/", R"(["1"])").field("Location");
    for (const auto& url : {std::string("/"), std::string("/healthz"), std::string("/nothing-here"),
                            room, std::string("/metrics")})
    {
        CAPTURE(url);
        const auto head = c.request("HEAD", url);
        const auto get = c.request("GET", url);
        CHECK(head.status == get.status);
        CHECK(head.body.empty());
        CHECK(head.field("Content-Type") == get.field("Content-Type"));
        if (url != "/metrics")
            CHECK(head.field("Content-Length") == std::to_string(get.body.size()));
    }
}

TEST_CASE("a connection is kept for many requests")
{
    live_server s;
    http_client c(s.port());
    for (int i = 0; i < 100; ++i)
    {
        const auto health = c.request("GET", "/healthz");
        REQUIRE(health.status == 200);
        REQUIRE(health.field("Connection").empty());
    }
    CHECK(c.request("GET", "/metrics").body.find("\npajthy_connections_total 1\n") !=
          std::string::npos);
}

TEST_CASE("a connection is closed if its client asks for it")
{
    live_server s;
    http_client c(s.port());
    const auto last = c.request("GET", "/healthz", {}, {{"Connection", "close"}});
    CHECK(last.status == 200);
    CHECK(last.field("Connection") == "close");
    c.wait_for_close();
}

TEST_CASE("pipelined requests get their responses in order")
{
    live_server s;
    raw_client c(s.port());
    std::string all;
    for (int i = 0; i < 50; ++i)
        all.append("GET /api/")
            .append(std::to_string(i))
            .append("/x HTTP/1.1\r\nHost: a\r\n\r\n")
            .append("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n[\"1\"]")
            .append("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    all.append("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    c.send(all);
    auto said = c.receive_until_close();
    std::string statuses;
    for (auto at = said.find("HTTP/1.1 "); at != std::string::npos;
         at = said.find("HTTP/1.1 ", at + 1))
        statuses.append(said.substr(at + 9, 3)).append(" ");
    std::string expected;
    for (int i = 0; i < 50; ++i)
        expected.append("404 201 200 ");
    CHECK(statuses == expected + "200 ");
    CHECK(said.ends_with("ok\n"));
}

TEST_CASE("a chunked body is taken")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
           "3\r\n[\"1\r\n5\r\n\",\"2\"\r\n1\r\n]\r\n0\r\nX-Checked: yes\r\n\r\n");
    CHECK(c.receive_until("\r\n") == "HTTP/1.1 201 Created\r\n");
}

TEST_CASE("a client that expects 100 (Continue) gets it")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    CHECK(c.receive_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    c.send("[\"1\"]");
    CHECK(c.receive_until("\r\n") == "HTTP/1.1 201 Created\r\n");
}

TEST_CASE("a client may expect 100 (Continue) in any form of the field")
{
    for (const std::string field :
         {"Expect: 100-Continue", "expect: 100-CONTINUE", "Expect: , 100-continue,",
          "Expect: 100-continue, 100-continue", "Expect: 100-continue\r\nExpect: 100-continue"})
    {
        CAPTURE(field);
        live_server s;
        raw_client c(s.port());
        c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n" + field + "\r\n\r\n");
        CHECK(c.receive_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    }
}

TEST_CASE("what else a client expects is 417")
{
    for (const std::string field :
         {"Expect: more", "Expect: 100-continue, more", "Expect: more\r\nExpect: 100-continue",
          "Expect: 100-continue=x"})
    {
        CAPTURE(field);
        live_server s;
        raw_client c(s.port());
        c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n" + field + "\r\n\r\n");
        const auto said = c.receive_until_close();
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 417 "));
        CHECK(
            said.ends_with(R"({"type":"about:blank","title":"unknown expectation","status":417})"));
    }
}

TEST_CASE("a target that cannot be read is 400")
{
    live_server s;
    http_client c(s.port());
    for (const auto* target :
         {"*", "/..", "/a/../b", "/%2e%2e", "/a%2Fb", "/%00", "/api/%", "ftp://a/b", "/a\\b"})
    {
        CAPTURE(target);
        const auto refused = c.request("GET", target);
        CHECK(refused.status == 400);
        CHECK(refused.body ==
              R"({"type":"about:blank","title":"bad request target","status":400})");
    }
    CHECK(c.request("GET", "http://127.0.0.1/healthz").status == 200);
}
