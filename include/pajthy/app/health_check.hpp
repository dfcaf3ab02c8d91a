// Asks a running server whether it is well: for containers, which have nothing else to ask with.
#pragma once

#include <pajthy/app/options.hpp>

#include <optional>
#include <string>

namespace pajthy
{

/// Nothing if the server that runs with these options on this machine answers `{base}/healthz` with
/// 200 within a few seconds. Else what was asked, and why that is no answer, in one line.
std::optional<std::string> health_problem(const options& o);

} // namespace pajthy
