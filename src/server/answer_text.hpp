// The head of an answer as it goes over the wire.
#pragma once

#include "site.hpp"

#include <string>

namespace pajthy
{

/// Status line and fields up to and with the empty line; with the fields that every answer has.
std::string head_text(const site_answer& answer, bool keep_alive);

} // namespace pajthy
