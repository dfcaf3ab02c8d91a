#include <pajthy/handler/networks.hpp>

#include <algorithm>

namespace pajthy
{
namespace
{

namespace ip = boost::asio::ip;

constexpr std::uint8_t whole_address = 128;

struct share
{
    std::uint8_t bits; // whole bytes
    std::size_t times;
};

constexpr share shares[] = {{64, 1}, {56, 4}, {48, 16}};
static_assert(std::size(shares) == max_networks_of_address);

network prefix_of(const ip::address_v6& address, std::uint8_t bits)
{
    network out{address.to_bytes(), bits};
    std::fill(out.prefix.begin() + bits / 8, out.prefix.end(), std::uint8_t{0});
    return out;
}

} // namespace

network_shares networks_of(const ip::address& address)
{
    network_shares out;
    const auto wide =
        address.is_v4() ? ip::make_address_v6(ip::v4_mapped, address.to_v4()) : address.to_v6();
    if (wide.is_v4_mapped())
    {
        out.push_back({prefix_of(wide, whole_address), 1});
        return out;
    }
    for (const auto& [bits, times] : shares)
        out.push_back({prefix_of(wide, bits), times});
    return out;
}

} // namespace pajthy
