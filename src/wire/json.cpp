#include "json.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

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

void add_votes(json_object& to, const round_result& result)
{
    auto votes = to.object("Votes");
    for (const auto& [name, face] : result.votes)
        votes.text(name, face);
}

void add_counts_by_choice(json_object& to, const round_result& result)
{
    std::vector<std::pair<std::string_view, std::size_t>> counts; // by the first vote for each
    for (const auto& [name, face] : result.votes)
    {
        const auto at = std::find_if(counts.begin(), counts.end(),
                                     [&](const auto& c) { return c.first == face; });
        if (at == counts.end())
            counts.emplace_back(face, 1);
        else
            ++at->second;
    }
    auto out = to.object("Counts");
    for (const auto& [face, count] : counts)
        out.number(face, count);
}

void add_statistics(json_object& to, const statistics& s)
{
    auto out = to.object("Statistics");
    out.number("Votes", s.votes);
    out.number("Abstentions", s.abstentions);
    if (s.mean)
        out.text("Mean", two_decimals(*s.mean));
    if (s.median)
        out.text("Median", two_decimals(*s.median));
}

bool is_plain(char c)
{
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
}

} // namespace

void json_text::put_quoted(std::string_view text)
{
    make_room(text.size() + 2);
    char* at = at_;
    *at++ = '"';
    for (const char c : text)
    {
        if (!is_plain(c))
        {
            put(boost::json::serialize(boost::json::string(text)));
            return;
        }
        *at++ = c;
    }
    *at++ = '"';
    at_ = at;
}

void json_text::put_number(std::size_t number)
{
    constexpr std::size_t most_digits = 20;
    make_room(most_digits);
    at_ = std::to_chars(at_, end_, number).ptr;
}

void json_text::grow(std::size_t bytes)
{
    const auto size = static_cast<std::size_t>(at_ - text_.data());
    text_.resize(std::max(size + bytes, 2 * text_.size()));
    at_ = text_.data() + size;
    end_ = text_.data() + text_.size();
}

void add_result(json_object& to, const round_result& result, role r)
{
    if (r == role::controller || result.names_for_voters)
        add_votes(to, result);
    else
        add_counts_by_choice(to, result);
    if (!result.votes.empty())
        add_statistics(to, result.statistics);
}

void add_hidden_votes(json_object& to, const text_list& voted)
{
    auto votes = to.object("Votes");
    for (const auto name : voted)
        votes.text(name, "*");
}

void add_counts(json_object& to, std::size_t voted, std::size_t of)
{
    to.number("Voted", voted);
    to.number("Of", of);
}

} // namespace pajthy
