#include "target.hpp"

#include <boost/system/errc.hpp>
#include <boost/url/authority_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/scheme.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace pajthy
{
namespace
{

namespace urls = boost::urls;

constexpr auto unreserved = []
{
    constexpr std::string_view all = "0123456789abcdefghijklmnopqrstuvwxyz"
                                     "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.";
    std::array<bool, 256> out{};
    for (const char c : all)
        out[static_cast<unsigned char>(c)] = true;
    return out;
}();

bool is_unreserved(char c)
{
    return unreserved[static_cast<unsigned char>(c)];
}

// The path of an origin-form without escapes, query or dot segments, and with no empty segment but
// the last. Nearly every request has such a path. (This takes 0.2 µs less than Boost.URL.)
std::optional<std::vector<std::string>> read_simple_path(std::string_view raw)
{
    std::vector<std::string> out;
    out.reserve(4);
    while (raw.starts_with('/'))
    {
        raw.remove_prefix(1);
        const auto end =
            std::find_if(raw.begin(), raw.end(), [](char c) { return !is_unreserved(c); });
        const std::string_view segment(raw.begin(), end);
        if ((segment.empty() && !raw.empty()) || segment == "." || segment == "..")
            return std::nullopt;
        out.emplace_back(segment);
        raw.remove_prefix(segment.size());
    }
    return raw.empty() && !out.empty() ? std::optional(std::move(out)) : std::nullopt;
}

bool is_unsafe(std::string_view segment)
{
    const auto is_unsafe_byte = [](char c)
    {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F || c == '/' || c == '\\';
    };
    return segment == "." || segment == ".." ||
           std::any_of(segment.begin(), segment.end(), is_unsafe_byte);
}

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

int value_of_hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// A percent sign that begins no escape stays.
std::string leniently_decoded(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at)
    {
        const bool is_long_enough = text[at] == '%' && at + 2 < text.size();
        const int high = is_long_enough ? value_of_hex(text[at + 1]) : -1;
        const int low = is_long_enough ? value_of_hex(text[at + 2]) : -1;
        if (high < 0 || low < 0)
        {
            out.push_back(text[at]);
            continue;
        }
        out.push_back(static_cast<char>(high * 16 + low));
        at += 2;
    }
    return out;
}

// A name or an IPv4 address, with a port or without.
bool is_simple_host(std::string_view text)
{
    const auto name = text.substr(0, text.find(':'));
    const auto port = text.substr(std::min(text.size(), name.size() + 1));
    return !name.empty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return is_unreserved(c); }) &&
           port.size() <= 5 && port.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

bool is_host(std::string_view text)
{
    if (is_simple_host(text))
        return true;
    const auto parsed = urls::parse_authority(text);
    return parsed.has_value() && !parsed->has_userinfo() && !parsed->encoded_host().empty();
}

boost::system::result<target> read_target(std::string_view raw)
{
    if (auto path = read_simple_path(raw))
        return target{{}, *std::move(path), {}};

    const auto malformed =
        boost::system::errc::make_error_code(boost::system::errc::invalid_argument);
    const auto parsed =
        raw.starts_with('/') ? urls::parse_origin_form(raw) : urls::parse_absolute_uri(raw);
    if (parsed.has_error())
        return parsed.error();
    if (parsed->encoded_path().starts_with("/./"))
        return malformed; // `segments` below leaves this one out

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
        if (is_unsafe(out.path.back()) || !is_ascii(out.path.back()))
            return malformed;
    }
    if (out.path.empty())
        out.path.emplace_back();
    for (const auto& parameter : parsed->params())
        out.query.emplace_back(parameter.key, parameter.value);
    return out;
}

std::optional<std::vector<std::string>> read_page_path(std::string_view raw)
{
    raw = raw.substr(0, raw.find('?'));
    if (!raw.starts_with('/'))
        return std::nullopt;
    std::vector<std::string> out;
    while (!raw.empty())
    {
        raw.remove_prefix(1);
        const auto segment = raw.substr(0, raw.find('/'));
        out.push_back(leniently_decoded(segment));
        if (is_unsafe(out.back()))
            return std::nullopt;
        raw.remove_prefix(segment.size());
    }
    return out;
}

} // namespace pajthy
