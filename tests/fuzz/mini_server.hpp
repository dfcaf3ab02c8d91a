// A small server for one client: it has its own connections, handler, store and bus, and uses
// nothing from outside. The client is the other end of a socket pair. Time passes only in
// `advance_time`, and the generator gives the same bytes every time.
//
// At the beginning there is one session: Ana and Bob have a seat in it, and Ana has voted.
#pragma once

#include "src/server/connection.hpp"

#include <pajthy/assets/assets.hpp>
#include <pajthy/clock.hpp>
#include <pajthy/bus/event_bus.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/server/timer_wheel.hpp>
#include <pajthy/server/trusted_proxies.hpp>
#include <pajthy/store/session_store.hpp>

#include <boost/asio/io_context.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy::fuzz
{

/// Of the session; readable in a corpus.
inline constexpr std::string_view session_id = "111111111111";
inline constexpr std::string_view control_key = "control-key-that-is-no-secret-but-for-tests";
inline constexpr std::string_view ana_key = "seat-key-of-Ana--that-is-no-secret-in-tests";
inline constexpr std::string_view bob_key = "seat-key-of-Bob--that-is-no-secret-in-tests";

/// The next key that is made, for any purpose.
inline constexpr std::string_view next_key = "key-that-is-made-next--no-secret-for-guests";

class mini_server
{
public:
    mini_server();
    mini_server(const mini_server&) = delete;
    mini_server& operator=(const mini_server&) = delete;
    ~mini_server();

    // --- The client. After each call, the server has done all that it can.

    void send(std::string_view bytes);

    /// Ends the client's side of the stream. Checks that the server closes the connection, and that
    /// nothing of it is left.
    void close();

    /// Everything that the server sent so far.
    const std::string& received() const noexcept { return received_; }

    // --- What happens besides

    /// A request of another client, directly to the handler. `path` is the part after `/api/{id}`.
    void ask(http::verb method, std::string_view path, std::string body, std::string_view key);

    void advance_time(duration time);

    /// The server begins to stop.
    void stop();

private:
    void fill(std::span<std::uint8_t> bytes);
    void send_to_handler(http::verb method, std::vector<std::string> path, std::string body,
                         std::string_view key);
    void run_until_idle();
    bool read_some();

    static handler_settings settings();

    const limits limits_ = settings().limits;
    time_point now_ = time_point(std::chrono::hours(1'000));
    std::size_t ids_made_ = 0;
    std::size_t keys_made_ = 0;
    std::unique_ptr<session_store> store_;
    std::unique_ptr<event_bus> bus_;
    session_service service_;
    handler api_;
    counters counters_;
    asset_catalogue pages_;
    site site_;
    trusted_proxies proxies_; // the client is one
    timer_wheel wheel_;
    open_connections connections_;
    server_context context_;
    int client_ = -1;
    std::string received_;
    asio::io_context loop_{1}; // destroyed before all above, and every connection with it
    deferred_writes deferred_; // destroyed first: it keeps connections alive
};

} // namespace pajthy::fuzz
