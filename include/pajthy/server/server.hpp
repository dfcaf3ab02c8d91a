// The web server: one loop, one listener, every connection.
#pragma once

#include <pajthy/assets/assets.hpp>
#include <pajthy/clock.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/limits.hpp>
#include <pajthy/server/trusted_proxies.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace pajthy
{

struct server_settings
{
    boost::asio::ip::tcp::endpoint address;
    std::string base_path{}; // "" or "/some/path", never with a slash at its end
    trusted_proxies proxies{};
    struct limits limits
    {
    };
    // For operations alone: metrics, healthz, readyz. Without it, metrics are below the base path.
    std::optional<boost::asio::ip::tcp::endpoint> metrics_address{};
    std::string version{}; // of the program, for the metrics
    std::string commit{};
    std::chrono::seconds hsts{0}; // max-age of Strict-Transport-Security (RFC 6797); 0: not sent
};

class server
{
public:
    /// Listens at once. Throws boost::system::system_error if it cannot, or std::runtime_error,
    /// which names the address, if it cannot listen on the address for metrics. `api` and `pages`
    /// must outlive the server.
    server(boost::asio::io_context& loop, server_settings settings, handler& api,
           const asset_catalogue& pages);
    ~server();

    /// Where it listens. If the port in the settings is 0, this has the port that was chosen.
    boost::asio::ip::tcp::endpoint address() const;

    /// The same for the metrics, if they have an address of their own.
    std::optional<boost::asio::ip::tcp::endpoint> metrics_address() const;

    /// How many descriptors the process may have open. The server raises that limit.
    std::size_t descriptor_limit() const noexcept;

    /// How many connections it serves at a time.
    std::size_t max_connections() const noexcept;

    /// Serves until it is stopped, by `stop` or by SIGTERM or SIGINT.
    void run();

    /// Ends `run` gracefully: accepts no more connections, responds to the requests in flight,
    /// closes the websockets with 1001, and waits for them until the stop timeout. Safe to call
    /// from any thread.
    void stop();

private:
    class implementation;
    std::unique_ptr<implementation> self_;
};

} // namespace pajthy
