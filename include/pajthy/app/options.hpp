// The options of the command line and of the environment.
#pragma once

#include <pajthy/handler/handler.hpp>
#include <pajthy/limits.hpp>
#include <pajthy/log.hpp>
#include <pajthy/server/trusted_proxies.hpp>

#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pajthy
{

struct options
{
    std::string address{}; // numeric; empty: all interfaces
    std::uint16_t port = 8000;
    std::optional<boost::asio::ip::tcp::endpoint> metrics_address{}; // none: on the port above
    std::string base_path{}; // "" or "/some/path", never with a slash at its end
    access_mode access = access_mode::keyed;
    std::vector<std::string> allowed_origins{};
    trusted_proxies proxies{};
    milliseconds hsts{0}; // 0: none
    log::level log_level = log::level::info;
    log::format log_format = log::format::text;
    bool health_check = false;
    std::vector<std::string> warnings{}; // about variables that look like options but are none
    struct limits limits
    {
    };
};

/// The options, or the status to exit with at once: 0 after `--help` or `--version`, which go to
/// `out`; 2 after a wrong value, with one line about it on `err`. Every option can also be set in
/// the environment, as PAJTHY_ and its name in capitals.
std::variant<options, int> read_options(int argc, const char* const* argv, std::ostream& out,
                                        std::ostream& err);

} // namespace pajthy
