#include <pajthy/handler/handler.hpp>

#include "request_context.hpp"

#include <pajthy/handler/origin.hpp>
#include <pajthy/handler/problem.hpp>
#include <pajthy/log.hpp>

#include <algorithm>
#include <exception>
#include <utility>

namespace pajthy
{
namespace
{

constexpr std::size_t max_addresses_a_tick = 1'024;

bool is_change(http::verb method)
{
    return method != http::verb::get && method != http::verb::head;
}

// HEAD is allowed wherever GET is, and OPTIONS everywhere.
std::string allowed_methods(const known_routes& known)
{
    std::string out;
    for (const auto* r : known)
    {
        out.append(std::string_view(http::to_string(r->method))).append(", ");
        if (r->method == http::verb::get)
            out.append("HEAD, ");
    }
    return out.append("OPTIONS");
}

// Nothing that could mean something else in a cookie's path.
bool is_session_id(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
}

// Whether the response sets a cookie of the same name.
bool sets_cookie_of(const response& out, std::string_view cookie)
{
    const auto name = cookie.substr(0, cookie.find('=') + 1);
    return std::any_of(out.fields.begin(), out.fields.end(),
                       [&](const auto& field)
                       { return field.first == "Set-Cookie" && field.second.starts_with(name); });
}

// --- Before the action

// Everything that is decided before an action runs, in the order in which it is decided.
result<void> admit(request_context& c)
{
    const auto& req = c.req;
    if (c.api.keyed() && (is_change(req.method) || c.to.left == leaves::websocket) && req.origin &&
        !is_own_origin(*req.origin, req.host, c.api.settings.allowed_origins, req.same_origin))
    {
        if (c.api.foreign_origin.due(c.asked))
            log::warning(origin_warning(*req.origin, req.host));
        return errc::foreign_origin;
    }
    c.retry_after = c.api.rates.take(req.peer, rate_class::call, c.asked);
    if (c.retry_after.count() == 0 && c.to.need == needs::nothing)
        c.retry_after = c.api.rates.take(req.peer, rate_class::create, c.asked);
    if (c.retry_after.count() != 0)
        return errc::too_many_requests;
    c.acted = true;
    return {};
}

task<result<response>> act_if_admitted(request_context& c)
{
    if (const auto admitted = admit(c); admitted.has_error())
        return admitted.error();
    return c.to.act(c);
}

// --- After it

// What helps a client that guesses is counted where it is refused. A client that has guessed too
// often learns nothing more, and one that knows the id and the key is not held up.
response refusal(boost::system::error_code why, request_context& c)
{
    auto& api = c.api;
    if (why == errc::unknown_session)
        c.retry_after = api.rates.take(c.req.peer, rate_class::unknown_id, c.asked);
    if (why == errc::key_wrong || why == errc::not_your_seat)
        c.retry_after = api.rates.take(c.req.peer, rate_class::wrong_key, c.asked);
    if (why == errc::too_many_sessions)
        api.counted.limits_met.add("max-sessions");
    if (why == errc::too_much_text)
        api.counted.limits_met.add("max-text-bytes");
    const auto client = [&] { return c.req.peer.to_string(); };
    if (why == errc::too_many_sessions_of_address)
        log::info("too many sessions of " + client(), {{"client", client()}});
    if (c.retry_after.count() == 0)
        return api.refuse(why, c.line);
    log::info("too many requests from " + client() + ": " + std::string(c.to.path.text),
              {{"client", client()}, {"route", c.to.path.text}});
    auto refused = api.refuse(errc::too_many_requests);
    refused.fields.emplace_back("Retry-After", std::to_string(c.retry_after.count()));
    return refused;
}

// A client that has guessed too often learns nothing more, and where the store can't be reached
// there is nothing to learn.
bool may_give_cookies_back(const request_context& c, const response& out)
{
    if (!c.acted || out.upgrade || out.status == http::status::too_many_requests ||
        out.status == http::status::service_unavailable)
        return false;
    return c.stale_seats ? !c.stale_seats->empty() : c.keys.any_cookie();
}

// Lets the browser forget cookies that open nothing any more, some with each response. A stale
// cookie stays stale, but the action may have made another one of the same name.
task<result<void>> give_cookies_back(request_context& c, response& out)
{
    bool control_too = false;
    if (!c.stale_seats)
    {
        const session_reader look = [&](const session& s, version)
        { c.stale_seats = c.keys.stale_seats(s, c.now, max_cookies_given_back); };
        const auto found = co_await c.api.service.read(c.id, look);
        const bool gone = found.has_error() && found.error() == errc::unknown_session;
        if (gone && is_session_id(c.id))
        {
            control_too = c.keys.control_cookie_given();
            c.stale_seats = c.keys.shown_seats(max_cookies_given_back - (control_too ? 1 : 0));
        }
    }
    const auto path = c.api.cookie_path(c.id);
    if (control_too)
        out.fields.emplace_back("Set-Cookie", expired_control_cookie(path, c.req.secure));
    for (const auto number : c.stale_seats.value_or(std::vector<seat_number>()))
    {
        auto expired = expired_seat_cookie(number, path, c.req.secure);
        if (!sets_cookie_of(out, expired))
            out.fields.emplace_back("Set-Cookie", std::move(expired));
    }
    co_return result<void>();
}

// Counts the response and completes it; `by` is null if no route made it.
void finish(api_context& api, response& out, std::string_view pattern, const route* by)
{
    const auto row =
        by == nullptr ? all_routes().size() : static_cast<std::size_t>(by - all_routes().data());
    api.counted.responses[row].add(out.status);
    out.route = pattern;
    if (api.keyed())
        return;
    out.fields.emplace_back("Access-Control-Allow-Origin", "*");
    out.fields.emplace_back("Access-Control-Expose-Headers", "Location, Pajthy-Seq, Retry-After");
}

// --- Without an action

response preflight(const api_context& api, const known_routes& known)
{
    response out{.status = http::status::no_content};
    out.fields.emplace_back("Allow", allowed_methods(known));
    if (!api.keyed())
    {
        out.fields.emplace_back("Access-Control-Allow-Methods",
                                "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        out.fields.emplace_back("Access-Control-Allow-Headers", "Content-Type, Authorization");
        out.fields.emplace_back("Access-Control-Max-Age", "86400");
    }
    return out;
}

response respond_without_route(api_context& api, const known_routes& known, http::verb method)
{
    if (known.empty())
        return api.refuse(errc::not_found);
    if (method == http::verb::options)
        return preflight(api, known);
    auto refused = api.refuse(errc::method_not_allowed);
    refused.fields.emplace_back("Allow", allowed_methods(known));
    return refused;
}

} // namespace

// --- The handler

handler::handler(handler_settings settings, session_service& service, now_function now,
                 random_source random)
    : service_(service), api_(std::make_unique<api_context>(std::move(settings), service,
                                                            std::move(now), std::move(random)))
{
    service.when_ended([this](std::string_view id)
                       { api_->creation_quota.erase(std::string(id)); });
}

handler::~handler()
{
    service_.when_ended({});
}

task<response> handler::handle(const request& req)
{
    auto& api = *api_;
    try
    {
        const auto known = routes_at(req.path);
        const auto pattern = known.empty() ? std::string_view() : known.front()->path.text;
        const auto wanted = req.method == http::verb::head ? http::verb::get : req.method;
        const auto at = std::find_if(known.begin(), known.end(),
                                     [&](const route* r) { return r->method == wanted; });
        if (at == known.end())
        {
            auto out = respond_without_route(api, known, req.method);
            finish(api, out, pattern, nullptr);
            co_return out;
        }
        const auto asked = api.now();
        request_context c{api, **at, req, asked, service_.dates().time_of(asked), credentials(req)};
        if (!req.path.empty())
            c.id = req.path.front();
        auto out = co_await service_.in_time(act_if_admitted(c), asked);
        if (out.has_error())
            out = refusal(out.error(), c);
        if (out->status != http::status::unauthorized && out->status != http::status::forbidden)
            out->seq = c.seq;
        if (may_give_cookies_back(c, *out))
        {
            const auto given = co_await service_.in_time(give_cookies_back(c, *out), asked);
            if (given.has_error())
                log::debug("stale cookies are given back another time");
        }
        finish(api, *out, pattern, *at);
        co_return *std::move(out);
    }
    catch (const std::exception& e)
    {
        log::error(std::string("unexpected: ") + e.what());
    }
    auto out = api.refuse(
        boost::system::errc::make_error_code(boost::system::errc::state_not_recoverable));
    finish(api, out, "", nullptr);
    co_return out;
}

task<result<std::unique_ptr<attendance>>> handler::attach(const ticket& granted, subscriber& to)
{
    return service_.attach(granted.session, granted.who, granted.seat_key, to);
}

void handler::tick() noexcept
{
    service_.tick();
    api_->rates.forget_idle(api_->now(), max_addresses_a_tick);
}

handler_counts handler::counted() const
{
    auto out = api_->counted;
    out.rates_met = api_->rates.refused();
    return out;
}

} // namespace pajthy
