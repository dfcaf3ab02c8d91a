#include <pajthy/store/memory_store.hpp>

#include "store_contract.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"
#include "tests/support/room.hpp"
#include "tests/support/run_task.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace pajthy
{
namespace
{

using namespace test;
using std::chrono::seconds;

std::unique_ptr<session_store> make_store(seconds idle, seconds age)
{
    return make_memory_store(lasting(idle, age));
}

TEST_CASE("the memory store keeps the contract")
{
    keeps_the_contract(make_memory_store);
}

TEST_CASE("versions in the memory store count from 1, one for each change")
{
    const auto store = make_store(seconds(0), seconds(0));
    REQUIRE(create(*store, "a", room()) == version{1});
    REQUIRE(update(*store, "a", starting) == version{2});
    REQUIRE(update(*store, "a", starting) == version{3});
}

TEST_CASE("a change that fails and a look use up no version of the memory store")
{
    const auto store = make_store(seconds(0), seconds(0));
    REQUIRE(create(*store, "a", room()).has_value());
    REQUIRE(update(*store, "a", voting("Ana", "5")).has_error());
    REQUIRE(look(*store, "a", title_of) == "Sprint 7");
    REQUIRE(update(*store, "a", starting) == version{2});
}

TEST_CASE("the memory store calls a mutation once, on the session itself")
{
    const auto store = make_store(seconds(0), seconds(0));
    REQUIRE(create(*store, "a", room()).has_value());
    int calls = 0;
    const session* changed = nullptr;
    const session* read = nullptr;
    const mutation change = [&](session& s, version) -> result<changes>
    {
        ++calls;
        changed = &s;
        return {};
    };
    REQUIRE(update(*store, "a", change).has_value());
    REQUIRE(run_task(store->read(
                         "a", [&](const session& s, version) { read = &s; }, at(0)))
                .has_value());
    REQUIRE(calls == 1);
    REQUIRE(changed == read);
}

TEST_CASE("a session in the memory store stays where it is while others come and go")
{
    const auto store = make_store(seconds(10), seconds(0));
    REQUIRE(create(*store, "a", room({"1"}, "first"), at(0)).has_value());
    for (int i = 0; i < 1000; ++i)
        REQUIRE(create(*store, std::to_string(i), room({"1"}, ""), at(0)).has_value());
    REQUIRE(look(*store, "a", title_of, at(5)) == "first");
    REQUIRE(expire(*store, at(12)).size() == 1000);
    REQUIRE(look(*store, "a", title_of, at(12)) == "first");
    REQUIRE(update(*store, "a", joining("Ana"), at(12)).has_value());
    REQUIRE(look(*store, "a", names, at(12)) == "Ana");
}

TEST_CASE("a session in the memory store expires at the very end of its time")
{
    const auto idle = make_store(seconds(10), seconds(0));
    REQUIRE(create(*idle, "a", room(), at(0)).has_value());
    REQUIRE(expire(*idle, at(10) - milliseconds(1)).empty());
    REQUIRE(expire(*idle, at(10)) == ids{"a"});

    const auto aged = make_store(seconds(0), seconds(10));
    REQUIRE(create(*aged, "a", room(), at(0)).has_value());
    REQUIRE(expire(*aged, at(10) - milliseconds(1)).empty());
    REQUIRE(expire(*aged, at(10)) == ids{"a"});
}

TEST_CASE("the memory store removes the session first that nobody touched for the longest")
{
    const auto store = make_store(seconds(10), seconds(0));
    for (const auto* const id : {"a", "b", "c"})
        REQUIRE(create(*store, id, room(), at(0)).has_value());
    REQUIRE(look(*store, "a", title_of, at(1)) == "Sprint 7");
    REQUIRE(look(*store, "b", title_of, at(2)) == "Sprint 7");
    REQUIRE(expire(*store, at(100), 1) == ids{"c"});
    REQUIRE(expire(*store, at(100), 1) == ids{"a"});
    REQUIRE(expire(*store, at(100), 1) == ids{"b"});
}

TEST_CASE("a session that is both idle and too old expires once")
{
    const auto store = make_store(seconds(10), seconds(10));
    REQUIRE(create(*store, "a", room(), at(0)).has_value());
    REQUIRE(expire(*store, at(20)) == ids{"a"});
}

TEST_CASE("a session that there is no memory for is not kept")
{
    const auto shortages =
        with_every_shortage([] { return make_store(seconds(60), seconds(60)); },
                            [](auto& store) { static_cast<void>(create(*store, "a", room())); },
                            [](auto& store, bool has_thrown)
                            {
                                REQUIRE(has_thrown);
                                REQUIRE(store->usage().sessions == 0);
                                REQUIRE(create(*store, "a", room()).has_value());
                                REQUIRE(expire(*store, at(900)) == ids{"a"});
                            });
    REQUIRE(shortages != 0);
}

} // namespace
} // namespace pajthy
