// Suggests a known name for a misspelled one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// The one of `known` with the fewest letters added, left out or changed. Empty if none is similar
/// enough.
std::string nearest(std::string_view name, const std::vector<std::string>& known);

} // namespace pajthy
