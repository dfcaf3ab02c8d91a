#include <pajthy/domain/round.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <chrono>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;
using std::chrono::seconds;

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
    r.end_in(seconds(60), at(0));
    REQUIRE(r.ends() == at(60));
    REQUIRE(r.left(at(20)) == seconds(40));
    r.end_in({}, at(0));
    REQUIRE_FALSE(r.ends());
    r.end_in(seconds(60), at(0));
    r.enter(round_stage::revealed);
    REQUIRE_FALSE(r.ends());

    r.start("", 1, 0, at(1));
    r.end_in(seconds(60), at(1));
    r.start("", 1, 0, at(2));
    REQUIRE_FALSE(r.ends());
}

TEST_CASE("the timer of a round rests from the first question to the last answer")
{
    round r;
    r.start("", 1, 0, at(0));
    r.end_in(seconds(60), at(0));
    r.ask(7, at(20));
    r.ask(3, at(30));
    REQUIRE(r.questions() == std::vector<seat_number>{7, 3});
    REQUIRE(r.has_question(3));
    REQUIRE_FALSE(r.ends());
    REQUIRE(r.rests() == seconds(40));
    REQUIRE(r.left(at(90)) == seconds(40));
    REQUIRE(r.answer(7, at(100)));
    REQUIRE_FALSE(r.answer(7, at(100)));
    REQUIRE(r.rests() == seconds(40));
    REQUIRE(r.answer(3, at(120)));
    REQUIRE_FALSE(r.rests());
    REQUIRE(r.ends() == at(160));
}

TEST_CASE("a timer that is set while it rests goes on with the last answer")
{
    round r;
    r.start("", 1, 0, at(0));
    r.ask(7, at(20));
    REQUIRE_FALSE(r.rests());
    r.end_in(seconds(30), at(25));
    REQUIRE(r.rests() == seconds(30));
    REQUIRE_FALSE(r.ends());
    r.end_in({}, at(26));
    REQUIRE_FALSE(r.rests());
    r.end_in(seconds(30), at(27));
    r.answer(7, at(50));
    REQUIRE(r.ends() == at(80));
}

TEST_CASE("a question that comes too late for the timer stops it with nothing left")
{
    round r;
    r.start("", 1, 0, at(0));
    r.end_in(seconds(10), at(0));
    r.ask(7, at(11));
    REQUIRE(r.rests() == seconds(0));
    r.answer(7, at(20));
    REQUIRE(r.ends() == at(20));
}

TEST_CASE("a round that is over has no questions")
{
    const auto next = GENERATE(round_stage::none, round_stage::revealed, round_stage::open);
    round r;
    r.start("", 1, 0, at(0));
    r.end_in(seconds(60), at(0));
    r.ask(7, at(1));
    if (next == round_stage::open)
        r.start("", 1, 0, at(2));
    else
        r.enter(next);
    REQUIRE(r.questions().empty());
    REQUIRE_FALSE(r.rests());
    REQUIRE_FALSE(r.ends());
}

TEST_CASE("a round is what its record says")
{
    round r;
    r.start("login", 2, 1, at(3));
    REQUIRE(r.record() == round_record{1, 2, 1, round_stage::open, "login", at(3), {}});
    r.end_in(seconds(57), at(3));
    const round again(r.record());
    REQUIRE(again.record() == r.record());
    REQUIRE(again.ends() == at(60));
    r.ask(2, at(10));
    REQUIRE(round(r.record()).rests() == seconds(50));
    REQUIRE(round(r.record()).questions() == std::vector<seat_number>{2});
}

} // namespace
} // namespace pajthy
