// Figures in columns: the first is words and stands to the left, all others to the right.
#pragma once

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace pajthy::bench
{

using row = std::vector<std::string>;

/// All rows are equally long; headings are a row, too.
inline void print(std::ostream& out, const std::vector<row>& rows)
{
    const auto width = [](const std::string& text) // in code points of UTF-8
    { return std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }); };

    std::vector<std::ptrdiff_t> widths(rows.front().size());
    for (const auto& one : rows)
        for (std::size_t i = 0; i < one.size(); ++i)
            widths[i] = std::max(widths[i], width(one[i]));

    for (const auto& one : rows)
    {
        for (std::size_t i = 0; i < one.size(); ++i)
        {
            const std::string gap(static_cast<std::size_t>(widths[i] - width(one[i])), ' ');
            out << (i == 0 ? one[i] + gap : "   " + gap + one[i]);
        }
        out << '\n';
    }
}

} // namespace pajthy::bench
