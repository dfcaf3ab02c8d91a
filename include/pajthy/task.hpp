// Work that may have to wait, and mostly doesn't: a value that is there already, or a coroutine
// that makes it.
//
// Nearly every request gets its response without waiting, and this is made for that: a value costs
// nothing, and a coroutine begins at once and is a plain call as long as it finds everything ready.
// (Asio's awaitables begin later, by way of the loop's executor. When tasks replaced them, and
// connections became objects, the user time of a response went from 4.3 to 1.9 µs.)
//
// A task owns its coroutine, and so all that this waits for. To cancel it, destroy it. What waits
// for something from outside does so by a `completion` (see completion.hpp), which notices that.
#pragma once

#include <array>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace pajthy
{

template <class T>
class [[nodiscard]] task
{
    using value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

public:
    class promise_type;

    /// A value that is there already.
    template <class U = value, std::enable_if_t<std::is_constructible_v<value, U> &&
                                                    !std::is_same_v<std::remove_cvref_t<U>, task>,
                                                int> = 0>
    task(U&& ready) : ready_(std::in_place, std::forward<U>(ready))
    {}

    task(task&& other) noexcept
        : ready_(std::move(other.ready_)), work_(std::exchange(other.work_, nullptr))
    {}

    /// Work that is not done is cancelled.
    ~task()
    {
        if (work_)
            work_.destroy();
    }

    bool done() const noexcept { return !work_ || work_.done(); }

    /// What came out, once, when it is done. Throws what the coroutine threw.
    T get();

    // --- For co_await

    bool await_ready() const noexcept { return done(); }
    void await_suspend(std::coroutine_handle<> waiting) noexcept;
    T await_resume() { return get(); }

private:
    using handle = std::coroutine_handle<promise_type>;

    explicit task(handle work) noexcept : work_(work) {}

    std::optional<value> ready_;
    handle work_ = nullptr;
};

/// Calls `then` with `work` when it is done: here and now, if it is. `then` must not throw: nobody
/// could catch that, and what it holds would never be freed.
template <class T, class Then>
void when_done(task<T> work, Then then);

// --- How it is done

namespace detail
{

// Memory for coroutines: the next one of about the same size gets what one has left. A request is a
// handful of them, some larger than what malloc keeps at hand. One rarely has to wait, so a few
// blocks of each size are enough, and they are kept.
class coroutine_memory
{
public:
    static void* take(std::size_t size)
    {
        auto* const kept = kept_for(size);
        if (kept == nullptr)
            return ::operator new(size);
        return kept->count != 0 ? kept->blocks[--kept->count] : ::operator new(rounded(size));
    }

    static void give(void* block, std::size_t size) noexcept
    {
        auto* const kept = kept_for(size);
        if (kept == nullptr || kept->count == kept->blocks.size())
            ::operator delete(block);
        else
            kept->blocks[kept->count++] = block;
    }

private:
    static constexpr std::size_t step = 128;
    static constexpr std::size_t largest = 2 * 1024;
    static constexpr std::size_t max_kept = 4; // of a size

    struct shelf
    {
        std::array<void*, max_kept> blocks{};
        std::size_t count = 0;

        ~shelf()
        {
            while (count != 0)
                ::operator delete(blocks[--count]);
        }
    };

    static constexpr std::size_t rounded(std::size_t size)
    {
        return (size + step - 1) / step * step;
    }

    static shelf* kept_for(std::size_t size) noexcept
    {
        static thread_local std::array<shelf, largest / step> shelves;
        return size > largest ? nullptr : &shelves[(size - 1) / step];
    }
};

// What the coroutines of all tasks have.
class task_promise
{
public:
    static void* operator new(std::size_t size) { return coroutine_memory::take(size); }
    static void operator delete(void* block, std::size_t size) noexcept
    {
        coroutine_memory::give(block, size);
    }

    std::suspend_never initial_suspend() noexcept { return {}; }

    auto final_suspend() noexcept
    {
        struct hand_over
        {
            std::coroutine_handle<> to;
            bool await_ready() noexcept { return false; }
            std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept { return to; }
            void await_resume() noexcept {}
        };
        return hand_over{waiting_};
    }

    void unhandled_exception() noexcept { failure_ = std::current_exception(); }

    void hand_over_to(std::coroutine_handle<> waiting) noexcept { waiting_ = waiting; }

    void rethrow() const
    {
        if (failure_)
            std::rethrow_exception(failure_);
    }

private:
    std::coroutine_handle<> waiting_ = std::noop_coroutine();
    std::exception_ptr failure_;
};

// A promise with a value and one without have functions of different names.
template <class T>
class returning_promise : public task_promise
{
public:
    template <class U = T>
    void return_value(U&& out)
    {
        out_.emplace(std::forward<U>(out));
    }

    T take() { return *std::move(out_); }

private:
    std::optional<T> out_;
};

template <>
class returning_promise<void> : public task_promise
{
public:
    void return_void() noexcept {}
    void take() noexcept {}
};

// A coroutine that nobody waits for. It frees itself at its end.
struct detached
{
    struct promise_type
    {
        detached get_return_object() noexcept { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() noexcept {}
        void unhandled_exception() noexcept { std::terminate(); } // see `when_done`
    };
};

template <class T>
struct settling
{
    task<T>& work;
    bool await_ready() const noexcept { return work.done(); }
    void await_suspend(std::coroutine_handle<> waiting) noexcept { work.await_suspend(waiting); }
    void await_resume() noexcept {}
};

template <class T, class Then>
detached finish_later(task<T> work, Then then)
{
    co_await settling<T>{work};
    then(work);
}

} // namespace detail

template <class T>
class task<T>::promise_type : public detail::returning_promise<T>
{
public:
    task get_return_object() noexcept { return task(handle::from_promise(*this)); }
};

template <class T>
T task<T>::get()
{
    if constexpr (std::is_void_v<T>)
    {
        if (work_)
            work_.promise().rethrow();
    }
    else
    {
        if (!work_)
            return *std::move(ready_);
        work_.promise().rethrow();
        return work_.promise().take();
    }
}

template <class T>
void task<T>::await_suspend(std::coroutine_handle<> waiting) noexcept
{
    work_.promise().hand_over_to(waiting);
}

template <class T, class Then>
void when_done(task<T> work, Then then)
{
    static_assert(std::is_nothrow_invocable_v<Then&, task<T>&>);
    if (work.done())
        then(work);
    else
        detail::finish_later(std::move(work), std::move(then));
}

} // namespace pajthy
