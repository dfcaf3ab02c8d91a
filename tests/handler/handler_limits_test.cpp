// How much one address, one session and all of them together may have.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

#include <sstream>

using namespace pajthy;
using namespace pajthy::test;
using std::chrono::hours;
using std::chrono::seconds;

namespace
{

const std::string stranger_key(43, 'A');

call post()
{
    return call(http::verb::post, "/", R"(["1","2"])");
}

const std::string too_many = problem_body("too-many-requests", "too many requests", 429);

} // namespace

// --- Rates

TEST_CASE("an address creates 30 sessions at once, then 30 a minute")
{
    api_fixture b;
    for (int i = 0; i < 30; ++i)
        REQUIRE(b.send(post()).status == http::status::created);
    const auto refused = b.send(post());
    CHECK(refused.status == http::status::too_many_requests);
    CHECK(refused.body == too_many);
    CHECK(field(refused, "Retry-After") == "2");
    CHECK(b.send(post().from("192.0.2.2")).status == http::status::created);
    b.wait(seconds(2));
    CHECK(b.send(post()).status == http::status::created);
    CHECK(b.send(post()).status == http::status::too_many_requests);
}

TEST_CASE("an address asks for 60 unknown ids at once, then for one a second")
{
    api_fixture b;
    const call unknown(http::verb::get, "/000000000000");
    for (int i = 0; i < 60; ++i)
        REQUIRE(b.send(unknown).status == http::status::not_found);
    const auto refused = b.send(unknown);
    CHECK(refused.status == http::status::too_many_requests);
    CHECK(refused.body == too_many);
    CHECK(field(refused, "Retry-After") == "1");
    b.wait(seconds(1));
    CHECK(b.send(unknown).status == http::status::not_found);
    CHECK(b.send(unknown).status == http::status::too_many_requests);
}

TEST_CASE("every route counts an unknown id")
{
    api_fixture b;
    const std::vector<call> calls{
        call(http::verb::get, "/000000000000"),
        call(http::verb::put, "/000000000000", "x"),
        call(http::verb::put, "/000000000000/join", "Ana"),
        call(http::verb::put, "/000000000000/leave", "Ana"),
        call(http::verb::get, "/000000000000/ws").as_websocket(),
        call(http::verb::get, "/000000000000/control"),
        call(http::verb::get, "/000000000000/control/ws").as_websocket(),
        call(http::verb::patch, "/000000000000/control/start"),
        call(http::verb::patch, "/000000000000/control/stop"),
        call(http::verb::patch, "/000000000000/control/reset"),
        call(http::verb::patch, "/000000000000/control/kick", "Ana"),
    };
    int refused = 0;
    for (int round = 0; round < 6; ++round)
    {
        for (const auto& c : calls)
        {
            const auto status = b.send(c).status;
            refused += status == http::status::too_many_requests;
            CHECK((status == http::status::not_found || status == http::status::too_many_requests));
        }
    }
    CHECK(refused == 6);
}

TEST_CASE("an address tries 30 wrong keys at once, then 10 a minute")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    const std::vector<call> guesses{
        call(http::verb::get, "/" + r.id + "/control").bearer(stranger_key),
        call(http::verb::patch, "/" + r.id + "/control/start").bearer(stranger_key),
        call(http::verb::put, "/" + r.id, "x").bearer(stranger_key),
        call(http::verb::get, "/" + r.id + "?as=Bert").bearer(ana),
        call(http::verb::get, "/" + r.id + "/ws?as=Bert").bearer(ana).as_websocket(),
    };
    for (int i = 0; i < 30; ++i)
        REQUIRE(b.send(guesses[static_cast<std::size_t>(i) % guesses.size()]).status ==
                http::status::forbidden);
    for (const auto& guess : guesses)
    {
        const auto refused = b.send(guess);
        CHECK(refused.status == http::status::too_many_requests);
        CHECK(field(refused, "Retry-After") == "6");
    }
    b.wait(seconds(6));
    CHECK(b.send(guesses[0]).status == http::status::forbidden);
    CHECK(b.send(guesses[0]).status == http::status::too_many_requests);
}

TEST_CASE("whoever knows the id and the key is not held up by those who guess")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    for (int i = 0; i < 100; ++i)
    {
        b.send(call(http::verb::get, "/000000000000"));
        b.send(call(http::verb::get, "/" + r.id + "/control").bearer(stranger_key));
    }
    CHECK(b.send(call(http::verb::get, "/" + r.id)).status == http::status::ok);
    CHECK(b.send(call(http::verb::get, "/" + r.id + "/control").bearer(r.control)).status ==
          http::status::ok);
    b.start(r);
    b.vote(r, ana, "Ana", "1");
    const auto socket = b.listen_as(r, ana, "Ana");
    CHECK(socket->kinds_heard() == "snapshot");
}

TEST_CASE("a missing key is no guess")
{
    api_fixture b;
    const auto r = b.create();
    for (int i = 0; i < 100; ++i)
        REQUIRE(b.send(call(http::verb::get, "/" + r.id + "/control")).status ==
                http::status::unauthorized);
}

TEST_CASE("an address makes 400 calls at once, then 100 a second")
{
    api_fixture b;
    const auto r = b.create(); // the first call
    for (int i = 1; i < 400; ++i)
        REQUIRE(b.send(call(http::verb::get, "/" + r.id)).status == http::status::ok);
    const auto refused = b.send(call(http::verb::get, "/" + r.id));
    CHECK(refused.status == http::status::too_many_requests);
    CHECK(refused.body == too_many);
    CHECK(field(refused, "Retry-After") == "1");
    CHECK(b.send(call(http::verb::get, "/" + r.id).from("192.0.2.2")).status == http::status::ok);
    b.wait(seconds(1));
    for (int i = 0; i < 100; ++i)
        REQUIRE(b.send(call(http::verb::get, "/" + r.id)).status == http::status::ok);
    CHECK(b.send(call(http::verb::get, "/" + r.id)).status == http::status::too_many_requests);
}

TEST_CASE("rates of zero hold nobody up")
{
    handler_settings settings;
    settings.limits.address.create = {};
    settings.limits.address.unknown_ids = {};
    settings.limits.address.wrong_keys = {};
    settings.limits.address.calls = {};
    settings.limits.session.sessions_of_address = 0;
    api_fixture b(settings);
    const auto r = b.create();
    for (int i = 0; i < 1'000; ++i)
    {
        REQUIRE(b.send(post()).status == http::status::created);
        REQUIRE(b.send(call(http::verb::get, "/000000000000")).status == http::status::not_found);
        REQUIRE(b.send(call(http::verb::get, "/" + r.id + "/control").bearer("x")).status ==
                http::status::forbidden);
    }
}

// --- Counts

TEST_CASE("an address keeps as many sessions as it may, until one is over")
{
    handler_settings settings;
    settings.limits.session.sessions_of_address = 2;
    settings.limits.session.idle = hours(1);
    api_fixture b(settings);
    b.create();
    b.wait(seconds(60));
    b.create();
    const auto refused = b.send(post());
    CHECK(refused.status == http::status::too_many_requests);
    CHECK(refused.body ==
          problem_body("too-many-sessions", "too many sessions from this address", 429));
    CHECK(b.send(post().from("2001:db8::1")).status == http::status::created);
    b.wait(hours(1) - seconds(60));
    b.tick();
    CHECK(b.send(post()).status == http::status::created);
}

TEST_CASE("a session that is not created takes no place of its address")
{
    handler_settings settings;
    settings.limits.session.sessions_of_address = 1;
    api_fixture b(settings);
    for (int i = 0; i < 5; ++i)
        b.send(call(http::verb::post, "/", "[]"));
    CHECK(b.send(post()).status == http::status::created);
}

TEST_CASE("there are no more sessions than may be kept")
{
    handler_settings settings;
    settings.limits.session.sessions = 2;
    api_fixture b(settings);
    b.create();
    b.create();
    const auto refused = b.send(post().from("192.0.2.2"));
    CHECK(refused.status == http::status::service_unavailable);
    CHECK(refused.body == problem_body("busy", "the server is full", 503));
    CHECK(field(refused, "Retry-After") == "10");
    CHECK(b.service.usage().sessions == 2);
}

TEST_CASE("a session has no more participants than it may")
{
    handler_settings settings;
    settings.limits.session.participants = 2;
    api_fixture b(settings);
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    const auto refused = b.send(put_join(r, "Cleo"));
    CHECK(refused.status == http::status::conflict);
    CHECK(refused.body == problem_body("session-full", "session is full", 409));
    CHECK(b.send(put_join(r, "Ana").bearer(ana)).status == http::status::created);
    b.control(r, "kick", "Bert");
    b.join(r, "Cleo");
}

TEST_CASE("a session has no more choices than it may")
{
    handler_settings settings;
    settings.limits.session.choices = 2;
    api_fixture b(settings);
    CHECK(b.send(post()).status == http::status::created);
    CHECK(b.send(call(http::verb::post, "/", R"(["1","2","3"])")).status ==
          http::status::unprocessable_entity);
}

TEST_CASE("when the text of all sessions is too much nothing is created and nobody joins")
{
    handler_settings settings;
    settings.limits.session.text_bytes = 10;
    api_fixture b(settings);
    const auto r = b.create(R"(["12345","6789"])"); // nine bytes
    const auto ana = b.join(r, "Ana");              // twelve
    for (const auto& c : {post(), put_join(r, "Bert")})
    {
        const auto refused = b.send(c);
        CHECK(refused.status == http::status::service_unavailable);
        CHECK(field(refused, "Retry-After") == "10");
    }
    b.start(r);
    b.vote(r, ana, "Ana", "6789"); // what is there goes on
    const auto control = [&](http::verb method, std::string_view what, std::string body)
    {
        const auto path = "/" + r.id + "/control/" + std::string(what);
        return b.send(call(method, path, std::move(body)).bearer(r.control)).status;
    };
    const auto full = http::status::service_unavailable;
    CHECK(control(http::verb::put, "topics", R"({"Topics":["a"]})") == full);
    CHECK(control(http::verb::put, "deck", R"({"Choices":["a"]})") == full);
    CHECK(control(http::verb::patch, "agree", R"({"Round":1,"Agreed":"a"})") == full);
    CHECK(b.send(call(http::verb::put, "/" + r.id + "/rename",
                      R"({"Participant":"Ana","Name":"Anna"})")
                     .bearer(ana))
              .status == full);
}

TEST_CASE("a session has no more websockets than it may")
{
    handler_settings settings;
    settings.limits.session.websockets = 2;
    api_fixture b(settings);
    const auto r = b.create();
    const auto other = b.create();
    const auto first = b.watch(r);
    auto second = b.listen_to_control(r);
    for (const auto& c : {call(http::verb::get, "/" + r.id + "/ws"),
                          call(http::verb::get, "/" + r.id + "/control/ws").bearer(r.control)})
    {
        const auto refused = b.send(call(c).as_websocket());
        CHECK(refused.status == http::status::service_unavailable);
        CHECK(field(refused, "Retry-After") == "10");
        CHECK_FALSE(refused.upgrade);
    }
    b.watch(other);
    second.reset();
    b.watch(r);
}

TEST_CASE("an address has no more websockets than it may, granted ones included")
{
    handler_settings settings;
    settings.limits.address.websockets = 2;
    api_fixture b(settings);
    const auto r = b.create();
    const auto open = b.watch(r);
    auto granted = b.send(call(http::verb::get, "/" + r.id + "/ws").as_websocket());
    REQUIRE(granted.upgrade);
    const auto refused = b.send(call(http::verb::get, "/" + r.id + "/ws").as_websocket());
    CHECK(refused.status == http::status::service_unavailable);
    CHECK(field(refused, "Retry-After") == "10");
    CHECK(
        b.send(call(http::verb::get, "/" + r.id + "/ws").as_websocket().from("192.0.2.2")).status ==
        http::status::switching_protocols);
    granted.upgrade.reset();
    CHECK(b.send(call(http::verb::get, "/" + r.id + "/ws").as_websocket()).status ==
          http::status::switching_protocols);
}

TEST_CASE("names change as often as an address may have it, and whoever asks too often hears when")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "0");
    const auto rename = [&](int from)
    {
        const auto body = R"({"Participant":")" + std::to_string(from) + R"(","Name":")" +
                          std::to_string(from + 1) + R"("})";
        return b.send(call(http::verb::put, "/" + r.id + "/rename", body).bearer(ana));
    };
    for (int i = 0; i < 20; ++i)
        REQUIRE(rename(i).status == http::status::ok);
    const auto refused = rename(20);
    CHECK(refused.status == http::status::too_many_requests);
    CHECK(field(refused, "Retry-After") == "3");
    b.wait(std::chrono::seconds(3));
    CHECK(rename(20).status == http::status::ok);
}

// --- Seats

TEST_CASE("an address takes 100 seats at once, then one a second, and others are not held up")
{
    api_fixture b;
    const auto r = b.create();
    for (int i = 0; i < 100; ++i)
        REQUIRE(b.send(put_join(r, "p" + std::to_string(i))).status == http::status::created);
    const auto refused = b.send(put_join(r, "one more"));
    CHECK(refused.body == too_many);
    CHECK(field(refused, "Retry-After") == "1");
    CHECK(b.send(put_join(r, "Ana").from("192.0.2.2")).status == http::status::created);
    b.wait(seconds(1));
    CHECK(b.send(put_join(r, "one more")).status == http::status::created);
}

TEST_CASE("whoever has a seat joins again as often as they like")
{
    handler_settings twice;
    twice.limits.address.joins = {2, 1};
    api_fixture b(twice);
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    for (int i = 0; i < 5; ++i)
        CHECK(b.send(put_join(r, "Ana").bearer(ana)).status == http::status::created);
    CHECK(b.send(put_join(r, "Bert")).status == http::status::created);
    CHECK(b.send(put_join(r, "Cleo")).status == http::status::too_many_requests);
}

TEST_CASE("all names of a session together have a bound, for newcomers, renames and undone kicks")
{
    handler_settings short_names;
    short_names.limits.session.name_bytes = 10;
    api_fixture b(short_names);
    const auto r = b.create();
    const auto full = problem_body("session-full", "session is full", 409);
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    CHECK(b.send(put_join(r, "Cleo")).body == full);
    CHECK(b.send(put_join(r, "Eva")).status == http::status::created);
    const auto rename = [&](const std::string& to)
    {
        return b.send(call(http::verb::put, "/" + r.id + "/rename",
                           R"({"Participant":"Ana","Name":")" + to + "\"}")
                          .bearer(ana));
    };
    CHECK(rename("Anna").body == full);
    CHECK(rename("Ann").status == http::status::ok);
    CHECK(b.send(put_join(r, "x")).body == full);
    b.control(r, "kick", "Bert");
    CHECK(b.send(put_join(r, "Dora")).status == http::status::created);
    CHECK(b.send(call(http::verb::patch, "/" + r.id + "/control/undo").bearer(r.control)).body ==
          full);
}

// --- Sessions that nobody ever entered

TEST_CASE("where there is no room for a session the oldest one that nobody ever entered goes")
{
    handler_settings two;
    two.limits.session.sessions = 2;
    api_fixture b(two);
    const auto used = b.create();
    b.join(used, "Ana");
    const auto unused = b.create();
    CHECK(b.send(post()).status == http::status::service_unavailable);
    b.wait(std::chrono::minutes(3));
    const auto fresh = b.create();
    CHECK(b.send(call(http::verb::get, "/" + unused.id)).status == http::status::not_found);
    CHECK(b.send(call(http::verb::get, "/" + used.id)).status == http::status::ok);
    CHECK(b.send(call(http::verb::get, "/" + fresh.id)).status == http::status::ok);
    CHECK(b.send(post()).status == http::status::service_unavailable);
}

TEST_CASE("a session that has had a websocket, a seat or a round is never given up for another one")
{
    handler_settings one;
    one.limits.session.sessions = 1;
    for (const std::string how : {"watcher", "controller", "round", "seat that left"})
    {
        CAPTURE(how);
        api_fixture b(one);
        const auto used = b.create();
        if (how == "watcher")
            b.watch(used);
        else if (how == "controller")
            b.listen_to_control(used);
        else if (how == "round")
            b.start(used);
        else
        {
            const auto ana = b.join(used, "Ana");
            b.send(call(http::verb::put, "/" + used.id + "/leave", "Ana").bearer(ana));
        }
        b.wait(hours(1));
        CHECK(b.send(post()).status == http::status::service_unavailable);
        CHECK(b.send(call(http::verb::get, "/" + used.id)).status == http::status::ok);
    }
}

TEST_CASE("where there is no room for text sessions that nobody ever entered go")
{
    handler_settings little;
    little.limits.session.text_bytes = 5;
    api_fixture b(little);
    const auto used = b.create(R"(["1","2"])");
    b.join(used, "A");
    b.create(R"(["1","2"])");
    CHECK(b.send(put_join(used, "B")).status == http::status::service_unavailable);
    b.wait(std::chrono::minutes(3));
    CHECK(b.send(put_join(used, "B")).status == http::status::created);
    CHECK(b.service.usage().sessions == 1);
}

TEST_CASE("one IPv6 network of 56 bits does not fill the server")
{
    handler_settings small;
    small.limits.session.sessions = 1'000;
    small.limits.session.sessions_of_address = 25;
    api_fixture b(small);
    std::size_t created = 0;
    for (int net = 0; net < 256; ++net)
    {
        std::ostringstream from;
        from << "2001:db8:1:" << std::hex << net << "::1";
        for (int i = 0; i < 10; ++i)
            created += b.send(post().from(from.str())).status == http::status::created;
    }
    CHECK(created == 100);
    CHECK(b.send(post().from("2001:db8:2::1")).status == http::status::created);
}
