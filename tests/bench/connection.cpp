#include "tests/bench/connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/write.hpp>

#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <utility>

namespace pajthy::bench
{
namespace
{

using asio::ip::tcp;
using boost::system::error_code;

constexpr std::string_view end_of_head = "\r\n\r\n";

std::size_t big_endian(std::string_view bytes)
{
    std::size_t out = 0;
    for (const char c : bytes)
        out = out << 8 | static_cast<unsigned char>(c);
    return out;
}

// The payload is masked with zeros, and so is as it was (RFC 6455 section 5.3).
std::string pong(std::string_view payload)
{
    std::string out{'\x8A', static_cast<char>(0x80 | payload.size())};
    return out.append(4, '\0').append(payload);
}

} // namespace

bool run_until(asio::io_context& loop, const std::function<bool()>& done)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!done())
    {
        if (loop.run_one_until(end) == 0)
            return done();
    }
    return true;
}

// --- connection

connection::connection(asio::io_context& loop, std::uint16_t port) : socket_(loop)
{
    socket_.connect({asio::ip::address_v4::loopback(), port});
    socket_.set_option(tcp::no_delay(true));
    read();
}

void connection::send(std::string_view bytes)
{
    asio::write(socket_, asio::buffer(bytes));
}

void connection::read()
{
    socket_.async_read_some(asio::buffer(chunk_),
                            [this](error_code error, std::size_t size)
                            {
                                if (!socket_.is_open())
                                    return;
                                if (error)
                                    throw std::runtime_error("a connection has ended: " +
                                                             error.message());
                                received_.append(chunk_.data(), size);
                                received_.erase(0, take(received_));
                                read();
                            });
}

// --- http_connection

std::string request_text(std::string_view method, std::string_view target, std::string_view bearer,
                         std::string_view body)
{
    std::string out;
    out.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    if (!bearer.empty())
        out.append("Authorization: Bearer ").append(bearer).append("\r\n");
    out.append("Content-Length: ").append(std::to_string(body.size())).append(end_of_head);
    return out.append(body);
}

void http_connection::ask(std::string_view request, std::function<void(const answer&)> then)
{
    then_ = std::move(then);
    send(request);
}

std::size_t http_connection::take(std::string_view received)
{
    constexpr std::string_view status = "HTTP/1.1 ";
    constexpr std::string_view length = "\r\nContent-Length: ";
    const auto end = received.find(end_of_head);
    if (end == std::string_view::npos)
        return 0;
    const auto head = received.substr(0, end);
    if (!head.starts_with(status))
        throw std::runtime_error("no answer of HTTP/1.1");
    const auto field = head.find(length);
    const auto size = field == std::string_view::npos
                          ? 0
                          : std::strtoul(head.data() + field + length.size(), nullptr, 10);
    const auto begin = end + end_of_head.size();
    if (received.size() < begin + size)
        return 0;

    const auto code = std::strtoul(head.data() + status.size(), nullptr, 10);
    const auto then = std::exchange(then_, nullptr); // may ask the next question
    if (!then)
        throw std::runtime_error("an answer that nobody has asked for");
    then({static_cast<unsigned>(code), std::string(received.substr(begin, size))});
    return begin + size;
}

answer answer_to(asio::io_context& loop, http_connection& by, std::string_view request)
{
    std::optional<answer> out;
    by.ask(request, [&](const answer& got) { out = got; });
    if (!run_until(loop, [&] { return out.has_value(); }))
        throw std::runtime_error("no answer in time");
    return *std::move(out);
}

// --- websocket

websocket::websocket(asio::io_context& loop, std::uint16_t port, std::string_view target,
                     std::string_view bearer, std::function<void(std::string_view)> hear)
    : connection(loop, port), hear_(std::move(hear))
{
    std::string request;
    request.append("GET ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                                 "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                                 "Sec-WebSocket-Version: 13\r\n"
                                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    if (!bearer.empty())
        request.append("Authorization: Bearer ").append(bearer).append("\r\n");
    send(request.append("\r\n"));
}

std::size_t websocket::take(std::string_view received)
{
    std::size_t taken = open_ ? 0 : take_head(received);
    while (open_)
    {
        const auto size = take_frame(received.substr(taken));
        if (size == 0)
            break;
        taken += size;
    }
    return taken;
}

std::size_t websocket::take_head(std::string_view received)
{
    const auto end = received.find(end_of_head);
    if (end == std::string_view::npos)
        return 0;
    if (!received.starts_with("HTTP/1.1 101 "))
        throw std::runtime_error("no websocket: " +
                                 std::string(received.substr(0, received.find('\r'))));
    open_ = true;
    return end + end_of_head.size();
}

// RFC 6455 section 5.2. The server masks nothing and sends nothing in pieces.
std::size_t websocket::take_frame(std::string_view received)
{
    if (received.size() < 2)
        return 0;
    const auto kind = static_cast<unsigned char>(received[0]);
    const auto short_size = static_cast<unsigned char>(received[1]);
    const std::size_t head = short_size < 126 ? 2 : short_size == 126 ? 4 : 10;
    if (received.size() < head)
        return 0;
    const auto size = head == 2 ? short_size : big_endian(received.substr(2, head - 2));
    if (received.size() < head + size)
        return 0;

    const auto payload = received.substr(head, size);
    switch (kind)
    {
    case 0x81: hear_(payload); break;
    case 0x89: send(pong(payload)); break;
    default: throw std::runtime_error("a frame that begins with " + std::to_string(kind));
    }
    return head + size;
}

} // namespace pajthy::bench
