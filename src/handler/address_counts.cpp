#include <pajthy/handler/address_counts.hpp>

#include <algorithm>

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

} // namespace pajthy
