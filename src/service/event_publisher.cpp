#include <pajthy/service/event_publisher.hpp>

#include <string>
#include <variant>

namespace pajthy
{
namespace
{

// What of `to` has that role.
audience part_of(const audience& to, role r)
{
    using group = audience::group;
    if (to.who != group::everybody)
        return to;
    return {r == role::controller ? group::controllers : group::voters};
}

} // namespace

void event_publisher::publish(channel& to, vote_texts& votes,
                              const std::vector<session_event>& events, version seq)
{
    for (const auto& e : events)
        publish_one(to, votes, e, seq);
}

void event_publisher::publish_one(channel& to, vote_texts& votes, const session_event& e,
                                  version seq)
{
    const event_traits& traits = traits_of(e);
    auto& counted = counted_[e.index()];
    ++counted.events;
    if (std::holds_alternative<event::disabled>(e) || std::holds_alternative<event::reset>(e))
        votes.forget(); // the round is over
    const auto hearers = audience_of(e);
    for (const role r : {role::controller, role::voter})
    {
        if (!hearers.includes(r))
            continue;
        const auto some = part_of(hearers, r);
        if (!to.has(some))
            continue;
        const auto* const vote = std::get_if<event::vote>(&e);
        frame ready;
        ready.state = traits.is_state ? static_cast<state_number>(e.index() + 1) : reliable;
        ready.can_wait = traits.can_wait;
        ready.bytes = text_frame(vote != nullptr ? votes.next(*vote, seq) : frame_text(e, r, seq));
        const auto frames = to.send(some, ready);
        counted.frames += frames;
        counted.bytes += frames * ready.bytes->size();
        if (traits.disconnects)
            to.close(some, close_code::kicked);
    }
}

} // namespace pajthy
