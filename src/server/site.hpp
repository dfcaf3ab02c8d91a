// Everything that a URL of this server can mean: pages, the API, operations.
#pragma once

#include "target.hpp"

#include <pajthy/assets/assets.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/task.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

/// A request, once it is read.
struct site_request
{
    request api; // all that the handler wants to know; its path and query are set by the site
    std::string target;
    std::string accept_encoding;
    std::string if_none_match;
    std::string websocket_key; // of a handshake that is good
};

/// How many of something there are at the moment.
class gauge
{
public:
    /// Counts as one while it lives.
    class hold
    {
    public:
        explicit hold(gauge& of) noexcept : of_(of) { ++of_.now_; }
        ~hold() { --of_.now_; }
        hold(const hold&) = delete;
        hold& operator=(const hold&) = delete;

    private:
        gauge& of_;
    };

    std::size_t now() const noexcept { return now_; }

private:
    std::size_t now_ = 0;
};

/// What the server counts, for `{base}/metrics`.
struct counters
{
    std::uint64_t connections = 0;
    std::uint64_t requests = 0;
    gauge connections_open{};
    gauge websockets_open{};
};

class site
{
public:
    /// All of what is referred to must outlive the site.
    site(std::string base_path, handler& api, const asset_catalogue& pages,
         const counters& counted);

    /// `req` must live until it is answered.
    task<response> answer(site_request& req);

private:
    std::optional<response> find(site_request& req) const;
    response answer_here(const site_request& req) const;
    response answer_file(const site_request& req, const std::vector<std::string>& path) const;
    response redirect(const site_request& req, std::string_view path) const;
    response health() const;
    response metrics() const;

    std::vector<std::string> base_; // segments
    std::string base_path_;
    handler& api_;
    const asset_catalogue& pages_;
    const counters& counters_;
};

/// An answer for what never became a request: `title` and `status` as by RFC 9457.
response refuse(http::status status, std::string_view title);

} // namespace pajthy
