// The rules of RFC 6455 as tables: what comes, and all that the server says to it, word for word
// and in its order. Each row comes in one piece and octet by octet, so that nothing depends on how
// the network cuts it. What a rule is for, and its exceptions, are in rfc6455_test.cpp.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"
#include "tests/support/raw_websocket.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;
using namespace std::string_literals;

namespace
{

constexpr frame_form more_follows{.final = false};

// A server with open access and a session on it. It pings nobody, so all that it says is an answer.
struct scene
{
    explicit scene(limits most = calm_limits())
        : server(
              [&]
              {
                  most.websocket.ping = milliseconds(0);
                  most.websocket.messages = {};
                  return live_settings{.access = access_mode::open, .limits = most};
              }())
    {}

    live_server server;
    http_client http{server.port()};
    std::string room = "/api" + http.request("POST", "/api/", R"(["1"])").field("Location");
};

limits without_message_limit()
{
    auto out = calm_limits();
    out.websocket.message_bytes = 0;
    return out;
}

// A watcher that has its snapshot.
class watcher : public raw_websocket
{
public:
    explicit watcher(scene& s) : raw_websocket(s.server.port()), scene_(s)
    {
        REQUIRE(upgrade(s.room + "/ws").starts_with("HTTP/1.1 101 "));
        CHECK(next_text().starts_with(R"({"Kind":"snapshot",)"));
    }

    // Each octet is read before the next one comes: the server answers somebody else in between.
    void send_octet_by_octet(std::string_view bytes)
    {
        for (const char& octet : bytes)
        {
            send({&octet, 1});
            CHECK(scene_.http.request("GET", "/healthz").status == 200);
        }
    }

    void send_in_pieces(std::string_view bytes, std::size_t of)
    {
        for (; !bytes.empty(); bytes.remove_prefix(std::min(of, bytes.size())))
            send(bytes.substr(0, of));
    }

    // Every frame up to the end of the connection, such as "pong(a) close(1000)".
    std::string rest()
    {
        std::string out;
        while (const auto f = next())
            out.append(out.empty() ? "" : " ").append(text_of(*f));
        return out;
    }

private:
    static std::string text_of(const received_frame& f)
    {
        switch (f.kind)
        {
        case opcode::pong: return "pong(" + f.payload + ")";
        case opcode::close: return "close(" + close_text(f.payload) + ")";
        case opcode::continuation:
        case opcode::text:
        case opcode::binary:
        case opcode::ping: break;
        }
        return "frame(" + f.payload + ")";
    }

    static std::string close_text(std::string_view payload)
    {
        if (payload.size() < 2)
            return std::string(payload);
        const auto high = static_cast<std::uint8_t>(payload[0]);
        const auto low = static_cast<std::uint8_t>(payload[1]);
        return std::to_string(high << 8 | low).append(payload.substr(2));
    }

    scene& scene_;
};

std::string heard_in_one_piece(scene& s, std::string_view bytes)
{
    watcher w(s);
    w.send(bytes);
    return w.rest();
}

std::string heard_octet_by_octet(scene& s, std::string_view bytes)
{
    watcher w(s);
    w.send_octet_by_octet(bytes);
    return w.rest();
}

std::string ping(std::string_view payload = "")
{
    return frame_of(opcode::ping, payload);
}

std::string text(std::string_view payload)
{
    return frame_of(opcode::text, payload);
}

// The first fragment of a text, one in its middle, and its last.

std::string begins(std::string_view payload)
{
    return frame_of(opcode::text, payload, more_follows);
}

std::string goes_on(std::string_view payload)
{
    return frame_of(opcode::continuation, payload, more_follows);
}

std::string ends(std::string_view payload)
{
    return frame_of(opcode::continuation, payload);
}

std::string in_fragments(opcode kind, std::string_view payload, std::size_t of)
{
    std::string out;
    while (payload.size() > of)
    {
        out.append(frame_of(kind, payload.substr(0, of), more_follows));
        payload.remove_prefix(of);
        kind = opcode::continuation;
    }
    return out.append(frame_of(kind, payload));
}

const auto bye = close_frame(1000);

// --- What breaks a rule

struct fault
{
    std::string section; // of RFC 6455
    std::string what;
    std::string frame;
    std::size_t plain_after; // octets of it: the server need not wait for more
    std::string heard = "close(1002)";
};

// Fields of a frame's head are known to be wrong with its first two octets, a length and what
// depends on it with the head.
constexpr std::size_t two_octets = 2;
constexpr std::size_t head_of_16_bits = 8;
constexpr std::size_t head_of_64_bits = 14;

std::vector<fault> faults()
{
    std::vector<fault> out{
        {"5.1", "text without a mask", frame_of(opcode::text, "x", {.masked = false}), two_octets},
        {"5.1", "ping without a mask", frame_of(opcode::ping, "x", {.masked = false}), two_octets},
        {"5.4", "continuation of nothing", goes_on("x"), two_octets},
        {"5.4", "end of nothing", ends("x"), two_octets},
        {"5.4", "text in a text", begins("a") + text("b"), begins("a").size() + two_octets},
        {"5.4", "binary in a text", begins("a") + frame_of(opcode::binary, "b"),
         begins("a").size() + two_octets},
        {"5.5", "ping in fragments", frame_of(opcode::ping, "a", more_follows), two_octets},
        {"5.5", "pong in fragments", frame_of(opcode::pong, "a", more_follows), two_octets},
        {"5.5", "close in fragments", frame_of(opcode::close, "\x03\xE8", more_follows),
         two_octets},
        {"5.5", "ping of 126 octets", ping(std::string(126, 'x')), two_octets},
        {"5.5", "close of 126 octets", close_frame(1000, std::string(124, 'x')), two_octets},
        {"5.2", "125 octets with a length of 16 bits",
         frame_of(opcode::text, std::string(125, 'x'), {.length = length_form::in_16_bits}),
         head_of_16_bits},
        {"5.2", "126 octets with a length of 64 bits",
         frame_of(opcode::text, std::string(126, 'x'), {.length = length_form::in_64_bits}),
         head_of_64_bits},
        {"5.2", "length with its highest bit", frame_head(opcode::binary, std::uint64_t{1} << 63),
         head_of_64_bits},
        {"5.5.1", "half a code", frame_of(opcode::close, "\x03"), 7},
        {"7.4.2", "close with code 999", close_frame(999), 8},
        {"7.4.1", "close with code 1004", close_frame(1004), 8},
        {"7.4.1", "close with code 1005", close_frame(1005), 8},
        {"7.4.1", "close with code 1006", close_frame(1006), 8},
        {"7.4.1", "close with code 1015", close_frame(1015), 8},
        {"7.4.2", "close with code 1016", close_frame(1016, "why"), 11},
        {"7.4.2", "close with code 2999", close_frame(2999), 8},
        {"5.5.1", "reason that is no UTF-8", close_frame(1000, "a\xC0\xAF"), 11, "close(1007)"},
        {"5.5.1", "reason cut within a character", close_frame(1000, "a\xF0\x9F\x98"), 12,
         "close(1007)"},
        {"8.1", "text that is no UTF-8", text("a\xFFz"), 8, "close(1007)"},
        {"8.1", "text cut within a character", text("a\xE2\x82"), 9, "close(1007)"},
        {"10.4", "more than 4 KiB", frame_head(opcode::binary, 4'097), head_of_16_bits,
         "close(1009)"},
        {"10.4", "more than 64 KiB", frame_head(opcode::text, 65'536), head_of_64_bits,
         "close(1009)"},
        {"10.4", "more than 4 KiB in fragments", begins("x") + goes_on(std::string(4'096, 'x')),
         begins("x").size() + head_of_16_bits, "close(1009)"},
    };
    for (const unsigned bits : {1U, 2U, 3U, 4U, 5U, 6U, 7U})
    {
        for (const auto kind : {opcode::text, opcode::binary, opcode::ping, opcode::close})
            out.push_back({"5.2", "reserved bits " + std::to_string(bits),
                           frame_of(kind, "\x03\xE8", {.reserved = bits}), two_octets});
    }
    for (const int code : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        out.push_back({"5.2", "opcode " + std::to_string(code),
                       frame_of(static_cast<opcode>(code), "x"), two_octets});
    return out;
}

// --- What does not

struct exchange
{
    std::string section; // of RFC 6455
    std::string what;
    std::string bytes;
    std::string heard;
    std::string behind{}; // what comes with their last octet: later the connection has gone
};

std::vector<exchange> exchanges()
{
    const std::string longest(125, '\xFE');
    return {
        {"5.5.2", "pings one after the other",
         ping("0") + ping("1") + ping("2") + ping("3") + ping("4") + ping("5") + bye,
         "pong(0) pong(1) pong(2) pong(3) pong(4) pong(5) close(1000)"},
        {"5.5.2", "ping without payload", ping() + bye, "pong() close(1000)"},
        {"5.5.2", "longest ping, which is no text", ping(longest) + bye,
         "pong(" + longest + ") close(1000)"},
        {"5.5.3", "pongs that nobody asked for",
         frame_of(opcode::pong, "") + frame_of(opcode::pong, longest) + ping("a") + bye,
         "pong(a) close(1000)"},
        {"5.4", "pings between the fragments of a text",
         begins("a") + ping("1") + goes_on("b") + ping("2") + goes_on("") + ping("3") + ends("c") +
             ping("4") + bye,
         "pong(1) pong(2) pong(3) pong(4) close(1000)"},
        {"5.4", "pongs between the fragments of a text",
         begins("a") + frame_of(opcode::pong, "b") + ends("c") + ping("d") + bye,
         "pong(d) close(1000)"},
        {"5.4", "text, and then one in fragments", text("a") + begins("b") + ends("c") + bye,
         "close(1000)"},
        {"5.4", "fragments with nothing in them",
         begins("") + goes_on("") + ends("") + ping("a") + bye, "pong(a) close(1000)"},
        {"5.4", "every fragment masked with a key of its own",
         frame_of(opcode::text, "\xE2", {.final = false, .mask = {1, 2, 3, 4}}) +
             frame_of(opcode::continuation, "\x82\xAC", {.mask = {0xFF, 0, 0x80, 7}}) + bye,
         "close(1000)"},
        {"5.6", "binary that is no UTF-8, in fragments",
         frame_of(opcode::binary, "\xC3", more_follows) + goes_on("\xFF") + ends("\xF0") + bye,
         "close(1000)"},
        {"8.1", "characters cut by fragments, and pings in the cuts",
         begins("\xC3") + ping("1") + goes_on("\xA9\xE2") + ping("2") + goes_on("\x82") +
             ping("3") + goes_on("\xAC\xF0\x9F") + ping("4") + goes_on("\x98") + ping("5") +
             ends("\x80") + bye,
         "pong(1) pong(2) pong(3) pong(4) pong(5) close(1000)"},
        {"5.5.1", "close between fragments, which go on behind it", begins("a") + close_frame(1000),
         "close(1000)", ends("b") + ping()},
        {"5.5.1", "close with half a character before it", begins("\xE2\x82") + close_frame(1001),
         "close(1001)"},
        {"5.5.1", "ping before a close, and one behind it", ping("a") + bye, "pong(a) close(1000)",
         ping("b")},
        {"5.5.1", "two closes", close_frame(1000), "close(1000)", close_frame(1001)},
        {"5.5.1", "text behind a close", bye, "close(1000)", text("a") + ping("b")},
        {"5.5.1", "fault behind a close", bye, "close(1000)",
         frame_of(opcode::text, "a", {.reserved = 7})},
        {"5.5.1", "close without a code", frame_of(opcode::close, ""), "close()", ping("a")},
        {"5.5.1", "close whose reason has characters of every length",
         close_frame(1000, "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), "close(1000)"},
        {"5.5.1", "longest close", close_frame(1000, std::string(123, 'x')), "close(1000)"},
        {"7.4.1", "close with code 1003", close_frame(1003), "close(1003)"},
        {"7.4.1", "close with code 1007", close_frame(1007), "close(1007)"},
        {"7.4.2", "close with code 1014", close_frame(1014), "close(1014)"},
        {"7.4.2", "close with code 3000", close_frame(3000), "close(3000)"},
        {"7.4.2", "close with code 4999", close_frame(4999), "close(4999)"},
    };
}

// --- Text

// What is no UTF-8, up to the octet that makes it plain.
struct no_text
{
    std::string section; // of RFC 3629
    std::string what;
    std::string octets;
};

std::vector<no_text> no_texts()
{
    std::vector<no_text> out{
        {"3", "an octet that goes on with nothing", "\x80"},
        {"3", "another one", "\xBF"},
        {"3", "one behind a character", "\xE2\x82\xAC\x80"},
        {"4", "2 octets where 1 would do", "\xC0"},
        {"4", "2 octets for U+007F", "\xC1"},
        {"4", "3 octets for U+0000", "\xE0\x80"},
        {"4", "3 octets for U+07FF", "\xE0\x9F"},
        {"4", "4 octets for U+0000", "\xF0\x80"},
        {"4", "4 octets for U+FFFF", "\xF0\x8F"},
        {"4", "U+D800", "\xED\xA0"},
        {"4", "U+DFFF", "\xED\xBF"},
        {"4", "a pair of surrogates", "a\xED\xAF"},
        {"4", "U+110000", "\xF4\x90"},
        {"4", "U+13FFFF", "\xF4\xBF"},
    };
    for (int first = 0xF5; first <= 0xFF; ++first)
        out.push_back({"4", "what begins no character", std::string(1, static_cast<char>(first))});
    for (int first = 0xC2; first <= 0xF4; ++first)
    {
        const auto begin = std::string(1, static_cast<char>(first));
        out.push_back({"3", "a character of one octet only", begin + " "});
        out.push_back({"3", "a character within another one", begin + begin});
    }
    for (const std::string begin : {"\xE2\x82", "\xF0\x9F", "\xF0\x9F\x98"})
    {
        out.push_back({"3", "a character that ends too early", begin + "\x7F"});
        out.push_back({"3", "a character that begins too early", begin + "\xC3"});
    }
    return out;
}

void append_character(std::string& to, std::uint32_t code)
{
    const auto append = [&](std::uint32_t octet) { to.push_back(static_cast<char>(octet)); };
    if (code < 0x80)
        return append(code);
    if (code < 0x800)
        append(0xC0 | code >> 6);
    if (code >= 0x800 && code < 0x1'0000)
        append(0xE0 | code >> 12);
    if (code >= 0x1'0000)
    {
        append(0xF0 | code >> 18);
        append(0x80 | (code >> 12 & 0x3F));
    }
    if (code >= 0x800)
        append(0x80 | (code >> 6 & 0x3F));
    append(0x80 | (code & 0x3F));
}

// Noncharacters, controls and private ones among them: what they mean is not UTF-8's matter.
std::string every_character()
{
    std::string out;
    for (std::uint32_t code = 0; code <= 0x10'FFFF; ++code)
    {
        if (code < 0xD800 || code > 0xDFFF)
            append_character(out, code);
    }
    return out;
}

} // namespace

TEST_CASE("a fault is told once, behind the answers to what came before, and ends everything")
{
    scene s;
    for (const auto& f : faults())
    {
        CAPTURE(f.section, f.what);
        const auto bytes = text("a") + ping("before") + f.frame + ping("behind") + bye;
        CHECK(heard_in_one_piece(s, bytes) == "pong(before) " + f.heard);
    }
}

TEST_CASE("a fault is the same when it comes octet by octet, and told as soon as it is plain")
{
    scene s;
    for (const auto& f : faults())
    {
        CAPTURE(f.section, f.what);
        CHECK(heard_octet_by_octet(s, f.frame.substr(0, f.plain_after)) == f.heard);
    }
}

TEST_CASE("what keeps to the rules is answered as it has to be, in whatever pieces it comes")
{
    scene s;
    for (const auto& e : exchanges())
    {
        CAPTURE(e.section, e.what);
        CHECK(heard_in_one_piece(s, e.bytes + e.behind) == e.heard);
        CHECK(heard_octet_by_octet(s, e.bytes) == e.heard);
    }
}

TEST_CASE("text that goes wrong is refused with the octet that does it, and not before")
{
    scene s;
    for (const auto& t : no_texts())
    {
        CAPTURE(t.section, t.what, t.octets);
        const auto wrong = t.octets.substr(t.octets.size() - 1);
        const auto before = t.octets.substr(0, t.octets.size() - 1);
        const auto cut = text("ok " + t.octets + " and more"); // and the rest never comes
        const auto head = text("").size() + 3;
        CHECK(heard_in_one_piece(s, cut.substr(0, head + t.octets.size())) == "close(1007)");
        CHECK(heard_in_one_piece(s, begins(before) + ping("still fine") + goes_on(wrong)) ==
              "pong(still fine) close(1007)");
        CHECK(heard_octet_by_octet(s, begins(before) + goes_on(wrong)) == "close(1007)");
    }
}

TEST_CASE("every character is text, in whatever frames and pieces it comes")
{
    scene s(without_message_limit());
    const auto all = every_character();
    const auto end = ping("all") + bye;
    CHECK(heard_in_one_piece(s, text(all) + end) == "pong(all) close(1000)");
    for (const std::size_t size : {997UL, 65'536UL}) // which cut characters at every octet
    {
        CHECK(heard_in_one_piece(s, in_fragments(opcode::text, all, size) + end) ==
              "pong(all) close(1000)");
        watcher w(s);
        w.send_in_pieces(text(all) + end, size);
        CHECK(w.rest() == "pong(all) close(1000)");
    }
    const auto few = in_fragments(opcode::text, "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 1);
    CHECK(heard_octet_by_octet(s, few + end) == "pong(all) close(1000)");
}

// Section 5.2: the length has another form from 126 on, and from 65,536 on.
TEST_CASE("a message may have any length, around the bounds of each form of it")
{
    scene s(without_message_limit());
    for (const auto kind : {opcode::text, opcode::binary})
    {
        for (const std::size_t size :
             {0UL, 1UL, 125UL, 126UL, 127UL, 128UL, 255UL, 256UL, 65'535UL, 65'536UL, 65'537UL})
        {
            CAPTURE(static_cast<int>(kind), size);
            const auto bytes = frame_of(kind, std::string(size, '*')) + ping("next") + bye;
            CHECK(heard_in_one_piece(s, bytes) == "pong(next) close(1000)");
            watcher w(s);
            w.send_in_pieces(bytes, 997);
            CHECK(w.rest() == "pong(next) close(1000)");
        }
        const auto small = frame_of(kind, std::string(126, '*')) + ping("next") + bye;
        CHECK(heard_octet_by_octet(s, small) == "pong(next) close(1000)");
    }
}

// Section 5.4: fragments are no messages, and only the message is limited.
TEST_CASE("a message may come in any number of fragments")
{
    scene s(without_message_limit());
    const std::string all(65'536, '*');
    for (const auto kind : {opcode::text, opcode::binary})
    {
        for (const std::size_t size : {1UL, 2UL, 64UL, 1'300UL, 4'096UL, 65'535UL})
        {
            CAPTURE(static_cast<int>(kind), size);
            const auto bytes = in_fragments(kind, all, size) + ping("next") + bye;
            CHECK(heard_in_one_piece(s, bytes) == "pong(next) close(1000)");
        }
    }
}
