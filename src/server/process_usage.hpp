// What the system says about this process. Reading it never blocks.
#pragma once

#include <cstdint>
#include <optional>

namespace pajthy
{

/// A value is missing if it can't be read now: without a free descriptor, the files under /proc
/// can't be opened.
struct process_usage
{
    double cpu_seconds = 0;
    std::optional<std::uint64_t> virtual_bytes{};
    std::optional<std::uint64_t> resident_bytes{};
    std::optional<std::uint64_t> open_descriptors{};
    std::optional<std::uint64_t> max_descriptors{};
};

process_usage usage_of_this_process();

} // namespace pajthy
