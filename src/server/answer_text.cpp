#include "answer_text.hpp"

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

constexpr std::string_view fields_of_every_answer = "X-Content-Type-Options: nosniff\r\n"
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

void append_head(std::string& to, const response& answer, std::string_view connection,
                 std::string_view hsts)
{
    const auto reason = http::obsolete_reason(answer.status);
    to.append("HTTP/1.1 ");
    append_number(to, static_cast<unsigned>(answer.status));
    to.append(" ").append(reason.data(), reason.size()).append("\r\nDate: ").append(date_now());
    to.append("\r\n");
    if (!answer.content_type.empty())
        add_field(to, "Content-Type", answer.content_type);
    add_field(to, "Cache-Control", answer.cache_control);
    for (const auto& [name, value] : answer.fields)
        add_field(to, name, value);
    if (answer.seq)
    {
        to.append("Pajthy-Seq: ");
        append_number(to, *answer.seq);
        to.append("\r\n");
    }
    to.append(fields_of_every_answer);
    if (!has_no_content(answer.status))
    {
        to.append("Content-Length: ");
        append_number(to, answer.body.size() + answer.shared.size());
        to.append("\r\n");
    }
    if (!hsts.empty())
        add_field(to, "Strict-Transport-Security", hsts);
    if (!connection.empty())
        add_field(to, "Connection", connection);
    to.append("\r\n");
}

} // namespace pajthy
