#include <pajthy/domain/text_list.hpp>

#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace pajthy
{
namespace
{

std::vector<std::string> texts_of(const text_list& list)
{
    return {list.begin(), list.end()};
}

using texts = std::vector<std::string>;

TEST_CASE("a list of texts gives them back in their order")
{
    text_list list{"½", "not sure", "?"};
    list.push_back("☕");
    REQUIRE(texts_of(list) == texts{"½", "not sure", "?", "☕"});
    REQUIRE(list.size() == 4);
    REQUIRE_FALSE(list.empty());
}

TEST_CASE("a new list of texts is empty, and so is one that was cleared")
{
    text_list list;
    REQUIRE(list.empty());
    REQUIRE(list.size() == 0);
    REQUIRE(list.begin() == list.end());
    list.push_back("a");
    list.clear();
    REQUIRE(texts_of(list).empty());
}

TEST_CASE("a text is taken out of a list wherever it stands")
{
    for (const std::string gone : {"a", "bb", "ccc"})
    {
        text_list list{"a", "bb", "ccc"};
        texts rest{"a", "bb", "ccc"};
        list.erase(std::find(list.begin(), list.end(), gone));
        rest.erase(std::find(rest.begin(), rest.end(), gone));
        CHECK(texts_of(list) == rest);
    }
}

TEST_CASE("a list that begins with another goes on behind it")
{
    const text_list list{"a", "bb", "ccc"};
    REQUIRE(*list.behind({}).value() == "a");
    REQUIRE(*list.behind({"a", "bb"}).value() == "ccc");
    REQUIRE(list.behind(list).value() == list.end());
}

TEST_CASE("a list that doesn't begin with another goes on nowhere")
{
    const text_list list{"a", "bb", "ccc"};
    REQUIRE_FALSE(list.behind({"bb"}).has_value());
    REQUIRE_FALSE(list.behind({"a", "b"}).has_value());
    REQUIRE_FALSE(list.behind({"a", "bb", "ccc", "d"}).has_value());
}

TEST_CASE("lists are equal if their texts are")
{
    REQUIRE(text_list{"a", "b"} == text_list{"a", "b"});
    REQUIRE_FALSE(text_list{"a", "b"} == text_list{"ab"});
}

} // namespace
} // namespace pajthy
