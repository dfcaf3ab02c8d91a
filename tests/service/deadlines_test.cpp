#include <pajthy/service/deadlines.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"
#include "tests/support/room.hpp"

#include <string>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

using ids = std::vector<std::string>;

ids all_due(deadlines& d, unix_time now)
{
    ids out;
    while (auto id = d.take_due(now, now + std::chrono::seconds(1)))
    {
        d.set(*id, std::nullopt);
        out.push_back(*std::move(id));
    }
    return out;
}

TEST_CASE("what is due comes out once, the earliest first")
{
    deadlines d;
    d.set("b", at(2));
    d.set("a", at(3));
    d.set("c", at(1));
    REQUIRE(all_due(d, at(0)).empty());
    REQUIRE(all_due(d, at(2)) == ids{"c", "b"});
    REQUIRE(all_due(d, at(2)).empty());
    REQUIRE(all_due(d, at(9)) == ids{"a"});
    REQUIRE(d.size() == 0);
}

TEST_CASE("a session has one deadline, the last that was set")
{
    deadlines d;
    d.set("a", at(1));
    d.set("a", at(5));
    REQUIRE(d.size() == 1);
    REQUIRE(all_due(d, at(4)).empty());
    REQUIRE(all_due(d, at(5)) == ids{"a"});
}

TEST_CASE("a deadline can be taken away")
{
    deadlines d;
    d.set("a", at(1));
    d.set("a", std::nullopt);
    d.set("b", std::nullopt);
    REQUIRE(d.size() == 0);
    REQUIRE(all_due(d, at(9)).empty());
}

TEST_CASE("what is due and not set anew comes once more")
{
    deadlines d;
    d.set("a", at(1));
    REQUIRE(d.take_due(at(2), at(7)) == "a");
    REQUIRE(d.take_due(at(6), at(9)) == std::nullopt);
    REQUIRE(d.take_due(at(7), at(9)) == "a");
    REQUIRE(d.size() == 1);
}

TEST_CASE("two sessions may be due at the same moment")
{
    deadlines d;
    d.set("a", at(1));
    d.set("b", at(1));
    REQUIRE(all_due(d, at(1)).size() == 2);
}

TEST_CASE("a deadline that there is no memory for is not there, and the others are")
{
    const std::string late = "a session whose id is rather long";
    const auto shortages = with_every_shortage(
        []
        {
            deadlines d;
            d.set("a", at(1));
            return d;
        },
        [&](deadlines& d)
        {
            d.set("a", at(2)); // takes none
            d.set(late, at(3));
        },
        [&](deadlines& d, bool has_thrown)
        {
            REQUIRE(has_thrown);
            REQUIRE(d.size() == 1);
            d.set(late, at(3));
            REQUIRE(all_due(d, at(9)) == ids{"a", late});
        });
    REQUIRE(shortages != 0);
}

} // namespace
} // namespace pajthy
