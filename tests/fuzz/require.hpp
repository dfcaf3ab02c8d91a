// How a target says that the server broke a rule.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace pajthy::fuzz
{

/// Aborts with `rule` if it doesn't hold, so that the fuzzer keeps the input that broke it.
inline void require(bool holds, std::string_view rule)
{
    if (holds)
        return;
    std::cerr << "broken: " << rule << std::endl;
    std::abort();
}

} // namespace pajthy::fuzz
