#include "websocket.hpp"

#include <pajthy/clock.hpp>
#include <pajthy/event/event_bus.hpp>
#include <pajthy/event/outbox.hpp>
#include <pajthy/log.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace pajthy
{
namespace
{

namespace websocket = boost::beast::websocket;
using boost::system::error_code;

// What a peer gets to finish the closing handshake.
constexpr std::chrono::seconds closing_patience{5};

// How many messages may still come, counted as they come.
class message_allowance
{
public:
    message_allowance(rate most, time_point now) : most_(most), left_(most.burst), filled_(now) {}

    bool take(time_point now)
    {
        if (most_.burst == 0)
            return true;
        const double passed = std::chrono::duration<double>(now - filled_).count();
        left_ = std::min<double>(most_.burst, left_ + passed * most_.per_minute / 60);
        filled_ = now;
        left_ -= 1;
        return left_ >= 0;
    }

private:
    rate most_;
    double left_;
    time_point filled_;
};

// Lives as long as its reading or its sending coroutine does. The subscription is the last member,
// so that it dies first.
class event_socket final : public guest,
                           public timer_wheel::timed,
                           public subscriber,
                           public std::enable_shared_from_this<event_socket>
{
public:
    event_socket(stream_socket socket, house& in)
        : in_(in), most_(in.most.websocket), stream_(std::move(socket)),
          counted_(in.counted.websockets_open), allowance_(most_.messages, in.now()),
          waiting_({most_.outbox_bytes, most_.outbox_frames})
    {
        in_.guests.push_back(*this);
    }

    task<void> run(opening begun, ticket granted)
    {
        const bool accepted = co_await accept(begun);
        if (!accepted)
            co_return;
        accepted_ = true;
        heard_ = pinged_ = in_.now();
        rearm();
        auto attached = co_await in_.api.attach(granted, *this);
        if (attached.has_error())
        {
            close(attached.error() == errc::unknown_session ? close_code::over
                                                            : close_code::kicked);
            co_await read();
            co_return;
        }
        subscription_ = *std::move(attached);
        if (in_.closing && !leaving_at_) // granted before the stop, and no guest until after it
            close(close_code::going_away);
        co_await read();
        subscription_.reset();
        co_await in_.api.detach(granted);
    }

    // --- subscriber

    void deliver(const frame& f) noexcept override
    {
        if (last_word_)
            return;
        if (waiting_.empty())
            waiting_since_ = in_.now();
        if (!waiting_.push(f))
        {
            log::info("websocket reset: too slow");
            throw_out();
            return;
        }
        send();
    }

    void close(close_code why) noexcept override
    {
        if (last_word_)
            return;
        last_word_ = why;
        send();
    }

    // --- guest

    void leave(time_point when) noexcept override
    {
        leaving_at_ = when;
        if (accepted_)
            rearm();
    }
    void throw_out() noexcept override { cut(stream_.next_layer()); }

private:
    // Beast takes what has been read already only together with a request.
    task<bool> accept(const opening& begun)
    {
        if (most_.handshake.count() != 0)
            arm(in_.wheel, in_.now() + most_.handshake);
        const std::string request = "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                                    "Connection: upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                    "Sec-WebSocket-Key: " +
                                    begun.key + "\r\n\r\n" + begun.early;
        const auto [error] = co_await stream_.async_accept(asio::buffer(request), use_task);
        disarm();
        stream_.auto_fragment(false);
        stream_.read_message_max(most_.message_bytes);
        stream_.text(true);
        stream_.control_callback(
            [this](websocket::frame_type, boost::beast::string_view)
            {
                heard_ = in_.now();
                if (!allowance_.take(heard_))
                    break_off();
            });
        co_return !error;
    }

    // Reading goes on over pings and pongs without coming back, so that it is not reading that can
    // end their flood; nor may the stream be written to from its own callback.
    void break_off()
    {
        if (!std::exchange(too_many_, true))
            asio::post(stream_.get_executor(),
                       [self = shared_from_this()] { self->close(close_code::policy); });
    }

    // What a client says is read, limited and ignored. Ends with the connection.
    task<void> read()
    {
        std::array<char, 256> ignored_text;
        for (;;)
        {
            const auto [error, n] =
                co_await stream_.async_read_some(asio::buffer(ignored_text), use_task);
            if (error)
                break;
            heard_ = in_.now();
            if (stream_.is_message_done() && !allowance_.take(heard_))
                break_off();
        }
        hang_up();
    }

    // --- Sending: one coroutine at a time, alive only while something waits.

    void send() noexcept
    {
        if (sending_)
            return;
        sending_ = true;
        asio::co_spawn(stream_.get_executor(), drain(shared_from_this()), asio::detached);
    }

    static task<void> drain(std::shared_ptr<event_socket> self)
    {
        while (!self->waiting_.empty())
        {
            self->sending_since_ = self->waiting_since_;
            self->rearm();
            const auto batch = self->waiting_.take();
            for (const auto& f : batch)
            {
                const auto [error, n] =
                    co_await self->stream_.async_write(asio::buffer(*f.text), use_task);
                if (error)
                {
                    self->throw_out();
                    co_return; // nothing is sent any more, so `sending_` stays set
                }
            }
            self->sending_since_.reset();
        }
        if (self->last_word_)
        {
            self->closing_since_ = self->in_.now();
            self->rearm();
            const websocket::close_reason why(static_cast<std::uint16_t>(*self->last_word_));
            co_await self->stream_.async_close(why, use_task);
            self->hang_up();
            co_return;
        }
        self->sending_ = false;
    }

    static task<void> ping(std::shared_ptr<event_socket> self)
    {
        self->pinging_ = true;
        const auto [error] = co_await self->stream_.async_ping({}, use_task);
        self->pinging_ = false;
        if (error)
            self->throw_out();
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
        if (sending_since_)
            consider(*sending_since_, most_.outbox_age);
        if (closing_since_)
            consider(*closing_since_, closing_patience);
        if (leaving_at_ && !last_word_)
            next = std::min(next, *leaving_at_);
        if (next != time_point::max())
            arm(in_.wheel, next);
    }

    void on_deadline(time_point now) noexcept override
    {
        const auto is_over = [&](time_point since, milliseconds patience)
        { return patience.count() != 0 && now - since >= patience; };

        if (!accepted_ || is_over(heard_, most_.dead) ||
            (sending_since_ && is_over(*sending_since_, most_.outbox_age)) ||
            (closing_since_ && is_over(*closing_since_, closing_patience)))
        {
            throw_out();
            return;
        }
        if (leaving_at_ && now >= *leaving_at_)
            close(close_code::going_away);
        if (is_over(pinged_, most_.ping))
        {
            pinged_ = now;
            if (!pinging_ && !last_word_)
                asio::co_spawn(stream_.get_executor(), ping(shared_from_this()), asio::detached);
        }
        rearm();
    }

    void hang_up() noexcept
    {
        error_code ignored;
        stream_.next_layer().close(ignored);
        disarm();
    }

    house& in_;
    const websocket_limits& most_;
    websocket::stream<stream_socket> stream_;
    gauge::hold counted_;
    message_allowance allowance_;
    outbox waiting_;
    time_point waiting_since_{};              // since when the oldest frame waits
    std::optional<time_point> sending_since_; // the same, of the batch that is being sent
    std::optional<time_point> closing_since_;
    std::optional<time_point> leaving_at_; // the server stops
    time_point heard_{};
    time_point pinged_{};
    std::optional<close_code> last_word_; // nothing is delivered after it
    bool accepted_ = false;
    bool sending_ = false;
    bool pinging_ = false;
    bool too_many_ = false;
    std::unique_ptr<subscription> subscription_;
};

} // namespace

task<void> serve_websocket(stream_socket socket, opening begun, ticket granted, house& in)
{
    const auto served = std::make_shared<event_socket>(std::move(socket), in);
    co_await served->run(std::move(begun), std::move(granted));
}

} // namespace pajthy
