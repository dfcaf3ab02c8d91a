// Connections to the server, all on one loop and in one thread, with as little work for each event
// as can be: what the load uses of the machine, the server doesn't get.
//
// None may die while the loop runs. Whatever a server should not do, such as to close a connection,
// throws std::runtime_error out of the loop.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace pajthy::bench
{

namespace asio = boost::asio;

/// How long anything may take before it counts as lost.
inline constexpr std::chrono::seconds patience{10};

/// Runs the loop until `done`; false if that does not come in time.
bool run_until(asio::io_context& loop, const std::function<bool()>& done);

class connection
{
public:
    connection(asio::io_context& loop, std::uint16_t port);
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;

    /// Goes with a FIN and no word.
    void close() { socket_.close(); }

protected:
    virtual ~connection() = default;

    /// Waits until the kernel has taken all.
    void send(std::string_view bytes);

    /// Gets what has come and is not taken yet; returns how many bytes of it are.
    virtual std::size_t take(std::string_view received) = 0;

private:
    void read();

    asio::ip::tcp::socket socket_;
    std::array<char, 2048> chunk_;
    std::string received_;
};

/// A whole request.
std::string request_text(std::string_view method, std::string_view target,
                         std::string_view bearer = {}, std::string_view body = {});

struct answer
{
    unsigned status;
    std::string body;
};

/// Stays open between requests; one at a time.
class http_connection final : public connection
{
public:
    using connection::connection;

    void ask(std::string_view request, std::function<void(const answer&)> then);

private:
    std::size_t take(std::string_view received) override;

    std::function<void(const answer&)> then_;
};

/// Asks, and runs the loop until the answer has come.
answer answer_to(asio::io_context& loop, http_connection& by, std::string_view request);

class websocket final : public connection
{
public:
    /// `hear` gets the text of each frame.
    websocket(asio::io_context& loop, std::uint16_t port, std::string_view target,
              std::string_view bearer, std::function<void(std::string_view)> hear);

private:
    std::size_t take(std::string_view received) override;
    std::size_t take_head(std::string_view received);
    std::size_t take_frame(std::string_view received);

    std::function<void(std::string_view)> hear_;
    bool open_ = false;
};

} // namespace pajthy::bench
