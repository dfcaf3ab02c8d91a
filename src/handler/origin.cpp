#include <pajthy/handler/origin.hpp>

#include <boost/algorithm/string/predicate.hpp>

#include <algorithm>

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

} // namespace

bool is_own_origin(std::string_view origin, std::string_view host,
                   const std::vector<std::string>& allowed)
{
    if (std::any_of(allowed.begin(), allowed.end(),
                    [&](const std::string& a) { return iequals(a, origin); }))
        return true;
    if (host.empty())
        return false;
    for (const auto& [prefix, port] : schemes)
    {
        if (boost::algorithm::istarts_with(origin, prefix))
            return iequals(without(origin.substr(prefix.size()), port), without(host, port));
    }
    return false;
}

} // namespace pajthy
