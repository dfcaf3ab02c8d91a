#include <pajthy/domain/text.hpp>

#include "code_points.hpp"
#include "combining_marks.hpp"

#include <boost/locale/utf.hpp>

namespace pajthy
{
namespace
{

namespace utf = boost::locale::utf;

constexpr int most_marks_in_a_row = 4;
constexpr code_point zero_width_non_joiner = 0x200C;
constexpr code_point zero_width_joiner = 0x200D;

constexpr code_point_range spaces[] = {
    {0x0020, 0x0020}, {0x00A0, 0x00A0}, {0x1680, 0x1680}, {0x2000, 0x200A},
    {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
};

// Controls, separators, bidi controls, what has no glyph or an empty one, and tags.
constexpr code_point_range forbidden[] = {
    {0x0000, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x034F, 0x034F},
    {0x061C, 0x061C},   {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},
    {0x200B, 0x200B},   {0x200E, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},
    {0x2800, 0x2800},   {0x3164, 0x3164},   {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE00FF}, {0xE01F0, 0xE0FFF},
};

constexpr code_point_range variation_selectors[] = {{0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}};

bool is_noncharacter(code_point c)
{
    return (c & 0xFFFE) == 0xFFFE;
}

// What a shell, a form or a paste leaves at the ends. Inside it is refused like other controls.
bool is_control_space(code_point c)
{
    return c >= '\t' && c <= '\r';
}

// Joiners and selectors shape emoji and Indic and Arabic text. Behind anything else they are only
// a way to write the same name twice.
bool can_be_shaped(code_point c)
{
    constexpr code_point first_shaped_script = 0x0590; // Latin, Greek, Cyrillic, Armenian are below
    const bool has_emoji_form =
        (c >= '0' && c <= '9') || c == '#' || c == '*' || c == 0xA9 || c == 0xAE;
    return c >= first_shaped_script || has_emoji_form;
}

// Walks over code points and remembers just enough of what came before to judge the next.
class reader
{
public:
    /// False if `c` may not stand here.
    bool take(code_point c)
    {
        if (is_in(forbidden, c) || is_noncharacter(c))
            return false;
        if (is_in(spaces, c))
            return take_space();
        if (c == zero_width_joiner || c == zero_width_non_joiner)
            return take_joiner();
        if (is_in(variation_selectors, c))
            return take_selector();
        if (is_in(combining_marks, c))
            return take_mark();
        before_ = can_be_shaped(c) ? previous::shapeable : previous::visible;
        marks_ = 0;
        visible_ = true;
        return true;
    }

    bool may_end() const { return before_ != previous::joiner; }
    bool visible() const { return visible_; }

private:
    enum class previous
    {
        nothing,
        visible,
        shapeable, // visible, and may be followed by a joiner or a selector
        selector,
        joiner
    };

    bool take_space()
    {
        const bool joined = before_ == previous::joiner;
        before_ = previous::nothing;
        marks_ = 0;
        return !joined;
    }

    bool take_joiner()
    {
        const bool fits = before_ == previous::shapeable || before_ == previous::selector;
        before_ = previous::joiner;
        return fits;
    }

    bool take_selector()
    {
        const bool fits = before_ == previous::shapeable;
        before_ = previous::selector;
        return fits;
    }

    bool take_mark()
    {
        if (before_ == previous::nothing)
            return false; // would sit on what stands before the text
        if (before_ == previous::joiner)
            before_ = previous::shapeable; // as in Bengali, where a virama follows a joiner
        return ++marks_ <= most_marks_in_a_row;
    }

    previous before_ = previous::nothing;
    int marks_ = 0;
    bool visible_ = false;
};

} // namespace

result<std::string> clean_text(std::string_view raw, text_bounds bounds)
{
    std::string clean;
    std::size_t code_points = 0;
    bool space_waits = false;
    bool control_waits = false;
    bool forbidden_seen = false;
    reader rules;

    for (const char* at = raw.data(); at != raw.data() + raw.size();)
    {
        const char* const start = at;
        const code_point c = utf::utf_traits<char>::decode(at, raw.data() + raw.size());
        if (!utf::is_valid_codepoint(c))
            return errc::text_not_utf8;
        const bool control_space = is_control_space(c);
        forbidden_seen = !rules.take(control_space ? ' ' : c) || forbidden_seen;
        if (control_space || is_in(spaces, c))
        {
            space_waits = !clean.empty();
            control_waits = (control_space && space_waits) || control_waits;
            continue;
        }
        forbidden_seen = control_waits || forbidden_seen; // it stood inside
        if (space_waits)
        {
            clean.push_back(' ');
            ++code_points;
            space_waits = false;
        }
        clean.append(start, at);
        ++code_points;
    }

    if (forbidden_seen || !rules.may_end())
        return errc::text_forbidden;
    if (!rules.visible())
        return errc::text_empty;
    if (code_points > bounds.code_points || clean.size() > bounds.bytes)
        return errc::text_too_long;
    return clean;
}

} // namespace pajthy
