// While a session is open, no vote's value leaves the server, to any role.
//
// The deck itself is public, so it proves nothing to look for a face in a text. Two things do:
//
// 1. The same history is played in two worlds that differ in nothing but the faces which everybody
//    except one observer chooses. Whatever is written in an open session for the controllers, for
//    watchers and for the observer must be the same in both, byte for byte. So it cannot depend on
//    a hidden vote in any way: neither by its face, nor by the place of its card, a count, a mean,
//    an order or a length. The worlds cannot drift apart, because no rule looks at what was voted,
//    and the test checks that they do not.
// 2. Each face is a number that occurs nowhere else. Apart from the public list of the choices and
//    from what a seat is told of itself, no text of an open session has such a number in it. This
//    also finds what both worlds would give away, such as a vote of the observer, who is the same
//    in both.
//
// The history is the one text of an open session with votes in it, those of earlier rounds. It must
// not depend on anything that happens in the open one, so it has to stay what it was at its start.
//
// A history has an observer, so over many of them everybody is one.
#include <pajthy/event/event.hpp>
#include <pajthy/wire/frames.hpp>
#include <pajthy/wire/history.hpp>
#include <pajthy/wire/view.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

constexpr std::size_t histories = 100;
constexpr std::size_t steps = 120;
constexpr std::size_t most_seconds = 8; // between two steps

const std::vector<std::string> people = {"Ana", "Bob", "Cleo", "Dan", "Eve"};

// Numbers, so that a mean would differ, too, and such as stand in no date. Sessions begin with the
// first deck.
const std::vector<std::string> decks[] = {{"90001", "90011", "90101", "91001", "99999"},
                                          {"80001", "88888", "80101", "81001", "80011"}};
const std::size_t cards = decks[0].size();

bool has_a_face(const std::string& text)
{
    for (const auto& faces : decks)
    {
        for (const auto& face : faces)
        {
            if (text.find(face) != std::string::npos)
                return true;
        }
    }
    return false;
}

bool is_in(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

const std::string agreement = "settled"; // stands on no card

enum class move : std::uint8_t
{
    join,
    vote,
    start,
    stop,
    reset,
    kick,
    leave,
    connect,
    disconnect,
    check_absence,
    rename,      // to one of the people
    undo,        // the last reset or kick
    change_deck, // to the other one
    pass_time,   // so that a timer that is up closes the round
    set_timer,
    agree,
    ask, // a question, or call it answered
};

// How often each move is made: mostly votes, so that rounds come to their end.
constexpr move moves[] = {
    move::vote,       move::vote,          move::vote,        move::vote,      move::vote,
    move::vote,       move::join,          move::join,        move::join,      move::start,
    move::start,      move::start,         move::stop,        move::reset,     move::kick,
    move::leave,      move::connect,       move::connect,     move::connect,   move::connect,
    move::disconnect, move::check_absence, move::rename,      move::rename,    move::undo,
    move::undo,       move::undo,          move::change_deck, move::pass_time, move::pass_time,
    move::pass_time,  move::set_timer,     move::agree,       move::ask,
};

struct step
{
    move what;
    std::string who;
    std::size_t card;
    std::size_t other_card; // what `who` chooses in the second world
    int seconds;            // that pass before
    std::size_t choice;     // whatever else is to be chosen
};

const std::string& new_name(std::size_t choice)
{
    return people[choice % people.size()];
}

class dice
{
public:
    explicit dice(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t end) { return engine_() % end; }

private:
    std::mt19937 engine_;
};

// Nobody is the observer if `observer` is empty. The observer keeps the name: nobody else comes to
// it with a vote that differs between the worlds.
std::vector<step> history_of(dice& d, const std::string& observer)
{
    std::vector<step> out;
    for (std::size_t i = 0; i < steps; ++i)
    {
        auto what = moves[d.below(std::size(moves))];
        const auto& who = people[d.below(people.size())];
        const auto choice = d.below(60);
        if (what == move::rename && (who == observer || new_name(choice) == observer))
            what = move::vote;
        const auto card = d.below(cards);
        const auto away = 1 + d.below(cards - 1); // any card but the same
        const auto other = who == observer ? card : (card + away) % cards;
        const auto seconds = static_cast<int>(d.below(most_seconds + 1));
        out.push_back({what, who, card, other, seconds, choice});
    }
    return out;
}

// What is written for one viewer at one step.
struct written
{
    std::string to;
    std::string text;
};

std::vector<std::string> texts_of(const std::vector<written>& all)
{
    std::vector<std::string> out;
    for (const auto& w : all)
        out.push_back(w.to + " " + w.text);
    return out;
}

changes done_by(const result<changes>& tried)
{
    return tried.has_value() ? *tried : changes{};
}

round_plan plan_of(std::size_t choice)
{
    round_plan out;
    if (choice % 3 != 0)
        out.topic = "topic " + std::to_string(choice % 3);
    if (choice % 2 != 0)
        out.lasts = std::chrono::seconds(choice);
    out.again = choice % 5 == 0;
    return out;
}

class world
{
public:
    const session& state() const { return session_; }
    const std::string& face(std::size_t card) const { return decks[deck_][card]; }

    /// Makes the step, and says what it did.
    changes play(const step& s, std::size_t card)
    {
        now_ += std::chrono::seconds(s.seconds);
        const auto* const seat = session_.seats().find(s.who);
        const auto number = seat == nullptr ? seat_number{0} : seat->number();
        switch (s.what)
        {
        case move::join: return join(s.who);
        case move::vote: return done_by(session_.vote(s.who, face(card), now_));
        case move::start: return done_by(session_.start(now_, plan_of(s.choice)));
        case move::stop: return session_.stop(now_);
        case move::reset: return session_.reset(now_);
        case move::kick: return done_by(session_.kick(s.who, now_));
        case move::leave: return done_by(session_.leave(s.who, now_));
        case move::connect: return done_by(session_.connected(number));
        case move::disconnect: session_.disconnected(number, now_); return {};
        case move::check_absence: return session_.advance_to(now_);
        case move::rename: return done_by(session_.rename(s.who, new_name(s.choice), {}, now_));
        case move::undo: return done_by(session_.undo({}, now_));
        case move::change_deck: return change_deck();
        case move::pass_time: return session_.advance_to(now_);
        case move::set_timer:
            return done_by(session_.set_time(std::chrono::seconds(s.choice % 20), now_));
        case move::agree: return agree(s.choice);
        case move::ask:
            return done_by(s.choice % 3 == 0 ? session_.answer_question(s.who, now_)
                                             : session_.ask_question(s.who, now_));
        }
        return {};
    }

    /// The frames that tell of `done`, for both roles and for the seats of `observers`; without the
    /// one that tells the votes of a session that is closed.
    std::vector<written> frames(const changes& done,
                                const std::vector<std::string>& observers) const
    {
        auto events = events_of(done, session_, now_, dates);
        events.push_back(event::progress{session_.seats().progress(max_waiting_names)});
        std::vector<written> out;
        for (const auto& e : events)
        {
            if (std::holds_alternative<event::disabled>(e) && !session_.open())
                continue;
            if (const auto* const you = std::get_if<event::you>(&e))
            {
                if (is_in(observers, you->name))
                    out.push_back({you->name, frame_text(e, role::voter, 1)});
                continue;
            }
            out.push_back({"controllers", frame_text(e, role::controller, 1)});
            out.push_back({"voters", frame_text(e, role::voter, 1)});
        }
        return out;
    }

    /// The views for controllers, for watchers and for the seats of `observers`.
    std::vector<written> views(const std::vector<std::string>& observers) const
    {
        std::vector<written> out;
        out.push_back({"controllers", view({role::controller, std::nullopt})});
        out.push_back({"watchers", view({role::voter, std::nullopt})});
        for (const auto& name : observers)
        {
            if (session_.seats().find(name) != nullptr)
                out.push_back({name, own_view(name)});
        }
        return out;
    }

    /// In each of its formats, apart from what was agreed.
    std::vector<std::string> history() const
    {
        std::vector<std::string> out{history_json(session_, at(0), dates),
                                     history_csv(session_, dates),
                                     history_markdown(session_, dates)};
        for (auto& text : out)
        {
            for (const auto& what :
                 {R"(,"Agreed":")" + agreement + "\"", '"' + agreement + '"', agreement})
            {
                for (auto at = text.find(what); at != std::string::npos; at = text.find(what))
                    text.erase(at, what.size());
            }
        }
        return out;
    }

    std::string own_view(const std::string& name) const
    {
        return view({role::voter, session_.seats().find(name)->number()});
    }

private:
    changes join(const std::string& name)
    {
        const auto fresh = key_of(name + ' ' + std::to_string(++keys_));
        const auto joined = session_.join(name, fresh, std::nullopt, {}, now_);
        return joined.has_value() ? joined->done : changes{};
    }

    changes change_deck()
    {
        const auto other = 1 - deck_;
        const auto done = session_.change_deck(deck::make(decks[other], 0).value());
        if (done.has_value())
            deck_ = other;
        return done_by(done);
    }

    changes agree(std::size_t choice)
    {
        const auto before = static_cast<std::uint32_t>(choice % 4);
        const auto round = session_.round().number() - std::min(before, session_.round().number());
        return done_by(session_.agree(round, choice % 3 == 0 ? "" : agreement));
    }

    std::string view(viewer who) const
    {
        return snapshot_text(view_text(session_, who, now_, dates), 1);
    }

    session session_ = room(decks[0], "");
    std::size_t deck_ = 0;
    unix_time now_ = at(0);
    int keys_ = 0; // made so far
};

// A frame without the deck.
std::string without_deck(const std::string& frame)
{
    auto value = boost::json::parse(frame);
    value.at("Data").as_object().erase("Choices");
    return boost::json::serialize(value);
}

// The view in a snapshot without the deck; a seat's view also without its own vote.
std::string without_public(const written& snapshot)
{
    auto frame = boost::json::parse(without_deck(snapshot.text));
    auto& view = frame.at("Data").as_object();
    if (is_in(people, snapshot.to))
        view.erase("Own");
    return boost::json::serialize(frame);
}

std::string own_vote_in(const std::string& snapshot)
{
    const auto frame = boost::json::parse(snapshot);
    const auto& own = frame.at("Data").at("Own");
    return own.is_null() ? "none" : std::string(own.as_string());
}

TEST_CASE("nothing that leaves an open session depends on a hidden vote")
{
    std::size_t hidden = 0;
    std::size_t closed = 0;
    std::size_t restored = 0;
    std::size_t timed_out = 0;
    std::size_t decks_changed = 0;
    for (std::uint32_t seed = 1; seed <= histories; ++seed)
    {
        CAPTURE(seed);
        dice d(seed);
        const auto observer = people[d.below(people.size())];
        const auto history = history_of(d, observer);
        world here;
        world there;
        for (std::size_t i = 0; i < history.size(); ++i)
        {
            CAPTURE(i, observer);
            const auto done = here.play(history[i], history[i].card);
            const auto done_there = there.play(history[i], history[i].other_card);
            REQUIRE(said(done) == said(done_there));
            REQUIRE(here.state().open() == there.state().open());

            REQUIRE(texts_of(here.frames(done, {observer})) ==
                    texts_of(there.frames(done, {observer})));
            closed += done.closed ? 1 : 0;
            restored += done.restored && here.state().open() ? 1 : 0;
            timed_out += done.closed && history[i].what == move::pass_time ? 1 : 0;
            decks_changed += done.deck ? 1 : 0;
            if (!here.state().open())
                continue;
            hidden += here.state().seats().progress(0).voted;
            REQUIRE(texts_of(here.views({observer})) == texts_of(there.views({observer})));
        }
    }
    CHECK(hidden > 500); // or the histories would prove nothing
    CHECK(closed > 100);
    CHECK(restored > 20);
    CHECK(timed_out > 20);
    CHECK(decks_changed > 20);
}

TEST_CASE("no text of an open session has the face of a vote in it, but a seat's own")
{
    for (std::uint32_t seed = 1; seed <= histories; ++seed)
    {
        CAPTURE(seed);
        dice d(seed);
        const auto history = history_of(d, "");
        world here;
        for (std::size_t i = 0; i < history.size(); ++i)
        {
            CAPTURE(i);
            const auto done = here.play(history[i], history[i].card);
            for (const auto& frame : here.frames(done, people))
                REQUIRE_FALSE(has_a_face(without_public(frame)));
            if (!here.state().open())
                continue;
            for (const auto& view : here.views(people))
                REQUIRE_FALSE(has_a_face(without_public(view)));
        }
    }
}

TEST_CASE("the history of an open session is what it was when the round began")
{
    std::size_t compared = 0;
    for (std::uint32_t seed = 1; seed <= histories; ++seed)
    {
        CAPTURE(seed);
        dice d(seed);
        const auto history = history_of(d, "");
        world here;
        std::vector<std::string> at_start;
        for (std::size_t i = 0; i < history.size(); ++i)
        {
            CAPTURE(i);
            const auto done = here.play(history[i], history[i].card);
            if ((done.opened && !done.restored) || history[i].what == move::rename)
                at_start = here.history(); // in which a name may be another one by now
            if (!here.state().open())
                continue;
            REQUIRE(here.history() == at_start);
            compared += here.state().seats().progress(0).voted != 0 &&
                        !here.state().rounds().rounds().empty();
        }
    }
    CHECK(compared > 500);
}

// What is known of votes by who was told what.
struct own_votes
{
    std::map<seat_number, std::string> standing;
    std::map<seat_number, std::string> cleared;                // by the last reset
    std::optional<std::pair<seat_number, std::string>> kicked; // with the last kick
    std::size_t taken_over = 0;                                // by others, with their seats

    void follow(const world& w, const step& s, const changes& done, seat_number who)
    {
        const bool undoes = s.what == move::undo && done.undo;
        if (undoes && done.seats && kicked)
            standing.insert(*kicked);
        if (undoes && !done.seats)
            restore(w);
        if (done.reset)
            cleared = standing;
        if (done.reset || (done.opened && !undoes))
            standing.clear();
        if (done.removed)
        {
            const auto gone = standing.extract(*done.removed);
            if (s.what == move::kick)
                kicked = gone.empty() ? std::nullopt
                                      : std::optional(std::pair(gone.key(), gone.mapped()));
        }
        if (s.what == move::vote && done.votes)
            standing[who] = w.face(s.card);
        if (s.what == move::join && who != 0 && done.seats) // under another key
        {
            taken_over += standing.erase(who);
            cleared.erase(who);
        }
    }

    // Of those who are still there.
    void restore(const world& w)
    {
        for (const auto& [number, face] : cleared)
        {
            if (w.state().seats().find(number) != nullptr)
                standing[number] = face;
        }
    }
};

TEST_CASE("what a seat is told as its own vote is what it voted in this round, under the same key")
{
    std::size_t taken_over = 0;
    for (std::uint32_t seed = 1; seed <= histories; ++seed)
    {
        CAPTURE(seed);
        dice d(seed);
        world here;
        own_votes expected;
        for (const auto& s : history_of(d, ""))
        {
            const auto* const voter = here.state().seats().find(s.who);
            const auto who = voter == nullptr ? seat_number{0} : voter->number();
            const auto done = here.play(s, s.card);
            expected.follow(here, s, done, who);
            for (const auto& seat : here.state().seats())
            {
                const auto own = expected.standing.find(seat.number());
                REQUIRE(own_vote_in(here.own_view(seat.name())) ==
                        (own == expected.standing.end() ? "none" : own->second));
            }
        }
        taken_over += expected.taken_over;
    }
    CHECK(taken_over > 10);
}

} // namespace
} // namespace pajthy
