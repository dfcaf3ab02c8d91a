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
    level least = level::info;
    format as = format::text;
};

struct losses
{
    std::uint64_t all = 0;
    std::uint64_t untold = 0;
};

settings chosen;
losses lost;

// Lines that name something from outside are as many as somebody outside wants: they fold apart.
using filter_key = std::pair<level, bool>;

std::map<filter_key, repeat_filter>& filters()
{
    static std::map<filter_key, repeat_filter> all;
    return all;
}

bool put(std::string_view content)
{
    static line_writer to_stderr(STDERR_FILENO);
    return to_stderr.write(line_of(chosen.as, today(), content));
}

// Where they are missing, so before the next line.
bool tell_losses()
{
    if (lost.untold == 0)
        return true;
    const auto what = std::to_string(lost.untold) + " lines of the log were dropped";
    if (!put(content_of(chosen.as, level::warning, what, {{"lines", lost.untold}})))
        return false;
    lost.untold = 0;
    return true;
}

void put_or_lose(std::string_view content)
{
    if (tell_losses() && put(content))
        return;
    ++lost.all;
    ++lost.untold;
}

} // namespace

void set_level(level least) noexcept
{
    chosen.least = least;
}

void set_format(format as) noexcept
{
    chosen.as = as;
}

bool enabled(level at) noexcept
{
    return at >= chosen.least && at != level::off;
}

void write(level at, std::string_view message, fields parts) noexcept
try
{
    if (!enabled(at))
        return;
    const auto content = content_of(chosen.as, at, message, parts);
    if (at == level::debug || filters()[{at, parts.size() != 0}].pass(content, clock::now()))
        put_or_lose(content);
}
catch (...)
{
    ++lost.all;
    ++lost.untold;
}

void write_repeats(time_point now)
{
    for (auto& [key, filter] : filters())
    {
        for (const auto& [content, times] : filter.due(now))
            put_or_lose(repeated(chosen.as, content, times));
        if (const auto others = filter.others_due(now))
            put_or_lose(content_of(chosen.as, key.first,
                                   std::to_string(others) + " other lines were held back",
                                   {{"lines", others}}));
    }
    tell_losses();
}

std::uint64_t dropped() noexcept
{
    return lost.all;
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
