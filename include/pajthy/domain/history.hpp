// The rounds of a session that have ended, as many as there is room for.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/seat.hpp>
#include <pajthy/domain/speakers.hpp>
#include <pajthy/domain/text_list.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

/// A round whose votes are revealed.
struct finished_round
{
    std::uint32_t number = 0;  // as `round::number()` counts
    std::uint32_t attempt = 1; // how often this topic has been voted on, this time included
    std::string topic;         // clean; may be empty
    unix_time started;
    unix_time ended;
    std::shared_ptr<const pajthy::deck> deck; // its choices
    std::vector<seat_number> seats;   // that voted, in their order; 0: it has another holder now
    text_list names;                  // of each of them
    std::vector<choice_index> chosen; // by each of them
    std::uint32_t asked = 0;          // how many voted or were waited for as it ended
    std::optional<speakers> first;    // where the votes lie far apart
    std::string agreed; // what the team settled on; clean, empty if nothing is recorded
};

/// The memory that it takes.
std::size_t bytes_of(const finished_round& r);

/// What each voter chose, by name.
std::vector<std::pair<std::string_view, std::string_view>> votes_of(const finished_round& r);

class history
{
public:
    static constexpr std::size_t max_rounds = 100;
    static constexpr std::size_t max_bytes = 32 * 1024;

    history() = default;

    /// `rounds` have ascending numbers. The oldest are dropped if there is no room for all.
    explicit history(std::vector<finished_round> rounds);

    /// The oldest first.
    const std::vector<finished_round>& rounds() const noexcept { return rounds_; }

    /// Null if it is not kept. Pointers live until the next change.
    const finished_round* find(std::uint32_t number) const noexcept;

    /// The newest round on this topic.
    const finished_round* newest_on(std::string_view topic) const noexcept;

    /// The next `keep` cannot fail.
    void make_room() { rounds_.reserve(rounds_.size() + 1); }

    /// Keeps `r`, and replaces the round of the same number if there is one. The oldest are dropped
    /// if there is no room for all; the newest always stays.
    void keep(finished_round r);

    void forget(std::uint32_t number);

    /// The voter on `seat` has the name `name` now, and gets it in every round, except in those in
    /// which somebody else had that name.
    void rename(seat_number seat, std::string_view name);

    /// Somebody else sits on `seat` now. The rounds so far are not renamed with it any more.
    void disown(seat_number seat) noexcept;

    /// Records what the team agreed on; false if the round is not kept.
    bool agree(std::uint32_t number, std::string agreed);

    /// The memory that the rounds take.
    std::size_t bytes() const noexcept { return bytes_; }

private:
    void drop_what_is_too_much();

    std::vector<finished_round> rounds_;
    std::size_t bytes_ = 0;
};

} // namespace pajthy
