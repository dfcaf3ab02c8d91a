#include "websocket.hpp"

#include "turn_end.hpp"

#include <pajthy/clock.hpp>
#include <pajthy/bus/event_bus.hpp>
#include <pajthy/bus/outbox.hpp>
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

// A peer that has taken nothing for so long is not slow, it does not read.
constexpr std::chrono::seconds stuck_after{2};

// What a seat is told of itself waits for so long for an event to go along with.
constexpr std::chrono::milliseconds longest_alone{150};

constexpr std::size_t read_step = 4 * 1024;
constexpr std::size_t control_frame_size = 16; // enough for one without much of a payload
constexpr std::size_t most_buffers = 64;       // the system joins no more than some hundred

// How many messages may still come, counted as they come.
class message_allowance
{
public:
    message_allowance(rate most, time_point now) : left_(most.burst), filled_(now) {}

    bool take(rate most, time_point now)
    {
        if (most.burst == 0)
            return true;
        const double passed = std::chrono::duration<double>(now - filled_).count();
        left_ = std::min<double>(most.burst, left_ + passed * most.per_minute / 60);
        filled_ = now;
        left_ -= 1;
        return left_ >= 0;
    }

private:
    double left_;
    time_point filled_;
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

// What a close that the server began says of its reason.
websocket_end end_of(std::uint16_t code)
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

// There may be thousands that have nothing to say, so an idle one is this object and a wait for its
// socket, without a coroutine and without a buffer. It lives as long as something waits for its
// socket, and all that can end it from elsewhere is to cut that: what waits then comes to its end.
class event_socket final : public guest,
                           public timer_wheel::timed,
                           public turn_end::sender,
                           public subscriber
{
    using pointer = boost::intrusive_ptr<event_socket>;

public:
    event_socket(stream_socket socket, ticket granted, address_counts::place place, house& in)
        : in_(in), most_(in.most.websocket), socket_(std::move(socket)),
          granted_(std::move(granted)), place_(std::move(place)),
          counted_as_websocket_(in.counted.websockets_open),
          counted_as_connection_(in.counted.connections_open), reader_(most_.message_bytes),
          allowance_(most_.messages, in.now()), waiting_({most_.outbox_bytes, most_.outbox_frames})
    {
        ++in_.counted.websockets;
        in_.guests.push_back(*this);
    }

    void open(opening begun)
    try
    {
        if (most_.handshake.count() != 0)
            arm(in_.wheel, in_.now() + most_.handshake);
        deliver({.bytes = shared(switching_protocols(begun.key))});
        when_done(in_.api.attach(granted_, *this),
                  [self = pointer(this), early = std::move(begun.early)](
                      task<result<std::unique_ptr<attendance>>>& attached)
                  { self->begin(attached, early); });
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
        if (last_word_)
            return;
        if (backlog_ && waiting_.empty())
            waiting_since_ = in_.now();
        const bool can_wait =
            f.can_wait && !backlog_ && (waiting_.empty() || company_due_ != time_point());
        if (waiting_.push(f, peer_now()))
        {
            if (can_wait)
                wait_for_company();
            else
                in_.turn.await(*this, socket_.get_executor());
            return;
        }
        if (!backlog_) // too many in one turn of the loop, which is not the peer's fault
        {
            send_waiting();
            return;
        }
        log::info("websocket reset: too slow");
        cut_for(websocket_end::too_slow);
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    void close(close_code why) noexcept override { close(static_cast<std::uint16_t>(why)); }

    // --- guest

    void leave(time_point when) noexcept override
    {
        leaving_at_ = when;
        if (opened_)
            rearm();
    }

    void throw_out() noexcept override { cut_for(websocket_end::stopping); }

private:
    void begin(task<result<std::unique_ptr<attendance>>>& attached, std::string_view early)
    {
        opened_ = true;
        heard_ = pinged_ = in_.now();
        if (!take(attached) || !hear_first(early))
            end();
    }

    // False if nothing may come of it.
    bool take(task<result<std::unique_ptr<attendance>>>& attached) noexcept
    try
    {
        auto got = attached.get();
        if (got.has_value())
            attendance_ = *std::move(got);
        else
            close(got.error() == errc::unknown_session ? close_code::over : close_code::kicked);
        return true;
    }
    catch (const std::bad_alloc&)
    {
        drop();
        return false;
    }

    bool hear_first(std::string_view early) noexcept
    try
    {
        if (in_.closing && !leaving_at_) // granted before the stop, and no guest until after it
            close(close_code::going_away);
        rearm();
        hear(early);
        return wait_for_bytes();
    }
    catch (const std::bad_alloc&)
    {
        drop();
        return false;
    }

    // --- Reading: what a client says is checked, limited and ignored.

    // False if there will be none.
    bool wait_for_bytes()
    {
        if (!socket_.is_open())
            return false;
        socket_.async_read_some(asio::buffer(first_bytes_),
                                [self = pointer(this)](error_code error, std::size_t n)
                                { self->read(error, n); });
        return true;
    }

    void read(error_code error, std::size_t n)
    {
        if (!hear_and_wait(error, n))
            end();
    }

    bool hear_and_wait(error_code error, std::size_t n) noexcept
    try
    {
        if (!error)
            hear({first_bytes_.data(), n});
        if (!error && n == first_bytes_.size())
            read_more(error);
        return !error && wait_for_bytes();
    }
    catch (const std::bad_alloc&)
    {
        drop();
        return false;
    }

    // What did not fit in there.
    void read_more(error_code& error)
    {
        std::array<char, read_step> bytes;
        const auto n = socket_.read_some(asio::buffer(bytes), error);
        if (!error)
            hear({bytes.data(), n});
        if (error == asio::error::would_block || error == asio::error::eof)
            error = {}; // the end is told once more by the next read, when all is answered
    }

    void hear(std::string_view bytes)
    {
        if (!bytes.empty())
            heard_ = in_.now();
        while (!bytes.empty())
        {
            const auto heard = reader_.read(bytes);
            if (!heard)
                return;
            react(*heard);
        }
    }

    void react(const rfc6455::frame_reader::happening& heard)
    {
        using kind = rfc6455::frame_reader::kind;
        switch (heard.what)
        {
        case kind::close:
            ends_for(websocket_end::left);
            finish(heard.code);
            return;
        case kind::fault:
            broken_off_ = true;
            close(heard.code);
            return;
        case kind::fragment:
        case kind::message:
        case kind::ping:
        case kind::pong: break;
        }
        if (!allowance_.take(most_.messages, heard_))
            close(close_code::policy);
        else if (heard.what == kind::ping)
            deliver({.bytes = shared(rfc6455::frame_of(rfc6455::opcode::pong, heard.payload))});
    }

    // --- Sending

    // Mostly the device has voted itself and knows it already, so this is no reason for a send of
    // its own, as long as it may be that the next event takes it along.
    void wait_for_company()
    {
        if (company_due_ != time_point())
            return;
        company_due_ = in_.now() + longest_alone;
        rearm();
    }

    outbox::peer peer_now() const
    {
        if (!backlog_)
            return outbox::peer::keeps_up;
        return in_.now() - backlog_->progress < stuck_after ? outbox::peer::is_behind
                                                            : outbox::peer::is_stuck;
    }

    void on_turn_end() noexcept override
    try
    {
        if (!backlog_)
            send_waiting();
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    // And the last word behind it. Mostly the system takes it all at once.
    void send_waiting()
    {
        company_due_ = {};
        while (socket_.is_open() && (!waiting_.empty() || add_last_word()))
        {
            error_code error;
            const auto sent = write_some(waiting_.waiting(), 0, error);
            if (sent != waiting_.bytes())
            {
                send_rest({waiting_.take(), sent, std::exchange(waiting_since_, {})}, error);
                return;
            }
            waiting_.clear();
            waiting_since_ = {};
        }
        if (finished_ && last_word_sent_)
            hang_up();
        else if (broken_off_ && last_word_sent_)
            say_no_more();
    }

    bool add_last_word()
    {
        if (!last_word_ || last_word_sent_)
            return false;
        last_word_sent_ = true;
        closing_since_ = in_.now();
        rearm();
        return waiting_.push({.bytes = shared(rfc6455::close_frame(*last_word_))},
                             outbox::peer::keeps_up);
    }

    // What the system does not take at once.
    struct backlog
    {
        outbox::frames frames;
        std::size_t sent;      // bytes of them
        time_point since;      // the oldest of them waits; nothing before it has met a full socket
        time_point progress{}; // the system took something last
    };

    void send_rest(backlog what, error_code error)
    {
        drop_sent(what);
        while (!error && !what.frames.empty())
        {
            what.sent += write_some(what.frames, what.sent, error);
            drop_sent(what);
        }
        if (!error)
            send_waiting(); // what came meanwhile
        else if (error == asio::error::would_block)
            keep(std::move(what));
        else
            cut_for(websocket_end::left);
    }

    void keep(backlog what)
    {
        what.progress = in_.now();
        if (what.since == time_point())
            what.since = what.progress;
        backlog_ = std::make_unique<backlog>(std::move(what));
        rearm();
        wait_for_room();
    }

    // From the byte at `begin`. A single buffer, as it mostly is, is cheaper for the system than a
    // list of one.
    std::size_t write_some(const outbox::frames& what, std::size_t begin, error_code& error)
    {
        if (what.size() == 1)
            return socket_.write_some(asio::buffer(*what.front().bytes) + begin, error);
        boost::container::static_vector<asio::const_buffer, most_buffers> parts;
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

    void wait_for_room()
    {
        socket_.async_wait(stream_socket::wait_write,
                           [self = pointer(this)](error_code error)
                           {
                               if (!error)
                                   self->go_on_sending();
                           });
    }

    void go_on_sending() noexcept
    try
    {
        if (!socket_.is_open())
            return;
        const auto left = std::exchange(backlog_, nullptr);
        send_rest(std::move(*left), {});
    }
    catch (const std::bad_alloc&)
    {
        drop(); // what is left of a frame is lost
    }

    // --- Ending

    // Says `why` behind all that waits, and nothing more after it.
    void close(std::uint16_t why) noexcept
    try
    {
        if (last_word_)
            return;
        ends_for(end_of(why));
        last_word_ = why;
        in_.turn.await(*this, socket_.get_executor());
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    // The peer has said that it is the end: it hears the same, and then it is.
    void finish(std::uint16_t why) noexcept
    {
        finished_ = true;
        if (last_word_sent_ && !backlog_)
            hang_up();
        else
            close(why);
    }

    // To close while something is still unread would be a reset, which could overtake the last
    // word: what a peer still sends that broke a rule is taken until it goes, though not for long.
    void say_no_more() noexcept
    {
        error_code ignored;
        socket_.shutdown(stream_socket::shutdown_send, ignored);
    }

    void hang_up() noexcept
    {
        error_code ignored;
        socket_.close(ignored);
    }

    // The first reason is the one that counts.
    void ends_for(websocket_end why) noexcept
    {
        if (!why_)
            why_ = why;
    }

    void cut_for(websocket_end why) noexcept
    {
        ends_for(why);
        cut(socket_);
    }

    // There is no memory for what comes next.
    void drop() noexcept
    {
        log::warning("websocket dropped: out of memory");
        cut_for(websocket_end::no_memory);
    }

    // Nothing waits for the socket any more.
    void end() noexcept
    try
    {
        ends_for(websocket_end::left);
        ++in_.counted.websockets_ended[static_cast<std::size_t>(*why_)];
        hang_up();
        disarm();
        backlog_.reset();
        attendance_.reset();
    }
    catch (const std::bad_alloc&)
    {
        log::warning("the end of a websocket is noted later: out of memory");
    }

    // --- Patience

    void rearm()
    {
        auto next = time_point::max();
        const auto consider = [&](time_point since, milliseconds patience)
        {
            if (patience.count() != 0)
                next = std::min(next, since + patience);
        };
        consider(heard_, most_.dead);
        if (!last_word_)
            consider(pinged_, most_.ping);
        if (backlog_)
            consider(backlog_->since, most_.outbox_age);
        if (last_word_sent_)
            consider(closing_since_, most_.closing);
        if (leaving_at_ && !last_word_)
            next = std::min(next, *leaving_at_);
        if (company_due_ != time_point())
            next = std::min(next, company_due_);
        if (next != time_point::max())
            arm(in_.wheel, next);
    }

    void on_deadline(time_point now) noexcept override
    try
    {
        const auto is_over = [&](time_point since, milliseconds patience)
        { return patience.count() != 0 && now - since >= patience; };

        const auto overdue = [&]() -> std::optional<websocket_end>
        {
            if (!opened_)
                return websocket_end::unopened;
            if (backlog_ && is_over(backlog_->since, most_.outbox_age))
                return websocket_end::too_slow;
            if (is_over(heard_, most_.dead) ||
                (last_word_sent_ && is_over(closing_since_, most_.closing)))
                return websocket_end::dead;
            return std::nullopt;
        }();
        if (overdue)
        {
            cut_for(*overdue);
            return;
        }
        if (leaving_at_ && now >= *leaving_at_)
            close(close_code::going_away);
        if (company_due_ != time_point() && now >= company_due_)
            in_.turn.await(*this, socket_.get_executor());
        if (is_over(pinged_, most_.ping))
        {
            pinged_ = now;
            // A page sees no pings, so it hears the beat, in the same send.
            static const auto beat = shared(rfc6455::frame_of(rfc6455::opcode::ping, {}) +
                                            rfc6455::frame_of(rfc6455::opcode::text, beat_text()));
            if (!backlog_)
                deliver({.bytes = beat});
        }
        rearm();
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    house& in_;
    const websocket_limits& most_;
    stream_socket socket_;
    ticket granted_;
    address_counts::place place_; // of the connection
    gauge::hold counted_as_websocket_;
    gauge::hold counted_as_connection_;
    std::array<char, control_frame_size> first_bytes_; // of what comes; an idle peer sends pongs
    rfc6455::frame_reader reader_;
    message_allowance allowance_;
    outbox waiting_;
    std::unique_ptr<backlog> backlog_;
    time_point waiting_since_{}; // since when the oldest of what waits behind a backlog does
    time_point heard_{};
    time_point pinged_{};
    time_point closing_since_{};
    time_point company_due_{}; // until when what waits may do so; nothing does without it
    std::optional<time_point> leaving_at_;   // the server stops
    std::optional<std::uint16_t> last_word_; // the close code; nothing is delivered after it
    std::optional<websocket_end> why_;
    bool opened_ = false;
    bool last_word_sent_ = false;
    bool finished_ = false;   // the peer has closed
    bool broken_off_ = false; // the peer broke a rule
    std::unique_ptr<attendance> attendance_;
};

} // namespace

void open_websocket(stream_socket socket, opening begun, ticket granted,
                    address_counts::place place, house& in)
{
    const boost::intrusive_ptr opened(
        new event_socket(std::move(socket), std::move(granted), std::move(place), in));
    opened->open(std::move(begun));
}

} // namespace pajthy
