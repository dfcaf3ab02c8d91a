#include "tests/support/catch.hpp"

#include <pajthy/rfc6455/frame_reader.hpp>

#include <string>
#include <string_view>

using namespace pajthy;
using namespace std::string_literals;
using rfc6455::frame_reader;
using rfc6455::opcode;

namespace
{

constexpr std::string_view mask = "\x37\xfa\x21\x3d";

std::string masked(std::string_view payload)
{
    std::string out;
    for (std::size_t i = 0; i < payload.size(); ++i)
        out.push_back(static_cast<char>(payload[i] ^ mask[i % mask.size()]));
    return out;
}

// A client's frame with these first bytes: `head` up to the mask.
std::string frame(std::string_view head, std::string_view payload)
{
    return std::string(head) + std::string(mask) + masked(payload);
}

// One with a length of up to 125 bytes.
std::string frame(int first, std::string_view payload)
{
    const std::string head{static_cast<char>(first), static_cast<char>(0x80 | payload.size())};
    return frame(head, payload);
}

std::string text_of(const frame_reader::received& h)
{
    using kind = frame_reader::kind;
    switch (h.what)
    {
    case kind::fragment: return "fragment";
    case kind::message: return "message";
    case kind::ping: return "ping(" + h.payload + ")";
    case kind::pong: return "pong(" + h.payload + ")";
    case kind::close: return "close(" + std::to_string(h.code) + ")";
    case kind::failure: break;
    }
    return "failure(" + std::to_string(h.code) + ")";
}

// All that happens, in words; `bytes` come in pieces of `step`.
std::string read_all(std::string_view bytes, std::size_t step, std::size_t most = 4'096)
{
    frame_reader r(most);
    std::string out;
    while (!bytes.empty())
    {
        auto piece = bytes.substr(0, step);
        bytes.remove_prefix(piece.size());
        while (!piece.empty())
        {
            if (const auto h = r.read(piece))
                out.append(out.empty() ? "" : " ").append(text_of(*h));
        }
    }
    return out;
}

// The same in whatever pieces the bytes come, or the test fails.
std::string read_all(std::string_view bytes)
{
    const auto out = read_all(bytes, bytes.size());
    for (std::size_t step = 1; step <= 8; ++step)
    {
        CAPTURE(step);
        CHECK(read_all(bytes, step) == out);
    }
    return out;
}

std::string close_with(int code, std::string_view reason = {})
{
    std::string payload{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    return frame(0x88, payload.append(reason));
}

} // namespace

TEST_CASE("the masked frame of RFC 6455 section 5.7 is a message")
{
    CHECK(read_all("\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58") == "message");
}

TEST_CASE("messages, pings and pongs are returned one after the other")
{
    CHECK(read_all(frame(0x81, "a") + frame(0x82, "\xFF") + frame(0x89, "hi") + frame(0x8A, "") +
                   frame(0x81, "")) == "message message ping(hi) pong() message");
}

TEST_CASE("fragments are one message, and control frames may stand between them")
{
    CHECK(read_all(frame(0x01, "a") + frame(0x89, "x") + frame(0x00, "b") + frame(0x80, "c") +
                   frame(0x81, "d")) == "fragment ping(x) fragment message message");
}

TEST_CASE("a frame without a mask is a failure")
{
    CHECK(read_all("\x81\x05Hello") == "failure(1002)");
}

TEST_CASE("reserved bits and opcodes are failures")
{
    for (const int first :
         {0xC1, 0xA1, 0x91, 0xF1, 0x83, 0x84, 0x85, 0x86, 0x87, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F, 0xC9})
    {
        CAPTURE(first);
        CHECK(read_all(frame(first, "x")) == "failure(1002)");
    }
}

TEST_CASE("a failure in the first two bytes is returned without waiting for the rest")
{
    CHECK(read_all("\x83\x80"s) == "failure(1002)");
    CHECK(read_all("\x81\x05"s) == "failure(1002)");
}

TEST_CASE("a control frame that is fragmented or longer than 125 bytes is a failure")
{
    CHECK(read_all(frame(0x09, "x")) == "failure(1002)");
    CHECK(read_all(frame("\x89\xFE\x00\x7E"s, std::string(126, 'x'))) == "failure(1002)");
    CHECK(read_all(frame(0x89, std::string(125, 'x'))) == "ping(" + std::string(125, 'x') + ")");
}

TEST_CASE("a continuation of nothing, and a message inside of another, are failures")
{
    CHECK(read_all(frame(0x80, "x")) == "failure(1002)");
    CHECK(read_all(frame(0x81, "x") + frame(0x80, "x")) == "message failure(1002)");
    CHECK(read_all(frame(0x01, "x") + frame(0x81, "x")) == "fragment failure(1002)");
}

TEST_CASE("a length that could be shorter, or is more than 63 bits, is a failure")
{
    CHECK(read_all("\x81\xFE\x00\x7D"s + std::string(mask)) == "failure(1002)");
    CHECK(read_all("\x81\xFF\x00\x00\x00\x00\x00\x00\xFF\xFF"s + std::string(mask)) ==
          "failure(1002)");
    CHECK(read_all("\x82\xFF\x80\x00\x00\x00\x00\x00\x00\x00"s + std::string(mask)) ==
          "failure(1002)");
    CHECK(read_all(frame("\x81\xFE\x00\x7E"s, std::string(126, 'x'))) == "message");
}

TEST_CASE("a message may be as long as it may, in one frame or in several, and no longer")
{
    CHECK(read_all(frame("\x81\xFE\x10\x00"s, std::string(4'096, 'x'))) == "message");
    CHECK(read_all("\x81\xFE\x10\x01"s + std::string(mask)) ==
          "failure(1009)"); // by its length alone
    CHECK(read_all(frame("\x01\xFE\x0F\xFF"s, std::string(4'095, 'x')) + frame(0x80, "x")) ==
          "fragment message");
    CHECK(read_all(frame("\x01\xFE\x0F\xFF"s, std::string(4'095, 'x')) + frame(0x80, "xx")) ==
          "fragment failure(1009)");
    CHECK(read_all(frame("\x81\xFE\x10\x00"s, std::string(4'096, 'x')) + frame(0x81, "x")) ==
          "message message");
}

TEST_CASE("without a limit a message may be of any length")
{
    const auto long_one =
        frame("\x82\xFF\x00\x00\x00\x00\x00\x01\x00\x00"s, std::string(65'536, 'x'));
    CHECK(read_all(long_one, long_one.size(), 0) == "message");
}

TEST_CASE("text that is no UTF-8 is a failure as soon as that is plain; binary may be anything")
{
    CHECK(read_all(frame(0x81, "\xC3\xA1")) == "message");
    CHECK(read_all(frame(0x01, "\xC3") + frame(0x80, "\xA1")) == "fragment message");
    CHECK(read_all(frame(0x01, "\xC3") + frame(0x89, "\xFF") + frame(0x80, "\xA1")) ==
          "fragment ping(\xFF) message");
    CHECK(read_all(frame(0x81, "\xC3")) == "failure(1007)");
    CHECK(read_all(frame(0x01, "\xC3") + frame(0x80, "x")) == "fragment failure(1007)");
    CHECK(read_all("\x81\xFE\x10\x00"s + std::string(mask) + masked("\xFF")) == "failure(1007)");
    CHECK(read_all(frame(0x82, "\xFF")) == "message");
    CHECK(read_all(frame(0x81, "\xC3") + frame(0x81, "\xA1")) == "failure(1007)");
    CHECK(read_all(frame(0x02, "\xC3") + frame(0x80, "")) == "fragment message");
}

TEST_CASE("a close tells its code, and nothing happens after it")
{
    CHECK(read_all(close_with(1000) + frame(0x81, "x")) == "close(1000)");
    CHECK(read_all(close_with(1001, "bye \xC3\xA1")) == "close(1001)");
    CHECK(read_all(frame(0x88, "")) == "close(0)");
}

TEST_CASE("codes that nobody may send are failures")
{
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014,
                           3000, 3999, 4000, 4999})
        CHECK(read_all(close_with(code)) == "close(" + std::to_string(code) + ")");
    for (const int code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65'535})
    {
        CAPTURE(code);
        CHECK(read_all(close_with(code)) == "failure(1002)");
    }
}

TEST_CASE("half a code and a reason that is no UTF-8 are failures")
{
    CHECK(read_all(frame(0x88, "\x03")) == "failure(1002)");
    CHECK(read_all(close_with(1000, "\xFF")) == "failure(1007)");
    CHECK(read_all(close_with(1000, "\xC3")) == "failure(1007)");
}

TEST_CASE("nothing happens after a failure")
{
    CHECK(read_all(frame(0x83, "") + frame(0x81, "x") + close_with(1000)) == "failure(1002)");
}
