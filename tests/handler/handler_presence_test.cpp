// Seats without a socket: away, taken over; sessions that are over.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"
#include "tests/support/run_task.hpp"

using namespace pajthy;
using namespace pajthy::test;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace
{

using frames = std::vector<std::string>;

std::string away_in(const std::string& control_view)
{
    const auto begin = control_view.find(R"("Away":)") + 7;
    return control_view.substr(begin, control_view.find(']', begin) + 1 - begin);
}

} // namespace

// --- Away

TEST_CASE("a seat is away when its last socket has been gone for 15 s")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto control = b.listen_to_control(r);
    auto first = b.listen_as(r, ana, "Ana");
    auto second = b.listen_as(r, ana, "Ana");
    control->heard();
    first.reset();
    b.wait(seconds(20));
    b.tick();
    CHECK(control->heard().empty()); // there is a socket left
    second.reset();
    b.wait(milliseconds(14'999));
    b.tick();
    CHECK(control->heard().empty());
    CHECK(away_in(b.control_view(r)) == "[]");
    b.wait(milliseconds(1));
    b.tick();
    const auto heard = control->heard();
    REQUIRE(heard.size() == 1);
    const auto since = b.date() - seconds(15);
    CHECK(heard.front().starts_with(
        R"({"Kind":"participants-change","Data":{"Participants":["Ana"],)"
        R"("Numbers":[1],"Away":["Ana"],)"
        R"("Since":{"Ana":)" +
        std::to_string(since.time_since_epoch().count()) + R"(},"Now":)" +
        std::to_string(b.date().time_since_epoch().count()) + R"(},"Seq":)"));
    CHECK(away_in(b.control_view(r)) == R"(["Ana"])");
}

TEST_CASE("the settings say after what time a seat is away")
{
    handler_settings settings;
    settings.limits.waits.absence = seconds(2);
    api_fixture b(settings);
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    auto socket = b.listen_as(r, ana, "Ana");
    const auto control = b.listen_to_control(r);
    control->heard();
    socket.reset();
    b.wait(milliseconds(1'999));
    b.tick();
    CHECK(control->heard().empty());
    b.wait(milliseconds(1));
    b.tick();
    CHECK(control->kinds_heard() == "participants-change");
    CHECK(away_in(b.control_view(r)) == R"(["Ana"])");
}

TEST_CASE("a seat that comes back in time was never away")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    auto socket = b.listen_as(r, ana, "Ana");
    const auto control = b.listen_to_control(r);
    control->heard();
    socket.reset();
    b.wait(seconds(10));
    socket = b.listen_as(r, ana, "Ana");
    b.wait(seconds(60));
    b.tick();
    CHECK(control->heard().empty());
}

TEST_CASE("a seat that comes back from away is told to controllers")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    auto socket = b.listen_as(r, ana, "Ana");
    const auto control = b.listen_to_control(r);
    socket.reset();
    b.wait(seconds(15));
    b.tick();
    control->heard();
    socket = b.listen_as(r, ana, "Ana");
    const auto heard = control->heard();
    REQUIRE(heard.size() == 1);
    CHECK(
        heard.front().starts_with(R"({"Kind":"participants-change","Data":{"Participants":["Ana"],)"
                                  R"("Numbers":[1],"Away":[]},"Seq":)"));
}

TEST_CASE("a seat that never had a socket is not away, however long it is silent")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    b.wait(hours(1));
    b.tick();
    CHECK(b.control_view(r).find(R"("Open":true)") != std::string::npos);
    CHECK(away_in(b.control_view(r)) == "[]");
}

TEST_CASE("nobody waits for a seat that is away: the session closes by itself")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    auto socket = b.listen_as(r, bert, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    const auto control = b.listen_to_control(r);
    const auto watcher = b.watch(r);
    control->heard();
    watcher->heard();
    socket.reset();
    b.wait(seconds(15));
    b.tick();
    CHECK(control->kinds_heard() == "participants-change disabled");
    CHECK(watcher->kinds_heard() == "seats disabled");
    CHECK(b.control_view(r).find(R"("Votes":{"Ana":"2"})") != std::string::npos);
}

TEST_CASE("a seat that goes away does not close a round without any vote")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    auto socket = b.listen_as(r, ana, "Ana");
    b.start(r);
    const auto watcher = b.watch(r);
    watcher->heard();
    socket.reset();
    b.wait(seconds(15));
    b.tick();
    CHECK(b.control_view(r).find(R"("Open":true)") != std::string::npos);
    const auto heard = watcher->heard();
    REQUIRE(heard.size() == 2);
    CHECK(heard.front().starts_with(
        R"({"Kind":"seats","Data":{"Seats":[{"Seat":1,"Name":"Ana","State":"away"}]},"Seq":)"));
    CHECK(heard.back().starts_with(
        R"({"Kind":"progress","Data":{"Voted":0,"Of":0,"Waiting":[]},"Seq":)"));
}

TEST_CASE("a vote that leaves only seats that are away closes the session")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    b.listen_as(r, bert, "Bert").reset();
    b.wait(seconds(15));
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    CHECK(b.control_view(r).find(R"("Open":false)") != std::string::npos);
}

TEST_CASE("a seat that is away may still vote")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.listen_as(r, ana, "Ana").reset();
    b.start(r);
    b.wait(seconds(20));
    b.tick();
    b.vote(r, ana, "Ana", "3");
    CHECK(b.control_view(r).find(R"("Votes":{"Ana":"*"})") != std::string::npos);
}

TEST_CASE("a socket that closes after its seat was kicked changes nothing")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    auto socket = b.listen_as(r, ana, "Ana");
    b.control(r, "kick", "Ana");
    b.join(r, "Ana");
    const auto control = b.listen_to_control(r);
    control->heard();
    socket.reset();
    b.wait(seconds(15));
    b.tick();
    CHECK(control->heard().empty());
    CHECK(away_in(b.control_view(r)) == "[]");
}

// --- Taking over

TEST_CASE("a seat that was silent for 15 s without a socket passes to a newcomer with its vote")
{
    api_fixture b;
    const auto r = b.create();
    const auto old_key = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, old_key, "Ana", "2");
    b.wait(milliseconds(14'999));
    CHECK(b.send(put_join(r, "Ana")).status == http::status::conflict);
    b.wait(milliseconds(1));
    const auto control = b.listen_to_control(r);
    control->heard();
    const auto taken = b.send(put_join(r, "Ana"));
    CHECK(taken.status == http::status::created);
    const auto new_key = text_member(taken.body, "SeatKey");
    CHECK(new_key != old_key);
    CHECK(field(taken, "Set-Cookie").starts_with("pajthy_seat_1=" + new_key + ";"));
    CHECK(control->kinds_heard() == "participants-change");
    CHECK(b.control_view(r).ends_with(
        R"("Participants":["Ana","Bert"],"Numbers":[1,2],"Away":[],"Votes":{"Ana":"*"}})"));

    const std::string body = R"({"Participant":"Ana","Choice":"3"})";
    CHECK(b.send(call(http::verb::put, "/" + r.id, body).bearer(old_key)).status ==
          http::status::forbidden);
    CHECK(b.send(call(http::verb::put, "/" + r.id, body).bearer(new_key)).status ==
          http::status::accepted);
}

TEST_CASE("a seat with a socket cannot be taken over")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    auto socket = b.listen_as(r, ana, "Ana");
    b.wait(hours(1));
    CHECK(b.send(put_join(r, "Ana")).status == http::status::conflict);
    socket.reset();
    b.wait(milliseconds(14'999));
    CHECK(b.send(put_join(r, "Ana")).status == http::status::conflict);
    b.wait(milliseconds(1));
    CHECK(b.send(put_join(r, "Ana")).status == http::status::created);
}

TEST_CASE("a seat that has just voted cannot be taken over")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.wait(seconds(20));
    b.vote(r, ana, "Ana", "2");
    CHECK(b.send(put_join(r, "Ana")).status == http::status::conflict);
}

TEST_CASE("whoever holds the seat keeps it after any silence")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.wait(hours(1));
    const auto again = b.send(put_join(r, "Ana").bearer(ana));
    CHECK(again.status == http::status::created);
    CHECK(text_member(again.body, "SeatKey") == ana);
}

// --- Websockets whose session or seat went between the grant and the opening

TEST_CASE("a websocket whose seat went meanwhile is not attached")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    auto granted =
        b.send(call(http::verb::get, "/" + r.id + "/ws?as=Ana").bearer(ana).as_websocket());
    b.control(r, "kick", "Ana");
    REQUIRE(granted.upgrade);
    test_subscriber late(b, std::move(*granted.upgrade));
    CHECK(late.failure() == errc::not_your_seat);
    CHECK(late.heard().empty());
}

TEST_CASE("a websocket whose session went meanwhile is not attached")
{
    handler_settings settings;
    settings.limits.session.idle = seconds(60);
    api_fixture b(settings);
    const auto r = b.create();
    auto granted = b.send(call(http::verb::get, "/" + r.id + "/ws").as_websocket());
    b.wait(seconds(60));
    b.tick();
    REQUIRE(granted.upgrade);
    test_subscriber late(b, std::move(*granted.upgrade));
    CHECK(late.failure() == errc::unknown_session);
    CHECK(late.heard().empty());
}

// --- Sessions that are over

TEST_CASE("a session that nobody touches for a day is gone, and its sockets get 4004")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto control = b.listen_to_control(r);
    const auto watcher = b.watch(r);
    const auto socket = b.listen_as(r, ana, "Ana");
    b.wait(hours(24) - milliseconds(1));
    b.tick();
    CHECK_FALSE(control->closed());
    CHECK(b.service.usage().sessions == 1);
    b.wait(milliseconds(1));
    b.tick();
    CHECK(control->closed() == close_code::over);
    CHECK(watcher->closed() == close_code::over);
    CHECK(socket->closed() == close_code::over);
    CHECK(b.service.usage().sessions == 0);
    CHECK(b.send(call(http::verb::get, "/" + r.id)).body ==
          problem_body("unknown-session", "no such session", 404));
    CHECK(b.send(call(http::verb::get, "/" + r.id + "/control").bearer(r.control)).status ==
          http::status::not_found);
}

TEST_CASE("a session that is looked at lives on, but no longer than a week")
{
    api_fixture b;
    const auto r = b.create();
    for (int day = 1; day <= 13; ++day)
    {
        b.wait(hours(12));
        b.tick();
        REQUIRE(b.send(call(http::verb::get, "/" + r.id)).status == http::status::ok);
    }
    b.wait(hours(12));
    b.tick();
    CHECK(b.send(call(http::verb::get, "/" + r.id)).status == http::status::not_found);
}

TEST_CASE("a session that is over leaves the others alone")
{
    api_fixture b;
    const auto old_one = b.create();
    b.wait(hours(23));
    const auto young = b.create();
    const auto watcher = b.watch(young);
    b.wait(hours(1));
    b.tick();
    CHECK(b.send(call(http::verb::get, "/" + old_one.id)).status == http::status::not_found);
    CHECK(b.send(call(http::verb::get, "/" + young.id)).status == http::status::ok);
    CHECK_FALSE(watcher->closed());
}

TEST_CASE("many sessions that are over go in several ticks")
{
    handler_settings settings;
    settings.limits.address.create = {};
    settings.limits.address.calls = {};
    settings.limits.session.sessions_of_address = 0;
    api_fixture b(settings);
    for (int i = 0; i < 2'500; ++i)
        b.create();
    b.wait(hours(24));
    int ticks = 0;
    while (b.service.usage().sessions != 0 && ticks < 300)
    {
        const auto before = b.service.usage().sessions;
        b.tick();
        CHECK(b.service.usage().sessions < before);
        ++ticks;
    }
    CHECK(b.service.usage().sessions == 0);
    CHECK(ticks > 1);
}

// --- When memory is short

namespace
{

class deaf final : public subscriber
{
    void deliver(const frame&) noexcept override {}
    void close(close_code) noexcept override {}
};

// Ana may open a websocket.
struct granted_scene
{
    api_fixture b;
    meeting room = b.create();
    std::unique_ptr<ticket> granted;
    deaf to;
    std::unique_ptr<attendance> open;

    granted_scene()
    {
        const auto key = b.join(room, "Ana");
        granted =
            b.send(call(http::verb::get, "/" + room.id + "/ws?as=Ana").bearer(key).as_websocket())
                .upgrade;
    }

    void attach() { open = run_task(b.api.attach(*granted, to)).value(); }
    void detach() { open.reset(); }

    // Whoever is absent loses the name to the next who comes.
    bool is_present()
    {
        b.tick();
        b.wait(seconds(60));
        return b.send(put_join(room, "Ana")).status != http::status::created;
    }
};

} // namespace

TEST_CASE("a websocket that there is no memory for makes nobody present", "[shortage]")
{
    const auto shortages = with_every_shortage([] { return std::make_unique<granted_scene>(); },
                                               [](auto& s) { s->attach(); },
                                               [](auto& s, bool has_thrown)
                                               {
                                                   REQUIRE(has_thrown);
                                                   REQUIRE(s->b.bus->subscribers() == 0);
                                                   REQUIRE_FALSE(s->is_present());
                                               });
    REQUIRE(shortages != 0);
}

TEST_CASE("the end of a websocket is noted later if there is no memory for it now", "[shortage]")
{
    granted_scene with_it;
    with_it.attach();
    REQUIRE(with_it.is_present());
    const auto shortages = with_every_shortage(
        []
        {
            auto s = std::make_unique<granted_scene>();
            s->attach();
            return s;
        },
        [](auto& s) { s->detach(); }, [](auto& s, bool) { REQUIRE_FALSE(s->is_present()); });
    REQUIRE(shortages != 0);
}

TEST_CASE("a session whose timer was up while memory was short is told of it later", "[shortage]")
{
    struct scene
    {
        api_fixture b;
        meeting room = b.create();
        std::string key = b.join(room, "Ana");
    };
    const auto shortages = with_every_shortage(
        []
        {
            auto s = std::make_unique<scene>();
            s->b.control(s->room, "start", R"({"Seconds":5})");
            s->b.vote(s->room, s->key, "Ana", "1");
            s->b.join(s->room, "Bob");
            s->b.control(s->room, "start", R"({"Seconds":5})");
            s->b.vote(s->room, s->key, "Ana", "1");
            s->b.wait(seconds(6));
            return s;
        },
        [](auto& s) { s->b.tick(); },
        [](auto& s, bool)
        {
            s->b.wait(seconds(2));
            s->b.tick();
            REQUIRE(s->b.voter_view(s->room).find(R"("Open":false)") != std::string::npos);
        });
    REQUIRE(shortages != 0);
}
