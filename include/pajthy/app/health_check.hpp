// Asks a running server whether it is well: for containers, which have nothing else to ask with.
#pragma once

#include <pajthy/app/options.hpp>

namespace pajthy
{

/// Whether the server that runs with these options on this machine answers `{base}/healthz` with
/// 200 within a few seconds.
bool is_healthy(const options& o);

} // namespace pajthy
