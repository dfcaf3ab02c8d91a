#include <pajthy/domain/text.hpp>

#include "tests/support/catch.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pajthy
{
namespace
{

using namespace std::string_view_literals;

result<std::string> clean_name(std::string_view raw)
{
    return clean_text(raw, name_bounds);
}

// The bytes of `c` in UTF-8, also if no text may have it.
std::string utf8(char32_t c)
{
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    const auto tail = [&](unsigned shift) { return byte(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80)
        return {byte(c)};
    if (c < 0x800)
        return {byte(0xC0 | (c >> 6)), tail(0)};
    if (c < 0x10000)
        return {byte(0xE0 | (c >> 12)), tail(6), tail(0)};
    return {byte(0xF0 | (c >> 18)), tail(12), tail(6), tail(0)};
}

std::string times(std::size_t count, std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += text;
    return out;
}

struct range
{
    char32_t first;
    char32_t last;
};

// Each code point of `ranges`, in the middle of a name.
template <std::size_t N>
void require_taken_out(const range (&ranges)[N])
{
    for (const auto& [first, last] : ranges)
    {
        for (char32_t c = first; c <= last; ++c)
        {
            CAPTURE(static_cast<std::uint32_t>(c));
            REQUIRE(clean_name("An" + utf8(c) + "a") == "Ana");
            REQUIRE(clean_name(utf8(c) + " Ana" + utf8(c)) == "Ana");
        }
    }
}

template <std::size_t N>
void require_forbidden(const range (&ranges)[N])
{
    for (const auto& [first, last] : ranges)
    {
        for (char32_t c = first; c <= last; ++c)
        {
            CAPTURE(static_cast<std::uint32_t>(c));
            REQUIRE(clean_name("An" + utf8(c) + "a").error() == errc::text_forbidden);
        }
    }
}

struct sample
{
    const char* what;
    const char* text;
};

void require_as_it_is(const sample& s)
{
    CAPTURE(s.what, s.text);
    REQUIRE(clean_name(s.text) == s.text);
}

struct spelling
{
    const char* what;
    const char* raw;
    const char* clean;
};

void require_mended(const spelling& s)
{
    CAPTURE(s.what, s.raw);
    REQUIRE(clean_name(s.raw) == s.clean);
    REQUIRE(clean_name(s.clean) == s.clean);
}

void require_forbidden(const sample& s)
{
    CAPTURE(s.what, s.text);
    REQUIRE(clean_name(s.text).error() == errc::text_forbidden);
}

constexpr auto combining_acute = "\u0301";
constexpr auto face = "\U0001F600";

// --- White space

TEST_CASE("clean text comes back as it is")
{
    for (const auto* const text : {"Ana", "Ana Maria", "O'Neil", "José", "李小龍", "½", "?", "<b>"})
        REQUIRE(clean_name(text) == text);
}

TEST_CASE("white space at the ends of a text goes")
{
    REQUIRE(clean_name("  Ana ") == "Ana");
    REQUIRE(clean_name("\u00A0\u3000Ana\u2003") == "Ana");
}

TEST_CASE("the line break and the tab that a form leaves at the ends of a text go")
{
    REQUIRE(clean_name("Ana\r\n") == "Ana");
    REQUIRE(clean_name("\t\n\v\f\r Ana \t\n\v\f\r") == "Ana");
}

TEST_CASE("a run of white space inside a text becomes one space")
{
    REQUIRE(clean_name("Ana   Maria  Lima") == "Ana Maria Lima");
    REQUIRE(clean_name("Ana \u00A0\u2003 Maria") == "Ana Maria");
}

TEST_CASE("each space of Unicode is white space")
{
    constexpr range spaces[] = {
        {0x20, 0x20},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
        {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
    };
    for (const auto& [first, last] : spaces)
    {
        for (char32_t c = first; c <= last; ++c)
        {
            const auto space = utf8(c);
            CAPTURE(static_cast<std::uint32_t>(c));
            REQUIRE(clean_name(space + "Ana" + space + "Maria" + space) == "Ana Maria");
        }
    }
}

TEST_CASE("a tab or a separator of lines inside a text becomes a space")
{
    for (const auto* const text : {"Ana\tMaria", "Ana \t\tMaria", "Ana\u2028Maria",
                                   "Ana\u2029 Maria", "\tAna\u2028\u2029\tMaria\u2029"})
        REQUIRE(clean_name(text) == "Ana Maria");
}

TEST_CASE("a text of more than one line is refused")
{
    for (const auto* const text :
         {"Ana\nMaria", "Ana\r\nMaria", "Ana\vM", "Ana\fM", "Ana \n\u200BM"})
        REQUIRE(clean_name(text).error() == errc::text_forbidden);
}

TEST_CASE("a text of white space alone is empty")
{
    for (const auto* const text : {"", " ", "   ", "\t\r\n", "\u00A0", " \u2003\u3000 ", "\u0085"})
        REQUIRE(clean_name(text).error() == errc::text_empty);
}

// --- What is refused

TEST_CASE("control characters are refused")
{
    constexpr range controls[] = {{0x00, 0x08}, {0x0A, 0x1F}, {0x7F, 0x84}, {0x86, 0x9F}};
    require_forbidden(controls);
}

TEST_CASE("control characters that are no white space are refused at the ends of a text, too")
{
    REQUIRE(clean_name("\x1B[31mAna").error() == errc::text_forbidden);
    REQUIRE(clean_name("Ana\x7F").error() == errc::text_forbidden);
    REQUIRE(clean_name(std::string_view("Ana\0", 4)).error() == errc::text_forbidden);
}

TEST_CASE("what turns the direction of the text around it is refused")
{
    constexpr range bidi[] = {{0x202A, 0x202E}, {0x2066, 0x2069}};
    require_forbidden(bidi);
    REQUIRE(clean_name("\u202Eana").error() == errc::text_forbidden);
    REQUIRE(clean_name("\u2068Ana\u2069").error() == errc::text_forbidden);
}

TEST_CASE("what nobody sees is taken out")
{
    constexpr range unseen[] = {
        {0x0085, 0x0085},   // next line
        {0x00AD, 0x00AD},   // soft hyphen
        {0x034F, 0x034F},   // combining grapheme joiner
        {0x061C, 0x061C},   // Arabic letter mark
        {0x115F, 0x1160},   // Hangul fillers
        {0x17B4, 0x17B5},   // Khmer inherent vowels
        {0x180B, 0x180F},   // Mongolian variation selectors and vowel separator
        {0x200B, 0x200B},   // zero width space
        {0x200E, 0x200F},   // marks of the direction
        {0x2060, 0x2065},   // word joiner, invisible operators
        {0x206A, 0x206F},   // deprecated format characters
        {0x3164, 0x3164},   // Hangul filler
        {0xFEFF, 0xFEFF},   // byte order mark
        {0xFFA0, 0xFFA0},   // halfwidth Hangul filler
        {0xFFF0, 0xFFF8},   // set apart
        {0x1BCA0, 0x1BCA3}, // shorthand format controls
        {0x1D173, 0x1D17A}, // musical format controls
        {0xE0000, 0xE00FF}, // tags, and set apart
        {0xE01F0, 0xE0FFF}, // set apart
    };
    require_taken_out(unseen);
}

TEST_CASE("what is visible, or may be one day, stays")
{
    constexpr sample odd[] = {
        {"an Arabic sign before a number", "\u0600\u0661"},
        {"an emoji that is newer than the tables", "\U0001FAE9"},
        {"no letter yet", "\u0378"},
        {"for private use", "\uE000"},
        {"an object that was left out", "\uFFFC"},
    };
    for (const auto& s : odd)
        require_as_it_is(s);
}

TEST_CASE("annotations are refused")
{
    constexpr range annotations[] = {{0xFFF9, 0xFFFB}};
    require_forbidden(annotations);
}

TEST_CASE("letters that nobody saw between stand together")
{
    REQUIRE(clean_name("Jose\u200B\u0301") == "José");
    REQUIRE(clean_name("Jose\u034F\u0301") == "José");
}

TEST_CASE("noncharacters are refused")
{
    constexpr range arabic_block[] = {{0xFDD0, 0xFDEF}};
    require_forbidden(arabic_block);
    for (char32_t plane = 0; plane <= 0x10; ++plane)
    {
        const range last_two[] = {{(plane << 16) + 0xFFFE, (plane << 16) + 0xFFFF}};
        require_forbidden(last_two);
    }
}

TEST_CASE("what stands beside a refused range is fine")
{
    for (const char32_t c : U"\xA1\xAC\xAE\x2010\x2027\x2030\x27FF\x2801\x3165\xFDCF"
                            U"\xFDF0\x1FFFD\x10FFFD"sv)
    {
        CAPTURE(static_cast<std::uint32_t>(c));
        REQUIRE(clean_name(utf8(c)) == utf8(c));
    }
}

TEST_CASE("a text with nothing visible in it is empty")
{
    for (const auto* const text : {"\u200D", "\u200C", "\uFE0F", "\u200B", "\uFEFF", "\u3164",
                                   "\u2800", "\u200E \u200F", "\U000E0041"})
        REQUIRE(clean_name(text).error() == errc::text_empty);
}

// --- Emoji

TEST_CASE("emoji are fine")
{
    constexpr sample emoji[] = {
        {"a thumb", "\U0001F44D"},
        {"a skin tone", "\U0001F44D\U0001F3FD"},
        {"a heart with its emoji selector", "\u2764\uFE0F"},
        {"a cup with its text selector", "\u2615\uFE0E"},
        {"a keycap", "1\uFE0F\u20E3"},
        {"a flag of regional indicators", "\U0001F1ED\U0001F1FA"},
        {"a family of joined people", "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"},
        {"a selector before a joiner", "\U0001F3F3\uFE0F\u200D\U0001F308"},
        {"a selector after a joined sign", "\U0001F937\U0001F3FD\u200D\u2640\uFE0F"},
        {"several with text", "Ana \u2764\uFE0F \U0001F1ED\U0001F1FA"},
    };
    for (const auto& s : emoji)
        require_as_it_is(s);
}

TEST_CASE("the flag of a region is fine, and tags that make none are taken out")
{
    const std::string flag = "\U0001F3F4";
    const std::string england = "\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067";
    const std::string end = "\U000E007F";
    require_as_it_is({"England", (flag + england + end).c_str()});
    REQUIRE(clean_name("A" + flag + england + end + "b") == "A" + flag + england + end + "b");
    REQUIRE(clean_name(flag + england) == flag);
    REQUIRE(clean_name(flag + end) == flag);
    REQUIRE(clean_name(flag + england + england + end) == flag);
    REQUIRE(clean_name("A" + england + end) == "A");
    REQUIRE(clean_name(flag + "\U000E0041\U000E0042\U000E0043" + end) == flag);
    REQUIRE(clean_name(flag + england + end + end + "\u200D") == flag + england + end);
}

TEST_CASE("a selector stays behind every picture and every foot of a keycap")
{
    for (const char32_t c : U"0123456789#*\xA9\xAE\x203C\x2139\x24C2\x3297\U0001F17F\U0001F202"sv)
    {
        CAPTURE(static_cast<std::uint32_t>(c));
        REQUIRE(clean_name(utf8(c) + "\uFE0F") == utf8(c) + "\uFE0F");
        REQUIRE(clean_name(utf8(c) + "\uFE0F\u20E3") == utf8(c) + "\uFE0F\u20E3");
    }
}

// --- Joiners and selectors

TEST_CASE("joiners are fine inside the words of scripts that need them")
{
    constexpr sample words[] = {
        {"Persian with a non-joiner", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"},
        {"Devanagari with a joiner", "\u0915\u094D\u200D\u0937"},
        {"Devanagari with a non-joiner", "\u0915\u094D\u200C\u0937"},
        {"Bengali with a joiner", "\u09B0\u200D\u09CD\u09AF"},
        {"Sinhala with a joiner", "\u0DC1\u0DCA\u200D\u0DBB\u0DD3"},
        {"Persian behind another script", "API\u200C\u0647\u0627"},
    };
    for (const auto& s : words)
        require_as_it_is(s);
}

TEST_CASE("a joiner that joins nothing is taken out")
{
    constexpr spelling lonely[] = {
        {"joiner at the start", "\u200DAna", "Ana"},
        {"non-joiner at the start", "\u200CAna", "Ana"},
        {"joiner at the end", "Ana\u200D", "Ana"},
        {"non-joiner at the end of a word that could need it", "\u0645\u06CC\u200C",
         "\u0645\u06CC"},
        {"joiner at the end, before white space", "\u2764\u200D ", "\u2764"},
        {"joiner before a space", "\u2764\u200D Maria", "\u2764 Maria"},
        {"joiner after a space", "\u2764 \u200DMaria", "\u2764 Maria"},
        {"two joiners", "\u0915\u094D\u200D\u200D\u0937", "\u0915\u094D\u200D\u0937"},
        {"joiner after a non-joiner", "\u0645\u200C\u200D\u062E", "\u0645\u200C\u062E"},
    };
    for (const auto& s : lonely)
        require_mended(s);
}

TEST_CASE("a selector that selects nothing is taken out")
{
    constexpr spelling lonely[] = {
        {"at the start", "\uFE0FAna", "Ana"},
        {"after a space", "Ana \uFE0FMaria", "Ana Maria"},
        {"twice", "\u2764\uFE0F\uFE0F", "\u2764\uFE0F"},
        {"after a joiner", "\u2764\u200D\uFE0F\U0001F525", "\u2764\u200D\U0001F525"},
        {"ideographic, at the start", "\U000E0100\u845B", "\u845B"},
    };
    for (const auto& s : lonely)
        require_mended(s);
}

TEST_CASE("an ideographic variation sequence is fine")
{
    require_as_it_is({"the place Katsuragi", "\u845B\U000E0100\u57CE"});
}

// --- Combining marks

TEST_CASE("the marks that languages need are fine")
{
    constexpr sample words[] = {
        {"Hindi", "\u0939\u093F\u0928\u094D\u0926\u0940"},
        {"Thai", "\u0E19\u0E49\u0E33"},
        {"Hebrew with points", "\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD"},
        {"Arabic with vowels", "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F"},
        {"Yoruba", "\u1ECD\u0301"},
    };
    for (const auto& s : words)
        require_as_it_is({s.what, clean_name(s.text).value().c_str()});
}

// --- One text of many spellings

TEST_CASE("a text is kept composed")
{
    constexpr spelling spellings[] = {
        {"Spanish", "Jose\u0301", "José"},
        {"Hungarian", "Be\u0301la O\u030Brse\u0301g", "Béla Őrség"},
        {"Vietnamese", "Nguye\u0302\u0303n", "Nguyễn"},
        {"Vietnamese, marks in the other order", "Vie\u0323\u0302t", "Việt"},
        {"Japanese", "\u304B\u3099", "が"},
        {"Korean", "\u1112\u1161\u11AB", "한"},
        {"Greek", "\u03B1\u0301", "ά"},
        {"Cyrillic", "\u0438\u0306", "й"},
        {"Ångström's own letter", "\u212B", "Å"},
        {"Ohm's", "\u2126", "Ω"},
        {"Devanagari, which stays apart", "\u0958", "\u0915\u093C"},
        {"Hebrew, the same", "\uFB2C", "\u05E9\u05BC\u05C1"},
        {"an ideograph for compatibility", "\uF900", "\u8C48"},
    };
    for (const auto& s : spellings)
        require_mended(s);
}

TEST_CASE("what only looks alike stays as it is written")
{
    for (const auto* const text : {"ﬁ", "１", "Ａna", "½", "①", "²", "™", "ß", "İ"})
        REQUIRE(clean_name(text) == text);
}

TEST_CASE("a text is measured as it is kept")
{
    REQUIRE(clean_name(times(64, "e\u0301")).value().size() == 128);
    REQUIRE(clean_name(times(65, "e\u0301")).error() == errc::text_too_long);
    REQUIRE(clean_name("a" + times(300, "\u200B") + "b") == "ab");
}

TEST_CASE("four marks in a row are fine, five are refused, however they are written")
{
    REQUIRE(clean_name("a" + times(4, combining_acute)).has_value());
    REQUIRE(clean_name("a" + times(5, combining_acute)).error() == errc::text_forbidden);
    REQUIRE(clean_name("á" + times(3, combining_acute)).has_value());
    REQUIRE(clean_name("á" + times(4, combining_acute)).error() == errc::text_forbidden);
}

TEST_CASE("marks are counted anew for each letter")
{
    REQUIRE(clean_name(times(3, "a" + times(4, combining_acute))).has_value());
}

TEST_CASE("neither a joiner nor a selector hides how many marks there are")
{
    const auto four = "a" + times(4, combining_acute);
    REQUIRE(clean_name(four + "\u200D" + combining_acute).error() == errc::text_forbidden);
    REQUIRE(clean_name(four + "\uFE0F" + combining_acute).error() == errc::text_forbidden);
}

TEST_CASE("a name cannot be written twice by what nobody sees behind a letter")
{
    for (const auto* const text : {"An\u200Ca", "An\u200Da", "Ana\uFE0F", "A\u200Cn\u200Da\uFE0F"})
        REQUIRE(clean_name(text) == "Ana");
    REQUIRE(clean_name("Аня\uFE0F") == "Аня");
    REQUIRE(clean_name("\u212A\u200Da\uFE0F") == "Ka");
    REQUIRE(clean_name("Nguyễ\u200Dn\uFE0F") == "Nguyễn");
}

TEST_CASE("marks tower in every script")
{
    REQUIRE(clean_name("a" + times(4, "\u1CD0")).has_value());
    REQUIRE(clean_name("a" + times(5, "\u1CD0")).error() == errc::text_forbidden);
    REQUIRE(clean_name("\u0A15" + times(5, "\u0A70")).error() == errc::text_forbidden);
}

TEST_CASE("white space of both kinds goes from the ends together")
{
    REQUIRE(clean_name("\u00A0\nAna\n\u00A0") == "Ana");
    REQUIRE(clean_name("Ana\u00A0\nBob").error() == errc::text_forbidden);
}

TEST_CASE("letters under towers of marks are refused")
{
    constexpr sample towers[] = {
        {"Latin marks", "Z\u0337\u0328\u031B\u034E\u0321a"},
        {"signs for symbols", "a\u20D0\u20D1\u20D2\u20D3\u20D4"},
        {"Cyrillic thousands", "a\u0488\u0489\u0488\u0489\u0488"},
        {"Thai tones", "\u0E01\u0E49\u0E49\u0E49\u0E49\u0E49"},
        {"Devanagari viramas", "\u0915\u094D\u094D\u094D\u094D\u094D"},
        {"blocks mixed", "a\u0301\u1AB0\u1DC0\u20D0\uFE20"},
    };
    for (const auto& s : towers)
        require_forbidden(s);
}

TEST_CASE("a mark without a letter below it is refused")
{
    REQUIRE(clean_name("\u0301Ana").error() == errc::text_forbidden);
    REQUIRE(clean_name("Ana \u0301Maria").error() == errc::text_forbidden);
}

// --- Bytes

TEST_CASE("what is no UTF-8 is refused")
{
    constexpr sample broken[] = {
        {"a continuation byte alone", "\x80"},
        {"overlong NUL", "\xC0\x80"},
        {"overlong, two bytes", "\xC1\xBF"},
        {"overlong slash, three bytes", "\xE0\x80\xAF"},
        {"overlong, three bytes", "\xE0\x9F\xBF"},
        {"overlong, four bytes", "\xF0\x8F\xBF\xBF"},
        {"the first surrogate", "\xED\xA0\x80"},
        {"the last surrogate", "\xED\xBF\xBF"},
        {"an emoji as two surrogates", "\xED\xA0\xBD\xED\xB1\x8D"},
        {"beyond the last code point", "\xF4\x90\x80\x80"},
        {"a sequence of five bytes", "\xF8\x88\x80\x80\x80"},
        {"a byte that never occurs", "\xFE"},
        {"another byte that never occurs", "\xFF"},
        {"two bytes cut", "\xC3"},
        {"three bytes cut", "\xE2\x82"},
        {"four bytes cut", "\xF0\x9F\x91"},
        {"cut by a letter", "\xE2\x82z"},
        {"Latin-1", "Jos\xE9 Maria"},
    };
    for (const auto& s : broken)
    {
        CAPTURE(s.what);
        REQUIRE(clean_name(s.text).error() == errc::text_not_utf8);
        REQUIRE(clean_name("Ana " + std::string(s.text)).error() == errc::text_not_utf8);
    }
}

TEST_CASE("what is no UTF-8 is called so whatever else is wrong")
{
    REQUIRE(clean_name("\x01\xFF").error() == errc::text_not_utf8);
    REQUIRE(clean_name(times(1000, "a") + "\xFF").error() == errc::text_not_utf8);
}

// --- Bounds

TEST_CASE("a name has at most 64 code points")
{
    REQUIRE(clean_name(times(64, "a")).has_value());
    REQUIRE(clean_name(times(65, "a")).error() == errc::text_too_long);
}

TEST_CASE("a name of 64 code points may have 256 bytes")
{
    REQUIRE(clean_name(times(64, face)).value().size() == 256);
    REQUIRE(clean_name(times(65, face)).error() == errc::text_too_long);
}

TEST_CASE("a text is bounded by its bytes, too")
{
    REQUIRE(clean_text("€€", {10, 6}).has_value());
    REQUIRE(clean_text("€€", {10, 5}).error() == errc::text_too_long);
}

TEST_CASE("a space inside a text counts as a code point")
{
    REQUIRE(clean_name(times(62, "a") + " b").has_value());
    REQUIRE(clean_name(times(63, "a") + " b").error() == errc::text_too_long);
}

TEST_CASE("white space that goes does not count")
{
    REQUIRE(clean_name(times(300, " ") + times(64, "a") + times(300, " ")).has_value());
    REQUIRE(clean_name("a" + times(300, "\u3000") + "b") == "a b");
}

TEST_CASE("a title has at most 200 code points")
{
    REQUIRE(clean_text(times(200, "a"), title_bounds).has_value());
    REQUIRE(clean_text(times(200, face), title_bounds).value().size() == 800);
    REQUIRE(clean_text(times(201, "a"), title_bounds).error() == errc::text_too_long);
}

TEST_CASE("a text that is both forbidden and too long is called forbidden")
{
    REQUIRE(clean_name(times(65, "a") + "\u202Ez").error() == errc::text_forbidden);
}

} // namespace
} // namespace pajthy
