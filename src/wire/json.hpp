// JSON as it leaves the server, written from front to back. For this folder alone.
//
// A tree of values that is serialized afterwards, as Boost.JSON has it, costs several times as
// much.
#pragma once

#include <pajthy/domain/text_list.hpp>
#include <pajthy/event/event.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pajthy
{

/// A text that grows at its end. A view is written in dozens of pieces of a few letters, each of
/// which would be a call with std::string.
class json_text
{
public:
    json_text() : text_(first_size, '\0'), at_(text_.data()), end_(at_ + text_.size()) {}
    json_text(const json_text&) = delete;
    json_text& operator=(const json_text&) = delete;

    void put(char c)
    {
        make_room(1);
        *at_++ = c;
    }

    /// The same for destructors: if there is no memory for it, `take` fails.
    void put_at_end(char c) noexcept
    try
    {
        put(c);
    }
    catch (const std::bad_alloc&)
    {
        is_whole_ = false;
    }

    void put(std::string_view plain)
    {
        make_room(plain.size());
        std::memcpy(at_, plain.data(), plain.size());
        at_ += plain.size();
    }

    /// In quotes, with what JSON wants to be escaped.
    void put_quoted(std::string_view text);

    void put_number(std::size_t number);

    std::string take()
    {
        if (!is_whole_)
            throw std::bad_alloc();
        text_.resize(static_cast<std::size_t>(at_ - text_.data()));
        return std::move(text_);
    }

private:
    static constexpr std::size_t first_size = 256;

    void make_room(std::size_t bytes)
    {
        if (static_cast<std::size_t>(end_ - at_) < bytes)
            grow(bytes);
    }
    void grow(std::size_t bytes);

    std::string text_;
    char* at_;  // where it goes on
    char* end_; // of the room there is
    bool is_whole_ = true;
};

/// An object that is being written: open from its first line to the end of its life. Members stand
/// in the order in which they come.
class json_object
{
public:
    /// Goes on at the end of `to`, which nobody else may write to meanwhile.
    explicit json_object(json_text& to) : to_(to) { to_.put('{'); }
    json_object(const json_object&) = delete;
    json_object& operator=(const json_object&) = delete;
    ~json_object() { to_.put_at_end('}'); }

    void text(std::string_view name, std::string_view value)
    {
        begin(name);
        to_.put_quoted(value);
    }

    void number(std::string_view name, std::size_t value)
    {
        begin(name);
        to_.put_number(value);
    }

    /// Milliseconds since 1970.
    void date(std::string_view name, unix_time value)
    {
        number(name, static_cast<std::size_t>(value.time_since_epoch().count()));
    }

    void truth(std::string_view name, bool value)
    {
        begin(name);
        to_.put(value ? "true" : "false");
    }

    void null(std::string_view name)
    {
        begin(name);
        to_.put("null");
    }

    /// An array, of which `write(text, value)` makes each element.
    void array(std::string_view name, const auto& values, auto&& write)
    {
        begin(name);
        to_.put('[');
        bool first = true;
        for (const auto& value : values)
        {
            if (!std::exchange(first, false))
                to_.put(',');
            write(to_, value);
        }
        to_.put(']');
    }

    void texts(std::string_view name, const auto& values)
    {
        array(name, values, [](json_text& to, std::string_view text) { to.put_quoted(text); });
    }

    void numbers(std::string_view name, const auto& values)
    {
        array(name, values, [](json_text& to, std::size_t number) { to.put_number(number); });
    }

    /// An array of objects, of which `write(object, value)` makes each.
    void objects(std::string_view name, const auto& values, auto&& write)
    {
        array(name, values,
              [&](json_text& to, const auto& value)
              {
                  json_object element(to);
                  write(element, value);
              });
    }

    /// Another object: nothing more may be added to this one while that one lives.
    json_object object(std::string_view name)
    {
        begin(name);
        return json_object(to_);
    }

private:
    void begin(std::string_view name)
    {
        if (!std::exchange(first_, false))
            to_.put(',');
        to_.put_quoted(name);
        to_.put(':');
    }

    json_text& to_;
    bool first_ = true;
};

/// "4.33": as text, because the number of decimals is part of what is said.
std::string two_decimals(double value);

/// Adds what `r` may know of a result: `Votes` or `Counts`, and, if there are votes, `Statistics`,
/// `Asked` (how many voted or were waited for), `First` (who speaks first), `Before` and `Agreed`.
void add_result(json_object& to, const round_result& result, role r);

/// Adds `Statistics`.
void add_statistics(json_object& to, const statistics& s);

/// Adds `Votes` with `"*"` for each name: who has voted, and no more.
void add_hidden_votes(json_object& to, const text_list& voted);

/// Adds `Voted` and `Of`.
void add_counts(json_object& to, const progress& state);

/// The same, and `Waiting`.
void add_progress(json_object& to, const progress& state);

/// Adds `Topics` and `TopicsVersion`.
void add_topics(json_object& to, const text_list& topics, std::uint32_t version);

/// Adds `Seat`, `Name` and `Own`.
void add_you(json_object& to, const event::you& you);

/// Adds `Topic` and `Attempt` where there is something to say.
void add_topic(json_object& to, std::string_view topic, std::uint32_t attempt);

/// Adds `EndsAt` and `Now`, if a timer runs.
void add_timer(json_object& to, const std::optional<timer>& t);
void add_ladder(json_object& to, const ladder& rungs);
void add_questions(json_object& to, const event::question& e);

/// Adds `Seats`, if they are told.
void add_seats(json_object& to, const seat_table& seats);

/// Adds `Participants`, `Numbers`, `Away` and, if somebody is, `Since`.
void add_participants(json_object& to, const event::participants_change& people);

/// Adds `Now`, where there is a `Since` that is to be measured by it.
void add_now(json_object& to, const event::participants_change& people);

/// Adds what can be undone, member by member.
void add_undo(json_object& to, const event::undo& u);

/// Adds who controls, member by member.
void add_control(json_object& to, const event::control& c);

} // namespace pajthy
