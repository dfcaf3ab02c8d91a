#include <pajthy/domain/leadership.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

namespace pajthy
{
namespace
{

using namespace test;
using std::chrono::seconds;
using stage = leadership_stage;

const waits usual;

// Without a controller since `at(0)`, and unled since `at(60)`.
leadership unled()
{
    leadership l(at(0));
    l.advance_to(at(60), usual);
    return l;
}

leadership asked_by(seat_number who)
{
    auto l = unled();
    l.ask(who, at(70)).value();
    return l;
}

TEST_CASE("a session without a controller for 60 s is unled")
{
    leadership l(at(0));
    REQUIRE(l.ends(usual) == at(60));
    REQUIRE_FALSE(l.advance_to(at(59), usual));
    REQUIRE(l.stage() == stage::led);
    REQUIRE(l.advance_to(at(60), usual));
    REQUIRE(l.stage() == stage::unled);
}

TEST_CASE("while a controller's socket is open the session stays led")
{
    leadership l(at(0));
    l.connected(at(5));
    REQUIRE_FALSE(l.misses_controller(at(500), usual));
    REQUIRE(l.ends(usual) == std::nullopt);
    REQUIRE_FALSE(l.advance_to(at(10'000), usual));
    REQUIRE(l.stage() == stage::led);
}

TEST_CASE("the 60 s begin when no controller has a websocket any more, and don't begin twice")
{
    leadership l(at(0));
    l.connected(at(1));
    l.connected(at(2));
    REQUIRE(l.ends(usual) == std::nullopt);
    l.disconnected(at(200));
    REQUIRE(l.ends(usual) == at(260));
    l.disconnected(at(210));
    REQUIRE(l.ends(usual) == at(260));
}

TEST_CASE("a controller without a socket leads by what it does")
{
    leadership l(at(0));
    l.seen(at(59));
    REQUIRE_FALSE(l.advance_to(at(60), usual));
    REQUIRE(l.ends(usual) == at(119));
}

TEST_CASE(
    "a controller without a socket is missed after 5 s, and at once while somebody else may ask")
{
    leadership l(at(0));
    REQUIRE_FALSE(l.misses_controller(at(4), usual));
    REQUIRE(l.misses_controller(at(5), usual));
    l.seen(at(5));
    REQUIRE_FALSE(l.misses_controller(at(9), usual));
    REQUIRE(unled().misses_controller(at(60), usual));
    REQUIRE(asked_by(7).misses_controller(at(70), usual));
}

TEST_CASE("how long all of it takes is an argument")
{
    const waits mine{.unattended_after = seconds(36),
                     .objection_period = seconds(2),
                     .pickup_period = seconds(5)};
    leadership l(at(0));
    REQUIRE_FALSE(l.misses_controller(at(2), mine));
    REQUIRE(l.misses_controller(at(3), mine));
    REQUIRE(l.ends(mine) == at(36));
    REQUIRE(l.advance_to(at(36), mine));
    l.ask(7, at(40)).value();
    REQUIRE(l.ends(mine) == at(42));
    REQUIRE(l.advance_to(at(42), mine));
    REQUIRE(l.ends(mine) == at(47));
    REQUIRE(l.advance_to(at(47), mine));
    REQUIRE(l.stage() == stage::unled);
}

TEST_CASE("nobody can ask for control of a session that is led")
{
    leadership l(at(0));
    REQUIRE(l.ask(1, at(1)).error() == errc::control_not_free);
}

TEST_CASE("whoever asks can have control after 10 s, and for 60 s")
{
    auto l = asked_by(7);
    REQUIRE(l.stage() == stage::asked);
    REQUIRE(l.asker() == 7);
    REQUIRE(l.ends(usual) == at(80));
    REQUIRE(l.take(7, at(79)).error() == errc::control_not_free);
    REQUIRE_FALSE(l.advance_to(at(79), usual));
    REQUIRE(l.advance_to(at(80), usual));
    REQUIRE(l.stage() == stage::passed);
    REQUIRE(l.asker() == 7);
    REQUIRE(l.take(8, at(81)).error() == errc::control_not_free);
    REQUIRE(l.take(7, at(81)).has_value());
    REQUIRE(l.stage() == stage::led);
    REQUIRE(l.asker() == 0);
}

TEST_CASE("control that nobody fetches is free again")
{
    auto l = asked_by(7);
    l.advance_to(at(80), usual);
    REQUIRE(l.ends(usual) == at(140));
    REQUIRE(l.advance_to(at(140), usual));
    REQUIRE(l.stage() == stage::unled);
    REQUIRE(l.take(7, at(141)).error() == errc::control_not_free);
}

TEST_CASE("only one can ask at a time")
{
    auto l = asked_by(7);
    REQUIRE(l.ask(8, at(71)).error() == errc::control_not_free);
    REQUIRE(l.asker() == 7);
}

TEST_CASE("after an objection nobody can ask for another 60 s")
{
    auto l = asked_by(7);
    REQUIRE(l.object(at(75)).has_value());
    REQUIRE(l.stage() == stage::led);
    REQUIRE(l.ask(7, at(76)).error() == errc::control_not_free);
    REQUIRE(l.advance_to(at(135), usual));
    REQUIRE(l.ask(7, at(135)).has_value());
}

TEST_CASE("there is nothing to object to unless somebody asks")
{
    REQUIRE(leadership(at(0)).object(at(1)).error() == errc::control_not_free);
    REQUIRE(unled().object(at(61)).error() == errc::control_not_free);
    auto passed = asked_by(7);
    passed.advance_to(at(80), usual);
    REQUIRE(passed.object(at(81)).error() == errc::control_not_free);
}

TEST_CASE("a controller who comes back ends it all")
{
    auto asked = asked_by(7);
    REQUIRE(asked.connected(at(75)));
    REQUIRE(asked.stage() == stage::led);

    auto passed = asked_by(7);
    passed.advance_to(at(80), usual);
    REQUIRE(passed.seen(at(81)));
    REQUIRE(passed.take(7, at(82)).error() == errc::control_not_free);

    auto free = unled();
    REQUIRE(free.connected(at(75)));
    REQUIRE_FALSE(free.seen(at(76)));
}

TEST_CASE("the request goes with the seat that asked, and nobody asks again for another 60 s")
{
    auto l = asked_by(7);
    REQUIRE_FALSE(l.left(8, at(72)));
    REQUIRE(l.left(7, at(72)));
    REQUIRE(l.stage() == stage::led);
    REQUIRE(l.ask(9, at(73)).error() == errc::control_not_free);
    REQUIRE(l.ends(usual) == at(132));
}

} // namespace
} // namespace pajthy
