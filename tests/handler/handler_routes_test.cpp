// Which URLs there are, with which methods, and what every answer has in common.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/run_task.hpp"

#include <stdexcept>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

handler_settings open_access()
{
    return {.access = access_mode::open};
}

} // namespace

TEST_CASE("a path that is no route is 404")
{
    api_fixture b;
    const auto r = b.create();
    for (const auto& path :
         {"/" + r.id + "/", "/" + r.id + "/votes", "/" + r.id + "/control/", "/" + r.id + "/Join",
          "/" + r.id + "/control/pause", "/" + r.id + "/control/start/now", std::string("//")})
    {
        CAPTURE(path);
        for (const auto method : {http::verb::get, http::verb::put, http::verb::options})
        {
            const auto answer = b.send(call(method, path));
            CHECK(answer.status == http::status::not_found);
            CHECK(answer.body ==
                  R"({"type":"urn:pajthy:not-found","title":"not found","status":404})");
        }
    }
}

TEST_CASE("a wrong method is 405 with what is allowed")
{
    api_fixture b;
    const auto r = b.create();
    struct
    {
        std::string path;
        http::verb wrong;
        std::string allowed;
    } const cases[] = {
        {"/", http::verb::get, "POST, OPTIONS"},
        {"/", http::verb::head, "POST, OPTIONS"},
        {"/" + r.id, http::verb::post, "GET, HEAD, PUT, OPTIONS"},
        {"/" + r.id, http::verb::delete_, "GET, HEAD, PUT, OPTIONS"},
        {"/" + r.id, http::verb::unknown, "GET, HEAD, PUT, OPTIONS"},
        {"/" + r.id + "/join", http::verb::post, "PUT, OPTIONS"},
        {"/" + r.id + "/leave", http::verb::get, "PUT, OPTIONS"},
        {"/" + r.id + "/ws", http::verb::put, "GET, HEAD, OPTIONS"},
        {"/" + r.id + "/control", http::verb::patch, "GET, HEAD, OPTIONS"},
        {"/" + r.id + "/control/start", http::verb::put, "PATCH, OPTIONS"},
        {"/" + r.id + "/control/stop", http::verb::get, "PATCH, OPTIONS"},
        {"/" + r.id + "/control/reset", http::verb::post, "PATCH, OPTIONS"},
        {"/" + r.id + "/control/kick", http::verb::delete_, "PATCH, OPTIONS"},
        {"/" + r.id + "/control/ws", http::verb::patch, "GET, HEAD, OPTIONS"},
    };
    for (const auto& c : cases)
    {
        CAPTURE(c.path);
        const auto answer = b.send(call(c.wrong, c.path));
        CHECK(answer.status == http::status::method_not_allowed);
        CHECK(field(answer, "Allow") == c.allowed);
        CHECK(answer.body == problem_body("method-not-allowed", "method not allowed", 405));
    }
}

TEST_CASE("OPTIONS says what is allowed, also of a session that is not there")
{
    api_fixture b;
    const auto answer = b.send(call(http::verb::options, "/000000000000"));
    CHECK(answer.status == http::status::no_content);
    CHECK(answer.body.empty());
    CHECK(field(answer, "Allow") == "GET, HEAD, PUT, OPTIONS");
}

TEST_CASE("HEAD is answered as GET is, wherever there is a GET")
{
    api_fixture b;
    const auto r = b.create();
    const auto view = b.send(call(http::verb::head, "/" + r.id));
    CHECK(view.status == http::status::ok);
    CHECK(view.body == b.voter_view(r));
    CHECK(b.send(call(http::verb::head, "/" + r.id + "/control")).status ==
          http::status::unauthorized);
    CHECK(b.send(call(http::verb::head, "/" + r.id + "/control").bearer(r.control)).status ==
          http::status::ok);
    CHECK(b.send(call(http::verb::head, "/" + r.id + "/ws")).status ==
          http::status::upgrade_required);
}

TEST_CASE("the path of the API with and without its slash is one")
{
    api_fixture b;
    const auto c = call(http::verb::post, "/", R"(["1"])");
    REQUIRE(c.value().path.empty()); // as for "/api" and "/api/", see server/http_test.cpp
    CHECK(b.send(c).status == http::status::created);
}

TEST_CASE("no answer of the API may be kept")
{
    api_fixture b;
    const auto r = b.create();
    for (const auto& c :
         {call(http::verb::post, "/", "[]"), call(http::verb::post, "/", R"(["1"])"),
          call(http::verb::get, "/" + r.id), call(http::verb::get, "/" + r.id + "/control"),
          call(http::verb::get, "/000000000000"), put_join(r, "A"),
          call(http::verb::delete_, "/" + r.id), call(http::verb::options, "/" + r.id),
          call(http::verb::get, "/no/such/route")})
        CHECK(b.send(c).cache_control == "no-store");
}

TEST_CASE("an error is a problem by RFC 9457")
{
    api_fixture b;
    const auto answer = b.send(call(http::verb::get, "/000000000000"));
    CHECK(answer.status == http::status::not_found);
    CHECK(answer.content_type == "application/problem+json");
    CHECK(answer.body ==
          R"({"type":"urn:pajthy:unknown-session","title":"no such session","status":404})");
}

TEST_CASE("an answer names its route as a template, for the log")
{
    api_fixture b;
    const auto r = b.create();
    CHECK(b.send(call(http::verb::get, "/" + r.id)).route == "/{id}");
    CHECK(b.send(call(http::verb::patch, "/" + r.id + "/control/start")).route ==
          "/{id}/control/start");
    CHECK(b.send(call(http::verb::get, "/a/b/c/d")).route.empty());
}

TEST_CASE("what goes wrong inside is 500 and says nothing")
{
    api_fixture b;
    class broken final : public session_store
    {
    public:
        task<result<version>> create(std::string_view, session, unix_time) override
        {
            throw std::runtime_error("secret of the machine");
        }
        task<result<version>> read(std::string_view, const session_reader&, unix_time) override
        {
            throw std::runtime_error("secret of the machine");
        }
        task<result<version>> update(std::string_view, const mutation&, growth, unix_time) override
        {
            throw std::runtime_error("secret of the machine");
        }
        task<result<void>> expire(unix_time, std::size_t) override
        {
            throw std::runtime_error("secret of the machine");
        }
        store_usage usage() const noexcept override { return {}; }
    } store;
    session_service service(
        {}, store, *b.bus, [&] { return b.now; }, today);
    handler api(
        {}, service, [&] { return b.now; }, [](std::span<std::uint8_t>) {});
    const auto answer = run_task(api.handle(call(http::verb::post, "/", R"(["1"])").value()));
    CHECK(answer.status == http::status::internal_server_error);
    CHECK(answer.body == problem_body("internal-error", "internal error", 500));
    CHECK(run_task(api.handle(call(http::verb::get, "/000000000000").value())).status ==
          http::status::internal_server_error);
}

// --- Other origins (CORS)

TEST_CASE("with open access pages of any origin may read every answer")
{
    api_fixture b(open_access());
    const auto r = b.create();
    for (const auto& c :
         {call(http::verb::post, "/", R"(["1"])"), call(http::verb::post, "/", "[]"),
          call(http::verb::get, "/" + r.id), call(http::verb::get, "/000000000000"),
          call(http::verb::patch, "/" + r.id + "/control/start"),
          call(http::verb::get, "/no/such/route"), call(http::verb::delete_, "/" + r.id)})
    {
        const auto answer = b.send(call(c).origin("https://classic.example"));
        CHECK(field(answer, "Access-Control-Allow-Origin") == "*");
        CHECK(field(answer, "Access-Control-Expose-Headers") ==
              "Location, Pajthy-Seq, Retry-After");
    }
}

TEST_CASE("with open access a preflight allows every method and the two headers")
{
    api_fixture b(open_access());
    for (const auto* path : {"/", "/000000000000", "/000000000000/control/kick"})
    {
        const auto answer =
            b.send(call(http::verb::options, path).origin("https://classic.example"));
        CHECK(answer.status == http::status::no_content);
        CHECK(field(answer, "Access-Control-Allow-Origin") == "*");
        CHECK(field(answer, "Access-Control-Allow-Methods") ==
              "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        CHECK(field(answer, "Access-Control-Allow-Headers") == "Content-Type, Authorization");
    }
}

TEST_CASE("with keys there is no CORS")
{
    api_fixture b({.allowed_origins = {"https://tools.example"}});
    const auto r = b.create();
    for (const auto& c :
         {call(http::verb::options, "/" + r.id), call(http::verb::get, "/" + r.id),
          call(http::verb::get, "/000000000000"), call(http::verb::post, "/", R"(["1"])")})
    {
        const auto answer = b.send(call(c).origin("https://tools.example"));
        for (const auto& [name, value] : answer.fields)
            CHECK_FALSE(name.starts_with("Access-Control-"));
    }
}

TEST_CASE("with open access no origin is refused")
{
    api_fixture b(open_access());
    const auto r = b.create();
    for (const auto* origin : {"https://evil.example", "null", ""})
    {
        CHECK(b.send(call(http::verb::post, "/", R"(["1"])").origin(origin)).status ==
              http::status::created);
        const call start(http::verb::patch, "/" + r.id + "/control/start");
        CHECK(b.send(call(start).origin(origin)).status == http::status::accepted);
        CHECK(b.send(call(http::verb::get, "/" + r.id + "/ws").origin(origin).as_websocket())
                  .status == http::status::switching_protocols);
    }
}

TEST_CASE("with keys a change from a foreign page is refused, whatever keys it has")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto changes = {
        call(http::verb::post, "/", R"(["1"])"),
        call(http::verb::put, "/" + r.id, R"({"Participant":"Ana","Choice":"1"})").bearer(ana),
        put_join(r, "Bert"),
        call(http::verb::put, "/" + r.id + "/leave", "Ana").bearer(ana),
        call(http::verb::patch, "/" + r.id + "/control/start").bearer(r.control),
        call(http::verb::patch, "/" + r.id + "/control/stop").bearer(r.control),
        call(http::verb::patch, "/" + r.id + "/control/reset").bearer(r.control),
        call(http::verb::patch, "/" + r.id + "/control/kick", "Ana").bearer(r.control),
        call(http::verb::get, "/" + r.id + "/ws").as_websocket(),
        call(http::verb::get, "/" + r.id + "/control/ws").bearer(r.control).as_websocket(),
    };
    const auto before = b.control_view(r);
    for (const auto* origin : {"https://evil.example", "null", "", "http://pajthy.example:8000"})
    {
        CAPTURE(origin);
        for (const auto& c : changes)
        {
            const auto answer = b.send(call(c).origin(origin));
            CHECK(answer.status == http::status::forbidden);
            CHECK(answer.body ==
                  problem_body("foreign-origin", "not allowed from this origin", 403));
        }
    }
    CHECK(b.control_view(r) == before);
    CHECK(b.service.usage().sessions == 1);
}

TEST_CASE("with keys a change from a page of this host or of an allowed origin is taken")
{
    api_fixture b({.allowed_origins = {"https://tools.example"}});
    const auto r = b.create();
    for (const auto* origin : {"http://pajthy.example", "http://pajthy.example:80",
                               "https://pajthy.example", "https://tools.example"})
    {
        CAPTURE(origin);
        CHECK(b.send(call(http::verb::post, "/", R"(["1"])").origin(origin)).status ==
              http::status::created);
        CHECK(b.send(call(http::verb::patch, "/" + r.id + "/control/start")
                         .bearer(r.control)
                         .origin(origin))
                  .status == http::status::accepted);
        CHECK(b.send(call(http::verb::get, "/" + r.id + "/ws").origin(origin).as_websocket())
                  .status == http::status::switching_protocols);
    }
}

TEST_CASE("with keys a foreign page may still read what needs no key")
{
    api_fixture b;
    const auto r = b.create();
    CHECK(b.send(call(http::verb::get, "/" + r.id).origin("https://evil.example")).status ==
          http::status::ok);
}

TEST_CASE("a foreign origin is refused before anything else is looked at")
{
    api_fixture b;
    CHECK(
        b.send(
             call(http::verb::patch, "/000000000000/control/start").origin("https://evil.example"))
            .status == http::status::forbidden);
}
