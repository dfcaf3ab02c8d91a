// What the server counts, and the text that a Prometheus reads of it.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/handler/tally.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pajthy
{

/// How many of something there are at the moment.
class gauge
{
public:
    /// Counts as one while it lives.
    class hold
    {
    public:
        explicit hold(gauge& of) noexcept : of_(of) { ++of_.now_; }
        ~hold() { --of_.now_; }
        hold(const hold&) = delete;
        hold& operator=(const hold&) = delete;

    private:
        gauge& of_;
    };

    std::size_t now() const noexcept { return now_; }

private:
    std::size_t now_ = 0;
};

/// How often something took how long.
class time_histogram
{
public:
    using microseconds = std::chrono::microseconds;

    static constexpr std::array bounds{microseconds(100),       microseconds(500),
                                       microseconds(1'000),     microseconds(5'000),
                                       microseconds(10'000),    microseconds(50'000),
                                       microseconds(100'000),   microseconds(500'000),
                                       microseconds(1'000'000), microseconds(5'000'000)};

    /// The last is for what took longer than all bounds.
    using buckets = std::array<std::uint64_t, bounds.size() + 1>;

    void add(duration taken) noexcept
    {
        std::size_t at = 0;
        while (at != bounds.size() && taken > bounds[at])
            ++at;
        ++counts_[at];
        sum_ += taken;
    }

    const buckets& counts() const noexcept { return counts_; }
    duration sum() const noexcept { return sum_; }

private:
    buckets counts_{};
    duration sum_{};
};

/// Why a websocket has ended.
enum class websocket_end : std::uint8_t
{
    left,     // the peer closed it, or broke off
    stopping, // the server does
    kicked,   // the seat or the control key is gone
    over,     // the session is
    unopened, // the handshake took too long
    dead,     // silent for too long
    too_slow, // to take what is sent
    policy,   // too many messages
    too_big,  // a message
    protocol, // broken
    no_memory // for it here
};

inline constexpr std::size_t websocket_ends = 11;

/// In place of a route, where a request fits none.
inline constexpr std::string_view unknown_route = "none";

struct counters
{
    gauge connections_open{};
    gauge websockets_open{};
    std::uint64_t connections = 0;
    std::uint64_t websockets = 0;
    tally<std::string_view> connections_refused{"max-connections", "max-address-connections"};
    std::array<std::uint64_t, websocket_ends> websockets_ended{};
    tally<std::pair<std::string_view, http::status>> answers{}; // those that aren't the handler's
    time_histogram answer_time{};
    time_histogram loop_lag{};
};

/// What stays as it is while the server runs.
struct server_facts
{
    std::string version{};
    std::string commit{};
    unix_time started{};
    std::size_t most_connections = 0;
    std::size_t most_sessions = 0; // zero is no limit
    std::size_t most_text_bytes = 0;
};

/// In the text format 0.0.4 of Prometheus. No label comes from outside.
std::string metrics_text(const counters& server, const server_facts& facts, const handler& api);

} // namespace pajthy
