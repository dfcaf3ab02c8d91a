#include <pajthy/handler/deadlines.hpp>

namespace pajthy
{

void deadlines::set(std::string_view session, std::optional<time_point> due)
{
    auto at = by_session_.find(session);
    if (at != by_session_.end())
    {
        if (due == at->second)
            return;
        by_time_.erase({at->second, at->first});
        if (!due)
        {
            by_session_.erase(at);
            return;
        }
    }
    else if (!due)
        return;
    else
        at = by_session_.try_emplace(std::string(session)).first;
    at->second = *due;
    by_time_.emplace(*due, at->first);
}

std::optional<std::string> deadlines::take_due(time_point now)
{
    if (by_time_.empty() || by_time_.begin()->first > now)
        return std::nullopt;
    std::optional<std::string> out(by_time_.begin()->second);
    set(*out, std::nullopt);
    return out;
}

} // namespace pajthy
