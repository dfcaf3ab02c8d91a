// What the server counts, and the text in which Prometheus reads it.
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

/// How many of something exist at the moment.
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

class time_histogram
{
public:
    using microseconds = std::chrono::microseconds;

    static constexpr std::array bounds{microseconds(100),       microseconds(500),
                                       microseconds(1'000),     microseconds(5'000),
                                       microseconds(10'000),    microseconds(50'000),
                                       microseconds(100'000),   microseconds(500'000),
                                       microseconds(1'000'000), microseconds(5'000'000)};

    /// The last bucket is for times above all bounds.
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

/// Why a websocket has ended. The label of the metric has the same words.
enum class websocket_end : std::uint8_t
{
    left,       // the peer closed it, or the connection broke
    stopping,   // the server stops
    kicked,     // the seat or the control key is gone
    over,       // the session has ended
    unopened,   // the handshake took too long
    dead,       // the peer was silent for too long
    too_slow,   // the peer did not take what was sent
    policy,     // the peer sent too many messages
    too_big,    // the peer sent a message that is too long
    protocol,   // the peer broke a rule of RFC 6455
    no_memory,  // the server had none left
    unavailable // the store could not be reached
};

inline constexpr std::size_t websocket_ends = 12;

/// The route of a request that matches none.
inline constexpr std::string_view unknown_route = "none";

struct counters
{
    gauge connections_open{};
    gauge websockets_open{};
    std::uint64_t connections = 0;
    std::uint64_t websockets = 0;
    tally<std::string_view> connections_refused{"max-connections", "max-address-connections"};
    std::array<std::uint64_t, websocket_ends> websockets_ended{};
    tally<std::pair<std::string_view, http::status>> responses{}; // the handler counts its own
    time_histogram response_time{};
    time_histogram loop_lag{};
};

/// What does not change while the server runs.
struct server_facts
{
    std::string version{};
    std::string commit{};
    unix_time started{};
    std::size_t max_connections = 0;
    std::size_t max_sessions = 0; // zero is no limit
    std::size_t max_text_bytes = 0;
};

/// In the text format 0.0.4 of Prometheus. No label has text that a client sent.
std::string metrics_text(const counters& server, const server_facts& facts, const handler& api);

} // namespace pajthy
