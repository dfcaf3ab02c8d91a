#include <pajthy/event/event.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

using list = std::vector<std::string>;

std::string joined(const auto& words)
{
    std::string out;
    for (const auto& word : words)
        out.append(out.empty() ? "" : " ").append(word);
    return out;
}

// An event in words, with all that it carries.
struct describe
{
    std::string operator()(const event::enabled& e) const
    {
        return "enabled " + std::to_string(e.round) + " of " + std::to_string(e.state.of);
    }
    std::string operator()(const event::disabled& e) const
    {
        std::string out = "disabled";
        for (const auto& [name, face] : e.result.votes)
            out.append(" ").append(name).append(":").append(face);
        return out;
    }
    std::string operator()(const event::reset&) const { return "reset"; }
    std::string operator()(const event::vote& e) const
    {
        const auto& [voted] = e; // does not compile if a vote carries anything else
        return "vote (" + joined(voted) + ")";
    }
    std::string operator()(const event::participants_change& e) const
    {
        return "participants (" + joined(e.participants) + ") away (" + joined(e.away) + ")";
    }
    std::string operator()(const event::progress&) const { return "progress"; }
    std::string operator()(const event::kicked& e) const
    {
        return "kicked " + std::to_string(e.seat);
    }
    std::string operator()(const event::control_keys& e) const
    {
        return "control-keys " + std::to_string(e.count);
    }
    std::string operator()(const event::revoked& e) const
    {
        std::string out = "revoked";
        for (const auto number : e.keys)
            out.append(" ").append(std::to_string(number));
        return out;
    }
    std::string operator()(const event::timer_change& e) const
    {
        return "timer" + described(e.now);
    }
    std::string operator()(const event::topics& e) const
    {
        return "topics (" + joined(e.topics) + ")";
    }
    std::string operator()(const event::deck& e) const
    {
        return "deck (" + joined(e.choices) + ")";
    }
    std::string operator()(const event::agreed& e) const
    {
        return "agreed " + std::to_string(e.round) + " " + e.agreed +
               (e.for_voters ? "" : " (controllers)");
    }
    std::string operator()(const event::undo& e) const
    {
        if (!e.what)
            return "undo nothing";
        switch (*e.what)
        {
        case undo_offer::kind::reset: return "undo reset";
        case undo_offer::kind::kick: return "undo kick of " + e.name;
        }
        return "";
    }
    std::string operator()(const event::you& e) const
    {
        return "you " + std::to_string(e.seat) + " " + e.name + " " + e.own.value_or("none");
    }
    std::string operator()(const event::title& e) const { return "title " + e.title; }
    std::string operator()(const event::seats& e) const
    {
        return "seats " + std::to_string(e.changed ? e.changed->size() : 0);
    }
    std::string operator()(const event::door& e) const
    {
        return e.locked ? "door locked" : "door open";
    }
    std::string operator()(const event::ladder& e) const
    {
        return "ladder " + std::to_string(e.rungs.size());
    }
    std::string operator()(const event::question& e) const
    {
        std::string out = "question";
        for (const auto& one : e.asking)
            out += ' ' + std::to_string(one.number) + ' ' + one.name;
        return out;
    }
    std::string operator()(const event::control& e) const
    {
        const char* const states[] = {"led", "unled", "asked", "passed"};
        return std::string("control ") + states[static_cast<int>(e.state)] +
               (e.by.empty() ? "" : " by ") + e.by + described(e.passes);
    }

    // The seconds that are left.
    static std::string described(const std::optional<timer>& t)
    {
        using std::chrono::seconds;
        if (t && t->rests)
            return " rests " + std::to_string(std::chrono::round<seconds>(*t->rests).count());
        return t ? " " + std::to_string(std::chrono::round<seconds>(t->ends - t->now).count()) : "";
    }
};

list events(const changes& done, const session& s, unix_time now = at(1))
{
    list out;
    for (const auto& e : events_of(done, s, now, dates))
        out.push_back(std::visit(describe(), e));
    return out;
}

list events(const result<changes>& done, const session& s, unix_time now = at(1))
{
    return events(done.value(), s, now);
}

// A room in which the round has begun and these people have voted "5".
session open_room(const list& people, const list& voters)
{
    auto s = room_of(people);
    s.start(at(0));
    for (const auto& name : voters)
        s.vote(name, "5", at(0)).value();
    return s;
}

// --- What each event says of itself

// "kind: audience, state, disconnects, can wait", with what holds.
std::string described(const session_event& e)
{
    const char* const groups[] = {"everybody", "controllers", "voters", "one seat", "control keys"};
    const auto& traits = traits_of(e);
    std::string out(traits.kind);
    out.append(": ").append(groups[static_cast<int>(audience_of(e).who)]);
    out.append(traits.is_state ? ", state" : "").append(traits.disconnects ? ", disconnects" : "");
    return out.append(traits.can_wait ? ", can wait" : "");
}

TEST_CASE("each event says its kind, its audience, and how it behaves while it waits")
{
    const session_event all[] = {event::enabled{},
                                 event::disabled{},
                                 event::reset{},
                                 event::vote{},
                                 event::participants_change{},
                                 event::progress{},
                                 event::kicked{3},
                                 event::control_keys{},
                                 event::revoked{},
                                 event::timer_change{},
                                 event::title{},
                                 event::topics{},
                                 event::deck{},
                                 event::agreed{1, "5", true},
                                 event::agreed{1, "5", false},
                                 event::undo{},
                                 event::control{},
                                 event::door{},
                                 event::question{},
                                 event::ladder{},
                                 event::you{3, "Ana", {}},
                                 event::seats{}};
    list said;
    for (const auto& e : all)
        said.push_back(described(e));
    REQUIRE(said == list{"enabled: everybody",
                         "disabled: everybody",
                         "reset: everybody",
                         "vote: controllers, state",
                         "participants-change: controllers, state",
                         "progress: voters, state",
                         "kicked: one seat, disconnects",
                         "control-keys: controllers",
                         "kicked: control keys, disconnects",
                         "timer: everybody, state",
                         "title: everybody, state",
                         "topics: controllers, state",
                         "deck: everybody",
                         "agreed: everybody",
                         "agreed: controllers",
                         "undo: controllers, state",
                         "control: voters, state",
                         "door: everybody, state",
                         "question: everybody, state",
                         "ladder: voters, state",
                         "you: one seat, state, can wait",
                         "seats: voters"});
    REQUIRE(std::size(all) == event_types + 1); // `agreed` twice
}

TEST_CASE("an audience has those viewers in it that it says")
{
    const std::vector<control_key_number> keys{2, 4};
    const viewer host{role::controller, std::nullopt, 2};
    const viewer other_host{role::controller, std::nullopt, 3};
    const viewer open_host{role::controller};
    const viewer ana{role::voter, 1};
    const viewer bob{role::voter, 2};
    const viewer watcher{role::voter};
    const auto among = [&](const audience& to)
    {
        std::string out;
        for (const auto* const one : {&host, &other_host, &open_host, &ana, &bob, &watcher})
            out.push_back(to.includes(*one) ? 'x' : '-');
        return out;
    };
    using group = audience::group;
    REQUIRE(among({group::everybody}) == "xxxxxx");
    REQUIRE(among({group::controllers}) == "xxx---");
    REQUIRE(among({group::voters}) == "---xxx");
    REQUIRE(among({group::seat, 1}) == "---x--");
    REQUIRE(among({group::control_keys, 0, keys}) == "x-----");
}

// --- What a change is told as

TEST_CASE("no change, no event")
{
    REQUIRE(events(changes{}, room_of({"Ana"})).empty());
}

TEST_CASE("a start is told with its round and how many are waited for")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(events(s.start(at(0)), s) == list{"enabled 1 of 2"});
    REQUIRE(events(s.start(at(0)), s) == list{"enabled 2 of 2"});
}

TEST_CASE("a start does not count those who are away")
{
    auto s = room_of({"Ana", "Bob"});
    s.connected(2).value();
    s.disconnected(2, at(0));
    s.advance_to(at(15));
    REQUIRE(events(s.start(at(15)), s, at(15)) == list{"enabled 1 of 1"});
}

TEST_CASE("a stop is told with the votes")
{
    auto s = open_room({"Zoe", "Ana", "Bob"}, {"Ana", "Zoe"});
    REQUIRE(events(s.stop(at(0)), s) == list{"disabled Zoe:5 Ana:5"});
}

TEST_CASE("a stop that changed nothing is not told")
{
    auto s = room_of({"Ana"});
    REQUIRE(events(s.stop(at(0)), s).empty());
}

TEST_CASE("a reset is told, then that there are no votes, and at last that it can be undone")
{
    auto s = open_room({"Ana", "Bob"}, {"Ana"});
    REQUIRE(events(s.reset(at(0)), s) == list{"reset", "vote ()", "undo reset", "you 1 Ana none"});
}

TEST_CASE("a reset that changed nothing is not told")
{
    auto s = room_of({"Ana"});
    REQUIRE(events(s.reset(at(0)), s).empty());
}

TEST_CASE("a vote is told with the names of all who have voted, in the order of the votes")
{
    auto s = open_room({"Zoe", "Ana", "Bob"}, {"Ana"});
    REQUIRE(events(s.vote("Zoe", "8", at(1)).value(), s) == list{"vote (Ana Zoe)", "you 1 Zoe 8"});
}

TEST_CASE("the last vote is told as a vote and then as the close")
{
    auto s = open_room({"Ana", "Bob"}, {"Ana"});
    REQUIRE(events(s.vote("Bob", "8", at(1)).value(), s) ==
            list{"vote (Ana Bob)", "disabled Ana:5 Bob:8", "you 2 Bob 8"});
}

TEST_CASE("a join is told as a change of the participants")
{
    auto s = room_of({"Ana"});
    const auto bob = s.join("Bob", key_of("Bob"), std::nullopt, {}, at(1)).value();
    REQUIRE(events(bob.done, s) == list{"participants (Ana Bob) away ()"});
}

TEST_CASE("a join by the holder of the seat is not told")
{
    auto s = room_of({"Ana"});
    const auto ana = s.join("Ana", key_of("x"), key_of("Ana"), {}, at(1)).value();
    REQUIRE(events(ana.done, s).empty());
}

TEST_CASE("a kick is told to the seat first and then as a change of the participants")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(events(s.kick("Ana", at(1)).value(), s) ==
            list{"kicked 1", "participants (Bob) away ()", "undo kick of Ana"});
}

TEST_CASE("control keys that go are told to those who hold them, and their number to the others")
{
    auto s = room_of({"Ana"});
    REQUIRE(events(s.mint_control_key(key_of("second"), 1, 8), s) == list{"control-keys 2"});
    REQUIRE(events(s.revoke_other_control_keys(2), s) == list{"revoked 1", "control-keys 1"});
    REQUIRE(events(s.revoke_other_control_keys(2), s).empty());
}

TEST_CASE("a leave is told like a kick, so that the other pages of the seat close")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(events(s.leave("Ana", at(1)).value(), s) ==
            list{"kicked 1", "participants (Bob) away ()"});
}

TEST_CASE("a kick that takes a hidden vote away is told as a vote, too")
{
    auto s = open_room({"Ana", "Bob", "Cleo"}, {"Ana", "Bob"});
    REQUIRE(events(s.kick("Ana", at(1)).value(), s) ==
            list{"kicked 1", "participants (Bob Cleo) away ()", "vote (Bob)", "undo kick of Ana"});
}

TEST_CASE("a kick that closes the round is told with the votes at the end")
{
    auto s = open_room({"Ana", "Bob"}, {"Ana"});
    REQUIRE(events(s.kick("Bob", at(1)).value(), s) ==
            list{"kicked 2", "participants (Ana) away ()", "disabled Ana:5", "undo kick of Bob"});
}

TEST_CASE("a kick that takes a vote and closes the round is told as all of it, in this order")
{
    auto s = open_room({"Ana", "Bob"}, {"Ana"});
    s.join("Cleo", key_of("Cleo"), std::nullopt, {}, at(1)).value();
    s.vote("Bob", "8", at(1)).value();
    s.connected(3).value();
    s.disconnected(3, at(2));
    REQUIRE(events(s.kick("Ana", at(17)).value(), s, at(17)) ==
            list{"kicked 1", "participants (Bob Cleo) away ()", "vote (Bob)", "disabled Bob:8",
                 "undo kick of Ana"});
}

TEST_CASE("a kick after the close does not tell the result again, which stays")
{
    auto s = open_room({"Ana", "Bob"}, {"Ana", "Bob"});
    REQUIRE(events(s.kick("Ana", at(1)).value(), s) ==
            list{"kicked 1", "participants (Bob) away ()", "undo kick of Ana"});
}

TEST_CASE("a seat that is away is told as a change of the participants")
{
    auto s = room_of({"Ana", "Bob"});
    s.connected(2).value();
    s.disconnected(2, at(0));
    REQUIRE(events(s.advance_to(at(15)), s, at(15)) == list{"participants (Ana Bob) away (Bob)"});
}

TEST_CASE("a seat that is away and lets the round close is told first, the close after it")
{
    auto s = open_room({"Ana", "Bob"}, {"Ana"});
    s.connected(2).value();
    s.disconnected(2, at(0));
    REQUIRE(events(s.advance_to(at(15)), s, at(15)) ==
            list{"participants (Ana Bob) away (Bob)", "disabled Ana:5"});
}

TEST_CASE("a seat that comes back is told as a change of the participants")
{
    auto s = room_of({"Ana"});
    s.connected(1).value();
    s.disconnected(1, at(0));
    s.advance_to(at(15));
    REQUIRE(events(s.connected(1).value(), s, at(20)) == list{"participants (Ana) away ()"});
}

TEST_CASE("all that one change can do is told in one order")
{
    auto s = open_room({"Ana", "Bob"}, {"Ana", "Bob"});
    changes all;
    all.opened = all.reset = all.deck = all.control_keys = all.seats = all.votes = true;
    all.timer = all.closed = all.title = all.topics = all.undo = all.control = all.door = true;
    all.question = true;
    all.revoked = {7};
    all.removed = 3;
    all.agreed = 1;
    all.own = {2, 1};
    REQUIRE(
        events(all, s) ==
        list{"enabled 1 of 2", "reset",          "vote ()",     "deck (1 2 3 5 8 ?)",
             "revoked 7",      "control-keys 1", "kicked 3",    "participants (Ana Bob) away ()",
             "vote (Ana Bob)", "question",       "timer",       "disabled Ana:5 Bob:5",
             "agreed 1 ",      "title Sprint 7", "topics ()",   "undo nothing",
             "control led",    "door open",      "you 2 Bob 5", "you 1 Ana 5"});
}

TEST_CASE("a start names at most twelve of those who are waited for")
{
    auto s = room();
    for (int i = 1; i <= 13; ++i)
        sit(s, std::to_string(i));
    const auto told = events_of(s.start(at(0)).value(), s, at(0), dates);
    const auto& state = std::get<event::enabled>(told.at(0)).state;
    REQUIRE(state.of == 13);
    REQUIRE(joined(state.waiting) == "1 2 3 4 5 6 7 8 9 10 11 12");
}

TEST_CASE("a second that has begun still counts among those that are left to undo")
{
    auto s = open_room({"Ana", "Bob"}, {"Ana"});
    s.reset(at(0));
    const auto all = undo_of(s, at(0)).left;
    REQUIRE(undo_of(s, at(0) + std::chrono::milliseconds(1)).left == all);
    REQUIRE(undo_of(s, at(0) + std::chrono::milliseconds(1'001)).left ==
            all - std::chrono::seconds(1));
}

TEST_CASE("what is agreed is told to voters who get counts, and not to those who get nothing")
{
    const auto agreement = [](results_for results)
    {
        session s(deck::make({"5", "8"}, 0).value(), "", key_of("control"), {.results = results},
                  at(0));
        sit(s, "Ana");
        s.start(at(0));
        s.vote("Ana", "5", at(0)).value();
        return events(s.agree(1, "5"), s);
    };
    REQUIRE(agreement(results_for::everybody) == list{"agreed 1 5"});
    REQUIRE(agreement(results_for::counts) == list{"agreed 1 5"});
    REQUIRE(agreement(results_for::controllers) == list{"agreed 1 5 (controllers)"});
}

TEST_CASE("the result of a round without votes has nothing to compare")
{
    auto s = open_room({"Ana"}, {"Ana"});
    REQUIRE(result_of(s).counts == choice_counts{{"5", 1}});
    s.start(at(1), {.again = true});
    s.stop(at(2));
    REQUIRE_FALSE(result_of(s).before);
}

TEST_CASE("the result of an open session is empty")
{
    const auto result = result_of(open_room({"Ana", "Bob"}, {"Ana"}));
    REQUIRE(result.votes.empty());
    REQUIRE(result.statistics.votes == 0);
    REQUIRE(result.statistics.mean == std::nullopt);
}

TEST_CASE("the result of a closed session has its votes and their statistics")
{
    auto s = open_room({"Ana", "Bob", "Cleo"}, {"Ana"});
    s.vote("Bob", "8", at(1)).value();
    s.vote("Cleo", "?", at(1)).value();
    const auto result = result_of(s);
    REQUIRE(result.votes == decltype(result.votes){{"Ana", "5"}, {"Bob", "8"}, {"Cleo", "?"}});
    REQUIRE(result.counts == choice_counts{{"5", 1}, {"8", 1}, {"?", 1}});
    REQUIRE(result.statistics.votes == 2);
    REQUIRE(result.statistics.abstentions == 1);
    REQUIRE(result.statistics.mean == 6.5);
}

TEST_CASE("counts stand in the order of the deck, which tells nothing of who sits first")
{
    auto s = open_room({"Ana", "Bob", "Cleo"}, {});
    s.vote("Ana", "8", at(1)).value();
    s.vote("Bob", "1", at(1)).value();
    s.vote("Cleo", "8", at(1)).value();
    REQUIRE(result_of(s).counts == choice_counts{{"1", 1}, {"8", 2}});
    s.start(at(2), {.again = true});
    s.stop(at(3));
    s.start(at(4), {.again = true});
    for (const auto* const name : {"Ana", "Bob", "Cleo"})
        s.vote(name, "5", at(5)).value();
    REQUIRE(result_of(s).before->counts == choice_counts{{"1", 1}, {"8", 2}});
}

TEST_CASE("voters get names up to 100 seats and no names above")
{
    auto s = room();
    for (int i = 1; i <= 100; ++i)
        sit(s, "voter " + std::to_string(i));
    REQUIRE(result_of(s).for_voters == reveal::names);
    sit(s, "voter 101");
    REQUIRE(result_of(s).for_voters == reveal::counts);
}

} // namespace
} // namespace pajthy
