// Keeps a log readable when the same line repeats.
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

/// Lets a line pass once in each `window`, and then says how many times it was held back.
class repeat_filter
{
public:
    static constexpr std::chrono::seconds window{10};

    /// Beyond this many different lines at a time, all other lines are held back and only counted.
    static constexpr std::size_t max_lines = 64;

    struct repeats
    {
        std::string line;
        std::size_t times;
    };

    /// Whether `line` may be written. If so, the same line is held back until `window` has passed.
    bool pass(std::string_view line, time_point now);

    /// The lines that were held back and whose `window` has passed. Forgets them.
    std::vector<repeats> due(time_point now);

    /// How many other lines were held back, if `window` has passed since the first of them. Forgets
    /// them.
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
