#include "proxy_hints.hpp"

#include <pajthy/clock.hpp>
#include <pajthy/log.hpp>

#include <algorithm>

namespace pajthy
{
namespace
{

// A name for a path that pajthy has, without the id of a session; empty for any other path.
std::string_view template_of(const std::vector<std::string>& path)
{
    const auto& first = path.front();
    if (path.size() == 1 && first.empty())
        return "/";
    if (first == "api")
        return "/api/...";
    return first == "assets" ? "/assets/..." : std::string_view();
}

// Whether the referer is the home page, at `/` or `/new`, below another path.
bool is_below_a_path(std::string_view referer)
{
    const auto scheme = referer.find("://");
    if (scheme == std::string_view::npos)
        return false;
    referer.remove_prefix(scheme + 3);
    const auto begin = std::min(referer.size(), referer.find('/'));
    const auto path = referer.substr(begin, referer.find('?') - begin);
    const bool is_page = path.ends_with('/') || path.ends_with("/new");
    return is_page && path != "/" && path != "/new";
}

} // namespace

void proxy_hints::check(const site_request& req)
{
    if (req.forwarded_untrusted && untrusted_.due(clock::now()))
    {
        const auto peer = req.api.peer.to_string();
        log::warning("X-Forwarded-For and -Proto of " + peer +
                     " do not count: all clients behind it share the limits of one, and cookies "
                     "are not Secure. If it is your proxy: --trusted-proxy " +
                     peer);
    }
    if (base_path_.empty() && (req.forwarded_prefix || is_below_a_path(req.referer)) &&
        prefixed_.due(clock::now()))
        log::warning("a proxy seems to take a path away from the front of requests. Let it pass "
                     "the whole path, and name what it takes away by --base-path");
}

void proxy_hints::check_path(const std::vector<std::string>& path)
{
    const auto pattern = template_of(path);
    if (!pattern.empty() && !base_path_.empty() && stripped_.due(clock::now()))
        log::warning("a request for " + std::string(pattern) + " lacks the base path " +
                     base_path_ + ". If a proxy takes it away: let it pass the whole path");
}

} // namespace pajthy
