#include <pajthy/domain/session_record.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"
#include "tests/support/session_play.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

constexpr record_limits no_limits{};

session restored(const session& s)
{
    const auto record = s.record();
    INFO(broken_invariant(record, no_limits));
    auto out = session::of(record, no_limits);
    REQUIRE(out.has_value());
    return *std::move(out);
}

// What a history has come through, so that a test knows that it was worth playing.
void note(std::map<std::string, int>& marks, const session& s)
{
    const auto r = s.record();
    marks["open with votes"] += s.open() && !r.voted.empty() ? 1 : 0;
    marks["revealed"] += s.round().is_revealed() ? 1 : 0;
    marks["revealed without a voter left"] += s.round().is_revealed() && r.voted.empty() ? 1 : 0;
    marks["timer"] += r.round.ends ? 1 : 0;
    marks["question"] += r.round.questions.empty() ? 0 : 1;
    marks["timer that rests"] += r.round.rests ? 1 : 0;
    marks["second attempt"] += r.round.attempt > 1 ? 1 : 0;
    marks["two decks"] += r.decks.size() > 1 ? 1 : 0;
    marks["topics"] += r.topics.empty() ? 0 : 1;
    marks["reset"] += r.undo && std::holds_alternative<reset_state>(r.undo->what) ? 1 : 0;
    marks["kick"] += r.undo && std::holds_alternative<seat_record>(r.undo->what) ? 1 : 0;
    marks["asked"] += r.control.stage == leadership_stage::asked ? 1 : 0;
    marks["passed"] += r.control.stage == leadership_stage::passed ? 1 : 0;
    marks["control key revoked"] += r.control_keys.size() < r.last_control_key ? 1 : 0;
    for (const auto& seat : r.seats)
    {
        marks["lost"] += seat.presence == seat_presence::lost ? 1 : 0;
        marks["away"] += seat.presence == seat_presence::away ? 1 : 0;
        marks["vote of an earlier holder"] += seat.vote && !seat.vote->own ? 1 : 0;
    }
    for (const auto& round : r.rounds)
    {
        marks["agreed"] += round.agreed.empty() ? 0 : 1;
        marks["disowned"] += std::count(round.seats.begin(), round.seats.end(), 0u) != 0 ? 1 : 0;
    }
}

TEST_CASE(
    "a session that comes from its record is the same, and stays the same in whatever happens")
{
    constexpr std::uint32_t histories = 130;
    constexpr int steps = 150;
    constexpr int steps_together = 8;
    std::map<std::string, int> marks;
    std::set<std::size_t> accepted;
    for (std::uint32_t seed = 1; seed <= histories; ++seed)
    {
        dice d(seed);
        auto s = play_room();
        auto twin = restored(s);
        auto now = at(0);
        for (int i = 0; i < steps; ++i)
        {
            CAPTURE(seed, i);
            const auto step = draw_step(d);
            now += step.passed;
            CAPTURE(step.rule);
            const auto done = make_step(s, step, now);
            const auto done_by_twin = make_step(twin, step, now);
            REQUIRE(heard(done, s, now) == heard(done_by_twin, twin, now));
            if (done.has_value())
                accepted.insert(step.rule);

            REQUIRE(broken_invariant(s.record(), no_limits) == "");
            REQUIRE(twin.record() == s.record());
            note(marks, s);
            if (i % steps_together != 0)
                continue;
            twin = restored(s);
            REQUIRE(twin.record() == s.record());
            REQUIRE(shown(twin, now) == shown(s, now));
        }
    }
    CHECK(accepted.size() == play_rules);
    for (const auto& [mark, times] : marks)
    {
        INFO(mark);
        CHECK(times > 20);
    }
}

// --- Broken records

session open_round()
{
    auto s = room_of({"Ana", "Bob", "Eve"});
    s.start(at(1), {.topic = "login"}).value();
    s.vote("Ana", "3", at(2)).value();
    s.vote("Bob", "5", at(2)).value();
    s.vote("Eve", "5", at(2)).value();
    s.plan_topics({"logout"}).value();
    s.start(at(3), {.topic = "login", .lasts = std::chrono::seconds(60)}).value();
    s.vote("Bob", "3", at(4)).value();
    s.vote("Ana", "5", at(5)).value();
    s.mint_control_key(key_of("second"), 1, 0);
    return s;
}

session_record of_open_round()
{
    return open_round().record();
}

session_record of_revealed_round()
{
    auto s = open_round();
    s.stop(at(6));
    return s.record();
}

session_record of_reset_round()
{
    auto s = open_round();
    s.reset(at(6));
    return s.record();
}

session_record of_reset_result()
{
    auto s = open_round();
    s.stop(at(6));
    s.reset(at(7));
    return s.record();
}

session_record of_kick()
{
    auto s = open_round();
    s.kick("Ana", at(6)).value();
    return s.record();
}

session_record of_asked()
{
    auto s = open_round();
    s.advance_to(at(60));
    s.ask_for_control("Bob", at(61)).value();
    return s.record();
}

reset_state& reset_of(session_record& r)
{
    return std::get<reset_state>(r.undo->what);
}

seat_record& kicked_of(session_record& r)
{
    return std::get<seat_record>(r.undo->what);
}

constexpr auto far_away = unix_time(milliseconds(253'402'300'800'000)); // in the year 10000
constexpr auto too_early = unix_time(milliseconds(-1));
constexpr std::uint32_t too_much = 1u << 30;

struct damage
{
    std::string what;
    session_record (*whole)();
    void (*make)(session_record&);
};

using record = session_record;

const std::pair<std::string, std::vector<damage>> broken[] = {
    {"each deck is used, the session's first, and has clean and different choices",
     {
         {"no deck", of_open_round, [](record& r) { r.decks.clear(); }},
         {"a round without a deck", of_open_round, [](record& r) { r.rounds[0].deck = 1; }},
         {"a deck that no round has", of_open_round,
          [](record& r) { r.decks.push_back(r.decks[0]); }},
         {"no choice", of_open_round, [](record& r) { r.decks[0].clear(); }},
         {"a choice that is not clean", of_open_round, [](record& r) { r.decks[0][5] = " ?"; }},
         {"a choice with a line break", of_open_round, [](record& r) { r.decks[0][5] = "8\n9"; }},
         {"a choice twice", of_open_round, [](record& r) { r.decks[0][0] = "2"; }},
     }},
    {"the title is clean",
     {
         {"two lines", of_open_round, [](record& r) { r.title = "Sprint\n7"; }},
     }},
    {"the settings are possible",
     {
         {"an audience", of_open_round,
          [](record& r) { r.settings.results = static_cast<results_for>(3); }},
         {"a round of two hours", of_open_round,
          [](record& r) { r.settings.lasts = std::chrono::hours(2); }},
         {"a round of no time", of_open_round,
          [](record& r) { r.settings.lasts = std::chrono::seconds(-1); }},
         {"absence", of_open_round, [](record& r) { r.settings.waits.absence = milliseconds(-1); }},
         {"undo", of_open_round, [](record& r) { r.settings.waits.undo = milliseconds::max(); }},
         {"unattended_after", of_open_round,
          [](record& r) { r.settings.waits.unattended_after = milliseconds::max(); }},
         {"objection_period", of_open_round,
          [](record& r) { r.settings.waits.objection_period = milliseconds::max(); }},
         {"pickup_period", of_open_round,
          [](record& r) { r.settings.waits.pickup_period = milliseconds::max(); }},
     }},
    {"the control keys have ascending numbers",
     {
         {"one number", of_open_round, [](record& r) { r.control_keys[1].number = 1; }},
         {"no number", of_open_round, [](record& r) { r.control_keys[0].number = 0; }},
         {"above the last", of_open_round, [](record& r) { r.last_control_key = 1; }},
         {"a last one that can't be counted on", of_open_round,
          [](record& r) { r.last_control_key = too_much; }},
     }},
    {"the seats have ascending numbers, clean names and votes of the deck",
     {
         {"one number", of_open_round, [](record& r) { r.seats[1].number = 1; }},
         {"the other order", of_open_round, [](record& r) { std::swap(r.seats[0], r.seats[1]); }},
         {"no number", of_open_round, [](record& r) { r.seats[0].number = 0; }},
         {"above the last", of_open_round, [](record& r) { r.last_seat = 2; }},
         {"a last one that can't be counted on", of_open_round,
          [](record& r) { r.last_seat = too_much; }},
         {"an empty name", of_open_round, [](record& r) { r.seats[0].name = ""; }},
         {"a name that is not clean", of_open_round, [](record& r) { r.seats[0].name = "A  n"; }},
         {"a name that is not UTF-8", of_open_round, [](record& r) { r.seats[0].name = "\xff"; }},
         {"a name that is too long", of_open_round,
          [](record& r) { r.seats[0].name = std::string(65, 'a'); }},
         {"a vote beyond the deck", of_open_round, [](record& r) { r.seats[0].vote->chosen = 6; }},
         {"a presence", of_open_round,
          [](record& r) { r.seats[0].presence = static_cast<seat_presence>(4); }},
         {"lost though present", of_open_round,
          [](record& r)
          {
              r.seats[0].presence = seat_presence::present;
              r.seats[0].lost_at = at(1);
          }},
         {"lost in ten thousand years", of_open_round,
          [](record& r)
          {
              r.seats[0].presence = seat_presence::lost;
              r.seats[0].lost_at = far_away;
          }},
         {"seen before there was time", of_open_round,
          [](record& r) { r.seats[0].last_seen = too_early; }},
     }},
    {"no two seats have one name",
     {
         {"Bob twice", of_open_round, [](record& r) { r.seats[0].name = "Bob"; }},
     }},
    {"each seat that voted is once in the order of the votes",
     {
         {"one vote less", of_open_round, [](record& r) { r.voted.pop_back(); }},
         {"one seat twice", of_open_round, [](record& r) { r.voted[1] = r.voted[0]; }},
         {"a seat without a vote", of_open_round, [](record& r) { r.voted[1] = 3; }},
         {"no seat", of_open_round, [](record& r) { r.voted[1] = 9; }},
         {"a vote that is not in it", of_open_round,
          [](record& r) {
              r.seats[2].vote = seat_vote{0, true};
          }},
     }},
    {"the topics are clean and have a version",
     {
         {"no version", of_open_round, [](record& r) { r.topics_version = 0; }},
         {"a version that can't be counted on", of_open_round,
          [](record& r) { r.topics_version = too_much; }},
         {"an empty topic", of_open_round, [](record& r) { r.topics[0] = ""; }},
         {"a topic that is not clean", of_open_round, [](record& r) { r.topics[0] = "a\tb"; }},
     }},
    {"finished rounds have ascending numbers, and a name and a choice for each vote",
     {
         {"no number", of_open_round, [](record& r) { r.rounds[0].number = 0; }},
         {"from the future", of_open_round, [](record& r) { r.rounds[0].number = 3; }},
         {"one number", of_revealed_round, [](record& r) { r.rounds[0].number = 2; }},
         {"too many", of_open_round,
          [](record& r)
          {
              r.round.number = 200;
              for (std::uint32_t number = 2; number <= history::max_rounds + 1; ++number)
              {
                  r.rounds.push_back(r.rounds[0]);
                  r.rounds.back().number = number;
              }
          }},
         {"a last one that can't be counted on", of_open_round,
          [](record& r) { r.round.number = too_much; }},
         {"no attempt", of_open_round, [](record& r) { r.rounds[0].attempt = 0; }},
         {"an attempt that can't be counted on", of_open_round,
          [](record& r) { r.rounds[0].attempt = too_much; }},
         {"a topic that is not clean", of_open_round, [](record& r) { r.rounds[0].topic = " "; }},
         {"an agreement that is not clean", of_open_round,
          [](record& r) { r.rounds[0].agreed = " "; }},
         {"started too early", of_open_round, [](record& r) { r.rounds[0].started = too_early; }},
         {"ended too late", of_open_round, [](record& r) { r.rounds[0].ended = far_away; }},
         {"a name more", of_open_round, [](record& r) { r.rounds[0].names.push_back("Zoe"); }},
         {"a choice less", of_open_round, [](record& r) { r.rounds[0].chosen.pop_back(); }},
         {"a seat more", of_open_round,
          [](record& r)
          {
              r.last_seat = 4;
              r.rounds[0].seats.push_back(4);
          }},
         {"nothing", of_open_round,
          [](record& r)
          {
              r.rounds[0].seats.clear();
              r.rounds[0].names.clear();
              r.rounds[0].chosen.clear();
          }},
         {"more votes than were asked for", of_open_round,
          [](record& r) { r.rounds[0].asked = 2; }},
         {"a speaker who did not vote", of_open_round,
          [](record& r) {
              r.rounds[0].first = speakers{0, 3};
          }},
         {"a speaker at both ends", of_open_round,
          [](record& r) {
              r.rounds[0].first = speakers{1, 1};
          }},
         {"a seat that never was", of_open_round, [](record& r) { r.rounds[0].seats[2] = 4; }},
         {"a seat twice", of_open_round, [](record& r) { r.rounds[0].seats[0] = 2; }},
         {"a name twice", of_open_round, [](record& r) { r.rounds[0].names[0] = "Bob"; }},
         {"a name that is not clean", of_open_round,
          [](record& r) { r.rounds[0].names[0] = "A\nB"; }},
         {"a choice beyond the deck", of_open_round, [](record& r) { r.rounds[0].chosen[0] = 6; }},
     }},
    {"a round has a clean topic, and a timer only while it is open",
     {
         {"a topic that is not clean", of_open_round, [](record& r) { r.round.topic = "a\nb"; }},
         {"started too late", of_open_round, [](record& r) { r.round.started = far_away; }},
         {"an end that never comes", of_open_round, [](record& r) { r.round.ends = far_away; }},
         {"a timer of a revealed round", of_revealed_round,
          [](record& r) { r.round.ends = at(60); }},
         {"a topic before the first round", of_open_round,
          [](record& r)
          {
              r.rounds.clear();
              r.round = {.topic = "login"};
          }},
     }},
    {"seats ask in an open round, and its timer rests as long",
     {
         {"a seat that is not there", of_open_round,
          [](record& r) { r.round.questions = {r.last_seat + 1}; }},
         {"a seat twice", of_open_round,
          [](record& r) { r.round.questions = {r.seats[0].number, r.seats[0].number}; }},
         {"a round that is revealed", of_revealed_round,
          [](record& r) { r.round.questions = {r.seats[0].number}; }},
         {"a timer that goes on", of_open_round,
          [](record& r)
          {
              r.round.questions = {r.seats[0].number};
              r.round.ends = at(60);
          }},
         {"a timer that rests for nobody", of_open_round,
          [](record& r) { r.round.rests = std::chrono::seconds(5); }},
         {"less than nothing left", of_open_round,
          [](record& r)
          {
              r.round.ends.reset();
              r.round.questions = {r.seats[0].number};
              r.round.rests = milliseconds(-1);
          }},
     }},
    {"an open round is new, a revealed one is kept, and without one nobody has voted",
     {
         {"no such stage", of_revealed_round,
          [](record& r) { r.round.stage = static_cast<round_stage>(3); }},
         {"votes without a round", of_revealed_round,
          [](record& r) { r.round.stage = round_stage::none; }},
         {"an open round that ended", of_revealed_round,
          [](record& r) { r.round.stage = round_stage::open; }},
         {"a revealed round that is not kept", of_revealed_round,
          [](record& r) { r.rounds.pop_back(); }},
         {"a revealed round without rounds", of_revealed_round,
          [](record& r) { r.rounds.clear(); }},
         {"a revealed round with other choices", of_revealed_round,
          [](record& r)
          {
              r.decks.push_back(r.decks[0]);
              r.rounds.back().deck = 1;
          }},
         {"a revealed round on another topic", of_revealed_round,
          [](record& r) { r.round.topic = "logout"; }},
         {"a revealed round of another attempt", of_revealed_round,
          [](record& r) { r.round.attempt = 3; }},
         {"a revealed round of another time", of_revealed_round,
          [](record& r) { r.round.started = at(0); }},
     }},
    {"an attempt follows the one before it",
     {
         {"a second without a first", of_open_round, [](record& r) { r.round.attempt_before = 0; }},
         {"a first after another", of_open_round, [](record& r) { r.round.attempt = 1; }},
         {"a third after the first", of_open_round, [](record& r) { r.round.attempt = 3; }},
         {"after itself", of_open_round, [](record& r) { r.round.attempt_before = 2; }},
         {"a number that can't be counted on", of_open_round,
          [](record& r)
          {
              r.rounds.clear();
              r.round.attempt = too_much;
          }},
     }},
    {"a seat asks for control, or nobody does",
     {
         {"no such stage", of_open_round,
          [](record& r) { r.control.stage = static_cast<leadership_stage>(4); }},
         {"nobody asked", of_asked, [](record& r) { r.control.asker = 0; }},
         {"no seat asked", of_asked, [](record& r) { r.control.asker = 9; }},
         {"control passed to nobody", of_open_round,
          [](record& r) { r.control.stage = leadership_stage::passed; }},
         {"asked while it is led", of_open_round, [](record& r) { r.control.asker = 1; }},
         {"asked while it is unled", of_asked,
          [](record& r) { r.control.stage = leadership_stage::unled; }},
         {"asked though a controller is there", of_asked,
          [](record& r) { r.control.present = true; }},
         {"before there was time", of_open_round, [](record& r) { r.control.since = too_early; }},
     }},
    {"what can be undone fits what is there",
     {
         {"for ten thousand years", of_reset_round, [](record& r) { r.undo->until = far_away; }},
         {"a reset though a round is open", of_open_round,
          [](record& r) { r.undo = undo_record{reset_state{.open = true}, at(20)}; }},
         {"a reset before the first round", of_reset_round,
          [](record& r)
          {
              r.rounds.clear();
              r.round = {};
          }},
         {"a reset of a result that is open", of_reset_result,
          [](record& r) { reset_of(r).open = true; }},
         {"a reset of an open round that is kept", of_reset_round,
          [](record& r) { reset_of(r).open = false; }},
         {"time left of a result", of_reset_result,
          [](record& r) { reset_of(r).left = milliseconds(1); }},
         {"time left for ever", of_reset_round,
          [](record& r) { reset_of(r).left = milliseconds::max(); }},
         {"time left since ever", of_reset_round,
          [](record& r) { reset_of(r).left = milliseconds::min(); }},
         {"a vote of no seat", of_reset_round, [](record& r) { reset_of(r).votes[0].seat = 0; }},
         {"a vote of a seat that never was", of_reset_round,
          [](record& r) { reset_of(r).votes[0].seat = 4; }},
         {"a vote twice", of_reset_round,
          [](record& r) { reset_of(r).votes[0].seat = reset_of(r).votes[1].seat; }},
         {"a vote beyond the deck", of_reset_round,
          [](record& r) { reset_of(r).votes[0].vote.chosen = 6; }},
         {"a kick of no seat", of_kick, [](record& r) { kicked_of(r).number = 0; }},
         {"a kick of a seat that never was", of_kick, [](record& r) { kicked_of(r).number = 4; }},
         {"a kick of a seat that is there", of_kick, [](record& r) { kicked_of(r).number = 2; }},
         {"a kick of a name that is there", of_kick, [](record& r) { kicked_of(r).name = "Bob"; }},
         {"a kick of a name that is not clean", of_kick,
          [](record& r) { kicked_of(r).name = " Ana"; }},
         {"a kicked vote beyond the deck", of_kick,
          [](record& r) { kicked_of(r).vote->chosen = 6; }},
     }},
};

TEST_CASE("a record that breaks an invariant of a session is refused")
{
    for (const auto& [words, damages] : broken)
    {
        for (const auto& [what, whole, make] : damages)
        {
            CAPTURE(what);
            auto r = whole();
            REQUIRE(broken_invariant(r, no_limits) == "");
            make(r);
            CHECK(broken_invariant(r, no_limits) == words);
            CHECK(session::of(r, no_limits).error() == errc::bad_record);
        }
    }
}

TEST_CASE("a record that holds more than may be is refused")
{
    const auto r = of_open_round();
    const record_limits fits{
        .choices = 6, .seats = 3, .name_bytes = 9, .control_keys = 2, .topics = 1};
    REQUIRE(session::of(r, fits).has_value());
    const auto is_refused = [&](std::size_t record_limits::*limit)
    {
        auto less = fits;
        --(less.*limit);
        auto more = r;
        if (less.*limit == 0) // 0 is no limit
        {
            less.*limit = 1;
            more.topics.push_back("another");
        }
        return session::of(more, less).has_error();
    };
    CHECK(is_refused(&record_limits::choices));
    CHECK(is_refused(&record_limits::seats));
    CHECK(is_refused(&record_limits::name_bytes));
    CHECK(is_refused(&record_limits::control_keys));
    CHECK(is_refused(&record_limits::topics));
}

TEST_CASE("rounds that share a deck share it again")
{
    auto s = open_round();
    s.stop(at(6));
    s.change_deck(*deck::make({"S", "M"}, 0)).value();
    const auto r = s.record();
    REQUIRE(r.decks ==
            std::vector<std::vector<std::string>>{{"S", "M"}, {"1", "2", "3", "5", "8", "?"}});
    const auto again = restored(s);
    const auto& rounds = again.rounds().rounds();
    REQUIRE(rounds.size() == 2);
    REQUIRE(rounds[0].deck == rounds[1].deck);
    REQUIRE(again.deck().choices() == text_list{"S", "M"});
}

// --- Random damage

// Changes one member of a record, whichever comes up.
class vandal
{
public:
    vandal(dice& d, std::size_t target) : dice_(d), target_(target) {}

    /// How many members there are.
    std::size_t members() const { return members_; }

    void visit(session_record& r)
    {
        list(r.decks, [&](auto& choices) { list(choices, [&](auto& c) { hit(c); }); });
        hit(r.title);
        hit(r.settings.lasts);
        hit(r.settings.results);
        hit(r.settings.guarded);
        for (auto* const wait :
             {&r.settings.waits.absence, &r.settings.waits.undo, &r.settings.waits.unattended_after,
              &r.settings.waits.objection_period, &r.settings.waits.pickup_period})
            hit(*wait);
        list(r.control_keys, [&](auto& k) { hit(k.number); });
        hit(r.last_control_key);
        list(r.seats, [&](auto& s) { visit(s); });
        hit(r.last_seat);
        list(r.voted, [&](auto& n) { hit(n); });
        list(r.topics, [&](auto& t) { hit(t); });
        hit(r.topics_version);
        hit(r.round.number);
        hit(r.round.attempt);
        hit(r.round.attempt_before);
        hit(r.round.stage);
        hit(r.round.topic);
        hit(r.round.started);
        maybe(r.round.ends, [&](auto& t) { hit(t); });
        list(r.round.questions, [&](auto& n) { hit(n); });
        maybe(r.round.rests, [&](auto& t) { hit(t); });
        list(r.rounds, [&](auto& f) { visit(f); });
        maybe(r.undo, [&](auto& u) { visit(u); });
        hit(r.control.since);
        hit(r.control.asker);
        hit(r.control.stage);
        hit(r.control.present);
        hit(r.locked);
        hit(r.looked_at);
    }

private:
    void visit(seat_record& s)
    {
        hit(s.number);
        hit(s.presence);
        maybe(s.vote,
              [&](auto& v)
              {
                  hit(v.chosen);
                  hit(v.own);
              });
        hit(s.name);
        hit(s.last_seen);
        hit(s.lost_at);
    }

    void visit(finished_round_record& f)
    {
        hit(f.number);
        hit(f.attempt);
        hit(f.topic);
        hit(f.started);
        hit(f.ended);
        hit(f.deck);
        list(f.seats, [&](auto& n) { hit(n); });
        list(f.names, [&](auto& n) { hit(n); });
        list(f.chosen, [&](auto& c) { hit(c); });
        hit(f.asked);
        maybe(f.first,
              [&](auto& first)
              {
                  hit(first.low);
                  hit(first.high);
              });
        hit(f.agreed);
    }

    void visit(undo_record& u)
    {
        hit(u.until);
        if (auto* const kicked = std::get_if<seat_record>(&u.what))
            return visit(*kicked);
        auto& reset = std::get<reset_state>(u.what);
        hit(reset.open);
        maybe(reset.left, [&](auto& t) { hit(t); });
        list(reset.votes,
             [&](auto& v)
             {
                 hit(v.seat);
                 hit(v.vote.chosen);
                 hit(v.vote.own);
             });
    }

    bool is_target() { return members_++ == target_; }

    template <class T>
    T number(T from)
    {
        using limits = std::numeric_limits<T>;
        switch (dice_.below(7))
        {
        case 0: return 0;
        case 1: return 1;
        case 2: return from == limits::max() ? from : static_cast<T>(from + 1);
        case 3: return from == limits::min() ? from : static_cast<T>(from - 1);
        case 4: return limits::max();
        case 5: return limits::min();
        default: return static_cast<T>(dice_.below(10));
        }
    }

    template <class T>
    void hit(T& member)
    {
        if (!is_target())
            return;
        if constexpr (std::is_same_v<T, bool>)
            member = !member;
        else if constexpr (std::is_enum_v<T>)
            member = static_cast<T>(dice_.below(6));
        else if constexpr (std::is_same_v<T, std::string>)
            member = text();
        else if constexpr (std::is_integral_v<T>)
            member = number(member);
        else if constexpr (std::is_same_v<T, unix_time>)
            member = unix_time(milliseconds(number(member.time_since_epoch().count())));
        else
            member = T(number(member.count()));
    }

    std::string text()
    {
        const std::string texts[] = {"",       " ",     "\n",  "a\nb",
                                     "\xff",   "Ana",   "Bob", "Zoe",
                                     "logout", " Ana ", "8",   std::string(900, 'a')};
        return texts[dice_.below(std::size(texts))];
    }

    template <class T, class Visit>
    void maybe(std::optional<T>& member, Visit visit)
    {
        if (is_target())
        {
            if (member)
                member.reset();
            else
                member.emplace();
            return;
        }
        if (member)
            visit(*member);
    }

    template <class T, class Visit>
    void list(std::vector<T>& all, Visit visit)
    {
        if (is_target())
            return shuffle(all);
        for (auto& one : all)
            visit(one);
    }

    template <class T>
    void shuffle(std::vector<T>& all)
    {
        if (all.empty())
            return all.resize(1);
        const auto at = all.begin() + static_cast<std::ptrdiff_t>(dice_.below(all.size()));
        switch (dice_.below(4))
        {
        case 0: all.erase(at); break;
        case 1: all.push_back(T(*at)); break;
        case 2: std::swap(*at, all.front()); break;
        case 3: all.clear(); break;
        }
    }

    dice& dice_;
    std::size_t target_;
    std::size_t members_ = 0;
};

TEST_CASE("a damaged record is refused, or it is a session by all the rules")
{
    constexpr std::uint32_t histories = 40;
    constexpr int steps = 120;
    constexpr int damages = 40;
    constexpr int steps_after = 12;
    int refused = 0;
    int taken = 0;
    for (std::uint32_t seed = 1; seed <= histories; ++seed)
    {
        dice d(seed);
        auto s = play_room();
        auto now = at(0);
        for (int i = 0; i < steps; ++i)
        {
            const auto step = draw_step(d);
            now += step.passed;
            (void)make_step(s, step, now);
        }
        const auto whole = s.record();
        auto counted = whole;
        vandal counter(d, std::numeric_limits<std::size_t>::max());
        counter.visit(counted);
        REQUIRE(counted == whole);
        for (int i = 0; i < damages; ++i)
        {
            auto damaged = whole;
            vandal(d, d.below(counter.members())).visit(damaged);
            auto tried = session::of(damaged, no_limits);
            CAPTURE(seed, i);
            if (tried.has_error())
            {
                ++refused;
                continue;
            }
            taken += damaged == whole ? 0 : 1;
            REQUIRE(tried->record() == damaged);
            auto later = now;
            for (int j = 0; j < steps_after; ++j)
            {
                const auto step = draw_step(d);
                later += step.passed;
                CAPTURE(j, step.rule);
                (void)heard(make_step(*tried, step, later), *tried, later);
                (void)shown(*tried, later);
                REQUIRE(broken_invariant(tried->record(), no_limits) == "");
            }
        }
    }
    CHECK(refused > 300);
    CHECK(taken > 100);
}

} // namespace
} // namespace pajthy
