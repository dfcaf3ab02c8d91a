// The websocket protocol as RFC 6455 has it, seen from the wire: what a server must take, what it
// must refuse and how, and what it may send. Nothing here knows how the server does it.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"
#include "tests/support/deadline.hpp"
#include "tests/support/raw_websocket.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;
using namespace std::string_literals;
using std::chrono::milliseconds;

namespace
{

using codes = std::set<unsigned>;

constexpr frame_form more_follows{.final = false};
constexpr std::size_t longest_message = 4'096;

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

    // Another connection's response: the server has had its turn.
    void give_turn() { CHECK(http.request("GET", "/healthz").status == 200); }

    live_server server;
    http_client http{server.port()};
    std::string room = "/api" + http.request("POST", "/api/", R"(["1","2"])").field("Location");
};

// A watcher that has its snapshot.
class listener : public raw_websocket
{
public:
    explicit listener(const scene& s, const handshake& how = {}) : raw_websocket(s.server.port())
    {
        REQUIRE(upgrade(s.room + "/ws", how).starts_with("HTTP/1.1 101 "));
        CHECK(next_text().starts_with(R"({"Kind":"snapshot",)"));
    }
};

// What the server says to an upgrade, up to the end of the head.
std::string answer_to(const scene& s, const handshake& how)
{
    return raw_websocket(s.server.port()).upgrade(s.room + "/ws", how);
}

unsigned status_of(const std::string& head)
{
    REQUIRE(head.starts_with("HTTP/1.1 "));
    return static_cast<unsigned>(std::stoul(head.substr(9, 3)));
}

// The value of a field; empty if there is none.
std::string field_in(const std::string& head, const std::string& name)
{
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos)
        return {};
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

// `bytes` make the server fail the connection with one of `expected`, and close it by itself.
void check_fails(const scene& s, std::string_view bytes, const codes& expected)
{
    listener l(s);
    l.send(bytes);
    const auto code = l.end(false);
    CAPTURE(code);
    CHECK(expected.count(code) == 1);
}

void check_is_open(raw_websocket& w)
{
    w.send(frame_of(opcode::ping, "still there?"));
    for (const deadline soon; w.next_pong() != "still there?";)
        REQUIRE_FALSE(soon.passed());
}

// `bytes` are taken, and the websocket stays.
void check_is_fine(const scene& s, std::string_view bytes)
{
    listener l(s);
    l.send(bytes);
    check_is_open(l);
}

std::string repeated(const std::string& what, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i)
        out.append(what);
    return out;
}

// What is no UTF-8 (RFC 3629), each for a reason of its own.
const std::vector<std::string> no_utf8{
    "\x80",             // begins in the middle
    "\xBF",             //
    "\xC0\xAF",         // a slash that is too long
    "\xC1\xBF",         //
    "\xE0\x80\xAF",     //
    "\xE0\x9F\xBF",     //
    "\xF0\x80\x80\xAF", //
    "\xF0\x8F\xBF\xBF", //
    "\xED\xA0\x80",     // surrogates
    "\xED\xAF\xBF",     //
    "\xED\xB0\x80",     //
    "\xED\xBF\xBF",     //
    "\xF4\x90\x80\x80", // beyond U+10FFFF
    "\xF5\x80\x80\x80", //
    "\xF8\x88\x80\x80\x80",
    "\xFC\x84\x80\x80\x80\x80",
    "\xFE",
    "\xFF",
    "\xC3(", // ends too early
    "\xE2(\xA1",
    "\xE2\x82(",
    "\xF0(\x8C\xBC",
    "\xF0\x90(\xBC",
    "\xF0\x90\x8C(",
};

// The first and the last of each length, and of what stands beside the surrogates.
const std::string all_sorts_of_utf8 = "\0 \x7F \xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF "
                                      "\xEE\x80\x80 \xEF\xBF\xBF \xF0\x90\x80\x80 "
                                      "\xF4\x8F\xBF\xBF"s;

} // namespace

// --- The opening handshake (section 4.2)

TEST_CASE("the RFC's sample handshake gets the RFC's sample response")
{
    const scene s;
    const auto head = answer_to(s, {});
    CAPTURE(head);
    CHECK(head.starts_with("HTTP/1.1 101 Switching Protocols\r\n"));
    CHECK(field_in(head, "Sec-WebSocket-Accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    CHECK(field_in(head, "Upgrade") == "websocket");
    const auto connection = field_in(head, "Connection");
    CHECK((connection == "Upgrade" || connection == "upgrade"));
    CHECK(head.find("Content-Length") == std::string::npos);
    CHECK(head.find("Transfer-Encoding") == std::string::npos);
}

TEST_CASE("another key gets another response")
{
    const scene s;
    const auto head = answer_to(s, {.key = "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\n"});
    CHECK(field_in(head, "Sec-WebSocket-Accept") == "C/0nmHhBztSRGR1CwL6Tf4ZjwpY=");
}

TEST_CASE("a handshake without a key of 16 bytes is refused")
{
    const scene s;
    for (const std::string key :
         {"", "Sec-WebSocket-Key:\r\n", "Sec-WebSocket-Key: x\r\n",
          "Sec-WebSocket-Key: c2hvcnQ=\r\n",                  // 5 bytes
          "Sec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1\r\n",      // 15 bytes
          "Sec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1Njc=\r\n",  // 17 bytes
          "Sec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1Njc4\r\n",  // 18 bytes, of the right length
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ\r\n",    // without its padding
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZ===\r\n",  // with too much of it
          "Sec-WebSocket-Key: dGhlIHNhbXBs*SBub25jZQ==\r\n",  // no base64
          "Sec-WebSocket-Key: dGhlIHNhbXBs SBub25jZQ==\r\n",  //
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==x\r\n", //
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"})
    {
        CAPTURE(key);
        const auto status = status_of(answer_to(s, {.key = key}));
        CHECK(status / 100 == 4);
    }
}

TEST_CASE("a handshake of another version is told which one there is")
{
    const scene s;
    for (const std::string version : {"0", "7", "8", "12", "14", "130", "13, 8", "x", "-13", "013"})
    {
        CAPTURE(version);
        const auto head =
            answer_to(s, {.key_version = "Sec-WebSocket-Version: " + version + "\r\n"});
        CHECK(status_of(head) == 426);
        CHECK(field_in(head, "Sec-WebSocket-Version") == "13");
    }
}

TEST_CASE("a handshake without a version, or with two, is refused")
{
    const scene s;
    for (const std::string version :
         {"", "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Version: 8\r\n",
          "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Version: 13\r\n"})
    {
        CAPTURE(version);
        CHECK(status_of(answer_to(s, {.key_version = version})) / 100 == 4);
    }
}

TEST_CASE("what a handshake asks for may be written in any case, and in a list")
{
    const scene s;
    for (const std::string upgrade :
         {"Upgrade: WebSocket\r\n", "UPGRADE: WEBSOCKET\r\n", "upgrade:websocket \r\n",
          "Upgrade: h2c, websocket\r\n", "Upgrade: h2c\r\nUpgrade: websocket\r\n"})
    {
        CAPTURE(upgrade);
        CHECK(status_of(answer_to(s, {.upgrade = upgrade})) == 101);
    }
    for (const std::string connection :
         {"Connection: upgrade\r\n", "connection: UPGRADE\r\n",
          "Connection: keep-alive, Upgrade\r\n", "Connection: Upgrade , keep-alive\r\n",
          "Connection: ,Upgrade,\r\n", "Connection: keep-alive\r\nConnection: Upgrade\r\n"})
    {
        CAPTURE(connection);
        CHECK(status_of(answer_to(s, {.connection = connection})) == 101);
    }
}

TEST_CASE("a request that does not ask for the upgrade gets none")
{
    const scene s;
    for (const std::string upgrade :
         {"", "Upgrade:\r\n", "Upgrade: h2c\r\n", "Upgrade: websockets\r\n",
          "Upgrade: web socket\r\n", "Upgrade: xwebsocket\r\n"})
    {
        CAPTURE(upgrade);
        CHECK(status_of(answer_to(s, {.upgrade = upgrade})) == 426);
    }
    for (const std::string connection :
         {"", "Connection: keep-alive\r\n", "Connection: upgrades\r\n"})
    {
        CAPTURE(connection);
        CHECK(status_of(answer_to(s, {.connection = connection})) == 426);
    }
}

TEST_CASE("only a GET in HTTP/1.1 can become a websocket")
{
    const scene s;
    for (const std::string method : {"POST", "HEAD", "PUT", "PATCH", "DELETE"})
    {
        CAPTURE(method);
        CHECK(status_of(answer_to(s, {.method = method})) / 100 == 4);
    }
    CHECK(status_of(answer_to(s, {.version = "HTTP/1.0"})) / 100 == 4);
}

TEST_CASE("a handshake that was refused can be followed by one that is not")
{
    const scene s;
    raw_websocket w(s.server.port());
    const auto refused = w.upgrade(s.room + "/ws", {.key = ""});
    CHECK(status_of(refused) / 100 == 4);
    CHECK(field_in(refused, "Connection").empty());
    w.wire().receive(std::stoul(field_in(refused, "Content-Length")));
    CHECK(status_of(w.upgrade(s.room + "/ws")) == 101);
    check_is_open(w);
}

TEST_CASE("the body of a handshake is not taken for frames")
{
    const scene s;
    for (const std::string body : {"Content-Length: 10\r\n\r\n0123456789",
                                   "Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n0\r\n\r\n"})
    {
        raw_websocket w(s.server.port());
        auto request = handshake().text(s.room + "/ws");
        request.erase(request.size() - 2); // the empty line
        w.send(request + body);
        const auto status = status_of(w.wire().receive_until("\r\n\r\n"));
        CHECK((status == 101 || status / 100 == 4));
        if (status == 101)
            check_is_open(w);
    }
}

TEST_CASE("neither extensions nor subprotocols are accepted")
{
    const scene s;
    const handshake offers{.more = "Sec-WebSocket-Extensions: permessage-deflate; "
                                   "client_max_window_bits, x-webkit-deflate-frame\r\n"
                                   "Sec-WebSocket-Protocol: chat, superchat\r\n"};
    const auto head = answer_to(s, offers);
    CHECK(status_of(head) == 101);
    CHECK(head.find("Sec-WebSocket-Extensions") == std::string::npos);
    CHECK(head.find("Sec-WebSocket-Protocol") == std::string::npos);
    listener l(s, offers);
    l.send(frame_of(opcode::text, "x", {.reserved = 4})); // as if it were compressed
    CHECK(l.end() == 1002);
}

TEST_CASE("frames that come together with the handshake are read")
{
    const scene s;
    raw_websocket w(s.server.port());
    w.send(handshake().text(s.room + "/ws") + frame_of(opcode::text, "early") +
           frame_of(opcode::ping, "at once"));
    CHECK(status_of(w.wire().receive_until("\r\n\r\n")) == 101);
    CHECK(w.next_pong() == "at once");
    check_is_open(w);
}

TEST_CASE("half a frame may come together with the handshake")
{
    const scene s;
    raw_websocket w(s.server.port());
    const auto ping = frame_of(opcode::ping, "in two");
    w.send(handshake().text(s.room + "/ws") + ping.substr(0, 4));
    CHECK(status_of(w.wire().receive_until("\r\n\r\n")) == 101);
    w.send(ping.substr(4));
    CHECK(w.next_pong() == "in two");
}

TEST_CASE("a handshake and its frames may come byte by byte")
{
    const scene s;
    raw_websocket w(s.server.port());
    const auto all = handshake().text(s.room + "/ws") + frame_of(opcode::text, "slow") +
                     frame_of(opcode::ping, "slower");
    for (const char& byte : all)
        w.send({&byte, 1});
    CHECK(status_of(w.wire().receive_until("\r\n\r\n")) == 101);
    CHECK(w.next_pong() == "slower");
}

// --- Frames that are refused (sections 5.1 to 5.5)

TEST_CASE("a frame that is not masked is refused with 1002")
{
    const scene s;
    for (const auto kind : {opcode::text, opcode::binary, opcode::ping, opcode::pong})
    {
        check_fails(s, frame_of(kind, "plain", {.masked = false}), {1002});
        check_fails(s, frame_of(kind, "", {.masked = false}), {1002});
    }
    check_fails(s, frame_of(opcode::close, "\x03\xE8", {.masked = false}), {1002});
    check_fails(s,
                frame_of(opcode::text, "a", more_follows) +
                    frame_of(opcode::continuation, "b", {.masked = false}),
                {1002});
}

TEST_CASE("a frame with a reserved bit is refused with 1002")
{
    const scene s;
    for (unsigned bits = 1; bits < 8; ++bits)
    {
        CAPTURE(bits);
        for (const auto kind : {opcode::text, opcode::binary, opcode::ping, opcode::pong})
            check_fails(s, frame_of(kind, "x", {.reserved = bits}), {1002});
        check_fails(s, frame_of(opcode::close, "\x03\xE8", {.reserved = bits}), {1002});
        check_fails(s,
                    frame_of(opcode::text, "a", more_follows) +
                        frame_of(opcode::continuation, "b", {.reserved = bits}),
                    {1002});
    }
}

TEST_CASE("a frame with a reserved opcode is refused with 1002")
{
    const scene s;
    for (const int number : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    {
        CAPTURE(number);
        const auto kind = static_cast<opcode>(number);
        check_fails(s, frame_of(kind, ""), {1002});
        check_fails(s, frame_of(kind, "x"), {1002});
        check_fails(s, frame_of(kind, "x", more_follows), {1002});
        check_fails(s, frame_of(opcode::text, "a", more_follows) + frame_of(kind, "x"), {1002});
    }
}

TEST_CASE("a control frame of more than 125 bytes is refused with 1002")
{
    const scene s;
    for (const auto kind : {opcode::close, opcode::ping, opcode::pong})
    {
        const auto payload = "\x03\xE8" + std::string(124, 'x');
        check_fails(s, frame_of(kind, payload), {1002});
        check_fails(s, frame_head(kind, 126), {1002}); // its length is enough
        check_fails(s, frame_head(kind, 65'536), {1002});
    }
}

TEST_CASE("a control frame in fragments is refused with 1002")
{
    const scene s;
    for (const auto kind : {opcode::close, opcode::ping, opcode::pong})
    {
        const auto* const payload = "\x03\xE8";
        check_fails(s, frame_of(kind, payload, more_follows), {1002});
        check_fails(s, frame_of(kind, "", more_follows), {1002});
        check_fails(
            s, frame_of(opcode::text, "a", more_follows) + frame_of(kind, payload, more_follows),
            {1002});
    }
}

TEST_CASE("a continuation of nothing is refused with 1002")
{
    const scene s;
    check_fails(s, frame_of(opcode::continuation, "x"), {1002});
    check_fails(s, frame_of(opcode::continuation, ""), {1002});
    check_fails(s, frame_of(opcode::continuation, "x", more_follows), {1002});
    check_fails(s, frame_of(opcode::text, "whole") + frame_of(opcode::continuation, "x"), {1002});
    check_fails(s,
                frame_of(opcode::text, "a", more_follows) + frame_of(opcode::continuation, "b") +
                    frame_of(opcode::continuation, "c"),
                {1002});
}

TEST_CASE("a message that begins inside another is refused with 1002")
{
    const scene s;
    for (const auto first : {opcode::text, opcode::binary})
    {
        for (const auto second : {opcode::text, opcode::binary})
        {
            const auto begun = frame_of(first, "a", more_follows);
            check_fails(s, begun + frame_of(second, "b"), {1002});
            check_fails(s, begun + frame_of(second, "b", more_follows), {1002});
            check_fails(s, begun + frame_of(opcode::ping, "") + frame_of(second, "b"), {1002});
            check_fails(s, frame_of(first, "", more_follows) + frame_of(second, ""), {1002});
        }
    }
}

TEST_CASE("a length that is longer than it need be is refused with 1002")
{
    const scene s;
    for (const auto kind : {opcode::text, opcode::binary, opcode::ping})
    {
        for (const int size : {0, 1, 125})
        {
            CAPTURE(size);
            const std::string payload(static_cast<std::size_t>(size), 'x');
            check_fails(s, frame_of(kind, payload, {.length = length_form::in_16_bits}), {1002});
            check_fails(s, frame_of(kind, payload, {.length = length_form::in_64_bits}), {1002});
        }
    }
    for (const std::size_t size : {126UL, 4'096UL})
        check_fails(
            s, frame_of(opcode::text, std::string(size, 'x'), {.length = length_form::in_64_bits}),
            {1002});
}

TEST_CASE("a length of more than 63 bits is refused")
{
    const scene s;
    for (const auto size :
         {std::uint64_t{1} << 63, ~std::uint64_t{0}, (std::uint64_t{1} << 63) + 5})
    {
        CAPTURE(size);
        check_fails(s, frame_head(opcode::text, size), {1002, 1009});
        check_fails(
            s, frame_of(opcode::text, "abc", more_follows) + frame_head(opcode::continuation, size),
            {1002, 1009});
    }
}

// --- Messages that are fine (sections 5.4 to 5.6)

TEST_CASE("a message may come in fragments, empty ones among them")
{
    const scene s;
    for (const auto kind : {opcode::text, opcode::binary})
    {
        check_is_fine(s, frame_of(kind, ""));
        check_is_fine(s, frame_of(kind, "", more_follows) + frame_of(opcode::continuation, ""));
        check_is_fine(s, frame_of(kind, "", more_follows) +
                             frame_of(opcode::continuation, "", more_follows) +
                             frame_of(opcode::continuation, "x", more_follows) +
                             frame_of(opcode::continuation, ""));
        check_is_fine(s, repeated(frame_of(kind, "a", more_follows) +
                                      frame_of(opcode::continuation, "b", more_follows) +
                                      frame_of(opcode::continuation, "c"),
                                  10));
    }
}

TEST_CASE("a ping between the fragments of a message is answered before the message is whole")
{
    const scene s;
    listener l(s);
    l.send(frame_of(opcode::text, "a", more_follows));
    l.send(frame_of(opcode::ping, "between"));
    CHECK(l.next_pong() == "between");
    l.send(frame_of(opcode::continuation, "b", more_follows) + frame_of(opcode::pong, "") +
           frame_of(opcode::ping, "again"));
    CHECK(l.next_pong() == "again");
    l.send(frame_of(opcode::continuation, "c"));
    check_is_open(l);
}

TEST_CASE("a close between the fragments of a message is a close")
{
    const scene s;
    listener l(s);
    l.send(frame_of(opcode::text, "a", more_follows) + close_frame(1000));
    CHECK(l.end(false) == 1000);
}

TEST_CASE("binary messages are ignored, whatever is in them")
{
    const scene s;
    std::string every_byte;
    for (int i = 0; i < 256; ++i)
        every_byte.push_back(static_cast<char>(i));
    check_is_fine(s, frame_of(opcode::binary, every_byte));
    check_is_fine(s, frame_of(opcode::binary, every_byte, more_follows) +
                         frame_of(opcode::continuation, every_byte));
}

TEST_CASE("any key masks a frame")
{
    const scene s;
    listener l(s);
    for (const auto& mask : {std::array<std::uint8_t, 4>{0, 0, 0, 0},
                             {0xFF, 0xFF, 0xFF, 0xFF},
                             {1, 2, 3, 4},
                             {0x80, 0, 0x80, 0}})
    {
        l.send(frame_of(opcode::text, all_sorts_of_utf8, {.mask = mask}));
        for (const auto* payload : {"1", "12", "123", "1234", "12345", "123456789"})
        {
            l.send(frame_of(opcode::ping, payload, {.mask = mask}));
            CHECK(l.next_pong() == payload);
        }
    }
}

TEST_CASE("what clients say moves nobody, and events go on")
{
    scene s;
    listener l(s);
    l.send(frame_of(opcode::text, R"({"Kind":"vote"})") + frame_of(opcode::binary, "x") +
           frame_of(opcode::pong, "") + frame_of(opcode::ping, ""));
    CHECK(l.next_pong().empty());
    s.control("start");
    CHECK(l.next_text().starts_with(R"({"Kind":"enabled",)"));
}

// --- Text (section 8.1)

TEST_CASE("text that is no UTF-8 is refused with 1007")
{
    const scene s;
    for (const auto& bad : no_utf8)
    {
        CAPTURE(bad);
        check_fails(s, frame_of(opcode::text, bad), {1007});
        check_fails(s, frame_of(opcode::text, "before " + bad + " behind"), {1007});
    }
}

TEST_CASE("text that ends within a character is refused with 1007")
{
    const scene s;
    for (const std::string cut : {"\xC3", "\xE2", "\xE2\x82", "\xF0", "\xF0\x9F", "\xF0\x9F\x98"})
    {
        CAPTURE(cut);
        check_fails(s, frame_of(opcode::text, cut), {1007});
        check_fails(s, frame_of(opcode::text, "before " + cut), {1007});
        check_fails(s,
                    frame_of(opcode::text, "a", more_follows) + frame_of(opcode::continuation, cut),
                    {1007});
    }
}

TEST_CASE("text that ends within a character is refused if an empty fragment ends it, too")
{
    const scene s;
    check_fails(s,
                frame_of(opcode::text, "\xF0\x9F\x98", more_follows) +
                    frame_of(opcode::continuation, "") + close_frame(1000),
                {1007});
}

TEST_CASE("text is judged over its fragments, wherever they are cut")
{
    const scene s;
    for (const auto& bad : no_utf8)
    {
        CAPTURE(bad);
        for (std::size_t cut = 0; cut <= bad.size(); ++cut)
            check_fails(s,
                        frame_of(opcode::text, bad.substr(0, cut), more_follows) +
                            frame_of(opcode::ping, "") +
                            frame_of(opcode::continuation, bad.substr(cut) + "."),
                        {1007});
    }
    for (std::size_t cut = 0; cut <= all_sorts_of_utf8.size(); ++cut)
        check_is_fine(s, frame_of(opcode::text, all_sorts_of_utf8.substr(0, cut), more_follows) +
                             frame_of(opcode::ping, "") +
                             frame_of(opcode::continuation, all_sorts_of_utf8.substr(cut)));
}

TEST_CASE("text is judged over the segments in which it comes")
{
    scene s;
    for (const auto& bad : {"\xC0\xAF"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s, "\xF0\x9F\x98"s})
    {
        CAPTURE(bad);
        listener l(s);
        for (const char& byte : frame_of(opcode::text, bad))
        {
            l.send({&byte, 1});
            s.give_turn();
        }
        CHECK(l.end(false) == 1007);
    }
    listener l(s);
    for (const char& byte : frame_of(opcode::text, all_sorts_of_utf8))
    {
        l.send({&byte, 1});
        s.give_turn();
    }
    check_is_open(l);
}

TEST_CASE("one text does not spoil the next")
{
    const scene s;
    check_is_fine(s, repeated(frame_of(opcode::text, all_sorts_of_utf8), 3) +
                         frame_of(opcode::binary, "\xF0\x9F") +
                         frame_of(opcode::text, all_sorts_of_utf8));
}

// --- Pings and pongs (sections 5.5.2 and 5.5.3)

TEST_CASE("a pong carries what the ping did, up to 125 bytes")
{
    live_settings settings;
    settings.limits.websocket.messages = {};
    const scene s(settings);
    listener l(s);
    std::string payload;
    for (int size = 0; size <= 125; ++size)
    {
        l.send(frame_of(opcode::ping, payload, {.mask = {0xA5, 0x5A, 0, 0xFF}}));
        REQUIRE(l.next_pong() == payload);
        payload.push_back(static_cast<char>(250 - 2 * size)); // no UTF-8, and it need not be
    }
}

TEST_CASE("of pings that come at once the last is answered")
{
    const scene s;
    listener l(s);
    std::string all;
    for (int i = 0; i < 20; ++i)
        all.append(frame_of(opcode::ping, std::to_string(i)));
    l.send(all);
    // A server may answer the newest alone, though none twice and none before an older one.
    for (int last = -1; last != 19;)
    {
        const auto pong = std::stoi(l.next_pong());
        REQUIRE(pong > last);
        last = pong;
    }
}

TEST_CASE("a pong that nobody asked for is ignored")
{
    const scene s;
    check_is_fine(s, frame_of(opcode::pong, "") + frame_of(opcode::pong, "unasked") +
                         frame_of(opcode::pong, std::string(125, '\xFF')));
}

TEST_CASE("a peer that never answers a ping is aborted")
{
    live_settings settings;
    settings.limits.websocket.ping = milliseconds(100);
    settings.limits.websocket.dead = milliseconds(400);
    scene s(settings);
    listener l(s);
    int pings = 0;
    for (auto f = l.next(); f; f = l.next())
        pings += f->kind == opcode::ping;
    CHECK(pings >= 1);
    wait_for_metric(s.http, "pajthy_websockets", 0);
}

TEST_CASE("any frame shows that a peer is alive")
{
    live_settings settings;
    settings.limits.websocket.ping = milliseconds(50);
    settings.limits.websocket.dead = milliseconds(1'000);
    settings.limits.websocket.messages = {};
    scene s(settings);
    listener l(s);
    const auto two_lives = std::chrono::steady_clock::now() + milliseconds(2'000);
    for (int i = 0; std::chrono::steady_clock::now() < two_lives; ++i)
    {
        const opcode kinds[] = {opcode::text, opcode::binary, opcode::pong};
        l.send(frame_of(kinds[i % 3], ""));
        CHECK(l.next()->kind == opcode::ping); // a little time passes
        CHECK(l.next()->payload == beat);
    }
    check_is_open(l);
}

// --- The closing handshake (sections 5.5.1 and 7)

TEST_CASE("a close is answered with its code, and the server closes the socket first")
{
    const scene s;
    for (const unsigned code : {1000U, 1001U, 1002U, 1003U, 1007U, 1008U, 1009U, 1010U, 1011U,
                                1012U, 1013U, 3000U, 3999U, 4000U, 4001U, 4999U})
    {
        CAPTURE(code);
        for (const auto& reason :
             {""s, "gone fishing"s, std::string(123, 'x'), "\xF0\x9F\x98\x80"s})
        {
            listener l(s);
            l.send(close_frame(code, reason));
            CHECK(l.end(false) == code);
            CHECK_FALSE(l.was_reset());
        }
    }
}

TEST_CASE("a close without a code is answered")
{
    const scene s;
    listener l(s);
    l.send(frame_of(opcode::close, ""));
    const auto code = l.end(false);
    CHECK((code == 1005 || code == 1000));
    CHECK_FALSE(l.was_reset());
}

TEST_CASE("a close with half a code is refused with 1002")
{
    const scene s;
    check_fails(s, frame_of(opcode::close, "\x03"), {1002});
}

TEST_CASE("a close with a code that may not be sent is refused with 1002")
{
    const scene s;
    for (const unsigned code :
         {0U, 1U, 999U, 1004U, 1005U, 1006U, 1015U, 1016U, 1100U, 2000U, 2999U})
    {
        CAPTURE(code);
        check_fails(s, close_frame(code), {1002});
        check_fails(s, close_frame(code, "why"), {1002});
    }
}

TEST_CASE("a close with a code that nobody has defined ends the websocket")
{
    const scene s;
    for (const unsigned code : {5000U, 65'535U}) // refused or echoed: the RFC leaves it open
    {
        CAPTURE(code);
        check_fails(s, close_frame(code), {1002, code});
    }
}

TEST_CASE("a close whose reason is no UTF-8 is refused")
{
    const scene s;
    for (const auto& bad : no_utf8)
        check_fails(s, close_frame(1000, bad), {1002, 1007});
    check_fails(s, close_frame(1000, "cut \xF0\x9F"), {1002, 1007});
}

TEST_CASE("what follows a close is ignored")
{
    const scene s;
    const std::vector<std::string> afterthoughts{
        frame_of(opcode::text, "one more thing"),
        frame_of(opcode::ping, "hello?"),
        close_frame(1001),
        frame_of(opcode::text, "\xFF"),
        frame_of(opcode::text, "plain", {.masked = false}),
        frame_head(opcode::text, 1'000'000),
        "no frame at all",
        std::string(100'000, 'x'),
    };
    for (const auto& more : afterthoughts)
    {
        listener l(s);
        l.send(close_frame(1000) + more);
        CHECK(l.end(false) == 1000);
    }
}

TEST_CASE("nothing is sent after a close")
{
    scene s;
    std::vector<std::unique_ptr<listener>> all;
    for (int i = 0; i < 10; ++i)
        all.push_back(std::make_unique<listener>(s));
    for (auto& l : all)
        l->send(close_frame(1000));
    s.control("start"); // an event for whoever still listens
    for (auto& l : all)
        CHECK(l->end(false) == 1000); // which also checks that it is the last
}

TEST_CASE("a peer that never finishes the closing handshake is cut")
{
    live_settings settings;
    settings.limits.websocket.ping = milliseconds(0);
    settings.limits.websocket.dead = milliseconds(0);
    settings.limits.websocket.closing = milliseconds(300);
    scene s(settings);
    REQUIRE(s.http.request("PUT", s.room + "/join", "Ana").status == 201);
    raw_websocket ana(s.server.port());
    REQUIRE(status_of(ana.upgrade(s.room + "/ws?as=Ana")) == 101);
    s.control("kick", "Ana");
    CHECK(ana.end(false) == 4001);
    wait_for_metric(s.http, "pajthy_websockets", 0);
}

TEST_CASE("a peer that goes on talking instead of closing is cut")
{
    live_settings settings;
    settings.limits.websocket.messages = {};
    settings.limits.websocket.closing = milliseconds(300);
    scene s(settings);
    REQUIRE(s.http.request("PUT", s.room + "/join", "Ana").status == 201);
    raw_websocket ana(s.server.port());
    REQUIRE(status_of(ana.upgrade(s.room + "/ws?as=Ana")) == 101);
    s.control("kick", "Ana");
    for (auto f = ana.next(); f.value().kind != opcode::close; f = ana.next())
        CHECK(f->kind == opcode::text);
    const auto page = "\npajthy_websockets 0\n";
    bool gone = false;
    for (const deadline soon; !gone && !soon.passed();)
    {
        ana.send(frame_of(opcode::text, "but"));
        gone = s.http.request("GET", "/metrics").body.find(page) != std::string::npos;
    }
    CHECK(gone);
}

TEST_CASE("a peer that keeps the connection open after the closing handshake is forgotten")
{
    live_settings settings;
    settings.limits.websocket.dead = milliseconds(300);
    scene s(settings);
    listener l(s);
    l.send(close_frame(1000));
    CHECK(l.end(false) == 1000);
    wait_for_metric(s.http, "pajthy_websockets", 0);
}

TEST_CASE("a peer that only stops sending is let go")
{
    scene s;
    for (const auto& last_words : {""s, frame_of(opcode::text, "half").substr(0, 8),
                                   frame_of(opcode::text, "a", more_follows)})
    {
        listener l(s);
        l.send(last_words);
        l.wire().finish();
        l.end(false);
        wait_for_metric(s.http, "pajthy_websockets", 0);
    }
}

TEST_CASE("a peer that resets the connection is forgotten")
{
    scene s;
    for (const auto& last_words : {""s, frame_of(opcode::ping, ""), close_frame(1000)})
    {
        listener l(s);
        l.send(last_words);
        l.wire().reset();
        wait_for_metric(s.http, "pajthy_websockets", 0);
    }
    s.control("start");
}

// --- How much (section 10.4)

TEST_CASE("a message of 4 KiB is taken, in one frame and in many")
{
    const scene s;
    const std::string all(longest_message, 'x');
    for (const auto kind : {opcode::text, opcode::binary})
    {
        check_is_fine(s, repeated(frame_of(kind, all), 3));
        std::string pieces = frame_of(kind, "", more_follows);
        for (int i = 0; i < 16; ++i)
            pieces.append(frame_of(opcode::continuation, all.substr(0, 256), more_follows))
                .append(frame_of(opcode::ping, ""));
        check_is_fine(s, pieces + frame_of(opcode::continuation, ""));
    }
}

TEST_CASE("a message of more than 4 KiB is refused with 1009")
{
    const scene s;
    const std::string most(longest_message, 'x');
    for (const auto kind : {opcode::text, opcode::binary})
    {
        check_fails(s, frame_of(kind, most + "x"), {1009});
        check_fails(s, frame_of(kind, std::string(70'000, 'x')), {1009});
        check_fails(s, frame_of(kind, most, more_follows) + frame_of(opcode::continuation, "x"),
                    {1009});
        check_fails(s, frame_of(kind, "x", more_follows) + frame_of(opcode::continuation, most),
                    {1009});
        std::string pieces = frame_of(kind, "x", more_follows);
        for (int i = 0; i < 16; ++i)
            pieces.append(frame_of(opcode::continuation, std::string(256, 'x'), more_follows));
        check_fails(s, pieces, {1009});
    }
}

TEST_CASE("a message that is announced as more than 4 KiB is refused before it comes")
{
    const scene s;
    for (const auto size :
         {std::uint64_t{longest_message + 1}, std::uint64_t{65'535}, std::uint64_t{65'536},
          std::uint64_t{1} << 32, (~std::uint64_t{0}) >> 1})
    {
        CAPTURE(size);
        check_fails(s, frame_head(opcode::text, size), {1009});
        check_fails(s, frame_head(opcode::binary, size), {1009});
        check_fails(
            s, frame_of(opcode::text, "x", more_follows) + frame_head(opcode::continuation, size),
            {1009});
    }
}

TEST_CASE("a message may be as large as the settings say")
{
    live_settings settings;
    settings.limits.websocket.message_bytes = 10;
    const scene few(settings);
    check_is_fine(few, frame_of(opcode::text, "0123456789"));
    check_fails(few, frame_of(opcode::text, "0123456789a"), {1009});
    settings.limits.websocket.message_bytes = 0;
    const scene any(settings);
    check_is_fine(any, frame_of(opcode::text, std::string(1'000'000, 'x')));
}

TEST_CASE("a hundred messages may come at once, and one more is 1008")
{
    live_settings settings;
    settings.limits.websocket.messages.per_minute = 1; // so that none is regained meanwhile
    const scene s(settings);
    for (const auto kind : {opcode::text, opcode::binary, opcode::ping, opcode::pong})
    {
        CAPTURE(static_cast<int>(kind));
        listener l(s);
        l.send(repeated(frame_of(kind, ""), 99));
        l.send(frame_of(opcode::ping, "the hundredth"));
        for (const deadline soon; l.next_pong() != "the hundredth";)
            REQUIRE_FALSE(soon.passed());
        l.send(frame_of(kind, ""));
        CHECK(l.end() == 1008);
    }
}

TEST_CASE("a flood is 1008")
{
    const scene s;
    for (const auto kind : {opcode::text, opcode::binary, opcode::ping, opcode::pong})
    {
        CAPTURE(static_cast<int>(kind));
        listener l(s);
        l.send(repeated(frame_of(kind, "x"), 2'000));
        CHECK(l.end() == 1008);
    }
}

TEST_CASE("a flood of empty fragments is 1008")
{
    const scene s;
    check_fails(s,
                frame_of(opcode::text, "", more_follows) +
                    repeated(frame_of(opcode::continuation, "", more_follows), 2'000) +
                    close_frame(1000),
                {1008});
}

TEST_CASE("a client that keeps to the rate may go on for ever")
{
    live_settings settings;
    settings.limits.websocket.messages = {2, 6'000}; // one every 10 ms
    const scene s(settings);
    listener l(s);
    auto last = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i)
    {
        l.send(frame_of(opcode::ping, ""));
        l.next_pong();
        while (std::chrono::steady_clock::now() < last + milliseconds(20))
            request_once(s.server.port(), "GET", "/healthz");
        last = std::chrono::steady_clock::now();
    }
    l.send(repeated(frame_of(opcode::ping, ""), 100));
    CHECK(l.end() == 1008);
}

TEST_CASE("a rate of zero holds no message up")
{
    live_settings settings;
    settings.limits.websocket.messages = {};
    const scene s(settings);
    check_is_fine(s, repeated(frame_of(opcode::text, "x") + frame_of(opcode::pong, ""), 2'000));
}

// --- What the server sends (sections 5.1, 5.2 and 5.6)

TEST_CASE("a frame's length is written as short as it gets")
{
    live_settings settings;
    settings.access = access_mode::open;
    settings.limits.http.body_bytes = 0;
    settings.limits.session.choices = 0;
    live_server server(settings);
    // A snapshot of exactly `size` bytes: choices of up to 64 letters make it as long as wanted.
    const auto snapshot_of = [&](std::size_t size)
    {
        const auto bare = R"({"Kind":"snapshot","Data":{"Title":"","Choices":[],"Open":false,)"
                          R"("Round":0,"Voted":0,"Of":0,"Votes":{},"Seats":[]},"Seq":1})"s.size();
        std::string choices;
        for (std::size_t missing = size - bare; missing != 0;)
        {
            const std::size_t overhead = choices.empty() ? 2 : 3; // quotes and comma
            auto letters = std::min<std::size_t>(64, missing - overhead);
            const auto rest = missing - overhead - letters;
            if (rest != 0 && rest < 10) // too short for one that differs from the others
                letters -= 10;
            auto choice = std::to_string(choices.size());
            choice.resize(letters, 'x');
            choices.append(choices.empty() ? "\"" : ",\"").append(choice).append("\"");
            missing -= overhead + letters;
        }
        const auto made =
            request_once(server.port(), "POST", "/api/", "[" + choices + "]").field("Location");
        raw_websocket w(server.port());
        REQUIRE(w.upgrade("/api" + made + "/ws").starts_with("HTTP/1.1 101 "));
        return w.next_text(); // which checks the length
    };
    for (const std::size_t size : {65'535UL, 65'536UL})
        CHECK(snapshot_of(size).size() == size);

    // No snapshot is so short, but a start is, with a topic of so many letters.
    const auto start_of = [&](std::size_t letters)
    {
        const auto made =
            request_once(server.port(), "POST", "/api/", R"(["1"])").field("Location");
        raw_websocket w(server.port());
        REQUIRE(w.upgrade("/api" + made + "/control/ws").starts_with("HTTP/1.1 101 "));
        w.next_text(); // the snapshot
        const auto body = R"({"Topic":")" + std::string(letters, 'x') + R"("})";
        request_once(server.port(), "PATCH", "/api" + made + "/control/start", body);
        return w.next_text();
    };
    const auto bare = start_of(1).size() - 1;
    for (const std::size_t size : {125UL, 126UL, 127UL})
        CHECK(start_of(size - bare).size() == size);
}

TEST_CASE("many large events come as whole frames")
{
    scene s;
    for (int i = 0; i < 100; ++i)
        REQUIRE(s.http.request("PUT", s.room + "/join", std::to_string(i) + std::string(60, 'x'))
                    .status == 201);
    raw_websocket control(s.server.port());
    REQUIRE(status_of(control.upgrade(s.room + "/control/ws")) == 101);
    CHECK(control.next_text().starts_with(R"({"Kind":"snapshot",)"));
    for (int i = 0; i < 50; ++i)
    {
        s.control("kick", std::to_string(i) + std::string(60, 'x'));
        CHECK(control.next_text().starts_with(R"({"Kind":"participants-change",)"));
        CHECK(control.next_text().starts_with(R"({"Kind":"undo",)"));
    }
    check_is_open(control);
}
