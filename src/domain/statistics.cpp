#include <pajthy/domain/statistics.hpp>

#include <boost/algorithm/string/predicate.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <utility>

namespace pajthy
{
namespace
{

constexpr std::pair<std::string_view, double> vulgar_fractions[] = {
    {"½", 0.5},     {"¼", 0.25},    {"¾", 0.75},    {"⅓", 1.0 / 3},
    {"⅔", 2.0 / 3}, {"⅛", 1.0 / 8}, {"⅕", 1.0 / 5},
};

constexpr std::string_view pass = "pass"; // in capitals or not

// Digits with an optional decimal point, nothing else: no sign, no exponent, no "inf".
std::optional<double> decimal(std::string_view text)
{
    if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos)
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<double> ratio(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto above = decimal(text.substr(0, slash));
    const auto below = decimal(text.substr(slash + 1));
    if (!above || !below || *below == 0)
        return std::nullopt;
    return *above / *below;
}

std::optional<double> with_vulgar_fraction(std::string_view text)
{
    for (const auto& [sign, value] : vulgar_fractions)
    {
        if (!text.ends_with(sign))
            continue;
        const auto before = text.substr(0, text.size() - sign.size());
        if (before.empty())
            return value;
        const auto whole = decimal(before);
        return whole ? std::optional(*whole + value) : std::nullopt;
    }
    return std::nullopt;
}

double mean_of(const std::vector<double>& numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) /
           static_cast<double>(numbers.size());
}

double median_of(std::vector<double> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    const auto middle = numbers.size() / 2;
    if (numbers.size() % 2 != 0)
        return numbers[middle];
    return std::midpoint(numbers[middle - 1], numbers[middle]);
}

} // namespace

std::optional<double> number_on(std::string_view face)
{
    if (const auto value = decimal(face))
        return value;
    if (const auto value = ratio(face))
        return value;
    return with_vulgar_fraction(face);
}

bool is_abstention(std::string_view face)
{
    // The size first: to compare without regard to capitals asks for a locale.
    return face == "?" || face == "☕" || face == "☕\uFE0F" || face == "∞" ||
           (face.size() == pass.size() && boost::algorithm::iequals(face, pass));
}

statistics statistics_of(const std::vector<std::string_view>& faces)
{
    statistics out;
    std::vector<double> numbers;
    for (const auto face : faces)
    {
        if (is_abstention(face))
        {
            ++out.abstentions;
            continue;
        }
        ++out.votes;
        if (const auto number = number_on(face))
            numbers.push_back(*number);
    }
    if (!numbers.empty())
    {
        out.mean = mean_of(numbers);
        out.median = median_of(std::move(numbers));
    }
    return out;
}

} // namespace pajthy
