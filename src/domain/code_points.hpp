// Code points, and sorted tables of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace pajthy
{

using code_point = std::uint32_t;

struct code_point_range
{
    code_point first;
    code_point last;
};

template <std::size_t N>
bool is_in(const code_point_range (&sorted)[N], code_point c)
{
    const auto* const at = std::lower_bound(std::begin(sorted), std::end(sorted), c,
                                            [](const code_point_range& r, code_point value)
                                            { return r.last < value; });
    return at != std::end(sorted) && at->first <= c;
}

} // namespace pajthy
