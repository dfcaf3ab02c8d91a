// What people do to links, what browsers send, and what a person sees where there is nothing.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

const field_list browser{
    {"Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}};

enum class gives
{
    vote,
    control,
    home,
    error
};

struct row
{
    std::string target; // `ID` is that of a session
    gives what;
    unsigned status = 200;       // of the end, once every redirect has been followed
    std::string_view query = ""; // with which it ends
};

// Where a redirect leads, and that it leads nowhere but here.
std::string place_of(const http_response& moved)
{
    CHECK(moved.status == 308);
    const auto place = moved.field("Location");
    REQUIRE(place.starts_with('/'));
    REQUIRE_FALSE(place.starts_with("//"));
    REQUIRE(place.find_first_of("\\\r\n") == std::string::npos);
    return place;
}

void check_is_for_people(const http_response& a, std::string_view base)
{
    CHECK(a.field("Content-Type") == "text/html; charset=utf-8");
    CHECK(a.field("Content-Security-Policy").starts_with("default-src 'none'; "));
    CHECK(a.field("Cross-Origin-Opener-Policy").empty()); // it came without TLS
    CHECK(a.field("Cross-Origin-Embedder-Policy") == "require-corp");
    CHECK(a.field("X-Content-Type-Options") == "nosniff");
    CHECK(a.field("Cache-Control") == "no-store");
    CHECK(a.body.starts_with("<!doctype html>"));
    CHECK(a.body.find("<a href=\"" + std::string(base) + "/\">") != std::string::npos);
    CHECK(a.body.find("<script") == std::string::npos);
    CHECK(a.body.find("style=") == std::string::npos);
    CHECK(a.body.find("evil") == std::string::npos);
}

void check(const row& r, std::string_view base, http_client& c)
{
    CAPTURE(r.target);
    const std::string id = "0123456789ab";
    const auto seen = c.request("GET", r.target, {}, browser);
    auto place = r.target;
    auto last = seen;
    if (seen.status == 308)
    {
        place = place_of(seen);
        last = c.request("GET", place, {}, browser);
    }
    CAPTURE(place);
    CHECK(last.status == r.status);
    const auto cut = place.find('?');
    const auto path = place.substr(0, cut);
    const auto query = cut == std::string::npos ? "" : place.substr(cut);
    switch (r.what)
    {
    case gives::vote: CHECK(path == std::string(base) + "/" + id); break;
    case gives::control: CHECK(path == std::string(base) + "/" + id + "/control"); break;
    case gives::home:
        CHECK((path == std::string(base) + "/" || path == std::string(base) + "/new"));
        break;
    case gives::error: check_is_for_people(last, base); return;
    }
    CHECK(query == r.query);
    CHECK(last.field("Content-Security-Policy").starts_with("default-src 'none'; "));
}

} // namespace

TEST_CASE("a link opens its session whatever was done to it")
{
    for (const std::string base : {"", "/tools/pajthy"})
    {
        live_server s({.base_path = base});
        http_client c(s.port());
        const std::string vote = base + "/0123456789ab";
        const std::string control = vote + "/control";
        const std::string capital = base + "/0123456789AB";
        const row rows[] = {
            {vote, gives::vote},
            {vote + ".", gives::vote},
            {vote + ",", gives::vote},
            {vote + ";", gives::vote},
            {vote + ":", gives::vote},
            {vote + "!", gives::vote},
            {vote + ")", gives::vote},
            {vote + ").", gives::vote},
            {vote + "]", gives::vote},
            {vote + "}", gives::vote},
            {vote + "|", gives::vote},
            {vote + "'", gives::vote},
            {vote + "%22", gives::vote},
            {vote + "\"", gives::vote},
            {vote + "%3E", gives::vote},
            {vote + ">", gives::vote},
            {vote + "`", gives::vote},
            {vote + "^", gives::vote},
            {vote + "%", gives::vote},
            {vote + "%20", gives::vote},
            {vote + "%C2%A0", gives::vote},
            {vote + "%E2%80%A6", gives::vote},                   // …
            {vote + "%C2%BB", gives::vote},                      // »
            {vote + "%E2%80%9D.", gives::vote},                  // ”
            {vote + "%E3%80%82", gives::vote},                   // 。
            {vote + "%E2%80%8B", gives::vote},                   // a space without width
            {vote + "%E3%82%92%E9%96%8B%E3%81%84", gives::vote}, // a sentence that goes on
            {vote + "/", gives::vote},
            {vote + "//", gives::vote},
            {vote + "/.%22", gives::vote},
            {vote + "/,", gives::vote},
            {capital, gives::vote},
            {capital + ").", gives::vote},
            {base + "//0123456789ab", gives::vote},
            {"/" + vote, gives::vote},
            {"//" + vote + "/", gives::vote},
            {vote + "?utm_source=mail&utm_medium=x", gives::vote, 200,
             "?utm_source=mail&utm_medium=x"},
            {vote + "?fbclid=Iw.AR-2", gives::vote, 200, "?fbclid=Iw.AR-2"},
            {vote + "/?fbclid=x", gives::vote, 200, "?fbclid=x"},
            {vote + "?x=[1]|{2}^%\\\"<>`", gives::vote, 200, "?x=[1]|{2}^%\\\"<>`"},
            {vote + ".?x=[%", gives::vote, 200, "?x=[%"},
            {vote + "?", gives::vote, 200, "?"},
            {control, gives::control},
            {control + ".", gives::control},
            {control + "/", gives::control},
            {control + "%C2%BB", gives::control},
            {control + ")?utm_source=x", gives::control, 200, "?utm_source=x"},
            {capital + "/Control", gives::control},
            {capital + "/CONTROL/", gives::control},
            {base + "//0123456789ab//control", gives::control},
            {base + "/", gives::home},
            {base + "//", gives::home},
            {base + "/?fbclid=x", gives::home, 200, "?fbclid=x"},
            {base + "/?[%", gives::home, 200, "?[%"},
            {base + "/new?deck=[a],{b}|c^%,\"<>", gives::home, 200, "?deck=[a],{b}|c^%,\"<>"},
            {base + "/new/?deck=1;2", gives::home, 200, "?deck=1;2"},
            {base + "/New?deck=fist", gives::home, 200, "?deck=fist"},
        };
        for (const auto& r : rows)
            check(r, base, c);
        if (base.empty())
            continue;
        check({base, gives::home}, base, c);
        check({base + ".", gives::home}, base, c);
        check({base + ").?x", gives::home, 200, "?x"}, base, c);
    }
}

TEST_CASE("where there is nothing, somebody with a browser sees a page with a way home")
{
    for (const std::string base : {"", "/tools/pajthy"})
    {
        live_server s({.base_path = base});
        http_client c(s.port());
        const row rows[] = {
            {base + "/evil.example", gives::error, 404},
            {base + "/a/b", gives::error, 404},
            {base + "/0123456789ab/x", gives::error, 404},
            {base + "/0123456789ab/control/x", gives::error, 404},
            {base + "/index.html", gives::error, 404},
            {base + "/assets/evil.js", gives::error, 404},
            {base + "/robots.txt", gives::error, 404},
            {base + "/evil%20evil", gives::error, 404},
            {base + "/%3Cscript%3Eevil()%3C/script%3E", gives::error, 404},
            {base + "/evil-%C3%A9", gives::error, 404},
            {base + "/evil%E2%80%A6", gives::error, 404},
            {base + "/%ff", gives::error, 404},
            {base + "/...", gives::error, 404},
            {base + "/%", gives::error, 404},
            {base + "/[evil]x-y", gives::error, 404},
            {"//evil.example/", gives::error, 404},
            {"//evil.example/%2e%2e", gives::error, 400},
            {"///evil.example", gives::error, 404},
            {base + "//evil.example/", gives::error, 404},
            {"/\\evil.example", gives::error, 400},
            {base + "/..%2fevil", gives::error, 400},
            {base + "/%2e%2e/", gives::error, 400},
            {base + "/a%00", gives::error, 400},
            {base + "/a%0d%0aevil:x", gives::error, 400},
            {base + "/Api", gives::error, 404},
            {base + "/api.", gives::error, 404},
            {base + "//api/", gives::error, 404},
            {base + "/version", gives::error, 404},
            {base + "/" + std::string(100, 'e') + "-evil", gives::error, 404},
        };
        for (const auto& r : rows)
            check(r, base, c);
    }
}

TEST_CASE("a page that is asked for in a way that it can't be is one for people, too")
{
    live_server s({.base_path = "/p"});
    http_client c(s.port());
    const auto posted = c.request("POST", "/p/0123456789ab", "x", browser);
    CHECK(posted.status == 405);
    CHECK(posted.field("Allow") == "GET, HEAD, OPTIONS");
    check_is_for_people(posted, "/p");
    const auto head = c.request("HEAD", "/p/a/b", {}, browser);
    CHECK(head.status == 404);
    CHECK(head.body.empty());
    CHECK(head.field("Content-Type") == "text/html; charset=utf-8");
    check_is_for_people(c.request("DELETE", "/p/healthz", {}, browser), "/p");
}

TEST_CASE("what is too long is refused with a page")
{
    live_server s({.base_path = "/p"});
    const auto asked = [&](std::string_view target, const field_list& more)
    {
        auto fields = browser;
        fields.insert(fields.end(), more.begin(), more.end());
        return request_once(s.port(), "GET", target, {}, fields);
    };
    for (const std::size_t size : {3'000U, 15'000U, 20'000U})
    {
        CAPTURE(size);
        const auto refused = asked("/p/" + std::string(size, 'x'), {});
        CHECK(refused.status == 414);
        check_is_for_people(refused, "/p");
    }
    const auto cookies = asked("/p/", {{"Cookie", std::string(17'000, 'x')}});
    CHECK(cookies.status == 431);
    check_is_for_people(cookies, "/p");
    field_list many;
    for (int i = 0; i < 70; ++i)
        many.emplace_back("X-" + std::to_string(i), "y");
    const auto fields = asked("/p/", many);
    CHECK(fields.status == 431);
    check_is_for_people(fields, "/p");
    const auto raw = asked("/p/\xC3\xA9", {});
    CHECK(raw.status == 400);
    check_is_for_people(raw, "/p");
}

TEST_CASE("a client that is no browser gets problems, and so does every client of the API")
{
    live_server s;
    http_client c(s.port());
    struct problem
    {
        const char* method;
        std::string target;
        field_list fields;
        unsigned status;
    };
    for (const auto& [method, target, fields, status] : {
             problem{"GET", "/a/b", {}, 404},
             problem{"GET", "/a/b", {{"Accept", "*/*"}}, 404},
             problem{"GET", "/a/b", {{"Accept", "application/json"}}, 404},
             problem{"GET", "/%", {}, 404},
             problem{"GET", "/..", {}, 400},
             problem{"POST", "/", {}, 405},
             problem{"GET", "/" + std::string(3'000, 'x'), {}, 414},
             problem{"GET", "/api/x/y/z", browser, 404},
             problem{"GET", "/api/0123456789ab", browser, 404},
             problem{"GET", "/api/0123456789AB", browser, 404},
             problem{"GET", "/api/0123456789ab.", browser, 404},
             problem{"GET", "/api/0123456789ab?as=[", browser, 400},
             problem{"GET", "/api/0123456789ab?as=%", browser, 400},
             problem{"GET", "/api/%", browser, 400},
             problem{"GET", "/api/[x]", browser, 400},
             problem{"GET", "/api/%C3%A9", browser, 400},
             problem{"GET", "/api//0123456789ab", browser, 404},
             problem{"GET", "/%61pi/x?[", {}, 400},
             problem{"POST", "/API/", {}, 404},
         })
    {
        CAPTURE(method, target);
        const auto refused = request_once(s.port(), method, target, {}, fields);
        CHECK(refused.status == status);
        CHECK(refused.field("Content-Type") == "application/problem+json");
        CHECK(refused.field("Content-Security-Policy").empty());
    }
}
