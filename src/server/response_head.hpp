// The head of a response as it goes over the wire.
#pragma once

#include "site.hpp"

#include <string>
#include <string_view>

namespace pajthy
{

/// Appends the status line and the fields, up to and including the empty line. Adds the fields that
/// every response has. Connection and Strict-Transport-Security are left out if they are empty.
void append_head(std::string& to, const response& what, std::string_view connection,
                 std::string_view hsts);

} // namespace pajthy
