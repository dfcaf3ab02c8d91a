// The round that a session votes in, or that it voted in last.
#pragma once

#include <pajthy/clock.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pajthy
{

/// No round and no timer lasts longer.
inline constexpr std::chrono::seconds max_round_time{3600};

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

    // None of these fails.

    /// Opens the next round, without a timer.
    void start(std::string topic, std::uint32_t attempt, std::uint32_t attempt_before,
               unix_time now) noexcept;

    /// The open round ends then; nothing: when somebody ends it.
    void end_at(std::optional<unix_time> when) noexcept { ends_ = when.value_or(never); }

    /// The round is at `next`. Only an open one has a timer.
    void enter(round_stage next) noexcept;

private:
    static constexpr unix_time never = unix_time::max();

    std::string topic_;
    unix_time started_{};
    unix_time ends_ = never;
    std::uint32_t number_ = 0;
    std::uint32_t attempt_ = 1;
    std::uint32_t attempt_before_ = 0;
    round_stage stage_ = round_stage::none;
};

} // namespace pajthy
