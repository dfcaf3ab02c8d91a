// Pages that are sent with something in them that is known by then.
//
// Such a page ends within its last element, and so do its encodings: they are flushed and not
// finished. What comes behind goes in as it is: that takes no compressor, and no time.
#pragma once

#include <string>
#include <string_view>

namespace pajthy
{

/// How such a page ends: in a data block, which no browser runs.
inline constexpr std::string_view open_block = R"(<script type="application/json" id="view">)";

/// `json` as it may stand in a data block, and all that closes the page behind it.
std::string closing(std::string_view json);

/// A gzip stream (RFC 1952) that was begun with `begun`, which stands for `plain`, and goes on with
/// `rest`.
std::string finished_gzip(std::string_view begun, std::string_view plain, std::string_view rest);

/// The same of a brotli stream (RFC 7932).
std::string finished_brotli(std::string_view begun, std::string_view rest);

} // namespace pajthy
