#include <pajthy/service/turns.hpp>

#include <pajthy/task.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/run_task.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

// Says its name when it has its turn, and passes on at once.
task<void> say(turns& all, std::string_view id, std::string& to, std::string name)
{
    auto mine = co_await all.next(id);
    to += name;
}

// Says its name when it has its turn, and keeps it until `leave`.
task<void> stay(turns& all, std::string_view id, std::string& to, std::string name,
                std::optional<completion<bool>::completer_type>& leave)
{
    auto mine = co_await all.next(id);
    to += name;
    completion<bool> left;
    leave.emplace(left.completer());
    co_await left;
}

TEST_CASE("a turn that nobody has is free")
{
    turns all;
    REQUIRE_FALSE(all.is_taken("a"));
    {
        const auto mine = all.take("a");
        REQUIRE(all.is_taken("a"));
        REQUIRE_FALSE(all.is_taken("b"));
    }
    REQUIRE_FALSE(all.is_taken("a"));
}

TEST_CASE("those who wait get their turn in the order in which they came")
{
    turns all;
    std::string said;
    auto mine = std::optional(all.take("a"));
    const auto first = say(all, "a", said, "1");
    const auto second = say(all, "a", said, "2");
    const auto third = say(all, "a", said, "3");
    REQUIRE(all.waiting("a") == 3);
    REQUIRE(said.empty());
    mine.reset();
    REQUIRE(said == "123");
    REQUIRE(third.done());
    REQUIRE_FALSE(all.is_taken("a"));
}

TEST_CASE("who has the turn keeps it as long as it waits for something else")
{
    turns all;
    std::string said;
    std::optional<completion<bool>::completer_type> leave;
    auto mine = std::optional(all.take("a"));
    const auto first = stay(all, "a", said, "1", leave);
    const auto second = say(all, "a", said, "2");
    mine.reset();
    REQUIRE(said == "1");
    REQUIRE(all.waiting("a") == 1);
    (*leave)(true);
    REQUIRE(said == "12");
}

TEST_CASE("lines of two sessions don't wait for one another")
{
    turns all;
    std::string said;
    const auto mine = all.take("a");
    auto other = std::optional(all.take("b"));
    const auto first = say(all, "a", said, "a");
    const auto second = say(all, "b", said, "b");
    other.reset();
    REQUIRE(said == "b");
}

TEST_CASE("who is given up leaves the line")
{
    turns all;
    std::string said;
    auto mine = std::optional(all.take("a"));
    const auto first = say(all, "a", said, "1");
    auto second = std::optional(say(all, "a", said, "2"));
    const auto third = say(all, "a", said, "3");
    second.reset();
    REQUIRE(all.waiting("a") == 2);
    mine.reset();
    REQUIRE(said == "13");
}

TEST_CASE("who is given up with the turn passes it on")
{
    turns all;
    std::string said;
    std::optional<completion<bool>::completer_type> leave;
    auto mine = std::optional(all.take("a"));
    auto first = std::optional(stay(all, "a", said, "1", leave));
    const auto second = say(all, "a", said, "2");
    mine.reset();
    first.reset();
    REQUIRE(said == "12");
    REQUIRE_FALSE(all.is_taken("a"));
}

TEST_CASE("who is given up by the one before, with the turn and not yet called, passes it on")
{
    turns all;
    std::string said;
    std::optional<task<void>> second;
    // Another line is passed on in the middle of this one, so that its turn waits to be called.
    const auto first = [](turns& of, std::string& to, std::optional<task<void>>& other,
                          std::optional<turns::turn>& held) -> task<void>
    {
        auto mine = co_await of.next("a");
        to += "1";
        held.reset(); // now `other` has the turn of b
        other.reset();
    };
    auto a = std::optional(all.take("a"));
    std::optional<turns::turn> b(all.take("b"));
    second.emplace(say(all, "b", said, "2"));
    const auto third = say(all, "b", said, "3");
    const auto work = first(all, said, second, b);
    a.reset();
    REQUIRE(said == "13");
    REQUIRE_FALSE(all.is_taken("b"));
}

TEST_CASE("a long line needs no deep stack")
{
    constexpr std::size_t many = 10'000;
    turns all;
    std::string said;
    std::vector<task<void>> line;
    auto mine = std::optional(all.take("a"));
    for (std::size_t i = 0; i < many; ++i)
        line.push_back(say(all, "a", said, "x"));
    mine.reset();
    REQUIRE(said.size() == many);
}

TEST_CASE("in a long line no two are called one inside the other")
{
    turns all;
    int deep = 0;
    int deepest = 0;
    const auto enter = [](turns& of, int& now, int& most) -> task<void>
    {
        auto mine = std::optional(co_await of.next("a"));
        most = std::max(most, ++now);
        mine.reset();
        --now;
    };
    auto mine = std::optional(all.take("a"));
    std::vector<task<void>> line;
    for (int i = 0; i < 5; ++i)
        line.push_back(enter(all, deep, deepest));
    mine.reset();
    REQUIRE(deepest == 1);
    REQUIRE(line.back().done());
}

} // namespace
} // namespace pajthy
