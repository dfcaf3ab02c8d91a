// Writes that are put off to the end of a turn of the loop.
//
// A socket that gets several events in one turn sends them in one go, and of events that replace
// each other only the newest. The response to a request is sent after the events that the request
// has caused. Sends that follow each other closely also let the other end work through them without
// going to sleep in between, so it need not be woken for each.
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
    void add(deferred_writer& writer, const executor& loop)
    {
        if (writer.is_deferred_)
            return;
        writers_.emplace_back(&writer);
        if (writers_.size() == 1)
            post_calls(loop);
        writer.is_deferred_ = true;
    }

    /// One buffer for what all writers are going to write; empty again when all have been called.
    std::string& buffer() noexcept { return buffer_; }

    /// A buffer with more than this should be written at once.
    static constexpr std::size_t max_buffered = 64 * 1024;

private:
    void post_calls(const executor& loop)
    try
    {
        boost::asio::post(loop, [this] { call_all(); });
    }
    catch (...)
    {
        writers_.pop_back(); // otherwise the next writer would rely on a call that never comes
        throw;
    }

    void call_all() noexcept
    {
        for (std::size_t i = 0; i != writers_.size(); ++i) // a call can add writers
        {
            const auto next = std::move(writers_[i]);
            next->is_deferred_ = false;
            next->write_deferred();
        }
        writers_.clear();
        buffer_.clear();
        if (buffer_.capacity() > max_capacity)
            buffer_.shrink_to_fit();
    }

    // A string with no more than `max_buffered` in it grows up to this.
    static constexpr std::size_t max_capacity = 2 * max_buffered;

    std::vector<boost::intrusive_ptr<deferred_writer>> writers_;
    std::string buffer_;
};

} // namespace pajthy
