// What a finished round says in numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace pajthy
{

/// The number on a card: decimals, fractions such as `1/2`, and `½` and its like, also behind
/// digits (`2½`). Nothing for any other face.
std::optional<double> number_on(std::string_view face);

/// `?`, `☕`, `∞` and pass: a vote that says "I don't say". Neither mean nor median count it.
bool is_abstention(std::string_view face);

struct statistics
{
    std::size_t votes = 0; // real ones, abstentions apart
    std::size_t abstentions = 0;
    std::optional<double> mean;   // of the votes that are numbers, if there are any
    std::optional<double> median; // of the same; the mid-point of the middle two if even
};

/// `faces`: the face that each voter chose, in any order.
statistics statistics_of(const std::vector<std::string_view>& faces);

} // namespace pajthy
