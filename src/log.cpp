#include <pajthy/line_writer.hpp>
#include <pajthy/log.hpp>
#include <pajthy/log_line.hpp>
#include <pajthy/repeat_filter.hpp>

#include <unistd.h>

#include <map>
#include <utility>

namespace pajthy::log
{
namespace
{

struct settings
{
    level min_level = level::info;
    format as = format::text;
};

struct drop_counts
{
    std::uint64_t all = 0;
    std::uint64_t unreported = 0;
};

settings current;
drop_counts drops;

// Clients can cause any number of different lines that name something from outside. So these lines
// have filters of their own.
using filter_key = std::pair<level, bool>;

std::map<filter_key, repeat_filter>& filters()
{
    static std::map<filter_key, repeat_filter> all;
    return all;
}

bool write_line(std::string_view content)
{
    static line_writer to_stderr(STDERR_FILENO);
    return to_stderr.write(line_of(current.as, today(), content));
}

// Before the next line, so that the report is where lines are missing.
bool report_dropped()
{
    if (drops.unreported == 0)
        return true;
    const auto what = std::to_string(drops.unreported) + " lines of the log were dropped";
    if (!write_line(content_of(current.as, level::warning, what, {{"lines", drops.unreported}})))
        return false;
    drops.unreported = 0;
    return true;
}

void write_or_drop(std::string_view content)
{
    if (report_dropped() && write_line(content))
        return;
    ++drops.all;
    ++drops.unreported;
}

} // namespace

void set_level(level min_level) noexcept
{
    current.min_level = min_level;
}

void set_format(format as) noexcept
{
    current.as = as;
}

bool enabled(level at) noexcept
{
    return at >= current.min_level && at != level::off;
}

void write(level at, std::string_view message, fields parts) noexcept
try
{
    if (!enabled(at))
        return;
    const auto content = content_of(current.as, at, message, parts);
    if (at == level::debug || filters()[{at, parts.size() != 0}].pass(content, clock::now()))
        write_or_drop(content);
}
catch (...)
{
    ++drops.all;
    ++drops.unreported;
}

void write_repeats(time_point now)
{
    for (auto& [key, filter] : filters())
    {
        for (const auto& [content, times] : filter.due(now))
            write_or_drop(repeated(current.as, content, times));
        if (const auto others = filter.others_due(now))
            write_or_drop(content_of(current.as, key.first,
                                     std::to_string(others) + " other lines were held back",
                                     {{"lines", others}}));
    }
    report_dropped();
}

std::uint64_t dropped() noexcept
{
    return drops.all;
}

std::string printable(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(text.size());
    for (const char c : text)
    {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F)
        {
            out.push_back(c);
            continue;
        }
        out.append("\\x");
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 0xF]);
    }
    return out;
}

} // namespace pajthy::log
