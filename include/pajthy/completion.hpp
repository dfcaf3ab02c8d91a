// A value that comes from outside, such as the answer of a server, and the coroutine that waits for
// it. This is the bridge from callbacks (Asio's handlers among them) to tasks:
//
//     completion<result<version>> answer;
//     connection.send(command, answer.completer());   // calls it with the value, now or later
//     const auto kept = co_await answer;
#pragma once

#include <coroutine>
#include <optional>
#include <utility>

namespace pajthy
{

/// Belongs into the frame of the coroutine. When its task is given up it dies with it, and the
/// completer knows.
template <class T>
class completion
{
public:
    /// The other side, to be called once with the value, which resumes the coroutine at once.
    /// Calling it does nothing once the task was given up. If it dies without a call, the coroutine
    /// waits until its task is destroyed, at a deadline of its owner.
    class completer_type
    {
    public:
        completer_type(completer_type&& other) noexcept : to_(std::exchange(other.to_, nullptr))
        {
            if (to_ != nullptr)
                to_->from_ = this;
        }
        completer_type& operator=(completer_type&&) = delete;
        ~completer_type()
        {
            if (to_ != nullptr)
                to_->from_ = nullptr;
        }

        /// Whether somebody still waits for the value.
        bool is_wanted() const noexcept { return to_ != nullptr; }

        void operator()(T value)
        {
            if (to_ == nullptr)
                return;
            to_->from_ = nullptr;
            std::exchange(to_, nullptr)->complete(std::move(value));
        }

    private:
        friend class completion;
        explicit completer_type(completion& to) noexcept : to_(&to) { to.from_ = this; }

        completion* to_;
    };

    completion() = default;
    completion(const completion&) = delete;
    completion& operator=(const completion&) = delete;
    ~completion()
    {
        if (from_ != nullptr)
            from_->to_ = nullptr;
    }

    /// To be asked once.
    completer_type completer() noexcept { return completer_type(*this); }

    // --- For co_await

    bool await_ready() const noexcept { return value_.has_value(); }
    void await_suspend(std::coroutine_handle<> waiting) noexcept { waiting_ = waiting; }
    T await_resume() { return *std::move(value_); }

private:
    void complete(T value)
    {
        value_.emplace(std::move(value));
        if (waiting_)
            waiting_.resume(); // this may be gone behind it
    }

    completer_type* from_ = nullptr;
    std::coroutine_handle<> waiting_ = nullptr;
    std::optional<T> value_;
};

} // namespace pajthy
