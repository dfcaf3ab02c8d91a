#include <pajthy/handler/progress_pace.hpp>

#include <utility>

namespace pajthy
{

std::optional<progress_pace::news> progress_pace::offer(news latest, time_point now)
{
    const auto [at, fresh] = entries_.try_emplace(latest.session, entry{now, std::nullopt});
    if (!fresh && now - at->second.sent < interval)
    {
        at->second.waiting = std::move(latest);
        return std::nullopt;
    }
    at->second = {now, std::nullopt};
    return latest;
}

void progress_pace::drop(std::string_view session)
{
    const auto at = entries_.find(session);
    if (at != entries_.end())
        at->second.waiting.reset();
}

std::vector<progress_pace::news> progress_pace::due(time_point now)
{
    std::vector<news> out;
    for (auto at = entries_.begin(); at != entries_.end();)
    {
        auto& [sent, waiting] = at->second;
        if (now - sent < interval)
        {
            ++at;
        }
        else if (waiting)
        {
            out.push_back(*std::exchange(waiting, std::nullopt));
            sent = now;
            ++at;
        }
        else
        {
            at = entries_.erase(at);
        }
    }
    return out;
}

} // namespace pajthy
