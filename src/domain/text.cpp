#include <pajthy/domain/text.hpp>

#include <boost/locale/utf.hpp>

#include <algorithm>
#include <iterator>

namespace pajthy
{
namespace
{

namespace utf = boost::locale::utf;
using utf::code_point;

constexpr int most_marks_in_a_row = 4;
constexpr code_point zero_width_non_joiner = 0x200C;
constexpr code_point zero_width_joiner = 0x200D;

struct range
{
    code_point first;
    code_point last;
};

template <std::size_t N>
bool is_in(const range (&sorted)[N], code_point c)
{
    const auto* const at =
        std::lower_bound(std::begin(sorted), std::end(sorted), c,
                         [](const range& r, code_point value) { return r.last < value; });
    return at != std::end(sorted) && at->first <= c;
}

constexpr range spaces[] = {
    {0x0020, 0x0020}, {0x00A0, 0x00A0}, {0x1680, 0x1680}, {0x2000, 0x200A},
    {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
};

// Controls, separators, bidi controls, what has no glyph or an empty one, and tags.
constexpr range forbidden[] = {
    {0x0000, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x034F, 0x034F},
    {0x061C, 0x061C},   {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},
    {0x200B, 0x200B},   {0x200E, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},
    {0x2800, 0x2800},   {0x3164, 0x3164},   {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
    {0xE0000, 0xE00FF}, {0xE01F0, 0xE0FFF},
};

constexpr range variation_selectors[] = {{0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}};

// The blocks of marks that stack above and below a letter; vowel signs that take room of their
// own are not among them.
constexpr range stacking_marks[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0711, 0x0711},
    {0x0730, 0x074A}, {0x07A6, 0x07B0}, {0x07EB, 0x07F3}, {0x0816, 0x082D}, {0x0859, 0x085B},
    {0x0898, 0x089F}, {0x08CA, 0x08FF}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D},
    {0x0951, 0x0957}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1},
    {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECE}, {0x0F18, 0x0F19}, {0x0F35, 0x0F39}, {0x0F71, 0x0F84},
    {0x0F86, 0x0F87}, {0x0F8D, 0x0FBC}, {0x135D, 0x135F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x20D0, 0x20FF}, {0x2CEF, 0x2CF1}, {0x2DE0, 0x2DFF}, {0x302A, 0x302D}, {0x3099, 0x309A},
    {0xA66F, 0xA672}, {0xA674, 0xA67D}, {0xA69E, 0xA69F}, {0xA6F0, 0xA6F1}, {0xA8E0, 0xA8F1},
    {0xFB1E, 0xFB1E}, {0xFE20, 0xFE2F},
};

bool is_noncharacter(code_point c)
{
    return (c & 0xFFFE) == 0xFFFE;
}

// What a shell, a form or a paste leaves at the ends. Inside, a control character is refused.
std::string_view trim_control_space(std::string_view s)
{
    constexpr std::string_view control_space = "\t\n\v\f\r ";
    const auto first = s.find_first_not_of(control_space);
    if (first == std::string_view::npos)
        return {};
    return s.substr(first, s.find_last_not_of(control_space) - first + 1);
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
        if (is_in(stacking_marks, c))
            return take_mark();
        before_ = previous::visible;
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
        const bool after_visible = before_ == previous::visible || before_ == previous::selector;
        before_ = previous::joiner;
        return after_visible;
    }

    bool take_selector()
    {
        const bool after_visible = before_ == previous::visible;
        before_ = previous::selector;
        return after_visible;
    }

    bool take_mark()
    {
        if (before_ == previous::nothing)
            return false; // would sit on what stands before the text
        before_ = previous::visible;
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
    bool forbidden_seen = false;
    reader rules;

    raw = trim_control_space(raw);
    for (const char* at = raw.data(); at != raw.data() + raw.size();)
    {
        const char* const start = at;
        const code_point c = utf::utf_traits<char>::decode(at, raw.data() + raw.size());
        if (!utf::is_valid_codepoint(c))
            return errc::text_not_utf8;
        forbidden_seen = !rules.take(c) || forbidden_seen;
        if (is_in(spaces, c))
        {
            space_waits = !clean.empty();
            continue;
        }
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
