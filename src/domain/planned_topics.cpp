#include <pajthy/domain/planned_topics.hpp>

#include <algorithm>

namespace pajthy
{

result<void> planned_topics::replace(text_list list, std::optional<std::uint32_t> after)
{
    if (after && *after != version_)
        return errc::topics_changed;
    ++version_;
    list_ = std::move(list);
    return {};
}

bool planned_topics::remove(std::string_view topic) noexcept
{
    const auto at = std::find(list_.begin(), list_.end(), topic);
    if (at == list_.end())
        return false;
    list_.erase(at);
    ++version_;
    return true;
}

} // namespace pajthy
