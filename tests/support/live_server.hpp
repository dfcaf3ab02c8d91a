// A whole server on a free port of this machine, as long as it lives.
#pragma once

#include <pajthy/handler/handler.hpp>
#include <pajthy/limits.hpp>
#include <pajthy/server/trusted_proxies.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pajthy::test
{

/// Limits that hold nobody up who tests something else.
limits calm_limits();

struct live_settings
{
    std::string base_path{};
    access_mode access = access_mode::keyed;
    std::vector<std::string> allowed_origins{};
    trusted_proxies proxies{};
    struct limits limits = calm_limits();
    bool metrics_on_own_port = false;
    std::string version{};
    std::string commit{};
    std::chrono::seconds hsts{0};
    bool runs = true; ///< Otherwise it only listens, until `run`.
};

class live_server
{
public:
    explicit live_server(live_settings settings = {});

    /// Stops, and waits for the end. Nothing is left running.
    ~live_server();

    std::uint16_t port() const;

    /// Of the metrics, if they have one of their own.
    std::uint16_t metrics_port() const;

    /// Begins to serve; once, and only where the settings say that it does not run yet.
    void run();

    /// As by SIGTERM. Does not wait.
    void stop();

    /// Whether `run` has returned, or does so in time.
    bool ended();

private:
    class implementation;
    std::unique_ptr<implementation> self_;
};

} // namespace pajthy::test
