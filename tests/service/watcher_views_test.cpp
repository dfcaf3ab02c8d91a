#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <pajthy/service/watcher_views.hpp>
#include <pajthy/wire/view.hpp>

#include <string>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

std::string fresh(const session& s, unix_time now = at(0))
{
    return view_text(s, {role::voter}, now, dates);
}

} // namespace

TEST_CASE("a watcher's view is the same whether it was made before or not")
{
    watcher_views views;
    const auto s = room_of({"Ana"});
    CHECK(views.view_of("room", s, 7, at(0), dates) == fresh(s));
    CHECK(views.view_of("room", s, 7, at(0), dates) == fresh(s));
}

TEST_CASE("a view is not made anew for a version that it was made for")
{
    watcher_views views;
    const auto seen = views.view_of("room", room_of({"Ana"}), 7, at(0), dates);
    CHECK(views.view_of("room", room_of({"Ana", "Bob"}), 7, at(0), dates) == seen);
}

TEST_CASE("a view that was forgotten is made anew")
{
    watcher_views views;
    const auto now = room_of({"Ana", "Bob"});
    views.view_of("room", room_of({"Ana"}), 7, at(0), dates);
    views.forget();
    CHECK(views.view_of("room", now, 7, at(0), dates) == fresh(now));
}

TEST_CASE("another version is another view, and so is another session")
{
    watcher_views views;
    const auto before = room_of({"Ana"});
    const auto after = room_of({"Ana", "Bob"});
    views.view_of("room", before, 7, at(0), dates);
    CHECK(views.view_of("room", after, 8, at(0), dates) == fresh(after));
    CHECK(views.view_of("other", before, 8, at(0), dates) == fresh(before));
}

TEST_CASE("the view of a session that counts down is made each time")
{
    watcher_views views;
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0), {.lasts = std::chrono::seconds(90)});
    CHECK(views.view_of("room", s, 7, at(1), dates) == fresh(s, at(1)));
    CHECK(views.view_of("room", s, 7, at(16), dates) == fresh(s, at(16)));
    CHECK(fresh(s, at(1)) != fresh(s, at(16)));
}

TEST_CASE("views of more sessions than are kept are right all the same")
{
    watcher_views views;
    for (int turn = 0; turn < 2; ++turn)
    {
        for (std::size_t i = 0; i < 2 * watcher_views::max_views; ++i)
        {
            const auto s = room_of({"Ana " + std::to_string(i)});
            REQUIRE(views.view_of(std::to_string(i), s, 7, at(0), dates) == fresh(s));
        }
    }
}
