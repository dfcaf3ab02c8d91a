// What is put off to the end of a turn of the loop, so that a socket that gets several events in
// one turn sends them in one go, and the newest of what supersedes each other alone.
#pragma once

#include "socket.hpp"

#include <boost/asio/post.hpp>
#include <boost/intrusive/list.hpp>

namespace pajthy
{

class turn_end
{
    using hook = boost::intrusive::list_base_hook<
        boost::intrusive::tag<turn_end>,
        boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

public:
    /// Forgets its turn when it dies.
    class sender : public hook
    {
    protected:
        sender() = default;
        sender(const sender&) = delete;
        sender& operator=(const sender&) = delete;
        ~sender() = default;

    private:
        friend class turn_end;

        /// Must not destroy any other sender.
        virtual void on_turn_end() noexcept = 0;
    };

    turn_end() = default;
    turn_end(const turn_end&) = delete;
    turn_end& operator=(const turn_end&) = delete;

    /// Calls `who` once, when all that is ready in `loop` has had its turn.
    void await(sender& who, const executor& loop)
    {
        if (static_cast<hook&>(who).is_linked())
            return;
        if (waiting_.empty())
            boost::asio::post(loop, [this] { call_all(); });
        waiting_.push_back(who);
    }

private:
    void call_all() noexcept
    {
        while (!waiting_.empty())
        {
            sender& next = waiting_.front();
            waiting_.pop_front();
            next.on_turn_end();
        }
    }

    using list = boost::intrusive::list<sender, boost::intrusive::base_hook<hook>,
                                        boost::intrusive::constant_time_size<false>>;

    list waiting_;
};

} // namespace pajthy
