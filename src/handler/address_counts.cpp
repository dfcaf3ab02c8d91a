#include <pajthy/handler/address_counts.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

network network_of(const boost::asio::ip::address& address)
{
    namespace ip = boost::asio::ip;
    if (address.is_v4())
        return ip::make_address_v6(ip::v4_mapped, address.to_v4()).to_bytes();
    network bytes = address.to_v6().to_bytes();
    if (!address.to_v6().is_v4_mapped())
        std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return bytes;
}

address_counts::place::place(place&& other) noexcept
    : all_(std::exchange(other.all_, nullptr)), at_(other.at_)
{}

address_counts::place& address_counts::place::operator=(place&& other) noexcept
{
    std::swap(all_, other.all_);
    std::swap(at_, other.at_);
    return *this;
}

void address_counts::place::release() noexcept
{
    if (all_ != nullptr && --at_->second == 0)
        all_->erase(at_);
    all_ = nullptr;
}

std::optional<address_counts::place> address_counts::take(const boost::asio::ip::address& who)
{
    if (most_ == 0)
        return place();
    const auto at = counts_.try_emplace(network_of(who), 0).first;
    if (at->second >= most_)
        return std::nullopt;
    ++at->second;
    return place(counts_, at);
}

} // namespace pajthy
