// The log: one line an event, to stderr.
//
// A line never holds a key, a cookie, a name, a vote or a path as it came in; whatever comes from
// outside goes through `printable`.
#pragma once

#include <pajthy/clock.hpp>

#include <string>
#include <string_view>

namespace pajthy::log
{

enum class level
{
    debug,
    info,
    warning,
    error,
    off
};

/// Lines below this level are dropped. `info` until set. Above `debug`, a line that comes again
/// soon is held back and counted.
void set_level(level least) noexcept;
bool enabled(level at) noexcept;

void write(level at, std::string_view line);

/// Writes how often lines were held back, once that is due; to be called now and then.
void write_repeats(time_point now);

inline void debug(std::string_view line)
{
    write(level::debug, line);
}
inline void info(std::string_view line)
{
    write(level::info, line);
}
inline void warning(std::string_view line)
{
    write(level::warning, line);
}
inline void error(std::string_view line)
{
    write(level::error, line);
}

/// `text` with control bytes and what is not ASCII as `\xNN`.
std::string printable(std::string_view text);

} // namespace pajthy::log
