#include <pajthy/domain/statistics.hpp>

#include "tests/support/catch.hpp"

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{
namespace
{

// A deck, the votes on it, and what is said of them.
struct round_of
{
    std::vector<std::string> choices;
    std::vector<std::string_view> votes;
};

statistics said_of(const round_of& played)
{
    const auto cards = *deck::make(played.choices, 0);
    std::vector<choice_index> votes;
    for (const auto face : played.votes)
        votes.push_back(*cards.find(face));
    auto said = statistics_of(cards, votes);
    REQUIRE(range_of(cards, votes) == said.range);
    return said;
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

TEST_CASE("mean and median are of all real votes, if each of them is a number")
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
             row{"one vote without a number", {mixed, {"S", "1", "3"}}, std::nullopt, std::nullopt},
             row{"a mixed deck, but numbers are chosen", {mixed, {"9", "1", "?"}}, 5, 5},
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
    REQUIRE(said_of({points, {"5"}}).range == choice_range{"5", "5", 0});
    REQUIRE(said_of({points, {"8", "3", "5"}}).range == choice_range{"3", "8", 2});
    REQUIRE(said_of({points, {"0", "1", "?"}}).range == choice_range{"0", "1", 2});
    REQUIRE(said_of({points, {"100", "0"}}).range == choice_range{"0", "100", 9});
    REQUIRE(said_of({sizes, {"XXL", "S", "?"}}).range == choice_range{"S", "XXL", 4});
    REQUIRE(said_of({{"8", "?", "2", "5"}, {"8", "2"}}).range == choice_range{"2", "8", 2});
}

TEST_CASE("the nearest card is the one whose number is next to the mean, the higher of two")
{
    REQUIRE(said_of({points, {"5"}}).nearest == "5");
    REQUIRE(said_of({points, {"3", "3", "8"}}).nearest == "5");
    REQUIRE(said_of({points, {"3", "5"}}).nearest == "5");
    REQUIRE(said_of({points, {"0", "½"}}).nearest == "½");
    REQUIRE(said_of({points, {"20", "100"}}).nearest == "100");
    REQUIRE(said_of({sizes, {"S", "L"}}).nearest == "");
    REQUIRE(said_of({mixed, {"3", "1"}}).nearest == "3");
    REQUIRE(said_of({mixed, {"S", "3", "1"}}).nearest == "");
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

// What a round says in one line: its mean and median as people read them, or its middle.
struct deck_row
{
    const char* what;
    faces choices;
    std::vector<std::string_view> votes;
    const char* mean; // "" for none
    const char* median;
    faces middle;
    std::size_t abstentions;
};

std::string rounded(std::optional<double> value)
{
    if (!value)
        return "";
    char text[64];
    std::snprintf(text, sizeof text, "%.2f", std::round(*value * 100) / 100 + 0.0);
    return text;
}

TEST_CASE("decks as teams write them, and what is said of their votes")
{
    const deck_row rows[] = {
        {"Fibonacci", {"1", "2", "3", "5", "8", "?"}, {"3", "5", "8"}, "5.33", "5.00", {}, 0},
        {"half a point", {"0", "½", "1", "2"}, {"½", "1"}, "0.75", "0.75", {}, 0},
        {"a decimal comma", {"0,5", "1", "2"}, {"0,5", "2"}, "1.25", "1.25", {}, 0},
        {"more of them", {"0,25", "0,5", "1,5"}, {"0,25", "1,5"}, "0.88", "0.88", {}, 0},
        {"an eighth by comma", {"0,125", "1"}, {"0,125", "0,125"}, "0.13", "0.13", {}, 0},
        {"a decimal point", {"0.5", "1.5", "2.5"}, {"0.5", "2.5"}, "1.50", "1.50", {}, 0},
        {"both", {"0.5", "1,5"}, {"0.5", "1,5"}, "1.00", "1.00", {}, 0},
        {"thirds", {"⅓", "⅔", "1"}, {"⅓", "⅔", "1"}, "0.67", "0.67", {}, 0},
        {"quarters", {"¼", "½", "¾"}, {"¼", "¾", "¾"}, "0.58", "0.75", {}, 0},
        {"fifths", {"⅕", "⅖", "⅗", "⅘"}, {"⅕", "⅖", "⅗", "⅘"}, "0.50", "0.50", {}, 0},
        {"sixths", {"⅙", "⅚"}, {"⅙", "⅚"}, "0.50", "0.50", {}, 0},
        {"eighths", {"⅛", "⅜", "⅝", "⅞"}, {"⅛", "⅜", "⅞"}, "0.46", "0.38", {}, 0},
        {"rare ones", {"⅐", "⅑", "⅒", "↉"}, {"⅒", "↉"}, "0.05", "0.05", {}, 0},
        {"one and a half", {"1", "1½", "2"}, {"1½", "2"}, "1.75", "1.75", {}, 0},
        {"with a space", {"1", "1 ½", "2"}, {"1 ½", "1"}, "1.25", "1.25", {}, 0},
        {"in three signs", {"1", "1 1/2", "2"}, {"1 1/2", "2"}, "1.75", "1.75", {}, 0},
        {"a slash", {"1/2", "3/4"}, {"1/2", "3/4"}, "0.63", "0.63", {}, 0},
        {"a fraction slash", {"1\u20442", "1"}, {"1\u20442", "1"}, "0.75", "0.75", {}, 0},
        {"below zero", {"-1", "0", "1"}, {"-1", "-1", "1"}, "-0.33", "-1.00", {}, 0},
        {"a typeset minus", {"−2", "−1", "0"}, {"−2", "0"}, "-1.00", "-1.00", {}, 0},
        {"below zero by a half", {"-½", "½"}, {"-½", "½"}, "0.00", "0.00", {}, 0},
        {"minus nothing", {"-0", "1"}, {"-0", "-0"}, "0.00", "0.00", {}, 0},
        {"nothing counts", {"0", "1", "2"}, {"0", "0", "1"}, "0.33", "0.00", {}, 0},
        {"full width", {"１", "２", "５"}, {"１", "５"}, "3.00", "3.00", {}, 0},
        {"full width, with a comma", {"０，５", "１"}, {"０，５", "１"}, "0.75", "0.75", {}, 0},
        {"Arabic", {"١", "٢", "٣", "٥"}, {"٢", "٥"}, "3.50", "3.50", {}, 0},
        {"Arabic, with its point", {"٠٫٥", "١"}, {"٠٫٥", "١"}, "0.75", "0.75", {}, 0},
        {"Persian", {"۱", "۲", "۳"}, {"۱", "۳"}, "2.00", "2.00", {}, 0},
        {"Hindi", {"१", "२", "१३"}, {"२", "१३"}, "7.50", "7.50", {}, 0},
        {"Bengali", {"১", "৮"}, {"১", "৮"}, "4.50", "4.50", {}, 0},
        {"Thai", {"๑", "๒", "๘"}, {"๒", "๘"}, "5.00", "5.00", {}, 0},
        {"bold digits", {"𝟏", "𝟖"}, {"𝟏", "𝟖"}, "4.50", "4.50", {}, 0},
        {"a question", {"1", "2", "?"}, {"1", "?", "2"}, "1.50", "1.50", {}, 1},
        {"a wide question", {"1", "2", "？"}, {"1", "？", "2"}, "1.50", "1.50", {}, 1},
        {"coffee of two kinds",
         {"1", "☕", "☕\uFE0F"},
         {"☕", "☕\uFE0F", "1"},
         "1.00",
         "1.00",
         {},
         2},
        {"without end", {"1", "∞"}, {"1", "∞", "1"}, "1.00", "1.00", {}, 1},
        {"pass", {"1", "Pass", "PASS"}, {"Pass", "1", "PASS"}, "1.00", "1.00", {}, 2},
        {"nobody says a thing", {"1", "?", "☕"}, {"?", "☕"}, "", "", {}, 2},
        {"sizes", {"XS", "S", "M", "L"}, {"S", "L", "M"}, "", "", {"M"}, 0},
        {"sizes, an even count", {"XS", "S", "M", "L"}, {"S", "L"}, "", "", {"S", "L"}, 0},
        {"hands", {"👍", "👌", "👎"}, {"👍", "👎", "👎"}, "", "", {"👎"}, 0},
        {"lights", {"🔴", "🟡", "🟢"}, {"🔴", "🔴", "🟢"}, "", "", {"🔴"}, 0},
        {"an epic is chosen", {"1", "2", "Epic"}, {"1", "2", "Epic"}, "", "", {"2"}, 0},
        {"an epic is not", {"1", "2", "Epic"}, {"1", "2", "2"}, "1.67", "2.00", {"2"}, 0},
        {"an epic, and a question",
         {"1", "Epic", "?"},
         {"Epic", "?", "1"},
         "",
         "",
         {"1", "Epic"},
         1},
        {"days", {"1 day", "2 days"}, {"1 day", "2 days"}, "", "", {"1 day", "2 days"}, 0},
        {"thousands or thousandths", {"1,000", "2,000"}, {"1,000"}, "", "", {"1,000"}, 0},
        {"by nothing", {"1/0", "1"}, {"1/0", "1", "1"}, "", "", {"1"}, 0},
        {"a heart is chosen", {"1", "❤️"}, {"❤️", "1", "❤️"}, "", "", {"❤️"}, 0},
    };
    for (const auto& r : rows)
    {
        CAPTURE(r.what);
        const auto said = said_of({r.choices, r.votes});
        REQUIRE(rounded(said.mean) == r.mean);
        REQUIRE(rounded(said.median) == r.median);
        REQUIRE(said.middle == r.middle);
        REQUIRE(said.abstentions == r.abstentions);
        REQUIRE(said.votes + said.abstentions == r.votes.size());
    }
}

TEST_CASE("the order of the votes does not matter")
{
    REQUIRE(said_of({mixed, {"1", "3", "?", "9", "S"}}) ==
            said_of({mixed, {"S", "9", "?", "3", "1"}}));
}

} // namespace
} // namespace pajthy
