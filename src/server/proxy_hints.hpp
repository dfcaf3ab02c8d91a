// What a request shows of a proxy in front that is set up in another way than the server.
#pragma once

#include "site.hpp"

#include <pajthy/rare_warning.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// Says so in the log, each thing once in an hour. Any client can send what such a proxy sends, so
/// nothing else follows from it.
class proxy_hints
{
public:
    /// `base_path`: "" or "/some/path".
    explicit proxy_hints(std::string_view base_path) : base_path_(base_path) {}

    void look_at(const site_request& req);

    /// `path` lies beside the base path.
    void look_at_path(const std::vector<std::string>& path);

private:
    static constexpr std::chrono::hours apart{1};

    std::string base_path_;
    rare_warning untrusted_{apart};
    rare_warning stripped_{apart};
    rare_warning prefixed_{apart};
};

} // namespace pajthy
