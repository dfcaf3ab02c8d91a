#include <pajthy/service/deadlines.hpp>

namespace pajthy
{

void deadlines::set(std::string_view session, std::optional<unix_time> due)
{
    const auto at = by_session_.find(session);
    if (at == by_session_.end())
    {
        if (due)
            add(session, *due);
        return;
    }
    if (due == at->second)
        return;
    auto entry = by_time_.extract({at->second, at->first});
    if (!due)
    {
        by_session_.erase(at);
        return;
    }
    at->second = *due;
    entry.value().first = *due;
    by_time_.insert(std::move(entry)); // takes no memory
}

void deadlines::add(std::string_view session, unix_time due)
{
    decltype(by_time_) alone; // what may fail comes first
    alone.emplace(due, std::string_view());
    const auto at = by_session_.try_emplace(std::string(session), due).first;
    auto entry = alone.extract(alone.begin());
    entry.value().second = at->first;
    by_time_.insert(std::move(entry));
}

std::optional<std::string> deadlines::take_due(unix_time now, unix_time again)
{
    if (by_time_.empty() || by_time_.begin()->first > now)
        return std::nullopt;
    std::optional<std::string> out(by_time_.begin()->second);
    set(*out, again);
    return out;
}

} // namespace pajthy
