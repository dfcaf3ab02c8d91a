// The gzip format (RFC 1952), of files that were packed when the program was built.
#pragma once

#include <string>
#include <string_view>

namespace pajthy
{

/// What was packed: one member, with no optional fields in its header. Throws std::bad_alloc.
std::string unpacked(std::string_view gzip);

} // namespace pajthy
