// Where one request ends and the next begins, and who is meant (RFC 9112): by hand, byte by byte.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

#include <string>

using namespace pajthy::test;

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
        // Another connection's answer shows that the server has had its turn in between.
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

TEST_CASE("a head that drips in beyond 8 KiB is refused")
{
    live_server s;
    raw_client c(s.port());
    c.send("GET /healthz HTTP/1.1\r\nHost: a\r\n");
    for (int i = 0; i < 40; ++i)
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
         {"", "Host: a\r\nHost: a\r\n", "Host: a\r\nHost: b\r\n", "Host:\r\n", "Host: a b\r\n",
          "Host: a/b\r\n", "Host: user@a\r\n", "Host: a:port\r\n", "Host: :8000\r\n",
          "Host: [::1\r\n", "Host: a,b c\r\n", "Host: http://a\r\n"})
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

TEST_CASE("HTTP/1.0 may do without Host and closes")
{
    const auto said = all_said_to("GET /healthz HTTP/1.0\r\n\r\n");
    CHECK(said.starts_with("HTTP/1.1 200 "));
    CHECK(said.find("Connection: close\r\n") != std::string::npos);
    CHECK(said.ends_with("\r\n\r\nok\n"));
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
         {"hello\r\n\r\n", "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
          "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
          "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n",
          "\x16\x03\x01\x02\x01\x01\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: a\x01z\r\n\r\n"})
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
