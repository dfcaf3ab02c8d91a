#include <pajthy/domain/statistics.hpp>

#include "tests/support/catch.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace pajthy
{
namespace
{

struct numbered
{
    std::string_view face;
    double number;
};

TEST_CASE("a card with digits on it is a number")
{
    for (const auto& [face, number] : {numbered{"0", 0},
                                       {"1", 1},
                                       {"13", 13},
                                       {"100", 100},
                                       {"007", 7},
                                       {"0.5", 0.5},
                                       {"2.75", 2.75},
                                       {".5", 0.5},
                                       {"12345678", 12'345'678}})
    {
        CAPTURE(face);
        REQUIRE(number_on(face) == number);
    }
}

TEST_CASE("half a point is the same number in each of its three spellings")
{
    REQUIRE(number_on("½") == 0.5);
    REQUIRE(number_on("1/2") == 0.5);
    REQUIRE(number_on("0.5") == 0.5);
}

TEST_CASE("a fraction is a number")
{
    REQUIRE(number_on("3/4") == 0.75);
    REQUIRE(number_on("3/2") == 1.5);
    REQUIRE(number_on("0/5") == 0.0);
}

TEST_CASE("the signs of fractions are numbers")
{
    for (const auto& [face, number] : {numbered{"¼", 0.25},
                                       {"½", 0.5},
                                       {"¾", 0.75},
                                       {"⅓", 1.0 / 3},
                                       {"⅔", 2.0 / 3},
                                       {"⅛", 0.125},
                                       {"⅕", 0.2}})
    {
        CAPTURE(face);
        REQUIRE(number_on(face) == number);
    }
}

TEST_CASE("the sign of a fraction adds to the digits before it")
{
    REQUIRE(number_on("2½") == 2.5);
    REQUIRE(number_on("10¼") == 10.25);
    REQUIRE(number_on("0¾") == 0.75);
}

TEST_CASE("what looks like a number to a parser but not to people is none")
{
    for (const std::string_view face :
         {"1e5",   "1E5", "inf",   "INF",   "infinity", "nan", "NaN", "-1",  "+1",
          "0x10",  "1,5", "1'000", "1_000", "1.2.3",    ".",   "..",  "1/0", "0/0",
          "1/0.0", "1/",  "/2",    "/",     "1/2/3",    "1/½", "½/2", "½1",  "½½",
          "-½",    "x½",  "1 ",    " 1",    "1 2",      "2 ½", "٣",   "３",  "²"})
    {
        CAPTURE(face);
        REQUIRE_FALSE(number_on(face).has_value());
    }
}

TEST_CASE("a face without a number has none")
{
    for (const std::string_view face : {"", "?", "XS", "XXL", "☕", "∞", "👍", "5 days", "v1"})
    {
        CAPTURE(face);
        REQUIRE_FALSE(number_on(face).has_value());
    }
}

TEST_CASE("question mark, coffee, infinity and pass are abstentions")
{
    for (const std::string_view face : {"?", "☕", "☕\uFE0F", "∞", "pass", "Pass", "PASS"})
    {
        CAPTURE(face);
        REQUIRE(is_abstention(face));
    }
}

TEST_CASE("every other face is a real vote")
{
    for (const std::string_view face : {"", "0", "½", "??", "? ", "XS", "🤷", "passed", "-", "🔴"})
    {
        CAPTURE(face);
        REQUIRE_FALSE(is_abstention(face));
    }
}

TEST_CASE("without votes there are no numbers")
{
    const auto none = statistics_of({});
    REQUIRE(none.votes == 0);
    REQUIRE(none.abstentions == 0);
    REQUIRE(none.mean == std::nullopt);
    REQUIRE(none.median == std::nullopt);
}

TEST_CASE("one vote is its own mean and median")
{
    const auto one = statistics_of({"8"});
    REQUIRE(one.votes == 1);
    REQUIRE(one.mean == 8.0);
    REQUIRE(one.median == 8.0);
}

TEST_CASE("a vote for 0 counts")
{
    const auto some = statistics_of({"0", "0", "3"});
    REQUIRE(some.votes == 3);
    REQUIRE(some.mean == 1.0);
    REQUIRE(some.median == 0.0);
}

TEST_CASE("a vote for ½ counts as half and not as one")
{
    const auto some = statistics_of({"½", "1/2", "0.5", "2½"});
    REQUIRE(some.mean == 1.0);
    REQUIRE(some.median == 0.5);
}

TEST_CASE("the mean is not rounded to a whole number")
{
    REQUIRE(statistics_of({"1", "2"}).mean == 1.5);
    REQUIRE(statistics_of({"1", "1", "2"}).mean == 4.0 / 3);
}

TEST_CASE("the median of an odd count is the middle one, by value and not by spelling")
{
    REQUIRE(statistics_of({"13", "2", "5"}).median == 5.0);
    REQUIRE(statistics_of({"100", "8", "13", "1", "20"}).median == 13.0);
}

TEST_CASE("the median of an even count is the mid-point of the middle two")
{
    REQUIRE(statistics_of({"5", "2"}).median == 3.5);
    REQUIRE(statistics_of({"100", "1", "3", "2"}).median == 2.5);
    REQUIRE(statistics_of({"3", "3", "1", "8"}).median == 3.0);
}

TEST_CASE("abstentions are counted apart, outside mean and median")
{
    const auto some = statistics_of({"?", "2", "☕", "4", "∞", "9", "pass"});
    REQUIRE(some.votes == 3);
    REQUIRE(some.abstentions == 4);
    REQUIRE(some.mean == 5.0);
    REQUIRE(some.median == 4.0);
}

TEST_CASE("abstentions alone have neither mean nor median")
{
    const auto some = statistics_of({"?", "?", "☕"});
    REQUIRE(some.votes == 0);
    REQUIRE(some.abstentions == 3);
    REQUIRE(some.mean == std::nullopt);
    REQUIRE(some.median == std::nullopt);
}

TEST_CASE("votes without a number are votes without mean and median")
{
    const auto sizes = statistics_of({"S", "XL", "S", "?"});
    REQUIRE(sizes.votes == 3);
    REQUIRE(sizes.abstentions == 1);
    REQUIRE(sizes.mean == std::nullopt);
    REQUIRE(sizes.median == std::nullopt);
}

TEST_CASE("in a mixed deck mean and median are of the numbers alone")
{
    const auto mixed = statistics_of({"S", "1", "3"});
    REQUIRE(mixed.votes == 3);
    REQUIRE(mixed.mean == 2.0);
    REQUIRE(mixed.median == 2.0);
}

TEST_CASE("the order of the votes does not matter")
{
    const auto there = statistics_of({"1", "2", "?", "8", "S"});
    const auto back = statistics_of({"S", "8", "?", "2", "1"});
    REQUIRE(there.votes == back.votes);
    REQUIRE(there.abstentions == back.abstentions);
    REQUIRE(there.mean == back.mean);
    REQUIRE(there.median == back.median);
}

} // namespace
} // namespace pajthy
