#include "tests/support/catch.hpp"

#include <pajthy/handler/progress_pace.hpp>

using namespace pajthy;
using std::chrono::milliseconds;

namespace
{

const time_point start{std::chrono::hours(1)};

progress_pace::news news(version seq, std::string session = "room")
{
    return {std::move(session), seq, {}};
}

} // namespace

TEST_CASE("the first progress goes out at once")
{
    progress_pace pace;
    const auto out = pace.offer(news(7), start);
    REQUIRE(out);
    CHECK(out->session == "room");
    CHECK(out->seq == 7);
}

TEST_CASE("a second progress within 250 ms waits, and only the newest is told")
{
    progress_pace pace;
    pace.offer(news(1), start);
    CHECK_FALSE(pace.offer(news(2), start + milliseconds(10)));
    CHECK_FALSE(pace.offer(news(3), start + milliseconds(249)));
    CHECK(pace.due(start + milliseconds(249)).empty());
    const auto due = pace.due(start + milliseconds(250));
    REQUIRE(due.size() == 1);
    CHECK(due.front().seq == 3);
    CHECK(pace.due(start + milliseconds(500)).empty());
}

TEST_CASE("what was told late starts the next 250 ms")
{
    progress_pace pace;
    pace.offer(news(1), start);
    pace.offer(news(2), start + milliseconds(100));
    REQUIRE(pace.due(start + milliseconds(300)).size() == 1);
    CHECK_FALSE(pace.offer(news(3), start + milliseconds(549)));
    CHECK(pace.due(start + milliseconds(549)).empty());
    CHECK(pace.due(start + milliseconds(550)).size() == 1);
}

TEST_CASE("after 250 ms a progress goes out at once and what waited is dropped")
{
    progress_pace pace;
    pace.offer(news(1), start);
    pace.offer(news(2), start + milliseconds(100));
    const auto out = pace.offer(news(3), start + milliseconds(250));
    REQUIRE(out);
    CHECK(out->seq == 3);
    CHECK(pace.due(start + milliseconds(900)).empty());
}

TEST_CASE("what is dropped is never told")
{
    progress_pace pace;
    pace.offer(news(1), start);
    pace.offer(news(2), start);
    pace.drop("room");
    CHECK(pace.due(start + milliseconds(250)).empty());
}

TEST_CASE("a drop does not quicken the pace")
{
    progress_pace pace;
    pace.offer(news(1), start);
    pace.drop("room");
    CHECK_FALSE(pace.offer(news(2), start + milliseconds(100)));
}

TEST_CASE("sessions have a pace of their own")
{
    progress_pace pace;
    pace.offer(news(1, "one"), start);
    pace.offer(news(2, "one"), start);
    CHECK(pace.offer(news(1, "two"), start));
    pace.drop("two");
    REQUIRE(pace.due(start + milliseconds(250)).size() == 1);
}

TEST_CASE("dropping what nobody knows is nothing")
{
    progress_pace pace;
    pace.drop("nowhere");
    CHECK(pace.due(start).empty());
}
