#include <pajthy/handler/address_counts.hpp>

#include <algorithm>
#include <ranges>

namespace pajthy
{

std::optional<address_counts::hold> address_counts::take(const boost::asio::ip::address& who)
{
    if (max_ == 0)
        return hold();
    const auto networks = networks_of(who);
    const auto is_full = [&](const network_share& n)
    {
        const auto known = counts_.find(n.who);
        return known != counts_.end() && known->second.held >= max_ * n.times;
    };
    if (std::any_of(networks.begin(), networks.end(), is_full))
        return std::nullopt;
    count* narrowest = nullptr;
    try
    {
        for (const auto& n : networks | std::views::reverse)
        {
            count& next = counts_.try_emplace(n.who, count{n.who}).first->second;
            next.wider = std::exchange(narrowest, &next);
        }
    }
    catch (...)
    {
        std::erase_if(counts_, [](const auto& known) { return known.second.held == 0; });
        throw;
    }
    for (count* at = narrowest; at != nullptr; at = at->wider)
        ++at->held;
    return hold(*this, *narrowest);
}

void address_counts::give_back(count* narrowest) noexcept
{
    for (count* at = narrowest; at != nullptr;)
    {
        count& left = *std::exchange(at, at->wider);
        if (--left.held == 0)
            counts_.erase(counts_.find(left.who));
    }
}

} // namespace pajthy
