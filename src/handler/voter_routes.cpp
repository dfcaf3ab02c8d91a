// The actions of everybody and of voters.
#include "request_context.hpp"

#include <pajthy/wire/bodies.hpp>

#include <array>
#include <optional>
#include <utility>

namespace pajthy
{
namespace
{

constexpr std::string_view id_alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t id_size = 12;
constexpr int max_id_tries = 4;

// Empty if it can't be.
std::string clean_or_nothing(std::string_view text, const text_bounds& bounds)
{
    auto out = clean_text(text, bounds);
    return out.has_value() ? *std::move(out) : std::string();
}

bool says_seat(const request& req)
{
    return req.parameter("seat") != nullptr;
}

std::string fresh_id(const random_source& random)
{
    std::array<std::uint8_t, id_size> bytes{};
    random(bytes);
    std::string out;
    for (const auto byte : bytes)
        out.push_back(id_alphabet[byte % id_alphabet.size()]);
    return out;
}

// The seat's cookie.
void add_cookie(response& to, const request_context& c, seat_number number, const key& secret)
{
    to.fields.emplace_back("Set-Cookie",
                           seat_cookie(number, secret, c.api.cookie_path(c.id), c.req.secure));
}

// A name that is clean, where the body has one or the query says the seat.
result<rename_body> read_clean_rename(const request& req)
{
    auto body = read_rename(req.body);
    if (body.has_value() && !body->participant && !says_seat(req))
        return errc::bad_json;
    return body;
}

result<vote_body> read_whose_vote(const request& req)
{
    auto body = read_vote(req.body);
    if (body.has_value() && !body->participant && !says_seat(req))
        return errc::bad_json;
    return body;
}

} // namespace

namespace actions
{

task<result<response>> create(request_context& c)
{
    const auto body = read_create(c.req.body);
    if (body.has_error())
        co_return body.error();
    auto cards = deck::make(body->choices, c.api.limits().choices, &c.line);
    if (cards.has_error())
        co_return cards.error();
    auto title = clean_if_any(body->title, title_bounds, errc::bad_title);
    if (title.has_error())
        co_return title.error();
    auto quota = c.api.sessions_of_address.take(c.req.peer);
    if (!quota)
    {
        c.api.counted.limits_met.add("max-address-sessions");
        co_return errc::too_many_sessions_of_address;
    }

    // Control shows every vote of the history by name, which such a session keeps to its
    // controllers.
    const bool may_be_asked_for = c.api.keyed() && body->results == results_for::everybody;
    const key control = c.api.fresh_key();
    const session fresh(*std::move(cards), *std::move(title), control,
                        {body->lasts, body->results, may_be_asked_for, c.api.settings.limits.waits},
                        c.now);
    std::string id;
    result<version> kept = errc::id_taken;
    for (int tries = 0; tries < max_id_tries && kept.has_error() && kept.error() == errc::id_taken;
         ++tries)
    {
        id = fresh_id(c.api.random);
        kept = co_await c.api.service.create(id, fresh);
    }
    if (kept.has_error())
        co_return kept.error();
    c.seq = *kept;
    c.api.creation_quota.insert_or_assign(id, *std::move(quota));

    auto out = json_response(http::status::created, created_text(id, control));
    out.fields.emplace_back("Location", c.api.settings.base_path + "/" + id);
    out.fields.emplace_back("Set-Cookie",
                            control_cookie(control, c.api.cookie_path(id), c.req.secure));
    co_return out;
}

task<result<response>> view(request_context& c)
{
    result<response> out = json_response(http::status::ok, "");
    const session_reader see = [&](const session& s, version current)
    {
        const auto own = seat_named_in_query(c, s);
        if (own.has_error())
        {
            out = own.error();
            return;
        }
        out->body = c.api.service.view({role::voter, *own}, c.id, s, current);
        if (*own && c.keys.bearer() && c.keys.opens(*s.seats().find(**own)))
            add_cookie(*out, c, **own, *c.keys.bearer_key());
    };
    const auto found = co_await look(c, see);
    if (found.has_error())
        co_return found.error();
    co_return out;
}

task<result<response>> join(request_context& c)
{
    const auto name = name_in(c.req.body);
    const key fresh = c.api.fresh_key();
    std::optional<join_outcome> seated;
    bool counted = false;
    const rule take_seat = [&](session& s) -> result<changes>
    {
        if (name.has_error())
            return name.error();
        const seat* const held = s.seats().find(*name);
        const auto presented = held ? c.keys.presented_for(held->number()) : std::nullopt;
        // The holder of a seat joins again as often as the page is opened.
        const bool is_holder = held != nullptr && c.keys.opens(*held);
        if (!is_holder && !std::exchange(counted, true))
            c.retry_after = c.api.rates.take(c.req.peer, rate_class::join, c.asked);
        if (c.retry_after.count() != 0)
            return errc::too_many_requests;
        auto admitted = s.join(*name, fresh, presented, c.api.bounds_of_room(), c.now);
        if (admitted.has_error())
            return admitted.error();
        seated = *std::move(admitted);
        return seated->done;
    };
    const auto joined = co_await change(c, take_seat);
    if (joined.has_error())
        co_return joined.error();

    auto out = json_response(http::status::created, joined_text(seated->name, seated->secret));
    add_cookie(out, c, seated->number, seated->secret);
    co_return out;
}

task<result<response>> rename(request_context& c)
{
    c.retry_after = c.api.rates.take(c.req.peer, rate_class::rename, c.asked);
    if (c.retry_after.count() != 0)
        co_return errc::too_many_requests;
    const auto body = read_clean_rename(c.req);
    const auto clean = body.has_value() ? name_in(body->name) : body.error();
    const rule give_name = [&](session& s) -> result<changes>
    {
        if (body.has_error())
            return body.error();
        const auto own = own_seat(c, s, body->participant);
        if (own.has_error())
            return own.error();
        if (clean.has_error())
            return clean.error();
        return s.rename((*own)->name(), *clean, c.api.bounds_of_room(), c.now);
    };
    const auto done = co_await change(c, give_name);
    if (done.has_error())
        co_return done.error();
    co_return json_response(http::status::ok, renamed_text(*clean));
}

task<result<response>> leave(request_context& c)
{
    std::optional<seat_number> left;
    const rule give_up_seat = [&](session& s) -> result<changes>
    {
        const auto own = own_seat(c, s, c.req.body);
        if (own.has_error())
            return own.error();
        left = (*own)->number();
        return s.leave((*own)->name(), c.now);
    };
    const auto done = co_await change(c, give_up_seat);
    if (done.has_error())
        co_return done.error();
    response out{.status = http::status::no_content};
    out.fields.emplace_back("Set-Cookie",
                            expired_seat_cookie(*left, c.api.cookie_path(c.id), c.req.secure));
    co_return out;
}

task<result<response>> vote(request_context& c)
{
    const auto body = read_whose_vote(c.req);
    const rule record = [&](session& s) -> result<changes>
    {
        // A session that isn't there is 404 even if the body makes no sense.
        if (body.has_error())
            return body.error();
        const seat* const voter = seat_meant(c, s, body->participant);
        if (voter != nullptr && c.api.keyed() && !c.keys.opens(*voter))
            return errc::not_your_seat;
        if (s.open() && body->round && *body->round != s.round().number())
            return errc::round_changed; // it was meant for another story
        const auto name = voter != nullptr ? std::string_view(voter->name()) : std::string_view();
        if (s.deck().find(body->choice)) // what is kept is clean, so only the rest is cleaned
            return s.vote(name, body->choice, c.now);
        return s.vote(name, clean_or_nothing(body->choice, choice_bounds), c.now);
    };
    auto out = co_await change_and_respond(c, record, http::status::accepted);
    co_return out;
}

// The voter raises a hand and lowers it; a controller lowers that of anybody, or of all.
task<result<response>> question(request_context& c)
{
    c.retry_after = c.api.rates.take(c.req.peer, rate_class::rename, c.asked);
    if (c.retry_after.count() != 0)
        co_return errc::too_many_requests;
    const auto body = read_question(c.req.body);
    const rule put = [&](session& s) -> result<changes>
    {
        if (body.has_error())
            return body.error();
        const bool controls = c.control_key || !c.api.keyed();
        if (controls && !body->raised && !body->participant && !says_seat(c.req))
            return s.answer_questions(c.now);
        if (controls && !body->raised)
        {
            const seat* const asked = seat_meant(c, s, body->participant);
            return s.answer_question(asked != nullptr ? asked->name() : std::string(), c.now);
        }
        const auto own = own_seat(c, s, body->participant);
        if (own.has_error())
            return own.error();
        const auto& name = (*own)->name();
        return body->raised ? s.ask_question(name, c.now) : s.answer_question(name, c.now);
    };
    auto out = co_await change_and_respond(c, put, http::status::accepted);
    co_return out;
}

task<result<response>> listen(request_context& c)
{
    result<std::optional<seat_number>> own = errc::not_your_seat;
    std::optional<key> seat_key;
    const session_reader see = [&](const session& s, version)
    {
        own = seat_named_in_query(c, s);
        if (c.api.keyed() && own.has_value() && *own)
            seat_key = s.seats().find(**own)->secret();
    };
    const auto found = co_await look(c, see);
    if (found.has_error())
        co_return found.error();
    if (own.has_error())
        co_return own.error();
    co_return grant_websocket(c, {role::voter, *own}, seat_key);
}

// --- Asking for control --------------------------------------------------------------------------

task<result<response>> ask_for_control(request_context& c)
{
    const rule ask = [&c](session& s) -> result<changes>
    {
        const auto own = own_seat(c, s, c.req.body);
        if (own.has_error())
            return own.error();
        return s.ask_for_control((*own)->name(), c.now);
    };
    return change_and_respond(c, ask, http::status::accepted);
}

task<result<response>> object_to_asking(request_context& c)
{
    const rule object = [&c](session& s) -> result<changes>
    {
        if (c.control_key) // that a controller is back ends it
            return changes{.none = true};
        return s.object_to_asking(c.now);
    };
    return change_and_respond(c, object, http::status::no_content);
}

task<result<response>> take_control(request_context& c)
{
    const key fresh = c.api.fresh_key();
    std::size_t count = 0;
    const rule take = [&](session& s) -> result<changes>
    {
        const auto own = own_seat(c, s, c.req.body);
        if (own.has_error())
            return own.error();
        auto done = s.take_control((*own)->name(), fresh, c.api.limits().control_keys, c.now);
        count = s.control_keys().size();
        return done;
    };
    const auto done = co_await change(c, take);
    if (done.has_error())
        co_return done.error();
    auto out = json_response(http::status::created, minted_text(fresh, count));
    out.fields.emplace_back("Set-Cookie",
                            control_cookie(fresh, c.api.cookie_path(c.id), c.req.secure));
    co_return out;
}

} // namespace actions
} // namespace pajthy
