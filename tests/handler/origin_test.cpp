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

TEST_CASE("no origin is that of an empty host")
{
    for (const auto* origin : {"http://", "https://", "http://:80", "https://:443", "null", ""})
    {
        CHECK_FALSE(is_own_origin(origin, "", {}));
        CHECK_FALSE(is_own_origin(origin, "", {}, true));
    }
}

TEST_CASE("where the browser says that page and request are same-origin, the port may differ")
{
    const auto is_own = [](std::string_view origin, std::string_view host)
    { return is_own_origin(origin, host, {}, true); };
    CHECK(is_own("https://pajthy.example:8443", "pajthy.example"));
    CHECK(is_own("https://pajthy.example", "pajthy.example:8000"));
    CHECK(is_own("http://pajthy.example:1", "Pajthy.Example:2"));
    CHECK(is_own("http://[::1]:8080", "[::1]:8000"));
    CHECK_FALSE(is_own_origin("https://pajthy.example:8443", "pajthy.example", {}, false));
    CHECK_FALSE(is_own("https://evil.example:8443", "pajthy.example"));
    CHECK_FALSE(is_own("https://pajthy.example.evil.example", "pajthy.example"));
    CHECK_FALSE(is_own("https://pajthy.example:80@evil.example", "pajthy.example"));
    CHECK_FALSE(is_own("http://[::1]:8080", "[::2]:8000"));
    CHECK_FALSE(is_own("http://10.0.0.1", "10.0.0.2"));
    CHECK_FALSE(is_own("http://:8080", ":8000"));
    CHECK_FALSE(is_own("null", "null"));
    CHECK_FALSE(is_own("", ""));
}

TEST_CASE("the warning of a foreign origin names both and what would help")
{
    CHECK(origin_warning("https://a.example", "b.example:8000") ==
          "refused a change by a page of origin https://a.example, for Host \"b.example:8000\". "
          "If the page is pajthy's own: let the proxy pass the Host that the browser sends, or "
          "start with --allow-origin https://a.example");
    CHECK(
        origin_warning("null", "a").ends_with("a proxy has given the Referrer-Policy no-referrer"));
}

TEST_CASE("a stranger's words stay short and visible in the warning, and are no advice")
{
    const auto odd = origin_warning("http://a\nb", std::string(5'000, 'x') + "\x1b");
    CHECK(odd.find("http://a\\x0ab") != std::string::npos);
    CHECK(odd.find("--allow-origin") == std::string::npos);
    CHECK(odd.size() < 400);
    CHECK(origin_warning("ftp://a", "b").find("--allow-origin") == std::string::npos);
    CHECK(origin_warning("http://" + std::string(5'000, 'x'), "b").size() < 400);
}
