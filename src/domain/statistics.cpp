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

// The cards of a deck that are no abstentions, from the lowest to the highest.
class value_order
{
public:
    explicit value_order(const deck& cards)
    {
        card next = 0;
        for (const auto face : cards.choices())
        {
            const card place = next++;
            if (is_abstention(face))
                continue;
            values_.push_back({place, face, number_on(face)});
        }
        const auto has_number = [](const value& v) { return v.number.has_value(); };
        is_numeric_ = std::all_of(values_.begin(), values_.end(), has_number);
        if (is_numeric_)
            std::sort(values_.begin(), values_.end(), is_lower);
        ranks_.resize(next);
        for (std::size_t rank = 0; rank < values_.size(); ++rank)
            ranks_[values_[rank].place] = rank;
    }

    bool is_numeric() const noexcept { return is_numeric_; }
    std::size_t size() const noexcept { return values_.size(); }

    /// Nothing for an abstention.
    std::optional<std::size_t> rank_of(card c) const { return ranks_[c]; }

    std::string face_at(std::size_t rank) const { return std::string(values_[rank].face); }
    std::optional<double> number_at(std::size_t rank) const { return values_[rank].number; }

    /// There must be a card with a number.
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
        return std::string(best->face);
    }

private:
    struct value
    {
        card place;
        std::string_view face;
        std::optional<double> number;
    };

    // By number, and where two cards have the same one by place.
    static bool is_lower(const value& a, const value& b)
    {
        return *a.number != *b.number ? *a.number < *b.number : a.place < b.place;
    }

    std::vector<value> values_;
    std::vector<std::optional<std::size_t>> ranks_; // by card
    bool is_numeric_ = false;
};

// What can be said of cards without any number on them; `ranks` is not empty.
void add_places(statistics& to, const value_order& order, std::vector<std::size_t> ranks)
{
    std::sort(ranks.begin(), ranks.end());
    to.range = card_range{order.face_at(ranks.front()), order.face_at(ranks.back()),
                          ranks.back() - ranks.front()};

    std::vector<std::size_t> counts(order.size());
    for (const auto rank : ranks)
        ++counts[rank];
    const auto most = *std::max_element(counts.begin(), counts.end());
    for (std::size_t rank = 0; rank < counts.size(); ++rank)
    {
        if (counts[rank] == most)
            to.modes.push_back(order.face_at(rank));
    }
    if (ranks.size() > 1)
        to.agreement = static_cast<unsigned>(
            std::lround(100.0 * static_cast<double>(most) / static_cast<double>(ranks.size())));
    if (order.is_numeric())
        return;
    const auto lower = ranks[(ranks.size() - 1) / 2];
    const auto upper = ranks[ranks.size() / 2];
    to.middle.push_back(order.face_at(lower));
    if (lower != upper)
        to.middle.push_back(order.face_at(upper));
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

statistics statistics_of(const deck& cards, const std::vector<card>& votes)
{
    const value_order order(cards);
    statistics out;
    std::vector<std::size_t> ranks;
    std::vector<double> numbers;
    for (const card chosen : votes)
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
    if (!numbers.empty())
    {
        out.mean = mean_of(numbers);
        out.median = median_of(std::move(numbers));
        out.nearest = order.nearest_to(*out.mean);
    }
    if (!ranks.empty())
        add_places(out, order, std::move(ranks));
    return out;
}

} // namespace pajthy
