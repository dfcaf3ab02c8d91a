#include "request_context.hpp"

#include <pajthy/handler/problem.hpp>
#include <pajthy/log.hpp>

#include <memory>

namespace pajthy
{
namespace
{

// Whether the request shows the key that its route needs; notes the controller who shows one.
result<void> authorize(request_context& c, const session& s)
{
    const bool by_control = opens_by_control(c.to.need);
    const bool by_seat = opens_by_seat(c.to.need);
    if (!c.api.keyed() || !(by_control || by_seat))
        return {};
    c.control_key = by_control ? c.keys.opens_control(s) : std::nullopt;
    c.stale_seats = c.keys.stale_seats(s, c.now, max_cookies_given_back);
    if (c.control_key || (by_seat && c.keys.opens_a_seat(s)))
        return {};
    if (!(by_control && c.keys.any_for_control()) && !(by_seat && c.keys.any_for_seat()))
        return errc::key_required;
    return errc::key_wrong;
}

// That a controller does something is worth noting.
bool misses_controller(const request_context& c, const session& s)
{
    return c.control_key && s.control().misses_controller(c.now, s.settings().waits);
}

task<result<version>> note_controller(request_context& c)
{
    const mutation note = [&](session& s, version current) -> result<changes>
    {
        c.seq = current;
        if (const auto may = authorize(c, s); may.has_error())
            return may.error();
        return s.controller_seen(c.now);
    };
    auto noted = co_await c.api.service.change(c.id, note);
    co_return noted;
}

} // namespace

api_context::api_context(handler_settings with, session_service& sessions, now_function time,
                         random_source source)
    : settings(std::move(with)), service(sessions), now(std::move(time)), random(std::move(source)),
      rates(settings.limits.address), sessions_of_address(limits().sessions_of_address),
      websockets_of_address(settings.limits.address.websockets),
      websockets_of_session(limits().websockets)
{
    counted.responses.resize(all_routes().size() + 1);
    counted.limits_met = {"max-sessions", "max-address-sessions", "max-text-bytes",
                          "max-session-websockets", "max-address-websockets"};
}

key api_context::fresh_key() const
{
    key out;
    random(out.bytes);
    return out;
}

response api_context::refuse(boost::system::error_code why, std::size_t line)
{
    counted.problems.add(problem_type(why));
    return problem(why, line);
}

task<result<void>> look(request_context& c, const session_reader& at)
{
    for (;;)
    {
        result<void> may;
        bool missed = false;
        const session_reader if_allowed = [&](const session& s, version current)
        {
            may = authorize(c, s);
            missed = misses_controller(c, s);
            if (may.has_value() && !missed)
                at(s, current);
        };
        const auto found = co_await c.api.service.read(c.id, if_allowed);
        if (found.has_error())
            co_return found.error();
        c.seq = *found;
        if (may.has_error())
            co_return may.error();
        if (!missed)
            co_return result<void>();
        const auto noted = co_await note_controller(c);
        if (noted.has_error())
            co_return noted.error();
    }
}

task<result<void>> change(request_context& c, const rule& what)
{
    bool missed = false;
    const mutation if_allowed = [&](session& s, version current) -> result<changes>
    {
        c.seq = current;
        missed = false;
        if (const auto may = authorize(c, s); may.has_error())
            return may.error();
        missed = misses_controller(c, s);
        auto done = what(s);
        if (done.has_value() && missed)
        {
            done->control = s.controller_seen(c.now).control || done->control;
            done->none = false;
        }
        return done;
    };
    const auto adding = c.to.left == leaves::text ? growth::text : growth::none;
    const auto kept = co_await c.api.service.change(c.id, if_allowed, adding);
    if (kept.has_value())
    {
        c.seq = *kept;
        co_return result<void>();
    }
    if (missed) // a refusal, too, shows that somebody leads the session
    {
        const auto noted = co_await note_controller(c);
        if (noted.has_value())
            c.seq = *noted;
    }
    co_return kept.error();
}

task<result<response>> change_and_respond(request_context& c, rule what, http::status success)
{
    const auto done = co_await change(c, what);
    if (done.has_error())
        co_return done.error();
    co_return response{.status = success};
}

// A name may be another one by now, on another device; a number stays.
const seat* seat_meant(const request_context& c, const session& s,
                       const std::optional<std::string>& name)
{
    if (const auto* const number = c.req.parameter("seat"))
    {
        const auto read = read_seat_number(*number);
        return read ? s.seats().find(*read) : nullptr;
    }
    if (!name)
        return nullptr;
    if (const seat* const as_written = s.seats().find(*name)) // what is kept is clean
        return as_written;
    const auto clean = clean_text(*name, name_bounds);
    return clean.has_value() ? s.seats().find(*clean) : nullptr;
}

result<const seat*> own_seat(const request_context& c, const session& s,
                             const std::optional<std::string>& name)
{
    const seat* const named = seat_meant(c, s, name);
    if (named == nullptr)
        return errc::not_a_participant;
    if (c.api.keyed() && !c.keys.opens(*named))
        return errc::not_your_seat;
    return named;
}

result<std::optional<seat_number>> seat_named_in_query(const request_context& c, const session& s)
{
    const std::string* const as = c.req.parameter("as");
    if (as == nullptr && c.req.parameter("seat") == nullptr)
        return std::optional<seat_number>();
    const seat* const named = seat_meant(c, s, as != nullptr ? std::optional(*as) : std::nullopt);
    if (named != nullptr && (!c.api.keyed() || c.keys.opens(*named)))
        return std::optional(named->number());
    return c.api.keyed() && !c.keys.any_for_seat() ? errc::key_required : errc::not_your_seat;
}

result<response> grant_websocket(const request_context& c, viewer who,
                                 const std::optional<key>& seat_key)
{
    const auto at_limit = [&](std::string_view option) -> result<response>
    {
        c.api.counted.limits_met.add(option);
        return errc::busy;
    };
    if (!c.req.websocket)
        return errc::upgrade_required;
    auto of_session = c.api.websockets_of_session.take(std::string(c.id));
    if (!of_session)
        return at_limit("max-session-websockets");
    auto of_address = c.api.websockets_of_address.take(c.req.peer);
    if (!of_address)
    {
        const auto client = c.req.peer.to_string();
        log::info("too many websockets of " + client, {{"client", client}});
        return at_limit("max-address-websockets");
    }
    response out{.status = http::status::switching_protocols};
    out.upgrade = std::make_unique<ticket>(
        ticket{std::string(c.id), who, seat_key, *std::move(of_address), *std::move(of_session)});
    return out;
}

} // namespace pajthy
