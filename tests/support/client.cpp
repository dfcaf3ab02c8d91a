// The one file of the tests that pays for the templates of Beast's clients.
#include "tests/support/client.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/deadline.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>

namespace pajthy::test
{
namespace
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using boost::system::error_code;

// A loop and a socket that is connected to the server.
class connection
{
public:
    explicit connection(std::uint16_t port, std::string_view from = first_address,
                        int receive_buffer = 0)
        : socket_(loop_)
    {
        socket_.open(tcp::v4());
        if (from != first_address)
            socket_.bind({asio::ip::make_address(std::string(from)), 0});
        if (receive_buffer != 0)
            socket_.set_option(asio::socket_base::receive_buffer_size(receive_buffer));
        socket_.connect({asio::ip::address_v4::loopback(), port});
        socket_.set_option(tcp::no_delay(true));
    }

    tcp::socket& socket() { return socket_; }

    // Runs the loop until `happened`; fails the test if that takes too long.
    template <class Condition>
    void run_until(tcp::socket& on, Condition happened)
    {
        for (const deadline soon; !happened() && !soon.passed();)
        {
            loop_.restart();
            loop_.run_one_for(timeout);
        }
        const bool in_time = happened();
        if (!in_time)
        {
            error_code ignored;
            on.close(ignored); // ends whatever still waits
            loop_.restart();
            loop_.run();
        }
        INFO("nothing came in time");
        REQUIRE(in_time);
    }

    // Runs `begin`, which starts one operation with the handler that it is given, to its end.
    template <class Begin>
    error_code complete(tcp::socket& on, Begin&& begin)
    {
        std::optional<error_code> outcome;
        begin([&](error_code error, auto...) { outcome = error; });
        run_until(on, [&] { return outcome.has_value(); });
        return *outcome;
    }

private:
    asio::io_context loop_{1};
    tcp::socket socket_;
};

std::string text(beast::string_view s)
{
    return {s.data(), s.size()};
}

template <class Message>
void add_fields(Message& to, const field_list& fields)
{
    to.set(http::field::host, "127.0.0.1");
    for (const auto& [name, value] : fields)
    {
        if (boost::algorithm::iequals(name, "Host"))
            to.set(http::field::host, value);
        else
            to.insert(name, value);
    }
}

} // namespace

std::string http_response::field(std::string_view name) const
{
    std::string out;
    for (const auto& [key, value] : fields)
    {
        if (!boost::algorithm::iequals(key, name))
            continue;
        if (!out.empty())
            out.append(", ");
        out.append(value);
    }
    return out;
}

// --- http_client

class http_client::implementation
{
public:
    implementation(std::uint16_t port, std::string_view from) : connection_(port, from) {}

    http_response request(std::string_view method, std::string_view target, std::string body,
                          const field_list& fields)
    {
        http::request<http::string_body> question;
        question.method_string({method.data(), method.size()});
        question.target({target.data(), target.size()});
        question.version(11);
        add_fields(question, fields);
        if (!body.empty())
        {
            question.set(http::field::content_length, std::to_string(body.size()));
            question.body() = std::move(body);
        }
        auto& socket = connection_.socket();
        REQUIRE_FALSE(connection_.complete(socket, [&](auto done)
                                           { http::async_write(socket, question, done); }));

        http::response_parser<http::string_body> parser;
        parser.skip(method == "HEAD");
        REQUIRE_FALSE(connection_.complete(socket, [&](auto done)
                                           { http::async_read(socket, buffer_, parser, done); }));
        http_response out;
        out.status = parser.get().result_int();
        for (const auto& f : parser.get())
            out.fields.emplace_back(text(f.name_string()), text(f.value()));
        out.body = std::move(parser.get().body());
        return out;
    }

    void wait_for_close()
    {
        auto& socket = connection_.socket();
        char nothing = 0;
        const auto error = connection_.complete(
            socket, [&](auto done) { asio::async_read(socket, asio::buffer(&nothing, 1), done); });
        CHECK(error == asio::error::eof);
    }

private:
    connection connection_;
    beast::flat_buffer buffer_;
};

http_client::http_client(std::uint16_t port, std::string_view from)
    : self_(std::make_unique<implementation>(port, from))
{}

http_client::~http_client() = default;

http_response http_client::request(std::string_view method, std::string_view target,
                                   std::string body, const field_list& fields)
{
    return self_->request(method, target, std::move(body), fields);
}

void http_client::wait_for_close()
{
    self_->wait_for_close();
}

http_response request_once(std::uint16_t port, std::string_view method, std::string_view target,
                           std::string body, const field_list& fields)
{
    return http_client(port).request(method, target, std::move(body), fields);
}

void wait_for_metric(http_client& asks, std::string_view name, int value)
{
    const auto line = "\n" + std::string(name) + " " + std::to_string(value) + "\n";
    std::string said;
    for (const deadline soon; said.find(line) == std::string::npos && !soon.passed();)
        said = asks.request("GET", "/metrics").body;
    CAPTURE(said);
    CHECK(said.find(line) != std::string::npos);
}

// --- websocket_client

class websocket_client::implementation
{
public:
    implementation(std::uint16_t port, int receive_buffer)
        : connection_(port, first_address, receive_buffer), stream_(std::move(connection_.socket()))
    {
        stream_.control_callback(
            [this](websocket::frame_type kind, beast::string_view)
            {
                pings_ += kind == websocket::frame_type::ping;
                pongs_ += kind == websocket::frame_type::pong;
            });
    }

    unsigned open(std::string_view target, const field_list& fields)
    {
        stream_.set_option(websocket::stream_base::decorator([&](websocket::request_type& upgrade)
                                                             { add_fields(upgrade, fields); }));
        websocket::response_type said;
        const std::string where(target);
        complete([&](auto done)
                 { stream_.async_handshake(said, "127.0.0.1", where, std::move(done)); });
        return said.result_int();
    }

    std::string next()
    {
        const auto error = finish_read();
        INFO("websocket ended: " << error.message() << ", " << stream_.reason().code);
        REQUIRE_FALSE(error);
        CHECK(stream_.got_text());
        return std::string(text());
    }

    // The server may have closed already, which shows when something is read.
    void send(std::string_view message)
    {
        complete([&](auto done)
                 { stream_.async_write(asio::buffer(message.data(), message.size()), done); });
    }

    void ping()
    {
        const auto before = pongs_;
        REQUIRE_FALSE(complete([&](auto done) { stream_.async_ping({}, done); }));
        begin_read();
        run_until([&] { return pongs_ != before || outcome_; });
        CHECK(pongs_ == before + 1);
    }

    void answer_pings(int count)
    {
        const auto last = pings_ + count;
        const auto last_beat = beats_ + count;
        begin_read();
        run_until([&] { return (pings_ >= last && beats_ >= last_beat) || outcome_; });
        CHECK(pings_ >= last);
        CHECK(beats_ >= last_beat);
    }

    std::uint16_t close_code()
    {
        read_to_the_end();
        return stream_.reason().code;
    }

    bool is_reset() { return read_to_the_end() == asio::error::connection_reset; }

private:
    std::string_view text() const
    {
        return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
    }

    error_code read_to_the_end()
    {
        for (;;)
        {
            const auto error = finish_read();
            if (error)
                return error;
        }
    }

    // Reading goes on while pings and pongs are waited for: only then are they seen.
    void begin_read()
    {
        if (reading_)
            return;
        reading_ = true;
        outcome_.reset();
        read_message();
    }

    void read_message()
    {
        buffer_.clear();
        stream_.async_read(buffer_,
                           [this](error_code error, std::size_t)
                           {
                               if (error || text() != beat)
                               {
                                   outcome_ = error;
                                   return;
                               }
                               ++beats_;
                               read_message();
                           });
    }

    error_code finish_read()
    {
        begin_read();
        run_until([&] { return outcome_.has_value(); });
        reading_ = false;
        return *outcome_;
    }

    template <class Condition>
    void run_until(Condition happened)
    {
        connection_.run_until(stream_.next_layer(), happened);
    }

    template <class Begin>
    error_code complete(Begin&& begin)
    {
        return connection_.complete(stream_.next_layer(), begin);
    }

    connection connection_;
    websocket::stream<tcp::socket> stream_;
    beast::flat_buffer buffer_;
    bool reading_ = false;
    std::optional<error_code> outcome_; // of the reading
    int pings_ = 0;
    int beats_ = 0;
    int pongs_ = 0;
};

websocket_client::websocket_client(std::uint16_t port, int receive_buffer)
    : self_(std::make_unique<implementation>(port, receive_buffer))
{}

websocket_client::~websocket_client() = default;

unsigned websocket_client::open(std::string_view target, const field_list& fields)
{
    return self_->open(target, fields);
}

std::string websocket_client::next()
{
    return self_->next();
}

void websocket_client::send(std::string_view message)
{
    self_->send(message);
}

void websocket_client::ping()
{
    self_->ping();
}

void websocket_client::answer_pings(int count)
{
    self_->answer_pings(count);
}

std::uint16_t websocket_client::close_code()
{
    return self_->close_code();
}

bool websocket_client::is_reset()
{
    return self_->is_reset();
}

// --- raw_client

class raw_client::implementation
{
public:
    implementation(std::uint16_t port, std::string_view from, int receive_buffer)
        : connection_(port, from, receive_buffer)
    {}

    void send(std::string_view bytes)
    {
        auto& socket = connection_.socket();
        connection_.complete(
            socket, [&](auto done)
            { asio::async_write(socket, asio::buffer(bytes.data(), bytes.size()), done); });
    }

    void finish()
    {
        error_code ignored;
        connection_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }

    void reset()
    {
        error_code ignored;
        connection_.socket().set_option(asio::socket_base::linger(true, 0), ignored);
        connection_.socket().close(ignored);
    }

    bool has_received() { return connection_.socket().available() != 0; }

    std::string receive(std::size_t size)
    {
        if (received_.size() < size)
        {
            auto& socket = connection_.socket();
            const auto missing = asio::transfer_exactly(size - received_.size());
            ended_by_ = connection_.complete(
                socket, [&](auto done)
                { asio::async_read(socket, asio::dynamic_buffer(received_), missing, done); });
        }
        const auto out = received_.substr(0, size);
        received_.erase(0, size);
        return out;
    }

    bool was_reset() const { return ended_by_ == asio::error::connection_reset; }

    std::string receive_until(std::string_view end)
    {
        auto& socket = connection_.socket();
        const std::string delimiter(end);
        const auto error = connection_.complete(
            socket, [&](auto done)
            { asio::async_read_until(socket, asio::dynamic_buffer(received_), delimiter, done); });
        INFO("received: " << received_);
        REQUIRE_FALSE(error);
        const auto size = received_.find(delimiter) + delimiter.size();
        const auto out = received_.substr(0, size);
        received_.erase(0, size);
        return out;
    }

    std::string receive_until_close()
    {
        auto& socket = connection_.socket();
        ended_by_ = connection_.complete(
            socket,
            [&](auto done) { asio::async_read(socket, asio::dynamic_buffer(received_), done); });
        return std::exchange(received_, {});
    }

private:
    connection connection_;
    std::string received_;
    error_code ended_by_;
};

raw_client::raw_client(std::uint16_t port, std::string_view from, int receive_buffer)
    : self_(std::make_unique<implementation>(port, from, receive_buffer))
{}

raw_client::~raw_client() = default;

void raw_client::send(std::string_view bytes)
{
    self_->send(bytes);
}

void raw_client::finish()
{
    self_->finish();
}

void raw_client::reset()
{
    self_->reset();
}

std::string raw_client::receive(std::size_t size)
{
    return self_->receive(size);
}

bool raw_client::was_reset() const
{
    return self_->was_reset();
}

bool raw_client::has_received()
{
    return self_->has_received();
}

std::string raw_client::receive_until(std::string_view end)
{
    return self_->receive_until(end);
}

std::string raw_client::receive_until_close()
{
    return self_->receive_until_close();
}

} // namespace pajthy::test
