// How long a test waits for what should come at once.
#pragma once

#include <chrono>

namespace pajthy::test
{

inline constexpr std::chrono::seconds timeout{10};

/// A timeout that begins when this is made.
class deadline
{
public:
    bool passed() const { return std::chrono::steady_clock::now() >= end_; }

private:
    std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::now() + timeout;
};

} // namespace pajthy::test
