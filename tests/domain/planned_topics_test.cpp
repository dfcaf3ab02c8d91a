#include <pajthy/domain/planned_topics.hpp>

#include "tests/support/catch.hpp"

namespace pajthy
{
namespace
{

TEST_CASE("each change of the planned topics has a version")
{
    planned_topics topics;
    REQUIRE(topics.version() == 0);
    REQUIRE(topics.replace({"login", "logout"}, 0).has_value());
    REQUIRE(topics.version() == 1);
    REQUIRE(topics.replace({"logout"}, {}).has_value());
    REQUIRE(topics.version() == 2);
    REQUIRE(topics.list() == text_list{"logout"});
}

TEST_CASE("planned topics that changed meanwhile are not replaced")
{
    planned_topics topics;
    topics.replace({"login"}, {}).value();
    REQUIRE(topics.replace({"logout"}, 0).error() == errc::topics_changed);
    REQUIRE(topics.list() == text_list{"login"});
    REQUIRE(topics.version() == 1);
}

TEST_CASE("a planned topic is removed once, the first of two")
{
    planned_topics topics({"login", "logout", "login"}, 4);
    REQUIRE(topics.remove("login"));
    REQUIRE(topics.list() == text_list{"logout", "login"});
    REQUIRE(topics.version() == 5);
    REQUIRE_FALSE(topics.remove("search"));
    REQUIRE(topics.version() == 5);
}

} // namespace
} // namespace pajthy
