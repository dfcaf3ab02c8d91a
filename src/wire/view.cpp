#include <pajthy/wire/view.hpp>

#include "json.hpp"

namespace pajthy
{
namespace
{

void add_for_controller(json_object& out, const session& s, time_point now)
{
    const auto people = participants_of(s, now);
    out.texts("Participants", people.participants);
    out.texts("Away", people.away);
    if (s.open())
        add_hidden_votes(out, s.voted());
    else
        add_result(out, result_of(s), role::controller);
}

void add_for_voter(json_object& out, const session& s, time_point now)
{
    const auto state = s.progress(now, s.open() ? most_waiting_names : 0);
    add_counts(out, state.voted, state.of);
    if (s.open())
        out.texts("Waiting", state.waiting);
    else
        add_result(out, result_of(s), role::voter);
}

void add_own_vote(json_object& out, const session& s, seat_number own)
{
    if (const auto face = s.own_vote(own))
        out.text("Own", *face);
    else
        out.null("Own");
}

} // namespace

std::string view_text(const session& s, viewer who, time_point now)
{
    json_text text;
    {
        json_object out(text);
        out.text("Title", s.title());
        out.texts("Choices", s.cards().choices());
        out.truth("Open", s.open());
        out.number("Round", s.round());
        if (who.control_key)
            out.number("ControlKeys", s.control_keys());
        switch (who.role)
        {
        case role::controller: add_for_controller(out, s, now); break;
        case role::voter: add_for_voter(out, s, now); break;
        }
        if (who.seat)
            add_own_vote(out, s, *who.seat);
    }
    return text.take();
}

} // namespace pajthy
