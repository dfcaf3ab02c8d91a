// The routes of the API, as callers see them.
#pragma once

#include <pajthy/handler/http.hpp>

#include <string_view>
#include <vector>

namespace pajthy
{

/// `path` is a template such as `/{id}/join`, behind `{base}/api`.
struct api_route
{
    http::verb method;
    std::string_view path;
    bool by_seat;    // the key of a seat opens it, and nothing opens it without a key
    bool by_control; // a control key does
    bool websocket;
};

std::vector<api_route> api_routes();

/// Whether that is a list of topics, whose body is far longer than any other.
bool takes_list(http::verb method, std::string_view target);

} // namespace pajthy
