#include "tests/support/catch.hpp"

#include <pajthy/app/version.hpp>

#include <regex>
#include <string>

using namespace pajthy;

TEST_CASE("the version is three numbers")
{
    const std::regex numbers(R"(\d+\.\d+\.\d+)");
    CHECK(std::regex_match(std::string(program_version()), numbers));
}

TEST_CASE("the commit is twelve digits, or nothing where it isn't known")
{
    const std::regex digits("([0-9a-f]{12})?");
    CHECK(std::regex_match(std::string(program_commit()), digits));
}
