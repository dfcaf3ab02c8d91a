#include <pajthy/repeat_filter.hpp>

#include <utility>

namespace pajthy
{

bool repeat_filter::pass(std::string_view line, time_point now)
{
    const auto known = lines_.find(line);
    if (known != lines_.end())
    {
        ++known->second.held_back;
        return false;
    }
    if (lines_.size() == max_lines)
    {
        if (others_.held_back++ == 0)
            others_.passed = now;
        return false;
    }
    lines_.emplace(line, record{now});
    return true;
}

std::vector<repeat_filter::repeats> repeat_filter::due(time_point now)
{
    std::vector<repeats> out;
    for (auto at = lines_.begin(); at != lines_.end();)
    {
        if (now - at->second.passed < window)
        {
            ++at;
            continue;
        }
        if (at->second.held_back != 0)
            out.push_back({at->first, at->second.held_back});
        at = lines_.erase(at);
    }
    return out;
}

std::size_t repeat_filter::others_due(time_point now)
{
    if (others_.held_back == 0 || now - others_.passed < window)
        return 0;
    return std::exchange(others_, {}).held_back;
}

} // namespace pajthy
