// The calls that have not returned yet: each has a deadline, all are counted, and all can be
// failed.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/error.hpp>
#include <pajthy/task.hpp>

#include <boost/intrusive/list.hpp>

#include <coroutine>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace pajthy
{

class call_gate
{
public:
    /// `timeout`: after this a call fails; zero is never.
    call_gate(now_function now, milliseconds timeout) : now_(std::move(now)), timeout_(timeout) {}
    call_gate(const call_gate&) = delete;
    call_gate& operator=(const call_gate&) = delete;

    /// The same as `work`, which costs nothing if it is done already. Fails with
    /// `store_unavailable` when the time is up or the gate closes: then `work` is given up.
    template <class T>
    task<result<T>> pass(task<result<T>> work)
    {
        if (work.done())
            return work;
        return wait(std::move(work), now_());
    }

    /// The same for one that has begun at that time already, with other calls.
    template <class T>
    task<result<T>> pass(task<result<T>> work, time_point begun)
    {
        if (work.done())
            return work;
        return wait(std::move(work), begun);
    }

    /// Fails the calls whose time is up.
    void expire(time_point now)
    {
        while (!calls_.empty() && calls_.front().deadline <= now)
            fail_first();
    }

    /// Fails all calls, and each later one that would have to wait.
    void close()
    {
        closed_ = true;
        while (!calls_.empty())
            fail_first();
    }

    std::size_t in_flight() const noexcept { return calls_.size(); }

private:
    using hook =
        boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::safe_link>>;

    struct call : hook
    {
        explicit call(call_gate& gate) noexcept : of(gate) {}
        call(const call&) = delete;
        call& operator=(const call&) = delete;
        virtual ~call()
        {
            if (hook::is_linked())
                of.calls_.erase(of.calls_.iterator_to(*this));
        }

        virtual void give_up() noexcept = 0;

        call_gate& of;
        time_point deadline{};
        std::coroutine_handle<> waiting = nullptr;
    };

    template <class T>
    struct call_of final : call
    {
        call_of(call_gate& gate, task<result<T>> begun) : call(gate), work(std::move(begun)) {}

        void give_up() noexcept override { work.reset(); }

        bool await_ready() const noexcept { return work->done(); }

        void await_suspend(std::coroutine_handle<> who) noexcept
        {
            this->waiting = who;
            this->of.add(*this);
            work->await_suspend(who);
        }

        result<T> await_resume()
        {
            if (this->hook::is_linked())
                this->of.calls_.erase(this->of.calls_.iterator_to(*this));
            if (!work)
                return errc::store_unavailable;
            return work->get();
        }

        std::optional<task<result<T>>> work;
    };

    // Not a template member of the class that it waits in: `work` lives in this frame.
    template <class T>
    task<result<T>> wait(task<result<T>> work, time_point begun)
    {
        if (closed_)
            co_return errc::store_unavailable;
        call_of<T> waiting(*this, std::move(work));
        waiting.deadline = timeout_.count() == 0 ? time_point::max() : begun + timeout_;
        auto out = co_await waiting;
        co_return out;
    }

    // Behind those whose time is up before.
    void add(call& fresh) noexcept
    {
        auto at = calls_.end();
        while (at != calls_.begin() && std::prev(at)->deadline > fresh.deadline)
            --at;
        calls_.insert(at, fresh);
    }

    void fail_first()
    {
        call& first = calls_.front();
        calls_.pop_front();
        first.give_up();
        first.waiting.resume(); // `first` is gone behind it
    }

    now_function now_;
    milliseconds timeout_;
    bool closed_ = false;
    boost::intrusive::list<call> calls_; // the first whose time is up stands first
};

} // namespace pajthy
