// Deadlines of many connections with a single timer.
//
// To arm one costs a few pointer writes. A deadline fires at most one step late, and never early.
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

    /// Something with one deadline. Its destructor disarms it.
    class timed : public hook
    {
    public:
        /// Replaces an earlier deadline.
        void arm(timer_wheel& wheel, time_point due) noexcept { wheel.insert(*this, due); }
        void disarm() noexcept { unlink(); }

    protected:
        timed() = default;
        timed(const timed&) = delete;
        timed& operator=(const timed&) = delete;
        ~timed() = default;

    private:
        friend class timer_wheel;

        /// The deadline has passed. It is disarmed, and this may arm it again.
        virtual void on_deadline(time_point now) noexcept = 0;

        time_point due_{};
    };

    explicit timer_wheel(time_point now) noexcept : current_(now) {}

    /// Calls `on_deadline` of all whose deadline has passed. It may arm, disarm or destroy
    /// any of them.
    void advance(time_point now) noexcept;

private:
    using slot = boost::intrusive::list<timed, boost::intrusive::constant_time_size<false>>;

    void insert(timed& timer, time_point due) noexcept;
    slot& slot_of(time_point due) noexcept;

    static constexpr std::size_t slot_count = 512;

    // A deadline further away than one revolution stays in its slot until it is due.
    std::array<slot, slot_count> slots_;
    time_point current_;
};

} // namespace pajthy
