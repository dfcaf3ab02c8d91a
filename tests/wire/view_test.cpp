#include <pajthy/wire/view.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"
#include "tests/support/seats_text.hpp"

#include <optional>
#include <string>

namespace pajthy
{
namespace
{

using namespace test;

constexpr viewer controller{role::controller, std::nullopt};
constexpr viewer watcher{role::voter, std::nullopt};

constexpr viewer seated(seat_number number)
{
    return {role::voter, number};
}

// Ana, Bob and Cleo, of whom Ana has voted "5", in an open round.
session open_room()
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    s.start(at(0));
    s.vote("Ana", "5", at(0)).value();
    return s;
}

// The same after Bob has voted "8" and the round was stopped.
session closed_room()
{
    auto s = open_room();
    s.vote("Bob", "8", at(1)).value();
    s.stop(at(0));
    return s;
}

// `count` people who sit and have voted "1", but the last, who voted "2".
session crowd(int count)
{
    auto s = room({"1", "2"}, "");
    for (int i = 1; i <= count; ++i)
        sit(s, "voter " + std::to_string(i));
    s.start(at(0));
    for (int i = 1; i <= count; ++i)
        s.vote("voter " + std::to_string(i), i == count ? "2" : "1", at(0)).value();
    return s;
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

// --- A new session

TEST_CASE("a controller sees a new session")
{
    REQUIRE(view_text(room(), controller, at(0), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":false,"Round":0,)"
            R"("Participants":[],"Numbers":[],"Away":[],"Votes":{}})");
}

TEST_CASE("a watcher sees a new session")
{
    REQUIRE(view_text(room(), watcher, at(0), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":false,"Round":0,)"
            R"("Voted":0,"Of":0,"Votes":{},"Seats":[]})");
}

TEST_CASE("a session without a title has an empty one")
{
    REQUIRE(view_text(room({"½", "\""}, ""), watcher, at(0), dates) ==
            R"({"Title":"","Choices":["½","\""],"Open":false,"Round":0,)"
            R"("Voted":0,"Of":0,"Votes":{},"Seats":[]})");
}

// --- An open round

TEST_CASE("a controller sees who has voted in an open round and not what")
{
    REQUIRE(view_text(open_room(), controller, at(1), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":true,"Round":1,)"
            R"("Participants":["Ana","Bob","Cleo"],)"
            R"("Numbers":[1,2,3],"Away":[],"Votes":{"Ana":"*"}})");
}

TEST_CASE("a watcher sees how far an open round is")
{
    REQUIRE(view_text(open_room(), watcher, at(1), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":true,"Round":1,)"
            R"("Voted":1,"Of":3,"Waiting":["Bob","Cleo"],)" +
                seats_text({{"Ana", "voted"}, {"Bob", "waiting"}, {"Cleo", "waiting"}}) + "}");
}

TEST_CASE("a seat sees its own vote in an open round")
{
    REQUIRE(view_text(open_room(), seated(1), at(1), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":true,"Round":1,)"
            R"("Voted":1,"Of":3,"Waiting":["Bob","Cleo"],)" +
                seats_text({{"Ana", "voted"}, {"Bob", "waiting"}, {"Cleo", "waiting"}}) +
                R"(,"Seat":1,"Name":"Ana","Own":"5"})");
}

TEST_CASE("a seat that has not voted sees in an open round that it has not")
{
    REQUIRE(view_text(open_room(), seated(2), at(1), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":true,"Round":1,)"
            R"("Voted":1,"Of":3,"Waiting":["Bob","Cleo"],)" +
                seats_text({{"Ana", "voted"}, {"Bob", "waiting"}, {"Cleo", "waiting"}}) +
                R"(,"Seat":2,"Name":"Bob","Own":null})");
}

TEST_CASE("a controller sees who is away")
{
    auto s = open_room();
    s.connected(2).value();
    s.disconnected(2, at(2));
    s.advance_to(at(17));
    REQUIRE(view_text(s, controller, at(17), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":true,"Round":1,)"
            R"("Participants":["Ana","Bob","Cleo"],"Numbers":[1,2,3],"Away":["Bob"],)"
            R"("Since":{"Bob":1002000},"Now":1017000,"Votes":{"Ana":"*"}})");
}

TEST_CASE("a view says the server's time once, though a timer runs and somebody is away")
{
    auto s = room();
    sit(s, "Ana");
    s.start(at(0), {.lasts = std::chrono::seconds(90)});
    s.connected(1).value();
    s.disconnected(1, at(2));
    s.advance_to(at(17));
    REQUIRE(view_text(s, controller, at(17), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":true,"Round":1,)"
            R"("EndsAt":1090000,"Now":1017000,"Participants":["Ana"],)"
            R"("Numbers":[1],"Away":["Ana"],)"
            R"("Since":{"Ana":1002000},"Votes":{}})");
}

TEST_CASE("a voter does not wait for who is away")
{
    auto s = open_room();
    s.connected(2).value();
    s.disconnected(2, at(2));
    s.advance_to(at(17));
    REQUIRE(view_text(s, watcher, at(17), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":true,"Round":1,)"
            R"("Voted":1,"Of":2,"Waiting":["Cleo"],)" +
                seats_text({{"Ana", "voted"}, {"Bob", "away"}, {"Cleo", "waiting"}}) + "}");
}

TEST_CASE("a voter sees at most 12 names of those who are waited for")
{
    auto s = room({"1"}, "");
    for (int i = 1; i <= 13; ++i)
        sit(s, std::to_string(i));
    s.start(at(0));
    REQUIRE(
        view_text(s, watcher, at(0), dates)
            .starts_with(R"({"Title":"","Choices":["1"],"Open":true,"Round":1,"Voted":0,"Of":13,)"
                         R"("Waiting":["1","2","3","4","5","6","7","8","9","10","11","12"],)"));
}

TEST_CASE("an open round shows nothing of the round before")
{
    auto s = closed_room();
    s.start(at(0));
    for (const auto& who : {controller, watcher, seated(1)})
    {
        const auto text = view_text(s, who, at(2), dates);
        REQUIRE_FALSE(contains(text, "Statistics"));
        REQUIRE_FALSE(contains(text, R"("Ana":)"));
        REQUIRE_FALSE(contains(text, R"("Own":"5")"));
    }
}

// --- A round that has ended

TEST_CASE("a controller sees the votes of a round that has ended")
{
    REQUIRE(view_text(closed_room(), controller, at(2), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":false,"Round":1,)"
            R"("Participants":["Ana","Bob","Cleo"],)"
            R"("Numbers":[1,2,3],"Away":[],"Votes":{"Ana":"5","Bob":"8"},)"
            R"("Statistics":{"Votes":2,"Abstentions":0,"Mean":"6.50","Median":"6.50",)"
            R"("Modes":["5","8"],"Lowest":"5","Highest":"8","Spread":1,"Nearest":"8",)"
            R"("Agreement":50},"Asked":3,"Rounds":1})");
}

TEST_CASE("a watcher sees the votes of a round that has ended")
{
    REQUIRE(view_text(closed_room(), watcher, at(2), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":false,"Round":1,)"
            R"("Voted":2,"Of":3,"Votes":{"Ana":"5","Bob":"8"},)"
            R"("Statistics":{"Votes":2,"Abstentions":0,"Mean":"6.50","Median":"6.50",)"
            R"("Modes":["5","8"],"Lowest":"5","Highest":"8","Spread":1,"Nearest":"8",)"
            R"("Agreement":50},"Asked":3,)" +
                seats_text({{"Ana", "voted"}, {"Bob", "voted"}, {"Cleo", "waiting"}}) + "}");
}

TEST_CASE("a seat sees its own vote in a round that has ended")
{
    REQUIRE(view_text(closed_room(), seated(2), at(2), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":false,"Round":1,)"
            R"("Voted":2,"Of":3,"Votes":{"Ana":"5","Bob":"8"},)"
            R"("Statistics":{"Votes":2,"Abstentions":0,"Mean":"6.50","Median":"6.50",)"
            R"("Modes":["5","8"],"Lowest":"5","Highest":"8","Spread":1,"Nearest":"8",)"
            R"("Agreement":50},"Asked":3,)" +
                seats_text({{"Ana", "voted"}, {"Bob", "voted"}, {"Cleo", "waiting"}}) +
                R"(,"Seat":2,"Name":"Bob","Own":"8"})");
}

TEST_CASE("a round that was reset shows no votes")
{
    auto s = closed_room();
    s.reset(at(0));
    REQUIRE(view_text(s, seated(1), at(2), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":false,"Round":1,)"
            R"("Voted":0,"Of":3,"Votes":{},)" +
                seats_text({{"Ana", "waiting"}, {"Bob", "waiting"}, {"Cleo", "waiting"}}) +
                R"(,"Seat":1,"Name":"Ana","Own":null})");
}

TEST_CASE("a round with abstentions alone has neither mean nor median")
{
    auto s = room_of({"Ana"});
    s.start(at(0));
    s.vote("Ana", "?", at(0)).value();
    REQUIRE(
        view_text(s, watcher, at(0), dates) ==
        R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Open":false,"Round":1,)"
        R"("Voted":1,"Of":1,"Votes":{"Ana":"?"},"Statistics":{"Votes":0,"Abstentions":1},"Asked":1,)" +
            seats_text({{"Ana", "voted"}}) + "}");
}

TEST_CASE("voters see up to 100 seats, and controllers none of it")
{
    auto s = room();
    for (int i = 1; i <= 100; ++i)
        sit(s, std::to_string(i));
    REQUIRE(contains(view_text(s, watcher, at(0), dates),
                     R"({"Seat":100,"Name":"100","State":"waiting"}])"));
    REQUIRE_FALSE(contains(view_text(s, controller, at(0), dates), "Seats"));
    sit(s, "101");
    REQUIRE_FALSE(contains(view_text(s, watcher, at(0), dates), "Seats"));
}

TEST_CASE("what is no seat any more sees no vote of its own")
{
    auto s = closed_room();
    s.kick("Ana", at(3)).value();
    const auto text = view_text(s, seated(1), at(3), dates);
    REQUIRE_FALSE(contains(text, R"("Own")"));
    REQUIRE(contains(text, R"("Votes":{"Ana":"5","Bob":"8"})"));
}

// --- Many seats

TEST_CASE("voters of a session with 100 seats see names")
{
    const auto text = view_text(crowd(100), watcher, at(0), dates);
    REQUIRE(contains(text, R"("Votes":{"voter 1":"1","voter 2":"1")"));
    REQUIRE(contains(text, R"("voter 100":"2"})"));
    REQUIRE_FALSE(contains(text, "Counts"));
}

TEST_CASE("voters of a session with 101 seats see counts by choice instead of names")
{
    REQUIRE(
        view_text(crowd(101), seated(101), at(0), dates) ==
        R"({"Title":"","Choices":["1","2"],"Open":false,"Round":1,"Voted":101,"Of":101,)"
        R"("Counts":{"1":100,"2":1},)"
        R"("Statistics":{"Votes":101,"Abstentions":0,"Mean":"1.01","Median":"1.00",)"
        R"("Modes":["1"],"Lowest":"1","Highest":"2","Spread":1,"Nearest":"1","Agreement":99},"Asked":101,)"
        R"("Seat":101,"Name":"voter 101","Own":"2"})");
}

TEST_CASE("controllers of a session with 101 seats see names")
{
    const auto text = view_text(crowd(101), controller, at(0), dates);
    REQUIRE(contains(text, R"("Votes":{"voter 1":"1","voter 2":"1")"));
    REQUIRE(contains(text, R"("voter 101":"2"})"));
    REQUIRE_FALSE(contains(text, "Counts"));
}

// --- Text

TEST_CASE("names and titles are escaped as JSON wants it, and only so")
{
    auto s = room({"<b>", "\\"}, "a \"b\" / c");
    sit(s, "Ana \"\\\" 👍");
    REQUIRE(view_text(s, controller, at(0), dates) ==
            R"({"Title":"a \"b\" / c","Choices":["<b>","\\"],"Open":false,"Round":0,)"
            R"("Participants":["Ana \"\\\" 👍"],"Numbers":[1],"Away":[],"Votes":{}})");
}

TEST_CASE("no view has a key in it")
{
    const auto s = closed_room();
    for (const auto& who : {controller, watcher, seated(1)})
    {
        const auto text = view_text(s, who, at(2), dates);
        REQUIRE_FALSE(contains(text, "Key"));
        REQUIRE_FALSE(contains(text, "Secret"));
    }
}

} // namespace
} // namespace pajthy
