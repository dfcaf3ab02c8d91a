#include "server/target.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace pajthy;

namespace
{

using path = std::vector<std::string>;
using query = std::vector<std::pair<std::string, std::string>>;

path path_of(std::string_view raw)
{
    const auto read = read_target(raw);
    INFO(raw);
    REQUIRE(read.has_value());
    return read->path;
}

query query_of(std::string_view raw)
{
    const auto read = read_target(raw);
    INFO(raw);
    REQUIRE(read.has_value());
    return read->query;
}

} // namespace

TEST_CASE("a target in origin-form is taken apart")
{
    CHECK(path_of("/") == path{""});
    CHECK(path_of("/a") == path{"a"});
    CHECK(path_of("/a/") == path{"a", ""});
    CHECK(path_of("/api/0123456789ab/control/start") ==
          path{"api", "0123456789ab", "control", "start"});
}

TEST_CASE("empty segments are kept")
{
    CHECK(path_of("/a//b") == path{"a", "", "b"});
    CHECK(path_of("//") == path{"", ""});
}

TEST_CASE("segments are percent-decoded")
{
    CHECK(path_of("/%61%62c") == path{"abc"});
    CHECK(path_of("/a%20b") == path{"a b"});
    CHECK(path_of("/%2525") == path{"%25"});
}

TEST_CASE("a query is taken apart and percent-decoded")
{
    CHECK(query_of("/a").empty());
    CHECK(query_of("/a?as=Ana") == query{{"as", "Ana"}});
    CHECK(query_of("/a?as=Ana%20Maria&x=%C3%A1") == query{{"as", "Ana Maria"}, {"x", "\xC3\xA1"}});
    CHECK(query_of("/a?as=a%26b%3Dc") == query{{"as", "a&b=c"}});
    CHECK(query_of("/a?as") == query{{"as", ""}});
    CHECK(query_of("/a?as=") == query{{"as", ""}});
}

TEST_CASE("a target in absolute-form is taken apart")
{
    CHECK(path_of("http://pajthy.example/a/b") == path{"a", "b"});
    CHECK(path_of("https://pajthy.example:8000/a?x=y") == path{"a"});
    CHECK(path_of("http://pajthy.example") == path{""});
    CHECK(path_of("http://pajthy.example/") == path{""});
}

TEST_CASE("the scheme of a target may be written in any case")
{
    CHECK(path_of("HTTP://pajthy.example/a") == path{"a"});
    CHECK(path_of("Https://pajthy.example/a") == path{"a"});
}

TEST_CASE("every other form is refused")
{
    for (const auto* raw : {"", "*", "a", "a/b", "pajthy.example:443", "?x", "#", "mailto:a@b",
                            "ftp://pajthy.example/a", "javascript:alert(1)", "/a b", "/a#b",
                            "/a\\b", "/\xC3\xA1", "/a\x01", "/<>", "/\"", "/{id}", "/^"})
    {
        CAPTURE(raw);
        CHECK(read_target(raw).has_error());
    }
}

TEST_CASE("an escape that is none is refused")
{
    for (const auto* raw : {"/%", "/%4", "/%zz", "/a?b=%", "/a?b=%0g"})
    {
        CAPTURE(raw);
        CHECK(read_target(raw).has_error());
    }
}

TEST_CASE("a path that goes up, hides something or is not ASCII is refused")
{
    for (const auto* raw :
         {"/.", "/..", "/a/../b", "/a/./b", "/%2e", "/%2E%2e", "/a/.%2e/b", "/a%2Fb", "/a%2fb",
          "/%C3%A1", "/a%5Cb", "/a%00b", "/a%0Ab", "/a%7F", "http://pajthy.example/../a"})
    {
        CAPTURE(raw);
        CHECK(read_target(raw).has_error());
    }
}

TEST_CASE("dots in a name are fine")
{
    CHECK(path_of("/assets/app-1.2.js") == path{"assets", "app-1.2.js"});
    CHECK(path_of("/...") == path{"..."});
    CHECK(path_of("/.well-known") == path{".well-known"});
}

// --- As browsers write it

TEST_CASE("the path of a page may have all that browsers let stand in it, and any bytes")
{
    const auto read = [](std::string_view raw) { return read_page_path(raw).value(); };
    CHECK(read("/") == path{""});
    CHECK(read("/a/control") == path{"a", "control"});
    CHECK(read("/a/?b/c") == path{"a", ""});
    CHECK(read("//a") == path{"", "a"});
    CHECK(read("/[a]|{b}^`\"<>'") == path{"[a]|{b}^`\"<>'"});
    CHECK(read("/a?[]|{}^\\\"<>`%") == path{"a"});
    CHECK(read("/a%E2%80%A6") == path{"a\xE2\x80\xA6"});
    CHECK(read("/%ff") == path{"\xFF"});
    CHECK(read("/a%20b") == path{"a b"});
}

TEST_CASE("a percent sign that begins no escape is one")
{
    const auto read = [](std::string_view raw) { return read_page_path(raw).value(); };
    CHECK(read("/%") == path{"%"});
    CHECK(read("/a%") == path{"a%"});
    CHECK(read("/%4") == path{"%4"});
    CHECK(read("/%zz%61") == path{"%zza"});
    CHECK(read("/%%61") == path{"%a"});
    CHECK(read("/%2561") == path{"%61"});
}

TEST_CASE("a page has no path that goes up or hides something, and none of another form")
{
    for (const auto* raw :
         {"", "*", "a", "?x", "http://a/b", "/.", "/..", "/a/../b", "/%2e", "/.%2E", "/a%2fb",
          "/a%5cb", "/a\\b", "/%00", "/%0a", "/%7f", "/a/%2e%2e?x"})
    {
        CAPTURE(raw);
        CHECK_FALSE(read_page_path(raw).has_value());
    }
}
