// What a store that waits can break, one by one. The test decides when each of its calls goes on,
// and how.
#include "tests/simulation/held_store.hpp"
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;
using namespace std::chrono_literals;
using verb = http::verb;
using texts = std::vector<std::string>;

// A server over such a store. Nothing waits before `hold`.
struct scene
{
    explicit scene(handler_settings settings = {}) : scene(settings, make(settings)) {}
    scene(handler_settings settings, std::unique_ptr<held_store> fresh)
        : store(*fresh), b(settings, std::move(fresh))
    {}

    static std::unique_ptr<held_store> make(const handler_settings& settings)
    {
        return std::make_unique<held_store>(settings.limits.session);
    }

    void hold() { store.holds = true; }
    void let_go()
    {
        store.holds = false;
        store.go_on_backwards();
    }

    call control(const meeting& in, const std::string& what, std::string body = {}) const
    {
        return call(verb::patch, "/" + in.id + "/control/" + what, std::move(body))
            .bearer(in.control);
    }

    task<response> send(const call& c) { return b.api.handle(c.value()); }

    // Whatever `what` says of the session as it is kept.
    template <class What>
    auto see(const meeting& in, What what)
    {
        std::optional<decltype(what(std::declval<const session&>()))> out;
        store.elsewhere(
            in.id,
            [&](session& s, version) -> result<changes>
            {
                out.emplace(what(s));
                return changes{.none = true};
            },
            b.service.now());
        return *out;
    }
    bool is_open(const meeting& in)
    {
        return see(in, [](const session& s) { return s.open(); });
    }
    bool is_present(const meeting& in, const std::string& name)
    {
        return see(in, [&](const session& s) { return s.seats().find(name)->is_present(); });
    }

    void elsewhere(const meeting& in, const std::function<result<changes>(session&)>& change)
    {
        store.elsewhere(
            in.id, [&](session& s, version) { return change(s); }, b.service.now());
    }

    void wait(milliseconds time)
    {
        b.wait(time);
        b.tick();
    }

    held_store& store;
    api_fixture b;
};

// A websocket whose opening may have to wait.
struct late_ear final : subscriber
{
    late_ear(scene& of, const call& c)
    {
        auto answer = of.b.send(call(c).as_websocket());
        granted.emplace(std::move(*answer.upgrade));
    }

    void open(scene& of) { opening.emplace(of.b.api.attach(*granted, *this)); }
    result<std::unique_ptr<attendance>> opened() { return opening->get(); }

    std::string kinds() const
    {
        std::string out;
        for (const auto& text : heard)
            out += (out.empty() ? "" : " ") + text_member(text, "Kind");
        return out;
    }

    void deliver(const frame& f) noexcept override
    {
        heard.emplace_back(rfc6455::payload_of(*f.bytes));
    }
    void close(close_code) noexcept override {}

    std::optional<ticket> granted;
    texts heard;
    std::optional<task<result<std::unique_ptr<attendance>>>> opening;
};

call seat_socket(const meeting& in, const std::string& key, const std::string& name)
{
    return call(verb::get, "/" + in.id + "/ws?as=" + name).bearer(key);
}

TEST_CASE("changes of one session are told in the order in which they came")
{
    scene s;
    const auto m = s.b.create();
    const auto page = s.b.watch(m);
    page->heard();
    s.hold();
    const auto start = s.control(m, "start");
    const auto stop = s.control(m, "stop");
    const auto first = s.send(start);
    const auto second = s.send(stop);
    REQUIRE(s.store.waiting() == texts{"update " + m.id});
    s.store.go_on_backwards();
    REQUIRE(first.done());
    REQUIRE(second.done());
    REQUIRE(page->kinds_heard() == "enabled disabled");
}

TEST_CASE("answers of two sessions may come in any order")
{
    scene s;
    const auto slow = s.b.create();
    const auto quick = s.b.create();
    s.hold();
    const auto starts = std::vector{s.control(slow, "start"), s.control(quick, "start")};
    const auto first = s.send(starts[0]);
    auto second = s.send(starts[1]);
    s.store.go("update " + quick.id);
    s.store.go("answer " + quick.id);
    REQUIRE_FALSE(first.done());
    REQUIRE(second.get().status == http::status::accepted);
}

TEST_CASE("a stop that is answered late leaves the deadline of the round behind it")
{
    scene s;
    const auto m = s.b.create();
    s.b.control(m, "start", R"({"Seconds":60})");
    s.hold();
    const auto stop = s.control(m, "stop");
    const auto stopped = s.send(stop);
    s.store.go("update " + m.id);
    const auto now = s.b.service.now();
    s.elsewhere(m, [&](session& r) { return r.start(now, {.lasts = 10s}); });
    s.store.go("answer " + m.id);
    REQUIRE(stopped.done());
    s.let_go();
    s.wait(9'999ms);
    REQUIRE(s.is_open(m));
    s.wait(1ms);
    REQUIRE_FALSE(s.is_open(m));
}

TEST_CASE("a deadline that somebody else has met gives way to the next one")
{
    scene s;
    const auto m = s.b.create();
    s.b.control(m, "start", R"({"Seconds":1})");
    s.hold();
    s.wait(1s);
    REQUIRE(s.store.waiting() == texts{"update " + m.id});
    const auto now = s.b.service.now();
    s.elsewhere(m, [&](session& r) { return r.start(now, {.lasts = 10s}); });
    s.store.go("update " + m.id); // too late: it changes nothing
    s.elsewhere(m, [&](session& r) { return r.start(now, {.lasts = 3s}); });
    s.let_go();
    s.wait(2'999ms);
    REQUIRE(s.is_open(m));
    s.wait(1ms);
    REQUIRE_FALSE(s.is_open(m));
}

TEST_CASE("a round that closes while a websocket opens is not missed by it")
{
    scene s;
    const auto m = s.b.create();
    s.b.start(m);
    late_ear test_subscriber(s, call(verb::get, "/" + m.id + "/ws"));
    s.hold();
    test_subscriber.open(s);
    s.store.go("update " + m.id);
    s.store.go("answer " + m.id);
    const auto stop = [&](session& r) -> result<changes> { return r.stop(s.b.service.now()); };

    SECTION("before it is shown the session")
    {
        s.elsewhere(m, stop);
        s.let_go();
        REQUIRE(test_subscriber.kinds() == "snapshot");
        REQUIRE(test_subscriber.heard.back().find(R"("Open":false)") != std::string::npos);
    }
    SECTION("after it was shown the session")
    {
        s.store.go("read " + m.id);
        s.elsewhere(m, stop);
        s.let_go();
        REQUIRE(test_subscriber.kinds() == "snapshot disabled");
    }
    REQUIRE(test_subscriber.opened().has_value());
}

TEST_CASE("a key that is revoked while a websocket opens doesn't open it")
{
    scene s;
    const auto m = s.b.create();
    late_ear test_subscriber(s, call(verb::get, "/" + m.id + "/control/ws").bearer(m.control));
    s.hold();
    test_subscriber.open(s);
    s.store.go("update " + m.id);
    s.store.go("answer " + m.id);
    s.elsewhere(
        m, [](session& r) -> result<changes> { return r.revoke_other_control_keys(std::nullopt); });
    s.elsewhere(m,
                [](session& r) -> result<changes>
                { return r.mint_control_key(key{}, std::nullopt, 1); });
    s.let_go();
    REQUIRE(test_subscriber.kinds().empty());
    REQUIRE(test_subscriber.opened().error() == errc::key_wrong);
}

TEST_CASE(
    "a seat that passes to somebody else while its websocket opens doesn't open to who had it")
{
    scene s;
    const auto m = s.b.create();
    late_ear test_subscriber(s, seat_socket(m, s.b.join(m, "Ana"), "Ana"));
    s.wait(absence);
    REQUIRE(s.b.send(put_join(m, "Ana")).status == http::status::created);
    test_subscriber.open(s);
    REQUIRE(test_subscriber.opened().error() == errc::not_your_seat);
    REQUIRE(test_subscriber.heard.empty());
}

TEST_CASE("a websocket that fails to open leaves nobody present")
{
    scene s;
    const auto m = s.b.create();
    const auto key = s.b.join(m, "Ana");
    late_ear test_subscriber(s, seat_socket(m, key, "Ana"));
    s.hold();
    test_subscriber.open(s);
    s.store.go("update " + m.id);
    REQUIRE(s.is_present(m, "Ana"));

    SECTION("its answer fails")
    {
        s.store.fail("answer " + m.id);
        REQUIRE(test_subscriber.opened().error() == errc::store_unavailable);
    }
    SECTION("the session can't be shown")
    {
        s.store.go("answer " + m.id);
        s.store.fail("read " + m.id);
        REQUIRE(test_subscriber.opened().error() == errc::store_unavailable);
    }
    SECTION("it is given up")
    {
        test_subscriber.opening.reset();
    }
    s.let_go();
    REQUIRE_FALSE(s.is_present(m, "Ana"));
    s.wait(absence);
    REQUIRE(s.b.send(put_join(m, "Ana")).status == http::status::created);
}

TEST_CASE("that a websocket has closed is told again until it is kept")
{
    scene s;
    const auto m = s.b.create();
    const auto key = s.b.join(m, "Ana");
    const auto test_subscriber = s.b.listen_as(m, key, "Ana");
    s.hold();
    test_subscriber->hang_up();
    s.store.fail("update " + m.id);
    s.wait(250ms);
    s.store.fail("update " + m.id);
    s.let_go();
    REQUIRE(s.is_present(m, "Ana"));
    s.wait(250ms);
    REQUIRE_FALSE(s.is_present(m, "Ana"));
    s.wait(absence);
    REQUIRE(s.b.send(put_join(m, "Ana")).status == http::status::created);
}

TEST_CASE("a control key that is revoked before its change is made starts no round")
{
    scene s;
    const auto m = s.b.create();
    s.hold();
    const auto start = s.control(m, "start");
    auto started = s.send(start);
    s.elsewhere(m,
                [](session& r) -> result<changes>
                { return r.mint_control_key(key{}, std::nullopt, 1); });
    s.let_go();
    REQUIRE(started.get().status == http::status::forbidden);
    REQUIRE_FALSE(s.is_open(m));
}

TEST_CASE("of three sessions made at once there is room for one")
{
    handler_settings settings;
    auto& most = settings.limits.session;
    auto refused = http::status::service_unavailable;
    SECTION("in all")
    {
        most.sessions = 1;
    }
    SECTION("of their address")
    {
        most.sessions_of_address = 1;
        refused = http::status::too_many_requests;
    }
    SECTION("for their text")
    {
        most.text_bytes = 1;
    }
    scene s(settings);
    s.hold();
    const call create(verb::post, "/", R"(["1","2","3"])");
    std::vector<task<response>> made;
    for (int i = 0; i < 3; ++i)
        made.push_back(s.send(create));
    s.let_go();
    int kept = 0;
    for (auto& one : made)
    {
        const auto status = one.get().status;
        REQUIRE((status == http::status::created || status == refused));
        kept += status == http::status::created ? 1 : 0;
    }
    REQUIRE(kept == 1);
    REQUIRE(s.store.usage().sessions == 1);
}

TEST_CASE("what a session is due to do is done later if the store refuses it")
{
    scene s;
    const auto m = s.b.create();
    const auto key = s.b.join(m, "Ana");
    SECTION("a round ends")
    {
        s.b.control(m, "start", R"({"Seconds":1})");
        s.hold();
        s.wait(1s);
        s.store.fail("update " + m.id);
        s.let_go();
        REQUIRE(s.is_open(m));
        s.wait(2s);
        REQUIRE_FALSE(s.is_open(m));
    }
    SECTION("somebody is away")
    {
        s.b.listen_as(m, key, "Ana")->hang_up();
        s.hold();
        s.wait(absence);
        s.store.fail("update " + m.id);
        s.let_go();
        s.wait(2s);
        REQUIRE(s.see(m, [](const session& r) { return r.seats().find("Ana")->is_away(); }));
    }
    SECTION("progress is told")
    {
        s.b.join(m, "Bob");
        s.b.join(m, "Cleo");
        s.b.start(m);
        const auto page = s.b.watch(m);
        s.b.vote(m, key, "Ana", "1");
        s.b.vote(m, key, "Ana", "2");
        REQUIRE(page->kinds_heard() == "snapshot seats progress");
        s.hold();
        s.wait(250ms);
        s.store.fail("read " + m.id);
        s.let_go();
        REQUIRE(page->kinds_heard().empty());
        s.wait(1s);
        REQUIRE(page->kinds_heard() == "progress");
    }
}

TEST_CASE("a store that never answers fails its request and holds up nothing else")
{
    scene s;
    const auto stuck = s.b.create();
    const auto other = s.b.create();
    s.b.control(other, "start", R"({"Seconds":1})");
    s.hold();
    const auto start = s.control(stuck, "start");
    auto started = s.send(start);
    s.store.holds = false;
    s.wait(1s);
    REQUIRE_FALSE(s.is_open(other));
    s.b.start(other);
    REQUIRE(s.is_open(other));
    s.wait(999ms);
    REQUIRE_FALSE(started.done());
    s.wait(1ms);
    REQUIRE(started.done());
    const auto answer = started.get();
    REQUIRE(answer.status == http::status::service_unavailable);
    REQUIRE(field(answer, "Retry-After") == "10");
    s.b.start(stuck); // and so nobody waits behind it
    REQUIRE(s.is_open(stuck));
}

TEST_CASE("all that one request needs takes no longer than one call may")
{
    scene s;
    const auto m = s.b.create();
    s.wait(30s); // no sign of a controller
    s.hold();
    const auto start = s.control(m, "start", "{");
    auto started = s.send(start);
    s.wait(1'500ms);
    s.store.go("update " + m.id);
    s.store.go("answer " + m.id);
    // The body is refused, which is a sign all the same, and to be kept.
    REQUIRE(s.store.waiting() == texts{"update " + m.id});
    s.wait(499ms);
    REQUIRE_FALSE(started.done());
    s.wait(1ms);
    REQUIRE(started.done());
    REQUIRE(started.get().status == http::status::service_unavailable);
}

TEST_CASE("a stale cookie doesn't hold up an answer")
{
    scene s;
    const auto m = s.b.create();
    s.hold();
    const auto view = call(verb::get, "/" + m.id).cookie("pajthy_seat_7", std::string(43, 'A'));
    auto seen = s.send(view);
    s.store.go("read " + m.id);
    s.wait(1'500ms);
    s.store.go("answer " + m.id);
    REQUIRE(s.store.waiting() == texts{"read " + m.id}); // whether it is stale
    s.wait(500ms);
    REQUIRE(seen.done());
    REQUIRE(seen.get().status == http::status::ok);
}

TEST_CASE("a websocket that the store doesn't answer fails with that error")
{
    scene s;
    const auto m = s.b.create();
    const auto key = s.b.join(m, "Ana");
    late_ear test_subscriber(s, seat_socket(m, key, "Ana"));
    s.hold();
    test_subscriber.open(s);
    SECTION("it refuses")
    {
        s.store.fail("update " + m.id);
    }
    SECTION("it never answers")
    {
        s.wait(2s);
    }
    REQUIRE(test_subscriber.opened().error() == errc::store_unavailable);
    REQUIRE(test_subscriber.heard.empty());
}

TEST_CASE("a bug with one session doesn't keep a tick from the others")
{
    scene s;
    const auto broken = s.b.create();
    const auto other = s.b.create();
    s.b.control(broken, "start", R"({"Seconds":1})");
    s.b.control(other, "start", R"({"Seconds":1})");
    s.store.throws_for = broken.id;
    s.wait(1s);
    REQUIRE_FALSE(s.is_open(other));
    s.store.throws_for.clear();
    s.wait(2s);
    REQUIRE_FALSE(s.is_open(broken));
}

TEST_CASE("a change that loses races is one change")
{
    handler_settings settings;
    settings.limits.address.joins = {1, 1};
    scene s(settings);
    const auto m = s.b.create();
    const auto page = s.b.listen_to_control(m);
    page->heard();
    s.store.lost_races = 2;
    REQUIRE(s.b.send(put_join(m, "Ana")).status == http::status::created); // one of its allowance
    REQUIRE(page->kinds_heard() == "participants-change");
    REQUIRE(s.see(m, [](const session& r) { return r.seats().size(); }) == 1);
    REQUIRE(s.b.send(put_join(m, "Bob")).status == http::status::too_many_requests);
}

TEST_CASE("a request that is given up is not touched any more")
{
    scene s;
    const auto m = s.b.create();
    s.hold();
    {
        const auto start = std::make_unique<call>(s.control(m, "start", R"({"Topic":"login"})"));
        const auto first = s.send(*start);
        const auto second = s.send(*start); // waits for its turn
        s.store.mutations_called = 0;
    }
    s.let_go();
    s.b.tick();
    REQUIRE(s.store.mutations_called == 0);
    REQUIRE_FALSE(s.is_open(m));
    s.b.start(m);
    REQUIRE(s.is_open(m));
}

TEST_CASE("a gap tells everybody the state, and lets go of whoever went in it")
{
    scene s;
    const auto m = s.b.create();
    const auto key = s.b.join(m, "Ana");
    const auto ana = s.b.listen_as(m, key, "Ana");
    const auto watcher = s.b.watch(m);
    ana->heard();
    watcher->heard();
    s.store.miss(
        m.id, [&](session& r, version) { return r.kick("Ana", s.b.service.now()); },
        s.b.service.now());
    REQUIRE(ana->kinds_heard() == "kicked");
    REQUIRE(ana->closed() == close_code::kicked);
    REQUIRE(watcher->kinds_heard() == "snapshot");
    REQUIRE_FALSE(watcher->closed());
}

TEST_CASE("a stop of the service fails what waits, and what would")
{
    scene s;
    const auto m = s.b.create();
    s.hold();
    const auto start = s.control(m, "start");
    auto waiting = s.send(start);
    REQUIRE(s.b.service.calls_in_flight() != 0);
    s.b.service.stop();
    REQUIRE(waiting.get().status == http::status::service_unavailable);
    REQUIRE(s.send(start).get().status == http::status::service_unavailable);
    REQUIRE(s.b.service.calls_in_flight() == 0);
}

TEST_CASE("no more than a thousand changes of a session wait for their turn")
{
    handler_settings settings;
    settings.limits.address.calls = {};
    scene s(settings);
    const auto m = s.b.create();
    const auto start = s.control(m, "start");
    s.hold();
    std::vector<task<response>> waiting;
    for (int i = 0; i < 1'001; ++i) // one has the turn
        waiting.push_back(s.send(start));
    auto refused = s.send(start);
    REQUIRE_FALSE(waiting.back().done());
    REQUIRE(refused.done());
    REQUIRE(refused.get().status == http::status::service_unavailable);
    s.let_go();
    for (auto& one : waiting)
        REQUIRE(one.get().status == http::status::accepted);
}

} // namespace
} // namespace pajthy
