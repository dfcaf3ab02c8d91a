#include "tests/bench/scenarios.hpp"

#include "tests/bench/server_process.hpp"

#include <boost/asio/steady_timer.hpp>

#include <ctime>
#include <deque>
#include <functional>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace pajthy::bench
{
namespace
{

// All come from one address and stay for as long as they like; a room may be large. Every other
// limit stays as it is shipped.
const std::vector<std::string> server_options{
    "--rate-limits=off",          "--keep-alive=0",      "--max-participants=0",
    "--max-session-websockets=0", "--log-level=warning",
};

// Rooms in the middle of a turn where the pace is the server's own: enough for it to be never idle.
constexpr std::size_t turns_at_once = 16;

// The server looks once a second whether there is memory to give back.
constexpr std::chrono::milliseconds time_to_give_back{2'500};

seconds used_by_this_process()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

// A server, and rooms on it.
struct venue
{
    explicit venue(const scene& in) : server(in.program, server_options)
    {
        // What a first request brings about is there before anything is measured.
        answer_to(loop, front_desk, request_text("GET", "/healthz"));
    }

    void make_rooms(const scene& in)
    {
        for (std::size_t i = 0; i < in.rooms; ++i)
            rooms.push_back(std::make_unique<room>(loop, server.port(), front_desk, in.voters));
    }

    void let_listen()
    {
        for (const auto& one : rooms)
        {
            one->open_websockets();
            if (!run_until(loop, [&] { return one->is_followed(); }))
                throw std::runtime_error("a websocket did not open in time");
        }
    }

    void wait_until_nobody_listens()
    {
        const auto end = std::chrono::steady_clock::now() + patience;
        const auto request = request_text("GET", "/metrics");
        while (answer_to(loop, front_desk, request).body.find("\npajthy_websockets 0\n") ==
               std::string::npos)
        {
            if (std::chrono::steady_clock::now() > end)
                throw std::runtime_error("the server keeps websockets that are closed");
        }
    }

    server_process server;
    asio::io_context loop{1};
    http_connection front_desk{loop, server.port()};
    std::vector<std::unique_ptr<room>> rooms{};
};

// Whose turn it is: always that of the room that has rested for the longest.
class rota
{
public:
    using turn = std::function<void(room&, room::done)>;

    rota(venue& of, pace how_fast, turn play)
        : loop_(of.loop), timer_(of.loop), pace_(how_fast), play_(std::move(play))
    {
        for (const auto& one : of.rooms)
            resting_.push_back(one.get());
    }

    // Returns when the last turn is over, or is given up.
    void run(seconds time)
    {
        if (pace_.turns_per_second > 0)
            beat(asio::steady_timer::clock_type::now());
        else
            for (std::size_t i = 0; i < turns_at_once; ++i)
                next();
        loop_.run_for(std::chrono::duration_cast<std::chrono::nanoseconds>(time));
        over_ = true;
        timer_.cancel();
        run_until(loop_, [this] { return playing_ == 0; });
    }

private:
    void beat(asio::steady_timer::time_point now)
    {
        next();
        const auto then =
            now + std::chrono::nanoseconds(std::chrono::seconds(1)) / pace_.turns_per_second;
        timer_.expires_at(then);
        timer_.async_wait(
            [this, then](boost::system::error_code)
            {
                if (!over_)
                    beat(then);
            });
    }

    void next()
    {
        if (over_ || resting_.empty())
            return;
        auto& one = *resting_.front();
        resting_.pop_front();
        ++playing_;
        play_(one,
              [this, &one]
              {
                  --playing_;
                  resting_.push_back(&one);
                  if (pace_.turns_per_second == 0)
                      next();
              });
    }

    asio::io_context& loop_;
    asio::steady_timer timer_;
    pace pace_;
    turn play_;
    std::deque<room*> resting_{};
    std::size_t playing_ = 0;
    bool over_ = false;
};

// Plays, and notes everything but the count.
outcome measure(venue& at, pace how_fast, seconds time, tally& of, rota::turn play)
{
    for (const auto& one : at.rooms)
        one->open_connections();
    at.let_listen();

    rota whose_turn(at, how_fast, std::move(play));
    const auto begun = std::chrono::steady_clock::now();
    const seconds server_before = at.server.used();
    const auto load_before = used_by_this_process();
    whose_turn.run(time);
    outcome out{.time = std::chrono::steady_clock::now() - begun,
                .server_used = at.server.used() - server_before,
                .load_used = used_by_this_process() - load_before};

    out.lost = of.gaps;
    for (const auto& one : at.rooms)
        out.lost += one->missing();
    out.each = std::move(of.each);
    out.last = std::move(of.last);
    return out;
}

} // namespace

outcome fan_out(const scene& in, pace how_fast, seconds time)
{
    tally heard;
    venue at(in);
    at.make_rooms(in);
    auto out = measure(at, how_fast, time, heard,
                       [&](room& one, room::done then)
                       {
                           if (one.is_voting())
                               one.stop(heard, std::move(then));
                           else
                               one.start(heard, std::move(then));
                       });
    out.count = out.each.count();
    return out;
}

outcome votes(const scene& in, pace how_fast, seconds time)
{
    tally starts;
    tally heard;
    venue at(in);
    at.make_rooms(in);
    auto out = measure(
        at, how_fast, time, heard,
        [&](room& one, room::done then)
        { one.start(starts, [&heard, &one, then = std::move(then)] { one.vote(heard, then); }); });
    out.count = heard.answers;
    return out;
}

memory idle(const scene& in)
{
    memory out;
    venue at(in);
    out.at_start = at.server.resident_bytes();
    at.make_rooms(in);
    out.with_rooms = at.server.resident_bytes();
    at.let_listen();
    out.listening = at.server.resident_bytes();

    for (const auto& one : at.rooms)
        one->close_websockets();
    at.wait_until_nobody_listens();
    asio::steady_timer rest(at.loop, time_to_give_back);
    bool rested = false;
    rest.async_wait([&](boost::system::error_code) { rested = true; });
    run_until(at.loop, [&] { return rested; });
    out.left = at.server.resident_bytes();
    return out;
}

} // namespace pajthy::bench
