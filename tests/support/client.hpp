// Clients for tests of a real server. Each waits for what it is asked for, though not for ever:
// what does not come in time fails the test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy::test
{

/// Where clients come from. Every address of 127.0.0.0/8 is this machine, so the second one makes a
/// client that the server takes for somebody else.
inline constexpr std::string_view first_address = "127.0.0.1";
inline constexpr std::string_view second_address = "127.0.0.2";

using field_list = std::vector<std::pair<std::string, std::string>>;

struct http_response
{
    unsigned status = 0;
    field_list fields{};
    std::string body{};

    /// The values of all fields of this name in any case, joined by ", ".
    std::string field(std::string_view name) const;
};

/// One HTTP connection, kept open between requests.
class http_client
{
public:
    explicit http_client(std::uint16_t port, std::string_view from = first_address);
    ~http_client();

    /// Sends a Host unless `fields` has one, and a Content-Length if there is a body.
    http_response request(std::string_view method, std::string_view target, std::string body = {},
                          const field_list& fields = {});

    /// Waits until the server closes the connection.
    void wait_for_close();

private:
    class implementation;
    std::unique_ptr<implementation> self_;
};

/// One request on a connection of its own.
http_response request_once(std::uint16_t port, std::string_view method, std::string_view target,
                           std::string body = {}, const field_list& fields = {});

/// Asks until `/metrics` says that `name` is `value`. Whoever asks is a connection too.
void wait_for_metric(http_client& asks, std::string_view name, int value);

/// What comes with each ping.
inline constexpr std::string_view beat = R"({"Kind":"beat","Data":{},"Seq":0})";

class websocket_client
{
public:
    /// `receive_buffer`: bytes that the kernel keeps for us, roughly; 0 is the system's choice.
    explicit websocket_client(std::uint16_t port, int receive_buffer = 0);
    ~websocket_client();

    /// The status of the response: 101, or why not.
    unsigned open(std::string_view target, const field_list& fields = {});

    /// The text of the next frame that is no beat.
    std::string next();

    /// Sends a message.
    void send(std::string_view text);

    /// Sends a ping and waits for its pong.
    void ping();

    /// Reads until this many pings have come, each with a beat, and are answered.
    void answer_pings(int count);

    /// Reads until the connection ends and gives the code that the server closed with; 0 if the
    /// connection just ended. `next` must have taken all frames before, or they are dropped.
    std::uint16_t close_code();

    /// Reads until the connection is reset. False if it ended in any other way.
    bool is_reset();

private:
    class implementation;
    std::unique_ptr<implementation> self_;
};

/// A connection for bytes that no client would send.
class raw_client
{
public:
    /// `receive_buffer`: as for a websocket_client.
    explicit raw_client(std::uint16_t port, std::string_view from = first_address,
                        int receive_buffer = 0);
    ~raw_client();

    /// What the server does not take any more is dropped.
    void send(std::string_view bytes);

    /// Says that nothing follows.
    void finish();

    /// Is gone at once, so that the server sees a reset.
    void reset();

    /// Whether something has come that nobody has received yet.
    bool has_received();

    /// The next `size` bytes, or fewer if the connection ends before.
    std::string receive(std::size_t size);

    /// Whether the connection, once it has ended, was reset and not closed.
    bool was_reset() const;

    /// All that comes up to and with `end`.
    std::string receive_until(std::string_view end);

    /// All that comes until the server closes.
    std::string receive_until_close();

private:
    class implementation;
    std::unique_ptr<implementation> self_;
};

} // namespace pajthy::test
