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

/// A request, once its head is read. The body is read only if it is one for the API.
struct site_request
{
    request api; // all that the handler wants to know; its path and query are set by the site
    std::string target;
    std::string accept_encoding;
    std::string if_none_match;
    std::string websocket_key; // of a handshake that is good
};

/// An answer to be written. Its content is `body`, or `shared` bytes that live for ever.
struct site_answer
{
    http::status status = http::status::ok;
    std::vector<std::pair<std::string, std::string>> fields{};
    std::string body{};
    std::string_view shared{};
    std::string_view route{}; // for the log
    std::optional<ticket> upgrade{};
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

    task<site_answer> answer(site_request& req);

private:
    task<site_answer> answer_plain(site_request& req);
    task<site_answer> answer_api(request& req);
    site_answer answer_file(const site_request& req, const std::vector<std::string>& path);
    site_answer redirect(std::string_view path) const;
    site_answer health() const;
    site_answer metrics() const;

    std::vector<std::string> base_; // segments
    std::string base_path_;
    handler& api_;
    const asset_catalogue& pages_;
    const counters& counters_;
};

/// An answer for what never became a request: `title` and `status` as by RFC 9457.
site_answer refuse(http::status status, std::string_view title);

} // namespace pajthy
