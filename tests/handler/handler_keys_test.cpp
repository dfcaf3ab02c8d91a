// Who is let in: 404 before 401 before 403, and all of them before the body is looked at.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

#include <boost/algorithm/string/erase.hpp>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

const std::string stranger_key(43, 'A');

// Every route that asks for the control key, with a body that makes no sense.
std::vector<call> control_calls(const std::string& id)
{
    const auto base = "/" + id + "/control";
    return {call(http::verb::get, base),
            call(http::verb::patch, base + "/start", "nonsense"),
            call(http::verb::patch, base + "/stop", "nonsense"),
            call(http::verb::patch, base + "/reset", "nonsense"),
            call(http::verb::patch, base + "/kick", "\xFF"),
            call(http::verb::get, base + "/ws"),
            call(http::verb::get, base + "/ws").as_websocket()};
}

std::vector<call> seat_calls(const std::string& id)
{
    return {call(http::verb::put, "/" + id, "nonsense"),
            call(http::verb::put, "/" + id + "/leave", "\xFF"),
            call(http::verb::get, "/" + id + "?as=Ana"),
            call(http::verb::get, "/" + id + "/ws?as=Ana").as_websocket()};
}

} // namespace

TEST_CASE("without a key control is 401, whatever the body")
{
    api_fixture b;
    const auto r = b.create();
    for (const auto& c : control_calls(r.id))
    {
        const auto answer = b.send(c);
        CHECK(answer.status == http::status::unauthorized);
        CHECK(answer.body ==
              R"({"type":"urn:pajthy:key-required","title":"a key is required","status":401})");
        CHECK(field(answer, "WWW-Authenticate") == "Bearer");
        CHECK(field(answer, "Set-Cookie").empty());
    }
}

TEST_CASE("with a wrong key control is 403, whatever the body")
{
    api_fixture b;
    const auto r = b.create();
    const auto other = b.create();
    const auto ana = b.join(r, "Ana");
    for (const auto& c : control_calls(r.id))
    {
        for (const auto& wrong :
             {call(c).bearer(stranger_key), call(c).bearer("x"), call(c).bearer(ana),
              call(c).bearer(other.control), call(c).cookie("pajthy_control", stranger_key),
              call(c).bearer(stranger_key).cookie("pajthy_control", r.control)})
        {
            const auto answer = b.send(wrong);
            CHECK(answer.status == http::status::forbidden);
            CHECK(answer.body ==
                  R"({"type":"urn:pajthy:key-wrong","title":"not the right key","status":403})");
            CHECK(field(answer, "Set-Cookie").empty());
            b.wait(std::chrono::minutes(1)); // so that the rate of wrong keys does not refuse
        }
    }
}

TEST_CASE("a seat's cookie does not open control, nor the control cookie a seat")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    for (const auto& c : control_calls(r.id))
        CHECK(b.send(call(c).cookie("pajthy_seat_1", ana)).status == http::status::unauthorized);
    for (const auto& c : seat_calls(r.id))
        CHECK(b.send(call(c).cookie("pajthy_control", r.control)).status ==
              http::status::unauthorized);
}

TEST_CASE("a right Bearer key wins over a wrong cookie")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    CHECK(b.send(call(http::verb::get, "/" + r.id + "/control")
                     .bearer(r.control)
                     .cookie("pajthy_control", stranger_key))
              .status == http::status::ok);
    CHECK(b.send(call(http::verb::get, "/" + r.id + "?as=Ana")
                     .bearer(ana)
                     .cookie("pajthy_seat_1", stranger_key))
              .status == http::status::ok);
}

TEST_CASE("without a key a seat is 401, with a wrong one 403, whatever the body")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    for (const auto& c : seat_calls(r.id))
    {
        const auto none = b.send(c);
        CHECK(none.status == http::status::unauthorized);
        CHECK(field(none, "WWW-Authenticate") == "Bearer");
        for (const auto& wrong :
             {call(c).bearer(stranger_key), call(c).bearer(r.control),
              call(c).cookie("pajthy_seat_1", bert), call(c).cookie("pajthy_seat_1", "x")})
            CHECK(b.send(wrong).status == http::status::forbidden);
        b.wait(std::chrono::minutes(1));
    }
}

TEST_CASE("a session that is not there is 404, with and without a key")
{
    api_fixture b;
    const auto r = b.create();
    const std::string nowhere = "000000000000";
    for (const auto& calls : {control_calls(nowhere), seat_calls(nowhere)})
    {
        for (const auto& c : calls)
        {
            for (const auto& asked : {c, call(c).bearer(r.control), call(c).bearer("x")})
            {
                const auto answer = b.send(asked);
                CHECK(answer.status == http::status::not_found);
                CHECK(answer.body == problem_body("unknown-session", "no such session", 404));
            }
        }
        b.wait(std::chrono::minutes(1));
    }
}

TEST_CASE("a websocket that is none is 426, after who may have it is decided")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    for (const auto& c : {call(http::verb::get, "/" + r.id + "/ws"),
                          call(http::verb::get, "/" + r.id + "/ws?as=Ana").bearer(ana),
                          call(http::verb::get, "/" + r.id + "/control/ws").bearer(r.control)})
    {
        const auto answer = b.send(c);
        CHECK(answer.status == http::status::upgrade_required);
        CHECK(answer.body == problem_body("upgrade-required", "this is a websocket", 426));
        CHECK(field(answer, "Upgrade") == "websocket");
        CHECK_FALSE(answer.upgrade);
    }
}

TEST_CASE("a websocket of a session that is not there is 404, also if it is none")
{
    api_fixture b;
    CHECK(b.send(call(http::verb::get, "/000000000000/control/ws")).status ==
          http::status::not_found);
    CHECK(b.send(call(http::verb::get, "/000000000000/ws")).status == http::status::not_found);
}

TEST_CASE("a websocket for a seat that is not the caller's is 401 or 403, also if it is none")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    const auto as_ana = call(http::verb::get, "/" + r.id + "/ws?as=Ana");
    CHECK(b.send(as_ana).status == http::status::unauthorized);
    CHECK(b.send(call(as_ana).bearer(stranger_key)).status == http::status::forbidden);
}

TEST_CASE("a websocket is granted with what it is for")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    const auto grant = [&](const call& c) { return b.send(call(c).as_websocket()); };

    const auto watcher = grant(call(http::verb::get, "/" + r.id + "/ws"));
    CHECK(watcher.status == http::status::switching_protocols);
    REQUIRE(watcher.upgrade);
    CHECK(watcher.upgrade->session == r.id);
    CHECK(watcher.upgrade->who.role == role::voter);
    CHECK_FALSE(watcher.upgrade->who.seat);

    const auto seat =
        grant(call(http::verb::get, "/" + r.id + "/ws?as=Bert").cookie("pajthy_seat_2", bert));
    REQUIRE(seat.upgrade);
    CHECK(seat.upgrade->who.role == role::voter);
    CHECK(seat.upgrade->who.seat == 2u);

    const auto control = grant(
        call(http::verb::get, "/" + r.id + "/control/ws").cookie("pajthy_control", r.control));
    REQUIRE(control.upgrade);
    CHECK(control.upgrade->who.role == role::controller);
}

TEST_CASE("with open access no route asks for a key")
{
    api_fixture b({.access = access_mode::open});
    const auto r = b.create();
    b.join(r, "Ana");
    for (const auto* what : {"start", "stop", "reset"})
        CHECK(b.send(call(http::verb::patch, "/" + r.id + "/control/" + what)).status ==
              http::status::accepted);
    CHECK(b.send(call(http::verb::get, "/" + r.id + "/control")).status == http::status::ok);
    CHECK(b.send(call(http::verb::get, "/" + r.id + "/control/ws").as_websocket()).status ==
          http::status::switching_protocols);
    const auto seat = b.send(call(http::verb::get, "/" + r.id + "/ws?as=Ana").as_websocket());
    CHECK(seat.status == http::status::switching_protocols);
    CHECK(seat.upgrade->who.seat == 1u);
    CHECK(b.send(call(http::verb::put, "/" + r.id + "/leave", "Ana")).status ==
          http::status::no_content);
    b.join(r, "Bert");
    CHECK(b.send(call(http::verb::patch, "/" + r.id + "/control/kick", "Bert")).status ==
          http::status::no_content);
}

TEST_CASE("with open access a wrong key is no hindrance")
{
    api_fixture b({.access = access_mode::open});
    const auto r = b.create();
    CHECK(b.send(call(http::verb::patch, "/" + r.id + "/control/start").bearer("x")).status ==
          http::status::accepted);
}

TEST_CASE("with open access no answer of control gives a cookie to whoever shows a wrong key")
{
    api_fixture b({.access = access_mode::open});
    const auto r = b.create();
    const auto answer = b.send(call(http::verb::get, "/" + r.id + "/control").bearer(stranger_key));
    CHECK(answer.status == http::status::ok);
    CHECK(field(answer, "Set-Cookie").empty());
}

TEST_CASE("with open access a seat that is not there has no websocket")
{
    api_fixture b({.access = access_mode::open});
    const auto r = b.create();
    const auto answer = b.send(call(http::verb::get, "/" + r.id + "/ws?as=Zoe").as_websocket());
    CHECK(answer.status == http::status::forbidden);
    CHECK(answer.body == problem_body("not-your-seat", "not your seat", 403));
}

TEST_CASE("no refusal echoes what the request brought, nor any key")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto secret = std::string("Zq7") + std::string(40, 'x'); // a key that somebody mistyped
    const auto name = "Nameless-Zq7";
    const auto vote = R"({"Participant":"Nameless-Zq7","Choice":"Choice-Zq7"})";
    std::vector<call> calls{
        call(http::verb::put, "/" + r.id, vote).bearer(ana),
        call(http::verb::put, "/" + r.id, "Zq7 {").bearer(ana),
        call(http::verb::put, "/" + r.id + "/leave", name).bearer(ana),
        call(http::verb::patch, "/" + r.id + "/control/kick", name).bearer(r.control),
        call(http::verb::get, "/" + r.id + "?as=Nameless-Zq7").bearer(ana),
        call(http::verb::post, "/", R"(["Zq7","Zq7"])"),
        call(http::verb::post, "/", "Zq7"),
        call(http::verb::get, "/Zq7Zq7Zq7Zq7"),
        call(http::verb::get, "/" + r.id + "/Zq7"),
        put_join(r, "Ana"),
        put_join(r, "Zq7\xFF").origin("https://zq7.example"),
    };
    for (const auto& list : {control_calls(r.id), seat_calls(r.id)})
    {
        for (const auto& c : list)
        {
            calls.push_back(call(c).bearer(secret));
            calls.push_back(
                call(c).cookie("pajthy_control", secret).cookie("pajthy_seat_1", secret));
        }
    }
    for (const auto& c : calls)
    {
        const auto answer = b.send(c);
        CAPTURE(answer.body);
        CHECK(static_cast<unsigned>(answer.status) >= 400);
        std::string all = answer.body;
        for (const auto& [key, value] : answer.fields)
            all.append("\n").append(key).append(": ").append(value);
        // A cookie that is given back is that of the path that was asked for.
        boost::algorithm::erase_all(all, "; Path=/api/" + r.id + ";");
        for (const auto& hidden : {std::string("Zq7"), std::string("zq7"), ana, r.control, r.id})
            CHECK(all.find(hidden) == std::string::npos);
    }
}
