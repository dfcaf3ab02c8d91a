// A session with everybody in it: its voters and one controller, each with a page that listens.
//
// It takes turns, one at a time. A turn is over when everybody has heard of it and every call is
// answered.
#pragma once

#include "tests/bench/connection.hpp"
#include "tests/bench/histogram.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy::bench
{

/// What turns have come to.
struct tally
{
    histogram each;            // from the call to each page that has heard of it
    histogram last;            // from the call to the last page of the room
    std::uint64_t answers = 0; // 202
    std::uint64_t gaps = 0;    // a close before the controller had heard of every vote
};

class room
{
public:
    /// Makes the session and its seats, over `by`.
    room(asio::io_context& loop, std::uint16_t port, http_connection& by, std::size_t voters);

    /// Lets everybody listen. The last websocket is open, and has heard what it begins with, when
    /// `is_followed`.
    void open_websockets();
    bool is_followed() const noexcept { return followed_ == pages_.size(); }

    void close_websockets();

    /// A connection for the calls of each. Turns need them.
    void open_connections();

    using done = std::function<void()>;

    bool is_voting() const noexcept { return voting_; }
    void start(tally& of, done then);
    void stop(tally& of, done then);

    /// Everybody votes at once.
    void vote(tally& of, done then);

    /// How many events and answers the turn still waits for.
    std::size_t missing() const noexcept { return missing_; }

private:
    struct seat
    {
        std::string name;
        std::string key;
        std::unique_ptr<http_connection> calls{};
    };

    struct page
    {
        std::unique_ptr<websocket> socket{};
        bool waits = false;
    };

    void open(std::size_t number, std::string_view target, std::string_view key);
    void begin(std::string_view kind, std::size_t answers, tally& of, done then);
    void command(std::string_view what);
    void hear(std::size_t number, std::string_view text);
    void count_event(page& at);
    void count_answer(const answer& got);
    void count_down();

    asio::io_context& loop_;
    std::uint16_t port_;
    std::string target_; // of the session's routes
    std::string control_key_;
    std::unique_ptr<http_connection> controls_;
    std::vector<seat> seats_;
    std::vector<page> pages_; // the controller's, then one for each seat
    std::size_t followed_ = 0;
    bool voting_ = false;
    std::size_t turns_ = 0;

    // Of the turn
    std::string_view kind_; // what everybody has to hear
    std::size_t missing_ = 0;
    std::size_t events_missing_ = 0;
    std::size_t votes_due_ = 0;
    std::size_t votes_heard_ = 0; // by the controller
    std::chrono::steady_clock::time_point begun_{};
    tally* tally_ = nullptr;
    done then_;
};

} // namespace pajthy::bench
