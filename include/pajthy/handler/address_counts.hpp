// How many of something each address holds at the moment: sessions, websockets, connections.
#pragma once

#include <pajthy/handler/held_counts.hpp>

#include <boost/asio/ip/address.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace pajthy
{

/// Who counts as one: an IPv4 address, or an IPv6 network of 64 bits.
using network = std::array<std::uint8_t, 16>;

network network_of(const boost::asio::ip::address& address);

class address_counts
{
public:
    using place = held_counts<network>::place;

    /// Zero is no bound.
    explicit address_counts(std::size_t most) noexcept : held_(most) {}

    /// Nothing if the address holds the most it may.
    std::optional<place> take(const boost::asio::ip::address& who)
    {
        return held_.take(network_of(who));
    }

private:
    held_counts<network> held_;
};

} // namespace pajthy
