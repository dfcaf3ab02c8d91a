// Finds the client behind trusted proxies.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <string_view>
#include <vector>

namespace pajthy
{

/// The IPv4 address in an IPv4-mapped IPv6 address; any other address as it is. A listener for both
/// families sees an IPv4 peer as ::ffff:192.0.2.1.
boost::asio::ip::address unmapped(const boost::asio::ip::address& a);

/// The client of a request, as far as the peer can be trusted.
struct client
{
    boost::asio::ip::address address;
    bool secure = false; // used TLS to the first trusted proxy
};

/// The addresses whose X-Forwarded-For and X-Forwarded-Proto count. None by default.
class trusted_proxies
{
public:
    /// Adds a network such as `10.0.0.0/8` or `fd00::/8`, or one address. False if `cidr` is
    /// neither.
    [[nodiscard]] bool add(std::string_view cidr);

    bool contains(const boost::asio::ip::address& address) const;

    /// The client of a request that `peer` sends: the rightmost entry of `forwarded_for` that is no
    /// trusted proxy. Entries to the left of it may be forged. If an entry is no address, the
    /// client is the proxy that passed it on.
    client client_of(const boost::asio::ip::address& peer, std::string_view forwarded_for,
                     std::string_view forwarded_proto) const;

private:
    std::vector<boost::asio::ip::network_v4> v4_;
    std::vector<boost::asio::ip::network_v6> v6_;
};

} // namespace pajthy
