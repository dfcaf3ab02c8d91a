#include "tests/support/catch.hpp"

#include <pajthy/rfc6455/frame.hpp>
#include <pajthy/rfc6455/utf8_stream.hpp>

#include <string>
#include <string_view>

using namespace pajthy;
using namespace std::string_literals;
using rfc6455::opcode;

namespace
{

bool is_utf8(std::string_view text)
{
    rfc6455::utf8_stream s;
    for (const char c : text)
    {
        if (!s.take(static_cast<std::uint8_t>(c)))
            return false;
    }
    return s.complete();
}

} // namespace

TEST_CASE("the sample frames of RFC 6455 section 5.7 look like this")
{
    CHECK(rfc6455::frame_of(opcode::text, "Hello") == "\x81\x05Hello");
    CHECK(rfc6455::frame_of(opcode::ping, "Hello") == "\x89\x05Hello");
    CHECK(rfc6455::frame_of(opcode::binary, std::string(256, 'x')) ==
          "\x82\x7E\x01\x00"s + std::string(256, 'x'));
    CHECK(rfc6455::frame_of(opcode::binary, std::string(65'536, 'x')) ==
          "\x82\x7F\x00\x00\x00\x00\x00\x01\x00\x00"s + std::string(65'536, 'x'));
}

TEST_CASE("a length is written as short as can be")
{
    CHECK(rfc6455::frame_of(opcode::text, "") == "\x81\x00"s);
    CHECK(rfc6455::frame_of(opcode::text, std::string(125, 'x')).size() == 127);
    CHECK(rfc6455::frame_of(opcode::text, std::string(126, 'x')).size() == 130);
    CHECK(rfc6455::frame_of(opcode::text, std::string(65'535, 'x')).size() == 65'539);
    CHECK(rfc6455::frame_of(opcode::text, std::string(65'536, 'x')).size() == 65'546);
}

TEST_CASE("a frame carries what was put into it")
{
    for (const std::size_t size : {0U, 1U, 125U, 126U, 65'535U, 65'536U})
    {
        const std::string payload(size, 'x');
        CHECK(rfc6455::payload_of(rfc6455::frame_of(opcode::text, payload)) == payload);
    }
}

TEST_CASE("a close says its code, or nothing")
{
    CHECK(rfc6455::close_frame(1001) == "\x88\x02\x03\xE9");
    CHECK(rfc6455::close_frame(0) == "\x88\x00"s);
}

TEST_CASE("the sample key of RFC 6455 section 1.3 is accepted like this")
{
    CHECK(rfc6455::accept_of("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

TEST_CASE("text in UTF-8 is told from what is none")
{
    for (const auto* good : {"", "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80",
                             "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80",
                             "\xF4\x8F\xBF\xBF", "\xC3\xA1\xE2\x82\xAC\xF0\x9F\x98\x80z"})
    {
        CAPTURE(good);
        CHECK(is_utf8(good));
    }
    for (const auto* bad :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2z", "\xE0\x9F\xBF", "\xE2\x82",
          "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xF0\x9F\x98", "\xFE", "\xFF", "a\xC2\xC2\x80", "\xE2\x82\xAC\x80"})
    {
        CAPTURE(bad);
        CHECK_FALSE(is_utf8(bad));
    }
}
