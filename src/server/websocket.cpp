#include "websocket.hpp"

#include "deferred_writes.hpp"

#include <pajthy/bus/event_bus.hpp>
#include <pajthy/bus/outbox.hpp>
#include <pajthy/clock.hpp>
#include <pajthy/log.hpp>
#include <pajthy/rfc6455/frame_reader.hpp>
#include <pajthy/task.hpp>
#include <pajthy/wire/frames.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/container/static_vector.hpp>
#include <boost/smart_ptr/intrusive_ptr.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>

namespace pajthy
{
namespace
{

using boost::system::error_code;

// A peer that takes nothing for this long is not slow: it does not read.
constexpr std::chrono::seconds stalled_after{2};

// How long a frame of kind `you` waits for an event that it can be sent together with.
constexpr std::chrono::milliseconds max_coalescing_delay{150};

constexpr std::size_t second_read_size = 4 * 1024;
constexpr std::size_t control_frame_size = 16; // enough for a control frame with a short payload
constexpr std::size_t max_buffers = 64;        // of one send; the system takes some hundred

// Limits the rate of the messages: each takes a token.
class token_bucket
{
public:
    token_bucket(rate max, time_point now) : tokens_(max.burst), filled_at_(now) {}

    bool take(rate max, time_point now)
    {
        if (max.burst == 0)
            return true;
        const double passed = std::chrono::duration<double>(now - filled_at_).count();
        tokens_ = std::min<double>(max.burst, tokens_ + passed * max.per_minute / 60);
        filled_at_ = now;
        tokens_ -= 1;
        return tokens_ >= 0;
    }

private:
    double tokens_;
    time_point filled_at_;
};

std::shared_ptr<const std::string> shared(std::string bytes)
{
    return std::make_shared<const std::string>(std::move(bytes));
}

std::string switching_protocols(std::string_view key)
{
    std::string out = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Accept: ";
    return out.append(rfc6455::accept_of(key)).append("\r\n\r\n");
}

// Why a websocket ends that the server closes with `code`.
websocket_end reason_of(std::uint16_t code)
{
    switch (static_cast<close_code>(code))
    {
    case close_code::going_away: return websocket_end::stopping;
    case close_code::restarting: return websocket_end::no_memory;
    case close_code::policy: return websocket_end::policy;
    case close_code::too_big: return websocket_end::too_big;
    case close_code::too_slow: return websocket_end::too_slow;
    case close_code::kicked: return websocket_end::kicked;
    case close_code::over: return websocket_end::over;
    }
    return websocket_end::protocol;
}

// There may be thousands of idle websockets. So an idle one is no more than this object and a
// pending read: it has no coroutine and no heap buffer. It lives as long as an operation on its
// socket is pending. To end it from elsewhere, close the socket: the pending operations complete.
class event_socket final : public open_connection,
                           public timer_wheel::timed,
                           public deferred_writer,
                           public subscriber
{
    using pointer = boost::intrusive_ptr<event_socket>;

public:
    event_socket(stream_socket socket, std::unique_ptr<ticket> granted, address_counts::hold place,
                 server_context& context)
        : context_(context), limits_(context.limits.websocket), socket_(std::move(socket)),
          granted_(std::move(granted)), place_(std::move(place)),
          counted_as_websocket_(context.counters.websockets_open),
          counted_as_connection_(context.counters.connections_open), reader_(limits_.message_bytes),
          messages_(limits_.messages, context.now()),
          outbox_({limits_.outbox_bytes, limits_.outbox_frames})
    {
        ++context_.counters.websockets;
        context_.connections.push_back(*this);
    }

    void open(websocket_handshake handshake)
    try
    {
        if (limits_.handshake.count() != 0)
            arm(context_.wheel, context_.now() + limits_.handshake);
        deliver({.bytes = shared(switching_protocols(handshake.key))});
        when_done(context_.api.attach(*granted_, *this),
                  [self = pointer(this), early = std::move(handshake.early)](
                      task<result<std::unique_ptr<attendance>>>& attached) noexcept
                  { self->on_attached(attached, early); });
    }
    catch (const std::bad_alloc&)
    {
        drop();
        end();
    }

    // --- subscriber

    void deliver(const frame& f) noexcept override
    try
    {
        if (close_code_)
            return;
        if (backlog_ && outbox_.empty())
            outbox_since_ = context_.now();
        const bool can_coalesce =
            f.can_wait && !backlog_ && (outbox_.empty() || coalesce_until_ != time_point());
        if (outbox_.push(f, peer_now()))
        {
            if (can_coalesce)
                wait_to_coalesce();
            else
                context_.deferred.add(*this, socket_.get_executor());
            return;
        }
        if (!backlog_) // too many frames in one turn of the loop, which is not the peer's fault
        {
            send_outbox();
            return;
        }
        log::info("websocket reset: too slow");
        abort_for(websocket_end::too_slow);
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    void close(close_code why) noexcept override { close(static_cast<std::uint16_t>(why)); }

    // --- open_connection

    void close_gracefully(time_point websocket_close) noexcept override
    {
        stop_close_at_ = websocket_close;
        if (state_ != state::opening)
            rearm();
    }

    void abort() noexcept override { abort_for(websocket_end::stopping); }

private:
    // Our side may close in each of them: see `close_code_`.
    enum class state : std::uint8_t
    {
        opening, // the handler has not attached it yet
        open,
        peer_closed, // the peer has sent a close frame, of its own or in reply to ours
        peer_failed  // the peer broke a rule: what else it sends is read and dropped
    };

    void on_attached(task<result<std::unique_ptr<attendance>>>& attached,
                     std::string_view early) noexcept
    {
        state_ = state::open;
        last_received_ = last_pinged_ = context_.now();
        if (!take(attached) || !start_reading(early))
            end();
    }

    // False if out of memory.
    bool take(task<result<std::unique_ptr<attendance>>>& attached) noexcept
    try
    {
        auto got = attached.get();
        of_address_ = std::move(granted_->of_address);
        of_session_ = std::move(granted_->of_session);
        granted_.reset(); // an idle websocket needs no more of it
        if (got.has_value())
            attendance_ = *std::move(got);
        else
            refuse(got.error());
        return true;
    }
    catch (const std::bad_alloc&)
    {
        drop();
        return false;
    }

    // Only what is final is said as such: else the page comes back.
    void refuse(error_code why)
    {
        if (why == errc::unknown_session)
            close(close_code::over);
        else if (why == errc::not_your_seat || why == errc::key_wrong)
            close(close_code::kicked);
        else
        {
            note_reason(websocket_end::unavailable);
            close(close_code::restarting);
        }
    }

    bool start_reading(std::string_view early) noexcept
    try
    {
        if (context_.stopping && !stop_close_at_) // granted before the stop, opened after it
            close(close_code::going_away);
        rearm();
        receive(early);
        return read_some();
    }
    catch (const std::bad_alloc&)
    {
        drop();
        return false;
    }

    // --- Reading: what a client sends is checked, limited and ignored.

    // False if the socket is closed.
    bool read_some()
    {
        if (!socket_.is_open())
            return false;
        socket_.async_read_some(asio::buffer(read_buffer_),
                                [self = pointer(this)](error_code error, std::size_t n)
                                { self->read(error, n); });
        return true;
    }

    void read(error_code error, std::size_t n)
    {
        if (!receive_and_read_on(error, n))
            end();
    }

    bool receive_and_read_on(error_code error, std::size_t n) noexcept
    try
    {
        if (!error)
            receive({read_buffer_.data(), n});
        if (!error && n == read_buffer_.size())
            read_more(error);
        return !error && read_some();
    }
    catch (const std::bad_alloc&)
    {
        drop();
        return false;
    }

    // Reads the bytes that did not fit into the read buffer.
    void read_more(error_code& error)
    {
        std::array<char, second_read_size> bytes;
        const auto n = socket_.read_some(asio::buffer(bytes), error);
        if (!error)
            receive({bytes.data(), n});
        if (error == asio::error::would_block || error == asio::error::eof)
            error = {}; // the next read reports the end again, after everything is handled
    }

    void receive(std::string_view bytes)
    {
        if (!bytes.empty())
            last_received_ = context_.now();
        while (!bytes.empty())
        {
            const auto received = reader_.read(bytes);
            if (!received)
                return;
            handle(*received);
        }
    }

    void handle(const rfc6455::frame_reader::received& received)
    {
        using kind = rfc6455::frame_reader::kind;
        switch (received.what)
        {
        case kind::close:
            note_reason(websocket_end::left);
            on_peer_close(received.code);
            return;
        case kind::failure:
            state_ = state::peer_failed;
            close(received.code);
            return;
        case kind::fragment:
        case kind::message:
        case kind::ping:
        case kind::pong: break;
        }
        if (!messages_.take(limits_.messages, last_received_))
            close(close_code::policy);
        else if (received.what == kind::ping)
            deliver({.bytes = shared(rfc6455::frame_of(rfc6455::opcode::pong, received.payload))});
    }

    // --- Sending

    // A frame of kind `you` mostly tells a device of its own vote, which it knows already. So the
    // frame waits a little: mostly an event follows, and both take one send.
    void wait_to_coalesce()
    {
        if (coalesce_until_ != time_point())
            return;
        coalesce_until_ = context_.now() + max_coalescing_delay;
        rearm();
    }

    outbox::peer peer_now() const
    {
        if (!backlog_)
            return outbox::peer::keeps_up;
        return context_.now() - backlog_->progress < stalled_after ? outbox::peer::is_behind
                                                                   : outbox::peer::is_stuck;
    }

    void write_deferred() noexcept override
    try
    {
        if (!backlog_)
            send_outbox();
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    // Then the close frame, if there is one. Mostly the system takes all of it at once.
    void send_outbox()
    {
        coalesce_until_ = {};
        while (socket_.is_open() && (!outbox_.empty() || add_close_frame()))
        {
            error_code error;
            const auto sent = write_some(outbox_.waiting(), 0, error);
            if (sent != outbox_.bytes())
            {
                send_backlog({outbox_.take(), sent, std::exchange(outbox_since_, {})}, error);
                return;
            }
            outbox_.clear();
            outbox_since_ = {};
        }
        if (!close_sent_at_)
            return;
        if (state_ == state::peer_closed)
            close_socket();
        else if (state_ == state::peer_failed)
            shutdown_send();
    }

    bool add_close_frame()
    {
        if (!close_code_ || close_sent_at_)
            return false;
        close_sent_at_ = context_.now();
        rearm();
        return outbox_.push({.bytes = shared(rfc6455::close_frame(*close_code_))},
                            outbox::peer::keeps_up);
    }

    // Frames that the socket has not taken yet.
    struct backlog
    {
        outbox::frames frames;
        std::size_t sent;      // bytes of them
        time_point since;      // when the oldest of them began to wait
        time_point progress{}; // when the socket last took something
    };

    void send_backlog(backlog what, error_code error)
    {
        drop_sent(what);
        while (!error && !what.frames.empty())
        {
            what.sent += write_some(what.frames, what.sent, error);
            drop_sent(what);
        }
        if (!error)
            send_outbox(); // what was delivered meanwhile
        else if (error == asio::error::would_block)
            keep_backlog(std::move(what));
        else
            abort_for(websocket_end::left);
    }

    void keep_backlog(backlog what)
    {
        what.progress = context_.now();
        if (what.since == time_point())
            what.since = what.progress;
        backlog_ = std::make_unique<backlog>(std::move(what));
        rearm();
        wait_until_writable();
    }

    // From the byte at `begin`. Mostly there is a single frame, and a single buffer is cheaper for
    // the system than a list of buffers.
    std::size_t write_some(const outbox::frames& what, std::size_t begin, error_code& error)
    {
        if (what.size() == 1)
            return socket_.write_some(asio::buffer(*what.front().bytes) + begin, error);
        boost::container::static_vector<asio::const_buffer, max_buffers> parts;
        for (const auto& f : what)
        {
            if (parts.size() == parts.capacity())
                break;
            parts.push_back(asio::buffer(*f.bytes));
        }
        parts.front() += begin;
        return socket_.write_some(parts, error);
    }

    static void drop_sent(backlog& of)
    {
        auto first = of.frames.begin();
        for (; first != of.frames.end() && of.sent >= first->bytes->size(); ++first)
            of.sent -= first->bytes->size();
        of.frames.erase(of.frames.begin(), first);
    }

    void wait_until_writable()
    {
        socket_.async_wait(stream_socket::wait_write,
                           [self = pointer(this)](error_code error)
                           {
                               if (!error)
                                   self->resume_sending();
                           });
    }

    void resume_sending() noexcept
    try
    {
        if (!socket_.is_open())
            return;
        const auto left = std::exchange(backlog_, nullptr);
        send_backlog(std::move(*left), {});
    }
    catch (const std::bad_alloc&)
    {
        drop(); // the rest of a frame is lost
    }

    // --- Closing

    // Sends a close frame after all that waits, and nothing after it.
    void close(std::uint16_t code) noexcept
    try
    {
        if (close_code_)
            return;
        note_reason(reason_of(code));
        close_code_ = code;
        context_.deferred.add(*this, socket_.get_executor());
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    // Replies with the same code, unless our close frame is sent already. Then the socket closes.
    void on_peer_close(std::uint16_t code) noexcept
    {
        state_ = state::peer_closed;
        if (close_sent_at_ && !backlog_)
            close_socket();
        else
            close(code);
    }

    // To close a socket that has unread input sends a reset, and the reset could overtake the close
    // frame. So what a peer still sends after it broke a rule is read until it closes, or until the
    // close timeout.
    void shutdown_send() noexcept
    {
        error_code ignored;
        socket_.shutdown(stream_socket::shutdown_send, ignored);
    }

    void close_socket() noexcept
    {
        error_code ignored;
        socket_.close(ignored);
    }

    // The first reason counts.
    void note_reason(websocket_end why) noexcept
    {
        if (!end_reason_)
            end_reason_ = why;
    }

    void abort_for(websocket_end why) noexcept
    {
        note_reason(why);
        abort_connection(socket_);
    }

    // Out of memory.
    void drop() noexcept
    {
        log::warning("websocket dropped: out of memory");
        abort_for(websocket_end::no_memory);
    }

    // No read is pending any more.
    void end() noexcept
    try
    {
        note_reason(websocket_end::left);
        ++context_.counters.websockets_ended[static_cast<std::size_t>(*end_reason_)];
        close_socket();
        disarm();
        backlog_.reset();
        attendance_.reset();
    }
    catch (const std::bad_alloc&)
    {
        log::warning("the end of a websocket is noted later: out of memory");
    }

    // --- Timeouts

    void rearm()
    {
        auto next = time_point::max();
        const auto consider = [&](time_point since, milliseconds timeout)
        {
            if (timeout.count() != 0)
                next = std::min(next, since + timeout);
        };
        consider(last_received_, limits_.dead);
        if (!close_code_)
            consider(last_pinged_, limits_.ping);
        if (backlog_)
            consider(backlog_->since, limits_.outbox_age);
        if (close_sent_at_)
            consider(*close_sent_at_, limits_.closing);
        if (stop_close_at_ && !close_code_)
            next = std::min(next, *stop_close_at_);
        if (coalesce_until_ != time_point())
            next = std::min(next, coalesce_until_);
        if (next != time_point::max())
            arm(context_.wheel, next);
    }

    void on_deadline(time_point now) noexcept override
    try
    {
        const auto is_over = [&](time_point since, milliseconds timeout)
        { return timeout.count() != 0 && now - since >= timeout; };

        const auto overdue = [&]() -> std::optional<websocket_end>
        {
            if (state_ == state::opening)
                return websocket_end::unopened;
            if (backlog_ && is_over(backlog_->since, limits_.outbox_age))
                return websocket_end::too_slow;
            if (is_over(last_received_, limits_.dead) ||
                (close_sent_at_ && is_over(*close_sent_at_, limits_.closing)))
                return websocket_end::dead;
            return std::nullopt;
        }();
        if (overdue)
        {
            abort_for(*overdue);
            return;
        }
        if (stop_close_at_ && now >= *stop_close_at_)
            close(close_code::going_away);
        if (coalesce_until_ != time_point() && now >= coalesce_until_)
            context_.deferred.add(*this, socket_.get_executor());
        if (is_over(last_pinged_, limits_.ping))
        {
            last_pinged_ = now;
            // A page cannot see pings, so the same send has a text frame for it.
            static const auto ping_and_beat =
                shared(rfc6455::frame_of(rfc6455::opcode::ping, {}) +
                       rfc6455::frame_of(rfc6455::opcode::text, beat_text()));
            if (!backlog_)
                deliver({.bytes = ping_and_beat});
        }
        rearm();
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    server_context& context_;
    const websocket_limits& limits_;
    stream_socket socket_;
    std::unique_ptr<ticket> granted_; // until it is attached
    address_counts::hold place_;      // of the connection
    address_counts::hold of_address_; // of the websocket
    held_counts<std::string>::hold of_session_;
    gauge::hold counted_as_websocket_;
    gauge::hold counted_as_connection_;
    std::array<char, control_frame_size> read_buffer_; // an idle peer sends pongs
    rfc6455::frame_reader reader_;
    token_bucket messages_;
    outbox outbox_;
    std::unique_ptr<backlog> backlog_;
    time_point outbox_since_{}; // when the oldest frame in the outbox began to wait for the backlog
    time_point last_received_{};
    time_point last_pinged_{};
    time_point coalesce_until_{}; // when the outbox is sent at the latest; zero: not coalescing
    std::optional<time_point> stop_close_at_; // set when the server stops
    std::optional<std::uint16_t> close_code_; // of our close frame; nothing is delivered after it
    std::optional<time_point> close_sent_at_; // when our close frame went into the outbox
    std::optional<websocket_end> end_reason_;
    state state_ = state::opening;
    std::unique_ptr<attendance> attendance_;
};

} // namespace

void open_websocket(stream_socket socket, websocket_handshake handshake,
                    std::unique_ptr<ticket> granted, address_counts::hold place,
                    server_context& context)
{
    const boost::intrusive_ptr opened(
        new event_socket(std::move(socket), std::move(granted), std::move(place), context));
    opened->open(std::move(handshake));
}

} // namespace pajthy
