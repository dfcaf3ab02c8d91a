#include <pajthy/wire/view.hpp>

#include "json.hpp"

#include <boost/json/serialize.hpp>

namespace pajthy
{
namespace
{

namespace json = boost::json;

void add_for_controller(json::object& out, const session& s, time_point now)
{
    const auto people = participants_of(s, now);
    out.emplace("Participants", names_json(people.participants));
    out.emplace("Away", names_json(people.away));
    if (s.open())
        out.emplace("Votes", hidden_votes_json(voters_of(s)));
    else
        add_result(out, result_of(s), role::controller);
}

void add_for_voter(json::object& out, const session& s, time_point now)
{
    const auto state = s.progress(now, most_waiting_names);
    add_counts(out, state.voted, state.of);
    if (s.open())
        out.emplace("Waiting", names_json(state.waiting));
    else
        add_result(out, result_of(s), role::voter);
}

void add_own_vote(json::object& out, const session& s, seat_number own)
{
    const auto face = s.own_vote(own);
    out.emplace("Own", face ? json::value(*face) : json::value(nullptr));
}

} // namespace

std::string view_text(const session& s, viewer who, time_point now)
{
    json::object out;
    out.emplace("Title", s.title());
    out.emplace("Choices", names_json(s.cards().choices()));
    out.emplace("Open", s.open());
    out.emplace("Round", s.round());
    if (who.control_key)
        out.emplace("ControlKeys", s.control_keys());
    switch (who.role)
    {
    case role::controller: add_for_controller(out, s, now); break;
    case role::voter: add_for_voter(out, s, now); break;
    }
    if (who.seat)
        add_own_vote(out, s, *who.seat);
    return json::serialize(out);
}

} // namespace pajthy
