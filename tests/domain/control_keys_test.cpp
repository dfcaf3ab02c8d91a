#include <pajthy/domain/control_keys.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

// "1 3": the numbers of the keys, the oldest first.
std::string numbers(const control_keys& keys)
{
    std::string out;
    for (const auto& k : keys.all())
        out += (out.empty() ? "" : " ") + std::to_string(k.number);
    return out;
}

control_keys three_keys()
{
    control_keys out(key_of("first"));
    out.mint(key_of("second"), 1, 0);
    out.mint(key_of("third"), 1, 0);
    return out;
}

TEST_CASE("control keys begin with number 1")
{
    const control_keys keys(key_of("first"));
    REQUIRE(keys.size() == 1);
    REQUIRE(keys.has(1));
    REQUIRE_FALSE(keys.has(2));
    REQUIRE(keys.find(key_of("first")) == 1u);
    REQUIRE(keys.find(key_of("second")) == std::nullopt);
}

TEST_CASE("a minted control key is found by its secret, beside the others")
{
    const auto keys = three_keys();
    REQUIRE(numbers(keys) == "1 2 3");
    REQUIRE(keys.find(key_of("first")) == 1u);
    REQUIRE(keys.find(key_of("third")) == 3u);
    REQUIRE(keys.last_number() == 3);
}

TEST_CASE("one control key too many revokes the oldest, but not the caller's")
{
    auto keys = three_keys();
    REQUIRE(keys.mint(key_of("fourth"), 1, 3) == 2u);
    REQUIRE(numbers(keys) == "1 3 4");
    REQUIRE(keys.mint(key_of("fifth"), 4, 3) == 1u);
    REQUIRE(numbers(keys) == "3 4 5");
    REQUIRE(keys.mint(key_of("sixth"), 4, 4) == std::nullopt);
}

TEST_CASE("the only control key goes for a new one though it is the caller's")
{
    control_keys keys(key_of("first"));
    REQUIRE(keys.mint(key_of("second"), 1, 1) == 1u);
    REQUIRE(numbers(keys) == "2");
}

TEST_CASE("all control keys but the caller's are revoked, and no number comes back")
{
    auto keys = three_keys();
    REQUIRE(keys.revoke_others(2) == std::vector<control_key_number>{1, 3});
    REQUIRE(numbers(keys) == "2");
    REQUIRE(keys.revoke_others(2).empty());
    REQUIRE(keys.revoke_others(std::nullopt) == std::vector<control_key_number>{2});
    REQUIRE(keys.size() == 0);
    keys.mint(key_of("fourth"), std::nullopt, 0);
    REQUIRE(numbers(keys) == "4");
}

} // namespace
} // namespace pajthy
