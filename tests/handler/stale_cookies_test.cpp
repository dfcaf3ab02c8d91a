// Cookies that open nothing any more are given back to the browser.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace pajthy;
using namespace pajthy::test;
using http::verb;
using std::chrono::seconds;

namespace
{

using cookies = std::multiset<std::string>;

// The names of the cookies that `answer` ends, and of those that it sets.
struct told
{
    cookies ended;
    cookies set;
};

told cookies_of(const response& answer)
{
    told out;
    for (const auto& [name, value] : answer.fields)
    {
        if (name != "Set-Cookie")
            continue;
        const bool ends = value.find("; Max-Age=0;") != std::string::npos;
        (ends ? out.ended : out.set).insert(value.substr(0, value.find('=')));
    }
    return out;
}

cookies ended_by(const response& answer)
{
    return cookies_of(answer).ended;
}

call look_at(const meeting& in, std::string_view query = "")
{
    return call(verb::get, "/" + in.id + std::string(query));
}

void kick_for_good(api_fixture& b, const meeting& in, std::string_view name)
{
    b.control(in, "kick", std::string(name));
    b.wait(undo_time);
}

} // namespace

TEST_CASE("the cookie of a seat that is gone is given back, and no other")
{
    api_fixture b({.base_path = "/tools"});
    const auto in = b.create();
    const auto ana = b.join(in, "Ana");
    const auto bob = b.join(in, "Bob");
    kick_for_good(b, in, "Ana");
    const auto answer = b.send(look_at(in)
                                   .cookie("theme", "dark")
                                   .cookie("pajthy_control", in.control)
                                   .cookie("pajthy_seat_1", ana)
                                   .cookie("pajthy_seat_2", bob)
                                   .cookie("pajthy_seat_03", bob)
                                   .cookie("pajthy_seats_4", bob)
                                   .over_tls());
    CHECK(answer.status == http::status::ok);
    CHECK(field(answer, "Set-Cookie") == "pajthy_seat_1=; Path=/tools/api/" + in.id +
                                             "; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
}

TEST_CASE("cookies that fit cost an answer nothing")
{
    api_fixture b;
    const auto in = b.create();
    const auto ana = b.join(in, "Ana");
    b.start(in);
    const auto voted = b.send(call(verb::put, "/" + in.id, R"({"Participant":"Ana","Choice":"1"})")
                                  .cookie("pajthy_control", in.control)
                                  .cookie("pajthy_seat_1", ana));
    CHECK(voted.status == http::status::accepted);
    CHECK(voted.fields.empty());
}

TEST_CASE("a cookie that no seat has ever had is given back, and whatever the answer is")
{
    api_fixture b;
    const auto in = b.create();
    b.join(in, "Ana");
    const auto body = R"({"Participant":"Ana","Choice":"1"})";
    const auto refused = b.send(call(verb::put, "/" + in.id, body).cookie("pajthy_seat_7", "x"));
    CHECK(refused.status == http::status::forbidden);
    CHECK(ended_by(refused) == cookies{"pajthy_seat_7"});
    const auto started = b.send(call(verb::patch, "/" + in.id + "/control/start")
                                    .bearer(in.control)
                                    .cookie("pajthy_seat_1", in.control));
    CHECK(started.status == http::status::accepted);
    CHECK(ended_by(started) == cookies{"pajthy_seat_1"});
}

TEST_CASE("the cookie of a seat that somebody else has taken over is given back")
{
    api_fixture b;
    const auto in = b.create();
    const auto before = b.join(in, "Ana");
    b.wait(absence);
    const auto now = b.join(in, "Ana");
    CHECK(ended_by(b.send(look_at(in).cookie("pajthy_seat_1", before))) ==
          cookies{"pajthy_seat_1"});
    CHECK(ended_by(b.send(look_at(in).cookie("pajthy_seat_1", now))).empty());
}

TEST_CASE("of two cookies of one name none is given back while one fits")
{
    api_fixture b;
    const auto in = b.create();
    const auto ana = b.join(in, "Ana");
    CHECK(ended_by(b.send(look_at(in).cookie("pajthy_seat_1", "x").cookie("pajthy_seat_1", ana)))
              .empty());
    CHECK(ended_by(b.send(look_at(in).cookie("pajthy_seat_1", "x").cookie("pajthy_seat_1", "y"))) ==
          cookies{"pajthy_seat_1"});
}

TEST_CASE("the cookie of a kicked seat stays as long as the kick can be undone, and works then")
{
    api_fixture b;
    const auto in = b.create();
    const auto ana = b.join(in, "Ana");
    b.control(in, "kick", "Ana");
    b.wait(undo_time - seconds(1));
    CHECK(ended_by(b.send(look_at(in).cookie("pajthy_seat_1", ana))).empty());
    CHECK(ended_by(b.send(look_at(in).cookie("pajthy_seat_1", in.control))) ==
          cookies{"pajthy_seat_1"}); // which tells nobody who was kicked

    b.control(in, "undo");
    const auto back = b.send(look_at(in, "?as=Ana").cookie("pajthy_seat_1", ana));
    CHECK(back.status == http::status::ok);
    CHECK(ended_by(back).empty());

    b.control(in, "kick", "Ana");
    b.wait(undo_time);
    CHECK(ended_by(b.send(look_at(in).cookie("pajthy_seat_1", ana))) == cookies{"pajthy_seat_1"});
}

TEST_CASE("an answer never ends the cookie that it sets")
{
    api_fixture b;
    const auto in = b.create();
    const auto before = b.join(in, "Ana");
    b.wait(absence);
    b.join(in, "Ana"); // somebody else does
    b.wait(absence);
    const auto again =
        b.send(call(verb::put, "/" + in.id + "/join", "Ana").cookie("pajthy_seat_1", before));
    CHECK(again.status == http::status::created);
    CHECK(cookies_of(again).set == cookies{"pajthy_seat_1"});
    CHECK(cookies_of(again).ended.empty());

    const auto key = text_member(again.body, "SeatKey");
    const auto resumed = b.send(look_at(in, "?as=Ana").bearer(key).cookie("pajthy_seat_1", before));
    CHECK(cookies_of(resumed).set == cookies{"pajthy_seat_1"});
    CHECK(cookies_of(resumed).ended.empty());

    const auto left = b.send(
        call(verb::put, "/" + in.id + "/leave", "Ana").bearer(key).cookie("pajthy_seat_1", before));
    CHECK(cookies_of(left).ended == cookies{"pajthy_seat_1"}); // and once
}

TEST_CASE("all cookies of a session that is gone are given back")
{
    api_fixture b;
    const auto in = b.create();
    const auto ana = b.join(in, "Ana");
    b.wait(std::chrono::hours(24 * 8));
    b.tick();
    for (const auto* path : {"", "/control"})
    {
        const auto gone = b.send(call(verb::get, "/" + in.id + path)
                                     .cookie("pajthy_control", in.control)
                                     .cookie("pajthy_seat_1", ana));
        CHECK(gone.status == http::status::not_found);
        CHECK(ended_by(gone) == cookies{"pajthy_control", "pajthy_seat_1"});
    }
}

TEST_CASE("what is no session's id names no cookie")
{
    api_fixture b;
    for (const auto* id : {"a b", "a;Domain=example", "a,b", "A", "a\"", "-"})
    {
        CAPTURE(id);
        const auto answer =
            b.send(call(verb::get, "/" + std::string(id)).cookie("pajthy_seat_1", "x"));
        CHECK(answer.status == http::status::not_found);
        CHECK(ended_by(answer).empty());
    }
}

TEST_CASE("one answer gives eight cookies back at most, and the next ones the others")
{
    api_fixture b;
    const auto in = b.create();
    const auto ana = b.join(in, "Ana");
    cookies shown;
    for (int n = 2; n <= 140; ++n)
        shown.insert("pajthy_seat_" + std::to_string(n));
    std::size_t answers = 0;
    for (; !shown.empty() && answers < 100; ++answers)
    {
        auto ask = look_at(in);
        for (const auto& name : shown)
            ask.cookie(name, in.control);
        const auto ended = ended_by(b.send(ask.cookie("pajthy_seat_1", ana)));
        REQUIRE(!ended.empty());
        REQUIRE(ended.size() <= 8);
        for (const auto& name : ended)
            CHECK(shown.erase(name) == 1);
    }
    CHECK(answers == 18);

    auto gone = call(verb::get, "/zzzzzzzzzzzz").cookie("pajthy_control", in.control);
    for (int n = 1; n <= 20; ++n)
        gone.cookie("pajthy_seat_" + std::to_string(n), ana);
    CHECK(ended_by(b.send(gone)).size() == 8);
}

TEST_CASE("whoever is held up hears nothing of cookies")
{
    handler_settings settings;
    settings.limits.address.wrong_keys = {1, 1};
    api_fixture b(settings);
    const auto in = b.create();
    const auto guess = [&]
    {
        return b.send(call(verb::patch, "/" + in.id + "/control/start")
                          .bearer(std::string(43, 'A'))
                          .cookie("pajthy_seat_7", "x"));
    };
    CHECK(ended_by(guess()) == cookies{"pajthy_seat_7"});
    const auto held_up = guess();
    CHECK(held_up.status == http::status::too_many_requests);
    CHECK(ended_by(held_up).empty());

    const auto foreign = b.send(call(verb::put, "/" + in.id + "/join", "Ana")
                                    .origin("http://evil.example")
                                    .cookie("pajthy_seat_7", "x"));
    CHECK(foreign.status == http::status::forbidden);
    CHECK(ended_by(foreign).empty());
}

TEST_CASE("a websocket that opens gives nothing back")
{
    api_fixture b;
    const auto in = b.create();
    const auto opened =
        b.send(call(verb::get, "/" + in.id + "/ws").as_websocket().cookie("pajthy_seat_7", "x"));
    CHECK(opened.status == http::status::switching_protocols);
    CHECK(opened.fields.empty());
}

TEST_CASE("cookies are given back in open mode, too")
{
    api_fixture b({.access = access_mode::open});
    const auto in = b.create();
    const auto ana = b.join(in, "Ana");
    CHECK(ended_by(b.send(look_at(in).cookie("pajthy_seat_1", ana).cookie("pajthy_seat_7", "x"))) ==
          cookies{"pajthy_seat_7"});
    const auto body = R"({"Participant":"Ana","Choice":"1"})";
    CHECK(ended_by(b.send(call(verb::put, "/" + in.id, body).cookie("pajthy_seat_7", "x"))) ==
          cookies{"pajthy_seat_7"});
}
