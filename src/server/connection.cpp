#include "connection.hpp"

#include "answer_text.hpp"
#include "request_head.hpp"
#include "websocket.hpp"

#include <pajthy/log.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace pajthy
{
namespace
{

using boost::system::error_code;
using request_parser = http::request_parser<http::string_body>;

constexpr std::size_t read_step = 4 * 1024;

// The bytes on the wire for each byte of a body: a chunk of one takes six, and extensions of chunks
// could be any number.
constexpr std::size_t most_framing = 8;

// After a refusal, what the client still sends is read and dropped for so long, so that it sees the
// answer and not a reset.
constexpr std::chrono::seconds drain_patience{2};

bool expects_continue(const http::request_header<>& head)
{
    return head.version() >= 11 && head[http::field::expect] == "100-continue";
}

class connection final : public guest, public timer_wheel::timed
{
public:
    connection(stream_socket socket, asio::ip::address peer, house& in)
        : in_(in), socket_(std::move(socket)), peer_(std::move(peer))
    {
        const auto head = in_.most.http.head_bytes;
        const auto body = in_.most.http.body_bytes;
        if (head != 0 && body != 0)
            buffer_.max_size(head + body + 2 * read_step);
        in_.guests.push_back(*this);
    }

    // A websocket that was granted is left behind for the caller, in `begun` and `granted`.
    task<void> run()
    {
        while (socket_.is_open() && !granted_)
        {
            const bool arrived = co_await wait_for_request();
            if (!arrived)
                break;
            co_await serve_request();
            if (buffer_.size() != 0) // a pipelining client gets one request per turn of the loop
                co_await asio::post(socket_.get_executor(), asio::use_awaitable_t<executor>());
        }
        disarm();
    }

    bool upgraded() const noexcept { return granted_.has_value() && socket_.is_open(); }
    stream_socket& socket() noexcept { return socket_; }
    ticket& granted() noexcept { return *granted_; }
    opening& begun() noexcept { return begun_; }

    void leave(time_point) noexcept override
    {
        if (doing_ == activity::waiting)
            close();
    }

    void throw_out() noexcept override { cut(socket_); }

private:
    // What a deadline means depends on what it was for.
    enum class activity
    {
        waiting,   // for a request to begin
        reading,   // the rest of it
        answering, // or asking the site for the answer
        draining
    };

    // --- Reading

    // False if the connection is over. Between requests nothing but the socket is alive.
    task<bool> wait_for_request()
    {
        if (buffer_.size() != 0)
            co_return true;
        if (in_.closing) // since the last answer was begun
            co_return false;
        buffer_.shrink_to_fit();
        doing_ = activity::waiting;
        arm_after(served_ == 0 ? in_.most.http.head : in_.most.http.keep_alive);
        const auto error = co_await read_some();
        co_return !error;
    }

    task<void> serve_request()
    {
        ++in_.counted.requests;
        ++served_;
        request_parser parser;
        parser.header_limit(std::numeric_limits<std::uint32_t>::max()); // counted here instead
        if (in_.most.http.body_bytes != 0)
            parser.body_limit(in_.most.http.body_bytes);
        else
            parser.body_limit(boost::none);

        doing_ = activity::reading;
        if (served_ != 1) // the first head has to be complete in time since the connection began
            arm_after(in_.most.http.head);
        const auto bad_head = co_await read_header(parser);
        if (bad_head)
        {
            co_await refuse_and_close(*bad_head);
            co_return;
        }
        auto req = read_head(parser.get(), peer_, in_.proxies);
        if (!parser.is_done())
        {
            arm_after(in_.most.http.body);
            const auto bad_body = co_await read_body(parser);
            if (bad_body)
            {
                co_await refuse_and_close(*bad_body);
                co_return;
            }
        }
        disarm();
        doing_ = activity::answering;
        req.api.body = std::move(parser.get().body());

        auto answer = co_await in_.pages.answer(req);
        log_answer(req, answer);
        if (answer.upgrade)
        {
            granted_ = std::move(answer.upgrade);
            begun_.key = std::move(req.websocket_key);
            begun_.early = boost::beast::buffers_to_string(buffer_.data());
            co_return;
        }
        const bool keep_alive = parser.keep_alive() && !in_.closing;
        co_await write(answer, keep_alive, req.api.method == http::verb::head);
        if (!keep_alive)
            close();
    }

    // Beast bounds each line of a head, but not all of them together when they drip in.
    task<std::optional<refusal>> read_header(request_parser& parser)
    {
        const auto most = in_.most.http.head_bytes;
        std::size_t parsed = 0;
        for (;;)
        {
            error_code error;
            const auto n = parser.put(buffer_.data(), error);
            buffer_.consume(n);
            parsed += n;
            const bool done = parser.is_header_done();
            if (most != 0 && (parsed > most || (!done && parsed + buffer_.size() > most)))
                co_return refusal_of_head(parsed);
            if (error && error != http::error::need_more)
                co_return refusal_of(error);
            if (done)
                co_return check_head(parser.get(), in_.most.http);
            const auto failed = co_await read_some();
            if (failed)
                co_return refusal_of_read();
        }
    }

    task<std::optional<refusal>> read_body(request_parser& parser)
    {
        if (expects_continue(parser.get()))
        {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await asio::async_write(socket_, asio::buffer(go_on), use_task);
        }
        parser.eager(true);
        const auto most = in_.most.http.body_bytes * most_framing;
        for (std::size_t taken = 0;;)
        {
            error_code error;
            if (buffer_.size() != 0)
            {
                const auto n = parser.put(buffer_.data(), error);
                buffer_.consume(n);
                taken += n;
            }
            if (most != 0 && taken > most)
                co_return refusal_of(error);
            if (error && error != http::error::need_more)
                co_return refusal_of(error);
            if (parser.is_done())
                co_return std::nullopt;
            const auto failed = co_await read_some();
            if (failed)
                co_return refusal_of_read();
        }
    }

    task<error_code> read_some()
    {
        if (buffer_.size() + read_step > buffer_.max_size())
            co_return http::make_error_code(http::error::buffer_overflow);
        const auto room = buffer_.prepare(read_step);
        const auto [error, n] = co_await socket_.async_read_some(room, use_task);
        buffer_.commit(n);
        co_return error;
    }

    // --- Refusing

    static refusal refusal_of_head(std::size_t parsed)
    {
        if (parsed == 0) // not even the request line is complete
            return {http::status::uri_too_long, "request target is too long"};
        return {http::status::request_header_fields_too_large, "request head is too large"};
    }

    static refusal refusal_of(error_code error)
    {
        if (error == http::error::body_limit)
            return {http::status::payload_too_large, "request body is too large"};
        return {http::status::bad_request, "bad request"};
    }

    refusal refusal_of_read() const
    {
        if (late_)
            return {http::status::request_timeout, "request took too long"};
        return {http::status::bad_request, "bad request"};
    }

    task<void> refuse_and_close(refusal why)
    {
        doing_ = activity::answering;
        co_await write(refuse(why.status, why.title), false, false);
        error_code ignored;
        socket_.shutdown(stream_socket::shutdown_send, ignored);
        doing_ = activity::draining;
        arm_after(drain_patience);
        buffer_.clear();
        for (bool open = true; open;)
        {
            const auto room = buffer_.prepare(read_step); // never committed: dropped
            const auto [error, n] = co_await socket_.async_read_some(room, use_task);
            open = !error;
        }
        close();
    }

    // --- Answering

    task<void> write(const site_answer& answer, bool keep_alive, bool head_only)
    {
        const auto head = head_text(answer, keep_alive);
        std::array<asio::const_buffer, 3> parts{asio::buffer(head), asio::buffer(answer.body),
                                                asio::buffer(answer.shared)};
        if (head_only)
            parts[1] = parts[2] = {};
        while (asio::buffer_size(parts) != 0)
        {
            arm_after(in_.most.http.answer); // anew with each progress
            const auto [error, n] = co_await socket_.async_write_some(parts, use_task);
            if (error)
            {
                cut(socket_);
                co_return;
            }
            auto sent = n;
            for (auto& part : parts)
            {
                const auto step = std::min(sent, part.size());
                part += step;
                sent -= step;
            }
        }
        disarm();
    }

    void log_answer(const site_request& req, const site_answer& answer) const
    {
        if (!log::enabled(log::level::debug))
            return;
        const std::string_view method = http::to_string(req.api.method);
        std::string line(method);
        line.append(" ").append(answer.route.empty() ? "(file)" : answer.route);
        line.append(" ").append(std::to_string(static_cast<unsigned>(answer.status)));
        log::debug(line);
    }

    // --- Patience

    void arm_after(milliseconds patience)
    {
        if (patience.count() == 0)
            disarm();
        else
            arm(in_.wheel, in_.now() + patience);
    }

    void on_deadline(time_point) noexcept override
    {
        error_code ignored;
        switch (doing_)
        {
        case activity::waiting:
        case activity::draining: close(); break;
        case activity::answering: cut(socket_); break;
        case activity::reading:
            late_ = true;
            socket_.cancel(ignored); // wakes the read, which answers 408
            break;
        }
    }

    void close() noexcept
    {
        error_code ignored;
        socket_.shutdown(stream_socket::shutdown_both, ignored);
        socket_.close(ignored);
    }

    house& in_;
    gauge::hold counted_{in_.counted.connections_open};
    stream_socket socket_;
    asio::ip::address peer_;
    boost::beast::flat_buffer buffer_;
    std::size_t served_ = 0;
    activity doing_ = activity::waiting;
    bool late_ = false; // the client let a deadline pass
    std::optional<ticket> granted_;
    opening begun_;
};

} // namespace

task<void> serve_connection(stream_socket socket, asio::ip::address peer,
                            address_counts::place place, house& in)
{
    ++in.counted.connections;

    // The HTTP side is gone, parser, buffers and all, before the websocket begins.
    std::optional<stream_socket> upgraded;
    std::optional<ticket> granted;
    opening begun;
    {
        connection http_side(std::move(socket), std::move(peer), in);
        co_await http_side.run();
        if (http_side.upgraded())
        {
            upgraded.emplace(std::move(http_side.socket()));
            granted.emplace(std::move(http_side.granted()));
            begun = std::move(http_side.begun());
        }
    }
    if (granted)
        co_await open_websocket(*std::move(upgraded), std::move(begun), *std::move(granted),
                                std::move(place), in);
}

} // namespace pajthy
