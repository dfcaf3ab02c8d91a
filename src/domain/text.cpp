#include <pajthy/domain/text.hpp>

#include "unicode.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

constexpr int max_marks_in_a_row = 4;
constexpr code_point braille_blank = 0x2800;
constexpr code_point next_line = 0x85;

bool is_white_space(code_point c)
{
    return is_separator(c) || c == '\t' || c == braille_blank;
}

// What a shell or a form leaves at the ends of a text. Inside, there are two texts.
bool is_end_of_line(code_point c)
{
    return c >= '\n' && c <= '\r';
}

// They rearrange what stands around them, and mean what they say only together.
bool is_direction(code_point c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_forbidden(code_point c)
{
    const bool is_annotation = c >= 0xFFF9 && c <= 0xFFFB;
    const bool is_noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    return is_control(c) || is_direction(c) || is_annotation || is_noncharacter;
}

bool is_joiner(code_point c)
{
    return c == 0x200C || c == 0x200D;
}

bool is_selector(code_point c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

// Whether joiners and selectors change how `c` looks: pictures, and the scripts of Asia and Africa.
// Beside anything else they are only a way to write the same name twice.
bool is_shaped(code_point c)
{
    constexpr code_point first_shaped_script = 0x0590; // most of those with capitals are below
    const bool makes_keycap = (c >= '0' && c <= '9') || c == '#' || c == '*';
    return makes_keycap || is_pictographic(c) || (c >= first_shaped_script && !is_cased(c));
}

// How many tags behind a black flag make it that of a region, with the one that ends them (UTS #51,
// ED-14a); 0 if they don't.
std::size_t tags_of_flag(std::span<const code_point> behind)
{
    constexpr code_point first_tag = 0xE0000; // of the same order as ASCII
    constexpr code_point end_of_tags = 0xE007F;
    constexpr std::size_t min_size = 3;
    constexpr std::size_t max_size = 6;
    const auto names_region = [](code_point c)
    {
        const auto letter = c - first_tag;
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z');
    };
    const auto end = std::find_if_not(behind.begin(), behind.end(), names_region);
    const auto size = static_cast<std::size_t>(end - behind.begin());
    const bool fits =
        size >= min_size && size <= max_size && end != behind.end() && *end == end_of_tags;
    return fits ? size + 1 : 0;
}

// Takes code points one after the other and keeps what may stay. It looks at decomposed text, so
// that all spellings of a letter are judged as one.
class mender
{
public:
    void take(std::span<const code_point> text)
    {
        while (!text.empty())
        {
            const auto c = text.front();
            text = text.subspan(1);
            take(c);
            constexpr code_point black_flag = 0x1F3F4;
            if (c != black_flag)
                continue;
            const auto tags = tags_of_flag(text);
            for (const auto tag : text.first(tags))
                append_utf8(mended_, tag);
            text = text.subspan(tags);
        }
    }

    bool saw_forbidden() const { return forbidden_; }
    bool empty() const { return mended_.empty(); }
    std::string_view mended() const { return mended_; }

private:
    // What stands before, in the same word.
    enum class before
    {
        nothing,
        plain,
        shaped
    };

    void take(code_point c)
    {
        if (is_white_space(c))
            take_space();
        else if (is_end_of_line(c))
            take_end_of_line();
        else if (c == next_line) // which nobody sees
            return;
        else if (is_forbidden(c))
            forbidden_ = true;
        else if (is_joiner(c))
            take_joiner(c);
        else if (is_selector(c))
            take_selector(c);
        else if (is_ignorable(c))
            return;
        else if (is_mark(c))
            take_mark(c);
        else
            take_visible(c);
    }

    void take_space()
    {
        space_waits_ = !mended_.empty();
        base_ = before::nothing;
        joiner_waits_ = 0;
    }

    void take_end_of_line()
    {
        line_ended_ = !mended_.empty();
        take_space();
    }

    // It stays if something follows.
    void take_joiner(code_point c)
    {
        if (base_ != before::nothing && joiner_waits_ == 0)
            joiner_waits_ = c;
    }

    void take_selector(code_point c)
    {
        if (base_ != before::shaped || selected_ || joiner_waits_ != 0)
            return;
        append_utf8(mended_, c);
        selected_ = true;
    }

    // Behind a joiner, too, as in Bengali.
    void take_mark(code_point c)
    {
        if (base_ == before::nothing) // it would sit on what stands before the text
            forbidden_ = true;
        if (++marks_ > max_marks_in_a_row)
            forbidden_ = true;
        append_joiner(base_ == before::shaped);
        append_utf8(mended_, c);
    }

    void take_visible(code_point c)
    {
        const bool shaped = is_shaped(c);
        if (line_ended_)
            forbidden_ = true;
        if (std::exchange(space_waits_, false))
            mended_.push_back(' ');
        append_joiner(shaped || base_ == before::shaped);
        append_utf8(mended_, c);
        base_ = shaped ? before::shaped : before::plain;
        selected_ = false;
        marks_ = 0;
    }

    void append_joiner(bool shapes)
    {
        const auto joiner = std::exchange(joiner_waits_, 0);
        if (joiner != 0 && shapes)
            append_utf8(mended_, joiner);
    }

    std::string mended_;
    before base_ = before::nothing;
    code_point joiner_waits_ = 0;
    int marks_ = 0;
    bool selected_ = false;
    bool space_waits_ = false;
    bool line_ended_ = false;
    bool forbidden_ = false;
};

// Most text is, and then nothing but its spaces has to be looked at.
bool is_plain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string with_single_spaces(std::string_view plain)
{
    std::string out;
    out.reserve(plain.size());
    for (const char c : plain)
    {
        if (c != ' ' || !(out.empty() || out.back() == ' '))
            out.push_back(c);
    }
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

result<std::string> mended(std::string_view raw)
{
    if (is_plain(raw))
        return with_single_spaces(raw);
    const auto all = decomposed(raw);
    if (!all)
        return errc::text_not_utf8;
    mender rules;
    rules.take(*all);
    if (rules.saw_forbidden())
        return errc::text_forbidden;
    return composed(rules.mended());
}

std::size_t code_points_in(std::string_view text)
{
    const auto is_first = [](char c) { return (c & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_first));
}

} // namespace

result<std::string> clean_text(std::string_view raw, text_bounds bounds)
{
    auto clean = mended(raw);
    if (clean.has_error())
        return clean;
    if (clean->empty())
        return errc::text_empty;
    if (clean->size() > bounds.bytes || code_points_in(*clean) > bounds.code_points)
        return errc::text_too_long;
    return clean;
}

} // namespace pajthy
