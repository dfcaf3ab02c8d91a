#include <pajthy/handler/origin.hpp>
#include <pajthy/log.hpp>

#include <boost/algorithm/string/predicate.hpp>

#include <algorithm>
#include <iterator>

namespace pajthy
{
namespace
{

using boost::algorithm::iequals;

struct scheme
{
    std::string_view prefix;
    std::string_view default_port;
};

constexpr scheme schemes[] = {{"http://", ":80"}, {"https://", ":443"}};

std::string_view without(std::string_view text, std::string_view end)
{
    return text.ends_with(end) ? text.substr(0, text.size() - end.size()) : text;
}

std::string_view without_port(std::string_view authority)
{
    const auto at = authority.find_last_not_of("0123456789");
    const bool has_port = at != std::string_view::npos && authority[at] == ':';
    return has_port ? authority.substr(0, at) : authority;
}

bool is_web_origin(std::string_view origin)
{
    return std::any_of(std::begin(schemes), std::end(schemes),
                       [&](const scheme& s)
                       { return boost::algorithm::istarts_with(origin, s.prefix); });
}

std::string excerpt(std::string_view text)
{
    constexpr std::size_t most = 100;
    const auto out = log::printable(text.substr(0, most));
    return text.size() > most ? out + "..." : out;
}

} // namespace

bool is_own_origin(std::string_view origin, std::string_view host,
                   const std::vector<std::string>& allowed, bool same_origin)
{
    if (std::any_of(allowed.begin(), allowed.end(),
                    [&](const std::string& a) { return iequals(a, origin); }))
        return true;
    if (host.empty())
        return false;
    for (const auto& [prefix, port] : schemes)
    {
        if (!boost::algorithm::istarts_with(origin, prefix))
            continue;
        const auto authority = origin.substr(prefix.size());
        const auto name = without_port(authority);
        return iequals(without(authority, port), without(host, port)) ||
               (same_origin && !name.empty() && iequals(name, without_port(host)));
    }
    return false;
}

std::string origin_warning(std::string_view origin, std::string_view host)
{
    const auto shown = excerpt(origin);
    auto out =
        "refused a change by a page of origin " + shown + ", for Host \"" + excerpt(host) + "\". ";
    if (origin == "null")
        return out.append("Such is a page in a sandbox, or one that a proxy has given the "
                          "Referrer-Policy no-referrer");
    out.append("If the page is pajthy's own: let the proxy pass the Host that the browser sends");
    if (shown == origin && is_web_origin(origin))
        out.append(", or start with --allow-origin ").append(shown);
    return out;
}

} // namespace pajthy
