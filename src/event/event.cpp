#include <pajthy/event/event.hpp>

#include <string_view>

namespace pajthy
{

round_result result_of(const session& s)
{
    round_result out;
    out.names_for_voters = s.seats().size() <= most_seats_with_names;
    const auto votes = s.revealed();
    if (!votes)
        return out;

    std::vector<std::string_view> faces;
    faces.reserve(votes->size());
    out.votes.reserve(votes->size());
    for (const auto& vote : *votes)
    {
        faces.push_back(vote.face);
        out.votes.emplace_back(vote.name, vote.face);
    }
    out.statistics = statistics_of(faces);
    return out;
}

event::participants_change participants_of(const session& s, time_point now)
{
    event::participants_change out;
    out.participants.reserve(s.seats().size());
    for (const seat& someone : s.seats())
    {
        out.participants.push_back(someone.name());
        if (someone.away(now))
            out.away.push_back(someone.name());
    }
    return out;
}

std::vector<event::any> events_of(const changes& done, const session& s, time_point now)
{
    std::vector<event::any> out;
    if (done.opened)
        out.push_back(event::enabled{s.round(), s.progress(now, 0).of});
    if (done.reset)
    {
        out.push_back(event::reset{});
        out.push_back(event::vote{});
    }
    if (!done.revoked.empty())
        out.push_back(event::revoked{done.revoked});
    if (done.control_keys)
        out.push_back(event::control_keys{s.control_keys()});
    if (done.removed)
        out.push_back(event::kicked{*done.removed});
    if (done.seats)
        out.push_back(participants_of(s, now));
    if (done.votes)
        out.push_back(event::vote{s.voted()});
    if (done.closed || done.results)
        out.push_back(event::disabled{result_of(s)});
    return out;
}

} // namespace pajthy
