#include <pajthy/handler/handler.hpp>

#include <pajthy/domain/text.hpp>
#include <pajthy/handler/origin.hpp>
#include <pajthy/log.hpp>
#include <pajthy/wire/bodies.hpp>
#include <pajthy/wire/frames.hpp>
#include <pajthy/wire/view.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <iterator>
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
    control
};

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

constexpr std::string_view id_alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t id_size = 12;
constexpr int most_id_tries = 4;
constexpr std::size_t most_expired_a_tick = 1'000;
constexpr std::size_t most_absences_a_tick = 2'000;
constexpr std::size_t most_addresses_a_tick = 1'024;

} // namespace

/// One request on its way through the box.
struct handler::call
{
    const request& req;
    time_point now;
    credentials keys;
    std::string_view id{};
    std::optional<control_key_number> control_key{}; // by which a controller was let in
    std::chrono::seconds retry_after{0};
};

struct handler::route
{
    http::verb method;
    path_template path;
    needs need;
    bool websocket;
    task<result<response>> (handler::*act)(call&);
};

// clang-format off
const handler::route handler::routes[] = {
    {http::verb::post,   "/",                    needs::nothing, false, &handler::create},
    {http::verb::get,    "/{id}",                needs::session, false, &handler::view},
    {http::verb::put,    "/{id}",                needs::seat,    false, &handler::vote},
    {http::verb::put,    "/{id}/join",           needs::session, false, &handler::join},
    {http::verb::put,    "/{id}/leave",          needs::seat,    false, &handler::leave},
    {http::verb::get,    "/{id}/ws",             needs::session, true,  &handler::listen},
    {http::verb::get,    "/{id}/control",        needs::control, false, &handler::control_view},
    {http::verb::patch,  "/{id}/control/start",  needs::control, false, &handler::start},
    {http::verb::patch,  "/{id}/control/stop",   needs::control, false, &handler::stop},
    {http::verb::patch,  "/{id}/control/reset",  needs::control, false, &handler::reset},
    {http::verb::patch,  "/{id}/control/kick",   needs::control, false, &handler::kick},
    {http::verb::post,   "/{id}/control/keys",   needs::control, false, &handler::mint_control_key},
    {http::verb::delete_, "/{id}/control/keys",  needs::control, false, &handler::revoke_control_keys},
    {http::verb::get,    "/{id}/control/ws",     needs::control, true,  &handler::listen_to_control},
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

response json_response(http::status status, std::string body)
{
    return {.status = status, .content_type = "application/json", .body = std::move(body)};
}

// Empty if it can't be.
std::string cleaned(std::string_view text, const text_bounds& bounds)
{
    auto out = clean_text(text, bounds);
    return out.has_value() ? *std::move(out) : std::string();
}

result<std::string> name_in(std::string_view body)
{
    auto name = clean_text(body, name_bounds);
    if (name.has_error())
        return errc::bad_name;
    return name;
}

} // namespace

// --- The way in and out -----------------------------------------------------------------------

handler::handler(handler_settings settings, session_store& store, event_bus& bus, now_function now,
                 random_source random)
    : settings_(std::move(settings)), store_(store), bus_(bus), now_(std::move(now)),
      random_(std::move(random)), rates_(settings_.limits.address),
      sessions_of_address_(settings_.limits.session.sessions_of_address),
      websockets_of_address_(settings_.limits.address.websockets),
      websockets_of_session_(settings_.limits.session.websockets)
{}

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
            finish(answer, pattern);
            co_return answer;
        }
        call c{req, now_(), credentials(req)};
        if (!req.path.empty())
            c.id = req.path.front();
        auto answer = co_await guarded(**at, c);
        if (answer.has_error())
            answer = refusal(answer.error(), c, pattern);
        finish(*answer, pattern);
        co_return *std::move(answer);
    }
    catch (const std::exception& e)
    {
        log::error(std::string("unexpected: ") + e.what());
    }
    auto answer =
        problem(boost::system::errc::make_error_code(boost::system::errc::state_not_recoverable));
    finish(answer, "");
    co_return answer;
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

response handler::answer_without_route(const known_routes& known, http::verb method) const
{
    if (known.empty())
        return problem(errc::not_found);
    if (method == http::verb::options)
        return preflight(known);
    auto refused = problem(errc::method_not_allowed);
    refused.fields.emplace_back("Allow", allowed_methods(known));
    return refused;
}

// Everything that is decided before an action runs, in the order in which it is decided.
task<result<response>> handler::guarded(const route& to, call& c)
{
    if (keyed() && (is_change(c.req.method) || to.websocket) && c.req.origin &&
        !is_own_origin(*c.req.origin, c.req.host, settings_.allowed_origins))
        return errc::foreign_origin;
    if (const auto within = check_allowances(to, c); within.has_error())
        return within.error();
    if (keyed() && to.need == needs::control)
        return act_as_controller(to, c);
    if (keyed() && to.need == needs::seat)
        return act_as_seat(to, c);
    return (this->*to.act)(c);
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

void handler::finish(response& answer, std::string_view pattern) const
{
    answer.route = pattern;
    if (!keyed())
    {
        answer.fields.emplace_back("Access-Control-Allow-Origin", "*");
        answer.fields.emplace_back("Access-Control-Expose-Headers", "Location, Retry-After");
    }
}

// --- Who may ---------------------------------------------------------------------------------

result<void> handler::check_allowances(const route& to, call& c)
{
    c.retry_after = rates_.take(c.req.peer, allowance::call, c.now);
    if (c.retry_after.count() == 0 && to.need == needs::nothing)
        c.retry_after = rates_.take(c.req.peer, allowance::create, c.now);
    if (c.retry_after.count() != 0)
        return errc::too_many_requests;
    return {};
}

// What helps somebody who guesses is counted where it is refused. Whoever has guessed too often
// learns nothing more, and whoever knows the id and the key is not held up.
response handler::refusal(boost::system::error_code why, call& c, std::string_view pattern)
{
    if (why == errc::unknown_session)
        c.retry_after = rates_.take(c.req.peer, allowance::unknown_id, c.now);
    if (why == errc::key_wrong || why == errc::not_your_seat)
        c.retry_after = rates_.take(c.req.peer, allowance::wrong_key, c.now);
    if (c.retry_after.count() == 0)
        return problem(why);
    log::info("too many requests from one address: " + std::string(pattern));
    auto refused = problem(errc::too_many_requests);
    refused.fields.emplace_back("Retry-After", std::to_string(c.retry_after.count()));
    return refused;
}

task<result<response>> handler::act_as_controller(const route& to, call& c)
{
    const session_reader look = [&](const session& s, version)
    { c.control_key = c.keys.opens_control(s); };
    const auto found = co_await store_.read(c.id, look, c.now);
    if (found.has_error())
        co_return found.error();
    if (!c.keys.any_for_control())
        co_return errc::key_required;
    if (!c.control_key)
        co_return errc::key_wrong;
    auto answer = co_await (this->*to.act)(c);
    co_return answer;
}

task<result<response>> handler::act_as_seat(const route& to, call& c)
{
    bool opened = false;
    const session_reader look = [&](const session& s, version) { opened = c.keys.opens_a_seat(s); };
    const auto found = co_await store_.read(c.id, look, c.now);
    if (found.has_error())
        co_return found.error();
    if (!c.keys.any_for_seat())
        co_return errc::key_required;
    if (!opened)
        co_return errc::key_wrong;
    auto answer = co_await (this->*to.act)(c);
    co_return answer;
}

// Nothing for a watcher. Fails with `key_required` or `not_your_seat` for a seat that isn't the
// caller's, and tells a seat that doesn't exist from one that does to nobody.
result<std::optional<seat_number>> handler::seat_named_in_query(const call& c,
                                                                const session& s) const
{
    const auto as = std::find_if(c.req.query.begin(), c.req.query.end(),
                                 [](const auto& parameter) { return parameter.first == "as"; });
    if (as == c.req.query.end())
        return std::optional<seat_number>();
    const auto name = clean_text(as->second, name_bounds);
    const seat* const named = name.has_value() ? s.find(*name) : nullptr;
    if (named != nullptr && (!keyed() || c.keys.opens(*named)))
        return std::optional(named->number());
    return keyed() && !c.keys.any_for_seat() ? errc::key_required : errc::not_your_seat;
}

// --- What anybody and voters do ----------------------------------------------------------------

task<result<response>> handler::create(call& c)
{
    const auto body = read_create(c.req.body);
    if (body.has_error())
        co_return body.error();
    auto cards = deck::make(body->choices, settings_.limits.session.choices);
    if (cards.has_error())
        co_return cards.error();
    std::string title;
    if (!body->title.empty())
    {
        auto clean = clean_text(body->title, title_bounds);
        if (clean.has_error() && clean.error() != errc::text_empty)
            co_return errc::bad_title;
        title = clean.has_value() ? *std::move(clean) : "";
    }

    const auto& most = settings_.limits.session;
    const auto used = store_.usage();
    if ((most.sessions != 0 && used.sessions >= most.sessions) ||
        (most.text_bytes != 0 && used.text_bytes >= most.text_bytes))
        co_return errc::busy;
    auto place = sessions_of_address_.take(c.req.peer);
    if (!place)
        co_return errc::too_many_sessions_of_address;

    const key control = fresh_key();
    const session fresh(*std::move(cards), std::move(title), control);
    std::string id;
    result<version> kept = errc::id_taken;
    for (int tries = 0; tries < most_id_tries && kept.has_error(); ++tries)
    {
        id = fresh_id();
        kept = co_await store_.create(id, fresh, c.now);
    }
    if (kept.has_error())
        co_return kept.error();
    makers_.insert_or_assign(id, *std::move(place));

    auto answer = json_response(http::status::created, created_text(id, control));
    answer.fields.emplace_back("Location", settings_.base_path + "/" + id);
    answer.fields.emplace_back("Set-Cookie",
                               control_cookie(control, cookie_path(id), c.req.secure));
    co_return answer;
}

task<result<response>> handler::view(call& c)
{
    result<response> answer = json_response(http::status::ok, "");
    const session_reader look = [&](const session& s, version current)
    {
        const auto own = seat_named_in_query(c, s);
        if (own.has_error())
        {
            answer = own.error();
            return;
        }
        answer->body = view_for({role::voter, *own}, c.id, s, current, c.now);
        if (*own && c.keys.bearer() && c.keys.opens(*s.find(**own)))
            answer->fields.emplace_back("Set-Cookie", seat_cookie(**own, *c.keys.bearer_key(),
                                                                  cookie_path(c.id), c.req.secure));
    };
    const auto found = co_await store_.read(c.id, look, c.now);
    if (found.has_error())
        co_return found.error();
    co_return answer;
}

std::string handler::view_for(const viewer& who, std::string_view id, const session& s,
                              version current, time_point now)
{
    if (who.role == role::voter && !who.seat)
        return watchers_.view_of(id, s, current, now);
    return view_text(s, who, now);
}

task<result<response>> handler::join(call& c)
{
    const auto& most = settings_.limits.session;
    if (most.text_bytes != 0 && store_.usage().text_bytes >= most.text_bytes)
        co_return errc::busy;

    const key fresh = fresh_key();
    std::optional<admission> seated;
    const change take_seat = [&](session& s) -> result<changes>
    {
        const auto name = name_in(c.req.body);
        if (name.has_error())
            return name.error();
        const seat* const held = s.find(*name);
        const auto presented = held ? c.keys.presented_for(held->number()) : std::nullopt;
        auto admitted = s.join(*name, fresh, presented, most.participants, c.now);
        if (admitted.has_error())
            return admitted.error();
        seated = *std::move(admitted);
        return seated->done;
    };
    const auto joined = co_await apply(c.id, take_seat, c.now);
    if (joined.has_error())
        co_return joined.error();

    auto answer = json_response(http::status::created, joined_text(seated->name, seated->secret));
    answer.fields.emplace_back(
        "Set-Cookie", seat_cookie(seated->number, seated->secret, cookie_path(c.id), c.req.secure));
    co_return answer;
}

task<result<response>> handler::leave(call& c)
{
    std::optional<seat_number> left;
    const change give_up_seat = [&](session& s) -> result<changes>
    {
        const auto name = name_in(c.req.body);
        const seat* const own = name.has_value() ? s.find(*name) : nullptr;
        if (own == nullptr)
            return errc::not_a_participant;
        if (keyed() && !c.keys.opens(*own))
            return errc::not_your_seat;
        left = own->number();
        return s.leave(*name, c.now);
    };
    const auto done = co_await apply(c.id, give_up_seat, c.now);
    if (done.has_error())
        co_return done.error();
    response answer{.status = http::status::no_content};
    answer.fields.emplace_back("Set-Cookie",
                               expired_seat_cookie(*left, cookie_path(c.id), c.req.secure));
    co_return answer;
}

task<result<response>> handler::vote(call& c)
{
    // A session that isn't there is 404 even if the body makes no sense.
    const change record = [&](session& s) -> result<changes>
    {
        auto body = read_vote(c.req.body);
        if (body.has_error())
            return body.error();
        // What is kept is clean, so only what isn't found has to be cleaned.
        const auto name = s.find(body->participant) != nullptr
                              ? std::move(body->participant)
                              : cleaned(body->participant, name_bounds);
        const auto choice = s.cards().find(body->choice) ? std::move(body->choice)
                                                         : cleaned(body->choice, choice_bounds);
        const seat* const voter = s.find(name);
        if (voter != nullptr && keyed() && !c.keys.opens(*voter))
            return errc::not_your_seat;
        return s.vote(name, choice, c.now);
    };
    return change_and_answer(c, record, http::status::accepted);
}

task<result<response>> handler::listen(call& c)
{
    result<std::optional<seat_number>> own = errc::not_your_seat;
    const session_reader look = [&](const session& s, version) { own = seat_named_in_query(c, s); };
    const auto found = co_await store_.read(c.id, look, c.now);
    if (found.has_error())
        co_return found.error();
    if (own.has_error())
        co_return own.error();
    co_return grant(c, {role::voter, *own});
}

// --- What controllers do -----------------------------------------------------------------------

task<result<response>> handler::control_view(call& c)
{
    auto answer = json_response(http::status::ok, "");
    const session_reader look = [&](const session& s, version) {
        answer.body = view_text(s, {role::controller, std::nullopt, c.control_key}, c.now);
    };
    const auto found = co_await store_.read(c.id, look, c.now);
    if (found.has_error())
        co_return found.error();
    if (keyed() && c.keys.bearer())
        answer.fields.emplace_back(
            "Set-Cookie", control_cookie(*c.keys.bearer_key(), cookie_path(c.id), c.req.secure));
    co_return answer;
}

task<result<response>> handler::start(call& c)
{
    return change_and_answer(
        c, [](session& s) -> result<changes> { return s.start(); }, http::status::accepted);
}

task<result<response>> handler::stop(call& c)
{
    return change_and_answer(
        c, [](session& s) -> result<changes> { return s.stop(); }, http::status::accepted);
}

task<result<response>> handler::reset(call& c)
{
    return change_and_answer(
        c, [](session& s) -> result<changes> { return s.reset(); }, http::status::accepted);
}

task<result<response>> handler::kick(call& c)
{
    const change remove = [&](session& s) -> result<changes>
    {
        const auto name = name_in(c.req.body);
        return s.kick(name.has_value() ? *name : std::string_view(), c.now);
    };
    return change_and_answer(c, remove, http::status::no_content);
}

task<result<response>> handler::mint_control_key(call& c)
{
    const key fresh = fresh_key();
    std::size_t count = 0;
    const change mint = [&](session& s) -> result<changes>
    {
        auto done = s.mint_control_key(fresh, c.control_key, settings_.limits.session.control_keys);
        count = s.control_keys();
        return done;
    };
    const auto done = co_await apply(c.id, mint, c.now);
    if (done.has_error())
        co_return done.error();
    co_return json_response(http::status::created, minted_text(fresh, count));
}

task<result<response>> handler::revoke_control_keys(call& c)
{
    std::size_t count = 0;
    const change revoke = [&](session& s) -> result<changes>
    {
        auto done = s.revoke_other_control_keys(c.control_key);
        count = s.control_keys();
        return done;
    };
    const auto done = co_await apply(c.id, revoke, c.now);
    if (done.has_error())
        co_return done.error();
    co_return json_response(http::status::ok, control_keys_text(count));
}

task<result<response>> handler::listen_to_control(call& c)
{
    const session_reader look = [](const session&, version) {};
    const auto found = co_await store_.read(c.id, look, c.now);
    if (found.has_error())
        co_return found.error();
    co_return grant(c, {role::controller, std::nullopt, c.control_key});
}

// --- Changes and events --------------------------------------------------------------------------

task<result<void>> handler::apply(std::string_view id, const change& what, time_point now)
{
    changes done;
    std::vector<event::any> events;
    bool has_progress = false;
    std::size_t seats = 0;
    const bool may_tell = pace_.may_tell(id, now);
    const mutation change_and_note = [&](session& s) -> result<void>
    {
        auto outcome = what(s);
        if (outcome.has_error())
            return outcome.error();
        done = *std::move(outcome);
        events = events_of(done, s, now);
        has_progress = s.open() && (done.votes || done.seats);
        seats = s.seats().size();
        if (has_progress && may_tell)
            events.push_back(event::progress{s.progress(now, most_waiting_names)});
        return {};
    };
    const auto seq = co_await store_.update(id, change_and_note, now);
    if (seq.has_error())
        co_return seq.error();

    if (done.opened || done.closed || done.reset)
        pace_.drop(id);
    if (has_progress && may_tell)
        pace_.told(id, seats, now);
    else if (has_progress)
        pace_.wait(id);
    bus_.emit(id, *seq, events);
    co_return result<void>();
}

task<result<response>> handler::change_and_answer(call& c, change what, http::status success)
{
    const auto done = co_await apply(c.id, what, c.now);
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
    auto place = websockets_of_address_.take(c.req.peer);
    if (!session_place || !place)
        return errc::busy;
    response out{.status = http::status::switching_protocols};
    out.upgrade = std::make_unique<ticket>(
        ticket{std::string(c.id), who, *std::move(place), *std::move(session_place)});
    return out;
}

task<result<std::unique_ptr<subscription>>> handler::attach(const ticket& granted, subscriber& to)
{
    const auto now = now_();
    if (granted.who.seat)
    {
        const change arrive = [&](session& s) { return s.connected(*granted.who.seat, now); };
        const auto arrived = co_await apply(granted.session, arrive, now);
        if (arrived.has_error())
            co_return arrived.error() == errc::not_a_participant
                ? make_error_code(errc::not_your_seat)
                : arrived.error();
    }
    std::string view;
    bool revoked = false; // since the websocket was granted
    const session_reader look = [&](const session& s, version current)
    {
        view = view_for(granted.who, granted.session, s, current, now);
        revoked = granted.who.control_key && !s.has_control_key(*granted.who.control_key);
    };
    const auto seq = co_await store_.read(granted.session, look, now);
    if (seq.has_error())
        co_return seq.error();
    if (revoked)
        co_return errc::key_wrong;
    to.deliver(text_frame(frame_kind::lasting, snapshot_text(view, *seq)));
    co_return bus_.subscribe(granted.session, granted.who, to);
}

task<void> handler::detach(const ticket& granted)
{
    if (!granted.who.seat)
        co_return;
    const auto now = now_();
    const change depart = [&](session& s) -> result<changes>
    {
        s.disconnected(*granted.who.seat, now);
        return changes{};
    };
    const auto departed = co_await apply(granted.session, depart, now);
    if (departed.has_value())
        absences_.push_back({now + absence, granted.session, *granted.who.seat});
}

// --- What is due ---------------------------------------------------------------------------------

task<void> handler::tick()
{
    const auto now = now_();
    co_await tell_progress(now);
    rates_.forget_idle(now, most_addresses_a_tick);
    co_await check_absences(now);
    co_await expire_sessions(now);
}

task<void> handler::tell_progress(time_point now)
{
    for (const auto& id : pace_.due(now))
    {
        std::optional<event::progress> news;
        std::size_t seats = 0;
        const session_reader look = [&](const session& s, version)
        {
            seats = s.seats().size();
            if (s.open())
                news = event::progress{s.progress(now, most_waiting_names)};
        };
        const auto seq = co_await store_.read(id, look, now);
        if (seq.has_error() || !news)
            continue;
        pace_.told(id, seats, now);
        bus_.emit(id, *seq, {*std::move(news)});
    }
}

task<void> handler::check_absences(time_point now)
{
    for (std::size_t done = 0;
         done < most_absences_a_tick && !absences_.empty() && absences_.front().due <= now; ++done)
    {
        const auto missed = std::move(absences_.front());
        absences_.pop_front();
        const change check = [&](session& s) -> result<changes>
        { return s.check_absence(missed.seat, now); };
        co_await apply(missed.session, check, now); // a session that is gone misses nobody
    }
}

task<void> handler::expire_sessions(time_point now)
{
    const auto gone = co_await store_.expire(now, most_expired_a_tick);
    for (const auto& id : gone)
    {
        pace_.drop(id);
        makers_.erase(id);
        bus_.end(id);
    }
}

// --- Small things --------------------------------------------------------------------------------

std::string handler::cookie_path(std::string_view id) const
{
    return settings_.base_path + "/api/" + std::string(id);
}

std::string handler::fresh_id() const
{
    std::array<std::uint8_t, id_size> bytes{};
    random_(bytes);
    std::string out;
    for (const auto byte : bytes)
        out.push_back(id_alphabet[byte % id_alphabet.size()]);
    return out;
}

key handler::fresh_key() const
{
    key out;
    random_(out.bytes);
    return out;
}

} // namespace pajthy
