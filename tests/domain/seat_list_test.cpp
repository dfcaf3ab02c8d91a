#include <pajthy/domain/seat_list.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

seat_list seats_of(std::initializer_list<std::string> names)
{
    seat_list out;
    for (const auto& name : names)
        out.add(name, key_of(name), at(0));
    return out;
}

std::string names_in(const seat_list& seats)
{
    std::string out;
    for (const seat& s : seats)
        out += (out.empty() ? "" : " ") + s.name();
    return out;
}

// Each seat is found in each way.
void require_order(const seat_list& seats)
{
    std::size_t bytes = 0;
    for (const seat& s : seats)
    {
        REQUIRE(seats.find(s.name()) == &s);
        REQUIRE(seats.find(s.number()) == &s);
        REQUIRE(seats.find(s.secret()) == &s);
        bytes += s.name().size();
    }
    REQUIRE(seats.name_bytes() == bytes);
}

void vote(seat_list& seats, std::string_view name)
{
    seats.vote(*seats.find(name), {0, true});
}

TEST_CASE("seats keep the order of joining and are found by name, number and key")
{
    const auto seats = seats_of({"Eve", "Bob", "Ana"});
    REQUIRE(names_in(seats) == "Eve Bob Ana");
    require_order(seats);
    REQUIRE(seats.find("Zoe") == nullptr);
    REQUIRE(seats.find(seat_number{4}) == nullptr);
    REQUIRE(seats.find(key_of("Zoe")) == nullptr);
}

TEST_CASE("a seat that is removed takes its vote along, and its number never comes back")
{
    auto seats = seats_of({"Eve", "Bob", "Ana"});
    vote(seats, "Ana");
    vote(seats, "Bob");
    seats.remove(*seats.find("Bob"));
    REQUIRE(names_in(seats) == "Eve Ana");
    REQUIRE(seats.voted() == text_list{"Ana"});
    REQUIRE(seats.votes() == 1);
    require_order(seats);
    seats.remove(*seats.find("Ana"));
    seats.add("Bob", key_of("Bob"), at(1));
    REQUIRE(seats.find("Bob")->number() == 4);
    require_order(seats);
}

TEST_CASE("a seat that is restored is where it was, and is the last that voted")
{
    auto seats = seats_of({"Eve", "Bob", "Ana"});
    vote(seats, "Bob");
    vote(seats, "Ana");
    const seat kept = *seats.find("Bob");
    seats.remove(*seats.find("Bob"));
    seats.restore(kept);
    REQUIRE(names_in(seats) == "Eve Bob Ana");
    REQUIRE(seats.voted() == text_list{"Ana", "Bob"});
    REQUIRE(seats.votes() == 2);
    require_order(seats);
}

TEST_CASE("a seat that is renamed keeps its place in all orders but that of the names")
{
    auto seats = seats_of({"Eve", "Bob", "Ana"});
    vote(seats, "Bob");
    vote(seats, "Ana");
    seat& bob = *seats.find("Bob");
    seats.rename(bob, "Zoe", seats.voted_after_rename(bob, "Zoe"));
    REQUIRE(names_in(seats) == "Eve Zoe Ana");
    REQUIRE(seats.voted() == text_list{"Zoe", "Ana"});
    REQUIRE(seats.find("Bob") == nullptr);
    require_order(seats);
}

TEST_CASE("a changed vote is still one, in its old place")
{
    auto seats = seats_of({"Eve", "Bob"});
    vote(seats, "Eve");
    vote(seats, "Bob");
    vote(seats, "Eve");
    REQUIRE(seats.voted() == text_list{"Eve", "Bob"});
    REQUIRE(seats.votes() == 2);
    seats.forget_votes();
    REQUIRE(seats.voted().empty());
    REQUIRE(seats.votes() == 0);
    REQUIRE_FALSE(seats.find("Eve")->has_voted());
}

TEST_CASE("votes are restored to the seats that are still there, in their order")
{
    auto seats = seats_of({"Eve", "Bob", "Ana"});
    seats.restore_votes({{3, {0, true}}, {9, {0, true}}, {1, {0, false}}});
    REQUIRE(seats.voted() == text_list{"Ana", "Eve"});
    REQUIRE(seats.votes() == 2);
}

TEST_CASE("a seat is lost, then away, and back as soon as it is connected")
{
    using std::chrono::seconds;
    auto seats = seats_of({"Eve", "Bob"});
    seats.connect(*seats.find("Eve"));
    seats.connect(*seats.find("Bob"));
    REQUIRE_FALSE(seats.has_lost());
    seats.disconnect(*seats.find("Eve"), at(5));
    seats.disconnect(*seats.find("Bob"), at(3));
    REQUIRE(seats.has_lost());
    REQUIRE(seats.first_lost_at() == at(3));
    REQUIRE_FALSE(seats.mark_away(at(12), seconds(10)));
    REQUIRE(seats.mark_away(at(13), seconds(10)));
    REQUIRE(seats.find("Bob")->is_away());
    REQUIRE(seats.has_away());
    REQUIRE(seats.first_lost_at() == at(5));
    seats.connect(*seats.find("Bob"));
    seats.connect(*seats.find("Eve"));
    REQUIRE_FALSE(seats.has_away());
    REQUIRE_FALSE(seats.has_lost());
    REQUIRE_FALSE(seats.first_lost_at());
}

TEST_CASE("who takes a seat over has a key of their own, no websocket, and no vote of their own")
{
    auto seats = seats_of({"Eve"});
    vote(seats, "Eve");
    seats.connect(*seats.find("Eve"));
    seats.disconnect(*seats.find("Eve"), at(1));
    seats.hand_over(*seats.find("Eve"), key_of("newcomer"), at(20));
    REQUIRE(seats.find(key_of("Eve")) == nullptr);
    REQUIRE(seats.find(key_of("newcomer"))->number() == 1);
    REQUIRE_FALSE(seats.has_lost());
    REQUIRE(seats.voted() == text_list{"Eve"});
    const seat_record& eve = seats.find("Eve")->record();
    REQUIRE(eve.vote == seat_vote{0, false});
    REQUIRE(eve.last_seen == at(20));
    REQUIRE(eve.presence == seat_presence::unseen);
}

TEST_CASE("limits of seats and of names are those of the list with what is to come")
{
    const auto seats = seats_of({"Eve", "Bob"});
    REQUIRE_FALSE(seats.is_full({}));
    REQUIRE_FALSE(seats.is_full({.seats = 3}));
    REQUIRE(seats.is_full({.seats = 2}));
    REQUIRE(seats.has_room_for(1'000, {}));
    REQUIRE(seats.has_room_for(4, {.name_bytes = 10}));
    REQUIRE_FALSE(seats.has_room_for(5, {.name_bytes = 10}));
}

TEST_CASE("a list that is made of seats is the same as the one that they come from")
{
    auto seats = seats_of({"Eve", "Bob", "Ana"});
    vote(seats, "Ana");
    vote(seats, "Eve");
    seats.connect(*seats.find("Bob"));
    seats.disconnect(*seats.find("Bob"), at(5));
    seats.remove(*seats.find("Ana"));
    const seat_list again({seats.begin(), seats.end()}, seats.last_number(), {1});
    require_order(again);
    REQUIRE(again.voted() == seats.voted());
    REQUIRE(again.votes() == 1);
    REQUIRE(again.has_lost());
    REQUIRE(again.last_number() == 3);
}

} // namespace
} // namespace pajthy
