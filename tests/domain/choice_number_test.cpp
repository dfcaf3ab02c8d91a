#include <pajthy/domain/choice_number.hpp>

#include "tests/support/catch.hpp"

#include <cmath>
#include <cstddef>
#include <string_view>

namespace pajthy
{
namespace
{

struct numbered
{
    std::string_view face;
    double number;
};

template <std::size_t N>
void require_numbers(const numbered (&rows)[N])
{
    for (const auto& [face, number] : rows)
    {
        CAPTURE(face);
        REQUIRE(number_on(face) == number);
    }
}

TEST_CASE("a card with digits on it is a number")
{
    require_numbers({{"0", 0}, {"1", 1}, {"13", 13}, {"007", 7}, {"12345678", 12'345'678}});
    require_numbers({{"0.5", 0.5}, {"2.75", 2.75}, {".5", 0.5}, {"5.", 5}, {"1.000", 1}});
}

TEST_CASE("a comma is a point, unless it could part thousands")
{
    require_numbers({{"0,5", 0.5},
                     {"1,5", 1.5},
                     {"2,75", 2.75},
                     {",5", 0.5},
                     {"13,0", 13},
                     {"0,125", 0.125},
                     {"1,2345", 1.2345}});
    for (const std::string_view face : {"1,000", "2,500", "10,000", "1,000,000", "1,2,3", "1,2.3"})
    {
        CAPTURE(face);
        REQUIRE_FALSE(number_on(face).has_value());
    }
}

TEST_CASE("half a point is the same number in each of its spellings")
{
    for (const std::string_view face : {"½", "1/2", "0.5", "0,5", ".5", "0½", "0 1/2", "1\u20442",
                                        "1\u22152", "⅟2", "2/4", "０．５", "٠٫٥", "１／２"})
    {
        CAPTURE(face);
        REQUIRE(number_on(face) == 0.5);
    }
}

TEST_CASE("a fraction is a number")
{
    require_numbers({{"3/4", 0.75}, {"3/2", 1.5}, {"0/5", 0}, {"10/4", 2.5}, {"1,5/2", 0.75}});
}

TEST_CASE("the signs of fractions are numbers")
{
    require_numbers({{"¼", 0.25},
                     {"½", 0.5},
                     {"¾", 0.75},
                     {"⅓", 1.0 / 3},
                     {"⅔", 2.0 / 3},
                     {"⅕", 0.2},
                     {"⅖", 0.4},
                     {"⅗", 0.6},
                     {"⅘", 0.8},
                     {"⅙", 1.0 / 6},
                     {"⅚", 5.0 / 6},
                     {"⅐", 1.0 / 7},
                     {"⅛", 0.125},
                     {"⅜", 0.375},
                     {"⅝", 0.625},
                     {"⅞", 0.875},
                     {"⅑", 1.0 / 9},
                     {"⅒", 0.1},
                     {"↉", 0}});
}

TEST_CASE("a fraction adds to the whole number before it")
{
    require_numbers({{"2½", 2.5},
                     {"10¼", 10.25},
                     {"0¾", 0.75},
                     {"2 ½", 2.5},
                     {"1 1/2", 1.5},
                     {"10 3/4", 10.75},
                     {"１ ½", 1.5},
                     {"١½", 1.5},
                     {"3 \u2153", 3 + 1.0 / 3}});
}

TEST_CASE("a minus stands before the whole number")
{
    require_numbers({{"-1", -1},
                     {"−1", -1},
                     {"－１", -1},
                     {"-0.5", -0.5},
                     {"−0,5", -0.5},
                     {"-½", -0.5},
                     {"-1½", -1.5},
                     {"−1 1/2", -1.5},
                     {"-1/2", -0.5}});
    const auto none = number_on("-0");
    REQUIRE(none == 0.0);
    REQUIRE_FALSE(std::signbit(*none));
}

TEST_CASE("digits may be of any script")
{
    require_numbers({{"３", 3}, {"１３", 13}, {"٣", 3}, {"۱۳", 13}, {"१३", 13},
                     {"৮", 8},  {"๕", 5},     {"༣", 3}, {"၅", 5},   {"៥", 5},
                     {"᠓", 3},  {"𝟖", 8},     {"𝟬", 0}, {"𝟿", 9},   {"௩", 3},
                     {"߅", 5},  {"᮹", 9},     {"꩕", 5}, {"𑁯", 9},   {"𞥓", 3}});
}

TEST_CASE("what looks like a number to a parser but not to people is none")
{
    for (const std::string_view face :
         {"1e5",           "1E5",   "inf",   "INF",   "infinity", "nan", "NaN", "+1",    "0x10",
          "1'000",         "1_000", "1.2.3", ".",     "..",       ",",   "-",   "−",     "--1",
          "- 1",           "1/0",   "0/0",   "1/0.0", "1/",       "/2",  "/",   "1/2/3", "1/½",
          "½/2",           "½1",    "½½",    "x½",    "1 ",       " 1",  "1 2", "1 2/",  "1 /2",
          "1  ½",          "1.5 ½", "½ 1",   "1-",    "1½½",      "²",   "①",   "Ⅷ",     "一",
          "1\uFE0F\u20E3", "⅟",     "5€",    "1 1/0", "1,5½"})
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
    for (const std::string_view face : {"?", "？", "☕", "☕\uFE0F", "☕\uFE0E", "∞", "∞\uFE0E",
                                        "pass", "Pass", "PASS", "ｐａｓｓ", "❓", "❔", "♾\uFE0F"})
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

} // namespace
} // namespace pajthy
