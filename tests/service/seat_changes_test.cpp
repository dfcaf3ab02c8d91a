#include <pajthy/service/seat_changes.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <string>

namespace pajthy
{
namespace
{

using namespace test;

// A session, and what is not told of its seats yet.
struct scene
{
    session s = room();
    seat_changes untold;

    void note(const changes& done) { untold.note(done, s); }
    void note(const result<changes>& done) { note(done.value()); }

    void join(const std::string& name)
    {
        note(s.join(name, key_of(name), std::nullopt, {}, at(0)).value().done);
    }

    void fill(std::size_t seats)
    {
        while (s.seats().size() < seats)
            join("guest " + std::to_string(s.seats().last_number()));
    }

    // "all 1:Ana:voted gone:2", and nothing is left to tell. "none" for no table.
    std::string told()
    {
        if (untold.empty())
            return "";
        const auto e = untold.told(s);
        untold.forget();
        std::string out = e.all ? "all " : "";
        if (!e.changed)
            return out + "none";
        constexpr const char* states[] = {"waiting", "voted", "away"};
        for (const auto& one : *e.changed)
            out += std::to_string(one.number) + ':' + one.name + ':' +
                   states[static_cast<std::size_t>(one.state)] + ' ';
        for (const auto number : e.gone)
            out += "gone:" + std::to_string(number) + ' ';
        out.pop_back();
        return out;
    }

    void lose(seat_number number, int when)
    {
        note(s.connected(number));
        s.disconnected(number, at(when));
    }
};

TEST_CASE("of the seats, only those are told that have changed, as they are by then")
{
    scene r;
    CHECK(r.told() == "");
    r.join("Ana");
    r.join("Bob");
    CHECK(r.told() == "1:Ana:waiting 2:Bob:waiting");
    r.note(r.s.rename("Ana", "Anna", {}, at(1)));
    r.note(r.s.rename("Anna", "Annie", {}, at(1)));
    CHECK(r.told() == "1:Annie:waiting");
    r.note(r.s.start(at(2)));
    CHECK(r.told() == "");
    r.note(r.s.vote("Bob", "5", at(3)));
    CHECK(r.told() == "2:Bob:voted");
    r.note(r.s.vote("Bob", "8", at(3)));
    CHECK(r.told() == "");
    r.note(r.s.leave("Bob", at(4)));
    CHECK(r.told() == "gone:2");
}

TEST_CASE("what only votes have changed is known from the votes")
{
    scene r;
    r.join("Ana");
    r.join("Bob");
    CHECK_FALSE(r.untold.only_votes());
    r.told();
    r.note(r.s.start(at(0)));
    r.note(r.s.vote("Ana", "5", at(1)));
    CHECK(r.untold.only_votes());
    r.note(r.s.rename("Bob", "Bo", {}, at(1)));
    CHECK_FALSE(r.untold.only_votes());
    CHECK(r.told() == "1:Ana:voted 2:Bo:waiting");
    r.note(r.s.vote("Bo", "5", at(2)));
    CHECK(r.untold.only_votes());
    r.note(r.s.leave("Bo", at(2)));
    CHECK_FALSE(r.untold.only_votes());
}

TEST_CASE("a newcomer with the name of somebody who left after the close has not voted")
{
    scene r;
    r.join("Ana");
    r.join("Bob");
    r.s.start(at(0));
    r.s.vote("Ana", "5", at(1));
    r.s.vote("Bob", "5", at(1));
    r.told();
    r.note(r.s.leave("Bob", at(2)));
    r.join("Bob");
    CHECK(r.told() == "3:Bob:waiting gone:2");
}

TEST_CASE("who has voted and is away counts as voted, until the votes are gone")
{
    const std::string how = GENERATE("start", "reset", "deck");
    scene r;
    for (const auto* const name : {"Ana", "Bob", "Cleo"})
        r.join(name);
    r.lose(1, 0);
    r.lose(2, 0);
    r.s.start(at(1));
    r.s.vote("Bob", "5", at(1));
    r.told();
    r.note(r.s.advance_to(at(15)));
    CHECK(r.told() == "1:Ana:away");
    r.s.vote("Cleo", "5", at(16)); // closes it
    if (how == "start")
        r.note(r.s.start(at(17)));
    else if (how == "reset")
        r.note(r.s.reset(at(17)));
    else
        r.note(r.s.change_deck(deck::make({"S", "M"}, 0).value()));
    CHECK(r.told() == "2:Bob:away");
    r.note(r.s.connected(2));
    CHECK(r.told() == "2:Bob:waiting");
}

TEST_CASE("a seat that is away and passes to a newcomer is waited for, unless its vote stands")
{
    scene r;
    for (const auto* const name : {"Ana", "Bob", "Cleo"})
        r.join(name);
    r.lose(1, 0);
    r.lose(2, 0);
    r.s.start(at(1));
    r.s.vote("Bob", "5", at(1));
    r.s.advance_to(at(60));
    r.told();
    for (const auto* const name : {"Ana", "Bob"})
        r.note(r.s.join(name, key_of("x"), std::nullopt, {}, at(60)).value().done);
    CHECK(r.told() == "1:Ana:waiting");
    r.note(r.s.connected(2));
    CHECK(r.told() == "");
}

TEST_CASE("a round that comes back tells of all seats, open or closed")
{
    const bool was_open = GENERATE(true, false);
    scene r;
    for (const auto* const name : {"Ana", "Bob"})
        r.join(name);
    r.s.start(at(0));
    r.s.vote("Ana", "5", at(1));
    if (!was_open)
        r.s.stop(at(1));
    r.s.reset(at(2));
    r.told();
    r.note(r.s.undo({}, at(3)));
    CHECK(r.told() == "all 1:Ana:voted 2:Bob:waiting");
}

TEST_CASE("a kicked seat that comes back is told with its vote")
{
    scene r;
    for (const auto* const name : {"Ana", "Bob"})
        r.join(name);
    r.s.start(at(0));
    r.s.vote("Ana", "5", at(1));
    r.told();
    r.note(r.s.kick("Ana", at(2)));
    CHECK(r.told() == "gone:1");
    r.note(r.s.undo({}, at(3)));
    CHECK(r.told() == "1:Ana:voted");
}

TEST_CASE("more than 100 seats are not told, and from 100 on all are again")
{
    scene r;
    r.fill(100);
    CHECK(r.told().starts_with("1:guest 0:waiting 2:guest 1:waiting "));
    r.join("Ana");
    CHECK(r.told() == "all none");
    r.join("Bob");
    r.note(r.s.rename("Bob", "Bo", {}, at(1)));
    r.note(r.s.leave("Bo", at(1)));
    CHECK(r.told() == "");
    r.note(r.s.rename("Ana", "Anna", {}, at(1)));
    CHECK(r.told() == "");
    r.note(r.s.leave("guest 0", at(1)));
    const auto all = r.told();
    CHECK(all.starts_with("all 2:guest 1:waiting 3:guest 2:waiting "));
    CHECK(all.ends_with(" 101:Anna:waiting"));
}

TEST_CASE("a bound that is passed and passed back at once tells of all")
{
    scene r;
    r.fill(100);
    r.told();
    r.join("Ana");
    r.note(r.s.leave("Ana", at(1)));
    CHECK(r.told().starts_with("all 1:guest 0:waiting "));
}

TEST_CASE("what is remembered of the seats is bounded, however many come and go")
{
    scene r;
    r.join("Ana");
    for (int i = 0; i < 99; ++i)
    {
        r.join("guest");
        r.note(r.s.leave("guest", at(1)));
    }
    CHECK(r.told().starts_with("1:Ana:waiting gone:2 "));
    for (int i = 0; i < 101; ++i)
    {
        r.join("guest");
        r.note(r.s.leave("guest", at(1)));
    }
    CHECK(r.told() == "all 1:Ana:waiting");
}

} // namespace
} // namespace pajthy
