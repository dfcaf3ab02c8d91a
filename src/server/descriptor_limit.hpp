// How many connections the limit on open files allows.
#pragma once

#include <sys/resource.h>

#include <algorithm>
#include <cstddef>

namespace pajthy
{

/// Raises the limit on open files as far as the system allows, and returns it.
inline std::size_t raise_descriptor_limit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1024;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

/// How many of `all` descriptors are not for ordinary connections: the program itself has about a
/// dozen open, and some are reserved for operations.
inline std::size_t spare_descriptors(std::size_t all)
{
    constexpr std::size_t min = 24;
    constexpr std::size_t max = 64;
    return std::clamp(all / 2, min, max);
}

inline std::size_t connections_within(std::size_t descriptors)
{
    const auto spare = spare_descriptors(descriptors);
    return descriptors > spare ? descriptors - spare : 1;
}

/// Connections that are reserved for operations, on each of two listeners.
inline std::size_t reserved_connections_within(std::size_t descriptors)
{
    return spare_descriptors(descriptors) / 4;
}

} // namespace pajthy
