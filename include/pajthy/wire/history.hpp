// The rounds of a session that have ended, as files and as JSON.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>

#include <string>

namespace pajthy
{

/// `{"Title":"…","Choices":[…],"Rounds":[{"Round":1,"Topic":"…","Attempt":1,"Started":…,"Ended":…,
/// "Votes":{…},"Statistics":{…},"Agreed":"…"},…],"Now":…}`, the oldest first; `Topic` and `Agreed`
/// only where there is one, dates in milliseconds since 1970, by the clock that says `Now`.
std::string history_json(const session& s, unix_time now, const clock_map& dates);

/// RFC 4180, with a header: a line for each round and, at its end, a column for each voter. What a
/// spreadsheet would take for a formula has an apostrophe before it.
std::string history_csv(const session& s, const clock_map& dates);

/// A heading and a table.
std::string history_markdown(const session& s, const clock_map& dates);

} // namespace pajthy
