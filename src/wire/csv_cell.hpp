// A cell of a CSV file that spreadsheets open by a double click.
#pragma once

#include <string>
#include <string_view>

namespace pajthy
{

/// What a CSV file begins with, so that spreadsheets read it as UTF-8.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Adds a cell as it is: a number, a date or a heading of ours. Nothing for an empty one.
void add_csv_cell(std::string& to, std::string_view cell);

/// Adds a cell that somebody wrote. Numbers that every spreadsheet shows as they are written stay
/// numbers. Everything else stays exactly this text, however much it looks like a date or a
/// number, except that an apostrophe stands before a character that could begin a formula.
void add_csv_text(std::string& to, std::string_view text);

} // namespace pajthy
