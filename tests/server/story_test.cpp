// A meeting from its beginning to its end, over HTTP and websockets.
#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/live_server.hpp"

#include <string>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

// "pajthy_control=KEY", to be sent as Cookie.
std::string cookie_of(const http_response& a)
{
    const auto cookie = a.field("Set-Cookie");
    return cookie.substr(0, cookie.find(';'));
}

// A client passes over the kinds that it doesn't know. When `seats` comes is a matter of the pace.
std::string next_but_seats(websocket_client& from)
{
    auto out = from.next();
    while (out.starts_with(R"({"Kind":"seats")"))
        out = from.next();
    return out;
}

// A frame without its number.
std::string without_seq(const std::string& frame)
{
    return frame.substr(0, frame.rfind(R"(,"Seq":)"));
}

} // namespace

TEST_CASE("a classic page on another host tells its story with open access")
{
    live_server s({.access = access_mode::open});
    const field_list page{{"Origin", "https://classic.example"}};
    http_client c(s.port());
    const auto ask = [&](std::string_view method, const std::string& target, std::string body = {})
    {
        // What a browser asks before it lets a page of another origin make the request.
        auto preflight = page;
        preflight.emplace_back("Access-Control-Request-Method", method);
        preflight.emplace_back("Access-Control-Request-Headers", "content-type");
        const auto allowed = c.request("OPTIONS", target, {}, preflight);
        CHECK(allowed.status == 204);
        CHECK(allowed.field("Access-Control-Allow-Origin") == "*");
        CHECK(allowed.field("Access-Control-Allow-Methods").find(method) != std::string::npos);
        CHECK(allowed.field("Access-Control-Allow-Headers").find("Content-Type") !=
              std::string::npos);
        auto said = c.request(method, target, std::move(body), page);
        CHECK(said.field("Access-Control-Allow-Origin") == "*");
        return said;
    };

    const auto made = ask("POST", "/api/", R"(["1","2","3"])");
    CHECK(made.status == 201);
    CHECK(made.field("Access-Control-Expose-Headers").find("Location") != std::string::npos);
    const auto room = "/api" + made.field("Location");

    websocket_client control(s.port());
    REQUIRE(control.open(room + "/control/ws", page) == 101);
    CHECK(control.next() ==
          R"({"Kind":"snapshot","Data":{"Title":"","Choices":["1","2","3"],"Open":false,)"
          R"("Round":0,"Participants":[],"Numbers":[],"Away":[],"Votes":{}},"Seq":2})");
    websocket_client voter(s.port());
    REQUIRE(voter.open(room + "/ws", page) == 101);
    CHECK(next_but_seats(voter) ==
          R"({"Kind":"snapshot","Data":{"Title":"","Choices":["1","2","3"],"Open":false,)"
          R"("Round":0,"Voted":0,"Of":0,"Votes":{},"Seats":[]},"Seq":2})");

    CHECK(ask("PUT", room + "/join", "Ana").status == 201);
    CHECK(ask("PUT", room + "/join", "Ana").status == 409);
    CHECK(ask("PUT", room + "/join", "Bert").status == 201);
    CHECK(control.next() == R"({"Kind":"participants-change","Data":{"Participants":["Ana"],)"
                            R"("Numbers":[1],"Away":[]},"Seq":3})");
    CHECK(control.next() ==
          R"({"Kind":"participants-change","Data":{"Participants":["Ana","Bert"],)"
          R"("Numbers":[1,2],"Away":[]},)"
          R"("Seq":4})");

    CHECK(ask("PUT", room, R"({"Participant":"Ana","Choice":"2"})").status == 400);
    CHECK(ask("PATCH", room + "/control/start", "{}").status == 202);
    CHECK(control.next() == R"({"Kind":"enabled","Data":{"Open":true,"Round":1},"Seq":5})");
    CHECK(next_but_seats(voter) ==
          R"({"Kind":"enabled","Data":{"Open":true,"Round":1,"Voted":0,"Of":2,)"
          R"("Waiting":["Ana","Bert"]},"Seq":5})");

    CHECK(ask("PUT", room, R"({"Participant":"Ana","Choice":"2"})").status == 202);
    CHECK(control.next() == R"({"Kind":"vote","Data":{"Votes":{"Ana":"*"}},"Seq":6})");
    CHECK(next_but_seats(voter) ==
          R"({"Kind":"progress","Data":{"Voted":1,"Of":2,"Waiting":["Bert"]},"Seq":6})");
    CHECK(ask("PUT", room, R"({"Participant":"Bert","Choice":"3"})").status == 202);
    const std::string disabled =
        R"({"Kind":"disabled","Data":{"Open":false,"Votes":{"Ana":"2","Bert":"3"},)"
        R"("Statistics":{"Votes":2,"Abstentions":0,"Mean":"2.50","Median":"2.50",)"
        R"("Modes":["2","3"],"Lowest":"2","Highest":"3","Spread":1,"Nearest":"3",)"
        R"("Agreement":50},"Asked":2},"Seq":7})";
    CHECK(control.next() == R"({"Kind":"vote","Data":{"Votes":{"Ana":"*","Bert":"*"}},"Seq":7})");
    CHECK(control.next() == disabled);
    CHECK(next_but_seats(voter) == disabled);
    CHECK(ask("GET", room + "/control").body.find(R"("Votes":{"Ana":"2","Bert":"3"})") !=
          std::string::npos);

    CHECK(ask("PATCH", room + "/control/reset").status == 202);
    CHECK(control.next() == R"({"Kind":"reset","Data":{"Open":false},"Seq":8})");
    CHECK(control.next() == R"({"Kind":"vote","Data":{"Votes":{}},"Seq":8})");
    CHECK(control.next() == R"({"Kind":"undo","Data":{"What":"reset","Seconds":15},"Seq":8})");
    CHECK(next_but_seats(voter) == R"({"Kind":"reset","Data":{"Open":false},"Seq":8})");

    CHECK(ask("PATCH", room + "/control/kick", "Bert").status == 204);
    CHECK(control.next() == R"({"Kind":"participants-change","Data":{"Participants":["Ana"],)"
                            R"("Numbers":[1],"Away":[]},"Seq":9})");
    CHECK(control.next() ==
          R"({"Kind":"undo","Data":{"What":"kick","Name":"Bert","Seconds":15},"Seq":9})");
    CHECK(ask("PATCH", room + "/control/kick", "Bert").status == 400);
}

TEST_CASE("a page of the server itself tells its story with cookies")
{
    live_server s({.base_path = "/p"});
    const auto host = "127.0.0.1:" + std::to_string(s.port());
    http_client c(s.port());
    const auto as = [&](const std::string& cookie)
    {
        field_list out{{"Host", host}, {"Origin", "http://" + host}};
        if (!cookie.empty())
            out.emplace_back("Cookie", cookie);
        return out;
    };

    const auto made = c.request("POST", "/p/api/", R"({"Choices":["S","M"],"Title":"T"})", as(""));
    CHECK(made.status == 201);
    CHECK(made.field("Access-Control-Allow-Origin").empty());
    const auto id = made.field("Location").substr(3);
    CHECK(made.field("Location") == "/p/" + id);
    const auto room = "/p/api/" + id;
    const auto host_cookie = cookie_of(made);
    CHECK(host_cookie.starts_with("pajthy_control="));
    CHECK(made.field("Set-Cookie")
              .ends_with("; Path=" + room + "; Max-Age=604800; HttpOnly; SameSite=Strict"));

    const auto ana = cookie_of(c.request("PUT", room + "/join", "Ana", as("")));
    const auto bert = cookie_of(c.request("PUT", room + "/join", "Bert", as("")));
    CHECK(ana.starts_with("pajthy_seat_1="));
    CHECK(bert.starts_with("pajthy_seat_2="));

    websocket_client control(s.port());
    REQUIRE(control.open(room + "/control/ws", as(host_cookie)) == 101);
    CHECK(control.next().starts_with(R"({"Kind":"snapshot",)"));
    websocket_client as_ana(s.port());
    REQUIRE(as_ana.open(room + "/ws?as=Ana", as(ana + "; " + bert)) == 101);
    CHECK(next_but_seats(as_ana).find(R"("Own":null)") != std::string::npos);

    CHECK(c.request("PATCH", room + "/control/start", {}, as("")).status == 401);
    CHECK(c.request("PATCH", room + "/control/start", {}, as(ana)).status == 401);
    CHECK(c.request("PATCH", room + "/control/start", {}, as(host_cookie)).status == 202);
    CHECK(without_seq(control.next()) == R"({"Kind":"enabled","Data":{"Open":true,"Round":1})");
    CHECK(without_seq(next_but_seats(as_ana)) ==
          R"({"Kind":"enabled","Data":{"Open":true,"Round":1,"Voted":0,"Of":2,)"
          R"("Waiting":["Ana","Bert"]})");

    const std::string vote = R"({"Participant":"Ana","Choice":"M"})";
    CHECK(c.request("PUT", room, vote, as("")).status == 401);
    CHECK(c.request("PUT", room, vote, as(bert)).status == 403);
    CHECK(
        c.request("PUT", room, vote, {{"Cookie", ana}, {"Origin", "http://evil.example"}}).status ==
        403);
    CHECK(c.request("PUT", room, vote, as(bert + "; " + ana)).status == 202);
    CHECK(without_seq(control.next()) == R"({"Kind":"vote","Data":{"Votes":{"Ana":"*"}})");
    CHECK(without_seq(next_but_seats(as_ana)) ==
          R"({"Kind":"you","Data":{"Seat":1,"Name":"Ana","Own":"M"})");
    CHECK(without_seq(next_but_seats(as_ana)) ==
          R"({"Kind":"progress","Data":{"Voted":1,"Of":2,"Waiting":["Bert"]})");
    CHECK(c.request("GET", room + "?as=Ana", {}, as(ana)).body.ends_with(R"("Own":"M"})"));

    CHECK(c.request("PATCH", room + "/control/stop", {}, as(host_cookie)).status == 202);
    const std::string disabled =
        R"({"Kind":"disabled","Data":{"Open":false,"Votes":{"Ana":"M"},)"
        R"("Statistics":{"Votes":1,"Abstentions":0,"Middle":["M"],)"
        R"("Modes":["M"],"Lowest":"M","Highest":"M","Spread":0},"Asked":2})";
    CHECK(without_seq(control.next()) == disabled);
    CHECK(without_seq(next_but_seats(as_ana)) == disabled);

    const auto left = c.request("PUT", room + "/leave", "Ana", as(ana));
    CHECK(left.status == 204);
    CHECK(left.field("Set-Cookie") ==
          "pajthy_seat_1=; Path=" + room + "; Max-Age=0; HttpOnly; SameSite=Strict");
    CHECK(without_seq(next_but_seats(as_ana)) == R"({"Kind":"kicked","Data":{})");
    CHECK(as_ana.close_code() == 4001);
}

TEST_CASE("control is handed over with the key as Bearer, which is answered with the cookie")
{
    live_server s;
    const auto made = request_once(s.port(), "POST", "/api/", R"(["1"])");
    const auto room = "/api" + made.field("Location");
    const auto key = cookie_of(made).substr(std::string("pajthy_control=").size());
    const auto handed =
        request_once(s.port(), "GET", room + "/control", {}, {{"Authorization", "Bearer " + key}});
    CHECK(handed.status == 200);
    CHECK(cookie_of(handed) == cookie_of(made));
    CHECK(request_once(s.port(), "PATCH", room + "/control/start", {},
                       {{"Cookie", cookie_of(handed)}})
              .status == 202);
}
