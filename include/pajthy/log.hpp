// The log: one line an event, to stderr, which never waits for whoever reads it.
//
// A line never holds a key, a cookie, a name, a vote or a path as it came in; whatever comes from
// outside goes through `printable`.
#pragma once

#include <pajthy/clock.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

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

enum class format
{
    text,
    json
};

/// A part of the message that JSON gives once more under a name of its own.
struct field
{
    std::string_view name;
    std::variant<std::string_view, std::uint64_t> value;
};
using fields = std::initializer_list<field>;

/// `text` until set.
void set_format(format as) noexcept;

/// Lines below this level are dropped. `info` until set. Above `debug`, a line that comes again
/// soon is held back and counted.
void set_level(level least) noexcept;
bool enabled(level at) noexcept;

/// A line with `parts` names something from outside. However many different ones come at a time,
/// they don't hold back those that name nothing. A line for which there is no memory counts as
/// dropped.
void write(level at, std::string_view message, fields parts = {}) noexcept;

/// Writes how often lines were held back, once that is due, and how many were lost, once stderr
/// takes lines again; to be called now and then.
void write_repeats(time_point now);

/// How many lines stderr did not take since the start.
std::uint64_t dropped() noexcept;

inline void debug(std::string_view message, fields parts = {}) noexcept
{
    write(level::debug, message, parts);
}
inline void info(std::string_view message, fields parts = {}) noexcept
{
    write(level::info, message, parts);
}
inline void warning(std::string_view message, fields parts = {}) noexcept
{
    write(level::warning, message, parts);
}
inline void error(std::string_view message, fields parts = {}) noexcept
{
    write(level::error, message, parts);
}

/// `text` with control bytes and what is not ASCII as `\xNN`.
std::string printable(std::string_view text);

} // namespace pajthy::log
