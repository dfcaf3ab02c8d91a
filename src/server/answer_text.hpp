// The head of an answer as it goes over the wire.
#pragma once

#include "site.hpp"

#include <string>
#include <string_view>

namespace pajthy
{

/// Appends status line and fields up to and with the empty line; with the fields that every answer
/// has, and with Connection and Strict-Transport-Security where there is a value for them.
void append_head(std::string& to, const response& answer, std::string_view connection,
                 std::string_view hsts);

} // namespace pajthy
