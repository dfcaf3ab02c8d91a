// While a session is open, no vote's value leaves the server, except a seat's own to that seat.
//
// Random histories are played through the handler, and every byte that goes out is looked at by
// whoever gets it. Each card has a face that stands nowhere else, so that a face in an answer or a
// frame can only be a card. The deck itself is public and is cut out first.
//
// The history tells the votes of earlier rounds, which may be on the same cards as the hidden ones.
// While a session is open it has to say what it said when the round began, byte for byte, apart
// from what was recorded as agreed.
//
// Sessions whose results are not for everybody keep them from voters after the close, too.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/run_task.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <random>
#include <set>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

constexpr int histories = 260;
constexpr int steps_of_a_history = 240;
constexpr std::size_t cards_of_a_deck = 4;
constexpr std::size_t most_people = 6;

const std::string agreement = "settled"; // stands on no card

constexpr std::size_t history_formats = 3;
constexpr std::array<std::string_view, history_formats> format_queries = {"", "?format=csv",
                                                                          "?format=markdown"};

// What the test itself believes about a session, from the requests that it made.
struct belief
{
    meeting where;
    std::string results; // who sees them
    std::vector<std::string> deck;
    std::vector<std::string> faces; // of this deck and of those before
    bool open = false;
    std::map<std::string, std::string> keys;  // of seats, by name
    std::map<std::string, std::string> votes; // faces that a seat may see as its own, by name
    std::map<std::string, std::string> voted; // the last face that came with a key, by key
    std::string kicked_key;                   // of the last seat that was kicked
    std::array<std::string, history_formats> history; // when the last round began
};

struct listener
{
    std::size_t session;
    std::string seat; // empty for controllers and watchers
    bool controls;
    std::unique_ptr<test_subscriber> socket;
};

// `text` without the list of the deck's cards, which everybody may read.
std::string without_deck(std::string text)
{
    constexpr std::string_view begin = R"("Choices":[)";
    for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin))
        text.erase(at, text.find(']', at) + 1 - at);
    return text;
}

std::string without(std::string text, std::string_view what)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what))
        text.erase(at, what.size());
    return text;
}

// Nor with the time at which it was asked for.
std::string without_agreement(std::string history)
{
    const auto now = history.rfind(R"(,"Now":)");
    if (now != std::string::npos)
        history.resize(now);
    auto out = without(std::move(history), R"(,"Agreed":")" + agreement + "\"");
    return without(without(std::move(out), '"' + agreement + '"'), agreement);
}

// Whether a frame of this kind may have faces in it, once the session is closed, or a seat's own.
bool may_tell_faces(const std::string& kind)
{
    return kind == "snapshot" || kind == "you" || kind == "disabled" || kind == "deck";
}

class random_history
{
public:
    explicit random_history(unsigned seed) : random_(seed), fixture_(calm())
    {
        for (std::size_t i = 0; i < 2; ++i)
            create();
    }

    void play()
    {
        for (int step = 0; step < steps_of_a_history; ++step)
            do_something();
    }

    std::size_t faces_seen_after_close() const { return seen_after_close_; }
    std::size_t own_faces_seen() const { return own_seen_; }
    std::size_t texts_checked_while_votes_were_hidden() const { return checked_; }
    std::size_t rounds_reopened_with_votes() const { return reopened_; }
    std::size_t histories_read_while_votes_were_hidden() const { return histories_read_; }
    std::size_t rounds_closed_by_time() const { return timed_out_; }
    std::size_t questions_asked() const { return asked_; }
    std::size_t texts_without_results() const { return kept_back_; }
    std::size_t votes_taken_over() const { return taken_over_; }

private:
    static handler_settings calm()
    {
        handler_settings out;
        out.limits.address = {.create = {},
                              .unknown_ids = {},
                              .wrong_keys = {},
                              .joins = {},
                              .renames = {},
                              .calls = {},
                              .websockets = 0,
                              .connections = 0,
                              .remembered = 0};
        return out;
    }

    std::size_t pick(std::size_t of)
    {
        return std::uniform_int_distribution<std::size_t>(0, of - 1)(random_);
    }

    void create()
    {
        belief fresh;
        constexpr std::array audiences = {"everybody", "everybody", "counts", "controllers"};
        fresh.results = audiences.at(pick(audiences.size()));
        const auto deck = deal(fresh);
        fresh.where =
            fixture_.create(R"({"Choices":)" + deck + R"(,"Results":")" + fresh.results + "\"}");
        sessions_.push_back(std::move(fresh));
    }

    // A deck of cards that never were before, as it is written in a body.
    std::string deal(belief& to)
    {
        std::string body = "[";
        to.deck.clear();
        for (std::size_t i = 0; i < cards_of_a_deck; ++i)
        {
            // Also digits alone, so that a face that went through a number would be found; and
            // never what could stand in a key, a count, a date or a Seq.
            const auto n = std::to_string(700'001 + 10 * ++faces_made_);
            to.deck.push_back(i % 2 == 0 ? n : "~" + n + "~");
            to.faces.push_back(to.deck.back());
            body.append(i == 0 ? "\"" : ",\"").append(to.deck.back()).append("\"");
        }
        return body + "]";
    }

    void do_something()
    {
        const auto at = pick(sessions_.size());
        const belief& s = sessions_[at];
        const std::string name = "p" + std::to_string(pick(most_people));
        // How often each happens, in the order of the cases.
        std::discrete_distribution<int> choice{3, 1, 1, 1, 1, 6, 6, 1, 6, 3,
                                               2, 2, 4, 1, 2, 1, 1, 2, 1, 14};
        switch (choice(random_))
        {
        case 0: start(at); break;
        case 1: control(at, "stop"); break;
        case 2: control(at, "reset"); break;
        case 3: kick(at, name); break;
        case 4: leave(at, name); break;
        case 5: join(at, name); break;
        case 6: listen(at, pick(4), name); break;
        case 7: hang_up(); break;
        case 8: look(at); break;
        case 9: let_time_pass(); break;
        case 10: refuse(at, name); break;
        case 11: rename(at, name, "p" + std::to_string(pick(most_people))); break;
        case 12: undo(at); break;
        case 13: change_deck(at); break;
        case 14: agree(at); break;
        case 15: plan(at); break;
        case 16: set_timer(at); break;
        case 17: take_over(at, name); break;
        case 18: ask(at, name); break;
        default: vote(at, name, s.deck[pick(s.deck.size())]); break;
        }
        hear();
    }

    // --- Each step tells what it expects to `sessions_` before anything is looked at.

    response send(const call& c) { return fixture_.send(c); }

    static bool went_well(const response& answer)
    {
        return to_status_class(answer.status) == http::status_class::successful;
    }

    call to_control(std::size_t at, http::verb method, std::string_view what, std::string body = {})
    {
        const meeting& in = sessions_[at].where;
        return call(method, "/" + in.id + "/control/" + std::string(what), std::move(body))
            .bearer(in.control);
    }

    void control(std::size_t at, const std::string& what, std::string body = {})
    {
        belief& s = sessions_[at];
        const auto answer = send(to_control(at, http::verb::patch, what, std::move(body)));
        REQUIRE(answer.status == http::status::accepted);
        s.open = what == "start";
        if (what != "stop")
            s.votes.clear();
        check(at, "", answer);
    }

    void start(std::size_t at)
    {
        const auto topic = R"("Topic":"topic )" + std::to_string(pick(3)) + "\"";
        const std::string bodies[] = {"", "{}", R"({"Again":true})", "{" + topic + "}",
                                      "{" + topic + R"(,"Seconds":)" +
                                          std::to_string(1 + pick(30)) + "}"};
        control(at, "start", bodies[pick(std::size(bodies))]);
        remember_history(at);
    }

    void remember_history(std::size_t at)
    {
        for (std::size_t i = 0; i < history_formats; ++i)
            sessions_[at].history[i] = without_agreement(history(at, i).body);
    }

    // Brings a reset or a kick back, if there is one and it was not too long ago.
    void undo(std::size_t at)
    {
        const auto answer = send(to_control(at, http::verb::patch, "undo"));
        if (answer.status == http::status::accepted)
        {
            const bool was_open = sessions_[at].open;
            note_undone(at);
            reopened_ += !was_open && sessions_[at].open && !sessions_[at].votes.empty();
        }
        else
            REQUIRE(answer.status == http::status::conflict);
        check(at, "", answer);
    }

    void change_deck(std::size_t at)
    {
        belief& s = sessions_[at];
        belief changed = s;
        const auto answer =
            send(to_control(at, http::verb::put, "deck", R"({"Choices":)" + deal(changed) + "}"));
        REQUIRE(answer.status == (s.open ? http::status::conflict : http::status::accepted));
        if (!s.open)
        {
            s = std::move(changed);
            s.votes.clear();
        }
        check(at, "", answer);
    }

    void agree(std::size_t at)
    {
        std::string body = R"({"Round":)" + std::to_string(1 + pick(6)) + R"(,"Agreed":")";
        body.append(pick(4) == 0 ? "" : agreement).append("\"}");
        const auto answer = send(to_control(at, http::verb::patch, "agree", std::move(body)));
        REQUIRE((went_well(answer) || answer.status == http::status::bad_request));
        check(at, "", answer);
    }

    void plan(std::size_t at)
    {
        const auto answer =
            send(to_control(at, http::verb::put, "topics", R"({"Topics":["topic 0","topic 2"]})"));
        REQUIRE(answer.status == http::status::accepted);
        check(at, "", answer);
    }

    void set_timer(std::size_t at)
    {
        const auto body =
            (pick(2) == 0 ? R"({"Add":)" : R"({"Seconds":)") + std::to_string(pick(20)) + "}";
        const auto answer = send(to_control(at, http::verb::patch, "timer", body));
        REQUIRE(answer.status ==
                (sessions_[at].open ? http::status::accepted : http::status::bad_request));
        check(at, "", answer);
    }

    void ask(std::size_t at, const std::string& name)
    {
        const auto known = sessions_[at].keys.find(name);
        if (known == sessions_[at].keys.end())
            return;
        const auto body =
            R"({"Participant":")" + name + R"(","Raised":)" + (pick(3) == 0 ? "false}" : "true}");
        const auto answer =
            send(call(http::verb::put, "/" + sessions_[at].where.id + "/question", body)
                     .bearer(known->second));
        asked_ += answer.status == http::status::accepted;
        check(at, name, answer);
    }

    void vote(std::size_t at, const std::string& name, const std::string& face)
    {
        belief& s = sessions_[at];
        if (!s.keys.contains(name))
            return;
        const std::string body = R"({"Participant":")" + name + R"(","Choice":")" + face + R"("})";
        const auto answer =
            send(call(http::verb::put, "/" + s.where.id, body).bearer(s.keys[name]));
        REQUIRE(answer.status == (s.open ? http::status::accepted : http::status::bad_request));
        if (s.open)
            s.votes[name] = s.voted[s.keys[name]] = face;
        note_close(at);
        check(at, name, answer);
    }

    void join(std::size_t at, const std::string& name)
    {
        belief& s = sessions_[at];
        const auto answer = send(call(http::verb::put, "/" + s.where.id + "/join", name));
        if (answer.status == http::status::created)
        {
            s.keys[name] = text_member(answer.body, "SeatKey");
            taken_over_ += s.votes.erase(name); // it counts, but it is nobody's own
        }
        check(at, name, answer);
    }

    // By a stranger, when whoever had the seat is gone for long.
    void take_over(std::size_t at, const std::string& name)
    {
        std::erase_if(ears_, [&](const listener& e) { return e.session == at && e.seat == name; });
        pass(absence);
        join(at, name);
    }

    void kick(std::size_t at, const std::string& name)
    {
        belief& s = sessions_[at];
        const auto answer = send(call(http::verb::patch, "/" + s.where.id + "/control/kick", name)
                                     .bearer(s.where.control));
        REQUIRE(went_well(answer) == s.keys.contains(name));
        if (went_well(answer))
            s.kicked_key = s.keys[name];
        forget(at, name);
        check(at, "", answer);
    }

    void leave(std::size_t at, const std::string& name)
    {
        belief& s = sessions_[at];
        if (!s.keys.contains(name))
            return;
        const auto answer =
            send(call(http::verb::put, "/" + s.where.id + "/leave", name).bearer(s.keys[name]));
        REQUIRE(went_well(answer));
        forget(at, name);
        check(at, name, answer);
    }

    void rename(std::size_t at, const std::string& name, const std::string& to)
    {
        belief& s = sessions_[at];
        if (!s.keys.contains(name))
            return;
        const std::string body = R"({"Participant":")" + name + R"(","Name":")" + to + R"("})";
        const auto answer =
            send(call(http::verb::put, "/" + s.where.id + "/rename", body).bearer(s.keys[name]));
        const bool is_taken = to != name && s.keys.contains(to);
        REQUIRE(answer.status == (is_taken ? http::status::conflict : http::status::ok));
        if (!is_taken)
            take_name(at, name, to);
        check(at, to, answer);
        remember_history(at); // in which a name may be another one by now
    }

    void take_name(std::size_t at, const std::string& name, const std::string& to)
    {
        belief& s = sessions_[at];
        for (auto* const of : {&s.keys, &s.votes})
        {
            auto entry = of->extract(name);
            if (entry.empty())
                continue;
            entry.key() = to;
            of->insert(std::move(entry));
        }
        for (auto& e : ears_)
        {
            if (e.session == at && e.seat == name && !e.socket->closed())
                e.seat = to;
        }
    }

    void forget(std::size_t at, const std::string& name)
    {
        sessions_[at].keys.erase(name);
        sessions_[at].votes.erase(name);
        note_close(at);
    }

    // The session may have closed by itself: that is for the domain's tests to judge. Here it is
    // asked of the store, past everything that goes out.
    void note_close(std::size_t at)
    {
        belief& s = sessions_[at];
        const session_reader look = [&](const session& value, version) { s.open = value.open(); };
        REQUIRE(run_task(fixture_.store->read(s.where.id, look, fixture_.date())).has_value());
    }

    // What an undo brought back is asked of the store for the same reason.
    void note_undone(std::size_t at)
    {
        belief& s = sessions_[at];
        const session_reader look = [&](const session& value, version)
        {
            s.open = value.open();
            s.votes.clear();
            for (const auto& someone : value.seats())
            {
                s.keys.try_emplace(someone.name(), s.kicked_key);
                const auto face = value.own_vote(someone.number());
                if (!face)
                    continue;
                REQUIRE(s.voted[s.keys[someone.name()]] == *face);
                s.votes.emplace(someone.name(), *face);
            }
        };
        REQUIRE(run_task(fixture_.store->read(s.where.id, look, fixture_.date())).has_value());
    }

    void let_time_pass() { pass(std::chrono::milliseconds(100 * pick(200))); }

    void pass(duration time)
    {
        fixture_.wait(time);
        std::vector<bool> is_up;
        const session_reader look = [&](const session& value, version)
        {
            is_up.push_back(value.open() && value.round().ends() &&
                            *value.round().ends() <= fixture_.date());
        };
        for (const auto& s : sessions_)
            REQUIRE(run_task(fixture_.store->read(s.where.id, look, fixture_.date())).has_value());
        fixture_.tick();
        for (std::size_t at = 0; at < sessions_.size(); ++at)
        {
            note_close(at);
            REQUIRE_FALSE((is_up[at] && sessions_[at].open));
            timed_out_ += is_up[at];
        }
    }

    void listen(std::size_t at, std::size_t as, const std::string& name)
    {
        belief& s = sessions_[at];
        if (as == 0)
            ears_.push_back({at, "", true, fixture_.listen_to_control(s.where)});
        else if (as == 1)
            ears_.push_back({at, "", false, fixture_.watch(s.where)});
        else if (s.keys.contains(name))
            ears_.push_back({at, name, false, fixture_.listen_as(s.where, s.keys[name], name)});
    }

    void hang_up()
    {
        if (!ears_.empty())
            ears_.erase(ears_.begin() + static_cast<std::ptrdiff_t>(pick(ears_.size())));
    }

    void look(std::size_t at)
    {
        const belief& s = sessions_[at];
        const auto watched = send(call(http::verb::get, "/" + s.where.id));
        check(at, "", watched);
        check_kept_back(at, watched.body);
        check(at, "",
              send(call(http::verb::get, "/" + s.where.id + "/control").bearer(s.where.control)));
        for (const auto& [name, key] : s.keys)
        {
            const auto seen =
                send(call(http::verb::get, "/" + s.where.id + "?as=" + name).bearer(key));
            check(at, name, seen);
            check_kept_back(at, seen.body);
        }
        for (std::size_t i = 0; i < history_formats; ++i)
            check_history(at, i);
    }

    response history(std::size_t at, std::size_t format)
    {
        auto answer = send(
            to_control(at, http::verb::get, "history" + std::string(format_queries.at(format))));
        REQUIRE(answer.status == http::status::ok);
        return answer;
    }

    void check_history(std::size_t at, std::size_t format)
    {
        const belief& s = sessions_[at];
        const auto answer = history(at, format);
        check_others(at, answer.body);
        if (!s.open)
            return;
        if (without_agreement(answer.body) != s.history.at(format))
            FAIL("the history of an open session changed: " << answer.body << "\nfrom "
                                                            << s.history.at(format));
        histories_read_ += !s.votes.empty();
    }

    // Requests that are refused say nothing either.
    void refuse(std::size_t at, const std::string& name)
    {
        belief& s = sessions_[at];
        const auto& other = sessions_[(at + 1) % sessions_.size()];
        check(at, "", send(call(http::verb::get, "/" + s.where.id + "/control")));
        check(
            at, "",
            send(call(http::verb::get, "/" + s.where.id + "/control").bearer(other.where.control)));
        check(
            at, "",
            send(call(http::verb::get, "/" + s.where.id + "?as=" + name).bearer(s.where.control)));
        check(at, "",
              send(call(http::verb::put, "/" + s.where.id, "{").bearer(other.where.control)));
        check(at, "", send(call(http::verb::delete_, "/" + s.where.id)));
        for (const auto& [somebody, key] : s.keys)
            check(at, somebody,
                  send(call(http::verb::put, "/" + s.where.id,
                            R"({"Participant":")" + name + R"(","Choice":"no card"})")
                           .bearer(key)));
    }

    // --- Looking at what went out

    void hear()
    {
        for (auto& e : ears_)
        {
            for (const auto& frame : e.socket->heard())
            {
                check_text(e.session, e.seat, frame);
                check_kind(e.session, frame);
                if (!e.controls)
                    check_kept_back(e.session, frame);
            }
        }
    }

    void check(std::size_t at, const std::string& to, const response& answer)
    {
        std::string all = answer.body;
        for (const auto& [name, value] : answer.fields)
            all.append("\n").append(name).append(": ").append(value);
        check_text(at, to, all);
    }

    // Frames that stay silent about votes do so at any time.
    void check_kind(std::size_t at, const std::string& frame)
    {
        if (may_tell_faces(text_member(frame, "Kind")))
            return;
        for (const auto& face : sessions_[at].faces)
        {
            if (frame.find(face) != std::string::npos)
                FAIL("a vote went out where none has to stand: " << frame);
        }
    }

    // A voter or a watcher got `text`, at whatever time.
    void check_kept_back(std::size_t at, const std::string& text)
    {
        const belief& s = sessions_[at];
        if (s.results == "everybody")
            return;
        auto bare = without_deck(text);
        for (const auto& face : s.faces)
            bare = without(std::move(bare), R"("Own":")" + face + "\"");
        for (const auto& face : s.faces)
        {
            bool stands_there = s.results == "controllers" && bare.find(face) != std::string::npos;
            for (std::size_t i = 0; s.results == "counts" && i < most_people; ++i)
                stands_there |= bare.find("\"p" + std::to_string(i) + R"(":")" + face + "\"") !=
                                std::string::npos;
            if (stands_there)
                FAIL("a result that is not for voters went out to one: " << text);
        }
        kept_back_ += !s.open;
    }

    void check_others(std::size_t at, const std::string& text)
    {
        for (std::size_t of = 0; of < sessions_.size(); ++of)
        {
            for (const auto& face : sessions_[of].faces)
            {
                if (of != at && text.find(face) != std::string::npos)
                    FAIL("a card of another session went out: " << text);
            }
        }
    }

    // Somebody of session `at`, at the seat `to` if it isn't empty, got `text`.
    void check_text(std::size_t at, const std::string& to, const std::string& text)
    {
        check_others(at, text);
        const auto bare = without_deck(text);
        const belief& s = sessions_[at];
        for (const auto& face : s.faces)
        {
            if (bare.find(face) == std::string::npos)
                continue;
            if (!s.open)
            {
                ++seen_after_close_;
                continue;
            }
            const auto own = s.votes.find(to);
            const bool is_own = own != s.votes.end() && own->second == face;
            const auto said = R"("Own":")" + face + "\"";
            const auto only_there =
                bare.find(said) != std::string::npos && bare.find(face) == bare.rfind(face);
            if (!is_own || !only_there)
                FAIL("a hidden vote went out to '" << to << "': " << text);
            ++own_seen_;
        }
        checked_ += s.open && !s.votes.empty();
    }

    std::mt19937 random_;
    api_fixture fixture_;
    std::vector<belief> sessions_;
    std::vector<listener> ears_;
    int faces_made_ = 0;
    std::size_t seen_after_close_ = 0;
    std::size_t own_seen_ = 0;
    std::size_t checked_ = 0;
    std::size_t reopened_ = 0;
    std::size_t histories_read_ = 0;
    std::size_t timed_out_ = 0;
    std::size_t asked_ = 0;
    std::size_t kept_back_ = 0;
    std::size_t taken_over_ = 0;
};

} // namespace

TEST_CASE("while a session is open no vote's value goes out, but a seat's own to that seat")
{
    std::size_t checked = 0;
    std::size_t own = 0;
    std::size_t revealed = 0;
    std::size_t reopened = 0;
    std::size_t histories_read = 0;
    std::size_t timed_out = 0;
    std::size_t asked = 0;
    std::size_t kept_back = 0;
    std::size_t taken_over = 0;
    for (unsigned seed = 1; seed <= histories; ++seed)
    {
        CAPTURE(seed);
        random_history played(seed);
        played.play();
        checked += played.texts_checked_while_votes_were_hidden();
        own += played.own_faces_seen();
        revealed += played.faces_seen_after_close();
        reopened += played.rounds_reopened_with_votes();
        histories_read += played.histories_read_while_votes_were_hidden();
        timed_out += played.rounds_closed_by_time();
        asked += played.questions_asked();
        kept_back += played.texts_without_results();
        taken_over += played.votes_taken_over();
    }
    // The histories have been worth looking at.
    CHECK(checked > 20'000);
    CHECK(own > 500);
    CHECK(revealed > 2'000);
    CHECK(reopened > 50);
    CHECK(histories_read > 1'000);
    CHECK(timed_out > 50);
    CHECK(asked > 100);
    CHECK(kept_back > 2'000);
    CHECK(taken_over > 100);
}

TEST_CASE("the deck alone is cut out of what is looked at for votes")
{
    CHECK(without_deck(R"({"Choices":["1","2"],"Votes":{"Ana":"1"}})") ==
          R"({,"Votes":{"Ana":"1"}})");
}
