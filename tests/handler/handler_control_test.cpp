// What controllers may do: look, start, stop, reset, kick.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seats_text.hpp"

using namespace pajthy;
using namespace pajthy::test;

namespace
{

call patch(const meeting& in, std::string_view what, std::string body = {})
{
    return call(http::verb::patch, "/" + in.id + "/control/" + std::string(what), std::move(body));
}

call get_control(const meeting& in)
{
    return call(http::verb::get, "/" + in.id + "/control");
}

} // namespace

// --- GET /{id}/control

TEST_CASE("a controller sees everybody and who has voted")
{
    api_fixture b;
    const auto r = b.create(R"({"Choices":["1","2"],"Title":"Sprint 7"})");
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    const auto answer = b.send(get_control(r).bearer(r.control));
    CHECK(answer.status == http::status::ok);
    CHECK(answer.content_type == "application/json");
    CHECK(answer.body == R"({"Title":"Sprint 7","Choices":["1","2"],"Open":true,"Round":1,)"
                         R"("ControlKeys":1,)"
                         R"("Participants":["Ana","Bert"],)"
                         R"("Numbers":[1,2],"Away":[],"Votes":{"Ana":"*"}})");
}

TEST_CASE("a controller sees the votes and what they say once the session is closed")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    b.vote(r, bert, "Bert", "3");
    CHECK(b.control_view(r) ==
          R"({"Title":"","Choices":["1","2","3"],"Open":false,"Round":1,)"
          R"("ControlKeys":1,)"
          R"("Participants":["Ana","Bert"],)"
          R"("Numbers":[1,2],"Away":[],"Votes":{"Ana":"2","Bert":"3"},)"
          R"("Statistics":{"Votes":2,"Abstentions":0,"Mean":"2.50","Median":"2.50",)"
          R"("Modes":["2","3"],"Lowest":"2","Highest":"3","Spread":1,"Nearest":"3",)"
          R"("Agreement":50},"Asked":2,"Rounds":1})");
}

TEST_CASE("a control key that comes as Bearer is answered with the control cookie")
{
    api_fixture b({.base_path = "/p"});
    const auto r = b.create();
    const auto answer = b.send(get_control(r).bearer(r.control));
    CHECK(field(answer, "Set-Cookie") == "pajthy_control=" + r.control + "; Path=/p/api/" + r.id +
                                             "; Max-Age=604800; HttpOnly; SameSite=Strict");
    const auto by_cookie = b.send(get_control(r).cookie("pajthy_control", r.control));
    CHECK(by_cookie.status == http::status::ok);
    CHECK(field(by_cookie, "Set-Cookie").empty());
}

// --- PATCH /{id}/control/…

TEST_CASE("a start opens the session and clears the votes")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    const auto answer = b.send(patch(r, "start", "{}").bearer(r.control));
    CHECK(answer.status == http::status::accepted);
    CHECK(answer.body.empty());
    CHECK(b.control_view(r) == R"({"Title":"","Choices":["1","2","3"],"Open":true,"Round":2,)"
                               R"("ControlKeys":1,)"
                               R"("Participants":["Ana"],)"
                               R"("Numbers":[1],"Away":[],"Votes":{},"Rounds":1})");
}

TEST_CASE("a start of an open session restarts the round")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    CHECK(b.send(patch(r, "start").bearer(r.control)).status == http::status::accepted);
    CHECK(b.control_view(r).ends_with(R"("Round":2,"ControlKeys":1,"Participants":["Ana","Bert"],)"
                                      R"("Numbers":[1,2],"Away":[],"Votes":{}})"));
}

TEST_CASE("a stop closes the session and keeps the votes")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    CHECK(b.send(patch(r, "stop").bearer(r.control)).status == http::status::accepted);
    CHECK(
        b.control_view(r) ==
        R"({"Title":"","Choices":["1","2","3"],"Open":false,"Round":1,)"
        R"("ControlKeys":1,)"
        R"("Participants":["Ana","Bert"],"Numbers":[1,2],"Away":[],"Votes":{"Ana":"2"},)"
        R"("Statistics":{"Votes":1,"Abstentions":0,"Mean":"2.00","Median":"2.00",)"
        R"("Modes":["2"],"Lowest":"2","Highest":"2","Spread":0,"Nearest":"2"},"Asked":2,"Rounds":1})");
}

TEST_CASE("a reset closes the session and clears the votes")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    CHECK(b.send(patch(r, "reset").bearer(r.control)).status == http::status::accepted);
    CHECK(b.control_view(r) == R"({"Title":"","Choices":["1","2","3"],"Open":false,"Round":1,)"
                               R"("ControlKeys":1,)"
                               R"("Participants":["Ana","Bert"],)"
                               R"("Numbers":[1,2],"Away":[],"Votes":{},)"
                               R"("Undo":{"What":"reset","Seconds":15}})");
}

TEST_CASE("a stop of a closed session and a reset of an empty one are taken and change nothing")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    const auto closed = b.control_view(r);
    CHECK(b.send(patch(r, "stop").bearer(r.control)).status == http::status::accepted);
    CHECK(b.control_view(r) == closed);
    b.reset(r);
    const auto empty = b.control_view(r);
    CHECK(b.send(patch(r, "reset").bearer(r.control)).status == http::status::accepted);
    CHECK(b.send(patch(r, "stop").bearer(r.control)).status == http::status::accepted);
    CHECK(b.control_view(r) == empty);
}

TEST_CASE("the body of stop and reset is not looked at")
{
    api_fixture b;
    const auto r = b.create();
    for (const auto* what : {"stop", "reset"})
    {
        for (const auto* body : {"", "{}", "nonsense", "\xFF"})
            CHECK(b.send(patch(r, what, body).bearer(r.control)).status == http::status::accepted);
    }
}

TEST_CASE("the body of a start is empty or an object, and nothing starts with any other")
{
    api_fixture b;
    const auto r = b.create();
    for (const auto* body : {"nonsense", "\xFF", "[]", "null", " "})
    {
        const auto answer = b.send(patch(r, "start", body).bearer(r.control));
        CHECK(answer.status == http::status::bad_request);
        CHECK(answer.body ==
              problem_body("bad-json", "body is not the JSON that this route takes", 400));
        CHECK(b.voter_view(r).find(R"("Open":false,"Round":0)") != std::string::npos);
    }
    for (const auto* body : {"", "{}", R"({"Unknown":1})"})
        CHECK(b.send(patch(r, "start", body).bearer(r.control)).status == http::status::accepted);
}

TEST_CASE("a kick takes the seat and its vote")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    const auto answer = b.send(patch(r, "kick", " Ana ").bearer(r.control));
    CHECK(answer.status == http::status::no_content);
    CHECK(answer.body.empty());
    CHECK(b.control_view(r) == R"({"Title":"","Choices":["1","2","3"],"Open":true,"Round":1,)"
                               R"("ControlKeys":1,)"
                               R"("Participants":["Bert"],"Numbers":[2],"Away":[],"Votes":{},)"
                               R"("Undo":{"What":"kick","Name":"Ana","Seconds":15}})");
}

TEST_CASE("whoever was kicked has no key any more")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.start(r);
    b.control(r, "kick", "Ana");
    const std::string body = R"({"Participant":"Ana","Choice":"1"})";
    CHECK(b.send(call(http::verb::put, "/" + r.id, body).bearer(ana)).body ==
          problem_body("key-wrong", "not the right key", 403));
    CHECK(b.send(call(http::verb::get, "/" + r.id + "?as=Ana").bearer(ana)).status ==
          http::status::forbidden);
    const auto again = b.join(r, "Ana");
    CHECK(again != ana);
    CHECK(b.send(call(http::verb::put, "/" + r.id, body).bearer(ana)).status ==
          http::status::forbidden);
    b.vote(r, again, "Ana", "1");
}

TEST_CASE("somebody who is not there cannot be kicked")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    for (const auto* name : {"Zoe", "", "ana", "\xFF"})
    {
        const auto answer = b.send(patch(r, "kick", name).bearer(r.control));
        CHECK(answer.status == http::status::bad_request);
        CHECK(answer.body == problem_body("not-a-participant", "not a participant", 400));
    }
}

// --- Closing by itself

TEST_CASE("the last vote closes the session")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    CHECK(b.voter_view(r).find(R"("Open":true)") != std::string::npos);
    b.vote(r, bert, "Bert", "3");
    CHECK(b.voter_view(r) ==
          R"({"Title":"","Choices":["1","2","3"],"Open":false,"Round":1,"Voted":2,"Of":2,)"
          R"("Votes":{"Ana":"2","Bert":"3"},)"
          R"("Statistics":{"Votes":2,"Abstentions":0,"Mean":"2.50","Median":"2.50",)"
          R"("Modes":["2","3"],"Lowest":"2","Highest":"3","Spread":1,"Nearest":"3",)"
          R"("Agreement":50},"Asked":2,)" +
              seats_text({{"Ana", "voted"}, {"Bert", "voted"}}) + "}");
}

TEST_CASE("a kick or a leave of the last who is waited for closes the session")
{
    const bool by_kick = GENERATE(true, false);
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    if (by_kick)
        b.control(r, "kick", "Bert");
    else
        b.send(call(http::verb::put, "/" + r.id + "/leave", "Bert").bearer(bert));
    CHECK(b.control_view(r).find(R"("Open":false)") != std::string::npos);
    CHECK(b.control_view(r).find(R"("Votes":{"Ana":"2"})") != std::string::npos);
}

TEST_CASE("a kick does not close a session in which nobody has voted")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    b.start(r);
    b.control(r, "kick", "Ana");
    CHECK(b.control_view(r).find(R"("Open":true)") != std::string::npos);
}

TEST_CASE("a watcher is nobody to wait for")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto watcher = b.watch(r);
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    CHECK(b.control_view(r).find(R"("Open":false)") != std::string::npos);
}
