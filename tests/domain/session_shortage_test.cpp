// A change of a session is made or not made, never half, wherever memory runs out in it.
#include <pajthy/domain/session.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"
#include "tests/support/room.hpp"

#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pajthy
{
namespace
{

using namespace test;

// Longer than what a string holds without memory of its own.
const std::string ana = "Ana, who has a rather long name";
const std::string bob = "Bob, who has a rather long name";
const std::string eve = "Eve, who has a rather long name";
const std::string topic = "What shall we do with this story of ours?";

constexpr room_limits no_bounds{};

// All that can be seen of it.
std::string seen(const session& s)
{
    std::ostringstream out;
    out << names(s) << '|' << revealed(s) << '|' << s.open() << s.locked() << s.used()
        << s.counts_down() << '|' << s.round().number() << '|' << s.round().topic() << '|'
        << s.round().attempt() << '|' << s.topics().version() << '|' << s.text_bytes() << '|';
    for (const auto& someone : s.seats())
    {
        const auto own = s.own_vote(someone.number());
        const auto* const by_name = s.seats().find(someone.name());
        out << someone.number() << (by_name == &someone) << someone.has_voted()
            << someone.is_present()
            << someone.can_be_taken_over(at(400), s.settings().waits.absence)
            << someone.lost_at().has_value() << (own ? *own : "-")
            << (s.seats().find(someone.secret()) == &someone)
            << static_cast<int>(someone.secret().bytes[0]) << ' ';
    }
    for (const auto name : s.seats().voted())
        out << name << ',';
    for (const auto t : s.topics().list())
        out << t << ';';
    for (const auto& r : s.rounds().rounds())
    {
        out << r.number << r.attempt << r.topic << r.agreed << ':';
        for (const auto& [name, face] : votes_of(r))
            out << name << face << ',';
        for (const auto number : r.seats)
            out << number << ' ';
    }
    out << s.rounds().bytes() << '|' << (s.rounds().find(s.round().attempt_before()) != nullptr)
        << '|';
    if (const auto offer = s.undo_slot().offer(at(3)))
        out << static_cast<int>(offer->what) << offer->name;
    if (const auto* const gone = s.undo_slot().kicked(at(3)))
        out << gone->number() << gone->is_present();
    out << '|' << s.control_keys().size();
    for (control_key_number n = 1; n < 6; ++n)
        out << s.control_keys().has(n);
    out << static_cast<int>(s.control().stage()) << s.control().asker() << '|';
    for (const auto due :
         {s.next_deadline(), s.round().ends(), s.control().ends(s.settings().waits)})
        out << (due ? due->time_since_epoch().count() : -1) << ' ';
    const auto p = s.seats().progress(10);
    out << p.voted << '/' << p.of << s.deck().choices().size();
    return out.str();
}

// Catch takes a shortage inside of REQUIRE for a failure.
void must(bool happen)
{
    if (!happen)
        throw std::logic_error("a rule does not do what it is to do");
}

void require_all_or_nothing(const session& before, const std::function<void(session&)>& act)
{
    const auto was = seen(before);
    session made = before;
    act(made);
    const auto is = seen(made);
    REQUIRE(was != is);
    const auto shortages = with_every_shortage([&] { return before; }, act,
                                               [&](session& s, bool has_thrown)
                                               {
                                                   REQUIRE(has_thrown);
                                                   REQUIRE(seen(s) == was);
                                                   act(s); // and now it works
                                                   REQUIRE(seen(s) == is);
                                               });
    REQUIRE(shortages != 0);
}

session round_of_two()
{
    auto s = room_of({ana, bob});
    REQUIRE(s.start(at(1), {.topic = topic}).has_value());
    return s;
}

session shown_round()
{
    auto s = round_of_two();
    REQUIRE(s.vote(ana, "3", at(2)).has_value());
    REQUIRE(s.vote(bob, "5", at(2)).has_value());
    REQUIRE_FALSE(s.open());
    return s;
}

TEST_CASE("a shortage of memory leaves no half a seat")
{
    require_all_or_nothing(
        room_of({ana, bob}),
        [](session& s) { must(s.join(eve, key{}, std::nullopt, no_bounds, at(2)).has_value()); });
}

TEST_CASE("a shortage of memory leaves a seat with whom it is")
{
    auto s = shown_round();
    s.reset(at(2));
    require_all_or_nothing(
        s, [](session& in)
        { must(in.join(ana, key_of("new"), std::nullopt, no_bounds, at(900)).has_value()); });
}

TEST_CASE("a shortage of memory leaves no half a vote")
{
    require_all_or_nothing(round_of_two(),
                           [](session& s) { must(s.vote(bob, "3", at(2)).has_value()); });
}

TEST_CASE("a shortage of memory leaves no half a vote that closes the round")
{
    auto s = round_of_two();
    REQUIRE(s.vote(ana, "3", at(2)).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.vote(bob, "5", at(2))->closed); });
}

TEST_CASE("a shortage of memory leaves a vote as it was before it was changed")
{
    auto s = round_of_two();
    REQUIRE(s.vote(ana, "3", at(2)).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.vote(ana, "5", at(2)).has_value()); });
}

TEST_CASE("a shortage of memory leaves a session before a start")
{
    auto s = shown_round();
    REQUIRE(s.plan_topics({topic, "another"}).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.start(at(3), {.topic = topic})->topics); });
    require_all_or_nothing(s,
                           [](session& in) { must(in.start(at(3), {.again = true}).has_value()); });
}

TEST_CASE("a shortage of memory leaves a round open that was to close")
{
    auto s = round_of_two();
    REQUIRE(s.vote(ana, "3", at(2)).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.stop(at(3)).closed); });
    REQUIRE(s.set_time(std::chrono::seconds(10), at(2)).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.advance_to(at(12)).closed); });
}

TEST_CASE("a shortage of memory leaves a round open that somebody's absence was to close")
{
    auto s = round_of_two();
    REQUIRE(s.connected(2).has_value());
    s.disconnected(2, at(2));
    REQUIRE(s.vote(ana, "3", at(2)).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.advance_to(at(900)).closed); });
}

TEST_CASE("a shortage of memory leaves the votes on the table")
{
    auto s = round_of_two();
    REQUIRE(s.vote(ana, "3", at(2)).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.reset(at(3)).reset); });
    require_all_or_nothing(shown_round(), [](session& in) { must(in.reset(at(3)).reset); });
    require_all_or_nothing(shown_round(),
                           [](session& in) {
                               must(in.change_deck(deck::make({"XL", "XXL"}, 0).value())->deck);
                           });
}

TEST_CASE("a shortage of memory leaves a reset to be undone")
{
    auto open = round_of_two();
    REQUIRE(open.vote(ana, "3", at(2)).has_value());
    REQUIRE(open.reset(at(2)).reset);
    const auto undo = [](session& in) { must(in.undo(no_bounds, at(3)).has_value()); };
    require_all_or_nothing(open, undo);

    auto shown = shown_round();
    REQUIRE(shown.reset(at(2)).reset);
    require_all_or_nothing(shown, undo);

    REQUIRE(open.leave(bob, at(2)).has_value());
    require_all_or_nothing(open, [](session& in) { must(in.undo(no_bounds, at(3))->closed); });
}

TEST_CASE("a shortage of memory leaves somebody seated who was to go")
{
    auto s = room_of({ana, bob, eve});
    REQUIRE(s.start(at(1), {.topic = topic}).has_value());
    REQUIRE(s.vote(ana, "3", at(2)).has_value());
    REQUIRE(s.connected(1).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.kick(ana, at(2)).has_value()); });
    REQUIRE(s.vote(eve, "5", at(2)).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.kick(bob, at(2))->closed); });
    require_all_or_nothing(s, [](session& in) { must(in.leave(bob, at(2))->closed); });
}

TEST_CASE("a shortage of memory leaves a kick to be undone")
{
    auto s = round_of_two();
    REQUIRE(s.connected(1).has_value());
    REQUIRE(s.vote(ana, "3", at(2)).has_value());
    REQUIRE(s.kick(ana, at(2)).has_value());
    require_all_or_nothing(s, [](session& in) { must(in.undo(no_bounds, at(3)).has_value()); });
    require_all_or_nothing(s, [](session& in) { in.disconnected(1, at(3)); });
}

TEST_CASE("a shortage of memory leaves somebody their old name, in every round")
{
    auto s = shown_round();
    REQUIRE(s.start(at(2)).has_value());
    REQUIRE(s.vote(ana, "3", at(2)).has_value());
    REQUIRE(s.vote(bob, "5", at(2)).has_value());
    require_all_or_nothing(s, [](session& in)
                           { must(in.rename(ana, eve, no_bounds, at(3)).has_value()); });
}

TEST_CASE("a shortage of memory leaves the topics and what was agreed")
{
    require_all_or_nothing(shown_round(),
                           [](session& in) {
                               must(in.plan_topics({topic, "another"}).has_value());
                           });
    require_all_or_nothing(shown_round(), [](session& in)
                           { must(in.agree(1, "Three, but not without the tests").has_value()); });
}

TEST_CASE("a shortage of memory leaves the control keys")
{
    auto s = room_of({ana});
    s.mint_control_key(key_of("second"), 1, 0);
    s.mint_control_key(key_of("third"), 1, 0);
    require_all_or_nothing(s, [](session& in) { in.mint_control_key(key_of("new"), 1, 0); });
    require_all_or_nothing(s, [](session& in) { in.mint_control_key(key_of("new"), 1, 3); });
    require_all_or_nothing(s, [](session& in) { in.revoke_other_control_keys(1); });
}

TEST_CASE("a shortage of memory leaves control to be taken")
{
    auto s = room_of({ana});
    const struct waits lasting;
    auto now = at(0) + lasting.unattended_after;
    s.advance_to(now);
    REQUIRE(s.ask_for_control(ana, now).has_value());
    now += lasting.objection_period;
    s.advance_to(now);
    require_all_or_nothing(s, [&](session& in)
                           { must(in.take_control(ana, key_of("new"), 1, now).has_value()); });
}

} // namespace
} // namespace pajthy
