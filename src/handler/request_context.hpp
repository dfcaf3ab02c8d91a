// A request on its way through the handler, and what its action needs. For this folder alone.
#pragma once

#include "route.hpp"

#include <pajthy/domain/text.hpp>
#include <pajthy/handler/address_counts.hpp>
#include <pajthy/handler/credentials.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/handler/held_counts.hpp>
#include <pajthy/handler/rate_limiter.hpp>
#include <pajthy/rare_warning.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pajthy
{

/// With one response: proxies limit the head of it.
inline constexpr std::size_t max_cookies_given_back = 8;

/// What all requests share.
struct api_context
{
    api_context(handler_settings with, session_service& sessions, now_function time,
                random_source source);

    bool keyed() const noexcept { return settings.access == access_mode::keyed; }
    const session_limits& limits() const noexcept { return settings.limits.session; }
    room_limits bounds_of_room() const noexcept
    {
        return {limits().participants, limits().name_bytes};
    }
    std::string cookie_path(std::string_view id) const
    {
        return settings.base_path + "/api/" + std::string(id);
    }
    key fresh_key() const;

    /// A problem, counted.
    response refuse(boost::system::error_code why, std::size_t line = 0);

    handler_settings settings;
    session_service& service;
    now_function now;
    random_source random;
    rate_limiter rates;
    address_counts sessions_of_address;
    address_counts websockets_of_address;
    held_counts<std::string> websockets_of_session;                       // granted ones included
    std::unordered_map<std::string, address_counts::hold> creation_quota; // by session id
    handler_counts counted;
    rare_warning foreign_origin{std::chrono::seconds(10)};
};

struct request_context
{
    api_context& api;
    const route& to;
    const request& req;
    time_point asked; // by the steady clock
    unix_time now;    // the same as session time
    credentials keys;
    std::string_view id{};

    std::optional<control_key_number> control_key{}; // that the request was let in by
    std::chrono::seconds retry_after{0};
    std::size_t line = 0;         // of a list, from 1: what it is refused for; 0 if for no line
    std::optional<version> seq{}; // the last that was seen of the session
    bool acted = false;           // nothing held it up before its action
    std::optional<std::vector<seat_number>> stale_seats{}; // whose cookies it shows, once known
};

// --- What actions do to a session. Each checks in the same step that the request shows the key
// that its route needs, and fails with `unknown_session`, `key_required` or `key_wrong` if not.
// What is passed by reference may be called more than once, until the task is done.

/// As `mutation`.
using rule = std::function<result<changes>(session&)>;

task<result<void>> look(request_context& c, const session_reader& at);
task<result<void>> change(request_context& c, const rule& what);

/// The same, with a response that has no content.
task<result<response>> change_and_respond(request_context& c, rule what, http::status success);

/// Which seat a request is about: `?seat=3` says it by number, else `name` does. Null if there is
/// no such seat.
const seat* seat_meant(const request_context& c, const session& s,
                       const std::optional<std::string>& name);

/// The same if it is the caller's. Fails with `not_a_participant` or `not_your_seat`.
result<const seat*> own_seat(const request_context& c, const session& s,
                             const std::optional<std::string>& name);

/// What a websocket, or a view, is asked for by `?as=` or `?seat=`: nothing for a watcher. Fails
/// with `key_required` or `not_your_seat` for a seat that isn't the caller's, and doesn't tell
/// whether there is such a seat.
result<std::optional<seat_number>> seat_named_in_query(const request_context& c, const session& s);

/// A 101 with the ticket.
result<response> grant_websocket(const request_context& c, viewer who,
                                 const std::optional<key>& seat_key = {});

// --- Small things

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
