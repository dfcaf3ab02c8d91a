#include <pajthy/assets/assets.hpp>
#include <pajthy/assets/gzip.hpp>
#include <pajthy/assets/open_page.hpp>

#include "tests/support/catch.hpp"

#include <string>
#include <string_view>

namespace pajthy
{
namespace
{

using namespace std::string_view_literals;

constexpr auto plain = "<p>hello hello hello</p><script type=\"application/json\" id=\"view\">"sv;

// The same as zlib and brotli make it, flushed and not finished.
constexpr auto begun_gzip =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xb2\x29\xb0\xcb\x48\xcd\xc9\xc9\x57\x40\x22\x6d\xf4"
    "\x0b\xec\x6c\x8a\x93\x8b\x32\x0b\x4a\x14\x4a\x2a\x0b\x52\x6d\x95\x12\x0b\x0a\x72\x32\x93\x13"
    "\x4b\x32\xf3\xf3\xf4\xb3\x8a\xf3\xf3\x94\x14\x32\x53\x6c\x95\xca\x32\x53\xcb\x95\xec\x00\x00"
    "\x00\x00\xff\xff"sv;
constexpr auto begun_brotli = "as brotli"sv;

TEST_CASE("json in a page ends no element and begins no comment, and stays the same json")
{
    CHECK(closing("") == "</script></body></html>\n");
    CHECK(closing(R"({"Name":"</script><!--"})") == R"({"Name":"\u003c/script>\u003c!--"})"
                                                    "</script></body></html>\n");
}

TEST_CASE("a gzip stream that was begun goes on with what is known later")
{
    for (const std::size_t size : {0u, 1u, 23u, 65'535u, 65'536u, 200'000u})
    {
        CAPTURE(size);
        const std::string rest(size, 'x');
        const auto whole = finished_gzip(begun_gzip, plain, rest);
        CHECK(unpacked(whole) == std::string(plain) + rest);
    }
}

TEST_CASE("a gzip stream has the checksum of all of it")
{
    // As gzip itself has it for this text.
    const auto whole = finished_gzip(begun_gzip, plain, "{}");
    const auto trailer = whole.substr(whole.size() - 8);
    CHECK(trailer == std::string("\xd1\xc5\xd1\xad\x44\0\0\0", 8));
}

TEST_CASE("a brotli stream goes on in blocks as they are")
{
    CHECK(finished_brotli(begun_brotli, "") == "as brotli\x03");
    // 0: not the last; 00: 16 bits of length; 2 for 3 bytes; 1: uncompressed
    CHECK(finished_brotli(begun_brotli, "abc") == "as brotli\x10\x00\x08"
                                                  "abc\x03"sv);
    const std::string most(65'536, 'x');
    CHECK(finished_brotli(begun_brotli, most + "y") ==
          "as brotli\xf8\xff\x0f" + most + std::string("\x00\x00\x08y\x03", 5));
}

constexpr asset open_page[] = {
    {"vote.html", "text/html; charset=utf-8", "v1", plain, begun_gzip, begun_brotli}};

TEST_CASE("a page that ends in an open block is told from others, and is never the same")
{
    const asset_catalogue pages(open_page);
    const auto found = pages.respond({.path = {"0123456789ab"}, .if_none_match = "*"});
    REQUIRE(found.open == &open_page[0]);
    CHECK(found.status == boost::beast::http::status::ok);
    for (const auto& [name, value] : found.fields)
        CHECK(name != "ETag");
    CHECK(finished_page(found, "{}") == std::string(plain) + closing("{}"));
}

TEST_CASE("an open page is finished in the encoding that it was begun in")
{
    const asset_catalogue pages(open_page);
    const auto in = [&](std::string_view accepted)
    {
        return finished_page(pages.respond({.path = {"0123456789ab"}, .accept_encoding = accepted}),
                             "{}");
    };
    CHECK(in("gzip") == finished_gzip(begun_gzip, plain, closing("{}")));
    CHECK(in("br") == finished_brotli(begun_brotli, closing("{}")));
}

} // namespace
} // namespace pajthy
