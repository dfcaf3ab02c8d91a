#include "target.hpp"

#include <boost/system/errc.hpp>
#include <boost/url/authority_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/scheme.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace pajthy
{
namespace
{

namespace urls = boost::urls;

bool is_plain(std::string_view segment)
{
    const auto is_hidden = [](char c)
    {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte >= 0x7F || c == '/' || c == '\\';
    };
    return segment != "." && segment != ".." &&
           std::none_of(segment.begin(), segment.end(), is_hidden);
}

} // namespace

bool is_host(std::string_view text)
{
    const auto parsed = urls::parse_authority(text);
    return parsed.has_value() && !parsed->has_userinfo() && !parsed->encoded_host().empty();
}

boost::system::result<target> read_target(std::string_view raw)
{
    const auto malformed =
        boost::system::errc::make_error_code(boost::system::errc::invalid_argument);
    const auto parsed =
        raw.starts_with('/') ? urls::parse_origin_form(raw) : urls::parse_absolute_uri(raw);
    if (parsed.has_error())
        return parsed.error();
    if (parsed->encoded_path().starts_with("/./"))
        return malformed; // which the segments below do not show

    target out;
    if (!raw.starts_with('/'))
    {
        const auto scheme = parsed->scheme_id();
        const auto begin = raw.find("//") + 2;
        out.host = raw.substr(begin, raw.find_first_of("/?", begin) - begin);
        if ((scheme != urls::scheme::http && scheme != urls::scheme::https) ||
            !parsed->has_authority() || !is_host(out.host))
            return malformed;
    }
    for (const auto& segment : parsed->segments())
    {
        out.path.emplace_back(segment);
        if (!is_plain(out.path.back()))
            return malformed;
    }
    if (out.path.empty())
        out.path.emplace_back();
    for (const auto& parameter : parsed->params())
        out.query.emplace_back(parameter.key, parameter.value);
    return out;
}

} // namespace pajthy
