// While a session is open, no vote's value leaves the server, except a seat's own to that seat.
//
// Random histories are played through the handler, and every byte that goes out is looked at by
// whoever gets it. Each card has a face that stands nowhere else, so that a face in an answer or a
// frame can only be a card. The deck itself is public and is cut out first.
#include "tests/support/box.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/run_task.hpp"

#include <cstddef>
#include <map>
#include <random>
#include <set>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

constexpr int histories = 200;
constexpr int steps_of_a_history = 120;
constexpr std::size_t cards_of_a_deck = 4;
constexpr std::size_t most_people = 6;

// What the test itself believes about a session, from the requests that it made.
struct belief
{
    meeting where;
    std::vector<std::string> faces;
    bool open = false;
    std::map<std::string, std::string> keys;  // of seats, by name
    std::map<std::string, std::string> votes; // faces, by name
};

struct listener
{
    std::size_t session;
    std::string seat; // empty for controllers and watchers
    std::unique_ptr<ear> socket;
};

// `text` without the list of the deck's cards, which everybody may read.
std::string without_deck(std::string text)
{
    constexpr std::string_view begin = R"("Choices":[)";
    for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin))
        text.erase(at, text.find(']', at) + 1 - at);
    return text;
}

class history
{
public:
    explicit history(unsigned seed) : random_(seed), box_(calm())
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

private:
    static handler_settings calm()
    {
        handler_settings out;
        out.limits.address = {{}, {}, {}, {}, 0, 0, 0};
        return out;
    }

    std::size_t pick(std::size_t of)
    {
        return std::uniform_int_distribution<std::size_t>(0, of - 1)(random_);
    }

    void create()
    {
        belief fresh;
        std::string body = "[";
        for (std::size_t i = 0; i < cards_of_a_deck; ++i)
        {
            // Also digits alone, so that a face that went through a number would be found; and
            // never what could stand in a key, a count or a Seq.
            const auto n = std::to_string(700'001 + 10 * ++faces_made_);
            fresh.faces.push_back(i % 2 == 0 ? n : "~" + n + "~");
            body.append(i == 0 ? "\"" : ",\"").append(fresh.faces.back()).append("\"");
        }
        fresh.where = box_.create(body + "]");
        sessions_.push_back(std::move(fresh));
    }

    void do_something()
    {
        const auto at = pick(sessions_.size());
        const belief& s = sessions_[at];
        const std::string name = "p" + std::to_string(pick(most_people));
        // How often each happens, in the order of the cases.
        std::discrete_distribution<int> choice{3, 1, 1, 1, 1, 6, 6, 1, 6, 3, 2, 12};
        switch (choice(random_))
        {
        case 0: control(at, "start"); break;
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
        default: vote(at, name, s.faces[pick(s.faces.size())]); break;
        }
        hear();
    }

    // --- Each step tells what it expects to `sessions_` before anything is looked at.

    response send(const call& c) { return box_.send(c); }

    static bool went_well(const response& answer)
    {
        return to_status_class(answer.status) == http::status_class::successful;
    }

    void control(std::size_t at, const std::string& what)
    {
        belief& s = sessions_[at];
        const auto answer = send(
            call(http::verb::patch, "/" + s.where.id + "/control/" + what).bearer(s.where.control));
        REQUIRE(answer.status == http::status::accepted);
        s.open = what == "start";
        if (what != "stop")
            s.votes.clear();
        check(at, "", answer);
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
            s.votes[name] = face;
        note_close(at);
        check(at, name, answer);
    }

    void join(std::size_t at, const std::string& name)
    {
        belief& s = sessions_[at];
        const auto answer = send(call(http::verb::put, "/" + s.where.id + "/join", name));
        if (answer.status == http::status::created)
            s.keys[name] = text_member(answer.body, "SeatKey");
        check(at, name, answer);
    }

    void kick(std::size_t at, const std::string& name)
    {
        belief& s = sessions_[at];
        const auto answer = send(call(http::verb::patch, "/" + s.where.id + "/control/kick", name)
                                     .bearer(s.where.control));
        REQUIRE(went_well(answer) == s.keys.contains(name));
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
        REQUIRE(run_task(box_.store->read(s.where.id, look, box_.now)).has_value());
    }

    void let_time_pass()
    {
        box_.wait(std::chrono::milliseconds(100 * pick(200)));
        box_.tick();
        for (std::size_t at = 0; at < sessions_.size(); ++at)
            note_close(at);
    }

    void listen(std::size_t at, std::size_t as, const std::string& name)
    {
        belief& s = sessions_[at];
        if (as == 0)
            ears_.push_back({at, "", box_.listen_to_control(s.where)});
        else if (as == 1)
            ears_.push_back({at, "", box_.watch(s.where)});
        else if (s.keys.contains(name))
            ears_.push_back({at, name, box_.listen_as(s.where, s.keys[name], name)});
    }

    void hang_up()
    {
        if (!ears_.empty())
            ears_.erase(ears_.begin() + static_cast<std::ptrdiff_t>(pick(ears_.size())));
    }

    void look(std::size_t at)
    {
        const belief& s = sessions_[at];
        check(at, "", send(call(http::verb::get, "/" + s.where.id)));
        check(at, "",
              send(call(http::verb::get, "/" + s.where.id + "/control").bearer(s.where.control)));
        for (const auto& [name, key] : s.keys)
            check(at, name,
                  send(call(http::verb::get, "/" + s.where.id + "?as=" + name).bearer(key)));
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
                check_text(e.session, e.seat, frame);
        }
    }

    void check(std::size_t at, const std::string& to, const response& answer)
    {
        std::string all = answer.body;
        for (const auto& [name, value] : answer.fields)
            all.append("\n").append(name).append(": ").append(value);
        check_text(at, to, all);
    }

    // Somebody of session `at`, at the seat `to` if it isn't empty, got `text`.
    void check_text(std::size_t at, const std::string& to, const std::string& text)
    {
        const auto bare = without_deck(text);
        for (std::size_t of = 0; of < sessions_.size(); ++of)
        {
            const belief& s = sessions_[of];
            for (const auto& face : s.faces)
            {
                if (bare.find(face) == std::string::npos)
                    continue;
                if (of != at)
                    FAIL("a card of another session went out: " << text);
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
    }

    std::mt19937 random_;
    box box_;
    std::vector<belief> sessions_;
    std::vector<listener> ears_;
    int faces_made_ = 0;
    std::size_t seen_after_close_ = 0;
    std::size_t own_seen_ = 0;
    std::size_t checked_ = 0;
};

} // namespace

TEST_CASE("while a session is open no vote's value goes out, but a seat's own to that seat")
{
    std::size_t checked = 0;
    std::size_t own = 0;
    std::size_t revealed = 0;
    for (unsigned seed = 1; seed <= histories; ++seed)
    {
        CAPTURE(seed);
        history played(seed);
        played.play();
        checked += played.texts_checked_while_votes_were_hidden();
        own += played.own_faces_seen();
        revealed += played.faces_seen_after_close();
    }
    // The histories have been worth looking at.
    CHECK(checked > 20'000);
    CHECK(own > 500);
    CHECK(revealed > 2'000);
}

TEST_CASE("the deck alone is cut out of what is looked at for votes")
{
    CHECK(without_deck(R"({"Choices":["1","2"],"Votes":{"Ana":"1"}})") ==
          R"({,"Votes":{"Ana":"1"}})");
}
