// What stands at the end of a request's head: checked, and copied out of the parser, because a
// trailer may change what the parser holds (RFC 9112 section 7.1.2).
#pragma once

#include "site.hpp"

#include <pajthy/limits.hpp>
#include <pajthy/server/trusted_proxies.hpp>

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <string_view>

namespace pajthy
{

/// Why a head is refused.
struct refusal
{
    http::status status;
    std::string_view title;
};

/// Nothing if the framing and the Host of `head` are what RFC 9112 asks for and it keeps to the
/// limits. A refused request leaves the connection in an unknown state: it must be closed.
std::optional<refusal> check_head(const http::request_header<>& head, const http_limits& most);

/// `proxies` say whether `peer` is to be believed about whom it asks for.
site_request read_head(const http::request_header<>& head, const boost::asio::ip::address& peer,
                       const trusted_proxies& proxies);

} // namespace pajthy
