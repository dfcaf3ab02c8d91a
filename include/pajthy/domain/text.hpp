// Which text people may put into a session: names, choices, titles.
//
// Text is what other people's pages will show, so it must be visible, of one line, and unable to
// rearrange what stands around it.
#pragma once

#include <pajthy/error.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pajthy
{

/// Both bounds hold after trimming and collapsing white space.
struct text_bounds
{
    std::size_t code_points;
    std::size_t bytes;
};

inline constexpr text_bounds name_bounds{64, 256};
inline constexpr text_bounds choice_bounds{64, 256};
inline constexpr text_bounds title_bounds{200, 800};
inline constexpr text_bounds topic_bounds{200, 800};
inline constexpr text_bounds agreed_bounds{64, 256};

/// `raw` with the white space at its ends removed and every run of white space inside made one
/// space.
///
/// Fails with `text_not_utf8`, with `text_empty` if nothing visible is left, with `text_too_long`
/// beyond `bounds`, and with `text_forbidden` for control characters, line separators, bidi
/// controls, invisible characters (ZWJ, ZWNJ and variation selectors are fine where emoji and
/// Indic scripts need them), tags, noncharacters, and more than four combining marks in a row.
result<std::string> clean_text(std::string_view raw, text_bounds bounds);

} // namespace pajthy
