#include <pajthy/log_line.hpp>

#include <array>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <variant>

namespace pajthy::log
{
namespace
{

// A message and four parts of these sizes, escaped in JSON, fit into one write to a pipe.
constexpr std::size_t max_message = 1000;
constexpr std::size_t max_part = 200;

std::string_view name_of(level at) noexcept
{
    switch (at)
    {
    case level::debug: return "debug";
    case level::info: return "info";
    case level::warning: return "warning";
    case level::error: return "error";
    case level::off: break;
    }
    return "off";
}

// RFC 3339, in UTC, with milliseconds.
std::string text_of(unix_time when)
{
    const auto since_1970 = when.time_since_epoch().count();
    const std::time_t seconds = since_1970 / 1'000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> out{};
    const auto length = std::strftime(out.data(), out.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(out.data() + length, out.size() - length, ".%03dZ",
                  static_cast<int>(since_1970 % 1'000));
    return out.data();
}

// Printable ASCII is valid UTF-8, and JSON escapes only these two of its characters.
std::string json_of(std::string_view text, std::size_t max)
{
    std::string out = "\"";
    for (const char c : printable(text.substr(0, max)).substr(0, max))
    {
        if (c == '"' || c == '\\')
            out.push_back('\\');
        out.push_back(c);
    }
    out.push_back('"');
    return out;
}

std::string json_of_part(const std::variant<std::string_view, std::uint64_t>& value)
{
    if (const auto* const number = std::get_if<std::uint64_t>(&value))
        return std::to_string(*number);
    return json_of(std::get<std::string_view>(value), max_part);
}

} // namespace

std::string content_of(format as, level at, std::string_view message, fields parts)
{
    std::string out;
    if (as == format::text)
        return out.append(name_of(at))
            .append(" ")
            .append(printable(message.substr(0, max_message)).substr(0, max_message));
    out.append("\"level\":\"").append(name_of(at)).append("\",\"message\":");
    out.append(json_of(message, max_message));
    for (const auto& [name, value] : parts)
        out.append(",\"").append(name).append("\":").append(json_of_part(value));
    return out;
}

std::string repeated(format as, std::string content, std::size_t times)
{
    const auto count = std::to_string(times);
    if (as == format::text)
        return content.append(" (").append(count).append(" times more)");
    return content.append(",\"times_more\":").append(count);
}

std::string line_of(format as, unix_time when, std::string_view content)
{
    std::string out;
    if (as == format::text)
        return out.append(text_of(when)).append(" ").append(content).append("\n");
    out.append("{\"time\":\"").append(text_of(when)).append("\",");
    return out.append(content).append("}\n");
}

} // namespace pajthy::log
