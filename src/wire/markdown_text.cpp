#include "markdown_text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace pajthy
{
namespace
{

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// --- What is more than text on GitHub and GitLab

// Those look for names, issues and commits in what is shown, so that neither a backslash nor an
// entity stops them. A comment does: the text around it is in two pieces, and reads as one.
constexpr std::string_view cut = "<!-- -->";

// `@name`, `#12` (also of `owner/app#12`), `!12`, `&12`, and `-12` of `GH-12`.
bool refers(std::string_view text, std::size_t at)
{
    if (at + 1 == text.size())
        return false;
    const char next = text[at + 1];
    switch (text[at])
    {
    case '@': return is_word(next);
    case '#':
    case '!':
    case '&': return is_digit(next);
    case '-':
        return is_digit(next) && at >= 2 && (text[at - 2] == 'G' || text[at - 2] == 'g') &&
               (text[at - 1] == 'H' || text[at - 1] == 'h');
    }
    return false;
}

// The end of a word at `at` that could be the name of a commit; `at` if there is none.
std::size_t end_of_commit(std::string_view text, std::size_t at)
{
    constexpr std::size_t fewest = 7;
    if (at > 0 && is_word(text[at - 1]))
        return at;
    auto end = at;
    while (end < text.size() && is_hex(text[end]))
        ++end;
    return end - at < fewest || (end < text.size() && is_word(text[end])) ? at : end;
}

std::string plain_text(std::string_view text)
{
    constexpr std::string_view special = "\\`*_~[]<>|#&@$!";
    constexpr std::size_t longest_piece = 6; // of a commit, which nobody takes for one any more
    std::string out;
    std::size_t commit = 0;
    std::size_t commit_end = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
    {
        if (const auto end = end_of_commit(text, i); end > i)
        {
            commit = i;
            commit_end = end;
        }
        if (i < commit_end && i > commit && (i - commit) % longest_piece == 0)
            out.append(cut);
        if (special.find(text[i]) != std::string_view::npos)
            out.push_back('\\');
        out.push_back(text[i]);
        if (refers(text, i))
            out.append(cut);
    }
    return out;
}

// --- Links

// Up to where an address of the web at the beginning of `text` reaches; 0 if there is none.
std::size_t length_of_address(std::string_view text)
{
    constexpr std::string_view schemes[] = {"https://", "http://"};
    const auto* const scheme = std::find_if(std::begin(schemes), std::end(schemes),
                                            [&](auto s) { return text.starts_with(s); });
    if (scheme == std::end(schemes))
        return 0;
    auto length = std::min(text.find_first_of(" <>\"`"), text.size());
    // What ends a sentence, or what the address is set in, is no part of it.
    while (length > scheme->size())
    {
        const auto address = text.substr(0, length);
        const char last = address.back();
        const bool closes = (last == ')' && std::count(address.begin(), address.end(), '(') <
                                                std::count(address.begin(), address.end(), ')')) ||
                            (last == ']' && std::count(address.begin(), address.end(), '[') <
                                                std::count(address.begin(), address.end(), ']'));
        if (!closes && std::string_view(".,;:!?'*_~|").find(last) == std::string_view::npos)
            break;
        --length;
    }
    return length > scheme->size() ? length : 0;
}

// With nothing in it that would end a cell, a link or an address before its end.
std::string safe_address(std::string_view address)
{
    std::string out;
    for (const char c : address)
    {
        if (c == '|')
            out.append("%7C");
        else if (c == '\\')
            out.append("%5C");
        else
            out.push_back(c);
    }
    return out;
}

// `[label](address)`
struct markdown_link
{
    std::string_view label;
    std::string_view address;
    std::size_t length;
};

std::optional<markdown_link> link_at(std::string_view text)
{
    if (!text.starts_with('['))
        return std::nullopt;
    const auto middle = text.find("](");
    if (middle == std::string_view::npos || middle < 2)
        return std::nullopt;
    const auto label = text.substr(1, middle - 1);
    const auto rest = text.substr(middle + 2);
    const auto address = rest.substr(0, length_of_address(rest));
    // Something may stand behind the address: a title, which is not kept.
    const auto end = rest.find(')', address.size());
    const bool is_whole = end == address.size() || (end != std::string_view::npos &&
                                                    rest.substr(address.size()).starts_with(" \""));
    if (address.empty() || !is_whole || label.find('[') != std::string_view::npos)
        return std::nullopt;
    return markdown_link{label, address, middle + 2 + end + 1};
}

} // namespace

std::string markdown_text(std::string_view text)
{
    std::string out;
    std::size_t plain = 0; // from where on nothing has been written
    for (std::size_t i = 0; i < text.size();)
    {
        const auto rest = text.substr(i);
        const bool begins = i == 0 || !is_word(text[i - 1]);
        const auto link = link_at(rest);
        const auto length = link ? link->length : begins ? length_of_address(rest) : 0;
        if (length == 0)
        {
            ++i;
            continue;
        }
        out.append(plain_text(text.substr(plain, i - plain)));
        if (link)
            out.append("[").append(plain_text(link->label)).append("](<");
        else
            out.append("<");
        out.append(safe_address(link ? link->address : rest.substr(0, length)));
        out.append(link ? ">)" : ">");
        i += length;
        plain = i;
    }
    return out.append(plain_text(text.substr(plain)));
}

} // namespace pajthy
