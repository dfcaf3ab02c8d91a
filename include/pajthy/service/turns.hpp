// One after the other: who changes a session has its turn, and all others who want to wait.
#pragma once

#include <pajthy/string_hash.hpp>

#include <boost/intrusive/list.hpp>

#include <coroutine>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace pajthy
{

class turns
{
    using hook =
        boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::safe_link>>;

    struct place_in_line : hook
    {
        std::coroutine_handle<> who = nullptr;
        bool has_turn = false;
    };

    using line = boost::intrusive::list<place_in_line>;
    using lines = string_map<line>; // of each id whose turn is taken

public:
    /// Passes on to the next who waits when it dies.
    class [[nodiscard]] turn
    {
    public:
        turn(turn&& other) noexcept : of_(other.of_), at_(std::exchange(other.at_, nullptr)) {}
        turn& operator=(turn&&) = delete;
        ~turn()
        {
            if (at_ != nullptr)
                of_.pass_on(*at_);
        }

    private:
        friend class turns;
        turn(turns& of, lines::value_type& at) noexcept : of_(of), at_(&at) {}

        turns& of_;
        lines::value_type* at_;
    };

    /// For `co_await`, which gives the turn. Leaves the line if it dies before that.
    class waiter
    {
    public:
        waiter(const waiter&) = delete;
        waiter& operator=(const waiter&) = delete;
        ~waiter();

        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> who) noexcept
        {
            here_.who = who;
            at_.second.push_back(here_);
        }
        turn await_resume() noexcept { return turn(of_, at_); }

    private:
        friend class turns;
        waiter(turns& of, lines::value_type& at) noexcept : of_(of), at_(at) {}

        turns& of_;
        lines::value_type& at_;
        place_in_line here_;
    };

    turns() = default;
    turns(const turns&) = delete;
    turns& operator=(const turns&) = delete;

    bool is_taken(std::string_view id) const noexcept
    {
        return !lines_.empty() && lines_.find(id) != lines_.end();
    }

    /// How many wait for it.
    std::size_t waiting(std::string_view id) const noexcept
    {
        const auto at = lines_.find(id);
        return at == lines_.end() ? 0 : at->second.size();
    }

    /// It must not be taken.
    turn take(std::string_view id)
    {
        return turn(*this, *lines_.try_emplace(std::string(id)).first);
    }

    /// Gets the turn behind all who wait already. It must be taken.
    waiter next(std::string_view id) noexcept { return waiter(*this, *lines_.find(id)); }

private:
    void pass_on(lines::value_type& from) noexcept;
    void resume_ready() noexcept;

    lines lines_;
    line ready_; // have the turn and are not resumed yet
    bool resumes_ = false;
};

} // namespace pajthy
