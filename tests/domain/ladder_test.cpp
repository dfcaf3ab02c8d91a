#include <pajthy/domain/ladder.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <string>

namespace pajthy
{
namespace
{

using namespace test;

// A session in which rounds are played and agreed on.
struct scene
{
    session s = room_of({"Ana"});
    int time = 0;

    void agree(const std::string& topic, const std::string& value)
    {
        s.start(at(++time), {.topic = topic}).value();
        s.vote("Ana", "3", at(++time)).value();
        s.agree(s.round().number(), value).value();
    }

    // "3: b a, 5: c"
    std::string told() const
    {
        std::string out;
        for (const auto& [choice, topics] : ladder_of(s.deck(), s.rounds()))
        {
            out += (out.empty() ? "" : ", ") + choice + ":";
            for (const auto& topic : topics)
                out += ' ' + topic;
        }
        return out;
    }
};

TEST_CASE(
    "a card tells which topics were agreed on at it last, two at most, in the order of the deck")
{
    scene r;
    CHECK(r.told() == "");
    r.agree("a", "5");
    r.agree("b", "3");
    CHECK(r.told() == "3: b, 5: a");
    r.agree("c", "3");
    r.agree("d", "3");
    CHECK(r.told() == "3: d c, 5: a");
}

TEST_CASE("of a topic that was agreed on again, the last value counts")
{
    scene r;
    r.agree("a", "5");
    r.agree("b", "5");
    r.agree("a", "8");
    CHECK(r.told() == "5: b, 8: a");
    r.s.agree(3, "").value(); // taken back
    CHECK(r.told() == "5: b a");
}

TEST_CASE("a round without a topic, or with something else agreed, is on no card")
{
    scene r;
    r.agree("", "5");
    r.agree("a", "about five");
    CHECK(r.told() == "");
}

TEST_CASE("a deck has the rungs of its own cards")
{
    scene r;
    r.agree("a", "5");
    r.s.change_deck(deck::make({"S", "M"}, 0).value()).value();
    CHECK(r.told() == "");
    r.s.change_deck(deck::make({"5", "M"}, 0).value()).value();
    CHECK(r.told() == "5: a");
}

} // namespace
} // namespace pajthy
