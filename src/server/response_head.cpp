#include "response_head.hpp"

#include <array>
#include <charconv>
#include <ctime>

namespace pajthy
{
namespace
{

// IMF-fixdate (RFC 9110 section 5.6.7), written once a second. One thread serves.
std::string_view date_now()
{
    static std::time_t of = 0;
    static std::array<char, 32> text{};
    static std::size_t size = 0;
    const auto now = std::time(nullptr);
    if (now != of)
    {
        std::tm parts{};
        gmtime_r(&now, &parts);
        size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
        of = now;
    }
    return {text.data(), size};
}

bool has_no_content(http::status status)
{
    return status == http::status::no_content || status == http::status::not_modified ||
           to_status_class(status) == http::status_class::informational;
}

constexpr std::string_view common_fields = "X-Content-Type-Options: nosniff\r\n"
                                           "Referrer-Policy: same-origin\r\n"
                                           "Cross-Origin-Resource-Policy: same-origin\r\n";

void append_number(std::string& to, std::size_t number)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    to.append(digits.data(), end);
}

void add_field(std::string& to, std::string_view name, std::string_view value)
{
    to.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

void append_head(std::string& to, const response& what, std::string_view connection,
                 std::string_view hsts)
{
    const auto reason = http::obsolete_reason(what.status);
    to.append("HTTP/1.1 ");
    append_number(to, static_cast<unsigned>(what.status));
    to.append(" ").append(reason.data(), reason.size()).append("\r\nDate: ").append(date_now());
    to.append("\r\n");
    if (!what.content_type.empty())
        add_field(to, "Content-Type", what.content_type);
    add_field(to, "Cache-Control", what.cache_control);
    for (const auto& [name, value] : what.fields)
        add_field(to, name, value);
    if (what.seq)
    {
        to.append("Pajthy-Seq: ");
        append_number(to, *what.seq);
        to.append("\r\n");
    }
    to.append(common_fields);
    if (!has_no_content(what.status))
    {
        to.append("Content-Length: ");
        append_number(to, what.body.size() + what.shared.size());
        to.append("\r\n");
    }
    if (!hsts.empty())
        add_field(to, "Strict-Transport-Security", hsts);
    if (!connection.empty())
        add_field(to, "Connection", connection);
    to.append("\r\n");
}

} // namespace pajthy
