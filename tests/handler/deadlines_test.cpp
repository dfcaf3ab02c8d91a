#include <pajthy/handler/deadlines.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <string>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

using ids = std::vector<std::string>;

TEST_CASE("what is due comes out once, the earliest first")
{
    deadlines d;
    d.set("b", at(2));
    d.set("a", at(3));
    d.set("c", at(1));
    REQUIRE(d.take_due(at(0), 10).empty());
    REQUIRE(d.take_due(at(2), 10) == ids{"c", "b"});
    REQUIRE(d.take_due(at(2), 10).empty());
    REQUIRE(d.take_due(at(9), 10) == ids{"a"});
    REQUIRE(d.size() == 0);
}

TEST_CASE("a session has one deadline, the last that was set")
{
    deadlines d;
    d.set("a", at(1));
    d.set("a", at(5));
    REQUIRE(d.size() == 1);
    REQUIRE(d.take_due(at(4), 10).empty());
    REQUIRE(d.take_due(at(5), 10) == ids{"a"});
}

TEST_CASE("a deadline can be taken away")
{
    deadlines d;
    d.set("a", at(1));
    d.set("a", std::nullopt);
    d.set("b", std::nullopt);
    REQUIRE(d.size() == 0);
    REQUIRE(d.take_due(at(9), 10).empty());
}

TEST_CASE("two sessions may be due at the same moment")
{
    deadlines d;
    d.set("a", at(1));
    d.set("b", at(1));
    REQUIRE(d.take_due(at(1), 10).size() == 2);
}

TEST_CASE("no more come out at once than is asked for")
{
    deadlines d;
    for (int i = 0; i < 5; ++i)
        d.set(std::to_string(i), at(i));
    REQUIRE(d.take_due(at(9), 3) == ids{"0", "1", "2"});
    REQUIRE(d.take_due(at(9), 3) == ids{"3", "4"});
}

} // namespace
} // namespace pajthy
