// The round that a session votes in, or that it voted in last.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/seat.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// No round and no timer lasts longer.
inline constexpr std::chrono::seconds max_round_time{3600};

/// No more seats have a question at a time.
inline constexpr std::size_t max_questions = 12;

enum class round_stage : std::uint8_t
{
    none,    // before the first start, after a reset, or after an end without votes
    open,    // people vote
    revealed // it ended, and its votes are shown
};

/// All that a round is, as a store keeps it.
struct round_record
{
    std::uint32_t number = 0;
    std::uint32_t attempt = 1;
    std::uint32_t attempt_before = 0;
    round_stage stage = round_stage::none;
    std::string topic{};
    unix_time started{};
    std::optional<unix_time> ends{};
    std::vector<seat_number> questions{}; // seats that have one, in the order in which they said so
    std::optional<milliseconds> rests{};  // what is left of a timer, while anybody has a question

    friend bool operator==(const round_record&, const round_record&) = default;
};

class round
{
public:
    round() = default;
    explicit round(round_record r) noexcept;

    round_record record() const;

    /// 0 before the first start, then one more with each.
    std::uint32_t number() const noexcept { return number_; }

    round_stage stage() const noexcept { return stage_; }
    bool is_open() const noexcept { return stage_ == round_stage::open; }
    bool is_revealed() const noexcept { return stage_ == round_stage::revealed; }

    /// Empty if the round has none, or if no round is open or revealed.
    std::string_view topic() const noexcept;

    /// The topic of the last round that started, also when that is no longer shown.
    const std::string& last_topic() const noexcept { return topic_; }

    /// How often the topic has been voted on, this round included; 1 without a round.
    std::uint32_t attempt() const noexcept;

    /// How often that topic has been voted on, also when it is no longer shown.
    std::uint32_t last_attempt() const noexcept { return attempt_; }

    /// The number of the round that was the attempt before this one; 0 if there was none.
    std::uint32_t attempt_before() const noexcept { return attempt_before_; }

    unix_time started() const noexcept { return started_; }

    /// When the open round ends by itself.
    std::optional<unix_time> ends() const noexcept;

    /// What is left of its timer, which rests as long as somebody has a question.
    std::optional<milliseconds> rests() const noexcept;

    /// What is left of its timer, if it has one. Below zero where it is overdue.
    std::optional<milliseconds> left(unix_time now) const noexcept;

    /// The seats that have a question, in the order in which they said so.
    const std::vector<seat_number>& questions() const noexcept { return questions_; }
    bool has_question(seat_number seat) const noexcept;

    /// The timer rests from now on. The round is open. May run out of memory, and is as it was
    /// then.
    void ask(seat_number seat, unix_time now);

    // None of these fails.

    /// The question is answered; behind the last one the timer goes on. False if there was none.
    bool answer(seat_number seat, unix_time now) noexcept;

    /// Opens the next round, without a timer.
    void start(std::string topic, std::uint32_t attempt, std::uint32_t attempt_before,
               unix_time now) noexcept;

    /// The open round ends after that, or as much after the last question; nothing: when somebody
    /// ends it.
    void end_in(std::optional<milliseconds> left, unix_time now) noexcept;

    /// The round is at `next`. Only an open one has a timer.
    void enter(round_stage next) noexcept;

private:
    static constexpr unix_time never = unix_time::max();
    static constexpr milliseconds no_timer = milliseconds::max();

    std::string topic_;
    std::vector<seat_number> questions_;
    unix_time started_{};
    unix_time ends_ = never;
    milliseconds rests_ = no_timer;
    std::uint32_t number_ = 0;
    std::uint32_t attempt_ = 1;
    std::uint32_t attempt_before_ = 0;
    round_stage stage_ = round_stage::none;
};

} // namespace pajthy
