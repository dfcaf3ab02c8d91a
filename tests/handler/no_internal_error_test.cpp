// Whatever is asked, in whatever order: never an internal error, and every answer is one that the
// protocol has for this route.
//
// Random histories are played through the handler: requests that make sense and requests that
// don't, with every kind of key, name, body and origin, while sockets come and go and time passes.
#include <pajthy/handler/routes.hpp>

#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

namespace json = boost::json;
using http::status;
using http::verb;

constexpr int histories = 100;
constexpr int steps_of_a_history = 400;

// A route, and every status that an answer of it may have.
struct route
{
    verb method;
    std::string_view path;
    std::set<unsigned> statuses;
};

// clang-format off
const route routes[] = {
    {verb::post,    "/",                   {201, 400, 403, 422, 429, 503}},
    {verb::get,     "/{id}",               {200, 401, 403, 404, 429}},
    {verb::put,     "/{id}",               {202, 400, 401, 403, 404, 429}},
    {verb::put,     "/{id}/join",          {201, 400, 403, 404, 409, 429, 503}},
    {verb::put,     "/{id}/rename",        {200, 400, 401, 403, 404, 409, 429, 503}},
    {verb::put,     "/{id}/leave",         {204, 400, 401, 403, 404, 429}},
    {verb::put,     "/{id}/question",      {202, 400, 401, 403, 404, 429}},
    {verb::get,     "/{id}/ws",            {101, 401, 403, 404, 426, 429, 503}},
    {verb::get,     "/{id}/control",       {200, 401, 403, 404, 429}},
    {verb::patch,   "/{id}/control/start", {202, 400, 401, 403, 404, 422, 429}},
    {verb::patch,   "/{id}/control/stop",  {202, 401, 403, 404, 429}},
    {verb::patch,   "/{id}/control/reset", {202, 401, 403, 404, 429}},
    {verb::patch,   "/{id}/control/kick",  {204, 400, 401, 403, 404, 429}},
    {verb::post,    "/{id}/control/keys",  {201, 401, 403, 404, 429}},
    {verb::delete_, "/{id}/control/keys",  {200, 401, 403, 404, 429}},
    {verb::patch,   "/{id}/control/undo",  {202, 401, 403, 404, 409, 429}},
    {verb::patch,   "/{id}/control/timer", {202, 400, 401, 403, 404, 422, 429}},
    {verb::patch,   "/{id}/control/door",  {202, 400, 401, 403, 404, 429}},
    {verb::patch,   "/{id}/control/title", {202, 400, 401, 403, 404, 422, 429, 503}},
    {verb::put,     "/{id}/control/topics", {202, 400, 401, 403, 404, 422, 429, 503}},
    {verb::put,     "/{id}/control/deck",  {202, 400, 401, 403, 404, 409, 422, 429, 503}},
    {verb::get,     "/{id}/control/history", {200, 400, 401, 403, 404, 429}},
    {verb::patch,   "/{id}/control/agree", {202, 400, 401, 403, 404, 422, 429, 503}},
    {verb::get,     "/{id}/control/ws",    {101, 401, 403, 404, 426, 429, 503}},
    {verb::put,     "/{id}/control-request", {202, 400, 401, 403, 404, 409, 429}},
    {verb::delete_, "/{id}/control-request", {204, 401, 403, 404, 409, 429}},
    {verb::post,    "/{id}/control-request/key", {201, 400, 401, 403, 404, 409, 429}},
};

constexpr verb verbs[] = {verb::get,     verb::head,  verb::post,    verb::put,    verb::patch,
                          verb::delete_, verb::trace, verb::options, verb::unknown};
// clang-format on

const std::string long_text(1'000, 'a');

const std::string names[] = {"Ana",      "Bob",   "José 👍",  " Ana ", "Zoë",  "",
                             "a\u202Eb", "\xC3(", long_text, "*",     "Ana\n"};

const std::string decks[] = {
    R"(["1","2","½"])",
    R"({"Choices":["1","2"],"Title":"Sprint 7"})",
    R"(["1","1"])",
    R"(["1","2","3","4","5"])",
    R"({"Choices":["a\u202eb"]})",
    R"({"Choices":["1"],"Title":"\u0000"})",
    R"({"Choices":["S","M","?"],"Results":"counts","Seconds":20})",
    R"({"Choices":["1","2"],"Results":"controllers"})",
    R"({"Choices":["1","2"],"Results":"nobody"})",
    R"({"Choices":["1","2"],"Seconds":-1})",
    R"({"Choices":[]})",
    R"({"Title":"x"})",
    "[1e999]",
    "[[[[[[[[[",
};

const std::string starts[] = {
    "",
    "{}",
    R"({"Topic":"Login"})",
    R"({"Topic":"Login","Seconds":20})",
    R"({"Topic":"https://tracker.example/7?a=b#c","Again":false})",
    R"({"Again":true})",
    R"({"Topic":"a\u202eb"})",
    R"({"Seconds":3601})",
    R"({"Seconds":1e99})",
    R"({"Topic":7})",
    R"({"Again":"yes"})",
    R"(["Login"])",
};

const std::string timers[] = {
    R"({"Add":30})",
    R"({"Seconds":10})",
    R"({"Seconds":0})",
    R"({"Add":3600,"Seconds":1})",
    R"({"Seconds":3601})",
    R"({"Seconds":0.5})",
    R"({"Add":-1})",
    R"({"Add":"1"})",
    "{}",
    "10",
};

const std::string topics[] = {
    R"({"Topics":["Login","Logout"]})",
    R"({"Topics":[]})",
    R"({"Topics":["a","b","c","d"]})", // one more than there may be
    R"({"Topics":["a",""]})",
    R"({"Topics":["a\u202eb"]})",
    R"({"Topics":[1]})",
    R"({"Topics":"a"})",
    R"(["a"])",
};

// Besides those for a round that there is.
const std::string agreements[] = {
    R"({"Round":1,"Agreed":"\u0000"})",
    R"({"Round":99,"Agreed":"5"})",
    R"({"Round":-1,"Agreed":"5"})",
    R"({"Round":1e300,"Agreed":"5"})",
    R"({"Round":18446744073709551615,"Agreed":"5"})",
    R"({"Round":4294967297,"Agreed":"5"})",
    R"({"Agreed":"5"})",
};

const std::string formats[] = {"json", "csv", "markdown", "pdf", "CSV", ""};

const std::string hosts[] = {"pajthy.example", "pajthy.example:80", "", "[::1]:8000"};
const std::string origins[] = {"http://pajthy.example", "https://friend.example", "null",
                               "http://foe.example", ""};
const std::string peers[] = {"192.0.2.1", "192.0.2.2", "::ffff:192.0.2.1", "2001:db8::1"};

// Whether an answer of this status may come from the path of a route, empty for any other.
bool may_answer(std::string_view path, verb method, unsigned got)
{
    if (path.empty())
        return got == 404;
    if (method == verb::options)
        return got == 204;
    const auto wanted = method == verb::head ? verb::get : method;
    const auto* const at =
        std::find_if(std::begin(routes), std::end(routes),
                     [&](const route& r) { return r.path == path && r.method == wanted; });
    return at == std::end(routes) ? got == 405 : at->statuses.contains(got);
}

struct known_seat
{
    std::string session;
    std::string name;
    std::string key;
};

struct listener
{
    bool controls;
    std::unique_ptr<test_subscriber> socket;
};

// A status that came of a method and a route's path.
using sight = std::tuple<verb, std::string, unsigned>;

class random_history
{
public:
    random_history(unsigned seed, std::set<sight>& seen)
        : random_(seed), seen_(seen), fixture_(settings(seed))
    {}

    void play()
    {
        for (int step = 0; step < steps_of_a_history; ++step)
        {
            std::discrete_distribution<int> choice{40, 6, 2, 2, 1, 1};
            switch (choice(random_))
            {
            case 0: ask(); break;
            case 1: let_time_pass(); break;
            case 2: hang_up(); break;
            case 3: create(); break;
            case 4: hand_over(); break;
            case 5: play_a_round(); break;
            }
        }
    }

private:
    // Every other history without keys, and every third with an eye on how much is asked.
    static handler_settings settings(unsigned seed)
    {
        handler_settings out;
        out.base_path = seed % 5 == 0 ? "/some/base" : "";
        out.access = seed % 2 == 0 ? access_mode::open : access_mode::keyed;
        out.allowed_origins = {"https://friend.example"};
        out.limits.session.choices = 4;
        out.limits.session.topics = 3;
        out.limits.session.participants = 3;
        out.limits.session.websockets = 2;
        out.limits.session.sessions = seed % 4 == 0 ? 5 : 0;
        out.limits.session.text_bytes = seed % 7 == 0 ? 12 : 0;
        if (seed % 3 == 0)
            out.limits.address = {.create = {2, 6},
                                  .unknown_ids = {4, 6},
                                  .wrong_keys = {4, 6},
                                  .joins = {20, 60},
                                  .renames = {2, 6},
                                  .calls = {60, 60},
                                  .websockets = 5,
                                  .connections = 0,
                                  .remembered = 2};
        return out;
    }

    std::size_t pick(std::size_t of)
    {
        return std::uniform_int_distribution<std::size_t>(0, of - 1)(random_);
    }

    bool chance(std::size_t one_in) { return pick(one_in) == 0; }

    const auto& any(const auto& list) { return list[pick(std::size(list))]; }

    // --- Requests

    void create() { send(call(verb::post, "/", decks[0]).from(any(peers))); }

    // More steps in a row than come together by chance. What goes wrong on the way is no matter.

    void play_a_round()
    {
        if (seats_.empty())
            return;
        const auto [id, name, key] = any(seats_);
        const auto control = controls_.find(id);
        const auto by_control = [&](const std::string& what, const std::string& body)
        {
            send(call(verb::patch, "/" + id + "/control/" + what, body)
                     .bearer(control == controls_.end() ? key : control->second)
                     .from(any(peers)));
        };
        by_control("start", any(starts));
        const std::string vote = R"({"Participant":")" + name + R"(","Choice":"1"})";
        send(call(verb::put, "/" + id, vote).bearer(key).from(any(peers)));
        if (chance(3))
            by_control("reset", "");
        if (chance(3))
            pass(std::chrono::seconds(21));
        by_control(chance(3) ? "undo" : "stop", "");
    }

    // Nobody controls the session for a while, and somebody asks for it.
    void hand_over()
    {
        if (seats_.empty())
            return;
        const auto [id, name, key] = any(seats_);
        const auto by_seat = [&](verb method, const std::string& what, const std::string& body)
        { send(call(method, "/" + id + what, body).bearer(key).from(any(peers))); };
        std::erase_if(ears_, [](const listener& l) { return l.controls; });
        pass(std::chrono::minutes(1));
        by_seat(verb::put, "/control-request", name);
        if (chance(3))
            by_seat(verb::delete_, "/control-request", "");
        pass(std::chrono::seconds(16));
        by_seat(verb::post, "/control-request/key", name);
    }

    void ask()
    {
        const route& to = any(routes);
        const auto method = chance(12) ? any(verbs) : to.method;
        std::string target(to.path);
        if (const auto at = target.find("{id}"); at != std::string::npos)
            target.replace(at, 4, some_id());
        if (chance(30))
            target.append("/").append(any(names));
        if (target.ends_with("history") && chance(2))
            target.append("?format=").append(any(formats));
        else if ((target.ends_with("ws") && !chance(2)) || chance(5))
            target.append("?as=").append(some_name());
        call c(method, target, some_body(to));
        c.host(any(hosts)).from(any(peers));
        if (chance(6))
            c.origin(any(origins));
        if (chance(2))
            c.as_websocket();
        if (chance(8))
            c.over_tls();
        show_keys(c);
        send(c);
    }

    std::string some_id()
    {
        if (ids_.empty() || chance(15))
            return any(names);
        return chance(4) ? any(ids_) : ids_.front();
    }

    const std::string& some_name() { return chance(3) ? any(names) : names[pick(2)]; }

    std::string some_body(const route& to)
    {
        std::string out = some_name();
        if (to.path == "/" || to.path.ends_with("/deck"))
            out = any(decks);
        if (to.path.ends_with("/start"))
            out = chance(2) ? starts[0] : any(starts);
        if (to.path.ends_with("/timer"))
            out = any(timers);
        if (to.path.ends_with("/door"))
            out = chance(3) ? R"({"Locked":true})" : R"({"Locked":false})";
        if (to.path.ends_with("/question"))
            out = R"({"Participant":")" + some_name() + R"(","Raised":)" +
                  (chance(3) ? "false}" : "true}");
        if (to.path.ends_with("/title"))
            out = R"({"Title":")" + some_name() + "\"}";
        if (to.path.ends_with("/topics"))
            out = any(topics);
        if (to.path.ends_with("/agree"))
            out = chance(3) ? any(agreements)
                            : R"({"Round":)" + std::to_string(last_round_) + R"(,"Agreed":")" +
                                  some_name() + "\"}";
        if (to.path.ends_with("/rename"))
            out = R"({"Participant":")" + some_name() + R"(","Name":")" + some_name() + "\"}";
        if (to.method == verb::put && to.path == "/{id}")
            out = R"({"Participant":")" + some_name() + R"(","Choice":")" +
                  (chance(4) ? "no card" : "1") + "\"}";
        if (chance(10))
            mutate(out);
        return out;
    }

    void mutate(std::string& text)
    {
        for (auto times = 1 + pick(4); times != 0; --times)
        {
            const auto at = pick(text.size() + 1);
            switch (pick(4))
            {
            case 0: text.insert(at, 1, static_cast<char>(pick(256))); break;
            case 1: text.erase(at, 1 + pick(3)); break;
            case 2: text.append(text.substr(at)); break;
            case 3: text.insert(at, any(names)); break;
            }
        }
    }

    // None, or any that was ever given out, for whatever it was, as Bearer or as a cookie.
    void show_keys(call& c)
    {
        for (auto more = pick(4); more != 0; --more)
        {
            const std::string key = keys_.empty() || chance(20) ? any(names) : any(keys_);
            switch (pick(4))
            {
            case 0: c.bearer(key); break;
            case 1: c.cookie("pajthy_control", key); break;
            case 2: c.cookie("pajthy_seat_" + std::to_string(1 + pick(4)), key); break;
            case 3: c.authorization(chance(3) ? "Basic " + key : "bearer  " + key); break;
            }
        }
    }

    // --- What else happens

    void let_time_pass()
    {
        const std::chrono::milliseconds spans[] = {
            std::chrono::milliseconds(100), std::chrono::seconds(1), std::chrono::seconds(16),
            std::chrono::minutes(1)};
        fixture_.wait(chance(60) ? std::chrono::hours(25) : any(spans));
        if (!chance(4))
            fixture_.tick();
    }

    void pass(duration time)
    {
        fixture_.wait(time);
        fixture_.tick();
    }

    void hang_up()
    {
        if (!ears_.empty())
            ears_.erase(ears_.begin() + static_cast<std::ptrdiff_t>(pick(ears_.size())));
    }

    // --- Answers

    void send(const call& c)
    {
        auto answer = fixture_.send(c);
        const auto method = c.value().method;
        const auto got = static_cast<unsigned>(answer.status);
        INFO(http::to_string(method) << " " << answer.route << ": " << got << " " << answer.body);
        REQUIRE(may_answer(answer.route, method, got));
        seen_.insert({method, std::string(answer.route), got});
        check_content(answer);
        remember(c, answer);
        if (answer.upgrade && !chance(5)) // else the client goes before the 101 comes
            ears_.push_back(
                {answer.route.ends_with("/control/ws"),
                 std::make_unique<test_subscriber>(fixture_, std::move(*answer.upgrade))});
    }

    void check_content(const response& answer)
    {
        const auto got = static_cast<unsigned>(answer.status);
        const bool is_upgrade = answer.status == status::switching_protocols;
        REQUIRE((answer.upgrade != nullptr) == is_upgrade);
        if (is_upgrade || got == 202 || got == 204)
        {
            REQUIRE(answer.body.empty());
            REQUIRE(answer.content_type.empty());
            return;
        }
        const bool is_table = answer.content_type == "text/csv; charset=utf-8" ||
                              answer.content_type == "text/markdown; charset=utf-8";
        if (is_table)
        {
            REQUIRE(answer.route == "/{id}/control/history");
            REQUIRE(answer.status == status::ok);
            REQUIRE(field(answer, "Content-Disposition").starts_with("attachment; "));
            REQUIRE_FALSE(answer.body.empty());
            return;
        }
        const auto body = json::parse(answer.body).as_object();
        if (got < 400)
        {
            REQUIRE(answer.content_type == "application/json");
            REQUIRE((got == 200 || body.size() == 2));
            return;
        }
        REQUIRE(answer.content_type == "application/problem+json");
        REQUIRE(body.size() == (body.contains("line") ? 4 : 3));
        REQUIRE(body.at("type").as_string().starts_with("urn:pajthy:"));
        REQUIRE_FALSE(body.at("title").as_string().empty());
        REQUIRE(body.at("status").to_number<unsigned>() == got);
    }

    // What later requests can be made of.
    void remember(const call& c, const response& answer)
    {
        const bool says_something = answer.status == status::created || answer.status == status::ok;
        if (!says_something || answer.content_type != "application/json")
            return;
        const auto body = json::parse(answer.body).as_object();
        if (const auto* const round = body.if_contains("Round"))
            last_round_ = round->to_number<std::uint32_t>();
        if (answer.route == "/")
            controls_.emplace(text_member(answer.body, "Id"),
                              text_member(answer.body, "ControlKey"));
        if (answer.route == "/{id}/join")
            seats_.push_back({c.value().path.front(), text_member(answer.body, "Name"),
                              text_member(answer.body, "SeatKey")});
        for (const auto& [name, value] : body)
        {
            if (name == "Id")
                ids_.emplace_back(value.as_string());
            else if (name.ends_with("Key"))
                keys_.emplace_back(value.as_string());
        }
    }

    std::mt19937 random_;
    std::set<sight>& seen_;
    api_fixture fixture_;
    std::vector<std::string> ids_;
    std::vector<std::string> keys_; // for control and for seats, good and no longer good
    std::vector<known_seat> seats_; // so, too
    std::map<std::string, std::string> controls_; // the first key of each session
    std::uint32_t last_round_ = 0;                // of whichever session was looked at
    std::vector<listener> ears_;
};

} // namespace

TEST_CASE("every route is asked")
{
    for (const auto& known : api_routes())
    {
        CAPTURE(http::to_string(known.method), known.path);
        CHECK(std::any_of(std::begin(routes), std::end(routes),
                          [&](const route& r)
                          { return r.method == known.method && r.path == known.path; }));
    }
}

TEST_CASE("whatever is asked, the answer is one that the protocol has, and never a 500")
{
    std::set<sight> seen;
    for (unsigned seed = 1; seed <= histories; ++seed)
    {
        CAPTURE(seed);
        random_history(seed, seen).play();
    }
    // The histories have been worth looking at.
    for (const auto& r : routes)
    {
        for (const unsigned expected : r.statuses)
        {
            INFO(http::to_string(r.method) << " " << r.path << ": " << expected);
            CHECK(seen.contains({r.method, std::string(r.path), expected}));
        }
    }
}
