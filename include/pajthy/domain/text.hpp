// Which text people may put into a session: names, choices, titles.
//
// Text is what other people's pages will show, so it must be visible, of one line, and unable to
// rearrange what stands around it. What looks the same should be the same.
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

/// `raw` as it is kept and compared, which makes of many spellings one: composed (NFC), without
/// white space at its ends, with one space for every run of it inside, and without what nobody
/// sees. Joiners stay beside letters and pictures that they shape, selectors behind them, and the
/// tags of a flag such as England's.
///
/// Fails with `text_not_utf8`, with `text_empty` if nothing visible is left, with `text_too_long`
/// beyond `bounds`, and with `text_forbidden` for what can't be mended: more than one line, other
/// control characters, controls of the direction, annotations, noncharacters, and more than four
/// combining marks in a row, or one with nothing before it.
result<std::string> clean_text(std::string_view raw, text_bounds bounds);

} // namespace pajthy
