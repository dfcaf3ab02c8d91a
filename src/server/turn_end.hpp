// What is put off to the end of a turn of the loop: a socket that gets several events in one turn
// sends them in one go, the newest of what supersedes each other alone, and whoever asked gets the
// answer after those that it is news to. Sends that follow each other closely also let the other
// end work through them without going to sleep in between, which spares waking it for each.
#pragma once

#include "socket.hpp"

#include <boost/asio/post.hpp>
#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace pajthy
{

class turn_end
{
public:
    /// Lives at least until its turn has come.
    class sender : public boost::intrusive_ref_counter<sender, boost::thread_unsafe_counter>
    {
    public:
        virtual ~sender() = default;

    protected:
        sender() = default;
        sender(const sender&) = delete;
        sender& operator=(const sender&) = delete;

    private:
        friend class turn_end;

        virtual void on_turn_end() noexcept = 0;

        bool awaits_ = false;
    };

    turn_end() = default;
    turn_end(const turn_end&) = delete;
    turn_end& operator=(const turn_end&) = delete;

    /// Calls `who` once, when all that is ready in `loop` has had its turn, behind those that
    /// have called before: whoever has just been called comes once more, after all the others.
    /// Nothing has changed if it throws.
    void await(sender& who, const executor& loop)
    {
        if (who.awaits_)
            return;
        waiting_.emplace_back(&who);
        if (waiting_.size() == 1)
            call_all_later(loop);
        who.awaits_ = true;
    }

    /// One text for what has to be written down until then; emptied when all have been called.
    std::string& text() noexcept { return text_; }

    /// More than this should not wait there.
    static constexpr std::size_t most_text = 64 * 1024;

private:
    void call_all_later(const executor& loop)
    try
    {
        boost::asio::post(loop, [this] { call_all(); });
    }
    catch (...)
    {
        waiting_.pop_back(); // or whoever comes next would count on a call that never comes
        throw;
    }

    void call_all() noexcept
    {
        for (std::size_t i = 0; i != waiting_.size(); ++i) // there may come more meanwhile
        {
            const auto next = std::move(waiting_[i]);
            next->awaits_ = false;
            next->on_turn_end();
        }
        waiting_.clear();
        text_.clear();
        if (text_.capacity() > most_kept)
            text_.shrink_to_fit();
    }

    // What a string grows to that holds no more than it should.
    static constexpr std::size_t most_kept = 2 * most_text;

    std::vector<boost::intrusive_ptr<sender>> waiting_;
    std::string text_;
};

} // namespace pajthy
