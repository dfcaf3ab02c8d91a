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

/// A complete request.
struct site_request
{
    request api; // for the handler; the site sets its path and query
    std::string target;
    std::string accept_encoding;
    std::string accept_language;
    std::string if_none_match;
    bool accepts_html = false;        // a browser shows the response to a user
    std::string websocket_key;        // of a valid handshake
    std::string referer;              // of a POST
    bool forwarded_untrusted = false; // X-Forwarded-For or -Proto from a peer that is not trusted
    bool forwarded_prefix = false;    // X-Forwarded-Prefix: a proxy has removed a part of the path
};

/// Which part of the site is served.
enum class site_scope
{
    everything,
    operations, // all else is 404
    overload    // operations; all else is 503, for a connection beyond a limit
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
    /// All references must outlive the site.
    site(site_settings settings, handler& api, const asset_catalogue& pages, counters& counters);
    ~site();

    /// `req` must live until the response is there.
    task<response> respond(site_request& req);

    /// Turns a problem into a page for a browser, over TLS if `secure`. Any other response stays as
    /// it is.
    response as_error_page(response out, bool secure) const;

    /// From now on, readyz responds with 503.
    void stop() noexcept { stopping_ = true; }

private:
    std::optional<response> resolve_path(site_request& req);
    std::optional<response> respond_to_operation(const site_request& req) const;
    task<response> respond_with_file(const site_request& req);
    task<response> respond_with_view(const site_request& req, asset_response found);
    response file_response(const site_request& req, asset_response found) const;
    static response overloaded();
    response redirect(const site_request& req, std::string_view path) const;
    response readiness() const;
    response metrics() const;
    bool is_page(const std::vector<std::string>& path) const;
    bool is_api_target(std::string_view target) const;
    response count(const site_request& req, response out) const;

    site_settings settings_;
    std::vector<std::string> base_; // segments
    handler& api_;
    const asset_catalogue& pages_;
    counters& counters_;
    std::unique_ptr<proxy_hints> hints_;
    bool stopping_ = false;
};

/// A problem by RFC 9457 with `title` and `status`. No complete request is needed for it.
response refuse(http::status status, std::string_view title);

} // namespace pajthy
