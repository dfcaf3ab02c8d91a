#include "json.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace pajthy
{
namespace
{

namespace json = boost::json;

// "4.33": as text, because the number of decimals is part of what is said.
std::string two_decimals(double value)
{
    std::array<char, 352> digits; // the longest double has 309 digits before the point
    // Halves away from zero, as people do it; what is larger has no decimals to round.
    const double rounded = value < 1e15 ? std::round(value * 100) / 100 : value;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded,
                                   std::chars_format::fixed, 2);
    return {digits.data(), end.ptr};
}

json::object votes_json(const round_result& result)
{
    json::object out;
    out.reserve(result.votes.size());
    for (const auto& [name, face] : result.votes)
        out.emplace(name, face);
    return out;
}

json::object counts_json(const round_result& result)
{
    json::object out;
    for (const auto& [name, face] : result.votes)
    {
        auto& count = out.emplace(face, 0).first->value();
        count = count.as_int64() + 1;
    }
    return out;
}

json::object statistics_json(const statistics& s)
{
    json::object out{{"Votes", s.votes}, {"Abstentions", s.abstentions}};
    if (s.mean)
        out.emplace("Mean", two_decimals(*s.mean));
    if (s.median)
        out.emplace("Median", two_decimals(*s.median));
    return out;
}

} // namespace

json::array names_json(const std::vector<std::string>& names)
{
    json::array out;
    out.reserve(names.size());
    for (const auto& name : names)
        out.emplace_back(name);
    return out;
}

json::object hidden_votes_json(const std::vector<std::string>& voted)
{
    json::object out;
    out.reserve(voted.size());
    for (const auto& name : voted)
        out.emplace(name, "*");
    return out;
}

void add_result(json::object& to, const round_result& result, role r)
{
    if (r == role::controller || result.names_for_voters)
        to.emplace("Votes", votes_json(result));
    else
        to.emplace("Counts", counts_json(result));
    if (!result.votes.empty())
        to.emplace("Statistics", statistics_json(result.statistics));
}

void add_counts(json::object& to, std::size_t voted, std::size_t of)
{
    to.emplace("Voted", voted);
    to.emplace("Of", of);
}

} // namespace pajthy
