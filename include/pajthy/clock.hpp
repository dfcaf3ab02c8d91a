// Time as the rules see it: a point on the steady clock, always passed in.
#pragma once

#include <chrono>
#include <functional>

namespace pajthy
{

using clock = std::chrono::steady_clock;
using time_point = clock::time_point;
using duration = clock::duration;

/// Where the handler and the server take the time from; tests put their own in.
using now_function = std::function<time_point()>;

} // namespace pajthy
