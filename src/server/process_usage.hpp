// What the system says about this process, without waiting for anything.
#pragma once

#include <cstdint>
#include <optional>

namespace pajthy
{

/// What can't be found out just now is left out: out of descriptors, the files under /proc can't be
/// opened.
struct process_usage
{
    double cpu_seconds = 0;
    std::optional<std::uint64_t> virtual_bytes{};
    std::optional<std::uint64_t> resident_bytes{};
    std::optional<std::uint64_t> open_descriptors{};
    std::optional<std::uint64_t> most_descriptors{};
};

process_usage usage_of_this_process();

} // namespace pajthy
