// The rounds of a session that have ended, as files and as JSON.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/error.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// `{"Title":"…","Choices":[…],"Rounds":[{"Round":1,"Topic":"…","Attempt":1,"Started":…,"Ended":…,
/// "Votes":{…},"Statistics":{…},"Agreed":"…"},…],"Now":…}`, the oldest first; `Topic` and `Agreed`
/// only where there is one, dates in milliseconds since 1970, by the clock that says `Now`.
std::string history_json(const session& s, unix_time now, const clock_map& dates);

/// What stands above the columns of a table, those of the voters apart. They come from whoever
/// reads it, in the own language.
using history_headings = std::vector<std::string>;

/// What they are in English.
history_headings english_headings();

/// Each of `commas`, which has them with commas between. Fails with `bad_format` if they are not as
/// many as there are columns, or no clean text.
result<history_headings> read_headings(std::string_view commas);

/// RFC 4180, with a header: a line for each round and, at its end, a column for each voter. What a
/// spreadsheet would take for a formula has an apostrophe before it.
std::string history_csv(const session& s, const clock_map& dates,
                        const history_headings& headings = english_headings());

/// A title and a table.
std::string history_markdown(const session& s, const clock_map& dates,
                             const history_headings& headings = english_headings());

} // namespace pajthy
