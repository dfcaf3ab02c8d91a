#include <pajthy/handler/progress_pace.hpp>

#include <algorithm>
#include <chrono>

namespace pajthy
{
namespace
{

constexpr std::chrono::milliseconds shortest_interval{250};
constexpr std::chrono::microseconds interval_of_seat{500};

} // namespace

duration progress_pace::interval(std::size_t seats) noexcept
{
    return std::max<duration>(shortest_interval, interval_of_seat * static_cast<long>(seats));
}

bool progress_pace::may_tell(std::string_view session, time_point now) const
{
    const auto at = entries_.find(session);
    return at == entries_.end() || now >= at->second.next;
}

void progress_pace::told(std::string_view session, std::size_t seats, time_point now)
{
    auto at = entries_.find(session);
    if (at == entries_.end())
        at = entries_.try_emplace(std::string(session)).first;
    at->second = {now + interval(seats), false};
}

void progress_pace::wait(std::string_view session)
{
    const auto at = entries_.find(session);
    if (at != entries_.end())
        at->second.waits = true;
}

void progress_pace::drop(std::string_view session)
{
    const auto at = entries_.find(session);
    if (at != entries_.end())
        at->second.waits = false;
}

std::vector<std::string> progress_pace::due(time_point now)
{
    std::vector<std::string> out; // first, because it may fail
    for (const auto& [session, e] : entries_)
    {
        if (e.waits && now >= e.next)
            out.push_back(session);
    }
    std::erase_if(entries_, [&](const auto& e) { return now >= e.second.next; });
    return out;
}

} // namespace pajthy
