// Finds signs in a request that a proxy and this server are configured differently.
#pragma once

#include "site.hpp"

#include <pajthy/rare_warning.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// Logs each of them at most once an hour. Any client can send what such a proxy sends, so it has
/// no other effect.
class proxy_hints
{
public:
    /// `base_path`: "" or "/some/path".
    explicit proxy_hints(std::string_view base_path) : base_path_(base_path) {}

    void check(const site_request& req);

    /// For a `path` that is not below the base path.
    void check_path(const std::vector<std::string>& path);

private:
    static constexpr std::chrono::hours interval{1};

    std::string base_path_;
    rare_warning untrusted_{interval};
    rare_warning stripped_{interval};
    rare_warning prefixed_{interval};
};

} // namespace pajthy
