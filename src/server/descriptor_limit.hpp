// How many connections the limit on open files allows.
#pragma once

#include <sys/resource.h>

#include <algorithm>
#include <cstddef>

namespace pajthy
{

/// Raises the limit on open files to the most that the system lets us have, and says what it is.
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

/// Of so many descriptors, those that are left to what isn't a connection within the limits: what
/// the program has open itself (about a dozen), and places kept for operations.
inline std::size_t spare_descriptors(std::size_t all)
{
    constexpr std::size_t least = 24;
    constexpr std::size_t most = 64;
    return std::clamp(all / 2, least, most);
}

inline std::size_t connections_within(std::size_t descriptors)
{
    const auto spare = spare_descriptors(descriptors);
    return descriptors > spare ? descriptors - spare : 1;
}

/// Places kept for operations on each of two listeners.
inline std::size_t places_for_operations(std::size_t descriptors)
{
    return spare_descriptors(descriptors) / 4;
}

} // namespace pajthy
