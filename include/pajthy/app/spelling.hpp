// What somebody may have meant who wrote a name that there isn't.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// The one of `known` that differs in the fewest letters, which are added, left out or changed.
/// Empty if none is near enough to be a likely mistake.
std::string nearest(std::string_view name, const std::vector<std::string>& known);

} // namespace pajthy
