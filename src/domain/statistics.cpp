#include <pajthy/domain/choice_number.hpp>
#include <pajthy/domain/statistics.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

namespace pajthy
{
namespace
{

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

// The choices of a deck that are no abstentions, from the lowest to the highest.
class value_order
{
public:
    explicit value_order(const deck& of)
    {
        choice_index next = 0;
        for (const auto choice : of.choices())
        {
            const choice_index index = next++;
            if (is_abstention(choice))
                continue;
            values_.push_back({index, choice, number_on(choice)});
        }
        const auto has_number = [](const value& v) { return v.number.has_value(); };
        is_numeric_ = std::all_of(values_.begin(), values_.end(), has_number);
        if (is_numeric_)
            std::sort(values_.begin(), values_.end(), is_lower);
        ranks_.resize(next);
        for (std::size_t rank = 0; rank < values_.size(); ++rank)
            ranks_[values_[rank].index] = rank;
    }

    bool is_numeric() const noexcept { return is_numeric_; }
    std::size_t size() const noexcept { return values_.size(); }

    /// Nothing for an abstention.
    std::optional<std::size_t> rank_of(choice_index c) const { return ranks_[c]; }

    std::string choice_at(std::size_t rank) const { return std::string(values_[rank].choice); }
    std::optional<double> number_at(std::size_t rank) const { return values_[rank].number; }

    /// There must be a choice with a number.
    std::string nearest_to(double mean) const
    {
        const value* best = nullptr;
        const auto distance = [&](const value& v) { return std::abs(*v.number - mean); };
        for (const value& v : values_)
        {
            if (!v.number)
                continue;
            if (best == nullptr || distance(v) < distance(*best) ||
                (distance(v) == distance(*best) && *v.number > *best->number))
                best = &v;
        }
        return std::string(best->choice);
    }

private:
    struct value
    {
        choice_index index;
        std::string_view choice;
        std::optional<double> number;
    };

    // By number, and where two choices have the same one by index.
    static bool is_lower(const value& a, const value& b)
    {
        return *a.number != *b.number ? *a.number < *b.number : a.index < b.index;
    }

    std::vector<value> values_;
    std::vector<std::optional<std::size_t>> ranks_; // by choice
    bool is_numeric_ = false;
};

choice_range range_between(const value_order& order, std::size_t low, std::size_t high)
{
    return {order.choice_at(low), order.choice_at(high), high - low};
}

// What can be said of choices without any number on them; `ranks` is not empty.
void add_places(statistics& to, const value_order& order, std::vector<std::size_t> ranks)
{
    std::sort(ranks.begin(), ranks.end());
    to.range = range_between(order, ranks.front(), ranks.back());

    std::vector<std::size_t> counts(order.size());
    for (const auto rank : ranks)
        ++counts[rank];
    const auto most = *std::max_element(counts.begin(), counts.end());
    for (std::size_t rank = 0; rank < counts.size(); ++rank)
    {
        if (counts[rank] == most)
            to.modes.push_back(order.choice_at(rank));
    }
    if (ranks.size() > 1)
        to.agreement = static_cast<unsigned>(
            std::lround(100.0 * static_cast<double>(most) / static_cast<double>(ranks.size())));
    if (order.is_numeric())
        return;
    const auto lower = ranks[(ranks.size() - 1) / 2];
    const auto upper = ranks[ranks.size() / 2];
    to.middle.push_back(order.choice_at(lower));
    if (lower != upper)
        to.middle.push_back(order.choice_at(upper));
}

} // namespace

statistics statistics_of(const deck& of, const std::vector<choice_index>& votes)
{
    const value_order order(of);
    statistics out;
    std::vector<std::size_t> ranks;
    std::vector<double> numbers;
    for (const choice_index chosen : votes)
    {
        const auto rank = order.rank_of(chosen);
        if (!rank)
        {
            ++out.abstentions;
            continue;
        }
        ++out.votes;
        ranks.push_back(*rank);
        if (const auto number = order.number_at(*rank))
            numbers.push_back(*number);
    }
    if (!numbers.empty() && numbers.size() == out.votes)
    {
        out.mean = mean_of(numbers);
        out.median = median_of(std::move(numbers));
        out.nearest = order.nearest_to(*out.mean);
    }
    if (!ranks.empty())
        add_places(out, order, std::move(ranks));
    return out;
}

std::optional<choice_range> range_of(const deck& of, const std::vector<choice_index>& votes)
{
    const value_order order(of);
    std::optional<std::size_t> low;
    std::optional<std::size_t> high;
    for (const choice_index chosen : votes)
    {
        const auto rank = order.rank_of(chosen);
        if (!rank)
            continue;
        low = std::min(low.value_or(*rank), *rank);
        high = std::max(high.value_or(*rank), *rank);
    }
    if (!low)
        return std::nullopt;
    return range_between(order, *low, *high);
}

} // namespace pajthy
