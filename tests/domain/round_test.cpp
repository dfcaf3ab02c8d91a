#include <pajthy/domain/round.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

namespace pajthy
{
namespace
{

using namespace test;

TEST_CASE("before the first start there is no round")
{
    const round r;
    REQUIRE(r.number() == 0);
    REQUIRE(r.stage() == round_stage::none);
    REQUIRE(r.topic().empty());
    REQUIRE(r.attempt() == 1);
    REQUIRE_FALSE(r.ends());
}

TEST_CASE("a round has its topic and its attempt while it is open or revealed")
{
    round r;
    r.start("login", 2, 1, at(3));
    REQUIRE(r.number() == 1);
    REQUIRE(r.is_open());
    REQUIRE(r.topic() == "login");
    REQUIRE(r.attempt() == 2);
    REQUIRE(r.attempt_before() == 1);
    REQUIRE(r.started() == at(3));

    r.enter(round_stage::revealed);
    REQUIRE(r.is_revealed());
    REQUIRE(r.topic() == "login");

    r.enter(round_stage::none);
    REQUIRE(r.topic().empty());
    REQUIRE(r.attempt() == 1);
    REQUIRE(r.last_topic() == "login");
    REQUIRE(r.last_attempt() == 2);
}

TEST_CASE("only an open round has a timer")
{
    round r;
    r.start("", 1, 0, at(0));
    r.end_at(at(60));
    REQUIRE(r.ends() == at(60));
    r.end_at({});
    REQUIRE_FALSE(r.ends());
    r.end_at(at(60));
    r.enter(round_stage::revealed);
    REQUIRE_FALSE(r.ends());

    r.start("", 1, 0, at(1));
    r.end_at(at(60));
    r.start("", 1, 0, at(2));
    REQUIRE_FALSE(r.ends());
}

TEST_CASE("a round is what its record says")
{
    round r;
    r.start("login", 2, 1, at(3));
    REQUIRE(r.record() == round_record{1, 2, 1, round_stage::open, "login", at(3), {}});
    r.end_at(at(60));
    const round again(r.record());
    REQUIRE(again.record() == r.record());
    REQUIRE(again.ends() == at(60));
}

} // namespace
} // namespace pajthy
