// The log: one line for each event, to stderr. Writing never waits for the reader.
//
// A line never has a key, a cookie, a name, a vote or a path of a request. All text from outside
// goes through `printable`.
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

/// A part of the message that JSON repeats under its own name.
struct field
{
    std::string_view name;
    std::variant<std::string_view, std::uint64_t> value;
};
using fields = std::initializer_list<field>;

/// `text` until set.
void set_format(format as) noexcept;

/// Lines below this level are not written. `info` until set. Above `debug`, a line that repeats
/// soon is held back and counted.
void set_level(level min) noexcept;
bool enabled(level at) noexcept;

/// A line with `parts` names something from outside. Even if there are many different ones, they
/// never hold back lines without `parts`. A line counts as dropped if there is no memory for it.
void write(level at, std::string_view message, fields parts = {}) noexcept;

/// To be called regularly. Writes how often lines were held back, when that is due, and how many
/// lines were dropped, when stderr takes lines again.
void write_repeats(time_point now);

/// How many lines were dropped since the start.
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

/// `text` with every byte that is not printable ASCII as `\xNN`.
std::string printable(std::string_view text);

} // namespace pajthy::log
