// What every store must do, written once and run against each.
//
// A store may take a mutation back and call it again, and its versions may grow by more than one;
// nothing here relies on more than session_store.hpp says.
#pragma once

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

/// Makes an empty store that keeps a session for `idle` untouched and for `age` in all; zero is
/// for ever.
using store_factory = std::function<std::unique_ptr<session_store>(std::chrono::seconds idle,
                                                                   std::chrono::seconds age)>;

using ids = std::vector<std::string>;

inline result<version> create(session_store& store, std::string_view id, session value,
                              unix_time now = at(0))
{
    return run_task(store.create(id, std::move(value), now));
}

inline result<version> update(session_store& store, std::string_view id, const mutation& change,
                              unix_time now = at(0))
{
    return run_task(store.update(id, change, now));
}

/// The ids in the order of the alphabet.
inline ids expire(session_store& store, unix_time now, std::size_t at_most = 1000)
{
    auto gone = run_task(store.expire(now, at_most));
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
    return [name = std::move(name)](session& s) -> result<void>
    {
        const auto joined = s.join(name, key_of(name), std::nullopt, {}, at(0));
        return joined.has_value() ? result<void>() : joined.error();
    };
}

inline mutation voting(std::string name, std::string choice)
{
    return [name = std::move(name), choice = std::move(choice)](session& s) -> result<void>
    {
        const auto voted = s.vote(name, choice, at(0));
        return voted.has_value() ? result<void>() : voted.error();
    };
}

inline result<void> starting(session& s)
{
    s.start(at(0));
    return {};
}

/// Begins all of `changes` before any of them has ended, and waits for all. Throws if one fails.
inline void update_at_once(session_store& store, std::string_view id,
                           const std::vector<mutation>& changes)
{
    std::vector<task<result<version>>> begun;
    for (const auto& m : changes)
        begun.push_back(store.update(id, m, at(0)));
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
    const auto store = make(seconds(0), seconds(0));

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
        const mutation change = [&](session&) -> result<void>
        {
            called = true;
            return {};
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
    const auto store = make(seconds(0), seconds(0));
    const auto created = create(*store, "a", room_of({"Ana", "Bob"})).value();

    SECTION("a change is kept")
    {
        REQUIRE(update(*store, "a", joining("Cleo")).has_value());
        REQUIRE(look(*store, "a", names) == "Ana Bob Cleo");
    }

    SECTION("a change is kept once, however often its mutation was called")
    {
        REQUIRE(update(*store, "a", starting).has_value());
        const auto round = [](const session& s) { return std::to_string(s.round()); };
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
        const auto both_came = [](const session& s)
        { return s.find("Cleo") != nullptr && s.find("Dan") != nullptr ? "yes" : "no"; };
        REQUIRE(look(*store, "a", both_came) == "yes");
        REQUIRE(look(*store, "a", vote_of_first) == "5");
    }
}

inline void counts_what_it_holds(const store_factory& make)
{
    using std::chrono::seconds;
    const auto store = make(seconds(10), seconds(0));

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
        const mutation kick = [](session& s) -> result<void>
        {
            const auto kicked = s.kick("José", at(0));
            return kicked.has_value() ? result<void>() : kicked.error();
        };
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
    using std::chrono::seconds;
    const auto store = make(seconds(0), seconds(0));
    const auto drop = [&](unix_time now)
    { return run_task(store->drop_unused(now, seconds(10))); };
    REQUIRE(create(*store, "b", room(), at(0)).has_value());
    REQUIRE(create(*store, "a", room(), at(1)).has_value());

    SECTION("the oldest session that nobody used goes first, and none that is young")
    {
        REQUIRE_FALSE(drop(at(9)));
        REQUIRE(drop(at(10)) == "b");
        REQUIRE_FALSE(drop(at(10)));
        REQUIRE(drop(at(11)) == "a");
        REQUIRE(store->usage().sessions == 0);
        REQUIRE(store->usage().text_bytes == 0);
    }

    SECTION("one that has had a seat, a round or a websocket stays")
    {
        const mutation uses[] = {joining("Ana"), starting,
                                 [](session& s) -> result<void>
                                 {
                                     s.looked_at();
                                     return {};
                                 }};
        for (const auto& use : uses)
        {
            const auto other = make(seconds(0), seconds(0));
            REQUIRE(create(*other, "b", room(), at(0)).has_value());
            REQUIRE(create(*other, "a", room(), at(1)).has_value());
            REQUIRE(update(*other, "b", use).has_value());
            REQUIRE(run_task(other->drop_unused(at(20), seconds(10))) == "a");
            REQUIRE_FALSE(run_task(other->drop_unused(at(20), seconds(10))));
        }
    }

    SECTION("one whose use failed may go, and so may one that was only looked at by a call")
    {
        REQUIRE(update(*store, "b", voting("Ana", "5")).has_error());
        REQUIRE(look(*store, "b", title_of) == "Sprint 7");
        REQUIRE(drop(at(10)) == "b");
    }

    SECTION("one that has expired is not dropped again")
    {
        const auto expiring = make(seconds(5), seconds(0));
        REQUIRE(create(*expiring, "a", room(), at(0)).has_value());
        REQUIRE(expire(*expiring, at(10)) == ids{"a"});
        REQUIRE_FALSE(run_task(expiring->drop_unused(at(20), seconds(10))));
    }
}

inline void expires(const store_factory& make)
{
    using std::chrono::seconds;

    SECTION("a session that nobody touches expires")
    {
        const auto store = make(seconds(10), seconds(0));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(expire(*store, at(9)).empty());
        REQUIRE(expire(*store, at(11)) == ids{"a"});
        REQUIRE(look(*store, "a", title_of, at(11)) == "refused: no such session");
    }

    SECTION("reading a session keeps it longer")
    {
        const auto store = make(seconds(10), seconds(0));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(look(*store, "a", title_of, at(8)) == "Sprint 7");
        REQUIRE(expire(*store, at(17)).empty());
        REQUIRE(expire(*store, at(19)) == ids{"a"});
    }

    SECTION("changing a session keeps it longer")
    {
        const auto store = make(seconds(10), seconds(0));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(update(*store, "a", starting, at(8)).has_value());
        REQUIRE(expire(*store, at(17)).empty());
        REQUIRE(expire(*store, at(19)) == ids{"a"});
    }

    SECTION("a session that is too old expires, however busy it is")
    {
        const auto store = make(seconds(10), seconds(30));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        for (int now = 5; now <= 25; now += 5)
            REQUIRE(update(*store, "a", starting, at(now)).has_value());
        REQUIRE(expire(*store, at(29)).empty());
        REQUIRE(expire(*store, at(31)) == ids{"a"});
    }

    SECTION("a session is kept for ever if both times are zero")
    {
        const auto store = make(seconds(0), seconds(0));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(expire(*store, at(1'000'000'000)).empty());
        REQUIRE(look(*store, "a", title_of) == "Sprint 7");
    }

    SECTION("an age alone does not make idle sessions expire")
    {
        const auto store = make(seconds(0), seconds(30));
        REQUIRE(create(*store, "a", room(), at(0)).has_value());
        REQUIRE(expire(*store, at(29)).empty());
        REQUIRE(expire(*store, at(31)) == ids{"a"});
    }

    SECTION("only so many sessions expire at once as asked for, and the rest the next time")
    {
        const auto store = make(seconds(10), seconds(20));
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
        const auto store = make(seconds(10), seconds(0));
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
    SECTION("giving up")
    {
        drops_what_nobody_used(make);
    }
    SECTION("expiry")
    {
        expires(make);
    }
}

} // namespace pajthy::test
