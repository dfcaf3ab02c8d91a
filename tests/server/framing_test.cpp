// Where one request ends and the next begins, and who is meant (RFC 9112): by hand, byte by byte.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

#include <string>

using namespace pajthy::test;
using namespace std::string_literals;

namespace
{

// What the server says to `bytes`, and whether it closes the connection then.
std::string all_said_to(std::string_view bytes, live_settings settings = {})
{
    live_server s(std::move(settings));
    raw_client c(s.port());
    c.send(bytes);
    return c.receive_until_close();
}

int count_of(std::string_view text, std::string_view what)
{
    int out = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1))
        ++out;
    return out;
}

void check_refused(const std::string& said, std::string_view status_line, std::string_view title)
{
    CAPTURE(said);
    CHECK(said.starts_with(status_line));
    CHECK(said.find("Connection: close\r\n") != std::string::npos);
    CHECK(said.find(title) != std::string::npos);
    CHECK(count_of(said, "HTTP/1.1 ") == 1);
}

} // namespace

TEST_CASE("a chunked body without content whose end comes in pieces is fine")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (const auto* piece : {"0", "\r", "\n", "\r", "\n"})
    {
        c.send(piece);
        // Another connection's response shows that the server has had its turn in between.
        CHECK(request_once(s.port(), "GET", "/healthz").status == 200);
    }
    CHECK(c.receive_until("\r\n").starts_with("HTTP/1.1 400 "));
    c.receive_until("}");
    c.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(c.receive_until("ok\n").starts_with("HTTP/1.1 200 "));
}

TEST_CASE("a chunked body that comes byte by byte is read")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n");
    for (const char byte : std::string("3\r\n[\"1\r\n2;x=y\r\n\"]\r\n0\r\n\r\n"))
        c.send(std::string_view(&byte, 1));
    CHECK(c.receive_until("\r\n") == "HTTP/1.1 201 Created\r\n");
}

TEST_CASE("a head that drips in beyond 16 KiB is refused")
{
    live_server s;
    raw_client c(s.port());
    c.send("GET /healthz HTTP/1.1\r\nHost: a\r\n");
    for (int i = 0; i < 60; ++i)
    {
        c.send("X-" + std::to_string(i) + ": " + std::string(300, 'x') + "\r\n");
        request_once(s.port(), "GET", "/healthz"); // so that each is a segment of its own
    }
    c.send("\r\n");
    check_refused(c.receive_until_close(), "HTTP/1.1 431 ", "request head is too large");
}

TEST_CASE("a Transfer-Encoding that is not chunked alone is refused, and what follows is not read")
{
    const std::string hidden = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
    for (const std::string codings :
         {"gzip", "chunked, gzip", "gzip, chunked", "identity", "chunked, chunked", "x", "",
          "chunked\r\nTransfer-Encoding: chunked", "gzip\r\nTransfer-Encoding: chunked"})
    {
        CAPTURE(codings);
        const auto said =
            all_said_to("POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: " + codings +
                        "\r\n\r\n" + hidden);
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 400 "));
        CHECK(said.find("Connection: close\r\n") != std::string::npos);
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

TEST_CASE("a Transfer-Encoding together with a Content-Length is refused")
{
    const std::string hidden = "0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
    for (const std::string fields : {"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                                     "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"})
    {
        const auto said =
            all_said_to("POST /api/ HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + hidden);
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 400 "));
        CHECK(said.find("Connection: close\r\n") != std::string::npos);
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

TEST_CASE("a Transfer-Encoding in HTTP/1.0 is refused")
{
    const auto said = all_said_to("POST /api/ HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: "
                                  "chunked\r\n\r\n5\r\n[\"1\"]\r\n0\r\n\r\n");
    check_refused(said, "HTTP/1.1 400 ", "bad message framing");
}

TEST_CASE("a Content-Length that is no number, or stands twice, is refused")
{
    for (const std::string fields :
         {"Content-Length: 5\r\nContent-Length: 6\r\n",
          "Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: -1\r\n",
          "Content-Length: +5\r\n", "Content-Length: 0x5\r\n", "Content-Length: 5, 6\r\n",
          "Content-Length:\r\n", "Content-Length: 99999999999999999999999\r\n"})
    {
        CAPTURE(fields);
        const auto said =
            all_said_to("POST /api/ HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n[\"1\"]");
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 4"));
        CHECK(said.find("Connection: close\r\n") != std::string::npos);
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

TEST_CASE("what a trailer says is not what the request says")
{
    live_server s;
    const auto made = request_once(s.port(), "POST", "/api/", R"(["1"])");
    REQUIRE(made.status == 201);
    const auto cookie = made.field("Set-Cookie");
    const auto key = cookie.substr(0, cookie.find(';'));
    const auto id = made.field("Location").substr(1);
    const auto head = "PATCH /api/" + id +
                      "/control/start HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                      "Trailer: Authorization, Cookie\r\n";
    const auto secret = key.substr(key.find('=') + 1);

    raw_client by_trailer(s.port());
    by_trailer.send(head + "\r\n0\r\nAuthorization: Bearer " + secret + "\r\nCookie: " + key +
                    "\r\nOrigin: http://evil.example\r\n\r\n");
    CHECK(by_trailer.receive_until("\r\n") == "HTTP/1.1 401 Unauthorized\r\n");

    raw_client by_field(s.port());
    by_field.send(head + "Authorization: Bearer " + secret +
                  "\r\n\r\n0\r\nOrigin: http://evil.example\r\nAuthorization: Bearer x\r\n\r\n");
    CHECK(by_field.receive_until("\r\n") == "HTTP/1.1 202 Accepted\r\n");
}

TEST_CASE("trailers and chunk extensions without an end are cut off")
{
    for (const std::string begin : {"0\r\nX: ", "1;x="})
    {
        live_server s;
        raw_client c(s.port());
        c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + begin);
        c.send(std::string(100'000, 'x'));
        check_refused(c.receive_until_close(), "HTTP/1.1 400 ", "bad request");
    }
}

TEST_CASE("a request without Host, with two, or with one that is none is refused")
{
    for (const std::string hosts :
         {"", "Host: a\r\nHost: a\r\n", "Host: a\r\nHost: b\r\n", "Host:\r\nHost:\r\n",
          "Host: a b\r\n", "Host: a/b\r\n", "Host: user@a\r\n", "Host: a:port\r\n",
          "Host: :8000\r\n", "Host: [::1\r\n", "Host: a,b c\r\n", "Host: http://a\r\n"})
    {
        CAPTURE(hosts);
        const auto said = all_said_to("GET /healthz HTTP/1.1\r\n" + hosts + "\r\n");
        check_refused(said, "HTTP/1.1 400 ", "bad Host");
    }
}

TEST_CASE("a Host may be a name or an address, with a port or without")
{
    live_server s;
    raw_client c(s.port());
    for (const std::string host :
         {"a", "pajthy.example", "pajthy.example:8000", "127.0.0.1", "127.0.0.1:80", "[::1]",
          "[2001:db8::1]:8000", "xn--pjti-5na.example", "a_b"})
    {
        CAPTURE(host);
        c.send("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        CHECK(c.receive_until("ok\n").starts_with("HTTP/1.1 200 "));
    }
}

TEST_CASE("a Host without a value is served, and no Origin is its own")
{
    live_server s;
    http_client c(s.port());
    CHECK(c.request("GET", "/healthz", {}, {{"Host", ""}}).status == 200);
    CHECK(c.request("POST", "/api/", R"(["1"])", {{"Host", ""}}).status == 201);
    for (const auto* origin : {"http://a", "http://", "http://:80", "https://", "null"})
    {
        CAPTURE(origin);
        const field_list fields{{"Host", ""}, {"Origin", origin}};
        CHECK(c.request("POST", "/api/", R"(["1"])", fields).status == 403);
    }
}

TEST_CASE("HTTP/1.0 may do without Host and closes")
{
    const auto said = all_said_to("GET /healthz HTTP/1.0\r\n\r\n");
    CHECK(said.starts_with("HTTP/1.1 200 "));
    CHECK(said.find("Connection: close\r\n") != std::string::npos);
    CHECK(said.ends_with("\r\n\r\nok\n"));
}

TEST_CASE("an HTTP/1.0 client that wants its connection kept is told that it is")
{
    live_server s;
    raw_client c(s.port());
    for (const std::string field : {"Connection: keep-alive\r\n", "Connection: Keep-Alive\r\n",
                                    "Connection: x, keep-alive\r\n"})
    {
        CAPTURE(field);
        c.send("GET /healthz HTTP/1.0\r\n" + field + "\r\n");
        const auto said = c.receive_until("ok\n");
        CHECK(said.starts_with("HTTP/1.1 200 "));
        CHECK(said.find("\r\nConnection: keep-alive\r\n") != std::string::npos);
    }
    c.send("GET /nothing-here HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(c.receive_until("}").find("\r\nConnection: keep-alive\r\n") != std::string::npos);
}

TEST_CASE("an HTTP/1.0 client that says anything else is closed after the response")
{
    for (const std::string field :
         {"Connection: close\r\n", "Connection: close, keep-alive\r\n",
          "Connection: keep-alive\r\nConnection: close\r\n", "Proxy-Connection: keep-alive\r\n",
          "Keep-Alive: timeout=5\r\n", "Connection: keep-alives\r\n"})
    {
        CAPTURE(field);
        const auto said = all_said_to("GET /healthz HTTP/1.0\r\n" + field + "\r\n");
        CHECK(said.starts_with("HTTP/1.1 200 "));
        CHECK(said.find("Connection: close\r\n") != std::string::npos);
        CHECK(said.ends_with("ok\n"));
    }
}

TEST_CASE("an HTTP/1.1 client that says both close and keep-alive is closed")
{
    const auto said =
        all_said_to("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, close\r\n\r\n");
    CHECK(said.starts_with("HTTP/1.1 200 "));
    CHECK(said.find("Connection: close\r\n") != std::string::npos);
}

TEST_CASE("an HTTP/1.0 client hears nothing that it does not understand")
{
    const auto said = all_said_to("POST /api/ HTTP/1.0\r\nContent-Length: 5\r\n"
                                  "Expect: 100-continue, more\r\n\r\n[\"1\"]");
    CHECK(said.starts_with("HTTP/1.1 201 "));
    CHECK(said.find("100 Continue") == std::string::npos);
    CHECK(said.find("Transfer-Encoding") == std::string::npos);
    CHECK(said.find("Content-Length: ") != std::string::npos);
}

TEST_CASE("a later HTTP/1 is read as HTTP/1.1")
{
    live_server s;
    raw_client c(s.port());
    for (const auto* version : {"HTTP/1.2", "HTTP/1.9"})
    {
        c.send("GET /healthz "s + version + "\r\nHost: a\r\n\r\n");
        const auto said = c.receive_until("ok\n");
        CHECK(said.starts_with("HTTP/1.1 200 "));
        CHECK(said.find("Connection: ") == std::string::npos);
    }
    c.send("GET /healthz HTTP/1.2\r\n\r\n");
    CHECK(c.receive_until_close().starts_with("HTTP/1.1 400 "));
}

TEST_CASE("an HTTP that is not HTTP/1 is 505")
{
    for (const std::string bytes :
         {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "GET / HTTP/3.0\r\n\r\n", "GET / HTTP/9.9\r\n"})
    {
        CAPTURE(bytes);
        check_refused(all_said_to(bytes), "HTTP/1.1 505 ", "HTTP version is not supported");
    }
}

TEST_CASE("a request line that is cut short is refused at once")
{
    live_server s;
    for (const std::string line :
         {"GET", "GET ", "GET /", "GET / ", "GET  ", "GET / H", "GET / HTTP/", "GET / HTTP/1",
          "GET / HTTP/1.", "GET / http/1.1", "GET / HTTP/1.1 ", "GET / HTTP/11", "GET / HTTP/1.10",
          "GET /\tHTTP/1.1", " GET / HTTP/1.1", "/", " ", "GET / HTTP/0.9", "\r"})
    {
        for (const std::string end : {"\r\n", "\r\n\r\n", "\r\nHost: a\r\n\r\n"})
        {
            CAPTURE(line, end);
            raw_client c(s.port());
            c.send(line + end);
            check_refused(c.receive_until_close(), "HTTP/1.1 400 ", "bad request");
        }
    }
}

TEST_CASE("a request line may come in any pieces")
{
    live_server s;
    raw_client c(s.port());
    for (const char byte : "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"s)
    {
        c.send(std::string_view(&byte, 1));
        request_once(s.port(), "GET", "/healthz"); // so that each is a segment of its own
    }
    CHECK(c.receive_until("ok\n").starts_with("HTTP/1.1 200 "));
}

TEST_CASE("empty lines before a request are passed over")
{
    live_server s;
    raw_client c(s.port());
    const std::string ask = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
    for (const std::string before : {"\r\n", "\n", "\r\n\r\n", "\n\r\n\n"})
    {
        CAPTURE(before);
        c.send(before + ask + before + ask);
        CHECK(c.receive_until("ok\n").starts_with("HTTP/1.1 200 "));
        CHECK(c.receive_until("ok\n").starts_with("HTTP/1.1 200 "));
    }
    for (const auto* piece : {"\r", "\n", "\r", "\nGET /healthz", " HTTP/1.1\r\nHost: a\r\n\r\n"})
    {
        c.send(piece);
        request_once(s.port(), "GET", "/healthz"); // so that each is a segment of its own
    }
    CHECK(c.receive_until("ok\n").starts_with("HTTP/1.1 200 "));
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n[\"1\"]\r\n" + ask);
    CHECK(c.receive_until("}").starts_with("HTTP/1.1 201 "));
    CHECK(c.receive_until("ok\n").starts_with("HTTP/1.1 200 "));
}

TEST_CASE("empty lines without a request are refused when they are too many")
{
    std::string lines;
    for (int i = 0; i < 16; ++i)
        lines.append("\r\n");
    live_server s;
    raw_client c(s.port());
    c.send(lines + "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(c.receive_until("ok\n").starts_with("HTTP/1.1 200 "));
    c.send(lines);
    request_once(s.port(), "GET", "/healthz"); // so that they have been read
    c.send("\r\n");
    check_refused(c.receive_until_close(), "HTTP/1.1 400 ", "bad request");
}

TEST_CASE("bytes above 0x7E or below 0x21 in a target are refused")
{
    for (const std::string target : {"/\xC3\xA1", "/a?as=\xC3\xA1", "/\x7F", "/\x01", "/a\tb"})
    {
        CAPTURE(target);
        const auto said = all_said_to("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 400 "));
        CHECK(said.find("Connection: close\r\n") != std::string::npos);
    }
}

TEST_CASE("what is no HTTP is refused")
{
    for (const std::string bytes :
         {"hello\r\n\r\n", "\x16\x03\x01\x02", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
          "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET / HTTP/1.1\nHost: a\n\n", "\x16\x03\x01\x02\x01\x01\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\nX: a\x01z\r\n\r\n"})
    {
        CAPTURE(bytes);
        const auto said = all_said_to(bytes);
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 400 "));
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

TEST_CASE("a client that goes away in the middle does no harm")
{
    live_server s;
    for (const auto* begin : {"", "G", "GET / HTTP/1.1\r\nHost: a\r\n",
                              "POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n[",
                              "POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                              "chunked\r\n\r\n5\r\n"})
    {
        raw_client(s.port()).send(begin);
        raw_client finished(s.port());
        finished.send(begin);
        finished.finish();
        const auto said = finished.receive_until_close();
        CHECK((said.empty() || said.starts_with("HTTP/1.1 400 ")));
    }
    CHECK(request_once(s.port(), "GET", "/healthz").status == 200);
}

// --- Lines and fields (RFC 9112 sections 2.2 and 5)

TEST_CASE("a line that ends in any other way than CRLF is refused")
{
    const std::string ok = "GET /healthz HTTP/1.1\r\n";
    for (const std::string& bytes :
         {"GET /healthz HTTP/1.1\nHost: a\r\n\r\n"s, ok + "Host: a\n\r\n", ok + "Host: a\r\n\n",
          "GET /healthz HTTP/1.1\rHost: a\r\n\r\n"s, ok + "Host: a\rX: b\r\n\r\n",
          ok + "Host: a\r\nX: b\rc\r\n\r\n", ok + "Host: a\r\nX: b\r\r\n\r\n",
          "GET /health\rz HTTP/1.1\r\nHost: a\r\n\r\n"s,
          "GET /healthz HTTP/1.1\r\r\nHost: a\r\n\r\n"s})
    {
        CAPTURE(bytes);
        live_server s;
        raw_client c(s.port());
        c.send(bytes);
        c.finish(); // a head that is not over, if the server waits for more
        const auto said = c.receive_until_close();
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 400 "));
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

TEST_CASE("a field that goes on in the next line is refused")
{
    for (const std::string field :
         {"X: a\r\n b\r\n", "X: a\r\n\tb\r\n", "X:\r\n b\r\n", "X: a\r\n \r\n", "X: \r\n \r\n"})
    {
        CAPTURE(field);
        const auto said = all_said_to("GET /healthz HTTP/1.1\r\nHost: a\r\n" + field +
                                      "Connection: close\r\n\r\n");
        check_refused(said, "HTTP/1.1 400 ", "bad request");
    }
    // What decides where a message ends, or who asks, must not be hidden in a second line.
    for (const std::string field :
         {"Content-Length:\r\n 5\r\n", "Transfer-Encoding:\r\n chunked\r\n",
          "X: a\r\n Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n , gzip\r\n"})
    {
        CAPTURE(field);
        const auto said = all_said_to("POST /healthz HTTP/1.1\r\nHost: a\r\n" + field +
                                      "Connection: close\r\n\r\n0\r\n\r\n");
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 4"));
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

TEST_CASE("a field whose name or value cannot be one is refused")
{
    for (const std::string& field :
         {"X : a\r\n"s, "X\t: a\r\n"s, "X Y: a\r\n"s, ": a\r\n"s, "X\r\n"s, "X(: a\r\n"s,
          "X@: a\r\n"s, "X\": a\r\n"s, "X[]: a\r\n"s, "\xC3\xA1: a\r\n"s, "X\0: a\r\n"s,
          "X: a\0b\r\n"s, "X: a\x7F\r\n"s, "X: \x01\r\n"s, "X: a\x1B[0m\r\n"s})
    {
        CAPTURE(field);
        const auto said = all_said_to("GET /healthz HTTP/1.1\r\nHost: a\r\n" + field + "\r\n");
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 400 "));
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

TEST_CASE("a NUL anywhere in a head is refused")
{
    const std::string head = "GET /healthz HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n";
    for (std::size_t at = 0; at + 4 < head.size(); ++at)
    {
        CAPTURE(at);
        auto spoiled = head;
        spoiled[at] = '\0';
        const auto said = all_said_to(spoiled + "\r\n\r\n");
        CHECK(said.starts_with("HTTP/1.1 400 "));
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

// --- Methods

TEST_CASE("a method that is none of ours is refused cleanly")
{
    live_server s;
    http_client c(s.port());
    for (const auto* method : {"TRACE", "PROPFIND", "BREW", "get", "Get", "X-1", "M-SEARCH"})
    {
        for (const std::string target : {"/", "/healthz", "/api/", "/api/0123456789ab"})
        {
            CAPTURE(method, target);
            const auto refused = c.request(method, target);
            CHECK((refused.status == 405 || refused.status == 501));
            const auto allowed = refused.field("Allow");
            if (refused.status == 405)
                CHECK((allowed.find("GET") != std::string::npos || allowed == "POST, OPTIONS"));
        }
    }
    CHECK(c.request("GET", "/healthz").status == 200);
}

TEST_CASE("TRACE tells nobody what was sent")
{
    const auto said = all_said_to("TRACE / HTTP/1.1\r\nHost: a\r\nCookie: pajthy_control=secret\r\n"
                                  "Connection: close\r\n\r\n");
    CHECK(said.starts_with("HTTP/1.1 405 "));
    CHECK(said.find("secret") == std::string::npos);
}

TEST_CASE("this is no proxy: CONNECT opens nothing")
{
    for (const std::string target : {"a:443", "127.0.0.1:80", "/", "/api/", "http://a/"})
    {
        CAPTURE(target);
        const auto said = all_said_to("CONNECT " + target +
                                      " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET / "
                                      "HTTP/1.1\r\nHost: a\r\n\r\n");
        CAPTURE(said);
        CHECK((said.starts_with("HTTP/1.1 400 ") || said.starts_with("HTTP/1.1 405 ") ||
               said.starts_with("HTTP/1.1 501 ")));
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

// --- Targets (RFC 9112 section 3.2)

TEST_CASE("an absolute target is served, and its host counts, not the Host beside it")
{
    live_server s;
    http_client c(s.port());
    CHECK(c.request("GET", "http://a/healthz").body == "ok\n");
    CHECK(c.request("GET", "HTTP://A:80/healthz?x=y").status == 200);
    CHECK(c.request("GET", "http://a").field("Content-Type") == "text/html; charset=utf-8");
    const auto create = [&](const std::string& target, const std::string& host,
                            const std::string& origin) {
        return c.request("POST", target, R"(["1"])", {{"Host", host}, {"Origin", origin}}).status;
    };
    CHECK(create("http://a/api/", "a", "http://a") == 201);
    CHECK(create("http://a/api/", "b", "http://a") == 201);
    CHECK(create("http://a/api/", "b", "http://b") == 403);
    CHECK(create("http://a:8000/api/", "a", "http://a:8000") == 201);
    CHECK(create("http://a:8000/api/", "a", "http://a") == 403);
}

TEST_CASE("an absolute target that is none is refused")
{
    live_server s;
    http_client c(s.port());
    for (const auto* target :
         {"http:///healthz", "http://", "http:healthz", "http:/healthz", "ftp://a/healthz",
          "ws://a/healthz", "http://user@a/healthz", "http://user:pass@a/healthz",
          "http://a:port/healthz", "http://:80/healthz", "http://[::1/healthz", "file:///healthz"})
    {
        CAPTURE(target);
        CHECK(c.request("GET", target).status == 400);
    }
}

TEST_CASE("the asterisk is for OPTIONS alone")
{
    live_server s;
    http_client c(s.port());
    const auto asked = c.request("OPTIONS", "*");
    CHECK(asked.status == 204);
    CHECK(asked.field("Allow") == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    for (const auto* method : {"GET", "HEAD", "POST", "PUT", "DELETE"})
        CHECK(c.request(method, "*").status == 400);
    CHECK(c.request("OPTIONS", "/*").status / 100 == 2);
}

TEST_CASE("a target that hides something reaches no route, wherever it stands")
{
    live_server s;
    http_client c(s.port());
    const auto made = c.request("POST", "/api/", R"(["1"])");
    const auto id = made.field("Location").substr(1);
    const auto cookie = made.field("Set-Cookie");
    const field_list key{{"Cookie", cookie.substr(0, cookie.find(';'))}};
    for (const std::string& hidden :
         {"."s,         ".."s,     "%2e"s,     "%2e%2e"s,       "%2E."s,
          ".%2e"s,      "%2f"s,    "%2F"s,     "..%2f"s,        "%5c"s,
          "..%5c"s,     "%00"s,    "x%00"s,    "%0a"s,          "%0d%0a"s,
          "%7f"s,       "%c0%ae"s, "%c0%af"s,  "%c0%ae%c0%ae"s, "%e0%80%ae"s,
          "%ed%a0%80"s, "%ff"s,    "%"s,       "%z"s,           "%zz"s,
          "%4"s,        "%u002e"s, "%%32%65"s, "%252e%252e"s,   "%252f"s})
    {
        for (const std::string& target :
             {"/" + hidden, "/" + hidden + "/", "/api/" + hidden, "/" + hidden + "/api/",
              "/" + hidden + "/healthz", "/healthz/" + hidden, "/assets/" + hidden,
              "/api/" + id + "/" + hidden, "/api/" + hidden + "/" + id, "/api/" + id + hidden,
              "/api/" + hidden + id, "/api/" + id + "/control/" + hidden,
              "/api/" + id + "/" + hidden + "/control", "/" + id + "/" + hidden,
              "/" + id + "/control/" + hidden, "http://a/" + hidden + "/healthz"})
        {
            CAPTURE(target);
            const auto refused = c.request("GET", target, {}, key);
            CHECK((refused.status == 400 || refused.status == 404));
        }
    }
    CHECK(c.request("GET", "/api/" + id + "/control", {}, key).status == 200);
    const auto plain = c.request("GET", "/%68ealthz"); // which hides nothing
    CHECK(plain.body == "ok\n");
}

// --- Chunks (RFC 9112 section 7.1)

TEST_CASE("a chunk whose size is no number is refused")
{
    for (const std::string& size :
         {"-1"s, "+5"s, "0x5"s, "5h"s, "g"s, ""s, " 5"s, "ffffffffffffffff5"s, "10000000000000005"s,
          "\xC2\xB2"s, "5 5"s, "5,"s, "\0"s + "5"})
    {
        CAPTURE(size);
        const auto said =
            all_said_to("POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" +
                        size + "\r\n[\"1\"]\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        CAPTURE(said);
        CHECK((said.starts_with("HTTP/1.1 400 ") || said.starts_with("HTTP/1.1 413 ")));
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

TEST_CASE("a chunk that does not end where it says is refused")
{
    for (const std::string body :
         {"5\r\n[\"1\"]0\r\n\r\n", "5\r\n[\"1\"]\n0\r\n\r\n", "5\r\n[\"1\"]xx0\r\n\r\n",
          "4\r\n[\"1\"]\r\n0\r\n\r\n", "5\n[\"1\"]\r\n0\r\n\r\n", "5\r[\"1\"]\r\n0\r\n\r\n",
          "5\r\n[\"1\"]\r\n0\n\n", "5\r\n[\"1\"]\r\n0\r\nX\r\n\r\n"})
    {
        CAPTURE(body);
        live_server s;
        raw_client c(s.port());
        c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
        c.finish();
        const auto said = c.receive_until_close();
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 400 "));
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
    }
}

TEST_CASE("chunks of one byte are taken")
{
    live_server s;
    raw_client c(s.port());
    std::string all =
        "POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[\"1\"]\r\n";
    for (int i = 0; i < 16 * 1'024 - 5; ++i)
        all.append("1\r\n \r\n");
    c.send(all + "0\r\n\r\n");
    CHECK(c.receive_until("\r\n") == "HTTP/1.1 201 Created\r\n");
}

TEST_CASE("chunk extensions in great number are cut off")
{
    live_server s;
    raw_client c(s.port());
    c.send("POST /api/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 200; ++i)
        c.send("1;" + std::string(8'000, 'x') + "=y\r\n \r\n");
    c.send("0\r\n\r\n");
    const auto said = c.receive_until_close();
    CHECK((said.empty() || said.starts_with("HTTP/1.1 400 ")));
    CHECK(count_of(said, "HTTP/1.1 ") <= 1);
    CHECK(request_once(s.port(), "GET", "/healthz").status == 200);
}

// --- Requests within requests

TEST_CASE("what two servers could read in two ways is read in none")
{
    const std::string inner = "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto length = "Content-Length: " + std::to_string(inner.size()) + "\r\n";
    for (const std::string& fields :
         {"Content-Length: 0\r\n" + length, length + "Content-Length: 0\r\n",
          length + "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\n" + length,
          length + "Transfer-Encoding : chunked\r\n", length + " Transfer-Encoding: chunked\r\n",
          length + "Transfer-Encoding\t: chunked\r\n",
          length + "Transfer-Encoding:\x0b"
                   "chunked\r\n",
          length + "Transfer-Encoding: xchunked\r\n", length + "Transfer-Encoding: \"chunked\"\r\n",
          "Content-Length : 5\r\n"s, "Content-Length: 5 \x0b\r\n"s, "Content-Length: 5;\r\n"s,
          "Content-Length: 0, 0\r\n"s, "Content-Length: 00x\r\n"s})
    {
        CAPTURE(fields);
        const auto said = all_said_to("POST /healthz HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" +
                                      "0\r\n\r\n" + inner);
        CAPTURE(said);
        CHECK(said.starts_with("HTTP/1.1 400 "));
        CHECK(count_of(said, "HTTP/1.1 ") == 1);
        CHECK(said.find("pajthy_requests_total") == std::string::npos);
    }
}

TEST_CASE("the body of a GET is a body, and not the next request")
{
    const std::string inner = "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n";
    for (const std::string target : {"/", "/healthz", "/api/0123456789ab", "/nothing-here"})
    {
        CAPTURE(target);
        const auto said =
            all_said_to("GET " + target + " HTTP/1.1\r\nHost: a\r\nContent-Length: " +
                        std::to_string(inner.size()) + "\r\n\r\n" + inner +
                        "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        CHECK(count_of(said, "HTTP/1.1 ") == 2);
        CHECK(said.find("pajthy_requests_total") == std::string::npos);
        CHECK(said.ends_with("ok\n"));
    }
}

TEST_CASE("a request that is refused for its framing is the last, whatever waits behind it")
{
    live_server s;
    raw_client c(s.port());
    c.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
           "POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"
           "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto said = c.receive_until_close();
    CHECK(count_of(said, "HTTP/1.1 200 ") == 1);
    CHECK(count_of(said, "HTTP/1.1 400 ") == 1);
    CHECK(said.find("pajthy_requests_total") == std::string::npos);
}
