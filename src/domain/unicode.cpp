#include "unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <new>

namespace pajthy
{
namespace
{

constexpr code_point fraction_slash = 0x2044;

const utf8proc_uint8_t* bytes_of(std::string_view text)
{
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

constexpr utf8proc_option_t with(std::initializer_list<int> options)
{
    int all = 0;
    for (const int one : options)
        all |= one;
    return static_cast<utf8proc_option_t>(all);
}

bool is_ascii(code_point c)
{
    return c >= 0 && c < 0x80;
}

std::string mapped(std::string_view text, utf8proc_option_t options)
{
    utf8proc_uint8_t* bytes = nullptr;
    const auto size =
        utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
    if (size < 0)
        throw std::bad_alloc(); // nothing else can go wrong with UTF-8
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

} // namespace

std::optional<std::vector<code_point>> decomposed(std::string_view text)
{
    constexpr auto options = with({UTF8PROC_STABLE, UTF8PROC_DECOMPOSE});
    std::vector<code_point> out(text.size()); // enough but for a few
    const auto fill = [&]
    {
        return utf8proc_decompose(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()),
                                  out.data(), static_cast<utf8proc_ssize_t>(out.size()), options);
    };
    auto size = fill();
    if (size > static_cast<utf8proc_ssize_t>(out.size()))
    {
        out.resize(static_cast<std::size_t>(size));
        size = fill();
    }
    if (size < 0)
        return std::nullopt;
    out.resize(static_cast<std::size_t>(size));
    return out;
}

std::string composed(std::string_view text)
{
    return mapped(text, with({UTF8PROC_STABLE, UTF8PROC_COMPOSE}));
}

// Most choices are ASCII, and each is asked for with each result.
std::string folded(std::string_view text)
{
    if (std::all_of(text.begin(), text.end(),
                    [](char c) { return is_ascii(static_cast<unsigned char>(c)); }))
    {
        std::string out(text);
        for (char& c : out)
        {
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c | 0x20);
        }
        return out;
    }
    return mapped(text, with({UTF8PROC_STABLE, UTF8PROC_COMPOSE, UTF8PROC_COMPAT, UTF8PROC_CASEFOLD,
                              UTF8PROC_IGNORE}));
}

void append_utf8(std::string& to, code_point c)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(c, bytes.data());
    to.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

bool is_control(code_point c)
{
    return utf8proc_category(c) == UTF8PROC_CATEGORY_CC;
}

bool is_separator(code_point c)
{
    const auto category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

bool is_mark(code_point c)
{
    const auto category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

bool is_cased(code_point c)
{
    const auto category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL ||
           category == UTF8PROC_CATEGORY_LT;
}

bool is_pictographic(code_point c)
{
    return utf8proc_get_property(c)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

// The library knows those that have a name. The others are set apart for what will be ignored.
bool is_ignorable(code_point c)
{
    const bool is_set_apart =
        c == 0x2065 || (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0xE0000 && c <= 0xE0FFF);
    return is_set_apart || utf8proc_get_property(c)->ignorable;
}

// The digits of a script stand in a row, and rows in rows: each begins with its 0.
std::optional<int> digit_of(code_point c)
{
    if (is_ascii(c))
        return c >= '0' && c <= '9' ? std::optional(c - '0') : std::nullopt;
    const auto is_digit = [](code_point one)
    { return utf8proc_category(one) == UTF8PROC_CATEGORY_ND; };
    if (!is_digit(c))
        return std::nullopt;
    auto first = c;
    while (is_digit(first - 1))
        --first;
    return (c - first) % 10;
}

std::optional<fraction> fraction_of(code_point c)
{
    if (is_ascii(c))
        return std::nullopt;
    std::array<code_point, 8> parts{};
    int unused = 0;
    constexpr auto options = with({UTF8PROC_DECOMPOSE, UTF8PROC_COMPAT});
    constexpr utf8proc_ssize_t room = parts.size();
    const auto size = utf8proc_decompose_char(c, parts.data(), room, options, &unused);
    if (size > room)
        return std::nullopt; // a word, such as the Arabic ones
    const auto end = parts.begin() + size;
    const auto slash = std::find(parts.begin(), end, fraction_slash);
    if (slash == end || slash == parts.begin())
        return std::nullopt;
    return fraction{{parts.begin(), slash}, {slash + 1, end}};
}

} // namespace pajthy
