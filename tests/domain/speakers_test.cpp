// Who speaks first: where the votes lie far apart, and never the same where others share an end.
#include <pajthy/domain/session.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;
using votes = std::vector<std::pair<std::string, std::string>>;

// The round `s` is in, closed: "Ana Dan", or "" where nobody has more to explain.
std::string first_of(const session& s)
{
    const auto& r = *s.rounds().find(s.round().number());
    if (!r.first)
        return "";
    const std::vector<std::string_view> names(r.names.begin(), r.names.end());
    return std::string(names[r.first->low]) + " " + std::string(names[r.first->high]);
}

// Plays a round of these votes, and says who speaks first.
std::string first_after(session& s, const votes& cast)
{
    s.start(at(0)).value();
    for (const auto& [name, choice] : cast)
        s.vote(name, choice, at(1)).value();
    s.stop(at(2));
    return first_of(s);
}

TEST_CASE("who chose the lowest card and who chose the highest speak first")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    CHECK(first_after(s, {{"Ana", "8"}, {"Bob", "1"}, {"Cleo", "3"}}) == "Bob Ana");
}

TEST_CASE("nobody speaks first unless the votes lie three steps of the deck apart")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    CHECK(first_after(s, {{"Ana", "2"}, {"Bob", "5"}}).empty()); // 2 3 5
    CHECK(first_after(s, {{"Ana", "1"}, {"Bob", "5"}}) == "Ana Bob");
    CHECK(first_after(s, {{"Ana", "3"}}).empty());
    CHECK(first_after(s, {{"Ana", "1"}, {"Bob", "?"}}).empty());
}

TEST_CASE("of those who share an end it is whoever spoke longest ago")
{
    auto s = room_of({"Ana", "Bob", "Cleo", "Dan"});
    const votes same{{"Ana", "1"}, {"Bob", "1"}, {"Cleo", "8"}, {"Dan", "8"}};
    CHECK(first_after(s, same) == "Ana Cleo");
    CHECK(first_after(s, same) == "Bob Dan");
    CHECK(first_after(s, same) == "Ana Cleo");
    // Alone at an end one speaks again.
    CHECK(first_after(s, {{"Ana", "1"}, {"Bob", "3"}, {"Cleo", "8"}, {"Dan", "3"}}) == "Ana Cleo");
    CHECK(first_after(s, same) == "Bob Dan");
}

TEST_CASE("who speaks first keeps that under another name, and after an undo")
{
    auto s = room_of({"Ana", "Bob"});
    CHECK(first_after(s, {{"Ana", "1"}, {"Bob", "8"}}) == "Ana Bob");
    s.rename("Ana", "Anna", {}, at(3)).value();
    CHECK(first_of(s) == "Anna Bob");
    s.reset(at(4));
    s.undo({}, at(5)).value();
    CHECK(first_of(s) == "Anna Bob");
}

TEST_CASE("a round remembers how many were asked, whatever happens to the seats")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    first_after(s, {{"Ana", "1"}, {"Bob", "8"}});
    const auto asked = [&] { return s.rounds().find(s.round().number())->asked; };
    CHECK(asked() == 3);
    s.leave("Cleo", at(3)).value();
    CHECK(asked() == 3);

    // Nobody waits for who is away, or goes.
    sit(s, "Dan", at(3));
    s.connected(4).value();
    s.disconnected(4, at(4));
    s.start(at(5)).value();
    s.vote("Ana", "1", at(6)).value();
    s.advance_to(at(60));
    s.vote("Bob", "8", at(61)).value();
    CHECK(asked() == 2);
}

} // namespace
} // namespace pajthy
