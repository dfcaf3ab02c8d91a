// What Unicode says of text and of code points, by utf8proc. For this folder alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

using code_point = std::int32_t;

/// All of `text`, canonically decomposed (NFD). Nothing if it is not UTF-8.
std::optional<std::vector<code_point>> decomposed(std::string_view text);

/// `text` canonically composed (NFC), in which two texts that look the same by definition are the
/// same bytes. It must be UTF-8.
std::string composed(std::string_view text);

/// `text` without regard to capitals, width and what is ignored (NFKC_Casefold). It must be UTF-8.
std::string folded(std::string_view text);

void append_utf8(std::string& to, code_point c);

/// A control character (Cc); line separators are not among them.
bool is_control(code_point c);

/// A space (Zs), or the end of a line or a paragraph (Zl, Zp).
bool is_separator(code_point c);

/// A mark that stands above, below or around what is before it (Mn, Me).
bool is_mark(code_point c);

/// A letter that has capitals, or is one.
bool is_cased(code_point c);

/// It is a picture, or may be one (Extended_Pictographic).
bool is_pictographic(code_point c);

/// Nobody sees it (Default_Ignorable_Code_Point).
bool is_ignorable(code_point c);

/// 0 to 9 for a decimal digit of any script (Nd).
std::optional<int> digit_of(code_point c);

struct fraction
{
    std::string above;
    std::string below; // empty for `⅟`, which has it in the digits that follow
};

/// For the sign of one, such as `½`: in ASCII digits.
std::optional<fraction> fraction_of(code_point c);

} // namespace pajthy
