// How a line of the log is written: as text, or as one JSON object.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/log.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pajthy::log
{

/// A line without its time, so that repeated lines are equal. Bytes that are not printable ASCII
/// are escaped. Text that is longer than any line of pajthy is cut off.
std::string content_of(format as, level at, std::string_view message, fields parts = {});

/// The content of a line that says how many times another one was held back.
std::string repeated(format as, std::string content, std::size_t times);

/// "2026-01-31T12:00:00.000Z info stopping\n", or
/// `{"time":"2026-01-31T12:00:00.000Z","level":"info","message":"stopping"}\n`.
std::string line_of(format as, unix_time when, std::string_view content);

} // namespace pajthy::log
