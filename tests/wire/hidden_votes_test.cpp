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
// A history has an observer, so over many of them everybody is one.
#include <pajthy/event/event.hpp>
#include <pajthy/wire/frames.hpp>
#include <pajthy/wire/view.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <variant>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

constexpr std::size_t histories = 100;
constexpr std::size_t steps = 60;
constexpr std::size_t most_seconds = 8; // between two steps

const std::vector<std::string> people = {"Ana", "Bob", "Cleo", "Dan", "Eve"};

// Numbers, so that a mean would differ, too.
const std::vector<std::string> faces = {"90001", "90010", "90100", "91000", "99999"};

bool has_a_face(const std::string& text)
{
    for (const auto& face : faces)
    {
        if (text.find(face) != std::string::npos)
            return true;
    }
    return false;
}

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
};

// How often each move is made: mostly votes, so that rounds come to their end.
constexpr move moves[] = {
    move::vote,       move::vote,          move::vote,    move::vote,    move::vote,
    move::vote,       move::join,          move::join,    move::join,    move::start,
    move::start,      move::start,         move::stop,    move::reset,   move::kick,
    move::leave,      move::connect,       move::connect, move::connect, move::connect,
    move::disconnect, move::check_absence,
};

struct step
{
    move what;
    std::string who;
    std::size_t card;
    std::size_t other_card; // what `who` chooses in the second world
    int seconds;            // that pass before
};

class dice
{
public:
    explicit dice(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t end) { return engine_() % end; }

private:
    std::mt19937 engine_;
};

// Nobody is the observer if `observer` is empty.
std::vector<step> history_of(dice& d, const std::string& observer)
{
    std::vector<step> out;
    for (std::size_t i = 0; i < steps; ++i)
    {
        const auto what = moves[d.below(std::size(moves))];
        const auto& who = people[d.below(people.size())];
        const auto card = d.below(faces.size());
        const auto away = 1 + d.below(faces.size() - 1); // any card but the same
        const auto other = who == observer ? card : (card + away) % faces.size();
        out.push_back({what, who, card, other, static_cast<int>(d.below(most_seconds + 1))});
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

class world
{
public:
    const session& state() const { return session_; }

    /// Makes the step, and says what it did.
    changes play(const step& s, std::size_t card)
    {
        now_ += std::chrono::seconds(s.seconds);
        const auto* const seat = session_.find(s.who);
        const auto number = seat == nullptr ? seat_number{0} : seat->number();
        switch (s.what)
        {
        case move::join: return join(s.who);
        case move::vote: return done_by(session_.vote(s.who, faces[card], now_));
        case move::start: return session_.start();
        case move::stop: return session_.stop();
        case move::reset: return session_.reset();
        case move::kick: return done_by(session_.kick(s.who, now_));
        case move::leave: return done_by(session_.leave(s.who, now_));
        case move::connect: return done_by(session_.connected(number, now_));
        case move::disconnect: session_.disconnected(number, now_); return {};
        case move::check_absence: return session_.check_absence(number, now_);
        }
        return {};
    }

    /// The frames that tell of `done`, for both roles; without the one that tells the votes of a
    /// session that is closed.
    std::vector<written> frames(const changes& done) const
    {
        auto events = events_of(done, session_, now_);
        events.push_back(event::progress{session_.progress(now_, most_waiting_names)});
        std::vector<written> out;
        for (const auto& e : events)
        {
            if (std::holds_alternative<event::disabled>(e) && !session_.open())
                continue;
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
            if (session_.find(name) != nullptr)
                out.push_back({name, own_view(name)});
        }
        return out;
    }

    std::string own_view(const std::string& name) const
    {
        return view({role::voter, session_.find(name)->number()});
    }

private:
    changes join(const std::string& name)
    {
        const auto joined = session_.join(name, key_of(name), std::nullopt, 0, now_);
        return joined.has_value() ? joined->done : changes{};
    }

    std::string view(viewer who) const { return snapshot_text(view_text(session_, who, now_), 1); }

    session session_ = room(faces, "");
    time_point now_ = at(0);
};

// The view in a snapshot without the deck; a seat's view also without its own vote.
std::string without_public(const written& snapshot)
{
    auto frame = boost::json::parse(snapshot.text);
    auto& view = frame.at("Data").as_object();
    view.erase("Choices");
    if (snapshot.to != "controllers" && snapshot.to != "watchers")
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

            REQUIRE(texts_of(here.frames(done)) == texts_of(there.frames(done)));
            closed += done.closed ? 1 : 0;
            if (!here.state().open())
                continue;
            hidden += here.state().progress(at(0), 0).voted;
            REQUIRE(texts_of(here.views({observer})) == texts_of(there.views({observer})));
        }
    }
    CHECK(hidden > 500); // or the histories would prove nothing
    CHECK(closed > 100);
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
            for (const auto& frame : here.frames(done))
                REQUIRE_FALSE(has_a_face(frame.text));
            if (!here.state().open())
                continue;
            for (const auto& view : here.views(people))
                REQUIRE_FALSE(has_a_face(without_public(view)));
        }
    }
}

TEST_CASE("what a seat is told as its own vote is what it voted in this round")
{
    for (std::uint32_t seed = 1; seed <= histories; ++seed)
    {
        CAPTURE(seed);
        dice d(seed);
        world here;
        std::map<std::string, std::string> voted;
        for (const auto& s : history_of(d, ""))
        {
            const auto done = here.play(s, s.card);
            if (done.opened || done.reset)
                voted.clear();
            if (done.removed)
                voted.erase(s.who);
            if (done.votes && !done.removed)
                voted[s.who] = faces[s.card];
            for (const auto& seat : here.state().seats())
            {
                const auto mine = voted.find(seat.name());
                const auto expected = mine == voted.end() ? "none" : mine->second;
                REQUIRE(own_vote_in(here.own_view(seat.name())) == expected);
            }
        }
    }
}

} // namespace
} // namespace pajthy
