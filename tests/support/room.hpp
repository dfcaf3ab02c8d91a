// A session to try rules on, and short words for what is in it.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy::test
{

/// This many seconds after the beginning of a test.
inline unix_time at(int seconds)
{
    return unix_time() + std::chrono::seconds(seconds);
}

/// The same by the steady clock.
inline time_point steady_at(int seconds)
{
    return time_point() + std::chrono::seconds(seconds);
}

/// `at(0)` is 1,000 seconds after the beginning of 1970.
inline const clock_map dates = []
{
    clock_map out(time_point(), at(0));
    out.set(at(0), at(1'000));
    return out;
}();

/// A key with the bytes of `words`: the same words, the same key.
inline key key_of(std::string_view words)
{
    key out;
    std::transform(words.begin(), words.begin() + std::min(words.size(), key::size),
                   out.bytes.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return out;
}

/// An empty room; its control key is `key_of("control")`.
inline session room(const std::vector<std::string>& choices = {"1", "2", "3", "5", "8", "?"},
                    std::string title = "Sprint 7")
{
    return session(deck::make(choices, 0).value(), std::move(title), key_of("control"), {}, at(0));
}

/// `name` joins; the key of the seat is `key_of(name)`.
inline seat_number sit(session& s, const std::string& name, unix_time now = at(0))
{
    return s.join(name, key_of(name), std::nullopt, {}, now).value().number;
}

/// A room in which these people sit, in this order, with the numbers from 1.
inline session room_of(const std::vector<std::string>& names)
{
    session s = room();
    for (const auto& name : names)
        sit(s, name);
    return s;
}

/// The numbers of the seats that are told of themselves: "1 3".
inline std::string told(const changes& done)
{
    std::string out;
    for (const auto number : done.own)
        out.append(out.empty() ? "" : " ").append(std::to_string(number));
    return out;
}

/// The marks of `done` as words in the order of the members: "closed votes", or "" for no change.
/// Which seats were added or altered is not among them: see tests/service/seat_changes_test.cpp.
inline std::string said(const changes& done)
{
    const std::pair<bool, std::string> marks[] = {
        {done.opened, "opened "},
        {done.closed, "closed "},
        {done.reset, "reset "},
        {done.votes, "votes "},
        {done.seats, "seats "},
        {done.results, "results "},
        {done.removed.has_value(), "removed:" + std::to_string(done.removed.value_or(0)) + ' '},
        {done.control_keys, "control-keys "},
        {done.restored, "restored "},
        {done.timer, "timer "},
        {done.deck, "deck "},
        {done.title, "title "},
        {done.topics, "topics "},
        {done.undo, "undo "},
        {done.control, "control "},
        {done.door, "door "},
        {done.question, "question "},
        {done.agreed.has_value(), "agreed:" + std::to_string(done.agreed.value_or(0)) + ' '},
    };
    std::string out;
    for (const auto& [set, word] : marks)
        out += set ? word : "";
    for (const auto number : done.revoked)
        out += "revoked:" + std::to_string(number) + ' ';
    if (!out.empty())
        out.pop_back();
    return out;
}

inline std::string said(const result<changes>& done)
{
    return done.has_value() ? said(*done) : "refused: " + done.error().message();
}

/// Whether this seat counts as away once everything that is due by then has happened.
inline bool is_away(session s, std::string_view name, unix_time now)
{
    s.advance_to(now);
    return s.seats().find(name)->is_away();
}

/// What everybody may know of the votes: "Ana:5 Bob:8", "" for none, "hidden" while open.
inline std::string revealed(const session& s)
{
    const auto votes = s.revealed();
    if (!votes)
        return "hidden";
    std::string out;
    for (const auto& vote : *votes)
        out.append(out.empty() ? "" : " ").append(vote.name).append(":").append(vote.choice);
    return out;
}

/// The names of those who sit here, in their order: "Ana Bob".
inline std::string names(const session& s)
{
    std::string out;
    for (const auto& someone : s.seats())
        out.append(out.empty() ? "" : " ").append(someone.name());
    return out;
}

} // namespace pajthy::test
