#include <pajthy/domain/deck.hpp>

#include "tests/support/catch.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace pajthy
{
namespace
{

std::vector<std::string> numbers(std::size_t count)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(std::to_string(i));
    return out;
}

TEST_CASE("a deck keeps its choices in the order in which they were given")
{
    REQUIRE(deck::make({"XL", "S", "?", "M"}, 64).value().choices() ==
            text_list{"XL", "S", "?", "M"});
}

TEST_CASE("each choice of a deck is cleaned")
{
    REQUIRE(deck::make({" 1 ", "not  sure\n"}, 64).value().choices() == text_list{"1", "not sure"});
}

TEST_CASE("a deck of emoji is fine")
{
    REQUIRE(deck::make({"👍", "👌", "🤷", "👎", "🖕", "☕", "❤️"}, 64).value().choices() ==
            text_list{"👍", "👌", "🤷", "👎", "🖕", "☕", "❤️"});
}

TEST_CASE("a deck needs a choice")
{
    REQUIRE(deck::make({}, 64).error() == errc::no_choices);
    REQUIRE(deck::make({}, 0).error() == errc::no_choices);
}

TEST_CASE("a choice that is empty, too long or not UTF-8 is a bad choice")
{
    for (const auto& bad : {std::string(), std::string("  "), std::string(65, 'a'),
                            std::string("\xFF"), std::string("\xED\xA0\x80")})
        REQUIRE(deck::make({"1", bad}, 64).error() == errc::bad_choice);
}

TEST_CASE("a choice of 64 code points is fine")
{
    REQUIRE(deck::make({std::string(64, 'a')}, 64).has_value());
}

TEST_CASE("a choice with characters that are not allowed is a forbidden choice")
{
    for (const auto* const forbidden : {"1\u0007", "\u202E5", "a\nb", "\u0301"})
        REQUIRE(deck::make({"1", forbidden}, 64).error() == errc::forbidden_choice);
}

TEST_CASE("a choice that stands twice is refused")
{
    REQUIRE(deck::make({"1", "2", "1"}, 64).error() == errc::duplicate_choice);
}

TEST_CASE("choices that are the same once they are clean are refused")
{
    REQUIRE(deck::make({"1", " 1"}, 64).error() == errc::duplicate_choice);
    REQUIRE(deck::make({"not sure", "not\u00A0 sure"}, 64).error() == errc::duplicate_choice);
    REQUIRE(deck::make({"José", "Jose\u0301"}, 64).error() == errc::duplicate_choice);
    REQUIRE(deck::make({"small", "sm\u00ADall\u200B"}, 64).error() == errc::duplicate_choice);
}

TEST_CASE("of several choices, the one that is refused is named")
{
    struct row
    {
        std::vector<std::string> choices;
        std::size_t refused;
    };
    for (const row& r :
         {row{{"1", "2", "1"}, 3}, row{{"1", "a\u202Eb", "3"}, 2}, row{{" ", "2"}, 1},
          row{{"1", std::string(65, 'a')}, 2}, row{{}, 0}, row{{"1", "2"}, 0}})
    {
        std::size_t refused = 0;
        const auto made = deck::make(r.choices, 64, &refused);
        REQUIRE(made.has_value() == (r.choices.size() == 2 && r.refused == 0));
        REQUIRE(refused == r.refused);
    }
    std::size_t refused = 0;
    REQUIRE(deck::make({"1", "2"}, 1, &refused).error() == errc::too_many_choices);
    REQUIRE(refused == 0);
}

TEST_CASE("choices that differ in the case of a letter are two choices")
{
    REQUIRE(deck::make({"s", "S"}, 64).has_value());
}

TEST_CASE("long choices that differ at their ends alone are two choices")
{
    REQUIRE(deck::make({std::string(63, 'a') + "b", std::string(63, 'a') + "c"}, 64).has_value());
}

TEST_CASE("a deck has at most as many choices as its limit says")
{
    REQUIRE(deck::make(numbers(64), 64).has_value());
    REQUIRE(deck::make(numbers(65), 64).error() == errc::too_many_choices);
}

TEST_CASE("a deck without a limit has at most 65,535 choices")
{
    REQUIRE(deck::make(numbers(65'535), 0).has_value());
    REQUIRE(deck::make(numbers(65'536), 0).error() == errc::too_many_choices);
}

TEST_CASE("a card is found by its face")
{
    const auto cards = deck::make({"1", "2", "½"}, 64).value();
    REQUIRE(cards.find("1") == choice_index{0});
    REQUIRE(cards.find("½") == choice_index{2});
    REQUIRE(cards.choice(2) == "½");
}

TEST_CASE("a card is found by exactly its face and nothing else")
{
    const auto cards = deck::make({"1", "not sure"}, 64).value();
    for (const auto* const other : {"", "3", " 1", "1 ", "01", "Not sure", "not", "not sure?"})
        REQUIRE_FALSE(cards.find(other).has_value());
}

} // namespace
} // namespace pajthy
