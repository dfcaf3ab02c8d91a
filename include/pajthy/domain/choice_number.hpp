// What a choice counts for.
#pragma once

#include <optional>
#include <string_view>

namespace pajthy
{

/// The number that is written on a choice; nothing for any other text. `choice` must be clean (see
/// text.hpp).
///
/// Digits may be of any script, and the point may be a comma: `0.5`, `0,5`. Fractions may be
/// written with a slash or be a sign, and stand behind a whole number: `1/2`, `½`, `1½`, `1 1/2`. A
/// minus may stand before all of it. A comma before three digits, as in `1,000`, could also part
/// thousands: that is no number, but `0,125` is one.
std::optional<double> number_on(std::string_view choice);

/// `?`, `☕`, `∞` and pass, in whatever width and capitals, or as the emoji of the same sign: a vote
/// that says "I don't say". Neither mean nor median count it.
bool is_abstention(std::string_view choice);

} // namespace pajthy
