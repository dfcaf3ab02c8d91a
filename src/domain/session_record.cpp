#include <pajthy/domain/session_record.hpp>
#include <pajthy/domain/text.hpp>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <memory>
#include <new>
#include <unordered_set>
#include <utility>

namespace pajthy
{
namespace
{

// No session counts so far, so counting on never overflows.
constexpr std::uint32_t max_number = 1u << 30;

// The end of the year 9999, which is the last that dates on the wire can have.
constexpr unix_time last_time{milliseconds(253'402'300'799'999)};

constexpr milliseconds max_wait = std::chrono::hours(24 * 366 * 100);

bool is_plausible(unix_time t)
{
    return t >= unix_time() && t <= last_time;
}

bool is_plausible(milliseconds wait)
{
    return wait >= milliseconds(0) && wait <= max_wait;
}

bool is_clean(const std::string& text, text_bounds bounds)
{
    const auto clean = clean_text(text, bounds);
    return clean.has_value() && *clean == text;
}

bool is_clean_or_empty(const std::string& text, text_bounds bounds)
{
    return text.empty() || is_clean(text, bounds);
}

template <class Range, class Of>
bool are_different(const Range& range, Of of)
{
    std::unordered_set<std::string_view> seen;
    return std::all_of(range.begin(), range.end(),
                       [&](const auto& one) { return seen.insert(of(one)).second; });
}

// Each number is greater than the one before, and none is greater than `last`.
template <class Range, class Of>
bool are_ascending(const Range& range, Of of, std::uint32_t last)
{
    std::uint32_t before = 0;
    return last < max_number &&
           std::all_of(range.begin(), range.end(),
                       [&](const auto& one) { return std::exchange(before, of(one)) < of(one); }) &&
           before <= last;
}

bool is_within(std::size_t size, std::size_t max)
{
    return max == 0 || size <= max;
}

bool is_deck(const std::vector<std::string>& choices, std::size_t max)
{
    const auto made = deck::make(choices, max);
    return made.has_value() && std::equal(choices.begin(), choices.end(), made->choices().begin(),
                                          made->choices().end());
}

bool is_choice_of(const session_record& r, std::size_t deck, choice_index chosen)
{
    return chosen < r.decks[deck].size();
}

const seat_record* seat_of(const session_record& r, seat_number number)
{
    const auto at =
        std::lower_bound(r.seats.begin(), r.seats.end(), number,
                         [](const seat_record& s, seat_number n) { return s.number < n; });
    return at == r.seats.end() || at->number != number ? nullptr : &*at;
}

bool is_seat(const session_record& r, const seat_record& s)
{
    const bool has_lost = s.presence == seat_presence::lost || s.presence == seat_presence::away;
    return s.presence <= seat_presence::away && is_plausible(s.last_seen) &&
           is_plausible(s.lost_at) && (has_lost || s.lost_at == unix_time()) &&
           is_clean(s.name, name_bounds) && (!s.vote || is_choice_of(r, 0, s.vote->chosen));
}

// The last round is the one that the session is in, as it is or was revealed.
bool is_last_round_kept(const session_record& r)
{
    if (r.rounds.empty())
        return false;
    const auto& last = r.rounds.back();
    return last.number == r.round.number && last.deck == 0 && last.attempt == r.round.attempt &&
           last.topic == r.round.topic && last.started == r.round.started;
}

bool is_last_round_new(const session_record& r)
{
    return r.round.number != 0 && (r.rounds.empty() || r.rounds.back().number < r.round.number);
}

bool has_speakers(const finished_round_record& f)
{
    return !f.first || (f.first->low < f.seats.size() && f.first->high < f.seats.size() &&
                        f.first->low != f.first->high);
}

bool is_finished_round(const session_record& r, const finished_round_record& f)
{
    std::vector<seat_number> known;
    std::copy_if(f.seats.begin(), f.seats.end(), std::back_inserter(known),
                 [](seat_number n) { return n != 0; });
    return f.attempt != 0 && f.attempt < max_number && is_clean_or_empty(f.topic, topic_bounds) &&
           is_clean_or_empty(f.agreed, agreed_bounds) && is_plausible(f.started) &&
           is_plausible(f.ended) && !f.seats.empty() && f.names.size() == f.seats.size() &&
           f.chosen.size() == f.seats.size() && f.asked >= f.seats.size() && f.asked < max_number &&
           has_speakers(f) && are_ascending(known, std::identity(), r.last_seat) &&
           are_different(f.names, std::identity()) &&
           std::all_of(f.names.begin(), f.names.end(),
                       [](const auto& name) { return is_clean(name, name_bounds); }) &&
           std::all_of(f.chosen.begin(), f.chosen.end(),
                       [&](choice_index c) { return is_choice_of(r, f.deck, c); });
}

bool can_be_undone(const session_record& r, const reset_state& reset)
{
    std::unordered_set<seat_number> seats;
    const auto is_good = [&](const reset_vote& v)
    {
        return v.seat != 0 && v.seat <= r.last_seat && seats.insert(v.seat).second &&
               is_choice_of(r, 0, v.vote.chosen);
    };
    return r.round.stage == round_stage::none &&
           (reset.open ? is_last_round_new(r) : is_last_round_kept(r)) &&
           (!reset.left || (reset.open && *reset.left >= -max_wait && *reset.left <= max_wait)) &&
           std::all_of(reset.votes.begin(), reset.votes.end(), is_good);
}

bool can_be_undone(const session_record& r, const seat_record& kicked)
{
    return kicked.number != 0 && kicked.number <= r.last_seat && is_seat(r, kicked) &&
           std::none_of(r.seats.begin(), r.seats.end(),
                        [&](const seat_record& s)
                        { return s.number == kicked.number || s.name == kicked.name; });
}

// --- The invariants. Each may count on those above it.

bool has_decks(const session_record& r, const record_limits& max)
{
    std::size_t used = 1; // the session's
    for (const auto& f : r.rounds)
    {
        if (f.deck > used)
            return false;
        used += f.deck == used ? 1 : 0;
    }
    return r.decks.size() == used &&
           std::all_of(r.decks.begin(), r.decks.end(),
                       [&](const auto& choices) { return is_deck(choices, max.choices); });
}

bool has_title(const session_record& r, const record_limits&)
{
    return is_clean_or_empty(r.title, title_bounds);
}

bool has_settings(const session_record& r, const record_limits&)
{
    const auto& s = r.settings;
    const auto& w = s.waits;
    return s.results <= results_for::controllers && s.lasts >= std::chrono::seconds(0) &&
           s.lasts <= max_round_time && is_plausible(w.absence) && is_plausible(w.undo) &&
           is_plausible(w.unattended_after) && is_plausible(w.objection_period) &&
           is_plausible(w.pickup_period);
}

bool has_control_keys(const session_record& r, const record_limits& max)
{
    return is_within(r.control_keys.size(), max.control_keys) &&
           are_ascending(
               r.control_keys, [](const control_key& k) { return k.number; }, r.last_control_key);
}

bool has_seats(const session_record& r, const record_limits& max)
{
    std::size_t name_bytes = 0;
    for (const auto& s : r.seats)
        name_bytes += s.name.size();
    return is_within(r.seats.size(), max.seats) && is_within(name_bytes, max.name_bytes) &&
           are_ascending(
               r.seats, [](const seat_record& s) { return s.number; }, r.last_seat) &&
           std::all_of(r.seats.begin(), r.seats.end(),
                       [&](const seat_record& s) { return is_seat(r, s); });
}

bool has_different_names(const session_record& r, const record_limits&)
{
    return are_different(r.seats, [](const seat_record& s) { return std::string_view(s.name); });
}

bool has_order_of_votes(const session_record& r, const record_limits&)
{
    const auto votes = std::count_if(r.seats.begin(), r.seats.end(),
                                     [](const seat_record& s) { return s.vote.has_value(); });
    std::unordered_set<seat_number> seen;
    return r.voted.size() == static_cast<std::size_t>(votes) &&
           std::all_of(r.voted.begin(), r.voted.end(),
                       [&](seat_number n)
                       {
                           const auto* const voter = seat_of(r, n);
                           return voter != nullptr && voter->vote && seen.insert(n).second;
                       });
}

bool has_topics(const session_record& r, const record_limits& max)
{
    return is_within(r.topics.size(), max.topics) && r.topics_version < max_number &&
           (r.topics.empty() || r.topics_version != 0) &&
           std::all_of(r.topics.begin(), r.topics.end(),
                       [](const auto& topic) { return is_clean(topic, topic_bounds); });
}

bool has_finished_rounds(const session_record& r, const record_limits&)
{
    return r.rounds.size() <= history::max_rounds &&
           are_ascending(
               r.rounds, [](const auto& f) { return f.number; }, r.round.number) &&
           std::all_of(r.rounds.begin(), r.rounds.end(),
                       [&](const auto& f) { return is_finished_round(r, f); });
}

bool has_round(const session_record& r, const record_limits&)
{
    const bool is_open = r.round.stage == round_stage::open;
    return is_clean_or_empty(r.round.topic, topic_bounds) && is_plausible(r.round.started) &&
           (!r.round.ends || (is_open && is_plausible(*r.round.ends))) &&
           (r.round.number != 0 || r.round == round_record{});
}

bool has_questions(const session_record& r, const record_limits&)
{
    const auto& asking = r.round.questions;
    std::unordered_set<seat_number> seen;
    const auto is_good = [&](seat_number n)
    { return seat_of(r, n) != nullptr && seen.insert(n).second; };
    if (asking.empty())
        return !r.round.rests;
    return r.round.stage == round_stage::open && !r.round.ends && asking.size() <= max_questions &&
           (!r.round.rests || is_plausible(*r.round.rests)) &&
           std::all_of(asking.begin(), asking.end(), is_good);
}

bool has_stage(const session_record& r, const record_limits&)
{
    switch (r.round.stage)
    {
    case round_stage::none: return r.voted.empty();
    case round_stage::open: return is_last_round_new(r);
    case round_stage::revealed: return is_last_round_kept(r);
    }
    return false;
}

bool has_attempt(const session_record& r, const record_limits&)
{
    const auto& now = r.round;
    if (now.attempt_before == 0)
        return now.attempt == 1;
    const auto before = std::find_if(r.rounds.begin(), r.rounds.end(),
                                     [&](const auto& f) { return f.number == now.attempt_before; });
    return now.attempt > 1 && now.attempt < max_number && now.attempt_before < now.number &&
           (before == r.rounds.end() || before->attempt + 1 == now.attempt);
}

bool has_leadership(const session_record& r, const record_limits&)
{
    const auto& c = r.control;
    if (!is_plausible(c.since) || (c.present && c.stage != leadership_stage::led))
        return false;
    switch (c.stage)
    {
    case leadership_stage::led: return c.asker == 0;
    case leadership_stage::unled: return c.asker == 0;
    case leadership_stage::asked: return seat_of(r, c.asker) != nullptr;
    case leadership_stage::passed: return seat_of(r, c.asker) != nullptr;
    }
    return false;
}

bool has_undo(const session_record& r, const record_limits&)
{
    return !r.undo ||
           (is_plausible(r.undo->until) &&
            std::visit([&](const auto& what) { return can_be_undone(r, what); }, r.undo->what));
}

struct invariant
{
    std::string_view words;
    bool (*holds)(const session_record&, const record_limits&);
};

constexpr invariant invariants[] = {
    {"each deck is used, the session's first, and has clean and different choices", has_decks},
    {"the title is clean", has_title},
    {"the settings are possible", has_settings},
    {"the control keys have ascending numbers", has_control_keys},
    {"the seats have ascending numbers, clean names and votes of the deck", has_seats},
    {"no two seats have one name", has_different_names},
    {"each seat that voted is once in the order of the votes", has_order_of_votes},
    {"the topics are clean and have a version", has_topics},
    {"finished rounds have ascending numbers, and a name and a choice for each vote",
     has_finished_rounds},
    {"a round has a clean topic, and a timer only while it is open", has_round},
    {"seats ask in an open round, and its timer rests as long", has_questions},
    {"an open round is new, a revealed one is kept, and without one nobody has voted", has_stage},
    {"an attempt follows the one before it", has_attempt},
    {"a seat asks for control, or nobody does", has_leadership},
    {"what can be undone fits what is there", has_undo},
};

std::vector<std::string> strings_of(const text_list& texts)
{
    return {texts.begin(), texts.end()};
}

text_list list_of(const std::vector<std::string>& texts)
{
    text_list out;
    for (const auto& text : texts)
        out.push_back(text);
    return out;
}

std::vector<seat> seats_of(std::vector<seat_record> records)
{
    std::vector<seat> out;
    out.reserve(records.size());
    for (auto& r : records)
        out.emplace_back(std::move(r));
    return out;
}

using shared_decks = std::vector<std::shared_ptr<const deck>>;

std::vector<finished_round> rounds_of(std::vector<finished_round_record> records,
                                      const shared_decks& decks)
{
    std::vector<finished_round> out;
    out.reserve(records.size());
    for (auto& r : records)
        out.push_back({.number = r.number,
                       .attempt = r.attempt,
                       .topic = std::move(r.topic),
                       .started = r.started,
                       .ended = r.ended,
                       .deck = decks[r.deck],
                       .seats = std::move(r.seats),
                       .names = list_of(r.names),
                       .chosen = std::move(r.chosen),
                       .asked = r.asked,
                       .first = r.first,
                       .agreed = std::move(r.agreed)});
    return out;
}

undo_slot undo_of(std::optional<undo_record> record)
{
    if (!record)
        return {};
    if (auto* const kicked = std::get_if<seat_record>(&record->what))
        return undo_slot({kicked_seat{seat(std::move(*kicked))}, record->until});
    return undo_slot({std::get<reset_state>(std::move(record->what)), record->until});
}

std::optional<undo_record> record_of(const undoable* last)
{
    if (last == nullptr)
        return std::nullopt;
    if (const auto* const kicked = std::get_if<kicked_seat>(&last->what))
        return undo_record{kicked->who.record(), last->until};
    return undo_record{std::get<reset_state>(last->what), last->until};
}

} // namespace

std::string_view broken_invariant(const session_record& record, const record_limits& max)
{
    for (const auto& [words, holds] : invariants)
    {
        if (!holds(record, max))
            return words;
    }
    return {};
}

result<session> session::of(session_record record, const record_limits& max)
{
    if (!broken_invariant(record, max).empty())
        return errc::bad_record;
    shared_decks decks;
    for (const auto& choices : record.decks)
    {
        auto made = deck::make(choices, 0);
        decks.push_back(std::make_shared<const pajthy::deck>(*std::move(made)));
    }
    return session(std::move(record), decks);
}

session::session(session_record r, const std::vector<std::shared_ptr<const pajthy::deck>>& decks)
    : deck_(decks.front()), title_(std::move(r.title)),
      control_keys_(std::move(r.control_keys), r.last_control_key),
      seats_(seats_of(std::move(r.seats)), r.last_seat, r.voted),
      topics_(list_of(r.topics), r.topics_version), history_(rounds_of(std::move(r.rounds), decks)),
      round_(std::move(r.round)), undo_(undo_of(std::move(r.undo))), control_(r.control),
      settings_(r.settings), locked_(r.locked), looked_at_(r.looked_at)
{}

session_record session::record() const
{
    session_record out;
    std::vector<const pajthy::deck*> decks; // as in `out.decks`
    const auto index_of = [&](const pajthy::deck& of)
    {
        const auto at = std::find(decks.begin(), decks.end(), &of);
        const auto index = static_cast<std::size_t>(at - decks.begin());
        if (at == decks.end())
        {
            decks.push_back(&of);
            out.decks.push_back(strings_of(of.choices()));
        }
        return index;
    };
    index_of(*deck_); // comes first
    out.title = title_;
    out.settings = settings_;
    out.control_keys = control_keys_.all();
    out.last_control_key = control_keys_.last_number();
    out.seats.reserve(seats_.size());
    for (const seat& s : seats_)
        out.seats.push_back(s.record());
    out.last_seat = seats_.last_number();
    out.voted.reserve(seats_.votes());
    for (const auto name : seats_.voted())
        out.voted.push_back(seats_.find(name)->number());
    out.topics = strings_of(topics_.list());
    out.topics_version = topics_.version();
    out.round = round_.record();
    out.rounds.reserve(history_.rounds().size());
    for (const auto& r : history_.rounds())
        out.rounds.push_back({.number = r.number,
                              .attempt = r.attempt,
                              .topic = r.topic,
                              .started = r.started,
                              .ended = r.ended,
                              .deck = index_of(*r.deck),
                              .seats = r.seats,
                              .names = strings_of(r.names),
                              .chosen = r.chosen,
                              .asked = r.asked,
                              .first = r.first,
                              .agreed = r.agreed});
    out.undo = record_of(undo_.last());
    out.control = control_.record();
    out.locked = locked_;
    out.looked_at = looked_at_;
    return out;
}

bool session::is_consistent() const noexcept
try
{
    constexpr std::size_t max_looked_at = 32;
    return seats_.size() > max_looked_at || broken_invariant(record(), {}).empty();
}
catch (const std::bad_alloc&)
{
    return true; // as far as it can be told
}

} // namespace pajthy
