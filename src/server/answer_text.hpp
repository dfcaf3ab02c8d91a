// The head of an answer as it goes over the wire.
#pragma once

#include "site.hpp"

#include <string>

namespace pajthy
{

/// Appends status line and fields up to and with the empty line; with the fields that every answer
/// has, and one for those that are known to go over TLS.
void append_head(std::string& to, const response& answer, bool keep_alive, bool secure);

} // namespace pajthy
