// Who gets in where, as one table. It is written from the protocol and not from the code: what is
// said of keys and origins there has to be found here.
#include <pajthy/handler/routes.hpp>

#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/run_task.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

// Which key a route asks for.
enum class door
{
    none,
    control,
    seat,
    any_seat_or_control,
    that_seat_or_control
};

// What a request shows. The right key is the one that the route's door asks for.
enum shown
{
    nothing,
    another_scheme,        // Authorization: Basic
    stranger,              // a key that nobody holds
    malformed,             // a Bearer that is no key
    key_of_another_room,   // of the right kind
    control_key,           //
    anas_key,              // hers is the seat that is asked for
    berts_key,             //
    kicked_key,            // of a seat that is gone
    revoked_key,           // a control key that was taken back
    cookie,                // the right key
    wrong_bearer_over_it,  // with the right key as cookie
    malformed_over_it,     // the same
    right_bearer_over_bad, // with a wrong key as cookie
    foreign_origin,        // this and those below: with the right key as Bearer
    null_origin,
    own_origin,
    allowed_origin,
    ways
};

// What the session has come to before the request, so that it can be granted.
enum class stage
{
    open,    // Ana and Bert may vote
    closed,  // with Ana's vote
    cleared, // by a reset that can be undone
    unled,   // open, and nobody controls it
    asked,   // as unled, and Ana asked for control
    passed   // to Ana
};

struct row
{
    http::verb method;
    std::string_view path; // "ID" stands for the session's
    door asks;
    bool websocket;
    std::string_view body;
    std::array<unsigned, ways> status; // by what is shown
    stage when = stage::open;
};

// clang-format off
const row table[] = {
    // no  Basic str  mal. oth. ctl  Ana  Bert kick revk cook over mal. undr forn null own  allw
    {http::verb::post, "/", door::none, false, R"(["1"])",
    {201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 403, 403, 201, 201}},
    {http::verb::get, "/ID", door::none, false, "",
    {200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200}},
    {http::verb::put, "/ID/join", door::none, false, "Cleo",
    {201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 403, 403, 201, 201}},
    {http::verb::get, "/ID/ws", door::none, true, "",
    {101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 403, 403, 101, 101}},

    {http::verb::get, "/ID?as=Ana", door::seat, false, "",
    {401, 401, 403, 403, 403, 403, 200, 403, 403, 403, 200, 403, 403, 200, 200, 200, 200, 200}},
    {http::verb::put, "/ID", door::seat, false, R"({"Participant":"Ana","Choice":"1"})",
    {401, 401, 403, 403, 403, 403, 202, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}},
    {http::verb::put, "/ID/rename", door::seat, false, R"({"Participant":"Ana","Name":"Anna"})",
    {401, 401, 403, 403, 403, 403, 200, 403, 403, 403, 200, 403, 403, 200, 403, 403, 200, 200}},
    {http::verb::put, "/ID/question", door::that_seat_or_control, false, R"({"Participant":"Ana","Raised":false})",
    {401, 401, 403, 403, 403, 202, 202, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}, stage::open},
    {http::verb::put, "/ID/leave", door::seat, false, "Ana",
    {401, 401, 403, 403, 403, 403, 204, 403, 403, 403, 204, 403, 403, 204, 403, 403, 204, 204}},
    {http::verb::get, "/ID/ws?as=Ana", door::seat, true, "",
    {401, 401, 403, 403, 403, 403, 101, 403, 403, 403, 101, 403, 403, 101, 403, 403, 101, 101}},

    {http::verb::get, "/ID/control", door::control, false, "",
    {401, 401, 403, 403, 403, 200, 403, 403, 403, 403, 200, 403, 403, 200, 200, 200, 200, 200}},
    {http::verb::patch, "/ID/control/start", door::control, false, "",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}},
    {http::verb::patch, "/ID/control/stop", door::control, false, "",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}},
    {http::verb::patch, "/ID/control/reset", door::control, false, "",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}},
    {http::verb::patch, "/ID/control/kick", door::control, false, "Ana",
    {401, 401, 403, 403, 403, 204, 403, 403, 403, 403, 204, 403, 403, 204, 403, 403, 204, 204}},
    {http::verb::post, "/ID/control/keys", door::control, false, "",
    {401, 401, 403, 403, 403, 201, 403, 403, 403, 403, 201, 403, 403, 201, 403, 403, 201, 201}},
    {http::verb::delete_, "/ID/control/keys", door::control, false, "",
    {401, 401, 403, 403, 403, 200, 403, 403, 403, 403, 200, 403, 403, 200, 403, 403, 200, 200}},
    {http::verb::patch, "/ID/control/undo", door::control, false, "",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}, stage::cleared},
    {http::verb::patch, "/ID/control/timer", door::control, false, R"({"Add":30})",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}},
    {http::verb::patch, "/ID/control/door", door::control, false, R"({"Locked":true})",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}},
    {http::verb::patch, "/ID/control/title", door::control, false, R"({"Title":"Sprint 8"})",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}},
    {http::verb::put, "/ID/control/topics", door::control, false, R"({"Topics":["Login"]})",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}},
    {http::verb::put, "/ID/control/deck", door::control, false, R"({"Choices":["S","M"]})",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}, stage::closed},
    {http::verb::patch, "/ID/control/agree", door::control, false, R"({"Round":1,"Agreed":"2"})",
    {401, 401, 403, 403, 403, 202, 403, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}, stage::closed},
    {http::verb::get, "/ID/control/history", door::control, false, "",
    {401, 401, 403, 403, 403, 200, 403, 403, 403, 403, 200, 403, 403, 200, 200, 200, 200, 200}, stage::closed},
    {http::verb::get, "/ID/control/ws", door::control, true, "",
    {401, 401, 403, 403, 403, 101, 403, 403, 403, 403, 101, 403, 403, 101, 403, 403, 101, 101}},

    {http::verb::put, "/ID/control-request", door::seat, false, "Ana",
    {401, 401, 403, 403, 403, 403, 202, 403, 403, 403, 202, 403, 403, 202, 403, 403, 202, 202}, stage::unled},
    {http::verb::post, "/ID/control-request/key", door::seat, false, "Ana",
    {401, 401, 403, 403, 403, 403, 201, 403, 403, 403, 201, 403, 403, 201, 403, 403, 201, 201}, stage::passed},
    {http::verb::delete_, "/ID/control-request", door::any_seat_or_control, false, "",
    {401, 401, 403, 403, 403, 204, 204, 204, 403, 403, 204, 403, 403, 204, 403, 403, 204, 204}, stage::asked},
};
// clang-format on

const std::string stranger_key(43, 'A');

// An open round with Ana and Bert, an older room, and keys that were good once.
struct scene
{
    explicit scene(access_mode access = access_mode::keyed)
        : b({.access = access, .allowed_origins = {"https://tools.example"}})
    {
        const auto kim = b.join(room, "Kim");
        b.control(room, "kick", "Kim");
        kicked = kim;
        const auto keys = "/" + room.id + "/control/keys";
        const auto minted = b.send(call(http::verb::post, keys).bearer(room.control));
        REQUIRE(minted.status == http::status::created);
        revoked = text_member(minted.body, "ControlKey");
        REQUIRE(b.send(call(http::verb::delete_, keys).bearer(room.control)).status ==
                http::status::ok);
        b.start(room);
    }

    void come_to(stage when)
    {
        const auto pass = [this](int time)
        {
            b.wait(std::chrono::seconds(time));
            b.tick();
        };
        switch (when)
        {
        case stage::open: return;
        case stage::closed: b.vote(room, ana, "Ana", "1"); return b.stop(room);
        case stage::cleared: return b.reset(room);
        case stage::unled: return pass(60);
        case stage::asked:
            pass(60);
            b.send(call(http::verb::put, "/" + room.id + "/control-request", "Ana").bearer(ana));
            return;
        case stage::passed: come_to(stage::asked); return pass(10);
        }
    }

    // The request of a row, and what it shows.
    call request(const row& r, shown what, std::string_view id, std::string body) const
    {
        std::string path(r.path);
        if (const auto at = path.find("ID"); at != std::string::npos)
            path.replace(at, 2, id);
        call c(r.method, path, std::move(body));
        if (r.websocket)
            c.as_websocket();
        const bool seat = r.asks != door::none && r.asks != door::control;
        const auto& right = seat ? ana : room.control;
        const auto* const jar = seat ? "pajthy_seat_1" : "pajthy_control";
        switch (what)
        {
        case nothing: return c;
        case another_scheme: return c.authorization("Basic " + right);
        case stranger: return c.bearer(stranger_key);
        case malformed: return c.bearer(right + "x");
        case key_of_another_room: return c.bearer(seat ? zoe : other.control);
        case control_key: return c.bearer(room.control);
        case anas_key: return c.bearer(ana);
        case berts_key: return c.bearer(bert);
        case kicked_key: return c.bearer(kicked);
        case revoked_key: return c.bearer(revoked);
        case cookie: return c.cookie(jar, right);
        case wrong_bearer_over_it: return c.bearer(stranger_key).cookie(jar, right);
        case malformed_over_it: return c.bearer("x").cookie(jar, right);
        case right_bearer_over_bad: return c.bearer(right).cookie(jar, stranger_key);
        case foreign_origin: return c.bearer(right).origin("https://evil.example");
        case null_origin: return c.bearer(right).origin("null");
        case own_origin: return c.bearer(right).origin("http://pajthy.example");
        case allowed_origin: return c.bearer(right).origin("https://tools.example");
        case ways: break;
        }
        return c;
    }

    // All that a request could have changed.
    std::string state()
    {
        const auto seq = run_task(b.store->read(
            room.id, [](const session&, version) {}, b.date()));
        return std::to_string(seq.value()) + " " + b.control_view(room) + " " +
               std::to_string(b.service.usage().sessions);
    }

    api_fixture b;
    meeting other = b.create();
    std::string zoe = b.join(other, "Zoe");
    meeting room = b.create();
    std::string ana = b.join(room, "Ana");
    std::string bert = b.join(room, "Bert");
    std::string kicked;
    std::string revoked;
};

// As `api_routes()` has it.
std::string template_of(const row& r)
{
    std::string out(r.path.substr(0, r.path.find('?')));
    if (const auto at = out.find("ID"); at != std::string::npos)
        out.replace(at, 2, "{id}");
    return out;
}

constexpr bool is_refusal(unsigned status)
{
    return status >= 400;
}

// Calls `check` for every row and everything that may be shown.
void for_each_cell(const std::function<void(const row&, shown)>& check)
{
    for (const auto& r : table)
    {
        for (int what = 0; what < ways; ++what)
        {
            CAPTURE(http::to_string(r.method), r.path, what);
            check(r, static_cast<shown>(what));
        }
    }
}

} // namespace

TEST_CASE("the table has every route")
{
    for (const auto& route : api_routes())
    {
        CAPTURE(http::to_string(route.method), route.path);
        CHECK(std::any_of(std::begin(table), std::end(table),
                          [&](const row& r)
                          { return r.method == route.method && template_of(r) == route.path; }));
    }
}

TEST_CASE("who gets in where is as the table says")
{
    for_each_cell(
        [](const row& r, shown what)
        {
            scene s;
            s.come_to(r.when);
            const auto answer = s.b.send(s.request(r, what, s.room.id, std::string(r.body)));
            CHECK(static_cast<unsigned>(answer.status) == r.status[what]);
            CHECK((answer.upgrade != nullptr) == (r.status[what] == 101));
        });
}

TEST_CASE("a 401 asks for a Bearer key, and nothing else does")
{
    for_each_cell(
        [](const row& r, shown what)
        {
            scene s;
            const auto answer = s.b.send(s.request(r, what, s.room.id, std::string(r.body)));
            CHECK(field(answer, "WWW-Authenticate") == (r.status[what] == 401 ? "Bearer" : ""));
        });
}

TEST_CASE("what is refused changes nothing, tells nobody and gives nothing away")
{
    for_each_cell(
        [](const row& r, shown what)
        {
            if (!is_refusal(r.status[what]))
                return;
            scene s;
            const auto controller = s.b.listen_to_control(s.room);
            const auto own = s.b.listen_as(s.room, s.ana, "Ana");
            const auto before = s.state();
            CHECK(controller->kinds_heard() == "snapshot");
            CHECK(own->kinds_heard() == "snapshot");

            const auto answer = s.b.send(s.request(r, what, s.room.id, std::string(r.body)));
            CHECK(s.state() == before);
            CHECK(controller->kinds_heard().empty());
            CHECK(own->kinds_heard().empty());
            CHECK_FALSE(own->closed());
            CHECK(field(answer, "Set-Cookie").empty());
            CHECK(field(answer, "Location").empty());
            CHECK(answer.body.starts_with(R"({"type":"urn:pajthy:)"));
        });
}

TEST_CASE("keys and origins are decided before the body is looked at")
{
    for_each_cell(
        [](const row& r, shown what)
        {
            const bool seat_is_named_in_body =
                (r.asks == door::seat && r.method != http::verb::get) ||
                r.asks == door::that_seat_or_control;
            if (!is_refusal(r.status[what]) || (what == berts_key && seat_is_named_in_body))
                return; // Bert has a seat: whether it is the one can't be known before
            scene s;
            for (const std::string body : {"", "nonsense", "\xFF", "{}", "\xE2\x80\xAE"})
            {
                const auto answer = s.b.send(s.request(r, what, s.room.id, body));
                CHECK(static_cast<unsigned>(answer.status) == r.status[what]);
            }
        });
}

// Ids are no secrets from whoever asks for one: that there is no such session comes before any key.
TEST_CASE("a session that is not there is 404, whatever key is shown, unless the origin is foreign")
{
    for_each_cell(
        [](const row& r, shown what)
        {
            if (r.path == "/")
                return;
            scene s;
            const bool from_elsewhere = what == foreign_origin || what == null_origin;
            const bool refused = from_elsewhere && r.status[what] == 403;
            const auto answer = s.b.send(s.request(r, what, "zzzzzzzzzzzz", std::string(r.body)));
            CHECK(static_cast<unsigned>(answer.status) == (refused ? 403 : 404));
        });
}

TEST_CASE("a wrong key is refused in the same words, whatever is wrong with it")
{
    for (const auto& r : table)
    {
        if (r.asks == door::none)
            continue;
        for (const auto what : {stranger, malformed, key_of_another_room, kicked_key, revoked_key,
                                wrong_bearer_over_it, malformed_over_it})
        {
            CAPTURE(http::to_string(r.method), r.path, what);
            scene s;
            const auto reference = s.b.send(s.request(r, stranger, s.room.id, std::string(r.body)));
            const auto answer = s.b.send(s.request(r, what, s.room.id, std::string(r.body)));
            CHECK(answer.body == reference.body);
            CHECK(answer.fields == reference.fields);
        }
    }
}

TEST_CASE("with open access everybody gets in everywhere, from any page")
{
    for_each_cell(
        [](const row& r, shown what)
        {
            scene s(access_mode::open);
            s.come_to(r.when);
            const auto answer = s.b.send(s.request(r, what, s.room.id, std::string(r.body)));
            // Where no key guards control there is nothing to ask for.
            const bool is_of_keys = r.path.starts_with("/ID/control-request");
            CHECK(static_cast<unsigned>(answer.status) ==
                  (is_of_keys ? 409 : r.status[own_origin]));
            CHECK(field(answer, "Access-Control-Allow-Origin") == "*");
        });
}

TEST_CASE("with keyed access no answer lets another page read it")
{
    for_each_cell(
        [](const row& r, shown what)
        {
            scene s;
            s.come_to(r.when);
            const auto answer = s.b.send(s.request(r, what, s.room.id, std::string(r.body)));
            for (const auto& [name, value] : answer.fields)
                CHECK_FALSE(name.starts_with("Access-Control-"));
        });
}

TEST_CASE("a cookie of another seat does not open this one")
{
    scene s;
    for (const auto& r : table)
    {
        if (r.asks != door::seat)
            continue;
        CAPTURE(http::to_string(r.method), r.path);
        const auto bare = s.request(r, nothing, s.room.id, std::string(r.body));
        // Bert's own, Bert's key under Ana's number, Ana's under Bert's
        for (const auto& c : {call(bare).cookie("pajthy_seat_2", s.bert),
                              call(bare).cookie("pajthy_seat_1", s.bert),
                              call(bare).cookie("pajthy_seat_2", s.ana)})
            CHECK(s.b.send(c).status == http::status::forbidden);
    }
}

TEST_CASE("a cookie of control opens what is open to seats and control")
{
    scene s;
    s.come_to(stage::asked);
    const call bare(http::verb::delete_, "/" + s.room.id + "/control-request");
    CHECK(s.b.send(call(bare).cookie("pajthy_control", stranger_key)).status ==
          http::status::forbidden);
    CHECK(s.b.send(call(bare).cookie("pajthy_control", s.room.control)).status ==
          http::status::no_content);
}

// --- Kicks

TEST_CASE("a kick ends a seat's sockets at once, and nothing follows on them")
{
    scene s;
    const auto first = s.b.listen_as(s.room, s.ana, "Ana");
    const auto second = s.b.listen_as(s.room, s.ana, "Ana");
    const auto bert = s.b.listen_as(s.room, s.bert, "Bert");
    for (auto* const socket : {first.get(), second.get(), bert.get()})
        socket->heard();
    s.b.vote(s.room, s.bert, "Bert", "1"); // a progress that waits for its turn
    s.b.control(s.room, "kick", "Ana");    // which closes the round: Bert has voted
    s.b.start(s.room);
    s.b.wait(std::chrono::seconds(1));
    s.b.tick();
    s.b.stop(s.room);
    for (auto* const socket : {first.get(), second.get()})
    {
        CHECK(socket->kinds_heard().ends_with("kicked"));
        CHECK(socket->closed() == close_code::kicked);
    }
    CHECK(bert->kinds_heard().ends_with("disabled"));
    CHECK_FALSE(bert->closed());
}

TEST_CASE("a socket that was granted before the kick hears nothing after it")
{
    scene s;
    auto granted = s.b.send(
        call(http::verb::get, "/" + s.room.id + "/ws?as=Ana").bearer(s.ana).as_websocket());
    REQUIRE(granted.upgrade);
    s.b.control(s.room, "kick", "Ana");
    test_subscriber late(s.b, std::move(*granted.upgrade));
    CHECK(late.failure() == make_error_code(errc::not_your_seat));
    s.b.start(s.room);
    CHECK(late.heard().empty());
}
