#include "connection.hpp"

#include "response_head.hpp"
#include "websocket.hpp"

#include <pajthy/log.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/smart_ptr/intrusive_ptr.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pajthy
{
namespace
{

using boost::system::error_code;

// Most requests are shorter.
constexpr std::size_t read_buffer_size = 512;

// A peer that gets its events and then the response is woken once for both. But a response doesn't
// wait until more events than this are sent: these take about half a millisecond.
constexpr std::size_t max_events_first = 100;

// Of the requests behind one that waits.
constexpr std::size_t max_kept_for_later = 16 * 1'024;

// After a refusal, what the client still sends is read and dropped for this long. Otherwise the
// client would see a reset in place of the response.
constexpr std::chrono::seconds drain_timeout{2};

constexpr std::string_view continue_response = "HTTP/1.1 100 Continue\r\n\r\n";

// How much more of a refused head is read, to see whether a browser has sent it.
constexpr std::size_t max_extra_read = 16 * 1'024;

constexpr refusal bad_request{http::status::bad_request, "bad request"};

// Empty lines in front of a request. Old clients send one after a body.
constexpr std::size_t max_empty_lines = 16;

constexpr refusal timed_out{http::status::request_timeout, "request took too long"};

// It lives as long as something waits for its socket or for its response. Between requests it holds
// nothing but the socket and a small read buffer.
//
// It reads by `async_read_some`. To wait for input first and then to read costs more than a read in
// vain, since Asio registers each wait with the system anew. (Measured alone, a response took 3.5
// in place of 3.8 µs.)
class connection final : public open_connection, public timer_wheel::timed, public deferred_writer
{
    using pointer = boost::intrusive_ptr<connection>;

public:
    connection(stream_socket socket, asio::ip::address peer, address_counts::hold place,
               server_context& context)
        : context_(context), socket_(std::move(socket)), peer_(std::move(peer)),
          place_(std::move(place))
    {
        context_.connections.push_back(*this);
    }

    void start()
    {
        error_code error;
        socket_.non_blocking(true, error);
        arm_after(context_.limits.http.head);
        if (context_.stopping) // the stop began after the accept
            close();
        else
            read_some();
    }

    void close_gracefully(time_point) noexcept override
    {
        if (activity_ == activity::waiting && (unread_.empty() || is_partial_empty_line(unread_)))
            close();
    }

    void abort() noexcept override { abort_connection(socket_); }

private:
    // What the connection does now. It decides what a deadline means.
    enum class activity
    {
        waiting,    // for a request to begin
        reading,    // the rest of the request
        responding, // waiting for the response, or writing it
        draining
    };

    enum class after_response
    {
        next_request,
        close,
        drain // then close: the client may still be sending
    };

    request_reader& reader() noexcept { return **reader_; }
    const request_reader& reader() const noexcept { return **reader_; }

    // --- Reading

    void read_some()
    {
        if (is_reading_ || !socket_.is_open())
            return;
        is_reading_ = true;
        socket_.async_read_some(asio::buffer(read_buffer_),
                                [self = pointer(this)](error_code error, std::size_t n)
                                { self->read(error, n); });
    }

    void read(error_code error, std::size_t n)
    {
        is_reading_ = false;
        if (error)
            on_end_of_input();
        else
            on_bytes({read_buffer_.data(), n});
    }

    void on_end_of_input()
    {
        if (!socket_.is_open())
            return;
        switch (activity_)
        {
        case activity::waiting:
        case activity::draining: close(); break;
        case activity::reading: refuse_and_close(bad_request); break;
        case activity::responding: break;
        }
    }

    void on_bytes(std::string_view fresh)
    {
        if (!socket_.is_open())
            return;
        switch (activity_)
        {
        case activity::waiting:
        case activity::reading: read_request(fresh); break;
        case activity::responding: keep_for_later(fresh); break;
        case activity::draining: read_some(); break;
        }
    }

    // What comes while a request waits is the next one. What follows a refused request is dropped.
    void keep_for_later(std::string_view fresh)
    {
        if (!is_pending_)
            return;
        unread_.append(fresh);
        if (unread_.size() < max_kept_for_later)
            read_some();
    }

    void read_request(std::string_view fresh)
    {
        std::string_view bytes = unread_.empty() ? fresh : unread_.append(fresh);
        if (!reader_)
        {
            skip_empty_lines(bytes);
            if (bytes.empty() || is_partial_empty_line(bytes))
            {
                keep_unread(bytes);
                wait_for_request();
                return;
            }
            begin_request();
        }
        const bool had_head = reader().is_head_complete();
        const auto refused = reader().read(bytes);
        keep_unread(bytes);
        if (refused)
            refuse_and_close(*refused);
        else if (reader().is_complete())
            dispatch();
        else
            wait_for_rest(!had_head && reader().is_head_complete());
    }

    // They belong to no request (RFC 9112 section 2.2). More than the limit stay, and are refused.
    void skip_empty_lines(std::string_view& bytes)
    {
        for (; empty_lines_ < max_empty_lines; ++empty_lines_)
        {
            if (bytes.starts_with("\r\n"))
                bytes.remove_prefix(2);
            else if (bytes.starts_with('\n'))
                bytes.remove_prefix(1);
            else
                return;
        }
    }

    static bool is_partial_empty_line(std::string_view bytes) { return bytes == "\r"; }

    // No request has begun, so the deadline stays as it is.
    void wait_for_request()
    {
        if (context_.stopping)
            close();
        else
            read_some();
    }

    void begin_request()
    {
        empty_lines_ = 0;
        ++request_count_;
        auto slot = std::exchange(context_.spare_reader, nullptr);
        if (!slot)
            slot = std::make_unique<std::optional<request_reader>>();
        slot->emplace(context_.limits.http, context_.all_list_bytes);
        reader_ = std::move(slot);
    }

    void keep_unread(std::string_view rest)
    {
        if (unread_.empty())
            unread_.assign(rest);
        else
            unread_.erase(0, unread_.size() - rest.size());
        if (unread_.empty())
            std::string().swap(unread_);
    }

    void wait_for_rest(bool head_completed)
    {
        // For the first head, the time runs since the connection began.
        if (head_completed)
            arm_after(context_.limits.http.body);
        else if (activity_ == activity::waiting && request_count_ != 1)
            arm_after(context_.limits.http.head);
        activity_ = activity::reading;
        if (head_completed && reader().expects_continue())
            send_continue();
        read_some();
    }

    // If the socket cannot take it now, it is not sent: the client may send the body without it.
    void send_continue()
    {
        error_code ignored;
        const auto sent = socket_.write_some(asio::buffer(continue_response), ignored);
        if (sent != 0 && sent != continue_response.size())
            abort_connection(socket_); // a part of it was sent: nothing valid can follow
    }

    // --- Refusing

    void refuse_and_close(const refusal& why)
    {
        disarm();
        context_.counters.responses.add({unknown_route, why.status});
        auto refused = refuse(why.status, why.title);
        if (accepts_html())
            refused = context_.pages.as_error_page(std::move(refused), is_secure());
        send(refused, false, after_response::drain);
    }

    bool is_secure() { return reader_ && reader().is_secure(); }

    // Of a head that is too large, the fields that are not parsed have mostly arrived, too.
    bool accepts_html()
    {
        if (!reader_)
            return false;
        if (!reader().is_head_complete())
        {
            std::array<char, max_extra_read> more;
            error_code nothing_there;
            const auto n = socket_.read_some(asio::buffer(more), nothing_there);
            unread_.append(more.data(), n);
        }
        return reader().accepts_html(unread_);
    }

    void drain()
    {
        error_code ignored;
        socket_.shutdown(stream_socket::shutdown_send, ignored);
        activity_ = activity::draining;
        std::string().swap(unread_);
        arm_after(drain_timeout);
        read_some();
    }

    // --- Responding

    void dispatch()
    {
        disarm();
        activity_ = activity::responding;
        dispatched_at_ = context_.now();
        auto& req = reader().request(peer_, context_.proxies);
        const bool may_upgrade = req.api.websocket;
        is_pending_ = true;
        writers_before_ = context_.deferred.size();
        when_done(context_.pages.respond(req), [self = pointer(this)](task<response>& done) noexcept
                  { self->on_response(done); });
        if (is_pending_ && !may_upgrade) // it has to wait: a peer that goes is noticed meanwhile
            read_some();
    }

    void on_response(task<response>& done) noexcept
    try
    {
        is_pending_ = false;
        respond(done.get());
    }
    catch (const std::exception&)
    {
        drop();
    }

    void respond(response what)
    {
        log_response(what);
        if (what.upgrade)
        {
            upgrade(std::move(what.upgrade));
            return;
        }
        const bool keep_alive =
            reader().keep_alive() && !context_.stopping && !context_.single_response;
        send(what, reader().method() == http::verb::head,
             keep_alive ? after_response::next_request : after_response::close);
    }

    // The websocket keeps nothing of the HTTP side: no reader and no buffer.
    void upgrade(std::unique_ptr<ticket> granted)
    {
        websocket_handshake handshake{reader().websocket_key(), std::move(unread_)};
        release_reader();
        open_websocket(std::move(socket_), std::move(handshake), std::move(granted),
                       std::move(place_), context_);
    }

    void send(const response& what, bool head_only, after_response after)
    {
        activity_ = activity::responding;
        after_response_ = after;
        auto& text = context_.deferred.buffer();
        deferred_.begin = text.size();
        append_head(text, what, connection_option(),
                    is_secure() ? context_.hsts : std::string_view());
        if (!head_only)
        {
            text.append(what.body);
            deferred_.shared = what.shared;
        }
        deferred_.end = text.size();
        release_reader();
        if (text.size() <= deferred_writes::max_buffered)
        {
            if (events_go_to_many())
                context_.deferred.add_first(*this, socket_.get_executor());
            else
                context_.deferred.add(*this, socket_.get_executor());
            return;
        }
        write_response();
        text.resize(deferred_.begin);
    }

    // Whether the response would wait for long behind the events that the request has caused.
    bool events_go_to_many() const noexcept
    {
        return context_.deferred.size() > writers_before_ + max_events_first;
    }

    // The value of the Connection field. HTTP/1.1 keeps connections without one.
    std::string_view connection_option() const noexcept
    {
        if (after_response_ != after_response::next_request)
            return "close";
        return reader().is_http_1_0() ? "keep-alive" : std::string_view();
    }

    // The next request is read after the responses of all connections are written, not right after
    // this connection's own. By then, the next request of a busy client has mostly arrived, and a
    // read in vain costs as much as another one. (A response took 3.8 in place of 4.0 µs.)
    void write_deferred() noexcept override
    try
    {
        if (!socket_.is_open())
            return;
        if (activity_ == activity::responding)
            write_response();
        else
            read_some();
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    void write_response()
    {
        std::string_view text = context_.deferred.buffer();
        text = text.substr(deferred_.begin, deferred_.end - deferred_.begin);
        std::string_view shared = std::exchange(deferred_.shared, {});
        if (write(text, shared))
            finish_response();
        else
            buffer_unsent(text, shared);
    }

    void buffer_unsent(std::string_view text, std::string_view shared)
    {
        if (!socket_.is_open())
            return;
        unsent_ = std::make_unique<unsent_response>(unsent_response{std::string(text), shared});
        wait_until_writable();
    }

    // Removes what it writes from the front of both. False if something is left: then the socket
    // takes no more now, or it is closed.
    bool write(std::string_view& text, std::string_view& shared)
    {
        while (!text.empty() || !shared.empty())
        {
            error_code error;
            const auto n = write_some(text, shared, error);
            if (error && error != asio::error::would_block)
                abort_connection(socket_);
            if (error)
                return false;
            const auto of_text = std::min(n, text.size());
            text.remove_prefix(of_text);
            shared.remove_prefix(n - of_text);
        }
        return true;
    }

    // A single buffer is cheaper for the system than a list of buffers.
    std::size_t write_some(std::string_view text, std::string_view shared, error_code& error)
    {
        if (shared.empty())
            return socket_.write_some(asio::buffer(text), error);
        const std::array parts{asio::buffer(text), asio::buffer(shared)};
        return socket_.write_some(parts, error);
    }

    void wait_until_writable()
    {
        if (!socket_.is_open())
            return;
        arm_after(context_.limits.http.response); // starts again with each progress
        socket_.async_wait(stream_socket::wait_write, [self = pointer(this)](error_code error)
                           { self->resume_writing(error); });
    }

    void resume_writing(error_code error)
    {
        if (error || !socket_.is_open())
            return;
        std::string_view text = unsent_->text;
        const bool done = write(text, unsent_->shared);
        unsent_->text.erase(0, unsent_->text.size() - text.size());
        if (done)
            finish_response();
        else
            wait_until_writable();
    }

    void finish_response()
    {
        unsent_.reset();
        if (dispatched_at_)
            context_.counters.response_time.add(context_.now() -
                                                *std::exchange(dispatched_at_, std::nullopt));
        switch (after_response_)
        {
        case after_response::close: close(); break;
        case after_response::drain: drain(); break;
        case after_response::next_request: next_request(); break;
        }
    }

    void release_reader() noexcept
    {
        if (!reader_) // refused before a request began
            return;
        reader_->reset();
        context_.spare_reader = std::move(reader_);
    }

    void next_request()
    {
        activity_ = activity::waiting;
        arm_after(context_.limits.http.keep_alive);
        if (!unread_.empty()) // pipelining: one request per turn of the loop
            asio::post(socket_.get_executor(), [self = pointer(this)] { self->on_bytes({}); });
        else if (context_.stopping) // the stop began after this response
            close();
        else
            context_.deferred.add(*this, socket_.get_executor());
    }

    void log_response(const response& what) const
    {
        if (!log::enabled(log::level::debug))
            return;
        const std::string_view method = http::to_string(reader().method());
        const std::string_view route = what.route.empty() ? "(file)" : what.route;
        const auto status = static_cast<unsigned>(what.status);
        std::string line(method);
        line.append(" ").append(route).append(" ").append(std::to_string(status));
        log::debug(line, {{"method", method}, {"route", route}, {"status", status}});
    }

    // --- Timeouts

    void arm_after(milliseconds timeout)
    {
        if (timeout.count() == 0)
            disarm();
        else
            arm(context_.wheel, context_.now() + timeout);
    }

    void on_deadline(time_point) noexcept override
    try
    {
        switch (activity_)
        {
        case activity::waiting:
        case activity::draining: close(); break;
        case activity::responding: abort_connection(socket_); break;
        case activity::reading: refuse_and_close(timed_out); break;
        }
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    // Out of memory.
    void drop() noexcept
    {
        log::warning("connection dropped: out of memory");
        disarm();
        abort_connection(socket_);
    }

    void close() noexcept
    {
        error_code ignored;
        disarm();
        socket_.close(ignored);
    }

    // Where the response is in the buffer of the deferred writes, and what follows it.
    struct deferred_response
    {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string_view shared; // lives for ever
    };

    // What the socket has not taken yet.
    struct unsent_response
    {
        std::string text;
        std::string_view shared;
    };

    server_context& context_;
    gauge::hold counted_{context_.counters.connections_open};
    stream_socket socket_;
    asio::ip::address peer_;
    address_counts::hold place_;
    std::array<char, read_buffer_size> read_buffer_;
    std::string unread_; // the front of an incomplete line or chunk, or the next requests
    reader_slot reader_; // from the first byte of a request to its response
    deferred_response deferred_;
    std::unique_ptr<unsent_response> unsent_;
    std::optional<time_point> dispatched_at_; // when the current request was complete
    std::size_t request_count_ = 0;
    std::size_t empty_lines_ = 0;
    activity activity_ = activity::waiting;
    after_response after_response_ = after_response::close;
    std::size_t writers_before_ = 0; // how many had deferred a write before the request
    bool is_pending_ = false;        // the response has to wait for the store
    bool is_reading_ = false;
};

} // namespace

void serve_connection(stream_socket socket, asio::ip::address peer, address_counts::hold place,
                      server_context& context)
{
    ++context.counters.connections;
    const boost::intrusive_ptr served(
        new connection(std::move(socket), std::move(peer), std::move(place), context));
    served->start();
}

} // namespace pajthy
