#include <pajthy/domain/choice_number.hpp>

#include "unicode.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

namespace pajthy
{
namespace
{

constexpr std::u32string_view minuses = U"-\u2212\uFE63\uFF0D";
constexpr std::u32string_view points = U".\uFF0E\u066B"; // the last is the Arabic one
constexpr std::u32string_view commas = U",\uFF0C";
constexpr std::u32string_view slashes = U"/\u2044\u2215\uFF0F";
constexpr std::u32string_view space = U" ";

constexpr std::string_view abstentions[] = {"?", "❓", "❔", "☕", "∞", "♾", "pass"};

// Reads a choice from its front to its end. What it returns is nothing as soon as it is no number.
class number_reader
{
public:
    explicit number_reader(const std::vector<code_point>& choice)
        : at_(choice.begin()), end_(choice.end())
    {}

    std::optional<double> read()
    {
        const bool negative = take(minuses);
        const auto value = positive();
        if (!value || at_ != end_ || !std::isfinite(*value))
            return std::nullopt;
        return negative ? 0 - *value : *value; // there is but one zero
    }

private:
    std::optional<double> positive()
    {
        if (at_ != end_ && fraction_of(*at_))
            return sign();
        const auto first = decimal();
        if (!first || at_ == end_)
            return first;
        if (take(slashes))
            return ratio_of(first, decimal());
        if (!was_whole_)
            return std::nullopt;
        return sum_of(first, part());
    }

    // What follows a whole number: `½`, ` ½` or ` 1/2`.
    std::optional<double> part()
    {
        const bool apart = take(space);
        if (at_ != end_ && fraction_of(*at_))
            return sign();
        if (!apart)
            return std::nullopt;
        const auto above = value_of(digits());
        return take(slashes) ? ratio_of(above, value_of(digits())) : std::nullopt;
    }

    // There must be one.
    std::optional<double> sign()
    {
        const auto parts = *fraction_of(*at_++);
        return ratio_of(value_of(parts.above),
                        value_of(parts.below.empty() ? digits() : parts.below));
    }

    std::optional<double> decimal()
    {
        auto text = digits();
        const auto whole = text.size();
        const bool by_comma = take(commas);
        was_whole_ = !by_comma && !take(points);
        if (was_whole_)
            return value_of(text);
        const auto behind = digits();
        constexpr std::size_t digits_of_thousands = 3;
        if (by_comma && behind.size() == digits_of_thousands && whole != 0 && text.front() != '0')
            return std::nullopt;
        if (whole == 0 && behind.empty())
            return std::nullopt;
        return value_of(text.append(".").append(behind));
    }

    std::string digits()
    {
        std::string out;
        for (; at_ != end_; ++at_)
        {
            const auto digit = digit_of(*at_);
            if (!digit)
                break;
            out.push_back(static_cast<char>('0' + *digit));
        }
        return out;
    }

    bool take(std::u32string_view any)
    {
        if (at_ == end_ || any.find(static_cast<char32_t>(*at_)) == std::u32string_view::npos)
            return false;
        ++at_;
        return true;
    }

    static std::optional<double> value_of(std::string_view text)
    {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc() ? std::optional(value) : std::nullopt;
    }

    static std::optional<double> ratio_of(std::optional<double> above, std::optional<double> below)
    {
        return above && below && *below != 0 ? std::optional(*above / *below) : std::nullopt;
    }

    static std::optional<double> sum_of(std::optional<double> whole, std::optional<double> part)
    {
        return whole && part ? std::optional(*whole + *part) : std::nullopt;
    }

    std::vector<code_point>::const_iterator at_;
    std::vector<code_point>::const_iterator end_;
    bool was_whole_ = false; // the last decimal: no point in it
};

} // namespace

// Decomposed is as good as composed here: nothing that a number is written with differs.
std::optional<double> number_on(std::string_view choice)
{
    const auto all = decomposed(choice);
    return all ? number_reader(*all).read() : std::nullopt;
}

bool is_abstention(std::string_view choice)
{
    return std::find(std::begin(abstentions), std::end(abstentions), folded(choice)) !=
           std::end(abstentions);
}

} // namespace pajthy
