// The page that a browser shows for an error.
#pragma once

#include <pajthy/handler/http.hpp>

#include <string_view>

namespace pajthy
{

/// Replaces the body of `refused` by a page: what has happened, what to do, and a link to the home
/// page. The page repeats nothing of the request. Status and fields stay. `base_path` must need no
/// escape in HTML.
response error_page(response refused, std::string_view base_path, bool secure);

} // namespace pajthy
