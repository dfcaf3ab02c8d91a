// Keeps `progress` events at a calm pace: the newest, at most every 250 ms a session.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/store/session_store.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

class progress_pace
{
public:
    static constexpr std::chrono::milliseconds interval{250};

    struct news
    {
        std::string session;
        version seq;
        progress state;
    };

    /// Gives `latest` back if it may go out now; else keeps it, in place of any that waits.
    std::optional<news> offer(news latest, time_point now);

    /// The round is over: nothing that waits is worth telling any more.
    void drop(std::string_view session);

    /// What has waited long enough.
    std::vector<news> due(time_point now);

private:
    struct entry
    {
        time_point sent;
        std::optional<news> waiting;
    };

    // Only sessions that sent or kept something within the last interval.
    std::map<std::string, entry, std::less<>> entries_;
};

} // namespace pajthy
