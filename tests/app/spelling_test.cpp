#include "tests/support/catch.hpp"

#include <pajthy/app/spelling.hpp>

using namespace pajthy;

TEST_CASE("the nearest name is the one that takes the fewest changes of a letter")
{
    const std::vector<std::string> known{"--port", "--max-sessions", "--max-fields"};
    CHECK(nearest("--prot", known) == "--port");
    CHECK(nearest("--pot", known) == "--port");
    CHECK(nearest("--porrt", known) == "--port");
    CHECK(nearest("--max-session", known) == "--max-sessions");
    CHECK(nearest("--max-field", known) == "--max-fields");
    CHECK(nearest("--port", known) == "--port");
}

TEST_CASE("a name that is like no other has no nearest")
{
    CHECK(nearest("--verbose", {"--port", "--version"}).empty());
    CHECK(nearest("", {"--port"}).empty());
    CHECK(nearest("--port", {}).empty());
}
