// What this program is: its version, and the commit that it was built from.
#pragma once

#include <string_view>

namespace pajthy
{

/// The version by semver.org, such as "1.0.0".
[[nodiscard]] std::string_view program_version() noexcept;

/// The first twelve digits of the git commit that was checked out at the build, with nothing after
/// them; empty where it isn't known, as in a build from a tarball.
[[nodiscard]] std::string_view program_commit() noexcept;

} // namespace pajthy
