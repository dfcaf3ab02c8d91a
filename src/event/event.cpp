#include <pajthy/event/event.hpp>

#include <string_view>
#include <utility>

namespace pajthy
{
namespace
{

reveal for_voters(const session& s)
{
    switch (s.settings().results)
    {
    case results_for::everybody:
        return s.seats().size() <= max_seats_with_names ? reveal::names : reveal::counts;
    case results_for::counts: return reveal::counts;
    case results_for::controllers: return reveal::nothing;
    }
    return reveal::nothing;
}

choice_counts counts_of(const deck& cards, const std::vector<choice_index>& chosen)
{
    std::vector<std::size_t> counts(cards.choices().size());
    for (const choice_index c : chosen)
        ++counts[c];
    choice_counts out;
    auto count = counts.begin();
    for (const auto choice : cards.choices())
    {
        if (*count != 0)
            out.emplace_back(choice, *count);
        ++count;
    }
    return out;
}

earlier_result earlier_result_of(const finished_round& r)
{
    earlier_result out;
    out.counts = counts_of(*r.deck, r.chosen);
    for (const auto& [name, choice] : votes_of(r))
        out.votes.emplace_back(name, choice);
    if (const auto range = range_of(*r.deck, r.chosen))
        out.spread = range->spread;
    return out;
}

event::enabled enabled_of(const session& s, bool restored, unix_time now, const clock_map& dates)
{
    return {.round = s.round().number(),
            .state = s.seats().progress(max_waiting_names),
            .topic = std::string(s.round().topic()),
            .attempt = s.round().attempt(),
            .timer = timer_of(s, now, dates),
            .restored = restored};
}

} // namespace

const std::array<event_traits, event_types>& all_event_traits() noexcept
{
    static constexpr auto all = []<std::size_t... I>(std::index_sequence<I...>)
    {
        return std::array{std::variant_alternative_t<I, session_event>::traits...};
    }
    (std::make_index_sequence<event_types>());
    return all;
}

audience audience_of(const session_event& e) noexcept
{
    const auto ask = [](const auto& one) -> audience
    {
        if constexpr (requires { one.to(); })
            return one.to();
        else
            return {one.traits.to};
    };
    return std::visit(ask, e);
}

round_result result_of(const session& s)
{
    round_result out;
    out.for_voters = for_voters(s);
    const auto votes = s.revealed();
    if (!votes || votes->empty())
        return out;

    std::vector<choice_index> chosen;
    chosen.reserve(votes->size());
    out.votes.reserve(votes->size());
    for (const auto& vote : *votes)
    {
        chosen.push_back(vote.chosen);
        out.votes.emplace_back(vote.name, vote.choice);
    }
    out.counts = counts_of(s.deck(), chosen);
    out.statistics = statistics_of(s.deck(), chosen);
    if (const auto* const before = s.rounds().find(s.round().attempt_before()))
        out.before = earlier_result_of(*before);
    const finished_round& shown = *s.rounds().find(s.round().number()); // the newest is kept
    out.agreed = shown.agreed;
    out.asked = shown.asked;
    if (shown.first)
        out.first = {out.votes[shown.first->low].first, out.votes[shown.first->high].first};
    return out;
}

seat_table seats_of(const session& s)
{
    if (s.seats().size() > max_seats_with_names)
        return std::nullopt;
    std::vector<public_seat> out;
    out.reserve(s.seats().size());
    for (const seat& someone : s.seats())
        out.push_back({someone.number(), someone.name(), someone.state()});
    return out;
}

event::participants_change participants_of(const session& s, unix_time now, const clock_map& dates)
{
    event::participants_change out;
    out.now = dates.date_of(now);
    out.participants.reserve(s.seats().size());
    out.numbers.reserve(s.seats().size());
    for (const seat& someone : s.seats())
    {
        out.participants.push_back(someone.name());
        out.numbers.push_back(someone.number());
        if (!someone.is_away())
            continue;
        out.away.push_back(someone.name());
        out.since.push_back(dates.date_of(*someone.lost_at()));
    }
    return out;
}

std::optional<timer> timer_of(const session& s, unix_time now, const clock_map& dates)
{
    if (const auto rests = s.round().rests())
        return timer{{}, {}, rests};
    if (!s.round().ends())
        return std::nullopt;
    return timer{dates.date_of(*s.round().ends()), dates.date_of(now)};
}

event::undo undo_of(const session& s, unix_time now)
{
    const auto offer = s.undo_slot().offer(now);
    if (!offer)
        return {};
    return {offer->what, std::string(offer->name),
            std::chrono::ceil<std::chrono::seconds>(offer->until - now)};
}

ladder agreed_so_far(const session& s)
{
    if (s.settings().results == results_for::controllers)
        return {};
    return ladder_of(s.deck(), s.rounds());
}

event::question questions_of(const session& s)
{
    event::question out;
    for (const seat_number number : s.round().questions())
        out.asking.push_back({number, s.seats().find(number)->name()});
    return out;
}

event::you you_of(const session& s, seat_number number)
{
    event::you out{number, s.seats().find(number)->name(), std::nullopt};
    if (const auto choice = s.own_vote(number))
        out.own = *choice;
    return out;
}

event::control control_of(const session& s, unix_time now, const clock_map& dates)
{
    event::control out{.state = s.control().stage()};
    if (const seat* const asker = s.seats().find(s.control().asker()))
        out.by = asker->name();
    if (out.state == leadership_stage::asked)
        out.passes =
            timer{dates.date_of(*s.control().ends(s.settings().waits)), dates.date_of(now)};
    return out;
}

std::vector<session_event> events_of(const changes& done, const session& s, unix_time now,
                                     const clock_map& dates)
{
    std::vector<session_event> out;
    out.reserve(4); // a vote becomes so many, with those that have a pace of their own
    if (done.opened)
        out.push_back(enabled_of(s, done.restored, now, dates));
    if (done.reset)
    {
        out.push_back(event::reset{});
        out.push_back(event::vote{});
    }
    if (done.deck)
        out.push_back(event::deck{s.deck().choices()});
    if (!done.revoked.empty())
        out.push_back(event::revoked{done.revoked});
    if (done.control_keys)
        out.push_back(event::control_keys{s.control_keys().size()});
    if (done.removed)
        out.push_back(event::kicked{*done.removed});
    if (done.seats)
        out.push_back(participants_of(s, now, dates));
    if (done.votes)
        out.push_back(event::vote{s.seats().voted()});
    if (done.question)
        out.push_back(questions_of(s));
    if (done.timer)
        out.push_back(event::timer_change{timer_of(s, now, dates)});
    if (done.closed || done.results)
        out.push_back(event::disabled{result_of(s)});
    if (done.agreed)
        out.push_back(event::agreed{*done.agreed, s.rounds().find(*done.agreed)->agreed,
                                    s.settings().results != results_for::controllers});
    if (done.title)
        out.push_back(event::title{s.title()});
    if (done.topics)
        out.push_back(event::topics{s.topics().list(), s.topics().version()});
    if (done.undo)
        out.push_back(undo_of(s, now));
    if (done.control)
        out.push_back(control_of(s, now, dates));
    if (done.door)
        out.push_back(event::door{s.locked()});
    for (const seat_number number : done.own)
        out.push_back(you_of(s, number));
    return out;
}

} // namespace pajthy
