// Deadlines of many connections at the price of one timer.
//
// Arming costs two pointer writes. A deadline is met to within one step, never early.
#pragma once

#include <pajthy/clock.hpp>

#include <boost/intrusive/list.hpp>

#include <array>
#include <chrono>
#include <cstddef>

namespace pajthy
{

class timer_wheel
{
    using hook = boost::intrusive::list_base_hook<
        boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

public:
    static constexpr std::chrono::milliseconds step{100};

    /// Something with one deadline. Forgets it when it dies.
    class timed : public hook
    {
    public:
        /// Replaces the deadline it had.
        void arm(timer_wheel& wheel, time_point due) noexcept { wheel.insert(*this, due); }
        void disarm() noexcept { unlink(); }

    protected:
        timed() = default;
        timed(const timed&) = delete;
        timed& operator=(const timed&) = delete;
        ~timed() = default;

    private:
        friend class timer_wheel;

        /// The deadline has passed; it is disarmed and may be armed again, here and now.
        virtual void on_deadline(time_point now) noexcept = 0;

        time_point due_{};
    };

    explicit timer_wheel(time_point now) noexcept : turned_to_(now) {}

    /// Calls everybody whose deadline has passed. They may arm, disarm or destroy anybody.
    void advance(time_point now) noexcept;

private:
    using slot = boost::intrusive::list<timed, boost::intrusive::constant_time_size<false>>;

    void insert(timed& who, time_point due) noexcept;
    slot& slot_of(time_point due) noexcept;

    static constexpr std::size_t slot_count = 512;

    // A deadline further away than one turn stays in its slot until its turn comes.
    std::array<slot, slot_count> slots_;
    time_point turned_to_;
};

} // namespace pajthy
