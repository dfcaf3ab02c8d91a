#include <pajthy/wire/view.hpp>

#include "json.hpp"

namespace pajthy
{
namespace
{

void add_settings(json_object& out, const session_settings& settings)
{
    switch (settings.results)
    {
    case results_for::everybody: break;
    case results_for::counts: out.text("Results", "counts"); break;
    case results_for::controllers: out.text("Results", "controllers"); break;
    }
    if (settings.lasts.count() != 0)
        out.number("Seconds", static_cast<std::size_t>(settings.lasts.count()));
}

void add_for_controller(json_object& out, const session& s, unix_time now, const clock_map& dates)
{
    const auto people = participants_of(s, now, dates);
    add_participants(out, people);
    if (!s.round().ends()) // else it stands beside that
        add_now(out, people);
    if (s.open())
        add_hidden_votes(out, s.seats().voted());
    else
        add_result(out, result_of(s), role::controller);
    if (s.topics().version() != 0)
        add_topics(out, s.topics().list(), s.topics().version());
    if (!s.rounds().rounds().empty())
        out.number("Rounds", s.rounds().rounds().size());
    if (!s.undo_slot().offer(now))
        return;
    auto undo = out.object("Undo");
    add_undo(undo, undo_of(s, now));
}

void add_for_voter(json_object& out, const session& s, unix_time now, const clock_map& dates)
{
    const auto state = s.seats().progress(s.open() ? max_waiting_names : 0);
    if (s.open())
        add_progress(out, state);
    else
    {
        add_counts(out, state);
        add_result(out, result_of(s), role::voter);
    }
    add_seats(out, seats_of(s));
    if (const auto rungs = agreed_so_far(s); !rungs.empty())
        add_ladder(out, rungs);
    if (s.control().stage() == leadership_stage::led)
        return;
    auto control = out.object("Control");
    add_control(control, control_of(s, now, dates));
}

} // namespace

std::string view_text(const session& s, viewer who, unix_time now, const clock_map& dates)
{
    json_text text;
    {
        json_object out(text);
        out.text("Title", s.title());
        out.texts("Choices", s.deck().choices());
        out.truth("Open", s.open());
        out.number("Round", s.round().number());
        add_settings(out, s.settings());
        add_topic(out, s.round().topic(), s.round().attempt());
        add_timer(out, timer_of(s, now, dates));
        if (!s.round().questions().empty())
            add_questions(out, questions_of(s));
        if (s.locked())
            out.truth("Locked", true);
        if (who.control_key)
            out.number("ControlKeys", s.control_keys().size());
        switch (who.role)
        {
        case role::controller: add_for_controller(out, s, now, dates); break;
        case role::voter: add_for_voter(out, s, now, dates); break;
        }
        if (who.seat && s.seats().find(*who.seat) != nullptr)
            add_you(out, you_of(s, *who.seat));
    }
    return text.take();
}

} // namespace pajthy
