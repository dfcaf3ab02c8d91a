#include "tests/support/catch.hpp"

#include <pajthy/handler/progress_pace.hpp>

#include <string>
#include <vector>

using namespace pajthy;
using std::chrono::milliseconds;

namespace
{

const time_point start{std::chrono::hours(1)};
const std::vector<std::string> nobody;
const std::vector<std::string> the_room{"room"};

} // namespace

TEST_CASE("the first progress may be told at once")
{
    const progress_pace pace;
    CHECK(pace.may_tell("room", start));
}

TEST_CASE("a second progress within 250 ms waits, and is due then, once")
{
    progress_pace pace;
    pace.told("room", 5, start);
    CHECK_FALSE(pace.may_tell("room", start + milliseconds(249)));
    pace.wait("room");
    pace.wait("room");
    CHECK(pace.due(start + milliseconds(249)) == nobody);
    CHECK(pace.due(start + milliseconds(250)) == the_room);
    CHECK(pace.due(start + milliseconds(500)) == nobody);
}

TEST_CASE("after 250 ms a progress may be told at once")
{
    progress_pace pace;
    pace.told("room", 5, start);
    CHECK(pace.may_tell("room", start + milliseconds(250)));
}

TEST_CASE("a session with nothing to tell is never due")
{
    progress_pace pace;
    pace.told("room", 5, start);
    CHECK(pace.due(start + milliseconds(250)) == nobody);
}

TEST_CASE("what was told late starts the next 250 ms")
{
    progress_pace pace;
    pace.told("room", 5, start);
    pace.wait("room");
    REQUIRE(pace.due(start + milliseconds(300)) == the_room);
    pace.told("room", 5, start + milliseconds(300));
    pace.wait("room");
    CHECK(pace.due(start + milliseconds(549)) == nobody);
    CHECK(pace.due(start + milliseconds(550)) == the_room);
}

TEST_CASE("what was told is not told again because something had waited")
{
    progress_pace pace;
    pace.told("room", 5, start);
    pace.wait("room");
    pace.told("room", 5, start + milliseconds(250));
    CHECK(pace.due(start + milliseconds(900)) == nobody);
}

TEST_CASE("what is dropped is never due")
{
    progress_pace pace;
    pace.told("room", 5, start);
    pace.wait("room");
    pace.drop("room");
    CHECK(pace.due(start + milliseconds(250)) == nobody);
}

TEST_CASE("a drop does not quicken the pace")
{
    progress_pace pace;
    pace.told("room", 5, start);
    pace.drop("room");
    CHECK_FALSE(pace.may_tell("room", start + milliseconds(100)));
}

TEST_CASE("sessions have a pace of their own")
{
    progress_pace pace;
    pace.told("one", 5, start);
    CHECK(pace.may_tell("two", start));
    pace.told("two", 5, start);
    pace.wait("two");
    pace.drop("one");
    CHECK(pace.due(start + milliseconds(250)) == std::vector<std::string>{"two"});
}

TEST_CASE("a session of thousands has a slower pace")
{
    CHECK(progress_pace::interval(1) == milliseconds(250));
    CHECK(progress_pace::interval(500) == milliseconds(250));
    CHECK(progress_pace::interval(5'000) == milliseconds(2'500));

    progress_pace pace;
    pace.told("room", 5'000, start);
    CHECK_FALSE(pace.may_tell("room", start + milliseconds(2'499)));
    CHECK(pace.may_tell("room", start + milliseconds(2'500)));
}

TEST_CASE("dropping what nobody knows is nothing")
{
    progress_pace pace;
    pace.drop("nowhere");
    CHECK(pace.due(start) == nobody);
}
