// Checks a running server. For containers, which have no other program for it.
#pragma once

#include <pajthy/app/options.hpp>

#include <optional>
#include <string>

namespace pajthy
{

/// Nothing if the server that runs with these options on this machine responds to `{base}/healthz`
/// with 200 within a few seconds. Otherwise one line with the URL and the problem.
std::optional<std::string> health_problem(const options& o);

} // namespace pajthy
