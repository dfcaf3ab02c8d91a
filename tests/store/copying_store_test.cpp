#include "copying_store.hpp"
#include "store_contract.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <chrono>
#include <string>

namespace pajthy
{
namespace
{

using namespace test;

// Counts in `calls` how often it is called.
mutation counted(int& calls)
{
    return [&calls](session& s, version current) -> result<changes>
    {
        ++calls;
        return starting(s, current);
    };
}

TEST_CASE("a store that works on copies keeps the contract")
{
    keeps_the_contract([](const session_limits& most)
                       { return make_copying_store({.limits = most}); });
}

TEST_CASE("a store that loses races keeps the contract")
{
    keeps_the_contract([](const session_limits& most)
                       { return make_copying_store({.limits = most, .lost_races = 2}); });
}

TEST_CASE("a mutation is called again after each race that its update loses")
{
    const auto store = make_copying_store({.lost_races = 2});
    REQUIRE(create(*store, "a", room()).has_value());
    int calls = 0;
    REQUIRE(update(*store, "a", counted(calls)).has_value());
    REQUIRE(calls == 3);
}

TEST_CASE("an update that loses every race fails with a conflict and leaves the session")
{
    const auto store = make_copying_store({.lost_races = most_tries});
    REQUIRE(create(*store, "a", room()).has_value());
    int calls = 0;
    REQUIRE(update(*store, "a", counted(calls)).error() == errc::conflict);
    REQUIRE(calls == most_tries);
    const auto round = [](const session& s) { return std::to_string(s.round().number()); };
    REQUIRE(look(*store, "a", round) == "0");
}

TEST_CASE("of two changes that start from the same version the slower is made again")
{
    const auto store = make_copying_store({});
    REQUIRE(create(*store, "a", room()).has_value());
    int calls = 0;
    update_at_once(*store, "a", {counted(calls), counted(calls)});
    REQUIRE(calls == 3);
    const auto round = [](const session& s) { return std::to_string(s.round().number()); };
    REQUIRE(look(*store, "a", round) == "2");
}

} // namespace
} // namespace pajthy
