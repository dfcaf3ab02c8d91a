// Requests and responses as values: what the handler takes and gives.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/key.hpp>
#include <pajthy/event/audience.hpp>
#include <pajthy/handler/address_counts.hpp>
#include <pajthy/handler/held_counts.hpp>

#include <boost/asio/ip/address.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/verb.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

namespace http = boost::beast::http;

/// Names, which live for ever, and values.
using header_fields = std::vector<std::pair<std::string_view, std::string>>;

/// A request under `{base}/api`. The fields are those at the end of the head: what a trailer says
/// is not among them.
struct request
{
    http::verb method = http::verb::unknown;
    std::vector<std::string> path; // segments behind `{base}/api`, percent-decoded
    std::vector<std::pair<std::string, std::string>> query; // percent-decoded
    std::string host;
    std::optional<std::string> origin;
    bool same_origin = false; // the browser says so of page and request (Sec-Fetch-Site)
    std::optional<std::string> authorization;
    std::string cookie; // all Cookie fields, joined by "; "
    std::string body;
    boost::asio::ip::address peer;
    bool secure = false;    // came over TLS
    bool websocket = false; // asks for a websocket, in a form that can be granted

    /// The first value of this name in the query, or null.
    const std::string* parameter(std::string_view name) const noexcept
    {
        const auto at = std::find_if(query.begin(), query.end(),
                                     [&](const auto& p) { return p.first == name; });
        return at == query.end() ? nullptr : &at->second;
    }
};

/// The grant to open a websocket: what the handler decided before the 101.
struct ticket
{
    std::string session;
    viewer who;
    std::optional<key> seat_key;               // that `who` showed, where keys guard seats
    address_counts::hold of_address;           // counted while the websocket lives
    held_counts<std::string>::hold of_session; // the same
};

/// Its content is `body`, or `shared` bytes that live for ever.
struct response
{
    http::status status = http::status::ok;
    std::string_view content_type{}; // empty if there is no content
    std::string_view cache_control = "no-store";
    std::string body{};
    std::string_view shared{};
    header_fields fields{};
    std::optional<std::uint64_t> seq{}; // Pajthy-Seq: the version of the session that it tells of
    std::string_view route{};           // the route's template, for the log
    std::unique_ptr<ticket> upgrade{};
};

} // namespace pajthy
