// The version of the program, and the commit that it was built from.
#pragma once

#include <string_view>

namespace pajthy
{

/// The version by semver.org, such as "1.0.0".
[[nodiscard]] std::string_view program_version() noexcept;

/// The first twelve digits of the git commit that was checked out at the build. Empty if it is not
/// known, as in a build from a tarball.
[[nodiscard]] std::string_view program_commit() noexcept;

} // namespace pajthy
