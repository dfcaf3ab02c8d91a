#include <pajthy/domain/undoable.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <variant>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

undo_slot kick_of(const std::string& name)
{
    seat_record who{.number = 2, .presence = seat_presence::present, .name = name};
    return undo_slot({kicked_seat{seat(std::move(who))}, at(10)});
}

undo_slot reset_of(std::vector<reset_vote> votes)
{
    return undo_slot({reset_state{.open = true, .votes = std::move(votes)}, at(10)});
}

TEST_CASE("an empty undo slot offers nothing")
{
    undo_slot slot;
    REQUIRE_FALSE(slot.offer(at(0)));
    REQUIRE(slot.kicked(at(0)) == nullptr);
    REQUIRE(slot.last() == nullptr);
    REQUIRE_FALSE(slot.forget());
    slot.disown(1);
    REQUIRE_FALSE(slot.disconnect(1, at(0)));
}

TEST_CASE("a kick is offered with its name until its time is over")
{
    const auto slot = kick_of("Ana");
    const auto offer = slot.offer(at(9));
    REQUIRE(offer);
    REQUIRE(offer->what == undo_offer::kind::kick);
    REQUIRE(offer->name == "Ana");
    REQUIRE(offer->until == at(10));
    REQUIRE(slot.kicked(at(9))->number() == 2);
    REQUIRE_FALSE(slot.offer(at(10)));
    REQUIRE(slot.kicked(at(10)) == nullptr);
}

TEST_CASE("a reset is offered without a name")
{
    const auto slot = reset_of({});
    REQUIRE(slot.offer(at(9))->what == undo_offer::kind::reset);
    REQUIRE(slot.offer(at(9))->name.empty());
    REQUIRE(slot.kicked(at(9)) == nullptr);
}

TEST_CASE("only a kick of that name is forgotten with it")
{
    auto slot = kick_of("Ana");
    REQUIRE_FALSE(slot.forget_kick_of("Bob"));
    REQUIRE(slot.forget_kick_of("Ana"));
    REQUIRE(slot.last() == nullptr);
    REQUIRE_FALSE(slot.forget_kick_of("Ana"));
    REQUIRE_FALSE(reset_of({}).forget_kick_of(""));
}

TEST_CASE("a disowned vote is nobody's own, and the others stay whose they are")
{
    auto slot = reset_of({{1, {0, true}}, {2, {0, true}}});
    const auto copy = slot;
    slot.disown(2);
    const auto& votes = std::get<reset_state>(slot.last()->what).votes;
    REQUIRE(votes == std::vector<reset_vote>{{1, {0, true}}, {2, {0, false}}});
    REQUIRE(std::get<reset_state>(copy.last()->what).votes[1].vote.own);
}

TEST_CASE("a kicked seat loses its websocket once")
{
    auto slot = kick_of("Ana");
    REQUIRE_FALSE(slot.disconnect(1, at(1)));
    REQUIRE(slot.disconnect(2, at(1)));
    REQUIRE(slot.kicked(at(2))->is_lost());
    REQUIRE(slot.kicked(at(2))->lost_at() == at(1));
    REQUIRE_FALSE(slot.disconnect(2, at(2)));
}

} // namespace
} // namespace pajthy
