#include <pajthy/log.hpp>
#include <pajthy/repeat_filter.hpp>

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <map>
#include <memory>

namespace pajthy::log
{
namespace
{

spdlog::level::level_enum level_of(level at)
{
    switch (at)
    {
    case level::debug: return spdlog::level::debug;
    case level::info: return spdlog::level::info;
    case level::warning: return spdlog::level::warn;
    case level::error: return spdlog::level::err;
    case level::off: break;
    }
    return spdlog::level::off;
}

constexpr level levels_that_fold[] = {level::info, level::warning, level::error};

repeat_filter& repeats_at(level at)
{
    static std::map<level, repeat_filter> filters;
    return filters[at];
}

spdlog::logger& logger()
{
    static spdlog::logger instance = []
    {
        // One thread writes: the sink takes no lock.
        spdlog::logger fresh("pajthy", std::make_shared<spdlog::sinks::stderr_sink_st>());
        fresh.set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
        fresh.flush_on(spdlog::level::info);
        return fresh;
    }();
    return instance;
}

} // namespace

void set_level(level least) noexcept
{
    logger().set_level(level_of(least));
}

bool enabled(level at) noexcept
{
    return logger().should_log(level_of(at));
}

void write(level at, std::string_view line)
{
    if (!enabled(at) || (at != level::debug && !repeats_at(at).pass(line, clock::now())))
        return;
    logger().log(level_of(at), line);
}

void write_repeats(time_point now)
{
    for (const auto at : levels_that_fold)
    {
        for (const auto& [line, times] : repeats_at(at).due(now))
            logger().log(level_of(at), "{} ({} times more)", line, times);
    }
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
