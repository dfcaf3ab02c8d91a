// A request on its way through the box, and what its actions need. For this folder alone.
#pragma once

#include <pajthy/domain/text.hpp>
#include <pajthy/handler/handler.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

struct handler::call
{
    const request& req;
    time_point asked; // by the steady clock
    unix_time now;    // the same as session time
    credentials keys;
    std::string_view id{};
    std::optional<control_key_number> control_key{}; // by which a controller was let in
    std::chrono::seconds retry_after{0};
    std::size_t line = 0;         // of a list, from 1: what it is refused for; 0 if for no line
    std::optional<version> seq{}; // the last that was seen of the session
    bool acted = false;           // nothing held it up before its action
    std::optional<std::vector<seat_number>> stale_seats{}; // whose cookies it shows, once known
};

inline response json_response(http::status status, std::string body)
{
    return {.status = status, .content_type = "application/json", .body = std::move(body)};
}

/// Text that may be left out: empty if nothing visible is there, `bad` if it can't be used.
inline result<std::string> clean_if_any(std::string_view raw, const text_bounds& bounds, errc bad)
{
    if (raw.empty())
        return std::string();
    auto clean = clean_text(raw, bounds);
    if (clean.has_error() && clean.error() != errc::text_empty)
        return bad;
    return clean.has_value() ? *std::move(clean) : std::string();
}

/// Fails with `bad_name`.
inline result<std::string> name_in(std::string_view body)
{
    auto name = clean_text(body, name_bounds);
    if (name.has_error())
        return errc::bad_name;
    return name;
}

} // namespace pajthy
