#include "call.hpp"

#include <pajthy/domain/text.hpp>
#include <pajthy/handler/origin.hpp>
#include <pajthy/log.hpp>
#include <pajthy/wire/frames.hpp>
#include <pajthy/wire/view.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <iterator>
#include <list>
#include <new>
#include <utility>

namespace pajthy
{

// --- Routes ---------------------------------------------------------------------------------

namespace
{

// What a route asks for before its action runs. That there is a session is the action's own first
// step.
enum class needs
{
    nothing,
    session,
    seat,
    control,
    member // a seat or control
};

bool opens_by_seat(needs need)
{
    return need == needs::seat || need == needs::member;
}

bool opens_by_control(needs need)
{
    return need == needs::control || need == needs::member;
}

// Such as `/{id}/control`; `{id}` stands for any segment.
struct path_template
{
    static constexpr std::size_t most_segments = 3;

    std::string_view text;
    std::array<std::string_view, most_segments> segments{};
    std::size_t size = 0;

    consteval path_template(const char* of) : text(of)
    {
        for (auto rest = text.substr(1); !rest.empty(); ++size)
        {
            segments[size] = rest.substr(0, rest.find('/'));
            rest.remove_prefix(std::min(rest.size(), segments[size].size() + 1));
        }
    }

    bool matches(const std::vector<std::string>& path) const
    {
        return path.size() == size && std::equal(path.begin(), path.end(), segments.begin(),
                                                 [](std::string_view segment, std::string_view own)
                                                 { return own == "{id}" || own == segment; });
    }
};

constexpr std::size_t most_expired_a_tick = 1'000;
constexpr std::size_t most_deadlines_a_tick = 2'000;
constexpr std::chrono::seconds before_another_try{1}; // to meet a deadline
constexpr std::size_t most_addresses_a_tick = 1'024;

// With one answer: proxies limit the head of it.
constexpr std::size_t most_cookies_given_back = 8;

// Nothing that could mean something else in a cookie's path.
bool is_session_id(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
}

// Whether the answer has another cookie of the same name.
bool sets_cookie_of(const response& answer, std::string_view cookie)
{
    const auto name = cookie.substr(0, cookie.find('=') + 1);
    return std::any_of(answer.fields.begin(), answer.fields.end(),
                       [&](const auto& field)
                       { return field.first == "Set-Cookie" && field.second.starts_with(name); });
}

} // namespace

// What a call may leave with the server, which is limited in all.
enum class leaves
{
    nothing, // or a vote, for which there is always room
    websocket,
    text
};

struct handler::route
{
    http::verb method;
    path_template path;
    needs need;
    leaves left;
    task<result<response>> (handler::*act)(call&);
};

// clang-format off
const handler::route handler::routes[] = {
    {http::verb::post,    "/",                       needs::nothing, leaves::text,      &handler::create},
    {http::verb::get,     "/{id}",                   needs::session, leaves::nothing,   &handler::view},
    {http::verb::put,     "/{id}",                   needs::seat,    leaves::nothing,   &handler::vote},
    {http::verb::put,     "/{id}/join",              needs::session, leaves::text,      &handler::join},
    {http::verb::put,     "/{id}/rename",            needs::seat,    leaves::text,      &handler::rename},
    {http::verb::put,     "/{id}/leave",             needs::seat,    leaves::nothing,   &handler::leave},
    {http::verb::get,     "/{id}/ws",                needs::session, leaves::websocket, &handler::listen},
    {http::verb::get,     "/{id}/control",           needs::control, leaves::nothing,   &handler::control_view},
    {http::verb::patch,   "/{id}/control/start",     needs::control, leaves::nothing,   &handler::start},
    {http::verb::patch,   "/{id}/control/stop",      needs::control, leaves::nothing,   &handler::stop},
    {http::verb::patch,   "/{id}/control/reset",     needs::control, leaves::nothing,   &handler::reset},
    {http::verb::patch,   "/{id}/control/kick",      needs::control, leaves::nothing,   &handler::kick},
    {http::verb::post,    "/{id}/control/keys",      needs::control, leaves::nothing,   &handler::mint_control_key},
    {http::verb::delete_, "/{id}/control/keys",      needs::control, leaves::nothing,   &handler::revoke_control_keys},
    {http::verb::patch,   "/{id}/control/undo",      needs::control, leaves::nothing,   &handler::undo},
    {http::verb::patch,   "/{id}/control/timer",     needs::control, leaves::nothing,   &handler::set_timer},
    {http::verb::patch,   "/{id}/control/door",      needs::control, leaves::nothing,   &handler::lock_door},
    {http::verb::put,     "/{id}/control/topics",    needs::control, leaves::text,      &handler::plan_topics},
    {http::verb::put,     "/{id}/control/deck",      needs::control, leaves::text,      &handler::change_deck},
    {http::verb::get,     "/{id}/control/history",   needs::control, leaves::nothing,   &handler::history},
    {http::verb::patch,   "/{id}/control/agree",     needs::control, leaves::text,      &handler::agree},
    {http::verb::get,     "/{id}/control/ws",        needs::control, leaves::websocket, &handler::listen_to_control},
    {http::verb::put,     "/{id}/control-request",   needs::seat,    leaves::nothing,   &handler::ask_for_control},
    {http::verb::delete_, "/{id}/control-request",   needs::member,  leaves::nothing,   &handler::object_to_asking},
    {http::verb::post,    "/{id}/control-request/key", needs::seat,    leaves::nothing,   &handler::take_control},
};
// clang-format on

namespace
{

bool is_change(http::verb method)
{
    return method != http::verb::get && method != http::verb::head;
}

// HEAD is allowed wherever GET is, and OPTIONS everywhere.
std::string allowed_methods(const auto& known)
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

void note_refused(std::string_view what, const boost::asio::ip::address& who)
{
    const auto client = who.to_string();
    log::info("too many " + std::string(what) + " of " + client, {{"client", client}});
}

} // namespace

// --- The way in and out -----------------------------------------------------------------------

handler::handler(handler_settings settings, session_store& store, event_bus& bus, now_function now,
                 date_function date, random_source random)
    : settings_(std::move(settings)), store_(store), bus_(bus), now_(std::move(now)),
      date_(std::move(date)), random_(std::move(random)), dates_(now_(), date_()),
      rates_(settings_.limits.address),
      sessions_of_address_(settings_.limits.session.sessions_of_address),
      websockets_of_address_(settings_.limits.address.websockets),
      websockets_of_session_(settings_.limits.session.websockets)
{
    counted_.answers.resize(std::size(routes) + 1);
}

std::vector<api_route> handler::api()
{
    std::vector<api_route> out;
    for (const auto& r : routes)
        out.push_back({r.method, r.path.text, opens_by_seat(r.need), opens_by_control(r.need),
                       r.left == leaves::websocket});
    return out;
}

task<response> handler::handle(const request& req)
{
    try
    {
        const auto known = routes_at(req.path);
        const auto pattern = known.empty() ? std::string_view() : known.front()->path.text;
        const auto wanted = req.method == http::verb::head ? http::verb::get : req.method;
        const auto at = std::find_if(known.begin(), known.end(),
                                     [&](const route* r) { return r->method == wanted; });
        if (at == known.end())
        {
            auto answer = answer_without_route(known, req.method);
            finish(answer, pattern, nullptr);
            co_return answer;
        }
        const auto asked = now_();
        call c{req, asked, dates_.time_of(asked), credentials(req)};
        if (!req.path.empty())
            c.id = req.path.front();
        auto answer = co_await guarded(**at, c);
        if (answer.has_error())
            answer = refusal(answer.error(), c, pattern);
        if (answer->status != http::status::unauthorized &&
            answer->status != http::status::forbidden)
            answer->seq = c.seq;
        if (may_give_cookies_back(c, *answer))
            co_await give_cookies_back(c, *answer);
        finish(*answer, pattern, *at);
        co_return *std::move(answer);
    }
    catch (const std::exception& e)
    {
        log::error(std::string("unexpected: ") + e.what());
    }
    auto answer =
        refuse(boost::system::errc::make_error_code(boost::system::errc::state_not_recoverable));
    finish(answer, "", nullptr);
    co_return answer;
}

bool handler::takes_list(http::verb method, std::string_view target)
{
    return method == http::verb::put &&
           target.substr(0, target.find('?')).ends_with("/control/topics");
}

handler::known_routes handler::routes_at(const std::vector<std::string>& path)
{
    known_routes out;
    for (const auto& r : routes)
    {
        if (r.path.matches(path))
            out.push_back(&r);
    }
    return out;
}

response handler::answer_without_route(const known_routes& known, http::verb method)
{
    if (known.empty())
        return refuse(errc::not_found);
    if (method == http::verb::options)
        return preflight(known);
    auto refused = refuse(errc::method_not_allowed);
    refused.fields.emplace_back("Allow", allowed_methods(known));
    return refused;
}

// Everything that is decided before an action runs, in the order in which it is decided.
task<result<response>> handler::guarded(const route& to, call& c)
{
    if (keyed() && (is_change(c.req.method) || to.left == leaves::websocket) && c.req.origin &&
        !is_own_origin(*c.req.origin, c.req.host, settings_.allowed_origins, c.req.same_origin))
    {
        warn_of_origin(c);
        return errc::foreign_origin;
    }
    if (const auto within = check_allowances(to, c); within.has_error())
        return within.error();
    if (to.left == leaves::text && !has_room_for_text())
        return act_with_room(to, c);
    return act(to, c);
}

task<result<response>> handler::act_with_room(const route& to, call& c)
{
    for (bool more = true; more && !has_room_for_text();)
        more = co_await make_room(c.now);
    if (!has_room_for_text())
        co_return at_limit("max-text-bytes");
    auto answer = co_await act(to, c);
    co_return answer;
}

task<result<response>> handler::act(const route& to, call& c)
{
    c.acted = true;
    if (!keyed() || !(opens_by_seat(to.need) || opens_by_control(to.need)))
        return (this->*to.act)(c);
    return act_with_key(to, c);
}

response handler::preflight(const known_routes& known) const
{
    response out{.status = http::status::no_content};
    out.fields.emplace_back("Allow", allowed_methods(known));
    if (!keyed())
    {
        out.fields.emplace_back("Access-Control-Allow-Methods",
                                "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        out.fields.emplace_back("Access-Control-Allow-Headers", "Content-Type, Authorization");
        out.fields.emplace_back("Access-Control-Max-Age", "86400");
    }
    return out;
}

void handler::finish(response& answer, std::string_view pattern, const route* by)
{
    const auto row = by == nullptr ? std::size(routes) : static_cast<std::size_t>(by - routes);
    counted_.answers[row].add(answer.status);
    answer.route = pattern;
    if (!keyed())
    {
        answer.fields.emplace_back("Access-Control-Allow-Origin", "*");
        answer.fields.emplace_back("Access-Control-Expose-Headers",
                                   "Location, Pajthy-Seq, Retry-After");
    }
}

// --- Who may ---------------------------------------------------------------------------------

result<void> handler::check_allowances(const route& to, call& c)
{
    c.retry_after = rates_.take(c.req.peer, allowance::call, c.asked);
    if (c.retry_after.count() == 0 && to.need == needs::nothing)
        c.retry_after = rates_.take(c.req.peer, allowance::create, c.asked);
    if (c.retry_after.count() != 0)
        return errc::too_many_requests;
    return {};
}

// What helps somebody who guesses is counted where it is refused. Whoever has guessed too often
// learns nothing more, and whoever knows the id and the key is not held up.
response handler::refusal(boost::system::error_code why, call& c, std::string_view pattern)
{
    if (why == errc::unknown_session)
        c.retry_after = rates_.take(c.req.peer, allowance::unknown_id, c.asked);
    if (why == errc::key_wrong || why == errc::not_your_seat)
        c.retry_after = rates_.take(c.req.peer, allowance::wrong_key, c.asked);
    if (why == errc::too_many_sessions_of_address)
        note_refused("sessions", c.req.peer);
    if (c.retry_after.count() == 0)
        return refuse(why, c.line);
    const auto client = c.req.peer.to_string();
    log::info("too many requests from " + client + ": " + std::string(pattern),
              {{"client", client}, {"route", pattern}});
    auto refused = refuse(errc::too_many_requests);
    refused.fields.emplace_back("Retry-After", std::to_string(c.retry_after.count()));
    return refused;
}

response handler::refuse(boost::system::error_code why, std::size_t line)
{
    counted_.refusals.add(problem_type(why));
    return problem(why, line);
}

errc handler::at_limit(std::string_view option)
{
    counted_.limits_met.add(option);
    return errc::busy;
}

void handler::warn_of_origin(const call& c)
{
    if (foreign_origin_.due(c.asked))
        log::warning(origin_warning(*c.req.origin, c.req.host));
}

// Whoever has guessed too often learns nothing more.
bool handler::may_give_cookies_back(const call& c, const response& answer)
{
    if (!c.acted || answer.upgrade || answer.status == http::status::too_many_requests)
        return false;
    return c.stale_seats ? !c.stale_seats->empty() : c.keys.any_cookie();
}

// What is stale stays stale, whatever the action did since that was looked at; but it may have made
// another cookie of the same name.
task<void> handler::give_cookies_back(call& c, response& answer)
{
    bool control_too = false;
    if (!c.stale_seats)
    {
        const session_reader look = [&](const session& s, version)
        { c.stale_seats = c.keys.stale_seats(s, c.now, most_cookies_given_back); };
        const auto found = co_await store_.read(c.id, look, c.now);
        const bool gone = found.has_error() && found.error() == errc::unknown_session;
        if (gone && is_session_id(c.id))
        {
            control_too = c.keys.control_cookie_given();
            c.stale_seats = c.keys.shown_seats(most_cookies_given_back - (control_too ? 1 : 0));
        }
    }
    const auto path = cookie_path(c.id);
    if (control_too)
        answer.fields.emplace_back("Set-Cookie", expired_control_cookie(path, c.req.secure));
    for (const auto number : c.stale_seats.value_or(std::vector<seat_number>()))
    {
        auto expired = expired_seat_cookie(number, path, c.req.secure);
        if (!sets_cookie_of(answer, expired))
            answer.fields.emplace_back("Set-Cookie", std::move(expired));
    }
}

task<result<response>> handler::act_with_key(const route& to, call& c)
{
    const bool by_control = opens_by_control(to.need);
    const bool by_seat = opens_by_seat(to.need);
    bool opened = false;
    bool missed = false;
    const session_reader find_keys = [&](const session& s, version)
    {
        if (by_control)
            c.control_key = c.keys.opens_control(s);
        opened = c.control_key || (by_seat && c.keys.opens_a_seat(s));
        missed = c.control_key && s.misses_controller(c.now);
        c.stale_seats = c.keys.stale_seats(s, c.now, most_cookies_given_back);
    };
    const auto found = co_await look(c, find_keys);
    if (found.has_error())
        co_return found.error();
    if (!(by_control && c.keys.any_for_control()) && !(by_seat && c.keys.any_for_seat()))
        co_return errc::key_required;
    if (!opened)
        co_return errc::key_wrong;
    if (missed)
    {
        const change tell = [&](session& s) -> result<changes>
        {
            if (!s.has_control_key(*c.control_key))
                return errc::key_wrong; // revoked meanwhile
            return s.controller_seen(c.now);
        };
        const auto told = co_await apply(c, tell);
        if (told.has_error())
            co_return told.error();
    }
    auto answer = co_await (this->*to.act)(c);
    co_return answer;
}

// Nothing for a watcher. Fails with `key_required` or `not_your_seat` for a seat that isn't the
// caller's, and tells a seat that doesn't exist from one that does to nobody.
result<std::optional<seat_number>> handler::seat_named_in_query(const call& c,
                                                                const session& s) const
{
    const std::string* const as = c.req.parameter("as");
    if (as == nullptr && c.req.parameter("seat") == nullptr)
        return std::optional<seat_number>();
    const seat* const named = seat_meant(c, s, as != nullptr ? std::optional(*as) : std::nullopt);
    if (named != nullptr && (!keyed() || c.keys.opens(*named)))
        return std::optional(named->number());
    return keyed() && !c.keys.any_for_seat() ? errc::key_required : errc::not_your_seat;
}

// --- Changes and events --------------------------------------------------------------------------

task<result<version>> handler::apply(std::string_view id, const change& what, unix_time now)
{
    changes done;
    std::vector<event::any> events;
    bool has_progress = false;
    std::size_t seats = 0;
    std::optional<unix_time> due;
    const bool may_tell = pace_.may_tell(id, now_());
    bool can_tell = true;
    const mutation change_and_note = [&](session& s) -> result<void>
    {
        auto outcome = what(s);
        if (outcome.has_error())
            return outcome.error();
        done = *std::move(outcome);
        due = s.next_deadline();
        has_progress = s.open() && (done.votes || done.seats);
        seats = s.seats().size();
        try
        {
            events = events_of(done, s, now, dates_);
            if (has_progress && may_tell)
                events.push_back(event::progress{s.progress(most_waiting_names)});
        }
        catch (const std::bad_alloc&) // too late to fail: the session has changed
        {
            can_tell = false;
        }
        return {};
    };
    const auto seq = co_await store_.update(id, change_and_note, now);
    if (seq.has_error())
        co_return seq.error();

    if (done.opened || done.closed || done.reset)
        pace_.drop(id);
    if (has_progress && !may_tell)
        pace_.wait(id);
    try
    {
        deadlines_.set(id, due);
        if (has_progress && may_tell)
            pace_.told(id, seats, now_());
    }
    catch (const std::bad_alloc&)
    {
        log::warning("what a session is due to do was not noted: out of memory");
    }
    tell(id, *seq, can_tell ? &events : nullptr);
    co_return *seq;
}

// Whoever cannot be told comes back and sees it all.
void handler::tell(std::string_view id, version seq, const std::vector<event::any>* events) noexcept
{
    if (events != nullptr)
    {
        bus_.emit(id, seq, *events);
        return;
    }
    log::warning("websockets of a session closed: out of memory");
    bus_.interrupt(id);
}

task<result<void>> handler::apply(call& c, const change& what)
{
    const auto done = co_await apply(c.id, what, c.now);
    if (done.has_error())
        co_return done.error();
    c.seq = *done;
    co_return result<void>();
}

task<result<void>> handler::look(call& c, const session_reader& at)
{
    const auto found = co_await store_.read(c.id, at, c.now);
    if (found.has_error())
        co_return found.error();
    c.seq = *found;
    co_return result<void>();
}

task<result<response>> handler::change_and_answer(call& c, change what, http::status success)
{
    const auto done = co_await apply(c, what);
    if (done.has_error())
        co_return done.error();
    co_return response{.status = success};
}

// --- Websockets --------------------------------------------------------------------------------

result<response> handler::grant(const call& c, viewer who)
{
    if (!c.req.websocket)
        return errc::upgrade_required;
    auto session_place = websockets_of_session_.take(std::string(c.id));
    if (!session_place)
        return at_limit("max-session-websockets");
    auto place = websockets_of_address_.take(c.req.peer);
    if (!place)
    {
        note_refused("websockets", c.req.peer);
        return at_limit("max-address-websockets");
    }
    response out{.status = http::status::switching_protocols};
    out.upgrade = std::make_unique<ticket>(
        ticket{std::string(c.id), who, *std::move(place), *std::move(session_place)});
    if (who.role == role::controller || who.seat) // a watcher is not present
        out.upgrade->gone.push_back({out.upgrade->session, who});
    return out;
}

task<result<std::unique_ptr<subscription>>> handler::attach(ticket& granted, subscriber& to)
{
    const auto now = dates_.time_of(now_());
    const bool is_watcher = granted.who.role == role::voter && !granted.who.seat;
    if (!is_watcher)
    {
        const change arrive = [&](session& s) -> result<changes>
        {
            s.looked_at();
            if (granted.who.seat)
                return s.connected(*granted.who.seat);
            if (granted.who.control_key && !s.has_control_key(*granted.who.control_key))
                return errc::key_wrong; // revoked since the websocket was granted
            return s.controller_connected(now);
        };
        const auto arrived = co_await apply(granted.session, arrive, now);
        if (arrived.has_error())
            co_return arrived.error() == errc::not_a_participant
                ? make_error_code(errc::not_your_seat)
                : arrived.error();
    }
    std::exception_ptr failure;
    try
    {
        auto shown = co_await show(granted, to, now);
        co_return shown;
    }
    catch (...)
    {
        failure = std::current_exception();
    }
    co_await detach(granted); // or it would be present for ever
    std::rethrow_exception(failure);
}

task<result<std::unique_ptr<subscription>>> handler::show(const ticket& granted, subscriber& to,
                                                          unix_time now)
{
    std::string view;
    bool is_first = false;
    const session_reader look = [&](const session& s, version current)
    {
        is_first = !s.used();
        view = view_for(granted.who, granted.session, s, current, now);
    };
    const auto seq = co_await store_.read(granted.session, look, now);
    if (seq.has_error())
        co_return seq.error();
    if (is_first)
    {
        const change note = [](session& s) -> result<changes>
        {
            s.looked_at();
            return changes{};
        };
        const auto noted = co_await apply(granted.session, note, now);
        if (noted.has_error())
            co_return noted.error();
    }
    const auto snapshot = text_frame(frame_kind::lasting, snapshot_text(view, *seq));
    ++counted_.snapshots.events;
    ++counted_.snapshots.frames;
    counted_.snapshots.bytes += snapshot.bytes->size();
    to.deliver(snapshot);
    co_return bus_.subscribe(granted.session, granted.who, to);
}

task<void> handler::detach(ticket& granted)
{
    departures_.splice(departures_.end(), granted.gone);
    return note_departures();
}

task<void> handler::note_departures()
{
    while (!departures_.empty())
    {
        std::list<departure> one;
        one.splice(one.end(), departures_, departures_.begin());
        departure& left = one.front();
        const auto now = dates_.time_of(now_());
        const change depart = [&](session& s) -> result<changes>
        {
            return left.who.seat ? s.disconnected(*left.who.seat, now)
                                 : s.controller_disconnected(now);
        };
        try
        {
            co_await apply(left.session, depart, now);
        }
        catch (...)
        {
            departures_.splice(departures_.begin(), one);
            throw;
        }
    }
}

// --- What is due ---------------------------------------------------------------------------------

task<void> handler::tick()
{
    const auto asked = now_();
    const auto now = dates_.time_of(asked);
    dates_.set(now, date_());
    co_await note_departures();
    co_await meet_deadlines(now);
    co_await tell_progress(now);
    rates_.forget_idle(asked, most_addresses_a_tick);
    co_await expire_sessions(now);
}

task<void> handler::tell_progress(unix_time now)
{
    for (const auto& id : pace_.due(now_()))
    {
        std::optional<event::progress> news;
        std::size_t seats = 0;
        const session_reader look = [&](const session& s, version)
        {
            seats = s.seats().size();
            if (s.open())
                news = event::progress{s.progress(most_waiting_names)};
        };
        const auto seq = co_await store_.read(id, look, now);
        if (seq.has_error() || !news)
            continue;
        pace_.told(id, seats, now_());
        bus_.emit(id, *seq, {*std::move(news)});
    }
}

task<void> handler::meet_deadlines(unix_time now)
{
    // One after the other: whatever goes wrong with one costs none of the others.
    for (std::size_t done = 0; done < most_deadlines_a_tick; ++done)
    {
        const auto id = deadlines_.take_due(now, now + before_another_try);
        if (!id)
            break;
        const change pass = [&](session& s) -> result<changes> { return s.advance_to(now); };
        const auto passed = co_await apply(*id, pass, now);
        if (passed.has_error())
            deadlines_.set(*id, std::nullopt);
    }
}

task<void> handler::expire_sessions(unix_time now)
{
    const auto gone = co_await store_.expire(now, most_expired_a_tick);
    for (const auto& id : gone)
        forget(id);
}

task<bool> handler::make_room(unix_time now)
{
    const auto age = settings_.limits.session.unused;
    if (age.count() == 0)
        co_return false;
    const auto gone = co_await store_.drop_unused(now, age);
    if (gone)
        forget(*gone);
    co_return gone.has_value();
}

void handler::forget(const std::string& gone)
{
    pace_.drop(gone);
    deadlines_.set(gone, std::nullopt);
    makers_.erase(gone);
    bus_.end(gone);
}

// --- Small things --------------------------------------------------------------------------------

std::string handler::view_for(const viewer& who, std::string_view id, const session& s,
                              version current, unix_time now)
{
    if (who.role == role::voter && !who.seat)
        return watchers_.view_of(id, s, current, now, dates_);
    return view_text(s, who, now, dates_);
}

bool handler::has_room_for_text() const noexcept
{
    const auto most = settings_.limits.session.text_bytes;
    return most == 0 || store_.usage().text_bytes < most;
}

std::string handler::cookie_path(std::string_view id) const
{
    return settings_.base_path + "/api/" + std::string(id);
}

key handler::fresh_key() const
{
    key out;
    random_(out.bytes);
    return out;
}

} // namespace pajthy
