#include "connection.hpp"

#include "answer_text.hpp"
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

// Room for the bytes that come: what is asked is mostly shorter.
constexpr std::size_t read_step = 512;

// After a refusal, what the client still sends is read and dropped for so long, so that it sees the
// answer and not a reset.
constexpr std::chrono::seconds drain_patience{2};

constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

// Of a head that is refused, to see who has sent it.
constexpr std::size_t most_looked_at = 16 * 1'024;

constexpr refusal bad_request{http::status::bad_request, "bad request"};
// Before a request, or since the one before. Clients of old sent one behind a body.
constexpr std::size_t most_empty_lines = 16;

constexpr refusal too_late{http::status::request_timeout, "request took too long"};

// It lives as long as something waits for its socket, or for its answer. Between requests nothing
// but the socket, and room for what comes, is there.
//
// It reads by `async_read_some`, not by waiting and reading then: Asio tells the system anew what
// it waits for each time, which costs more than a read too many. (With nothing else around, an
// answer took 3.5 in place of 3.8 µs.)
class connection final : public guest, public timer_wheel::timed, public turn_end::sender
{
    using pointer = boost::intrusive_ptr<connection>;

public:
    connection(stream_socket socket, asio::ip::address peer, address_counts::place place, house& in)
        : in_(in), socket_(std::move(socket)), peer_(std::move(peer)), place_(std::move(place))
    {
        in_.guests.push_back(*this);
    }

    void begin()
    {
        error_code error;
        socket_.non_blocking(true, error);
        arm_after(in_.most.http.head);
        if (in_.closing) // since it was accepted
            close();
        else
            wait_for_bytes();
    }

    void leave(time_point) noexcept override
    {
        if (doing_ == activity::waiting && (unread_.empty() || is_half_an_empty_line(unread_)))
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

    // What follows an answer.
    enum class ending
    {
        next,
        close,
        drain // and close: the client may still be sending
    };

    request_reader& reader() noexcept { return **reader_; }
    const request_reader& reader() const noexcept { return **reader_; }

    // --- Reading

    void wait_for_bytes()
    {
        if (waits_ || !socket_.is_open())
            return;
        waits_ = true;
        socket_.async_read_some(asio::buffer(room_),
                                [self = pointer(this)](error_code error, std::size_t n)
                                { self->read(error, n); });
    }

    void read(error_code error, std::size_t n)
    {
        waits_ = false;
        if (error)
            end_of_bytes();
        else
            take({room_.data(), n});
    }

    void end_of_bytes()
    {
        if (!socket_.is_open())
            return;
        switch (doing_)
        {
        case activity::waiting:
        case activity::draining: close(); break;
        case activity::reading: refuse_and_close(bad_request); break;
        case activity::answering: break;
        }
    }

    void take(std::string_view fresh)
    {
        if (!socket_.is_open())
            return;
        switch (doing_)
        {
        case activity::waiting:
        case activity::reading: read_request(fresh); break;
        case activity::answering: break; // a refusal, and what is behind it is dropped
        case activity::draining: wait_for_bytes(); break;
        }
    }

    void read_request(std::string_view fresh)
    {
        std::string_view bytes = unread_.empty() ? fresh : unread_.append(fresh);
        if (!reader_)
        {
            skip_empty_lines(bytes);
            if (bytes.empty() || is_half_an_empty_line(bytes))
            {
                keep_unread(bytes);
                stay_idle();
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
            ask_site();
        else
            wait_for_rest(!had_head && reader().is_head_complete());
    }

    // They are nobody's (RFC 9112 section 2.2). What is too many stays, and is no request.
    void skip_empty_lines(std::string_view& bytes)
    {
        for (; empty_lines_ < most_empty_lines; ++empty_lines_)
        {
            if (bytes.starts_with("\r\n"))
                bytes.remove_prefix(2);
            else if (bytes.starts_with('\n'))
                bytes.remove_prefix(1);
            else
                return;
        }
    }

    static bool is_half_an_empty_line(std::string_view bytes) { return bytes == "\r"; }

    // A connection on which no request has begun, whatever else came: it has no more time for it.
    void stay_idle()
    {
        if (in_.closing)
            close();
        else
            wait_for_bytes();
    }

    void begin_request()
    {
        empty_lines_ = 0;
        ++served_;
        auto box = std::exchange(in_.spare_reader, nullptr);
        if (!box)
            box = std::make_unique<std::optional<request_reader>>();
        box->emplace(in_.most.http, in_.lists);
        reader_ = std::move(box);
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

    void wait_for_rest(bool now_of_body)
    {
        // The first head has to be complete in time since the connection began.
        if (now_of_body)
            arm_after(in_.most.http.body);
        else if (doing_ == activity::waiting && served_ != 1)
            arm_after(in_.most.http.head);
        doing_ = activity::reading;
        if (now_of_body && reader().waits_for_leave())
            give_leave();
        wait_for_bytes();
    }

    // Whoever has no room for it goes without, and can send the body all the same.
    void give_leave()
    {
        error_code ignored;
        const auto sent = socket_.write_some(asio::buffer(go_on), ignored);
        if (sent != 0 && sent != go_on.size())
            cut(socket_); // nothing that makes sense can follow
    }

    // --- Refusing

    void refuse_and_close(const refusal& why)
    {
        disarm();
        in_.counted.answers.add({unknown_route, why.status});
        auto answer = refuse(why.status, why.title);
        if (shows_pages())
            answer = in_.pages.as_page(std::move(answer));
        send(answer, false, ending::drain);
    }

    // What a head says behind the part that is too large has mostly come, too.
    bool shows_pages()
    {
        if (!reader_)
            return false;
        if (!reader().is_head_complete())
        {
            std::array<char, most_looked_at> more;
            error_code nothing_there;
            const auto n = socket_.read_some(asio::buffer(more), nothing_there);
            unread_.append(more.data(), n);
        }
        return reader().accepts_pages(unread_);
    }

    void drain()
    {
        error_code ignored;
        socket_.shutdown(stream_socket::shutdown_send, ignored);
        doing_ = activity::draining;
        std::string().swap(unread_);
        arm_after(drain_patience);
        wait_for_bytes();
    }

    // --- Answering

    void ask_site()
    {
        disarm();
        doing_ = activity::answering;
        asked_ = in_.now();
        when_done(in_.pages.answer(reader().request(peer_, in_.proxies)),
                  [self = pointer(this)](task<response>& done) { self->answer(done.get()); });
    }

    void answer(response what)
    {
        log_answer(what);
        if (what.upgrade)
        {
            upgrade(std::move(*what.upgrade));
            return;
        }
        const bool keep_alive = reader().keep_alive() && !in_.closing && !in_.answers_once;
        send(what, reader().method() == http::verb::head,
             keep_alive ? ending::next : ending::close);
    }

    // The HTTP side is gone, reader, buffer and all, when the websocket has opened.
    void upgrade(ticket granted)
    {
        opening begun{reader().websocket_key(), std::move(unread_)};
        give_reader_back();
        open_websocket(std::move(socket_), std::move(begun), std::move(granted), std::move(place_),
                       in_);
    }

    void send(const response& what, bool head_only, ending afterwards)
    {
        doing_ = activity::answering;
        afterwards_ = afterwards;
        auto& text = in_.turn.text();
        answer_.begin = text.size();
        append_head(text, what, connection_option(),
                    reader_ && reader().is_secure() ? in_.hsts : std::string_view());
        if (!head_only)
        {
            text.append(what.body);
            answer_.shared = what.shared;
        }
        answer_.end = text.size();
        give_reader_back();
        if (text.size() <= turn_end::most_text)
        {
            in_.turn.await(*this, socket_.get_executor());
            return;
        }
        write_answer();
        text.resize(answer_.begin);
    }

    // The Connection field of an answer. HTTP/1.1 keeps connections without a word.
    std::string_view connection_option() const noexcept
    {
        if (afterwards_ != ending::next)
            return "close";
        return reader().is_http_1_0() ? "keep-alive" : std::string_view();
    }

    // What is asked next is looked for after the answers of all others, not after its own: by then
    // a busy client's request is mostly there, and looking in vain costs as much as reading. (An
    // answer took 3.8 in place of 4.0 µs.)
    void on_turn_end() noexcept override
    try
    {
        if (!socket_.is_open())
            return;
        if (doing_ == activity::answering)
            write_answer();
        else
            wait_for_bytes();
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    void write_answer()
    {
        std::string_view text = in_.turn.text();
        text = text.substr(answer_.begin, answer_.end - answer_.begin);
        std::string_view shared = std::exchange(answer_.shared, {});
        if (write(text, shared))
            finish_answer();
        else
            keep_rest(text, shared);
    }

    void keep_rest(std::string_view text, std::string_view shared)
    {
        if (!socket_.is_open())
            return;
        rest_ = std::make_unique<rest_of_answer>(rest_of_answer{std::string(text), shared});
        wait_for_room();
    }

    // Takes what it writes from the front. False if that isn't all: then there is no room, or the
    // socket is closed.
    bool write(std::string_view& text, std::string_view& shared)
    {
        while (!text.empty() || !shared.empty())
        {
            error_code error;
            const auto n = write_some(text, shared, error);
            if (error && error != asio::error::would_block)
                cut(socket_);
            if (error)
                return false;
            const auto of_text = std::min(n, text.size());
            text.remove_prefix(of_text);
            shared.remove_prefix(n - of_text);
        }
        return true;
    }

    // A single buffer is cheaper for the system than a list of one.
    std::size_t write_some(std::string_view text, std::string_view shared, error_code& error)
    {
        if (shared.empty())
            return socket_.write_some(asio::buffer(text), error);
        const std::array parts{asio::buffer(text), asio::buffer(shared)};
        return socket_.write_some(parts, error);
    }

    void wait_for_room()
    {
        if (!socket_.is_open())
            return;
        arm_after(in_.most.http.answer); // anew with each progress
        socket_.async_wait(stream_socket::wait_write, [self = pointer(this)](error_code error)
                           { self->go_on_writing(error); });
    }

    void go_on_writing(error_code error)
    {
        if (error || !socket_.is_open())
            return;
        std::string_view text = rest_->text;
        const bool done = write(text, rest_->shared);
        rest_->text.erase(0, rest_->text.size() - text.size());
        if (done)
            finish_answer();
        else
            wait_for_room();
    }

    void finish_answer()
    {
        rest_.reset();
        if (asked_)
            in_.counted.answer_time.add(in_.now() - *std::exchange(asked_, std::nullopt));
        switch (afterwards_)
        {
        case ending::close: close(); break;
        case ending::drain: drain(); break;
        case ending::next: next_request(); break;
        }
    }

    void give_reader_back() noexcept
    {
        if (!reader_) // a refusal before the first byte
            return;
        reader_->reset();
        in_.spare_reader = std::move(reader_);
    }

    void next_request()
    {
        doing_ = activity::waiting;
        arm_after(in_.most.http.keep_alive);
        if (!unread_.empty()) // a pipelining client gets one request per turn of the loop
            asio::post(socket_.get_executor(), [self = pointer(this)] { self->take({}); });
        else if (in_.closing) // since the answer was begun
            close();
        else
            in_.turn.await(*this, socket_.get_executor());
    }

    void log_answer(const response& answer) const
    {
        if (!log::enabled(log::level::debug))
            return;
        const std::string_view method = http::to_string(reader().method());
        const std::string_view route = answer.route.empty() ? "(file)" : answer.route;
        const auto status = static_cast<unsigned>(answer.status);
        std::string line(method);
        line.append(" ").append(route).append(" ").append(std::to_string(status));
        log::debug(line, {{"method", method}, {"route", route}, {"status", status}});
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
    try
    {
        switch (doing_)
        {
        case activity::waiting:
        case activity::draining: close(); break;
        case activity::answering: cut(socket_); break;
        case activity::reading: refuse_and_close(too_late); break;
        }
    }
    catch (const std::bad_alloc&)
    {
        drop();
    }

    // There is no memory for what comes next.
    void drop() noexcept
    {
        log::warning("connection dropped: out of memory");
        disarm();
        cut(socket_);
    }

    void close() noexcept
    {
        error_code ignored;
        disarm();
        socket_.close(ignored);
    }

    // Where the answer is in the turn's text, and what follows it.
    struct answer_of_turn
    {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string_view shared; // lives for ever
    };

    // What the system does not take at once.
    struct rest_of_answer
    {
        std::string text;
        std::string_view shared;
    };

    house& in_;
    gauge::hold counted_{in_.counted.connections_open};
    stream_socket socket_;
    asio::ip::address peer_;
    address_counts::place place_;
    std::array<char, read_step> room_; // for the bytes that come
    std::string unread_; // the front of a line or chunk that is not complete, or the next requests
    reader_box reader_;  // from the first byte of a request to its answer
    answer_of_turn answer_;
    std::unique_ptr<rest_of_answer> rest_;
    std::optional<time_point> asked_; // when the request was complete that is answered
    std::size_t served_ = 0;
    std::size_t empty_lines_ = 0;
    activity doing_ = activity::waiting;
    ending afterwards_ = ending::close;
    bool waits_ = false; // for bytes
};

} // namespace

void serve_connection(stream_socket socket, asio::ip::address peer, address_counts::place place,
                      house& in)
{
    ++in.counted.connections;
    const boost::intrusive_ptr served(
        new connection(std::move(socket), std::move(peer), std::move(place), in));
    served->begin();
}

} // namespace pajthy
