#include "tests/support/catch.hpp"

#include <pajthy/rare_warning.hpp>

using namespace pajthy;

TEST_CASE("a rare warning is due at first, and then once in a while")
{
    const time_point start{std::chrono::hours(1)};
    rare_warning w{std::chrono::seconds(10)};
    CHECK(w.due(start));
    CHECK_FALSE(w.due(start));
    CHECK_FALSE(w.due(start + std::chrono::milliseconds(9'999)));
    CHECK(w.due(start + std::chrono::seconds(10)));
    CHECK_FALSE(w.due(start + std::chrono::seconds(19)));
    CHECK(w.due(start + std::chrono::hours(24)));
}
