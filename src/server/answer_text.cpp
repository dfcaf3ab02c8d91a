#include "answer_text.hpp"

#include <array>
#include <ctime>
#include <string_view>

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

void add_field(std::string& to, std::string_view name, std::string_view value)
{
    to.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

std::string head_text(const site_answer& answer, bool keep_alive)
{
    std::string out;
    out.reserve(512);
    const auto reason = http::obsolete_reason(answer.status);
    out.append("HTTP/1.1 ").append(std::to_string(static_cast<unsigned>(answer.status)));
    out.append(" ").append(reason.data(), reason.size()).append("\r\n");
    add_field(out, "Date", date_now());
    for (const auto& [name, value] : answer.fields)
        add_field(out, name, value);
    add_field(out, "X-Content-Type-Options", "nosniff");
    add_field(out, "Referrer-Policy", "same-origin");
    add_field(out, "Cross-Origin-Resource-Policy", "same-origin");
    if (!has_no_content(answer.status))
        add_field(out, "Content-Length", std::to_string(answer.body.size() + answer.shared.size()));
    if (!keep_alive)
        add_field(out, "Connection", "close");
    return out.append("\r\n");
}

} // namespace pajthy
