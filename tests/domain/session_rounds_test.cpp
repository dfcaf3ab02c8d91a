// What a session can do beside the classic story: topics, attempts, timers, undo, other decks.
#include <pajthy/domain/session.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;
using std::chrono::seconds;

void vote(session& s, std::string_view name, std::string_view choice, int when = 1)
{
    s.vote(name, choice, at(when)).value();
}

// A round about `topic` that Ana and Bob end with these votes.
void play(session& s, const std::string& topic, std::string_view ana, std::string_view bob,
          bool again = false)
{
    s.start(at(0), {.topic = topic, .again = again});
    vote(s, "Ana", ana);
    vote(s, "Bob", bob);
}

std::string kept_topics(const session& s)
{
    std::string out;
    for (const auto& r : s.rounds().rounds())
        out.append(out.empty() ? "" : ",").append(r.topic);
    return out;
}

// --- Topics and attempts

TEST_CASE("a round has the topic that it was started with, until it is cleared")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.round().topic() == "");
    play(s, "login", "3", "5");
    REQUIRE(s.round().topic() == "login");
    s.reset(at(2));
    REQUIRE(s.round().topic() == "");
    s.start(at(3));
    REQUIRE(s.round().topic() == "");
}

TEST_CASE("voting again on a topic is the next attempt")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "login", "3", "8");
    REQUIRE(s.round().attempt() == 1);
    REQUIRE(s.rounds().find(s.round().attempt_before()) == nullptr);
    play(s, "logout", "1", "1");
    REQUIRE(s.round().attempt() == 1);
    play(s, "login", "5", "8");
    REQUIRE(s.round().attempt() == 2);
    REQUIRE(s.rounds().find(s.round().attempt_before())->number == 1);
    play(s, "login", "5", "5");
    REQUIRE(s.round().attempt() == 3);
    REQUIRE(s.rounds().find(s.round().attempt_before())->number == 3);
}

TEST_CASE("voting once more without a topic is the next attempt where that is said")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "", "3", "8");
    play(s, "", "3", "5", true);
    REQUIRE(s.round().attempt() == 2);
    REQUIRE(s.rounds().find(s.round().attempt_before())->number == 1);
    play(s, "", "5", "5");
    REQUIRE(s.round().attempt() == 1);
    REQUIRE(s.rounds().find(s.round().attempt_before()) == nullptr);
}

TEST_CASE("once more keeps the topic")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "login", "3", "8");
    s.reset(at(2));
    play(s, "", "3", "5", true);
    REQUIRE(s.round().topic() == "login");
    REQUIRE(s.round().attempt() == 2);
}

TEST_CASE("an attempt that is broken off is not counted")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "login", "3", "8");
    s.start(at(2), {.topic = "login"});
    s.start(at(3), {.topic = "login"});
    REQUIRE(s.round().attempt() == 2);
    s.start(at(4), {.again = true});
    REQUIRE(s.round().attempt() == 2);
    REQUIRE(s.rounds().find(s.round().attempt_before())->number == 1);
}

TEST_CASE("a topic that is started leaves the list of those to come")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.plan_topics({"login", "logout", "login"})) == "topics");
    REQUIRE(said(s.start(at(0), {.topic = "logout"})) == "opened topics");
    REQUIRE(s.topics().list() == text_list{"login", "login"});
    REQUIRE(said(s.start(at(0), {.topic = "login"})) == "opened topics");
    REQUIRE(s.topics().list() == text_list{"login"});
    REQUIRE(said(s.start(at(0), {.topic = "sign-up"})) == "opened");
}

// --- History

TEST_CASE("a round is kept as soon as it has ended with votes")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(10), {.topic = "login"});
    vote(s, "Ana", "3", 11);
    REQUIRE(s.rounds().rounds().empty());
    vote(s, "Bob", "?", 12);
    const auto& kept = s.rounds().rounds().front();
    REQUIRE(kept.number == 1);
    REQUIRE(kept.topic == "login");
    REQUIRE(kept.started == at(10));
    REQUIRE(kept.ended == at(12));
    REQUIRE(votes_of(kept) ==
            std::vector<std::pair<std::string_view, std::string_view>>{{"Ana", "3"}, {"Bob", "?"}});
}

TEST_CASE("a round without votes, or cleared while it was open, leaves no trace")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    s.stop(at(1));
    s.start(at(2));
    vote(s, "Ana", "3");
    s.reset(at(3));
    REQUIRE(s.rounds().rounds().empty());
}

TEST_CASE("a reset of what is revealed takes nothing out of the history")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "login", "3", "5");
    s.reset(at(2));
    REQUIRE(kept_topics(s) == "login");
}

TEST_CASE("who is kicked or leaves after the close stays in the round as it closed")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "login", "3", "5");
    s.agree(1, "5").value();
    s.kick("Ana", at(50)).value();
    s.leave("Bob", at(51)).value();
    const auto& kept = s.rounds().rounds().front();
    REQUIRE(kept.names == text_list{"Ana", "Bob"});
    REQUIRE(kept.ended == at(1));
    REQUIRE(kept.agreed == "5");
    REQUIRE(revealed(s) == "Ana:3 Bob:5");
    REQUIRE(s.round().topic() == "login");
    s.reset(at(52));
    REQUIRE(revealed(s) == "");
}

TEST_CASE("what was agreed can be recorded for every round that is kept")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "login", "3", "5");
    play(s, "logout", "1", "1");
    REQUIRE(said(s.agree(1, "4 or so")) == "agreed:1");
    REQUIRE(s.rounds().find(1)->agreed == "4 or so");
    REQUIRE(said(s.agree(3, "5")) == "refused: not a round that is kept");
}

TEST_CASE("history and topics are text that the session keeps")
{
    auto s = room_of({"Ana", "Bob"});
    const auto before = s.text_bytes();
    s.plan_topics({"a topic of thirty characters ."});
    REQUIRE(s.text_bytes() >= before + 30);
    s.plan_topics({});
    REQUIRE(s.text_bytes() == before);
    play(s, "login", "3", "5");
    s.reset(at(2));
    REQUIRE(s.text_bytes() == before + s.rounds().bytes() + 5); // the topic could be voted on again
    s.start(at(3));
    REQUIRE(s.text_bytes() == before + s.rounds().bytes());
}

// --- Timer

TEST_CASE("a round with a timer closes when its time is up")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0), {.lasts = seconds(90)});
    vote(s, "Ana", "3");
    REQUIRE(s.round().ends() == at(90));
    REQUIRE(s.next_deadline() == at(60)); // nobody controls it, which comes first
    s.controller_connected(at(2));
    REQUIRE(s.next_deadline() == at(90));
    REQUIRE(said(s.advance_to(at(89))) == "");
    REQUIRE(said(s.advance_to(at(90))) == "closed");
    REQUIRE(revealed(s) == "Ana:3");
    REQUIRE(s.round().ends() == std::nullopt);
    REQUIRE(s.rounds().rounds().size() == 1);
}

TEST_CASE("a round that closes earlier has no timer any more")
{
    auto s = room_of({"Ana"});
    s.start(at(0), {.lasts = seconds(90)});
    vote(s, "Ana", "3");
    REQUIRE(s.round().ends() == std::nullopt);
    s.start(at(1), {.lasts = seconds(90)});
    s.reset(at(2));
    REQUIRE(s.round().ends() == std::nullopt);
}

TEST_CASE("a round lasts as the session's settings say unless its start says otherwise")
{
    session s(*deck::make({"1"}, 0), "", key_of("control"), {.lasts = seconds(60)}, at(0));
    s.start(at(0));
    REQUIRE(s.round().ends() == at(60));
    s.start(at(1), {.lasts = seconds(5)});
    REQUIRE(s.round().ends() == at(6));
    s.start(at(2), {.lasts = seconds(0)});
    REQUIRE(s.round().ends() == std::nullopt);
}

TEST_CASE("time can be added to a round, with a timer or without")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.add_time(seconds(30), at(0))) == "refused: session is closed");
    s.start(at(0));
    REQUIRE(said(s.add_time(seconds(30), at(10))) == "timer");
    REQUIRE(s.round().ends() == at(40));
    s.add_time(seconds(30), at(20)).value();
    REQUIRE(s.round().ends() == at(70));
    s.add_time(seconds(3600), at(20)).value();
    REQUIRE(s.round().ends() == at(3620));
}

TEST_CASE("what is left of a round can be set, and its timer stopped")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.set_time(seconds(10), at(0))) == "refused: session is closed");
    s.start(at(0));
    REQUIRE(said(s.set_time(seconds(10), at(5))) == "timer");
    REQUIRE(s.round().ends() == at(15));
    s.set_time(seconds(0), at(6)).value();
    REQUIRE(s.round().ends() == std::nullopt);
    REQUIRE(s.open());
}

TEST_CASE("a session with a timer looks different as time passes")
{
    auto s = room_of({"Ana"});
    REQUIRE_FALSE(s.counts_down());
    s.start(at(0), {.lasts = seconds(90)});
    REQUIRE(s.counts_down());
}

TEST_CASE("so does one that somebody asks for")
{
    auto s = room_of({"Ana"});
    s.advance_to(at(60));
    REQUIRE_FALSE(s.counts_down());
    s.ask_for_control("Ana", at(61)).value();
    REQUIRE(s.counts_down());
}

// --- Questions

TEST_CASE("a voter has a question in an open round, and its timer rests")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(said(s.ask_question("Ana", at(0))) == "refused: session is closed");
    s.start(at(0), {.lasts = seconds(90)});
    REQUIRE(said(s.ask_question("Zoe", at(10))) == "refused: not a participant");
    REQUIRE(said(s.ask_question("Ana", at(10))) == "timer question");
    REQUIRE(s.ask_question("Ana", at(11))->none);
    REQUIRE(said(s.ask_question("Bob", at(12))) == "question");
    REQUIRE_FALSE(s.counts_down());
    REQUIRE(said(s.advance_to(at(500))).find("closed") == std::string::npos);
    REQUIRE(said(s.answer_question("Ana", at(510))) == "question");
    REQUIRE(said(s.answer_question("Bob", at(520))) == "timer question");
    REQUIRE(s.answer_question("Bob", at(520))->none);
    REQUIRE(s.round().ends() == at(600)); // 80 s were left
}

TEST_CASE("a question is no vote, and a vote answers none")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(said(s.ask_question("Ana", at(1))) == "question"); // no timer rests
    REQUIRE(s.seats().votes() == 0);
    vote(s, "Ana", "3");
    REQUIRE(s.round().has_question(1));
    vote(s, "Bob", "5"); // nobody is waited for
    REQUIRE(revealed(s) == "Ana:3 Bob:5");
    REQUIRE(s.round().questions().empty());
    REQUIRE(said(s.answer_question("Ana", at(2))) == "");
}

TEST_CASE("all questions are answered at once")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(s.answer_questions(at(0)).none);
    s.start(at(0), {.lasts = seconds(90)});
    s.ask_question("Bob", at(1)).value();
    s.ask_question("Ana", at(2)).value();
    REQUIRE(said(s.answer_questions(at(11))) == "timer question");
    REQUIRE(s.round().questions().empty());
    REQUIRE(s.round().ends() == at(100));
}

TEST_CASE("a question goes with its seat, with its holder, and with whoever is away")
{
    auto s = room_of({"Ana", "Bob", "Cleo", "Dan"});
    s.start(at(0), {.lasts = seconds(90)});
    for (const auto* const name : {"Ana", "Bob", "Cleo", "Dan"})
        s.ask_question(name, at(1)).value();
    REQUIRE(said(s.leave("Ana", at(2))) == "seats removed:1 question");
    REQUIRE(said(s.kick("Bob", at(2))) == "seats removed:2 undo question");
    s.undo({}, at(3)).value();
    REQUIRE(s.round().questions() == std::vector<seat_number>{3, 4});
    // Somebody else takes the seat.
    REQUIRE(said(s.join("Cleo", key_of("x"), {}, {}, at(30)).value().done) == "seats question");
    s.connected(4).value();
    s.disconnected(4, at(40));
    REQUIRE(said(s.advance_to(at(55))) == "seats timer question");
    REQUIRE(s.round().ends() == at(144)); // 89 s were left
}

TEST_CASE("who has a question may change the name")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    s.ask_question("Ana", at(1)).value();
    REQUIRE(said(s.rename("Ana", "Anna", {}, at(2))) == "seats question");
    REQUIRE(said(s.rename("Bob", "Bo", {}, at(2))) == "seats");
    REQUIRE(s.round().questions() == std::vector<seat_number>{1});
}

TEST_CASE("no more than twelve have a question at a time")
{
    auto s = room();
    for (int i = 1; i <= 13; ++i)
        sit(s, std::to_string(i));
    s.start(at(0));
    for (int i = 1; i <= 12; ++i)
        REQUIRE(s.ask_question(std::to_string(i), at(1)).has_value());
    REQUIRE(said(s.ask_question("13", at(1))) == "refused: too many have a question already");
    s.answer_question("5", at(2)).value();
    REQUIRE(s.ask_question("13", at(2)).has_value());
}

TEST_CASE("time can be given to a round that rests, and a reset keeps what is left")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0), {.lasts = seconds(60)});
    s.ask_question("Ana", at(20)).value();
    s.add_time(seconds(30), at(25)).value();
    REQUIRE(s.round().rests() == seconds(70));
    s.add_time(seconds(3600), at(25)).value();
    REQUIRE(s.round().rests() == seconds(3600));
    s.set_time(seconds(15), at(26)).value();
    REQUIRE(s.round().rests() == seconds(15));
    s.reset(at(30));
    REQUIRE(s.round().questions().empty());
    s.undo({}, at(40)).value();
    REQUIRE(s.round().ends() == at(55));
    REQUIRE(s.round().questions().empty());
}

// --- Undo

TEST_CASE("a reset of a result can be taken back for 15 s")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "login", "3", "5");
    REQUIRE(said(s.reset(at(10))) == "reset undo");
    REQUIRE(revealed(s) == "");
    REQUIRE(said(s.undo({}, at(24))) == "results restored undo");
    REQUIRE(revealed(s) == "Ana:3 Bob:5");
    REQUIRE(s.round().topic() == "login");
    REQUIRE(said(s.undo({}, at(24))) == "refused: nothing to undo");
}

TEST_CASE("after 15 s there is nothing to undo")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "", "3", "5");
    s.reset(at(10));
    REQUIRE(s.undo_slot().offer(at(24))->what == undo_offer::kind::reset);
    REQUIRE_FALSE(s.undo_slot().offer(at(25)));
    REQUIRE(said(s.undo({}, at(25))) == "refused: nothing to undo");
}

TEST_CASE("a reset of an open round that is taken back opens it as it was, votes still hidden")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    s.start(at(0), {.topic = "login", .lasts = seconds(90)});
    vote(s, "Bob", "5");
    vote(s, "Ana", "3");
    s.reset(at(30));
    REQUIRE(said(s.undo({}, at(40))) == "opened votes restored undo");
    REQUIRE(s.open());
    REQUIRE(s.round().number() == 1);
    REQUIRE(s.round().topic() == "login");
    REQUIRE(s.seats().voted() == text_list{"Bob", "Ana"});
    REQUIRE(s.own_vote(1) == "3");
    REQUIRE(revealed(s) == "hidden");
    REQUIRE(s.round().ends() == at(100)); // 60 s were left
    vote(s, "Cleo", "8", 41);
    REQUIRE(revealed(s) == "Ana:3 Bob:5 Cleo:8");
}

TEST_CASE("a session has its own time in which something can be undone")
{
    const session_settings settings{.waits = {.undo = std::chrono::seconds(40)}};
    session s(*deck::make({"1"}, 0), "", key_of("control"), settings, at(0));
    sit(s, "Ana");
    s.start(at(0)).value();
    s.reset(at(1));
    REQUIRE(s.undo_slot().offer(at(40)));
    REQUIRE_FALSE(s.undo_slot().offer(at(41)));
    REQUIRE(s.kick("Ana", at(50)).has_value());
    REQUIRE(s.undo_slot().kicked(at(89)) != nullptr);
    REQUIRE(s.undo_slot().kicked(at(90)) == nullptr);
}

TEST_CASE("who left meanwhile does not come back by an undo of a reset")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    s.start(at(0));
    vote(s, "Ana", "3");
    vote(s, "Bob", "5");
    s.reset(at(2));
    s.leave("Ana", at(3)).value();
    s.leave("Cleo", at(3)).value();
    REQUIRE(said(s.undo({}, at(4))) == "opened closed votes restored undo");
    REQUIRE(revealed(s) == "Bob:5");
}

TEST_CASE("a result that comes back is the one that closed, whoever has left meanwhile")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "", "3", "5");
    s.reset(at(10));
    s.rename("Bob", "Bobby", {}, at(11)).value();
    s.leave("Ana", at(11)).value();
    s.undo({}, at(12)).value();
    REQUIRE(revealed(s) == "Ana:3 Bobby:5");
    REQUIRE(s.rounds().rounds().front().names == text_list{"Ana", "Bobby"});
    REQUIRE(s.rounds().rounds().front().ended == at(1));
}

TEST_CASE("a reset that changed nothing leaves nothing to undo")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.reset(at(0))) == "");
    REQUIRE(said(s.undo({}, at(1))) == "refused: nothing to undo");
}

TEST_CASE("the next start and another deck end what can be undone")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "", "3", "5");
    s.reset(at(10));
    REQUIRE(said(s.start(at(11))) == "opened undo");
    REQUIRE(said(s.undo({}, at(12))) == "refused: nothing to undo");
    s.reset(at(13));
    REQUIRE(said(s.change_deck(*deck::make({"S", "M"}, 0))) == "deck undo");
    REQUIRE(said(s.undo({}, at(15))) == "refused: nothing to undo");
}

TEST_CASE("a kick that is taken back brings the seat, its key, its place and its vote")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    s.start(at(0));
    vote(s, "Bob", "5");
    REQUIRE(said(s.kick("Bob", at(2))) == "votes seats removed:2 undo");
    REQUIRE(said(s.undo({}, at(3))) == "votes seats undo");
    REQUIRE(names(s) == "Ana Bob Cleo");
    REQUIRE(s.seats().find(key_of("Bob"))->number() == 2);
    REQUIRE(s.seats().find("Cleo")->number() == 3);
    REQUIRE(s.seats().find("Ana")->number() == 1);
    REQUIRE(s.own_vote(2) == "5");
    vote(s, "Ana", "3");
    vote(s, "Cleo", "3");
    REQUIRE(revealed(s) == "Ana:3 Bob:5 Cleo:3");
}

TEST_CASE("a kick after the close and its undo leave the result and the history")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "", "3", "5");
    s.kick("Ana", at(2)).value();
    REQUIRE(said(s.undo({}, at(3))) == "seats undo");
    REQUIRE(revealed(s) == "Ana:3 Bob:5");
    REQUIRE(s.own_vote(1) == "3");
    REQUIRE(s.rounds().rounds().front().names == text_list{"Ana", "Bob"});
}

TEST_CASE("a kick that closed the round does not hide the votes again when it is taken back")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    vote(s, "Ana", "3");
    REQUIRE(said(s.kick("Bob", at(2))) == "closed seats removed:2 undo");
    s.undo({}, at(3)).value();
    REQUIRE_FALSE(s.open());
    REQUIRE(revealed(s) == "Ana:3");
}

TEST_CASE("a kick can't be taken back into a session that is full by now")
{
    auto s = room_of({"Ana", "Bob"});
    s.kick("Bob", at(0)).value();
    sit(s, "Cleo");
    REQUIRE(said(s.undo({2}, at(1))) == "refused: session is full");
    REQUIRE(said(s.undo({3}, at(1))) == "seats undo");
    REQUIRE(names(s) == "Ana Bob Cleo");
}

TEST_CASE("a kick can't be taken back while somebody else has the name")
{
    auto s = room_of({"Ana"});
    s.kick("Ana", at(0)).value();
    REQUIRE(s.join("Ana", key_of("other"), std::nullopt, {}, at(1)).has_value());
    REQUIRE_FALSE(s.undo_slot().offer(at(2)));
    REQUIRE(said(s.undo({}, at(2))) == "refused: nothing to undo");
    REQUIRE(names(s) == "Ana");
}

TEST_CASE("whoever takes the name of somebody who was kicked ends the undo, by a rename as well")
{
    auto s = room_of({"Ana", "Bob"});
    s.kick("Ana", at(0)).value();
    REQUIRE(said(s.rename("Bob", "Bobby", {}, at(1))) == "seats");
    REQUIRE(said(s.rename("Bobby", "Ana", {}, at(1))) == "seats undo");
    REQUIRE_FALSE(s.undo_slot().offer(at(2)));
    s.kick("Ana", at(3)).value();
    REQUIRE(said(s.join("Ana", key_of("Ana"), std::nullopt, {}, at(4)).value().done) ==
            "seats undo");
}

TEST_CASE("a vote of a round that ended without it does not come back with a kick")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    vote(s, "Ana", "3");
    s.kick("Ana", at(10)).value();
    s.stop(at(11));
    REQUIRE(said(s.undo({}, at(12))) == "seats undo");
    REQUIRE(s.seats().votes() == 0);
    REQUIRE_FALSE(s.own_vote(1));
}

TEST_CASE("a kick of the only one who had voted leaves the round and what was agreed on it")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0), {.topic = "login"});
    vote(s, "Ana", "3");
    s.stop(at(2));
    s.agree(1, "5").value();
    s.kick("Ana", at(10)).value();
    REQUIRE(revealed(s) == "Ana:3");
    REQUIRE(said(s.undo({}, at(11))) == "seats undo");
    const auto& kept = s.rounds().rounds().front();
    REQUIRE(kept.agreed == "5");
    REQUIRE(kept.ended == at(2));
    REQUIRE(kept.topic == "login");
}

// --- What a start and a list follow

TEST_CASE("a start that follows another round than the last one changes nothing")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.start(at(0), {.after = 0})) == "opened");
    vote(s, "Ana", "3");
    REQUIRE(said(s.start(at(1), {.after = 0})) == "refused: another round has begun");
    REQUIRE(revealed(s) == "Ana:3");
    REQUIRE(said(s.start(at(1), {.after = 1})) == "opened");
    REQUIRE(said(s.start(at(2))) == "opened");
    REQUIRE(s.round().number() == 3);
}

TEST_CASE("a list of topics that replaces another one than the last changes nothing")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.plan_topics({"login"}, 0)) == "topics");
    REQUIRE(said(s.plan_topics({"logout"}, 0)) == "refused: the topics are others by now");
    REQUIRE(s.topics().list() == text_list{"login"});
    REQUIRE(said(s.plan_topics({"logout"}, 1)) == "topics");
    REQUIRE(said(s.plan_topics({"login", "logout"})) == "topics");
    s.start(at(0), {.topic = "login"}).value();
    REQUIRE(said(s.plan_topics({"login", "logout"}, 3)) == "refused: the topics are others by now");
}

// --- What a seat is told of itself

TEST_CASE("a seat is told of itself whenever its vote or its name has changed")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    REQUIRE(told(s.start(at(0)).value()) == "");
    REQUIRE(told(s.vote("Ana", "3", at(0)).value()) == "1");
    REQUIRE(told(s.vote("Bob", "5", at(0)).value()) == "2");
    REQUIRE(told(s.rename("Bob", "Bobby", {}, at(0)).value()) == "2");
    REQUIRE(told(s.reset(at(1))) == "1 2");
    REQUIRE(told(s.undo({}, at(2)).value()) == "1 2");
    REQUIRE(told(s.start(at(3)).value()) == "1 2");
    REQUIRE(told(s.start(at(4)).value()) == "");
    vote(s, "Cleo", "8");
    s.stop(at(5));
    REQUIRE(told(s.change_deck(*deck::make({"S"}, 0)).value()) == "3");
}

// --- Votes that go after the close

session room_with_counts()
{
    session s(*deck::make({"1", "2", "3", "5", "8"}, 0), "", key_of("control"),
              {.results = results_for::counts}, at(0));
    for (const std::string name : {"Ana", "Bob", "Cleo"})
        sit(s, name);
    s.start(at(0));
    vote(s, "Ana", "3");
    vote(s, "Bob", "5");
    vote(s, "Cleo", "8");
    return s;
}

TEST_CASE("a result stays as it closed, whoever goes and comes back")
{
    auto s = room_with_counts();
    REQUIRE(said(s.leave("Ana", at(2))) == "seats removed:1");
    REQUIRE(said(s.kick("Bob", at(3))) == "seats removed:2 undo");
    REQUIRE(revealed(s) == "Ana:3 Bob:5 Cleo:8");
    REQUIRE(said(s.undo({}, at(4))) == "seats undo");
    REQUIRE(said(s.rename("Cleo", "Zoe", {}, at(5))) == "seats results");
    s.reset(at(6));
    REQUIRE(revealed(s) == "");
    s.leave("Bob", at(7)).value();
    s.undo({}, at(8)).value();
    REQUIRE(revealed(s) == "Ana:3 Bob:5 Zoe:8");
}

TEST_CASE("a result stays when all its voters are gone")
{
    auto s = room_with_counts();
    s.leave("Ana", at(2)).value();
    s.leave("Bob", at(2)).value();
    REQUIRE(said(s.kick("Cleo", at(3))) == "seats removed:3 undo");
    REQUIRE(revealed(s) == "Ana:3 Bob:5 Cleo:8");
}

// --- Sockets of who was kicked

TEST_CASE("who comes back by an undo is away unless a socket comes back too")
{
    auto s = room_of({"Ana", "Bob"});
    s.connected(1).value();
    s.kick("Ana", at(1)).value();
    s.undo({}, at(2)).value();
    s.disconnected(1, at(3)); // the socket that the kick had closed
    REQUIRE_FALSE(is_away(s, "Ana", at(17)));
    REQUIRE(is_away(s, "Ana", at(18)));
    REQUIRE(said(s.advance_to(at(18))) == "seats");
    REQUIRE(said(s.connected(1)) == "seats");
    REQUIRE_FALSE(is_away(s, "Ana", at(40)));
}

TEST_CASE("a socket that closed between the kick and the undo is not waited for")
{
    auto s = room_of({"Ana", "Bob"});
    s.connected(1).value();
    s.kick("Ana", at(1)).value();
    s.disconnected(1, at(3));
    s.undo({}, at(4)).value();
    REQUIRE_FALSE(s.seats().find("Ana")->is_present());
    REQUIRE(is_away(s, "Ana", at(18)));
    REQUIRE(said(s.advance_to(at(18))) == "seats");
    REQUIRE(said(s.connected(1)) == "seats");
}

TEST_CASE("leaving by oneself is not undone by others")
{
    auto s = room_of({"Ana"});
    REQUIRE(said(s.leave("Ana", at(0))) == "seats removed:1");
    REQUIRE(said(s.undo({}, at(1))) == "refused: nothing to undo");
}

// --- Names and decks

TEST_CASE("a seat that is renamed keeps its number, key, place and vote")
{
    auto s = room_of({"Ana", "Bob", "Cleo"});
    s.start(at(0));
    vote(s, "Ana", "3");
    REQUIRE(said(s.rename("Ana", "Zoe", {}, at(1))) == "votes seats");
    REQUIRE(names(s) == "Zoe Bob Cleo");
    REQUIRE(s.seats().voted() == text_list{"Zoe"});
    REQUIRE(s.seats().find("Zoe")->number() == 1);
    REQUIRE(s.seats().find("Ana") == nullptr);
    REQUIRE(s.seats().find("Bob")->number() == 2);
    REQUIRE(s.own_vote(1) == "3");
}

TEST_CASE("a name that somebody has can't be taken by a rename, and one's own changes nothing")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(said(s.rename("Ana", "Bob", {}, at(1))) == "refused: already joined");
    REQUIRE(said(s.rename("Ana", "Ana", {}, at(1))) == "");
    REQUIRE(said(s.rename("Nobody", "Eve", {}, at(1))) == "refused: not a participant");
    REQUIRE(names(s) == "Ana Bob");
}

TEST_CASE("a rename after the close stands in the result and in the history")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "", "3", "5");
    REQUIRE(said(s.rename("Ana", "Zoe", {}, at(9))) == "seats results");
    REQUIRE(revealed(s) == "Zoe:3 Bob:5");
    REQUIRE(s.rounds().rounds().front().names == text_list{"Zoe", "Bob"});
    REQUIRE(s.rounds().rounds().front().ended == at(1));
}

TEST_CASE("who swaps names has the own votes of each round all the same")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "login", "3", "5");
    s.rename("Ana", "X", {}, at(2)).value();
    s.rename("Bob", "Ana", {}, at(2)).value();
    s.rename("X", "Bob", {}, at(2)).value();
    s.start(at(3), {.topic = "login"});
    REQUIRE(votes_of(*s.rounds().find(s.round().attempt_before())) ==
            std::vector<std::pair<std::string_view, std::string_view>>{{"Bob", "3"}, {"Ana", "5"}});
}

TEST_CASE("the name of somebody else who voted in a round is not taken by a later rename")
{
    auto s = room_of({"Ana", "Bob"});
    play(s, "login", "3", "5");
    s.reset(at(2));
    s.leave("Bob", at(3)).value();
    s.rename("Ana", "Bob", {}, at(4)).value();
    REQUIRE(s.rounds().rounds().front().names == text_list{"Ana", "Bob"});
}

TEST_CASE("a rename of the one who asks for control is told")
{
    auto s = room_of({"Ana", "Bob"});
    s.advance_to(at(60));
    s.ask_for_control("Ana", at(61)).value();
    REQUIRE(said(s.rename("Ana", "Anna", {}, at(62))) == "seats control");
    REQUIRE(said(s.rename("Bob", "Bobby", {}, at(62))) == "seats");
}

TEST_CASE("a rename keeps the count of text")
{
    auto s = room_of({"Ana"});
    const auto before = s.text_bytes();
    s.rename("Ana", "Anastasia", {}, at(1)).value();
    REQUIRE(s.text_bytes() == before + 6);
}

TEST_CASE("the deck can be changed between rounds, which clears the table")
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0));
    REQUIRE(said(s.change_deck(*deck::make({"S"}, 0))) == "refused: session is open");
    vote(s, "Ana", "3");
    vote(s, "Bob", "5");
    REQUIRE(said(s.change_deck(*deck::make({"S", "M"}, 0))) == "reset deck");
    REQUIRE(s.deck().choices() == text_list{"S", "M"});
    REQUIRE(revealed(s) == "");
    REQUIRE(votes_of(s.rounds().rounds().front()).front().second == "3");
    s.start(at(3));
    vote(s, "Ana", "M", 4);
    REQUIRE(said(s.vote("Bob", "3", at(4))) == "refused: not a valid choice");
}

// --- Control

TEST_CASE("a session where nobody sits is not asked for")
{
    auto s = room();
    REQUIRE(s.next_deadline() == std::nullopt);
    sit(s, "Ana");
    REQUIRE(s.next_deadline() == at(60));
}

TEST_CASE("where no key guards control nobody has to ask for it")
{
    session s(*deck::make({"1"}, 0), "", key_of("control"), {.guarded = false}, at(0));
    sit(s, "Ana");
    REQUIRE(s.next_deadline() == std::nullopt);
    REQUIRE(said(s.advance_to(at(100))) == "");
    REQUIRE(said(s.ask_for_control("Ana", at(100))) == "refused: control is not free");
}

TEST_CASE("a voter comes to control when nobody else has it and nobody objects")
{
    auto s = room_of({"Ana", "Bob"});
    REQUIRE(said(s.advance_to(at(60))) == "control");
    REQUIRE(said(s.ask_for_control("Eve", at(61))) == "refused: not a participant");
    REQUIRE(said(s.ask_for_control("Ana", at(61))) == "control");
    REQUIRE(s.next_deadline() == at(71));
    REQUIRE(said(s.advance_to(at(71))) == "control");
    REQUIRE(said(s.take_control("Bob", key_of("new"), 8, at(72))) ==
            "refused: control is not free");
    REQUIRE(said(s.take_control("Ana", key_of("new"), 8, at(72))) == "control-keys control");
    REQUIRE(s.control_keys().find(key_of("new")) == 2);
    REQUIRE(s.control_keys().find(key_of("control")) == 1);
}

TEST_CASE("a request for control goes with the one who made it")
{
    auto s = room_of({"Ana", "Bob"});
    s.advance_to(at(60));
    s.ask_for_control("Ana", at(61)).value();
    REQUIRE(said(s.leave("Ana", at(62))) == "seats removed:1 control");
    REQUIRE(said(s.ask_for_control("Bob", at(63))) == "refused: control is not free");
    REQUIRE(said(s.advance_to(at(122))) == "control");
    REQUIRE(said(s.ask_for_control("Bob", at(122))) == "control");
}

} // namespace
} // namespace pajthy
