// How a voter comes to control when nobody has it.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

using frames = std::vector<std::string>;
using std::chrono::seconds;

// Ana and Bert sit in a session that its controller has left 60 s ago; Bert's page listens.
struct scene
{
    explicit scene(handler_settings settings = {})
        : b(std::move(settings)), r(b.create()), ana(b.join(r, "Ana")), bert(b.join(r, "Bert")),
          subscriber(b.listen_as(r, bert, "Bert"))
    {
        subscriber->heard();
        pass(60);
    }

    void pass(int time)
    {
        b.wait(seconds(time));
        b.tick();
    }

    // A request for control by the seat with this key.
    response asking(http::verb method, std::string_view key, std::string name = {},
                    std::string_view what = "control-request")
    {
        return b.send(
            call(method, "/" + r.id + "/" + std::string(what), std::move(name)).bearer(key));
    }
    http::status ask() { return asking(http::verb::put, ana, "Ana").status; }
    http::status object(std::string_view key) { return asking(http::verb::delete_, key).status; }
    response take(std::string_view key, std::string name)
    {
        return asking(http::verb::post, key, std::move(name), "control-request/key");
    }

    std::string view() { return b.voter_view(r); }

    api_fixture b;
    meeting r;
    std::string ana;
    std::string bert;
    std::unique_ptr<test_subscriber> subscriber;
};

bool contains(const std::string& text, std::string_view what)
{
    return text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("voters hear when nobody has controlled the session for 60 s")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    const auto watcher = b.watch(r);
    watcher->heard();
    b.wait(seconds(59));
    b.tick();
    CHECK(watcher->heard().empty());
    b.wait(seconds(1));
    b.tick();
    const auto heard = watcher->heard();
    REQUIRE(heard.size() == 1);
    CHECK(heard.front().starts_with(R"({"Kind":"control","Data":{"State":"unled"},)"));
    CHECK(contains(b.voter_view(r), R"("Control":{"State":"unled"})"));
}

TEST_CASE("a controller whose page is open leads, however quiet")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    auto control = b.listen_to_control(r);
    b.wait(seconds(600));
    b.tick();
    CHECK_FALSE(contains(b.voter_view(r), "Control"));
    control.reset();
    b.wait(seconds(59));
    b.tick();
    CHECK_FALSE(contains(b.voter_view(r), "Control"));
    b.wait(seconds(1));
    b.tick();
    CHECK(contains(b.voter_view(r), R"("Control":{"State":"unled"})"));
}

TEST_CASE("control passes to a voter after 10 s without an objection")
{
    scene s;
    s.subscriber->heard();
    CHECK(s.ask() == http::status::accepted);
    const auto now = s.b.date().time_since_epoch().count();
    CHECK(contains(s.subscriber->heard().back(),
                   R"({"Kind":"control","Data":{"State":"asked","By":"Ana","PassesAt":)" +
                       std::to_string(now + 10'000) + R"(,"Now":)" + std::to_string(now) + "},"));
    s.pass(9);
    CHECK(s.take(s.ana, "Ana").status == http::status::conflict);
    s.pass(1);
    CHECK(contains(s.subscriber->heard().back(), R"("Data":{"State":"passed","By":"Ana"})"));
    CHECK(s.take(s.bert, "Bert").status == http::status::conflict);

    const auto answer = s.take(s.ana, "Ana");
    REQUIRE(answer.status == http::status::created);
    const auto key = text_member(answer.body, "ControlKey");
    CHECK(field(answer, "Set-Cookie").starts_with("pajthy_control=" + key));
    CHECK(contains(s.subscriber->heard().back(), R"("Data":{"State":"led"})"));
    CHECK(s.b.send(call(http::verb::patch, "/" + s.r.id + "/control/start").bearer(key)).status ==
          http::status::accepted);
    CHECK(s.take(s.ana, "Ana").status == http::status::conflict);
}

TEST_CASE("any voter may object, and nobody else without a key")
{
    scene s;
    s.ask();
    CHECK(s.b.send(call(http::verb::delete_, "/" + s.r.id + "/control-request")).status ==
          http::status::unauthorized);
    CHECK(s.object(s.bert) == http::status::no_content);
    CHECK(contains(s.subscriber->heard().back(), R"("Data":{"State":"led"})"));
    s.pass(10);
    CHECK(s.take(s.ana, "Ana").status == http::status::conflict);
    CHECK(s.ask() == http::status::conflict);
    s.pass(50);
    CHECK(s.ask() == http::status::accepted);
}

TEST_CASE("a controller may object, and by coming back does")
{
    scene s;
    s.ask();
    CHECK(s.object(s.r.control) == http::status::no_content);
    CHECK_FALSE(contains(s.view(), "Control"));

    s.pass(60);
    s.ask();
    const auto back = s.b.listen_to_control(s.r);
    CHECK_FALSE(contains(s.view(), "Control"));
    s.pass(10);
    CHECK(s.take(s.ana, "Ana").status == http::status::conflict);
}

TEST_CASE("nobody can ask in the name of somebody else")
{
    scene s;
    CHECK(s.asking(http::verb::put, s.ana, "Bert").status == http::status::forbidden);
    CHECK(s.asking(http::verb::put, s.r.control, "Ana").status == http::status::forbidden);
    s.ask();
    s.pass(10);
    CHECK(s.take(s.bert, "Ana").status == http::status::forbidden);
}

TEST_CASE("control that is led can't be asked for")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto answer =
        b.send(call(http::verb::put, "/" + r.id + "/control-request", "Ana").bearer(ana));
    CHECK(answer.status == http::status::conflict);
    CHECK(answer.body == problem_body("control-not-free", "control is not free", 409));
}

TEST_CASE("in open access there is no control to ask for")
{
    scene s({.access = access_mode::open});
    CHECK_FALSE(contains(s.view(), "Control"));
    CHECK(s.ask() == http::status::conflict);
}
