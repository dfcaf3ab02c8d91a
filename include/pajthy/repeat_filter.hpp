// Keeps a log readable when the same thing happens over and over.
#pragma once

#include <pajthy/clock.hpp>

#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// Lets a line pass once in a while, and says afterwards how often it was held back.
class repeat_filter
{
public:
    static constexpr std::chrono::seconds window{10};

    /// Beyond so many different lines at a time, others are held back and only counted.
    static constexpr std::size_t most_lines = 64;

    struct repeats
    {
        std::string line;
        std::size_t times;
    };

    /// Whether `line` may be written. If so, the same line is held back until `window` has passed.
    bool pass(std::string_view line, time_point now);

    /// What was held back and is due to be told; it is forgotten then.
    std::vector<repeats> due(time_point now);

    /// How many others were held back, once `window` has passed since the first of them; they are
    /// forgotten then.
    std::size_t others_due(time_point now);

private:
    struct record
    {
        time_point passed;
        std::size_t held_back = 0;
    };

    std::map<std::string, record, std::less<>> lines_;
    record others_{};
};

} // namespace pajthy
