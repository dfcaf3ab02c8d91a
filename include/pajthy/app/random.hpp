// Unguessable bytes from the operating system.
#pragma once

#include <cstdint>
#include <span>

namespace pajthy
{

/// Fills `bytes` from getrandom(2). Throws std::system_error if the system gives none: the program
/// must not go on then.
void fill_from_system(std::span<std::uint8_t> bytes);

} // namespace pajthy
