// Everything that a URL of this server can mean: pages, the API, operations.
#pragma once

#include "metrics.hpp"
#include "target.hpp"

#include <pajthy/assets/assets.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/task.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
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
    bool accepts_pages = false;     // a browser shows the answer to somebody
    std::string websocket_key;      // of a handshake that is good
    std::string referer;            // of a POST
    bool forwarded_in_vain = false; // X-Forwarded-For or -Proto, from nobody who is trusted
    bool forwarded_prefix = false;  // X-Forwarded-Prefix: a proxy says what it took away
};

/// What of it is served.
enum class site_scope
{
    everything,
    operations, // and all else isn't there
    overload    // operations, and all else is 503: there is no room for it
};

struct site_settings
{
    std::string base_path{};
    site_scope scope = site_scope::everything;
    bool with_metrics = true;
    server_facts facts{};
};

class proxy_hints;

class site
{
public:
    /// All of what is referred to must outlive the site.
    site(site_settings settings, handler& api, const asset_catalogue& pages, counters& counted);
    ~site();

    /// `req` must live until it is answered.
    task<response> answer(site_request& req);

    /// A problem, for somebody who looks at it in a browser. What is none stays as it is.
    response as_page(response answer) const;

    /// From now on it isn't ready.
    void stop() noexcept { stopping_ = true; }

private:
    std::optional<response> find(site_request& req);
    std::optional<response> answer_operations(const site_request& req) const;
    response answer_here(const site_request& req) const;
    response answer_file(const site_request& req, const std::vector<std::string>& path) const;
    static response overloaded();
    response redirect(const site_request& req, std::string_view path) const;
    response readiness() const;
    response metrics() const;
    bool is_page(const std::vector<std::string>& path) const;
    bool is_of_api(std::string_view target) const;
    response counted(const site_request& req, response answer) const;

    site_settings settings_;
    std::vector<std::string> base_; // segments
    handler& api_;
    const asset_catalogue& pages_;
    counters& counters_;
    std::unique_ptr<proxy_hints> hints_;
    bool stopping_ = false;
};

/// An answer for what never became a request: `title` and `status` as by RFC 9457.
response refuse(http::status status, std::string_view title);

} // namespace pajthy
