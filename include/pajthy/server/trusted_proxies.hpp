// Who is behind a proxy that is trusted to say so.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <string_view>
#include <vector>

namespace pajthy
{

/// The IPv4 address that `a` stands for, if it does: a listener for both families sees an IPv4
/// peer as ::ffff:192.0.2.1.
boost::asio::ip::address unmapped(const boost::asio::ip::address& a);

/// The client of a request, as far as it can be believed.
struct client
{
    boost::asio::ip::address address;
    bool secure = false; // spoke TLS to the first proxy that is trusted
};

/// The addresses whose X-Forwarded-For and X-Forwarded-Proto count. Nobody's do by default.
class trusted_proxies
{
public:
    /// Adds `10.0.0.0/8`, `fd00::/8` or an address alone. False if `cidr` is neither.
    [[nodiscard]] bool add(std::string_view cidr);

    bool contains(const boost::asio::ip::address& who) const;

    /// Whoever asks through `peer`: the entry of `forwarded_for` furthest to the right that is no
    /// trusted proxy; those to the left of it anybody may have written. An entry that is no address
    /// ends the search at the proxy that passed it on.
    client client_of(const boost::asio::ip::address& peer, std::string_view forwarded_for,
                     std::string_view forwarded_proto) const;

private:
    std::vector<boost::asio::ip::network_v4> v4_;
    std::vector<boost::asio::ip::network_v6> v6_;
};

} // namespace pajthy
