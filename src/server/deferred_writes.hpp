// Writes that are put off to the end of a turn of the loop.
//
// A socket that gets several events in one turn sends them in one go, and of events that replace
// each other only the newest. The response to a request is sent after the events that the request
// has caused, unless these go to many. Sends that follow each other closely also let the other
// end work through them without going to sleep in between, so it need not be woken for each.
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

class deferred_writes;

/// Lives at least until its deferred write is done.
class deferred_writer
    : public boost::intrusive_ref_counter<deferred_writer, boost::thread_unsafe_counter>
{
public:
    virtual ~deferred_writer() = default;

protected:
    deferred_writer() = default;
    deferred_writer(const deferred_writer&) = delete;
    deferred_writer& operator=(const deferred_writer&) = delete;

private:
    friend class deferred_writes;

    virtual void write_deferred() noexcept = 0;

    bool is_deferred_ = false;
};

class deferred_writes
{
public:
    deferred_writes() = default;
    deferred_writes(const deferred_writes&) = delete;
    deferred_writes& operator=(const deferred_writes&) = delete;

    /// Calls `writer` once, after everything that is ready in `loop`, and after the writers that
    /// were added before it. A writer that is added again while it is called is called once more,
    /// after all others. Nothing has changed if this throws.
    void add(deferred_writer& writer, const executor& loop) { add(writer, loop, others_); }

    /// How many are to be called.
    std::size_t size() const noexcept { return first_.size() + others_.size(); }

    /// The same as `add`, before all that were added by that.
    void add_first(deferred_writer& writer, const executor& loop) { add(writer, loop, first_); }

    /// One buffer for what all writers are going to write; empty again when all have been called.
    std::string& buffer() noexcept { return buffer_; }

    /// A buffer with more than this should be written at once.
    static constexpr std::size_t max_buffered = 64 * 1024;

private:
    using writers = std::vector<boost::intrusive_ptr<deferred_writer>>;

    void add(deferred_writer& writer, const executor& loop, writers& to)
    {
        if (writer.is_deferred_)
            return;
        to.emplace_back(&writer);
        if (!is_posted_)
            post_calls(loop, to);
        writer.is_deferred_ = true;
    }

    void post_calls(const executor& loop, writers& added_to)
    try
    {
        boost::asio::post(loop, [this] { call_all(); });
        is_posted_ = true;
    }
    catch (...)
    {
        added_to.pop_back(); // otherwise the next writer would rely on a call that never comes
        throw;
    }

    void call_all() noexcept
    {
        std::size_t first = 0;
        for (std::size_t other = 0; first != first_.size() || other != others_.size();)
        {
            auto& next = first != first_.size() ? first_[first++] : others_[other++];
            const auto writer = std::move(next); // a call can add writers
            writer->is_deferred_ = false;
            writer->write_deferred();
        }
        first_.clear();
        others_.clear();
        is_posted_ = false;
        buffer_.clear();
        if (buffer_.capacity() > max_capacity)
            buffer_.shrink_to_fit();
    }

    // A string with no more than `max_buffered` in it grows up to this.
    static constexpr std::size_t max_capacity = 2 * max_buffered;

    writers first_;
    writers others_;
    bool is_posted_ = false;
    std::string buffer_;
};

} // namespace pajthy
