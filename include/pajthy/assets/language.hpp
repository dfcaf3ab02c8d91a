// Which language a reader wants (RFC 9110 section 12.5.4, RFC 4647 section 3.4).
#pragma once

#include <span>
#include <string_view>

namespace pajthy
{

/// What somebody reads: what was chosen on the page goes before what the browser asks for.
struct reader_languages
{
    std::string_view chosen; // a tag; empty for none
    std::string_view accept; // Accept-Language
};

/// That of `offered` which the reader likes best; the first one if there is none. A range fits a
/// tag that goes on behind it, and the other way about: `pt` and `pt-PT` fit `pt-BR` where nothing
/// is nearer. `offered` is not empty, and has a primary language once.
std::string_view language_for(const reader_languages& reader,
                              std::span<const std::string_view> offered);

/// What `chosen` is in a Cookie field; empty if nothing was.
std::string_view chosen_language(std::string_view cookie);

} // namespace pajthy
