// Text that somebody wrote, as it is to be in Markdown.
#pragma once

#include <string>
#include <string_view>

namespace pajthy
{

/// Reads as `text` wherever Markdown is shown, in a cell of a table, too. Addresses of the web and
/// Markdown's own links to them are links; nothing else does anything: it formats nothing, is no
/// HTML, and on GitHub or GitLab it calls nobody and refers to no issue or commit.
std::string markdown_text(std::string_view text);

} // namespace pajthy
