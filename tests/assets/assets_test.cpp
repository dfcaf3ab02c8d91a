#include "tests/support/catch.hpp"

#include <pajthy/assets/assets.hpp>
#include <pajthy/assets/gzip.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace pajthy;
namespace http = boost::beast::http;

namespace
{

// Sorted by path, as the bundle is. The favicon has no other encodings.
constexpr asset files[] = {
    {"assets/app-1a2b.js", "text/javascript; charset=utf-8", "a1", "plain js", "gzip js", "br js"},
    {"control.html", "text/html; charset=utf-8", "c1", "plain control", "gzip control",
     "br control"},
    {"favicon.svg", "image/svg+xml", "f1", "plain icon", "", ""},
    {"index.html", "text/html; charset=utf-8", "i1", "plain index", "gzip index", "br index"},
    {"robots.txt", "text/plain; charset=utf-8", "r1", "plain robots", "gzip robots", ""},
    {"vote.html", "text/html; charset=utf-8", "v1", "plain vote", "gzip vote", "br vote"},
};

asset_response get(const std::vector<std::string>& path, std::string_view accept_encoding = {},
                   std::string_view if_none_match = {}, bool secure = false)
{
    return asset_catalogue(files).respond({path, accept_encoding, if_none_match, {}, secure});
}

constexpr asset translated[] = {
    {"control.html", "text/html", "c1", "control in English", "", ""},
    {"control.hu.html", "text/html", "c2", "control in Hungarian", "", ""},
    {"control.pt-BR.html", "text/html", "c3", "control in Portuguese", "", ""},
    {"index.html", "text/html", "i1", "index in English", "", ""},
    {"index.hu.html", "text/html", "i2", "index in Hungarian", "", ""},
    {"index.pt-BR.html", "text/html", "i3", "index in Portuguese", "", ""},
    {"vote.html", "text/html", "v1", "vote in English", "", ""},
    {"vote.hu.html", "text/html", "v2", "vote in Hungarian", "", ""},
    {"vote.pt-BR.html", "text/html", "v3", "vote in Portuguese", "", ""},
};

asset_response read_by(const reader_languages& reader, const std::vector<std::string>& path)
{
    return asset_catalogue(translated).respond({.path = path, .languages = reader});
}

std::string field(const asset_response& response, std::string_view name)
{
    for (const auto& [key, value] : response.fields)
    {
        if (key == name)
            return value;
    }
    return {};
}

// What is sent of the script, which has all encodings, to a client that accepts this.
std::string_view script_for(std::string_view accept_encoding)
{
    return get({"assets", "app-1a2b.js"}, accept_encoding).body;
}

} // namespace

// --- Which file

TEST_CASE("each URL of a page gives its page")
{
    CHECK(get({}).body == "plain index");
    CHECK(get({""}).body == "plain index");
    CHECK(get({"0123456789ab"}).body == "plain vote");
    CHECK(get({"0123456789ab", "control"}).body == "plain control");
    CHECK(get({""}).status == http::status::ok);
    CHECK(get({""}).content_type == "text/html; charset=utf-8");
}

TEST_CASE("a recipe link gives the home page, and nothing else does that looks like one")
{
    CHECK(get({"new"}).body == "plain index");
    CHECK(get({"new"}).status == http::status::ok);
    CHECK(get({"new"}, "br").body == "br index");
    CHECK(field(get({"new"}), "ETag") == field(get({""}), "ETag"));
    CHECK(get({"news"}).body == "plain vote");
    CHECK(get({"new0123456789"}).body == "plain vote");
    CHECK(get({"new", ""}).status == http::status::not_found);
    CHECK(get({"new", "x"}).status == http::status::not_found);
    CHECK(get({"", "new"}).status == http::status::not_found);
}

TEST_CASE("an id is opaque: whatever could be one gives the page")
{
    CHECK(get({"x"}).body == "plain vote");
    CHECK(get({"ab9"}).body == "plain vote");
    CHECK(get({"Ab9"}).status == http::status::not_found);
    CHECK(get({"control"}).body == "plain vote");
    CHECK(get({"control", "control"}).body == "plain control");
}

TEST_CASE("each page comes in the language of who reads it, and says in which")
{
    CHECK(read_by({}, {""}).body == "index in English");
    CHECK(field(read_by({}, {""}), "Content-Language") == "en");
    CHECK(read_by({"", "hu-HU,hu;q=0.9,en;q=0.8"}, {"0123456789ab"}).body == "vote in Hungarian");
    CHECK(read_by({"", "pt"}, {"0123456789ab", "control"}).body == "control in Portuguese");
    CHECK(field(read_by({"", "pt"}, {"new"}), "Content-Language") == "pt-BR");
    CHECK(read_by({"hu", "pt"}, {"new"}).body == "index in Hungarian");
    CHECK(read_by({"", "xx, *"}, {""}).body == "index in English");
    CHECK(read_by({"hu", ""}, {"vote.hu.html"}).status == http::status::not_found);
    CHECK(field(read_by({"hu", ""}, {""}), "ETag") != field(read_by({}, {""}), "ETag"));
}

TEST_CASE("a page is known by its path alone")
{
    const asset_catalogue pages(files);
    for (const auto& path :
         {std::vector<std::string>{}, {""}, {"new"}, {"0123456789ab"}, {"0123456789ab", "control"}})
        CHECK(pages.has_page(path));
    for (const auto& path : {std::vector<std::string>{"vote.html"},
                             {"favicon.svg"},
                             {"healthz"},
                             {"0123456789ab", "x"},
                             {"assets", "app-1a2b.js"}})
        CHECK_FALSE(pages.has_page(path));
    CHECK_FALSE(asset_catalogue({}).has_page({""}));
}

TEST_CASE("what operators ask servers for is no id")
{
    for (const auto* word : {"healthz", "readyz", "livez", "metrics", "version", "health", "ready",
                             "live", "status", "statusz", "ping"})
    {
        CAPTURE(word);
        CHECK(get({word}).status == http::status::not_found);
        CHECK(get({word, "control"}).status == http::status::not_found);
        CHECK(get({std::string(word) + "0"}).body == "plain vote");
    }
}

TEST_CASE("a file of the bundle gives that file")
{
    const auto icon = get({"favicon.svg"});
    CHECK(icon.status == http::status::ok);
    CHECK(icon.body == "plain icon");
    CHECK(icon.content_type == "image/svg+xml");
    CHECK(get({"assets", "app-1a2b.js"}).body == "plain js");
}

TEST_CASE("what is neither a page nor a file is 404 without a body")
{
    const std::vector<std::vector<std::string>> wrong{{"assets", "app.js"},
                                                      {"favicon.ico"},
                                                      {"a-b"},
                                                      {"a", "b"},
                                                      {"a", ""},
                                                      {"a", "control", ""},
                                                      {"a", "control", "x"},
                                                      {"", "control"},
                                                      {"a b"},
                                                      {"\xC3\xA1"},
                                                      {"assets/app-1a2b.js2"},
                                                      {"..", "index.html"},
                                                      {"a", "Control"},
                                                      {"assets", ""}};
    for (const auto& path : wrong)
    {
        CAPTURE(path);
        const auto response = get(path);
        CHECK(response.status == http::status::not_found);
        CHECK(response.body.empty());
        CHECK(response.fields.empty());
    }
}

TEST_CASE("a page is not to be had by the name of its file")
{
    CHECK(get({"index.html"}).status == http::status::not_found);
    CHECK(get({"vote.html"}).status == http::status::not_found);
    CHECK(get({"control.html"}).status == http::status::not_found);
}

TEST_CASE("a catalogue without files knows nothing")
{
    const asset_catalogue empty({});
    CHECK(empty.respond({{""}, {}, {}, {}}).status == http::status::not_found);
    CHECK(empty.respond({{"a"}, {}, {}, {}}).status == http::status::not_found);
}

// --- Which encoding (RFC 9110 section 12.5.3)

TEST_CASE("a client that says nothing about encodings gets the plain file")
{
    const auto response = get({"assets", "app-1a2b.js"});
    CHECK(response.body == "plain js");
    CHECK(field(response, "Content-Encoding").empty());
}

TEST_CASE("a client gets the smallest encoding that it accepts")
{
    CHECK(script_for("gzip, deflate, br") == "br js");
    CHECK(script_for("br") == "br js");
    CHECK(script_for("gzip") == "gzip js");
    CHECK(script_for("gzip, deflate, zstd") == "gzip js");
    CHECK(script_for("deflate") == "plain js");
    CHECK(field(get({"assets", "app-1a2b.js"}, "gzip, br"), "Content-Encoding") == "br");
    CHECK(field(get({"assets", "app-1a2b.js"}, "gzip"), "Content-Encoding") == "gzip");
}

TEST_CASE("a file that is there packed alone is unpacked for who takes nothing else")
{
    constexpr std::string_view gzip("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x2b\xc8\x49\xcc"
                                    "\xcc\xd3\x51\x28\xc0\xa4\x00\x48\x0a\x06\xa9\x1a\x00\x00\x00",
                                    29);
    constexpr asset packed[] = {{"a.js", "text/javascript", "a1", "", gzip, "br js"}};
    const asset_catalogue scripts(packed);
    const auto plain = scripts.respond({.path = {"a.js"}});
    CHECK(plain.body.empty());
    CHECK(plain.unpacked == "plain, plain, plain, plain");
    CHECK(field(plain, "Content-Encoding").empty());
    CHECK(field(plain, "ETag") == "\"a1-identity\"");
    CHECK(scripts.respond({.path = {"a.js"}, .accept_encoding = "gzip"}).body == gzip);
    CHECK(scripts.respond({.path = {"a.js"}, .if_none_match = "*"}).unpacked.empty());
}

TEST_CASE("weights decide between encodings")
{
    CHECK(script_for("gzip;q=1.0, br;q=0.5") == "gzip js");
    CHECK(script_for("gzip;q=0.5, br;q=0.8") == "br js");
    CHECK(script_for("gzip;q=0.5, br;q=0.5") == "br js");
    CHECK(script_for("identity;q=1, gzip;q=0.5") == "plain js");
    CHECK(script_for("gzip; q=0.1") == "gzip js");
    CHECK(script_for("br;q=0.001") == "br js");
}

TEST_CASE("a weight of zero refuses an encoding")
{
    CHECK(script_for("br;q=0, gzip") == "gzip js");
    CHECK(script_for("br;q=0.0, gzip;q=0.000") == "plain js");
    CHECK(script_for("br;q=0") == "plain js");
}

TEST_CASE("a star stands for every encoding that is not named")
{
    CHECK(script_for("*") == "br js");
    CHECK(script_for("*;q=0.1") == "br js");
    CHECK(script_for("br;q=0, *") == "gzip js");
    CHECK(script_for("br;q=0, *;q=0.5") == "gzip js");
    CHECK(script_for("gzip, *;q=0") == "gzip js");
    CHECK(script_for("gzip;q=0.2, *;q=0.1") == "gzip js");
}

TEST_CASE("an identity that is refused is not sent while there is anything else")
{
    CHECK(script_for("gzip, identity;q=0") == "gzip js");
    CHECK(script_for("identity;q=0, *") == "br js");
}

TEST_CASE("who refuses everything gets the plain file")
{
    CHECK(script_for("*;q=0") == "plain js");
    CHECK(script_for("identity;q=0") == "plain js");
    CHECK(get({"favicon.svg"}, "br, identity;q=0").body == "plain icon");
}

TEST_CASE("x-gzip is gzip, and case makes no difference")
{
    CHECK(script_for("x-gzip") == "gzip js");
    CHECK(field(get({"assets", "app-1a2b.js"}, "x-gzip"), "Content-Encoding") == "gzip");
    CHECK(script_for("GZIP") == "gzip js");
    CHECK(script_for("Br") == "br js");
    CHECK(script_for("gzip;Q=0") == "plain js");
}

TEST_CASE("an Accept-Encoding without sense is as good as none")
{
    for (const auto* text : {",", ";;;", "gzip;q=x;", "\"gzip\"", "gzip br", "br;q="})
    {
        CAPTURE(text);
        const auto response = get({"assets", "app-1a2b.js"}, text);
        CHECK(response.status == http::status::ok);
        CHECK(!response.body.empty());
    }
    CHECK(script_for("brotli") == "plain js");
}

TEST_CASE("a file without an encoding is sent in another one")
{
    CHECK(get({"robots.txt"}, "br, gzip;q=0.5").body == "gzip robots");
    CHECK(get({"robots.txt"}, "br").body == "plain robots");
    CHECK(get({"favicon.svg"}, "br, gzip").body == "plain icon");
    CHECK(field(get({"favicon.svg"}, "br, gzip"), "Content-Encoding").empty());
}

TEST_CASE("every response says that it depends on Accept-Encoding, and a page on its reader")
{
    CHECK(field(get({"favicon.svg"}), "Vary") == "Accept-Encoding");
    CHECK(field(get({""}, "br"), "Vary") == "Accept-Encoding, Accept-Language, Cookie");
    CHECK(field(get({""}, "br", "*"), "Vary") == "Accept-Encoding, Accept-Language, Cookie");
}

// --- What the client has already (RFC 9110 section 13.1.2)

TEST_CASE("each encoding has its own strong ETag")
{
    CHECK(field(get({""}), "ETag") == R"("i1-identity")");
    CHECK(field(get({""}, "gzip"), "ETag") == R"("i1-gzip")");
    CHECK(field(get({""}, "br"), "ETag") == R"("i1-br")");
}

TEST_CASE("what the client has is not sent again")
{
    for (const auto* tags : {R"("i1-br")", R"(W/"i1-br")", R"("x", "i1-br")",
                             R"("x","y" , W/"i1-br", "z")", "*", " * "})
    {
        CAPTURE(tags);
        const auto response = get({""}, "br", tags);
        CHECK(response.status == http::status::not_modified);
        CHECK(response.body.empty());
        CHECK(field(response, "ETag") == R"("i1-br")");
        CHECK(response.cache_control == "no-cache");
        CHECK(response.content_type.empty());
        CHECK(field(response, "Content-Encoding").empty());
    }
}

TEST_CASE("what the client has in another encoding or another version is sent")
{
    for (const auto* tags : {R"("i1-gzip")", R"("i0-br")", "i1-br", R"("i1-br)", R"("")", "",
                             R"("i1-br-x")", R"("xi1-br")", "W/", "\"", "**"})
    {
        CAPTURE(tags);
        const auto response = get({""}, "br", tags);
        CHECK(response.status == http::status::ok);
        CHECK(response.body == "br index");
    }
}

TEST_CASE("what is not there is 404, whatever the client has")
{
    CHECK(get({"favicon.ico"}, "br", "*").status == http::status::not_found);
}

// --- How long it may be kept, and what it may do

TEST_CASE("files with a hash in their name are kept for ever, all else is asked for again")
{
    CHECK(get({"assets", "app-1a2b.js"}).cache_control == "public, max-age=31536000, immutable");
    CHECK(get({"favicon.svg"}).cache_control == "no-cache");
    CHECK(get({""}).cache_control == "no-cache");
}

TEST_CASE("pages have a policy that allows what they need from their own host and no more")
{
    for (const auto& path :
         {std::vector<std::string>{""}, {"new"}, {"0123456789ab"}, {"0123456789ab", "control"}})
    {
        const auto page = get(path);
        const auto policy = field(page, "Content-Security-Policy");
        CHECK(policy.starts_with("default-src 'none'; "));
        CHECK(policy.find("script-src 'self';") != std::string::npos);
        CHECK(policy.find("connect-src 'self';") != std::string::npos);
        CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
        CHECK(policy.find("unsafe") == std::string::npos);
        CHECK(policy.find('*') == std::string::npos);
        // Browsers complain of it where it means nothing.
        CHECK(field(page, "Cross-Origin-Opener-Policy").empty());
        CHECK(field(get(path, {}, {}, true), "Cross-Origin-Opener-Policy") == "same-origin");
        CHECK(field(page, "Cross-Origin-Embedder-Policy") == "require-corp");
        CHECK(field(page, "Permissions-Policy").find("camera=()") != std::string::npos);
    }
}

TEST_CASE("files that are no pages have no policy")
{
    for (const auto& path : {std::vector<std::string>{"favicon.svg"}, {"assets", "app-1a2b.js"}})
    {
        CHECK(field(get(path), "Content-Security-Policy").empty());
        CHECK(field(get(path), "Permissions-Policy").empty());
    }
}

// --- The bundle of this build

TEST_CASE("the bundle is sorted by path and has the three pages")
{
    const auto all = bundle();
    CHECK(std::is_sorted(all.begin(), all.end(),
                         [](const asset& a, const asset& b) { return a.path < b.path; }));
    const asset_catalogue pages(all);
    for (const auto& path :
         {std::vector<std::string>{""}, {"0123456789ab"}, {"0123456789ab", "control"}})
    {
        const auto page = pages.respond({path, {}, {}, {}});
        CHECK(page.status == http::status::ok);
        CHECK(page.body.starts_with("<!doctype html>"));
    }
}

TEST_CASE("every file of the bundle has a type, a hash and content")
{
    for (const auto& file : bundle())
    {
        CAPTURE(file.path);
        CHECK(!file.type.empty());
        CHECK(file.hash.size() == 16);
        const auto plain = file.identity.empty() ? unpacked(file.gzip) : std::string(file.identity);
        CHECK(!plain.empty());
        CHECK(file.gzip.size() < plain.size());
        CHECK(file.brotli.size() < plain.size());
    }
}
