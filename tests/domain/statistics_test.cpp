#include <pajthy/domain/statistics.hpp>

#include "tests/support/catch.hpp"

#include <cstddef>
#include <optional>
#include <string>
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

// A deck, the votes on it, and what is said of them.
struct round_of
{
    std::vector<std::string> choices;
    std::vector<std::string_view> votes;
};

statistics said_of(const round_of& played)
{
    const auto cards = *deck::make(played.choices, 0);
    std::vector<card> votes;
    for (const auto face : played.votes)
        votes.push_back(*cards.find(face));
    return statistics_of(cards, votes);
}

const std::vector<std::string> points{"0", "½",  "1",  "2",   "3", "5",
                                      "8", "13", "20", "100", "?", "☕"};
const std::vector<std::string> sizes{"XS", "S", "M", "L", "XL", "XXL", "?"};
const std::vector<std::string> mixed{"1", "3", "S", "9", "?", "pass", "∞"};

using faces = std::vector<std::string>;

TEST_CASE("without votes there are no numbers")
{
    REQUIRE(said_of({points, {}}) == statistics());
}

TEST_CASE("mean and median are of the votes that are numbers")
{
    struct row
    {
        const char* what;
        round_of played;
        std::optional<double> mean;
        std::optional<double> median;
    };
    for (const row& r : {
             row{"one vote is its own mean and median", {points, {"8"}}, 8, 8},
             row{"0 counts", {points, {"0", "0", "3"}}, 1, 0},
             row{"½ is half and not one", {points, {"½", "½", "2"}}, 1, 0.5},
             row{"two spellings", {{"½", "1/2", "0.5", "2½"}, {"½", "1/2", "0.5", "2½"}}, 1, 0.5},
             row{"the mean is not rounded", {points, {"1", "2"}}, 1.5, 1.5},
             row{"nor is this", {points, {"1", "1", "2"}}, 4.0 / 3, 1},
             row{"an odd count: by value, not by text", {points, {"13", "2", "5"}}, 20.0 / 3, 5},
             row{"five of them", {points, {"100", "8", "13", "1", "20"}}, 28.4, 13},
             row{"an even count: the mid-point", {points, {"5", "2"}}, 3.5, 3.5},
             row{"of the middle two", {points, {"100", "1", "3", "2"}}, 26.5, 2.5},
             row{"which may be the same", {points, {"3", "3", "1", "8"}}, 3.75, 3},
             row{"abstentions stay outside", {points, {"?", "2", "☕", "8"}}, 5, 5},
             row{"only abstentions", {points, {"?", "☕"}}, std::nullopt, std::nullopt},
             row{"sizes are no numbers", {sizes, {"S", "XL"}}, std::nullopt, std::nullopt},
             row{"a mixed deck: the numbers alone", {mixed, {"S", "1", "3"}}, 2, 2},
         })
    {
        CAPTURE(r.what);
        const auto said = said_of(r.played);
        REQUIRE(said.mean == r.mean);
        REQUIRE(said.median == r.median);
    }
}

TEST_CASE("abstentions are counted apart from votes")
{
    struct row
    {
        round_of played;
        std::size_t votes;
        std::size_t abstentions;
    };
    for (const row& r : {
             row{{points, {"?", "2", "☕", "8"}}, 2, 2},
             row{{points, {"?", "?"}}, 0, 2},
             row{{mixed, {"pass", "∞", "?", "1"}}, 1, 3},
             row{{sizes, {"S", "S"}}, 2, 0},
         })
    {
        const auto said = said_of(r.played);
        REQUIRE(said.votes == r.votes);
        REQUIRE(said.abstentions == r.abstentions);
    }
}

TEST_CASE("of abstentions alone nothing else is said")
{
    auto said = said_of({points, {"?", "☕", "?"}});
    REQUIRE(said.abstentions == 3);
    said.abstentions = 0;
    REQUIRE(said == statistics());
}

TEST_CASE("an ordinal deck has a middle card, or two, and never an invented one")
{
    REQUIRE(said_of({sizes, {"S"}}).middle == faces{"S"});
    REQUIRE(said_of({sizes, {"XL", "XS", "M"}}).middle == faces{"M"});
    REQUIRE(said_of({sizes, {"L", "S"}}).middle == faces{"S", "L"});
    REQUIRE(said_of({sizes, {"M", "XS", "XL", "M"}}).middle == faces{"M"});
    REQUIRE(said_of({sizes, {"XXL", "S", "?", "L", "XS"}}).middle == faces{"S", "L"});
    REQUIRE(said_of({sizes, {"?", "?"}}).middle.empty());
}

TEST_CASE("a numeric deck has its median and no middle card, abstentions on it or not")
{
    REQUIRE(said_of({points, {"1", "2", "?"}}).middle.empty());
    REQUIRE(said_of({mixed, {"1", "9"}}).middle == faces{"1", "9"});
}

TEST_CASE("the modes are the most frequent cards, ties in the order of their values")
{
    REQUIRE(said_of({points, {"5"}}).modes == faces{"5"});
    REQUIRE(said_of({points, {"5", "8", "5"}}).modes == faces{"5"});
    REQUIRE(said_of({points, {"8", "5", "8", "5", "1"}}).modes == faces{"5", "8"});
    REQUIRE(said_of({points, {"13", "0", "½"}}).modes == faces{"0", "½", "13"});
    REQUIRE(said_of({points, {"?", "?", "5"}}).modes == faces{"5"});
    REQUIRE(said_of({{"8", "2", "5"}, {"8", "2"}}).modes == faces{"2", "8"});
}

TEST_CASE("the range is of real votes, and its spread counts steps of the deck")
{
    REQUIRE(said_of({points, {"5"}}).range == card_range{"5", "5", 0});
    REQUIRE(said_of({points, {"8", "3", "5"}}).range == card_range{"3", "8", 2});
    REQUIRE(said_of({points, {"0", "1", "?"}}).range == card_range{"0", "1", 2});
    REQUIRE(said_of({points, {"100", "0"}}).range == card_range{"0", "100", 9});
    REQUIRE(said_of({sizes, {"XXL", "S", "?"}}).range == card_range{"S", "XXL", 4});
    REQUIRE(said_of({{"8", "?", "2", "5"}, {"8", "2"}}).range == card_range{"2", "8", 2});
}

TEST_CASE("the nearest card is the one whose number is next to the mean, the higher of two")
{
    REQUIRE(said_of({points, {"5"}}).nearest == "5");
    REQUIRE(said_of({points, {"3", "3", "8"}}).nearest == "5");
    REQUIRE(said_of({points, {"3", "5"}}).nearest == "5");
    REQUIRE(said_of({points, {"0", "½"}}).nearest == "½");
    REQUIRE(said_of({points, {"20", "100"}}).nearest == "100");
    REQUIRE(said_of({sizes, {"S", "L"}}).nearest == "");
    REQUIRE(said_of({mixed, {"S", "3", "1"}}).nearest == "3");
}

TEST_CASE("agreement is the share of real votes on the most frequent card, from two on")
{
    REQUIRE(said_of({points, {"5"}}).agreement == std::nullopt);
    REQUIRE(said_of({points, {"5", "?"}}).agreement == std::nullopt);
    REQUIRE(said_of({points, {"5", "5"}}).agreement == 100u);
    REQUIRE(said_of({points, {"5", "8"}}).agreement == 50u);
    REQUIRE(said_of({points, {"5", "8", "5"}}).agreement == 67u);
    REQUIRE(said_of({sizes, {"S", "M", "L", "?"}}).agreement == 33u);
}

TEST_CASE("the order of the votes does not matter")
{
    REQUIRE(said_of({mixed, {"1", "3", "?", "9", "S"}}) ==
            said_of({mixed, {"S", "9", "?", "3", "1"}}));
}

} // namespace
} // namespace pajthy
