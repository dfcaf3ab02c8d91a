#include <pajthy/assets/language.hpp>

#include "tests/support/catch.hpp"

#include <string_view>

namespace pajthy
{
namespace
{

constexpr std::string_view offered[] = {"en", "hu", "de", "pt-BR", "ja"};

std::string_view accepted(std::string_view accept)
{
    return language_for({"", accept}, offered);
}

TEST_CASE("a reader gets the language that the browser likes best and that there is")
{
    CHECK(accepted("hu") == "hu");
    CHECK(accepted("hu-HU,hu;q=0.9,en-US;q=0.8,en;q=0.7") == "hu");
    CHECK(accepted("fr-CH, fr;q=0.9, de;q=0.7, en;q=0.6") == "de");
    CHECK(accepted("en;q=0.5, ja;q=0.6") == "ja");
    CHECK(accepted("de, hu") == "de");
    CHECK(accepted("HU") == "hu");
    CHECK(accepted(" ja ; q=0.4 , xx") == "ja");
}

TEST_CASE("the same language of another country is near enough")
{
    CHECK(accepted("pt") == "pt-BR");
    CHECK(accepted("pt-PT, en;q=0.9") == "pt-BR");
    CHECK(accepted("de-AT") == "de");
    CHECK(accepted("ja-Jpan-JP") == "ja");
    CHECK(accepted("pt-BR") == "pt-BR");
}

TEST_CASE("who reads none of them, or doesn't say, gets the first")
{
    CHECK(accepted("") == "en");
    CHECK(accepted("fi, sv") == "en");
    CHECK(accepted("*") == "en");
    CHECK(accepted("hu;q=0") == "en");
    CHECK(accepted("hungarian") == "en");
    CHECK(accepted(",;,q=,-,;;q=9") == "en");
    CHECK(accepted("hu;q=x") == "hu"); // no weight at all is 1
    CHECK(accepted("hu;q=nan, de;q=0.1") == "de");
    CHECK(accepted("hu;q=nan") == "en");
}

TEST_CASE("what was chosen goes before what the browser asks for")
{
    CHECK(language_for({"hu", "de"}, offered) == "hu");
    CHECK(language_for({"pt", "de"}, offered) == "pt-BR");
    CHECK(language_for({"tlh", "de"}, offered) == "de");
    CHECK(language_for({"", "de"}, offered) == "de");
    CHECK(language_for({"en", "de"}, offered) == "en");
}

TEST_CASE("the choice stands in a cookie among others")
{
    CHECK(chosen_language("pajthy_language=hu") == "hu");
    CHECK(chosen_language("a=b; pajthy_language=pt-BR; c=d") == "pt-BR");
    CHECK(chosen_language("") == "");
    CHECK(chosen_language("pajthy_language") == "");
    CHECK(chosen_language("pajthy_languages=hu; xpajthy_language=de") == "");
}

} // namespace
} // namespace pajthy
