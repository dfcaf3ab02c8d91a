// All of the server but its sockets, with people who use it, under clocks that stand still until
// time passes: what they do, how long everything takes and what goes wrong comes from one seed.
#pragma once

#include "tests/simulation/faulty_store.hpp"
#include "tests/simulation/page.hpp"
#include "tests/simulation/recording_store.hpp"
#include "tests/support/api_fixture.hpp"

#include <pajthy/bus/event_bus.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/service/session_service.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy::test
{

enum class world_store
{
    memory, // the one that is shipped
    faulty  // the same behind a network
};

/// What histories have done, to see that they prove something.
struct world_counts
{
    std::size_t calls = 0;       // that were answered
    std::size_t changes = 0;     // that were answered with success
    std::size_t unavailable = 0; // that were answered with 503
    std::size_t given_up = 0;    // requests, and websockets that were about to open
    std::size_t pages = 0;       // that got a snapshot
    std::size_t compared = 0;    // pages that showed what the session was in the end
    std::size_t frames = 0;
    std::size_t renewed = 0; // that changes were missed
};

class world
{
public:
    world(std::uint32_t seed, world_store kind);
    world(const world&) = delete;
    world& operator=(const world&) = delete;
    ~world();

    /// Plays a history. Returns what was wrong first; empty if nothing was.
    std::string play();

    const world_counts& counts() const noexcept { return counts_; }

private:
    // What a client knows of a session, which may be wrong by now.
    struct known_seat
    {
        std::string number;
        std::string name;
        std::string key;
    };
    struct known_session
    {
        std::string id;
        std::string address;
        std::vector<std::string> control_keys;
        std::vector<known_seat> seats;
    };

    // A request that isn't answered yet.
    struct asked
    {
        call what;
        std::string label;
        time_point since;
        std::size_t room = 0; // in known_
        // Complains if the session, as it was when the answer was made, doesn't fit the answer.
        std::function<bool(const session&, const response&)> fits{};
        std::function<void(response&)> then{};
        std::string mark{}; // a text that stands in no session unless this was kept
        std::optional<task<response>> answer{};
    };

    // A websocket.
    struct line
    {
        std::string id;
        ticket granted;
        page shown;
        std::optional<task<result<std::unique_ptr<attendance>>>> opening{};
        std::unique_ptr<attendance> open{};
    };

    std::size_t below(std::size_t end) { return random_() % end; }
    bool happens(unsigned percent) { return below(100) < percent; }
    template <class T>
    T& any_of(std::vector<T>& some)
    {
        return some[below(some.size())];
    }
    void fill(std::span<std::uint8_t> bytes);
    void fail(std::string what);
    unix_time date() const;

    void step();
    void disturb();
    void pass(milliseconds time);
    void look_around();
    void calm_down();
    void check_calm();

    void ask(asked request);
    void answered(asked& request, response answer);
    void check_change(const asked& request, const response& answer);
    asked about(std::size_t room, http::verb method, const std::string& path,
                std::string body = {});
    void create();
    void act_as_controller(std::size_t room);
    void act_as_voter(std::size_t room);
    void join(std::size_t room);
    void open_page(std::size_t room);
    void open_line(std::size_t room, ticket granted);
    void give_up_something();
    void change_elsewhere(std::size_t room);

    const session* recall(const std::string& id, version v) const;
    bool is_present(const std::string& id, const std::optional<seat_number>& seat) const;

    std::uint32_t seed_;
    std::mt19937 random_;
    std::string failure_;
    world_counts counts_;
    time_point now_ = time_point(std::chrono::hours(1'000));
    time_point next_tick_ = now_;
    std::uint32_t filled_ = 0;
    std::uint32_t marks_ = 0;
    limits limits_;

    std::unique_ptr<session_store> memory_;
    std::unique_ptr<faulty_store> faulty_;
    std::unique_ptr<recording_store> store_;
    std::unique_ptr<event_bus> bus_;
    std::unique_ptr<session_service> service_;
    std::unique_ptr<handler> api_;

    std::vector<known_session> known_;
    std::list<asked> asked_;
    std::list<line> lines_;
    std::vector<std::pair<std::string, std::string>> refused_marks_; // session and mark
};

} // namespace pajthy::test
