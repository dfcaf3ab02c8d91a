// Random histories of a session: every rule that it has, in any order.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/event/event.hpp>
#include <pajthy/wire/frames.hpp>
#include <pajthy/wire/history.hpp>
#include <pajthy/wire/view.hpp>

#include "tests/support/room.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace pajthy::test
{

class dice
{
public:
    explicit dice(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t end) { return engine_() % end; }
    bool one_in(std::size_t n) { return below(n) == 0; }

private:
    std::mt19937 engine_;
};

inline const std::vector<std::string> players = {"Ana", "Bob", "Chlo\u00e9", "Dan", "Eve"};

// What is not kept in a session but drawn before a step, so that two sessions can make the same.
struct play_step
{
    std::size_t rule = 0;
    std::size_t who = 0;
    std::size_t choice = 0;
    std::size_t number = 0;
    milliseconds passed{};
};

enum class play_rule : std::uint8_t
{
    join,
    join_again, // with the key of the seat
    vote,
    leave,
    rename,
    ask_for_control,
    object_to_asking,
    take_control,
    ask_question,
    answer_question,
    answer_questions,
    start,
    stop,
    reset,
    kick,
    undo,
    add_time,
    set_time,
    lock_door,
    give_title,
    plan_topics,
    change_deck,
    agree,
    mint_control_key,
    revoke_other_control_keys,
    looked_at,
    connected,
    disconnected,
    controller_connected,
    controller_disconnected,
    controller_seen,
    advance_to
};

inline constexpr std::size_t play_rules = static_cast<std::size_t>(play_rule::advance_to) + 1;

// How often each is drawn: as often as it takes for rounds to come to their end.
inline constexpr std::size_t play_weights[] = {8, 2, 14, 1, 3, 3, 1, 3, 2, 1, 1, 5, 1, 2, 3, 4,
                                               2, 2, 1,  1, 3, 1, 2, 1, 1, 1, 8, 4, 1, 2, 1, 8};
static_assert(std::size(play_weights) == play_rules);

inline play_step draw_step(dice& d)
{
    static const std::vector<std::size_t> rules = []
    {
        std::vector<std::size_t> out;
        for (std::size_t rule = 0; rule < play_rules; ++rule)
            out.insert(out.end(), play_weights[rule], rule);
        return out;
    }();
    return {.rule = rules[d.below(rules.size())],
            .who = d.below(players.size()),
            .choice = d.below(1'000),
            .number = d.below(1'000),
            .passed = milliseconds(d.below(4'000))};
}

/// A session to begin with, whose waits are short enough for all of them to run out.
inline session play_room()
{
    using std::chrono::seconds;
    const session_settings settings{.lasts = seconds(30),
                                    .waits = {.absence = seconds(8),
                                              .undo = seconds(15),
                                              .unattended_after = seconds(10),
                                              .objection_period = seconds(4),
                                              .pickup_period = seconds(20)}};
    return session(*deck::make({"1", "2", "3", "?"}, 0), "Sprint 7", key_of("control"), settings,
                   at(0));
}

// Makes the step, and says what it did.
inline result<changes> make_step(session& s, const play_step& step, unix_time now)
{
    using std::chrono::seconds;
    constexpr room_limits limits{4, 64};
    const auto& name = players[step.who];
    const seat* const own = s.seats().find(name);
    const auto number = own == nullptr ? static_cast<seat_number>(step.number % 9) : own->number();
    const auto fresh = key_of(name + std::to_string(step.number));
    const auto topics = std::vector<std::string>{"", "login", "logout"};
    const auto& topic = topics[step.number % topics.size()];
    const auto keys = s.control_keys().all();
    const auto own_key =
        keys.empty() ? std::nullopt : std::optional(keys[step.number % keys.size()].number);
    const auto joined = [&](const std::optional<key>& presented) -> result<changes>
    {
        auto out = s.join(name, fresh, presented, limits, now);
        if (out.has_error())
            return out.error();
        return out->done;
    };
    switch (static_cast<play_rule>(step.rule))
    {
    case play_rule::join: return joined(std::nullopt);
    case play_rule::join_again: return joined(own == nullptr ? fresh : own->secret());
    case play_rule::vote:
        return s.vote(
            name,
            s.deck().choice(static_cast<choice_index>(step.choice % s.deck().choices().size())),
            now);
    case play_rule::leave: return s.leave(name, now);
    case play_rule::rename:
        return s.rename(name, players[step.number % players.size()], limits, now);
    case play_rule::ask_for_control: return s.ask_for_control(name, now);
    case play_rule::object_to_asking: return s.object_to_asking(now);
    case play_rule::take_control: return s.take_control(name, fresh, 3, now);
    case play_rule::ask_question: return s.ask_question(name, now);
    case play_rule::answer_question: return s.answer_question(name, now);
    case play_rule::answer_questions: return s.answer_questions(now);
    case play_rule::start:
    {
        round_plan plan{.topic = topic, .again = step.choice % 4 == 0};
        if (step.choice % 3 == 0)
            plan.lasts = seconds(step.number % 20);
        if (step.choice % 5 == 0)
            plan.after = s.round().number() - static_cast<std::uint32_t>(step.number % 2);
        return s.start(now, plan);
    }
    case play_rule::stop: return s.stop(now);
    case play_rule::reset: return s.reset(now);
    case play_rule::kick: return s.kick(name, now);
    case play_rule::undo: return s.undo(limits, now);
    case play_rule::add_time: return s.add_time(seconds(step.number % 30), now);
    case play_rule::set_time: return s.set_time(seconds(step.number % 20), now);
    case play_rule::lock_door: return s.lock_door(step.number % 4 == 0);
    case play_rule::give_title: return s.give_title(step.number % 3 == 0 ? "" : "Sprint 8");
    case play_rule::plan_topics:
        return s.plan_topics(
            step.number % 2 == 0 ? text_list{"login", "logout"} : text_list{"logout"},
            step.choice % 2 == 0 ? std::nullopt : std::optional(s.topics().version()));
    case play_rule::change_deck:
        return s.change_deck(*deck::make(step.number % 2 == 0
                                             ? std::vector<std::string>{"S", "M", "L"}
                                             : std::vector<std::string>{"1", "2", "3", "?"},
                                         0));
    case play_rule::agree:
        return s.agree(
            static_cast<std::uint32_t>(s.round().number() -
                                       std::min<std::size_t>(step.number % 3, s.round().number())),
            step.choice % 3 == 0 ? "" : "three");
    case play_rule::mint_control_key: return s.mint_control_key(fresh, own_key, 3);
    case play_rule::revoke_other_control_keys: return s.revoke_other_control_keys(own_key);
    case play_rule::looked_at: return s.looked_at();
    case play_rule::connected: return s.connected(number);
    case play_rule::disconnected: return s.disconnected(number, now);
    case play_rule::controller_connected: return s.controller_connected(now);
    case play_rule::controller_disconnected: return s.controller_disconnected(now);
    case play_rule::controller_seen: return s.controller_seen(now);
    case play_rule::advance_to: return s.advance_to(now);
    }
    return changes{};
}

/// What everybody hears of it, or why it was refused.
inline std::string heard(const result<changes>& done, const session& s, unix_time now)
{
    if (done.has_error())
        return done.error().message();
    std::string out = said(*done) + (done->none ? " none" : "");
    for (const auto& e : events_of(*done, s, now, dates))
    {
        out += '\n' + frame_text(e, role::controller, 1);
        out += '\n' + frame_text(e, role::voter, 1);
    }
    return out;
}

/// All views of it, and what else it tells of itself.
inline std::string shown(const session& s, unix_time now)
{
    std::string out = view_text(s, {role::controller, std::nullopt, 1}, now, dates) + '\n' +
                      view_text(s, {role::controller, std::nullopt}, now, dates) + '\n' +
                      view_text(s, {role::voter, std::nullopt}, now, dates) + '\n';
    for (const seat& someone : s.seats())
    {
        out += view_text(s, {role::voter, someone.number()}, now, dates) + '\n';
        const auto* const by_key = s.seats().find(someone.secret());
        out += std::to_string(by_key == nullptr ? 0 : by_key->number());
        out += someone.can_be_taken_over(now, s.settings().waits.absence) ? " free\n" : " taken\n";
    }
    out += history_json(s, now, dates) + '\n' + history_csv(s, dates) + history_markdown(s, dates);
    for (const auto due : {s.next_deadline(), s.control().ends(s.settings().waits)})
        out += due ? std::to_string(due->time_since_epoch().count()) + ' ' : "never ";
    out += std::to_string(s.text_bytes()) + ' ' + std::to_string(s.rounds().bytes());
    out += s.used() ? " used" : "";
    out += s.counts_down() ? " counts" : "";
    out += s.control().misses_controller(now, s.settings().waits) ? " misses" : "";
    if (const seat* const kicked = s.undo_slot().kicked(now))
        out += ' ' + kicked->name();
    return out;
}

} // namespace pajthy::test
