// Who counts as one, for what an address may do and hold.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/container/static_vector.hpp>

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace pajthy
{

/// The addresses that begin with these bits (RFC 4632, RFC 4291); an IPv4 address is one that is
/// mapped into IPv6.
struct network
{
    std::array<std::uint8_t, 16> prefix{}; // zero behind `bits`
    std::uint8_t bits = 0;

    auto operator<=>(const network&) const = default;
};

/// A network, and how many times what one address may.
struct network_share
{
    network who;
    std::size_t times;
};

/// As many as one address counts in.
inline constexpr std::size_t max_networks_of_address = 3;

using network_shares = boost::container::static_vector<network_share, max_networks_of_address>;

/// The networks that a client with `address` counts in, the narrowest first. An IPv4 address is
/// one of its own. In IPv6 a line at home has a network of 64 bits at least, often one of 56, and
/// an organisation, or a customer of a tunnel broker, one of 48: each of them counts, the wider
/// with a larger share, so that nobody multiplies by changing addresses in it.
network_shares networks_of(const boost::asio::ip::address& address);

} // namespace pajthy
