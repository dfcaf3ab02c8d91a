// What every store must do, written once and run against each.
//
// A store may take a mutation back and call it again, and its versions may grow by more than one;
// nothing here relies on more than session_store.hpp says.
#pragma once

#include <pajthy/limits.hpp>
#include <pajthy/store/session_store.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"
#include "tests/support/run_task.hpp"

#include <boost/system/system_error.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy::test
{

/// Makes an empty store with these limits.
using store_factory = std::function<std::unique_ptr<session_store>(const session_limits&)>;

/// Nothing is too much, and nothing goes by itself.
inline session_limits no_limits()
{
    session_limits out;
    out.sessions = out.text_bytes = 0;
    out.unused = out.idle = out.age = milliseconds(0);
    return out;
}

inline session_limits lasting(std::chrono::seconds idle, std::chrono::seconds age)
{
    auto out = no_limits();
    out.idle = idle;
    out.age = age;
    return out;
}

using ids = std::vector<std::string>;

/// Writes down what a store tells: "a 2 opened", "a renewed", "a ended".
class told_log final : private store_listener
{
public:
    explicit told_log(session_store& by) : listening_(by.listen(*this)) {}

    std::vector<std::string> take() { return std::exchange(lines_, {}); }

private:
    void changed(std::string_view id, const session& s, version current,
                 const changes& done) noexcept override
    {
        lines_.push_back(std::string(id) + " " + std::to_string(current) + " " + said(done) +
                         " round " + std::to_string(s.round().number()));
    }
    void renewed(std::string_view id, const session&, version) noexcept override
    {
        lines_.push_back(std::string(id) + " renewed");
    }
    void ended(std::string_view id) noexcept override
    {
        lines_.push_back(std::string(id) + " ended");
    }

    std::vector<std::string> lines_;
    session_store::listening listening_;
};

inline result<version> create(session_store& store, std::string_view id, session value,
                              unix_time now = at(0))
{
    return run_task(store.create(id, std::move(value), now));
}

inline result<version> update(session_store& store, std::string_view id, const mutation& change,
                              unix_time now = at(0), growth adding = growth::none)
{
    return run_task(store.update(id, change, adding, now));
}

/// The ids of those that ended, in the order of the alphabet.
inline ids expire(session_store& store, unix_time now, std::size_t at_most = 1000)
{
    told_log by(store);
    REQUIRE(run_task(store.expire(now, at_most)).has_value());
    ids gone;
    for (const auto& line : by.take())
    {
        const auto end = line.find(" ended");
        REQUIRE(end != std::string::npos);
        gone.push_back(line.substr(0, end));
    }
    std::sort(gone.begin(), gone.end());
    return gone;
}

/// Whatever `what` says about the session; "refused: …" if the store does not show it.
inline std::string look(session_store& store, std::string_view id,
                        const std::function<std::string(const session&)>& what,
                        unix_time now = at(0))
{
    std::string seen;
    const session_reader read = [&](const session& s, version) { seen = what(s); };
    const auto shown = run_task(store.read(id, read, now));
    return shown.has_value() ? seen : "refused: " + shown.error().message();
}

inline std::string title_of(const session& s)
{
    return s.title();
}

inline std::string vote_of_first(const session& s)
{
    return std::string(s.own_vote(1).value_or("none"));
}

inline mutation joining(std::string name)
{
    return [name = std::move(name)](session& s, version) -> result<changes>
    {
        const auto joined = s.join(name, key_of(name), std::nullopt, {}, at(0));
        return joined.has_value() ? result<changes>(joined->done) : joined.error();
    };
}

inline mutation voting(std::string name, std::string choice)
{
    return [name = std::move(name), choice = std::move(choice)](session& s, version)
    { return s.vote(name, choice, at(0)); };
}

inline result<changes> starting(session& s, version)
{
    return s.start(at(0));
}

/// Begins all of `changes` before any of them has ended, and waits for all. Throws if one fails.
inline void update_at_once(session_store& store, std::string_view id,
                           const std::vector<mutation>& changes)
{
    std::vector<task<result<version>>> begun;
    for (const auto& m : changes)
        begun.push_back(store.update(id, m, growth::none, at(0)));
    for (auto& one : begun)
    {
        const auto kept = run_task(std::move(one));
        if (kept.has_error())
            throw boost::system::system_error(kept.error());
    }
}

inline void creates_and_reads(const store_factory& make)
{
    using std::chrono::seconds;
    const auto store = make(no_limits());

    SECTION("a session that was created can be read")
    {
        REQUIRE(create(*store, "a", room({"1"}, "first")).has_value());
        REQUIRE(look(*store, "a", title_of) == "first");
    }

    SECTION("a session is read under the version under which it was created")
    {
        const auto created = create(*store, "a", room());
        REQUIRE(run_task(store->read(
                    "a", [](const session&, version) {}, at(0))) == created);
    }

    SECTION("sessions do not get mixed up")
    {
        REQUIRE(create(*store, "a", room({"1"}, "first")).has_value());
        REQUIRE(create(*store, "b", room({"1"}, "second")).has_value());
        REQUIRE(look(*store, "a", title_of) == "first");
        REQUIRE(look(*store, "b", title_of) == "second");
    }

    SECTION("an id that is taken is refused and keeps its session")
    {
        const auto created = create(*store, "a", room({"1"}, "first"));
        REQUIRE(create(*store, "a", room({"1"}, "second")).error() == errc::id_taken);
        REQUIRE(look(*store, "a", title_of) == "first");
        REQUIRE(run_task(store->read(
                    "a", [](const session&, version) {}, at(0))) == created);
    }

    SECTION("a session that is not there can be neither read nor changed")
    {
        REQUIRE(create(*store, "a", room()).has_value());
        bool called = false;
        const session_reader read = [&](const session&, version) { called = true; };
        const mutation change = [&](session&, version) -> result<changes>
        {
            called = true;
            return changes{};
        };
        for (const auto* const id : {"b", "", "A", "aa"})
        {
            REQUIRE(run_task(store->read(id, read, at(0))).error() == errc::unknown_session);
            REQUIRE(update(*store, id, change).error() == errc::unknown_session);
        }
        REQUIRE_FALSE(called);
    }
}

inline void updates(const store_factory& make)
{
    using std::chrono::seconds;
    const auto store = make(no_limits());
    const auto created = create(*store, "a", room_of({"Ana", "Bob"})).value();

    SECTION("a change is kept")
    {
        REQUIRE(update(*store, "a", joining("Cleo")).has_value());
        REQUIRE(look(*store, "a", names) == "Ana Bob Cleo");
    }

    SECTION("a change is kept once, however often its mutation was called")
    {
        REQUIRE(update(*store, "a", starting).has_value());
        const auto round = [](const session& s) { return std::to_string(s.round().number()); };
        REQUIRE(look(*store, "a", round) == "1");
    }

    SECTION("a change stays with its session")
    {
        REQUIRE(create(*store, "b", room_of({"Zoe"})).has_value());
        REQUIRE(update(*store, "a", joining("Cleo")).has_value());
        REQUIRE(look(*store, "b", names) == "Zoe");
    }

    SECTION("each change has a greater version, under which the session is read then")
    {
        const auto first = update(*store, "a", starting).value();
        const auto second = update(*store, "a", voting("Ana", "5")).value();
        REQUIRE(first > created);
        REQUIRE(second > first);
        REQUIRE(run_task(store->read(
                    "a", [](const session&, version) {}, at(0))) == second);
    }

    SECTION("a change that fails says why")
    {
        REQUIRE(update(*store, "a", voting("Ana", "5")).error() == errc::session_closed);
        REQUIRE(update(*store, "a", starting).has_value());
        REQUIRE(update(*store, "a", voting("Cleo", "5")).error() == errc::not_a_valid_participant);
    }

    SECTION("a change that fails leaves the session")
    {
        REQUIRE(update(*store, "a", starting).has_value());
        REQUIRE(update(*store, "a", voting("Ana", "4")).has_error());
        REQUIRE(look(*store, "a", vote_of_first) == "none");
        REQUIRE(look(*store, "a", names) == "Ana Bob");
    }

    SECTION("changes that come at the same time are all kept")
    {
        REQUIRE(update(*store, "a", starting).has_value());
        update_at_once(*store, "a", {voting("Ana", "5"), joining("Cleo"), joining("Dan")});
        const auto both_came = [](const session& s) {
            return s.seats().find("Cleo") != nullptr && s.seats().find("Dan") != nullptr ? "yes"
                                                                                         : "no";
        };
        REQUIRE(look(*store, "a", both_came) == "yes");
        REQUIRE(look(*store, "a", vote_of_first) == "5");
    }
}

inline void counts_what_it_holds(const store_factory& make)
{
    using std::chrono::seconds;
    const auto store = make(lasting(seconds(10), seconds(0)));

    SECTION("an empty store holds nothing")
    {
        REQUIRE(store->usage().sessions == 0);
        REQUIRE(store->usage().text_bytes == 0);
        REQUIRE(store->usage().seats == 0);
    }

    SECTION("sessions and their text are counted")
    {
        REQUIRE(create(*store, "a", room({"1", "13"}, "first")).has_value());
        REQUIRE(create(*store, "b", room({"½"}, "")).has_value());
        REQUIRE(store->usage().sessions == 2);
        REQUIRE(store->usage().text_bytes == 8 + 2);
    }

    SECTION("text and seats that come and go with changes are counted")
    {
        REQUIRE(create(*store, "a", room({"1"}, "")).has_value());
        REQUIRE(update(*store, "a", joining("José")).has_value());
        REQUIRE(store->usage().text_bytes == 1 + 5);
        REQUIRE(store->usage().seats == 1);
        const mutation kick = [](session& s, version) { return s.kick("José", at(0)); };
        REQUIRE(update(*store, "a", kick).has_value());
        REQUIRE(store->usage().text_bytes == 1);
        REQUIRE(store->usage().seats == 0);
    }

    SECTION("what was refused is not counted")
    {
        REQUIRE(create(*store, "a", room({"1"}, "")).has_value());
        REQUIRE(update(*store, "a", joining("Ana")).has_value());
        REQUIRE(create(*store, "a", room({"1"}, "another")).has_error());
        REQUIRE(update(*store, "a", joining("Ana")).has_error());
        REQUIRE(store->usage().sessions == 1);
        REQUIRE(store->usage().text_bytes == 1 + 3);
        REQUIRE(store->usage().seats == 1);
    }

    SECTION("what has expired is not counted")
    {
        REQUIRE(create(*store, "a", room({"1"}, "first"), at(0)).has_value());
        REQUIRE(create(*store, "b", room({"13"}, ""), at(5)).has_value());
        REQUIRE(update(*store, "a", joining("Ana"), at(0)).has_value());
        REQUIRE(update(*store, "b", joining("Bob"), at(5)).has_value());
        REQUIRE(expire(*store, at(11)) == ids{"a"});
        REQUIRE(store->usage().sessions == 1);
        REQUIRE(store->usage().text_bytes == 2 + 3);
        REQUIRE(store->usage().seats == 1);
    }
}

inline void drops_what_nobody_used(const store_factory& make)
{
    auto limits = no_limits();
    limits.sessions = 2;
    limits.unused = std::chrono::seconds(10);
    const auto store = make(limits);
    REQUIRE(create(*store, "b", room(), at(0)).has_value());
    REQUIRE(create(*store, "a", room(), at(1)).has_value());
    told_log by(*store);

    SECTION("a full store gives up the oldest session that nobody used, and none that is young")
    {
        REQUIRE(create(*store, "c", room(), at(9)).error() == errc::too_many_sessions);
        REQUIRE(by.take().empty());
        REQUIRE(create(*store, "c", room(), at(10)).has_value());
        REQUIRE(by.take() == ids{"b ended"});
        REQUIRE(store->usage().sessions == 2);
        REQUIRE(look(*store, "b", title_of) == "refused: no such session");
    }

    SECTION("one that has had a seat, a round or a websocket stays")
    {
        const mutation uses[] = {joining("Ana"), starting,
                                 [](session& s, version) -> result<changes>
                                 { return s.looked_at(); }};
        for (const auto& use : uses)
        {
            const auto other = make(limits);
            REQUIRE(create(*other, "b", room(), at(0)).has_value());
            REQUIRE(create(*other, "a", room(), at(1)).has_value());
            REQUIRE(update(*other, "b", use).has_value());
            told_log of_other(*other);
            REQUIRE(create(*other, "c", room(), at(20)).has_value());
            REQUIRE(of_other.take() == ids{"a ended"});
            REQUIRE(create(*other, "d", room(), at(20)).error() == errc::too_many_sessions);
        }
    }

    SECTION("one whose use failed may go, and so may one that was only looked at by a call")
    {
        REQUIRE(update(*store, "b", voting("Ana", "5")).has_error());
        REQUIRE(look(*store, "b", title_of) == "Sprint 7");
        REQUIRE(create(*store, "c", room(), at(10)).has_value());
        REQUIRE(by.take() == ids{"b ended"});
    }

    SECTION("an id that is taken makes no room")
    {
        REQUIRE(create(*store, "a", room(), at(20)).error() == errc::id_taken);
        REQUIRE(by.take().empty());
    }

    SECTION("however many are created at once, there are never more than there may be")
    {
        auto begun = std::vector<task<result<version>>>();
        for (const auto* const id : {"c", "d", "e"})
            begun.push_back(store->create(id, room(), at(10)));
        int kept = 0;
        for (auto& one : begun)
            kept += run_task(std::move(one)).has_value() ? 1 : 0;
        REQUIRE(store->usage().sessions == 2);
        REQUIRE(kept == 1);
    }
}

inline void limits_text(const store_factory& make)
{
    auto limits = no_limits();
    limits.text_bytes = 20;
    const auto store = make(limits);
    REQUIRE(create(*store, "a", room({"1"}, "first")).has_value()); // 6 bytes
    REQUIRE(update(*store, "a", joining("a name of 14 b"), at(0), growth::text).has_value());

    SECTION("a full store takes neither another session nor more text")
    {
        REQUIRE(create(*store, "b", room({"1"}, "")).error() == errc::too_much_text);
        REQUIRE(update(*store, "a", joining("Ana"), at(0), growth::text).error() ==
                errc::too_much_text);
        REQUIRE(look(*store, "a", names) == "a name of 14 b");
    }

    SECTION("there is always room for what adds none")
    {
        REQUIRE(update(*store, "a", starting).has_value());
    }

    SECTION("a session that nobody used goes for more text")
    {
        limits.unused = std::chrono::seconds(10);
        const auto other = make(limits);
        REQUIRE(create(*other, "a", room({"1"}, "first")).has_value());
        REQUIRE(update(*other, "a", joining("Ana")).has_value());
        REQUIRE(create(*other, "b", room({"1"}, "ten letters")).has_value());
        REQUIRE(update(*other, "a", joining("Bob"), at(9), growth::text).error() ==
                errc::too_much_text);
        told_log by(*other);
        REQUIRE(update(*other, "a", joining("Bob"), at(10), growth::text).has_value());
        const auto lines = by.take();
        REQUIRE(lines.size() == 2);
        REQUIRE(lines.front() == "b ended");
        REQUIRE(lines.back().ends_with(" seats round 0"));
    }
}

inline void tells(const store_factory& make)
{
    const auto store = make(no_limits());
    REQUIRE(create(*store, "a", room_of({"Ana", "Bob"})).has_value());
    told_log by(*store);
    const auto line = [](version v, const char* done) { return "a " + std::to_string(v) + done; };

    SECTION("each change is told once, with the session after it and its version")
    {
        const auto started = update(*store, "a", starting).value();
        const auto voted = update(*store, "a", voting("Ana", "5")).value();
        REQUIRE(by.take() == ids{line(started, " opened round 1"), line(voted, " votes round 1")});
    }

    SECTION("what changes nothing is not told and has no version of its own")
    {
        const auto before = update(*store, "a", starting).value();
        by.take();
        const mutation idle = [](session&, version) -> result<changes>
        { return changes{.none = true}; };
        REQUIRE(update(*store, "a", idle) == before);
        REQUIRE(by.take().empty());
    }

    SECTION("what is refused, and what is only read, is not told")
    {
        REQUIRE(update(*store, "a", voting("Ana", "5")).has_error());
        REQUIRE(look(*store, "a", names) == "Ana Bob");
        REQUIRE(by.take().empty());
    }

    SECTION("changes that come at once are told in the order of their versions")
    {
        REQUIRE(update(*store, "a", starting).has_value());
        by.take();
        update_at_once(*store, "a", {voting("Ana", "5"), joining("Cleo"), voting("Bob", "8")});
        const auto lines = by.take();
        REQUIRE(lines.size() == 3);
        REQUIRE(std::is_sorted(lines.begin(), lines.end()));
    }

    SECTION("what is read is not older than what was told")
    {
        update_at_once(*store, "a", {starting, starting});
        version seen = 0;
        REQUIRE(run_task(store->read(
                             "a", [&](const session&, version current) { seen = current; }, at(0)))
                    .has_value());
        REQUIRE(by.take().back() == line(seen, " opened round 2"));
    }

    SECTION("nobody is told once the listener is gone")
    {
        {
            const told_log other(*store);
        }
        REQUIRE(update(*store, "a", starting).has_value());
    }
}

inline void can_be_given_up(const store_factory& make)
{
    const auto store = make(no_limits());
    REQUIRE(create(*store, "a", room_of({"Ana", "Bob"})).has_value());

    SECTION("nothing is called any more for a task that is given up")
    {
        bool called = false;
        const mutation change = [&](session& s, version) -> result<changes>
        {
            called = true;
            return s.start(at(0));
        };
        bool was_done = false;
        {
            const auto work = store->update("a", change, growth::none, at(0));
            was_done = work.done();
        }
        called = false;
        REQUIRE(look(*store, "a", names) == "Ana Bob"); // which gives the rest its turns
        REQUIRE((was_done || !called));
    }
}

inline void expires(const store_factory& make)
{
    using std::chrono::seconds;

    SECTION("a session that nobody touches expires")
    {
        const auto store = make(lasting(seconds(10), seconds(0)));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(expire(*store, at(9)).empty());
        REQUIRE(expire(*store, at(11)) == ids{"a"});
        REQUIRE(look(*store, "a", title_of, at(11)) == "refused: no such session");
    }

    SECTION("reading a session keeps it longer")
    {
        const auto store = make(lasting(seconds(10), seconds(0)));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(look(*store, "a", title_of, at(8)) == "Sprint 7");
        REQUIRE(expire(*store, at(17)).empty());
        REQUIRE(expire(*store, at(19)) == ids{"a"});
    }

    SECTION("changing a session keeps it longer")
    {
        const auto store = make(lasting(seconds(10), seconds(0)));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(update(*store, "a", starting, at(8)).has_value());
        REQUIRE(expire(*store, at(17)).empty());
        REQUIRE(expire(*store, at(19)) == ids{"a"});
    }

    SECTION("a session that is too old expires, however busy it is")
    {
        const auto store = make(lasting(seconds(10), seconds(30)));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        for (int now = 5; now <= 25; now += 5)
            REQUIRE(update(*store, "a", starting, at(now)).has_value());
        REQUIRE(expire(*store, at(29)).empty());
        REQUIRE(expire(*store, at(31)) == ids{"a"});
    }

    SECTION("a session is kept for ever if both times are zero")
    {
        const auto store = make(no_limits());
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(expire(*store, at(1'000'000'000)).empty());
        REQUIRE(look(*store, "a", title_of) == "Sprint 7");
    }

    SECTION("an age alone does not make idle sessions expire")
    {
        const auto store = make(lasting(seconds(0), seconds(30)));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(expire(*store, at(29)).empty());
        REQUIRE(expire(*store, at(31)) == ids{"a"});
    }

    SECTION("only so many sessions expire at once as asked for, and the rest the next time")
    {
        const auto store = make(lasting(seconds(10), seconds(20)));
        for (const auto* const id : {"a", "b", "c"})
            REQUIRE(create(*store, id, room(), at(0)).has_value());
        REQUIRE(expire(*store, at(50), 0).empty());
        REQUIRE(expire(*store, at(50), 2).size() == 2);
        REQUIRE(store->usage().sessions == 1);
        REQUIRE(expire(*store, at(50), 2).size() == 1);
        REQUIRE(expire(*store, at(50), 2).empty());
    }

    SECTION("the id of a session that has expired is free again")
    {
        const auto store = make(lasting(seconds(10), seconds(0)));
        REQUIRE(create(*store, "a", room({"1"}, "first"), at(0)).has_value());
        REQUIRE(expire(*store, at(11)) == ids{"a"});
        REQUIRE(create(*store, "a", room({"1"}, "second"), at(12)).has_value());
        REQUIRE(look(*store, "a", title_of, at(12)) == "second");
        REQUIRE(expire(*store, at(13)).empty());
    }
}

/// To be called in a test case of each store.
inline void keeps_the_contract(const store_factory& make)
{
    SECTION("creating and reading")
    {
        creates_and_reads(make);
    }
    SECTION("updating")
    {
        updates(make);
    }
    SECTION("usage")
    {
        counts_what_it_holds(make);
    }
    SECTION("room")
    {
        drops_what_nobody_used(make);
        limits_text(make);
    }
    SECTION("telling")
    {
        tells(make);
    }
    SECTION("giving up")
    {
        can_be_given_up(make);
    }
    SECTION("expiry")
    {
        expires(make);
    }
}

} // namespace pajthy::test
