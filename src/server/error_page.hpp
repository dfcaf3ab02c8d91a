// What a browser shows where nothing else can be shown.
#pragma once

#include <pajthy/handler/http.hpp>

#include <string_view>

namespace pajthy
{

/// `refused` with a page in place of its body: what has happened, what to do, and a way to the home
/// page. It says nothing that came with the request. Status and fields stay. `base_path` needs no
/// escape anywhere.
response error_page(response refused, std::string_view base_path);

} // namespace pajthy
