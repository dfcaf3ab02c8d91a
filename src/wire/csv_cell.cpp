#include "csv_cell.hpp"

#include <pajthy/domain/choice_number.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace pajthy
{
namespace
{

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Inside of a code point in UTF-8.
bool is_continuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

// Whatever is not ASCII counts as a letter: dates have names of months in all scripts.
bool is_letter(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || (lower(c) >= 'a' && lower(c) <= 'z');
}

bool all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// With no zero to be dropped and no digit to be rounded away.
bool is_plain_number(std::string_view text)
{
    constexpr std::size_t max_characters = 9; // what a narrow cell shows as it is
    if (text.size() > max_characters || text == "-0")
        return false;
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    if (!all_digits(whole) || (whole.front() == '0' && whole.size() > 1))
        return false;
    if (point == std::string_view::npos)
        return true;
    const auto fraction = text.substr(point + 1);
    return all_digits(fraction) && fraction.back() != '0';
}

// True and false, as spreadsheets know them in the languages of the page.
bool is_truth_value(std::string_view text)
{
    constexpr std::string_view words[] = {"true",   "false", "wahr",  "falsch",    "vrai",
                                          "faux",   "igaz",  "hamis", "verdadero", "falso",
                                          "prawda", "fałsz", "faŁsz", "verdadeiro"};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word)
                       {
                           return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                                             [](char a, char b) { return lower(a) == b; });
                       });
}

// #N/A, #REF! and the like.
bool is_error_value(std::string_view text)
{
    return text.starts_with('#') && text.find(' ') == std::string_view::npos;
}

bool has_digit(std::string_view text)
{
    constexpr std::string_view full_width = "\xEF\xBC"; // ０ to ９ are this and \x90 to \x99
    if (std::any_of(text.begin(), text.end(), is_digit) || number_on(text))
        return true;
    for (auto at = text.find(full_width); at != std::string_view::npos;
         at = text.find(full_width, at + 1))
    {
        const auto last = static_cast<unsigned char>(text[at + full_width.size()]);
        if (last >= 0x90 && last <= 0x99)
            return true;
    }
    return false;
}

// Of three letters or more: no shorter one makes a text out of what is a date without it.
std::size_t words_in(std::string_view text)
{
    constexpr std::size_t least_letters = 3;
    std::size_t words = 0;
    std::size_t letters = 0;
    for (const char c : text)
    {
        if (!is_letter(c))
            letters = 0;
        else if (!is_continuation(c) && ++letters == least_letters)
            ++words;
    }
    return words;
}

// There are too many ways to write dates, times, amounts and numbers to know them all. But none has
// no digit, and none has more words than a day and a month.
bool may_turn_into_something(std::string_view text)
{
    constexpr std::size_t max_words_of_a_date = 2;
    return is_truth_value(text) || is_error_value(text) ||
           (has_digit(text) && words_in(text) <= max_words_of_a_date);
}

// What spreadsheets take for the beginning of a formula, full-width forms included.
bool looks_like_a_formula(std::string_view text)
{
    constexpr std::string_view beginnings[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    return std::any_of(std::begin(beginnings), std::end(beginnings),
                       [&](std::string_view b) { return text.starts_with(b); });
}

// What ends a cell in one country or another: behind it, a cell of its own could begin.
bool may_end_a_cell(char c)
{
    return c == ';' || c == ',';
}

std::string without_formulas(std::string_view text)
{
    std::string out;
    bool begins = true;
    for (std::size_t i = 0; i < text.size(); ++i)
    {
        if (begins && looks_like_a_formula(text.substr(i)))
            out.push_back('\'');
        out.push_back(text[i]);
        begins = may_end_a_cell(text[i]) || (begins && text[i] == '"');
    }
    return out;
}

// `="1/2"`: the one form in which both Excel and LibreOffice show the text and nothing else. Quotes
// alone keep nothing from becoming a date, an apostrophe is shown, a tab or something invisible
// becomes part of the text. (LibreOffice's dialog can be told not to evaluate formulas; then it
// shows this as it stands here.)
std::string as_text_formula(std::string_view text)
{
    constexpr std::size_t max_bytes = 250; // Excel takes 255 characters in one piece
    std::string out = "=\"";
    std::size_t bytes = 0;
    for (const char c : text)
    {
        if (bytes >= max_bytes && !is_continuation(c))
        {
            out.append("\"&\"");
            bytes = 0;
        }
        if (c == '"')
            out.push_back('"');
        out.push_back(c);
        ++bytes;
    }
    return out + '"';
}

} // namespace

void add_csv_cell(std::string& to, std::string_view cell)
{
    if (cell.empty())
        return;
    to.push_back('"');
    for (const char c : cell)
    {
        if (c == '"')
            to.push_back('"');
        to.push_back(c);
    }
    to.push_back('"');
}

void add_csv_text(std::string& to, std::string_view text)
{
    if (is_plain_number(text))
        return add_csv_cell(to, text);
    const auto harmless = without_formulas(text);
    if (!harmless.starts_with('\'') && may_turn_into_something(text))
        return add_csv_cell(to, as_text_formula(harmless));
    add_csv_cell(to, harmless);
}

} // namespace pajthy
