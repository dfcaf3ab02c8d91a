#include "json.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

void add_votes(json_object& to, const named_votes& votes)
{
    auto out = to.object("Votes");
    for (const auto& [name, choice] : votes)
        out.text(name, choice);
}

void add_counts_by_choice(json_object& to, const choice_counts& counts)
{
    auto out = to.object("Counts");
    for (const auto& [choice, count] : counts)
        out.number(choice, count);
}

// Of a round_result or an earlier_result.
void add_ballots(json_object& to, const auto& result, reveal how_much)
{
    if (how_much == reveal::names)
        add_votes(to, result.votes);
    else
        add_counts_by_choice(to, result.counts);
}

std::string_view name_of(leadership_stage state)
{
    switch (state)
    {
    case leadership_stage::led: return "led";
    case leadership_stage::unled: return "unled";
    case leadership_stage::asked: return "asked";
    case leadership_stage::passed: return "passed";
    }
    return "";
}

std::string_view name_of(seat_state state)
{
    switch (state)
    {
    case seat_state::waiting: return "waiting";
    case seat_state::voted: return "voted";
    case seat_state::away: return "away";
    }
    return "";
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
    constexpr std::size_t max_digits = 20;
    make_room(max_digits);
    at_ = std::to_chars(at_, end_, number).ptr;
}

void json_text::grow(std::size_t bytes)
{
    const auto size = static_cast<std::size_t>(at_ - text_.data());
    text_.resize(std::max(size + bytes, 2 * text_.size()));
    at_ = text_.data() + size;
    end_ = text_.data() + text_.size();
}

std::string two_decimals(double value)
{
    std::array<char, 352> digits; // the longest double has 309 digits before the point
    // Halves away from zero, as people do it; what is larger has no decimals to round. There is but
    // one zero.
    const double rounded = std::abs(value) < 1e15 ? std::round(value * 100) / 100 + 0.0 : value;
    // std::to_chars would bring 130 kB of tables.
    const int size = std::snprintf(digits.data(), digits.size(), "%.2f", rounded);
    return {digits.data(), static_cast<std::size_t>(size)};
}

void add_result(json_object& to, const round_result& result, role r)
{
    const auto how_much = r == role::controller ? reveal::names : result.for_voters;
    if (how_much == reveal::nothing)
        return;
    add_ballots(to, result, how_much);
    if (result.votes.empty())
        return;
    add_statistics(to, result.statistics);
    to.number("Asked", result.asked);
    if (how_much == reveal::names && !result.first.empty())
        to.texts("First", result.first);
    if (result.before)
    {
        // The room may have been a larger one then.
        const bool had_many = result.before->votes.size() > max_seats_with_names;
        auto before = to.object("Before");
        add_ballots(before, *result.before,
                    r == role::voter && had_many ? reveal::counts : how_much);
        if (result.before->spread)
            before.number("Spread", *result.before->spread);
    }
    if (!result.agreed.empty())
        to.text("Agreed", result.agreed);
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
    if (!s.middle.empty())
        out.texts("Middle", s.middle);
    if (!s.modes.empty())
        out.texts("Modes", s.modes);
    if (s.range)
    {
        out.text("Lowest", s.range->lowest);
        out.text("Highest", s.range->highest);
        out.number("Spread", s.range->spread);
    }
    if (!s.nearest.empty())
        out.text("Nearest", s.nearest);
    if (s.agreement)
        out.number("Agreement", *s.agreement);
}

void add_hidden_votes(json_object& to, const text_list& voted)
{
    auto votes = to.object("Votes");
    for (const auto name : voted)
        votes.text(name, "*");
}

void add_counts(json_object& to, const progress& state)
{
    to.number("Voted", state.voted);
    to.number("Of", state.of);
}

void add_progress(json_object& to, const progress& state)
{
    add_counts(to, state);
    to.texts("Waiting", state.waiting);
}

void add_topics(json_object& to, const text_list& topics, std::uint32_t version)
{
    to.texts("Topics", topics);
    to.number("TopicsVersion", version);
}

void add_you(json_object& to, const event::you& you)
{
    to.number("Seat", you.seat);
    to.text("Name", you.name);
    if (you.own)
        to.text("Own", *you.own);
    else
        to.null("Own");
}

void add_topic(json_object& to, std::string_view topic, std::uint32_t attempt)
{
    if (!topic.empty())
        to.text("Topic", topic);
    if (attempt > 1)
        to.number("Attempt", attempt);
}

void add_timer(json_object& to, const std::optional<timer>& t)
{
    if (!t)
        return;
    if (t->rests)
    {
        to.number("Rests", static_cast<std::size_t>(t->rests->count()));
        return;
    }
    to.date("EndsAt", t->ends);
    to.date("Now", t->now);
}

void add_questions(json_object& to, const event::question& e)
{
    to.array("Questions", e.asking,
             [](json_text& out, const public_question& one)
             {
                 out.put(R"({"Seat":)");
                 out.put_number(one.number);
                 out.put(R"(,"Name":)");
                 out.put_quoted(one.name);
                 out.put('}');
             });
}

void add_ladder(json_object& to, const ladder& rungs)
{
    auto out = to.object("Ladder");
    for (const rung& one : rungs)
        out.texts(one.choice, one.topics);
}

void add_seats(json_object& to, const seat_table& seats)
{
    if (!seats)
        return;
    to.array("Seats", *seats,
             [](json_text& out, const public_seat& one)
             {
                 out.put(R"({"Seat":)");
                 out.put_number(one.number);
                 out.put(R"(,"Name":)");
                 out.put_quoted(one.name);
                 out.put(R"(,"State":")");
                 out.put(name_of(one.state));
                 out.put(R"("})");
             });
}

void add_participants(json_object& to, const event::participants_change& people)
{
    to.texts("Participants", people.participants);
    to.numbers("Numbers", people.numbers);
    to.texts("Away", people.away);
    if (people.away.empty())
        return;
    auto since = to.object("Since");
    for (std::size_t i = 0; i < people.away.size(); ++i)
        since.date(people.away[i], people.since[i]);
}

void add_now(json_object& to, const event::participants_change& people)
{
    if (!people.away.empty())
        to.date("Now", people.now);
}

void add_undo(json_object& to, const event::undo& u)
{
    if (!u.what)
        return;
    switch (*u.what)
    {
    case undo_offer::kind::reset: to.text("What", "reset"); break;
    case undo_offer::kind::kick:
        to.text("What", "kick");
        to.text("Name", u.name);
        break;
    }
    to.number("Seconds", static_cast<std::size_t>(u.left.count()));
}

void add_control(json_object& to, const event::control& c)
{
    to.text("State", name_of(c.state));
    if (!c.by.empty())
        to.text("By", c.by);
    if (!c.passes)
        return;
    to.date("PassesAt", c.passes->ends);
    to.date("Now", c.passes->now);
}

} // namespace pajthy
