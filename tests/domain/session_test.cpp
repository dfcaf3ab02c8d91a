#include <pajthy/domain/session.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

using list = std::vector<std::string>;

// --- A new session

TEST_CASE("a new session is closed, empty and before its first round")
{
    const auto s = room();
    REQUIRE_FALSE(s.open());
    REQUIRE(s.round().number() == 0);
    REQUIRE(s.seats().empty());
    REQUIRE(revealed(s) == "");
    REQUIRE(s.title() == "Sprint 7");
    REQUIRE(s.deck().choices() == text_list{"1", "2", "3", "5", "8", "?"});
}

TEST_CASE("the control key is the one that the session was made with")
{
    auto s = room();
    sit(s, "Ana");
    REQUIRE(s.control_keys().find(key_of("control")) == 1);
    REQUIRE_FALSE(s.control_keys().find(key_of("contro1")));
    REQUIRE_FALSE(s.control_keys().find(key_of("Ana")));
    REQUIRE_FALSE(s.control_keys().find(key{}));
}

TEST_CASE("keys that differ in one bit anywhere are not the same")
{
    for (std::size_t i = 0; i < key::size; ++i)
    {
        auto other = key_of("Ana");
        other.bytes[i] ^= 0x80;
        REQUIRE_FALSE(same_key(key_of("Ana"), other));
    }
    REQUIRE(same_key(key_of("Ana"), key_of("Ana")));
}

// --- Joining

TEST_CASE("whoever joins gets a seat under the key that was made for it")
{
    auto s = room();
    const auto ana = s.join("Ana", key_of("fresh"), std::nullopt, {500}, at(0));
    REQUIRE(ana.has_value());
    REQUIRE(ana->number == 1);
    REQUIRE(ana->name == "Ana");
    REQUIRE(same_key(ana->secret, key_of("fresh")));
    REQUIRE(said(ana->done) == "seats");
    REQUIRE(s.seats().find(key_of("fresh"))->name() == "Ana");
}

TEST_CASE("seats stand in the order of joining")
{
    REQUIRE(names(room_of({"Zoe", "Ana", "Bob"})) == "Zoe Ana Bob");
}

TEST_CASE("a seat is found by its name, its number and its key")
{
    const auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.seats().find("Bob")->number() == 2);
    REQUIRE(s.seats().find(seat_number{2})->name() == "Bob");
    REQUIRE(s.seats().find(key_of("Bob"))->name() == "Bob");
}

TEST_CASE("who has no seat is not found")
{
    const auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.seats().find("Cleo") == nullptr);
    REQUIRE(s.seats().find("ana") == nullptr);
    REQUIRE(s.seats().find("") == nullptr);
    REQUIRE(s.seats().find(seat_number{0}) == nullptr);
    REQUIRE(s.seats().find(seat_number{3}) == nullptr);
    REQUIRE(s.seats().find(key_of("Cleo")) == nullptr);
    REQUIRE(s.seats().find(key_of("control")) == nullptr);
}

TEST_CASE("the number of a seat is never used twice")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.kick("Bob", at(1)).has_value());
    REQUIRE(sit(s, "Bob") == 3);
    REQUIRE(s.kick("Ana", at(1)).has_value());
    REQUIRE(s.kick("Bob", at(1)).has_value());
    REQUIRE(sit(s, "Ana") == 4);
    REQUIRE(s.seats().find(seat_number{4})->name() == "Ana");
    REQUIRE(s.seats().find(seat_number{1}) == nullptr);
}

TEST_CASE("joining again by whoever holds the seat changes nothing")
{
    auto s = room_of({"Ana"});
    const auto again = s.join("Ana", key_of("fresh"), key_of("Ana"), {500}, at(1));
    REQUIRE(again->number == 1);
    REQUIRE(same_key(again->secret, key_of("Ana")));
    REQUIRE(said(again->done) == "");
    REQUIRE(names(s) == "Ana");
    REQUIRE(s.seats().find(key_of("fresh")) == nullptr);
}

TEST_CASE("the holder joins again long after the seat was last heard of and keeps the key")
{
    auto s = room_of({"Ana"});
    const auto again = s.join("Ana", key_of("fresh"), key_of("Ana"), {500}, at(1000));
    REQUIRE(said(again->done) == "");
    REQUIRE(same_key(again->secret, key_of("Ana")));
}

TEST_CASE("the holder may join again in a session that is full")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.join("Ana", key_of("fresh"), key_of("Ana"), {1}, at(1)).has_value());
}

TEST_CASE("a name in use is refused to anybody else")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(1)).error() == errc::already_joined);
    REQUIRE(s.join("Ana", key_of("x"), key_of("no"), {500}, at(1)).error() == errc::already_joined);
    REQUIRE(s.join("Ana", key_of("x"), key_of("Bob"), {500}, at(1)).error() ==
            errc::already_joined);
    REQUIRE(s.seats().find(key_of("x")) == nullptr);
    REQUIRE(s.seats().find(key_of("Ana"))->name() == "Ana");
}

TEST_CASE("names that differ in the case of a letter are two people")
{
    auto s = room_of({"Ana"});
    REQUIRE(sit(s, "ana") == 2);
}

TEST_CASE("a session has at most as many seats as its limit says")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.join("Bob", key_of("Bob"), std::nullopt, {2}, at(0)).has_value());
    REQUIRE(s.join("Cleo", key_of("x"), std::nullopt, {2}, at(0)).error() == errc::session_full);
    REQUIRE(names(s) == "Ana Bob");
}

TEST_CASE("a session without a limit takes everybody")
{
    auto s = room();
    for (int i = 0; i < 1000; ++i)
        sit(s, "voter " + std::to_string(i));
    REQUIRE(s.seats().size() == 1000);
}

TEST_CASE("a name in use is called taken in a full session, too")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {1}, at(1)).error() == errc::already_joined);
}

TEST_CASE("who joins while the session is open is waited for")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(said(s.vote("Ana", "5", at(1))) == "votes");
    sit(s, "Cleo", at(2));
    REQUIRE(said(s.vote("Bob", "5", at(3))) == "votes");
    REQUIRE(said(s.vote("Cleo", "5", at(4))) == "closed votes");
}

// --- Taking over a seat

TEST_CASE("a seat that was never connected can be taken over after 15 s of silence")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(14)).error() ==
            errc::already_joined);
    const auto taken = s.join("Ana", key_of("x"), std::nullopt, {500}, at(15));
    REQUIRE(taken->number == 1);
    REQUIRE(said(taken->done) == "seats");
}

TEST_CASE("whoever joins once more is not silent")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.join("Ana", key_of("fresh"), key_of("Ana"), {500}, at(20)).has_value());
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(34)).error() ==
            errc::already_joined);
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(35)).has_value());
}

TEST_CASE("a seat that lost its socket can be taken over after 15 s")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(1).has_value());
    s.disconnected(1, at(100));
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(114)).error() ==
            errc::already_joined);
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(115)).has_value());
}

TEST_CASE("a seat with a socket cannot be taken over, however silent it is")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(1).has_value());
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(9999)).error() ==
            errc::already_joined);
}

TEST_CASE("a vote ends the silence of a seat")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(10)).has_value());
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(24)).error() ==
            errc::already_joined);
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(25)).has_value());
}

TEST_CASE("a refused vote does not end the silence of a seat")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.vote("Ana", "5", at(10)).has_error());
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(15)).has_value());
}

TEST_CASE("the new holder of a seat has a new key and the old one is dead")
{
    auto s = room_of({"Ana"});
    const auto taken = s.join("Ana", key_of("fresh"), std::nullopt, {500}, at(15));
    REQUIRE(same_key(taken->secret, key_of("fresh")));
    REQUIRE(s.seats().find(key_of("fresh"))->name() == "Ana");
    REQUIRE(s.seats().find(key_of("Ana")) == nullptr);
    REQUIRE(s.join("Ana", key_of("y"), key_of("Ana"), {500}, at(16)).error() ==
            errc::already_joined);
}

TEST_CASE("the vote of a seat stays when somebody takes it over")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(s.join("Ana", key_of("fresh"), std::nullopt, {500}, at(16)).has_value());
    REQUIRE(s.seats().find("Ana")->has_voted());
    s.stop(at(0));
    REQUIRE(revealed(s) == "Ana:5");
}

TEST_CASE("the vote of a seat that was taken over is nobody's own until the newcomer votes")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    s.vote("Ana", "5", at(0)).value();
    s.join("Ana", key_of("newcomer"), std::nullopt, {}, at(15)).value();
    REQUIRE_FALSE(s.own_vote(1));
    s.vote("Ana", "8", at(16)).value();
    REQUIRE(s.own_vote(1) == "8");
}

TEST_CASE("the vote of a seat that was taken over after the close is nobody's own")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    s.vote("Ana", "5", at(0)).value();
    s.stop(at(1));
    s.join("Ana", key_of("newcomer"), std::nullopt, {}, at(15)).value();
    REQUIRE_FALSE(s.own_vote(1));
    REQUIRE(revealed(s) == "Ana:5");
}

TEST_CASE("a vote that an undo brings back is not the own one of who has taken the seat meanwhile")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    s.vote("Ana", "5", at(0)).value();
    s.vote("Bob", "8", at(9)).value();
    s.reset(at(10));
    s.join("Ana", key_of("newcomer"), std::nullopt, {}, at(15)).value();
    s.undo({}, at(16)).value();
    REQUIRE(revealed(s) == "Ana:5 Bob:8");
    REQUIRE_FALSE(s.own_vote(1));
    REQUIRE(s.own_vote(2) == "8");
}

TEST_CASE("who takes a seat over does not rename the one before in earlier rounds")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    s.vote("Ana", "5", at(0)).value();
    s.stop(at(1));
    s.join("Ana", key_of("newcomer"), std::nullopt, {}, at(15)).value();
    s.rename("Ana", "Eve", {}, at(16)).value();
    REQUIRE(votes_of(s.rounds().rounds().front()).front().first == "Ana");
}

TEST_CASE("a request for control is not the newcomer's who takes the seat over")
{
    auto s = room_of({"Ana"});
    s.advance_to(at(60));
    s.ask_for_control("Ana", at(60)).value();
    s.advance_to(at(70));
    const auto joined = s.join("Ana", key_of("newcomer"), std::nullopt, {}, at(75)).value();
    REQUIRE(said(joined.done) == "seats control");
    REQUIRE(said(s.take_control("Ana", key_of("stolen"), 0, at(76))) ==
            "refused: control is not free");
}

TEST_CASE("a longer name needs room among the names, a shorter one never")
{
    auto s = room_of({"Ana", "Robert"});
    const room_limits max{.name_bytes = 9};
    REQUIRE(said(s.rename("Ana", "Anna", max, at(1))) == "refused: session is full");
    REQUIRE(said(s.rename("Robert", "Bob", max, at(1))) == "seats");
    REQUIRE(said(s.rename("Ana", "Roberta", max, at(1))) == "refused: session is full");
    REQUIRE(said(s.rename("Ana", "Robert", max, at(1))) == "seats");
}

TEST_CASE("the last vote closes the round though a seat that is away has not voted")
{
    auto s = room_of({"Ana", "Bob"});
    s.connected(2).value();
    s.disconnected(2, at(1));
    s.start(at(2)).value();
    REQUIRE(said(s.advance_to(at(16))) == "seats");
    REQUIRE(said(s.vote("Ana", "3", at(17))) == "closed votes");
    REQUIRE(revealed(s) == "Ana:3");
}

TEST_CASE("a voter who does something keeps the seat for another 15 s")
{
    const std::pair<std::string, std::function<bool(session&)>> deeds[] = {
        {"join again", [](session& s)
         { return s.join("Ana", key_of("new"), key_of("Ana"), {}, at(70)).has_value(); }},
        {"vote", [](session& s) { return s.vote("Ana", "3", at(70)).has_value(); }},
        {"rename", [](session& s) { return s.rename("Ana", "Eve", {}, at(70)).has_value(); }},
        {"ask", [](session& s) { return s.ask_for_control("Ana", at(70)).has_value(); }},
        {"come back from a kick", [](session& s)
         { return s.kick("Ana", at(69)).has_value() && s.undo({}, at(70)).has_value(); }},
    };
    for (const auto& [what, act] : deeds)
    {
        CAPTURE(what);
        auto s = room_of({"Ana", "Bob"});
        s.start(at(1)).value();
        s.advance_to(at(60)); // nobody controls it
        REQUIRE(act(s));
        const seat& ana = *s.seats().find(seat_number{1});
        const auto absence = s.settings().waits.absence;
        CHECK_FALSE(ana.can_be_taken_over(at(84), absence));
        CHECK(ana.can_be_taken_over(at(85), absence));
    }
}

TEST_CASE("a seat that could be taken over keeps its holder behind a locked door")
{
    auto s = room_of({"Ana"});
    s.lock_door(true);
    const auto refused = s.join("Ana", key_of("newcomer"), std::nullopt, {}, at(20));
    REQUIRE(refused.error() == errc::door_locked);
    REQUIRE(s.seats().find(key_of("Ana")) != nullptr);
    s.lock_door(false);
    REQUIRE(s.join("Ana", key_of("newcomer"), std::nullopt, {}, at(20)).has_value());
}

TEST_CASE("nobody gets a seat behind a locked door, and who has one keeps it")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.lock_door(true)) == "door");
    REQUIRE(said(s.lock_door(true)).empty());
    const auto refused = s.join("Bob", key_of("Bob"), std::nullopt, {}, at(1));
    REQUIRE(refused.error() == errc::door_locked);
    REQUIRE(s.join("Ana", key_of("x"), key_of("Ana"), {}, at(1)).value().number == 1);
    REQUIRE(said(s.lock_door(false)) == "door");
    REQUIRE(names(s) == "Ana");
}

TEST_CASE("a seat that was taken over is neither away nor absent")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(1).has_value());
    s.disconnected(1, at(1));
    REQUIRE(is_away(s, "Ana", at(16)));
    REQUIRE(s.join("Ana", key_of("fresh"), std::nullopt, {500}, at(16)).has_value());
    REQUIRE_FALSE(is_away(s, "Ana", at(16)));
    REQUIRE_FALSE(s.seats().find("Ana")->can_be_taken_over(at(30), s.settings().waits.absence));
    REQUIRE(s.seats().find("Ana")->can_be_taken_over(at(31), s.settings().waits.absence));
}

TEST_CASE("taking over a seat keeps its place, its number and the bytes of text")
{
    auto s = room_of({"Ana", "Bob"});
    const auto before = s.text_bytes();
    const auto taken = s.join("Ana", key_of("fresh"), std::nullopt, {2}, at(15));
    REQUIRE(taken->number == 1);
    REQUIRE(names(s) == "Ana Bob");
    REQUIRE(s.text_bytes() == before);
}

// --- Voting

TEST_CASE("a vote while the session is open is kept")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(said(s.vote("Ana", "5", at(1))) == "votes");
    REQUIRE(s.seats().find("Ana")->has_voted());
    REQUIRE_FALSE(s.seats().find("Bob")->has_voted());
}

TEST_CASE("a vote in a closed session is refused")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.vote("Ana", "5", at(1)).error() == errc::session_closed);
    REQUIRE_FALSE(s.seats().find("Ana")->has_voted());
}

TEST_CASE("a vote after the close is refused and the votes stay what they were")
{
    auto s = room_of({"Ana"});
    s.start(at(0));
    REQUIRE(said(s.vote("Ana", "5", at(1))) == "closed votes");
    REQUIRE(s.vote("Ana", "8", at(2)).error() == errc::session_closed);
    REQUIRE(revealed(s) == "Ana:5");
}

TEST_CASE("a vote by somebody without a seat is refused")
{
    auto s = room_of({"Ana"});
    s.start(at(0));
    REQUIRE(s.vote("Bob", "5", at(1)).error() == errc::not_a_valid_participant);
    REQUIRE(s.open());
}

TEST_CASE("a vote for what is no card is refused")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    for (const auto* const choice : {"4", "", " 5", "05", "*"})
        REQUIRE(s.vote("Ana", choice, at(1)).error() == errc::not_a_valid_choice);
    REQUIRE_FALSE(s.seats().find("Ana")->has_voted());
}

TEST_CASE("a vote for what is no card leaves the vote before it")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(s.vote("Ana", "4", at(2)).has_error());
    REQUIRE(s.own_vote(1) == "5");
}

TEST_CASE("a vote that is wrong in every way is refused because the session is closed")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.vote("Bob", "4", at(1)).error() == errc::session_closed);
}

TEST_CASE("a stranger's vote for what is no card is refused because of the stranger")
{
    auto s = room_of({"Ana"});
    s.start(at(0));
    REQUIRE(s.vote("Bob", "4", at(1)).error() == errc::not_a_valid_participant);
}

TEST_CASE("the vote of a seat replaces the one before it")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(said(s.vote("Ana", "5", at(1))) == "votes");
    REQUIRE(said(s.vote("Ana", "8", at(2))) == "votes");
    REQUIRE(s.own_vote(1) == "8");
    REQUIRE(s.seats().progress(12).voted == 1);
    s.stop(at(0));
    REQUIRE(revealed(s) == "Ana:8");
}

TEST_CASE("the same vote again is said like any other, so that nobody learns that it is the same")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(said(s.vote("Ana", "5", at(1))) == "votes");
    REQUIRE(said(s.vote("Ana", "5", at(2))) == "votes");
}

TEST_CASE("no vote is revealed while the session is open")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE_FALSE(s.revealed().has_value());
}

TEST_CASE("the votes are revealed in the order of the seats once the session is closed")
{
    auto s = room_of({"Zoe", "Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Bob", "5", at(1)).has_value());
    REQUIRE(s.vote("Zoe", "?", at(2)).has_value());
    REQUIRE(s.vote("Ana", "8", at(3)).has_value());
    REQUIRE(revealed(s) == "Zoe:? Ana:8 Bob:5");
}

TEST_CASE("a seat sees its own vote while the session is open and after")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.own_vote(1) == std::nullopt);
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(s.own_vote(1) == "5");
    REQUIRE(s.own_vote(2) == std::nullopt);
    s.stop(at(0));
    REQUIRE(s.own_vote(1) == "5");
}

TEST_CASE("what is no seat has no vote")
{
    const auto s = room_of({"Ana"});
    REQUIRE(s.own_vote(0) == std::nullopt);
    REQUIRE(s.own_vote(2) == std::nullopt);
}

// --- Closing by itself

TEST_CASE("the last vote closes the round")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(said(s.vote("Ana", "5", at(1))) == "votes");
    REQUIRE(said(s.vote("Bob", "8", at(2))) == "closed votes");
    REQUIRE_FALSE(s.open());
    REQUIRE(revealed(s) == "Ana:5 Bob:8");
}

TEST_CASE("a kick closes the round if all who remain have voted")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(said(s.kick("Bob", at(2))) == "closed seats removed:2 undo");
    REQUIRE(revealed(s) == "Ana:5");
}

TEST_CASE("a leave closes the round if all who remain have voted")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Bob", "5", at(1)).has_value());
    REQUIRE(said(s.leave("Ana", at(2))) == "closed seats removed:1");
    REQUIRE(revealed(s) == "Bob:5");
}

TEST_CASE("a seat that goes away closes the round if all others have voted")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.connected(2).has_value());
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    s.disconnected(2, at(2));
    REQUIRE(s.open());
    REQUIRE(said(s.advance_to(at(16))) == "");
    REQUIRE(s.open());
    REQUIRE(said(s.advance_to(at(17))) == "closed seats");
    REQUIRE(revealed(s) == "Ana:5");
}

TEST_CASE("a round without a vote is not closed by a kick")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(said(s.kick("Bob", at(1))) == "seats removed:2 undo");
    REQUIRE(said(s.kick("Ana", at(2))) == "seats removed:1 undo");
    REQUIRE(s.open());
}

TEST_CASE("a round without a vote is not closed when everybody is away")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(1).has_value());
    s.start(at(0));
    s.disconnected(1, at(1));
    REQUIRE(said(s.advance_to(at(16))) == "seats");
    REQUIRE(s.open());
}

TEST_CASE("kicking the only one who has voted does not close the round")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.connected(2).has_value());
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    s.disconnected(2, at(1));
    REQUIRE(said(s.kick("Ana", at(20))) == "votes seats removed:1 undo");
    REQUIRE(s.open());
}

TEST_CASE("a kick while others are still waited for does not close the round")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(said(s.kick("Bob", at(2))) == "seats removed:2 undo");
    REQUIRE(s.open());
}

TEST_CASE("nobody waits for a seat that is away when the last vote comes")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.connected(2).has_value());
    s.disconnected(2, at(1));
    s.start(at(0));
    REQUIRE(said(s.vote("Ana", "5", at(16))) == "closed votes");
}

TEST_CASE("a seat that lost its socket less than 15 s ago is waited for")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.connected(2).has_value());
    s.disconnected(2, at(1));
    s.start(at(0));
    REQUIRE(said(s.vote("Ana", "5", at(15))) == "votes");
}

TEST_CASE("a seat that never had a socket is waited for, however long it is silent")
{
    auto s = room_of({"Ana", "Classic"});
    s.start(at(0));
    REQUIRE(said(s.vote("Ana", "5", at(10'000))) == "votes");
    REQUIRE(said(s.advance_to(at(20'000))) == "control");
    REQUIRE(s.open());
}

TEST_CASE("a seat that is away and comes back is waited for again")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.connected(2).has_value());
    s.disconnected(2, at(1));
    s.advance_to(at(20));
    REQUIRE(said(s.connected(2)) == "seats");
    s.start(at(20));
    REQUIRE(said(s.vote("Ana", "5", at(21))) == "votes");
}

TEST_CASE("a seat that is away may still vote, and its vote closes the round")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.connected(2).has_value());
    s.disconnected(2, at(1));
    s.start(at(0));
    REQUIRE(said(s.vote("Bob", "8", at(20))) == "votes");
    REQUIRE(said(s.vote("Ana", "5", at(21))) == "closed votes");
    REQUIRE(revealed(s) == "Ana:5 Bob:8");
}

TEST_CASE("a vote of a seat that went away counts")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    REQUIRE(s.connected(1).has_value());
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    s.disconnected(1, at(2));
    REQUIRE(said(s.advance_to(at(17))) == "seats");
    REQUIRE(s.vote("Bob", "8", at(18)).has_value());
    REQUIRE(said(s.vote("Cleo", "8", at(19))) == "closed votes");
    REQUIRE(revealed(s) == "Ana:5 Bob:8 Cleo:8");
}

TEST_CASE("a closed session is not closed again")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.connected(2).has_value());
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    s.stop(at(0));
    s.disconnected(2, at(2));
    REQUIRE(said(s.advance_to(at(17))) == "seats");
    REQUIRE(said(s.kick("Bob", at(18))) == "seats removed:2 undo");
}

// --- Sockets

TEST_CASE("a seat with a socket is not away")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.connected(1)) == "");
    REQUIRE_FALSE(is_away(s, "Ana", at(10'000)));
    REQUIRE(said(s.advance_to(at(10'000))) == "control");
}

TEST_CASE("a seat is away 15 s after it lost its socket")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(1).has_value());
    s.disconnected(1, at(30));
    REQUIRE(s.next_deadline() == at(45));
    REQUIRE_FALSE(is_away(s, "Ana", at(44)));
    REQUIRE(is_away(s, "Ana", at(45)));
    REQUIRE(said(s.advance_to(at(44))) == "");
    REQUIRE(said(s.advance_to(at(45))) == "seats");
    REQUIRE(s.next_deadline() == at(60)); // and there is nothing to tell of it any more
}

TEST_CASE("what changes nothing says so, so that it need not be kept")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.advance_to(at(1)).none);
    REQUIRE_FALSE(s.looked_at().none);
    REQUIRE(s.looked_at().none);
    REQUIRE_FALSE(s.connected(1).value().none);
    REQUIRE(s.connected(1).value().none);
    REQUIRE_FALSE(s.disconnected(1, at(2)).none);
    REQUIRE(s.disconnected(1, at(3)).none);
    REQUIRE(s.disconnected(7, at(3)).none);
    REQUIRE_FALSE(s.controller_connected(at(4)).none);
    REQUIRE(s.controller_connected(at(4)).none);
    REQUIRE_FALSE(s.controller_disconnected(at(5)).none);
    REQUIRE(s.controller_disconnected(at(6)).none);
    REQUIRE_FALSE(s.advance_to(at(17)).none);
    REQUIRE(s.advance_to(at(17)).none);
}

TEST_CASE("a session has its own time after which a seat is away and may be taken over")
{
    const session_settings settings{.waits = {.absence = std::chrono::seconds(3)}};
    session s(deck::make({"1"}, 0).value(), "", key_of("control"), settings, at(0));
    sit(s, "Ana", at(0));
    REQUIRE(s.connected(1).has_value());
    s.disconnected(1, at(30));
    REQUIRE(said(s.advance_to(at(32))) == "");
    REQUIRE(s.join("Ana", key_of("fresh"), std::nullopt, {}, at(32)).has_error());
    REQUIRE(said(s.advance_to(at(33))) == "seats");
    REQUIRE(s.join("Ana", key_of("fresh"), std::nullopt, {}, at(33)).has_value());
}

TEST_CASE("a page that reloads in time was never away")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(1).has_value());
    s.disconnected(1, at(30));
    REQUIRE(said(s.connected(1)) == "");
    REQUIRE(said(s.advance_to(at(45))) == "");
}

TEST_CASE("a page that reconnects twice is away by the last time that it lost its socket")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(1).has_value());
    s.disconnected(1, at(20));
    REQUIRE(s.connected(1).has_value());
    s.disconnected(1, at(30));
    REQUIRE(said(s.advance_to(at(35))) == "");
    REQUIRE(said(s.advance_to(at(45))) == "seats");
}

TEST_CASE("a socket for what is no seat is refused")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(2).error() == errc::not_a_participant);
    REQUIRE(s.connected(0).error() == errc::not_a_participant);
}

TEST_CASE("the socket of a seat that is gone closes without a trace")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(1).has_value());
    REQUIRE(s.kick("Ana", at(1)).has_value());
    sit(s, "Ana", at(2));
    REQUIRE(s.connected(2).has_value());
    s.disconnected(1, at(3));
    REQUIRE(said(s.advance_to(at(30))) == "");
    REQUIRE_FALSE(is_away(s, "Ana", at(30)));
}

TEST_CASE("a socket that closes twice counts once")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.connected(1).has_value());
    s.disconnected(1, at(1));
    s.disconnected(1, at(10));
    REQUIRE(is_away(s, "Ana", at(16)));
    REQUIRE(s.connected(1).has_value());
    REQUIRE_FALSE(is_away(s, "Ana", at(100)));
}

// --- Leaving and kicking

TEST_CASE("kicking takes the seat and its vote away")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    s.start(at(0));
    REQUIRE(s.vote("Bob", "5", at(1)).has_value());
    REQUIRE(said(s.kick("Bob", at(2))) == "votes seats removed:2 undo");
    REQUIRE(names(s) == "Ana Cleo");
    REQUIRE(s.seats().find(key_of("Bob")) == nullptr);
    REQUIRE(s.own_vote(2) == std::nullopt);
}

TEST_CASE("leaving takes the seat and its vote away")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(said(s.leave("Ana", at(2))) == "votes seats removed:1");
    REQUIRE(names(s) == "Bob Cleo");
}

TEST_CASE("taking away a seat whose vote stands revealed leaves the result as it closed")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(s.vote("Bob", "8", at(2)).has_value());
    REQUIRE(said(s.kick("Ana", at(3))) == "seats removed:1 undo");
    REQUIRE(revealed(s) == "Ana:5 Bob:8");
    REQUIRE(said(s.leave("Bob", at(3))) == "seats removed:2");
    REQUIRE(revealed(s) == "Ana:5 Bob:8");
    REQUIRE(s.rounds().rounds().front().names == text_list{"Ana", "Bob"});
}

TEST_CASE("taking away a seat without a vote leaves the result")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    s.stop(at(0));
    REQUIRE(said(s.leave("Bob", at(3))) == "seats removed:2");
    REQUIRE(revealed(s) == "Ana:5");
}

TEST_CASE("who has no seat can neither leave nor be kicked")
{
    auto s = room_of({"Ana"});
    REQUIRE(s.kick("Bob", at(1)).error() == errc::not_a_participant);
    REQUIRE(s.leave("Bob", at(1)).error() == errc::not_a_participant);
    REQUIRE(names(s) == "Ana");
}

TEST_CASE("who was kicked may join again without the old vote")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(s.kick("Ana", at(2)).has_value());
    REQUIRE(sit(s, "Ana", at(3)) == 3);
    REQUIRE_FALSE(s.seats().find("Ana")->has_voted());
}

// --- Rounds

TEST_CASE("start opens a round")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.start(at(0))) == "opened");
    REQUIRE(s.open());
    REQUIRE(s.round().number() == 1);
}

TEST_CASE("start clears the votes of the round before")
{
    auto s = room_of({"Ana"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(said(s.start(at(0))) == "opened");
    REQUIRE_FALSE(s.seats().find("Ana")->has_voted());
    REQUIRE(s.own_vote(1) == std::nullopt);
    s.stop(at(0));
    REQUIRE(revealed(s) == "");
}

TEST_CASE("start on an open session restarts the round")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(said(s.start(at(0))) == "opened");
    REQUIRE(s.open());
    REQUIRE_FALSE(s.seats().find("Ana")->has_voted());
}

TEST_CASE("each start counts a round, and nothing else does")
{
    auto s = room_of({"Ana"});
    s.start(at(0));
    s.start(at(0));
    REQUIRE(s.round().number() == 2);
    s.stop(at(0));
    s.stop(at(0));
    s.reset(at(0));
    REQUIRE(s.round().number() == 2);
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(s.round().number() == 3);
}

TEST_CASE("stop closes the round and keeps the votes")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(said(s.stop(at(0))) == "closed");
    REQUIRE_FALSE(s.open());
    REQUIRE(revealed(s) == "Ana:5");
}

TEST_CASE("stop closes a round without a vote")
{
    auto s = room_of({"Ana"});
    s.start(at(0));
    REQUIRE(said(s.stop(at(0))) == "closed");
    REQUIRE(revealed(s) == "");
}

TEST_CASE("stop on a closed session changes nothing")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.stop(at(0))) == "");
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(said(s.stop(at(0))) == "");
    REQUIRE(revealed(s) == "Ana:5");
}

TEST_CASE("reset closes the round and clears the votes")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(said(s.reset(at(0))) == "reset undo");
    REQUIRE_FALSE(s.open());
    REQUIRE(revealed(s) == "");
    REQUIRE(names(s) == "Ana Bob");
}

TEST_CASE("reset clears the votes of a round that has ended")
{
    auto s = room_of({"Ana"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    REQUIRE(said(s.reset(at(0))) == "reset undo");
    REQUIRE(revealed(s) == "");
}

TEST_CASE("reset closes an open round without a vote")
{
    auto s = room_of({"Ana"});
    s.start(at(0));
    REQUIRE(said(s.reset(at(0))) == "reset undo");
    REQUIRE_FALSE(s.open());
}

TEST_CASE("reset on a closed session without votes changes nothing")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.reset(at(0))) == "");
    s.start(at(0));
    s.reset(at(0));
    REQUIRE(said(s.reset(at(0))) == "");
}

// --- Progress

TEST_CASE("progress counts who has voted and names who has not, in the order of the seats")
{
    auto s = room_of({"Zoe", "Ana", "Bob"});
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    const auto now = s.seats().progress(12);
    REQUIRE(now.voted == 1);
    REQUIRE(now.of == 3);
    REQUIRE(now.waiting == list{"Zoe", "Bob"});
}

TEST_CASE("progress of an empty room is nothing of nothing")
{
    const auto s = room();
    const auto now = s.seats().progress(12);
    REQUIRE(now.voted == 0);
    REQUIRE(now.of == 0);
    REQUIRE(now.waiting.empty());
}

TEST_CASE("progress leaves out who is away and has not voted")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    REQUIRE(s.connected(1).has_value());
    REQUIRE(s.connected(2).has_value());
    s.start(at(0));
    REQUIRE(s.vote("Ana", "5", at(1)).has_value());
    s.disconnected(1, at(2));
    s.disconnected(2, at(2));
    const auto before = s.seats().progress(12);
    REQUIRE(before.of == 3);
    REQUIRE(before.waiting == list{"Bob", "Cleo"});
    s.advance_to(at(17));
    const auto after = s.seats().progress(12);
    REQUIRE(after.voted == 1);
    REQUIRE(after.of == 2);
    REQUIRE(after.waiting == list{"Cleo"});
}

TEST_CASE("progress names at most as many as asked for and counts them all")
{
    auto s = room();
    for (int i = 1; i <= 13; ++i)
        sit(s, "voter " + std::to_string(i));
    s.start(at(0));
    REQUIRE(s.seats().progress(12).waiting.size() == 12);
    REQUIRE(s.seats().progress(12).waiting.back() == "voter 12");
    REQUIRE(s.seats().progress(12).of == 13);
    REQUIRE(s.seats().progress(0).waiting.empty());
    REQUIRE(s.seats().progress(0).of == 13);
}

// --- Text

TEST_CASE("a session counts the bytes of its title and its choices")
{
    REQUIRE(room({"1", "13", "½"}, "é!").text_bytes() == 3 + 1 + 2 + 2);
    REQUIRE(room({"1"}, "").text_bytes() == 1);
}

TEST_CASE("a session counts the bytes of the names that sit in it")
{
    auto s = room({"1"}, "");
    sit(s, "Ana");
    sit(s, "José");
    REQUIRE(s.text_bytes() == 1 + 3 + 5);
    REQUIRE(s.kick("Ana", at(1)).has_value());
    REQUIRE(s.text_bytes() == 1 + 5);
    REQUIRE(s.leave("José", at(1)).has_value());
    REQUIRE(s.text_bytes() == 1);
}

TEST_CASE("neither a refused join nor one by the holder counts a name again")
{
    auto s = room_of({"Ana"});
    const auto before = s.text_bytes();
    REQUIRE(s.join("Ana", key_of("x"), std::nullopt, {500}, at(1)).has_error());
    REQUIRE(s.join("Ana", key_of("x"), key_of("Ana"), {500}, at(1)).has_value());
    REQUIRE(s.join("Bob", key_of("x"), std::nullopt, {1}, at(1)).has_error());
    REQUIRE(s.text_bytes() == before);
}

// --- Control keys

TEST_CASE("a minted control key is as good as the first")
{
    session s = room();
    REQUIRE(said(s.mint_control_key(key_of("second"), 1, 8)) == "control-keys");
    REQUIRE(s.control_keys().size() == 2);
    REQUIRE(s.control_keys().find(key_of("control")) == 1);
    REQUIRE(s.control_keys().find(key_of("second")) == 2);
    REQUIRE(s.control_keys().has(2));
    REQUIRE_FALSE(s.control_keys().has(3));
}

TEST_CASE("a control key too many revokes the oldest, though not the caller's own")
{
    session s = room();
    s.mint_control_key(key_of("second"), 1, 3);
    s.mint_control_key(key_of("third"), 1, 3);
    REQUIRE(said(s.mint_control_key(key_of("fourth"), 1, 3)) == "control-keys revoked:2");
    REQUIRE(said(s.mint_control_key(key_of("fifth"), 4, 3)) == "control-keys revoked:1");
    REQUIRE(s.control_keys().size() == 3);
    REQUIRE_FALSE(s.control_keys().find(key_of("control")));
    REQUIRE_FALSE(s.control_keys().find(key_of("second")));
    REQUIRE(s.control_keys().find(key_of("fifth")) == 5);
}

TEST_CASE("where one control key is all there may be, the new one is it")
{
    session s = room();
    REQUIRE(said(s.mint_control_key(key_of("second"), 1, 1)) == "control-keys revoked:1");
    REQUIRE(s.control_keys().size() == 1);
    REQUIRE(s.control_keys().find(key_of("second")) == 2);
}

TEST_CASE("without a limit no control key is revoked by another")
{
    session s = room();
    for (int i = 0; i < 20; ++i)
        s.mint_control_key(key_of("key " + std::to_string(i)), 1, 0);
    REQUIRE(s.control_keys().size() == 21);
}

TEST_CASE("to revoke leaves the caller's own control key alone")
{
    session s = room();
    s.mint_control_key(key_of("second"), 1, 8);
    s.mint_control_key(key_of("third"), 1, 8);
    REQUIRE(said(s.revoke_other_control_keys(2)) == "control-keys revoked:1 revoked:3");
    REQUIRE(s.control_keys().size() == 1);
    REQUIRE(s.control_keys().has(2));
    REQUIRE(said(s.revoke_other_control_keys(2)).empty());
}

TEST_CASE("the number of a control key is never used again")
{
    session s = room();
    s.mint_control_key(key_of("second"), 1, 8);
    s.revoke_other_control_keys(1);
    s.mint_control_key(key_of("third"), 1, 8);
    REQUIRE(s.control_keys().find(key_of("third")) == 3);
}

} // namespace
} // namespace pajthy
