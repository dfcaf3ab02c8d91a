// What a finished round says in numbers.
#pragma once

#include <pajthy/domain/deck.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace pajthy
{

/// Two choices, and how many steps of the deck lie between them: 0 if they are the same.
struct choice_range
{
    std::string lowest;
    std::string highest;
    std::size_t spread = 0;

    friend bool operator==(const choice_range&, const choice_range&) = default;
};

/// Choices stand in the order of the deck's values: by number where every choice has one,
/// abstentions apart (a numeric deck), and otherwise as people see them (an ordinal one).
struct statistics
{
    std::size_t votes = 0; // real ones, abstentions apart
    std::size_t abstentions = 0;
    std::optional<double> mean;      // of all of them, if every one has a number
    std::optional<double> median;    // the same; the mid-point of the middle two if even
    std::vector<std::string> middle; // of an ordinal deck: the middle choice, or the two of them
    std::vector<std::string> modes;  // the most frequent choices, ties listed
    std::optional<choice_range> range;
    std::string nearest; // the choice nearest to the mean, the higher of two; empty without a mean
    std::optional<unsigned> agreement; // percent of the votes on a mode; from two votes on

    friend bool operator==(const statistics&, const statistics&) = default;
};

/// `votes`: what each voter chose of `of`, in any order.
statistics statistics_of(const deck& of, const std::vector<choice_index>& votes);

/// The same as in the statistics, for less.
std::optional<choice_range> range_of(const deck& of, const std::vector<choice_index>& votes);

} // namespace pajthy
