#include "tests/support/catch.hpp"

#include <pajthy/handler/origin.hpp>

using namespace pajthy;

TEST_CASE("a page of the same host and port is one's own")
{
    CHECK(is_own_origin("http://pajthy.example", "pajthy.example", {}));
    CHECK(is_own_origin("http://pajthy.example:8000", "pajthy.example:8000", {}));
    CHECK(is_own_origin("https://pajthy.example", "pajthy.example", {}));
    CHECK(is_own_origin("http://[::1]:8000", "[::1]:8000", {}));
}

TEST_CASE("case makes no difference in an origin")
{
    CHECK(is_own_origin("HTTP://Pajthy.Example", "pajthy.EXAMPLE", {}));
    CHECK(is_own_origin("https://Tools.Example", "pajthy.example", {"https://tools.example"}));
}

TEST_CASE("a default port is as good as none")
{
    CHECK(is_own_origin("http://pajthy.example", "pajthy.example:80", {}));
    CHECK(is_own_origin("http://pajthy.example:80", "pajthy.example", {}));
    CHECK(is_own_origin("https://pajthy.example", "pajthy.example:443", {}));
    CHECK(is_own_origin("https://pajthy.example:443", "pajthy.example", {}));
}

TEST_CASE("the default port of the other scheme is another port")
{
    CHECK_FALSE(is_own_origin("http://pajthy.example", "pajthy.example:443", {}));
    CHECK_FALSE(is_own_origin("https://pajthy.example", "pajthy.example:80", {}));
    CHECK_FALSE(is_own_origin("http://pajthy.example:443", "pajthy.example", {}));
}

TEST_CASE("another host or port is foreign")
{
    CHECK_FALSE(is_own_origin("http://evil.example", "pajthy.example", {}));
    CHECK_FALSE(is_own_origin("http://pajthy.example:8001", "pajthy.example:8000", {}));
    CHECK_FALSE(is_own_origin("http://pajthy.example:8000", "pajthy.example", {}));
    CHECK_FALSE(is_own_origin("http://pajthy.example.evil.example", "pajthy.example", {}));
    CHECK_FALSE(is_own_origin("http://evilpajthy.example", "pajthy.example", {}));
    CHECK_FALSE(is_own_origin("http://pajthy.example@evil.example", "pajthy.example", {}));
}

TEST_CASE("an origin that is not of the web is foreign")
{
    CHECK_FALSE(is_own_origin("null", "pajthy.example", {}));
    CHECK_FALSE(is_own_origin("null", "null", {}));
    CHECK_FALSE(is_own_origin("", "pajthy.example", {}));
    CHECK_FALSE(is_own_origin("", "", {}));
    CHECK_FALSE(is_own_origin("pajthy.example", "pajthy.example", {}));
    CHECK_FALSE(is_own_origin("ftp://pajthy.example", "pajthy.example", {}));
    CHECK_FALSE(is_own_origin("file://", "", {}));
}

TEST_CASE("an origin on the list is welcome, and only as it stands there")
{
    const std::vector<std::string> allowed{"https://tools.example", "http://other.example:81"};
    CHECK(is_own_origin("https://tools.example", "pajthy.example", allowed));
    CHECK(is_own_origin("http://other.example:81", "pajthy.example", allowed));
    CHECK_FALSE(is_own_origin("http://tools.example", "pajthy.example", allowed));
    CHECK_FALSE(is_own_origin("https://tools.example:8443", "pajthy.example", allowed));
    CHECK_FALSE(is_own_origin("http://other.example", "pajthy.example", allowed));
    CHECK_FALSE(is_own_origin("https://sub.tools.example", "pajthy.example", allowed));
}
