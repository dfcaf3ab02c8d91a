// A voter has a question in an open round: everybody sees it, and the timer rests.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;
using std::chrono::seconds;

namespace
{

using frames = std::vector<std::string>;

constexpr auto raise = R"({"Raised":true})";
constexpr auto lower = R"({"Raised":false})";

call put_question(const meeting& in, std::string_view query, std::string body)
{
    return call(http::verb::put, "/" + in.id + "/question" + std::string(query), std::move(body));
}

// An open round of Ana and Bert with a timer, its host, and somebody who watches.
struct scene
{
    api_fixture b;
    meeting r = b.create(R"({"Choices":["1","2"],"Seconds":60})");
    std::string ana = b.join(r, "Ana");
    std::string bert = b.join(r, "Bert");
    decltype(b.listen_to_control(r)) control = b.listen_to_control(r);
    decltype(b.watch(r)) watcher = b.watch(r);

    scene()
    {
        b.start(r);
        control->heard();
        watcher->heard();
    }

    http::status put(const std::string& key, std::string_view query, std::string body)
    {
        return b.send(put_question(r, query, std::move(body)).bearer(key)).status;
    }
};

} // namespace

TEST_CASE("a question is told to everybody at once, with the timer that rests")
{
    scene s;
    s.b.wait(seconds(10));
    CHECK(s.put(s.ana, "?seat=1", raise) == http::status::accepted);
    const frames asked{
        R"({"Kind":"question","Data":{"Questions":[{"Seat":1,"Name":"Ana"}]},"Seq":6})",
        R"({"Kind":"timer","Data":{"Rests":50000},"Seq":6})"};
    CHECK(s.control->heard() == asked);
    CHECK(s.watcher->heard() == asked);
    const auto view = s.b.control_view(s.r);
    CHECK(view.find(R"("Rests":50000,"Questions":[{"Seat":1,"Name":"Ana"}])") != std::string::npos);
    CHECK(view.find("EndsAt") == std::string::npos);

    s.b.wait(seconds(500));
    s.b.tick();
    CHECK(s.watcher->heard().empty());
    CHECK(s.put(s.ana, "", R"({"Participant":"Ana","Raised":false})") == http::status::accepted);
    const auto answered = s.watcher->heard();
    REQUIRE(answered.size() == 2);
    CHECK(answered[0] == R"({"Kind":"question","Data":{"Questions":[]},"Seq":7})");
    CHECK(answered[1].starts_with(R"({"Kind":"timer","Data":{"EndsAt":)"));
    s.b.wait(seconds(50));
    s.b.tick();
    CHECK(s.watcher->kinds_heard() == "disabled");
}

TEST_CASE("a host calls the question of anybody answered, or all of them, and raises none")
{
    scene s;
    s.put(s.ana, "?seat=1", raise);
    s.put(s.bert, "?seat=2", raise);
    CHECK(s.put(s.r.control, "?seat=1", raise) == http::status::forbidden);
    CHECK(s.put(s.r.control, "?seat=9", lower) == http::status::bad_request);
    s.watcher->heard();
    CHECK(s.put(s.r.control, "?seat=1", lower) == http::status::accepted);
    CHECK(s.watcher->heard() ==
          frames{R"({"Kind":"question","Data":{"Questions":[{"Seat":2,"Name":"Bert"}]},"Seq":8})"});
    s.put(s.ana, "?seat=1", raise);
    s.watcher->heard();
    CHECK(s.put(s.r.control, "", lower) == http::status::accepted);
    CHECK(s.watcher->kinds_heard() == "question timer");
}

TEST_CASE("nobody raises or lowers the hand of another seat")
{
    scene s;
    CHECK(s.put(s.bert, "?seat=1", raise) == http::status::forbidden);
    s.put(s.ana, "?seat=1", raise);
    CHECK(s.put(s.bert, "?seat=1", lower) == http::status::forbidden);
    CHECK(s.put(s.bert, "", lower) == http::status::bad_request);
}

TEST_CASE("a question that is raised twice, or lowered twice, is told once")
{
    scene s;
    s.put(s.ana, "?seat=1", raise);
    s.watcher->heard();
    CHECK(s.put(s.ana, "?seat=1", raise) == http::status::accepted);
    CHECK(s.watcher->heard().empty());
    s.put(s.ana, "?seat=1", lower);
    s.watcher->heard();
    CHECK(s.put(s.ana, "?seat=1", lower) == http::status::accepted);
    CHECK(s.watcher->heard().empty());
}

TEST_CASE("a question needs an open round, and a body that makes sense")
{
    scene s;
    for (const auto* const body : {"", "true", "{}", R"({"Raised":1})", R"({"Raised":"true"})",
                                   R"({"Participant":7,"Raised":true})"})
        CHECK(s.put(s.ana, "?seat=1", body) == http::status::bad_request);
    s.b.control(s.r, "stop");
    const auto late = s.b.send(put_question(s.r, "?seat=1", raise).bearer(s.ana));
    CHECK(late.status == http::status::bad_request);
    CHECK(late.body == problem_body("session-closed", "session is closed", 400));
}

TEST_CASE("questions are held up where they come too fast")
{
    scene s;
    auto last = http::status::accepted;
    for (int i = 0; i < 30 && last == http::status::accepted; ++i)
        last = s.put(s.ana, "?seat=1", i % 2 == 0 ? raise : lower);
    CHECK(last == http::status::too_many_requests);
}
