// What anybody and what voters may do.
#include "call.hpp"

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
constexpr int most_id_tries = 4;

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

} // namespace

task<result<response>> handler::create(call& c)
{
    const auto body = read_create(c.req.body);
    if (body.has_error())
        co_return body.error();
    auto cards = deck::make(body->choices, settings_.limits.session.choices, &c.line);
    if (cards.has_error())
        co_return cards.error();
    auto title = clean_if_any(body->title, title_bounds, errc::bad_title);
    if (title.has_error())
        co_return title.error();

    const auto most = settings_.limits.session.sessions;
    const auto is_full = [&] { return most != 0 && store_.usage().sessions >= most; };
    for (bool more = true; more && is_full();)
        more = co_await make_room(c.now);
    if (is_full())
        co_return at_limit("max-sessions");
    auto place = sessions_of_address_.take(c.req.peer);
    if (!place)
    {
        counted_.limits_met.add("max-address-sessions");
        co_return errc::too_many_sessions_of_address;
    }

    // Control shows every vote of the history by name, which such a session keeps to its
    // controllers.
    const bool may_be_asked_for = keyed() && body->results == results_for::everybody;
    const key control = fresh_key();
    const session fresh(*std::move(cards), *std::move(title), control,
                        {body->results, body->lasts, may_be_asked_for, settings_.limits.waits},
                        c.now);
    std::string id;
    result<version> kept = errc::id_taken;
    for (int tries = 0; tries < most_id_tries && kept.has_error(); ++tries)
    {
        id = fresh_id();
        kept = co_await store_.create(id, fresh, c.now);
    }
    if (kept.has_error())
        co_return kept.error();
    c.seq = *kept;
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
    const session_reader see = [&](const session& s, version current)
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
    const auto found = co_await look(c, see);
    if (found.has_error())
        co_return found.error();
    co_return answer;
}

task<result<response>> handler::join(call& c)
{
    const key fresh = fresh_key();
    std::optional<admission> seated;
    bool counted = false;
    const change take_seat = [&](session& s) -> result<changes>
    {
        const auto name = name_in(c.req.body);
        if (name.has_error())
            return name.error();
        const seat* const held = s.find(*name);
        const auto presented = held ? c.keys.presented_for(held->number()) : std::nullopt;
        // Whoever has the seat already joins again as often as the page is opened.
        const bool is_holder = held != nullptr && c.keys.opens(*held);
        if (!is_holder && !std::exchange(counted, true))
            c.retry_after = rates_.take(c.req.peer, allowance::join, c.asked);
        if (c.retry_after.count() != 0)
            return errc::too_many_requests;
        auto admitted = s.join(*name, fresh, presented, bounds_of_room(), c.now);
        if (admitted.has_error())
            return admitted.error();
        seated = *std::move(admitted);
        return seated->done;
    };
    const auto joined = co_await apply(c, take_seat);
    if (joined.has_error())
        co_return joined.error();

    auto answer = json_response(http::status::created, joined_text(seated->name, seated->secret));
    answer.fields.emplace_back(
        "Set-Cookie", seat_cookie(seated->number, seated->secret, cookie_path(c.id), c.req.secure));
    co_return answer;
}

task<result<response>> handler::rename(call& c)
{
    c.retry_after = rates_.take(c.req.peer, allowance::rename, c.asked);
    if (c.retry_after.count() != 0)
        co_return errc::too_many_requests;
    std::string name;
    const change give_name = [&](session& s) -> result<changes>
    {
        const auto body = read_rename(c.req.body);
        if (body.has_error())
            return body.error();
        if (!body->participant && !says_seat(c.req))
            return errc::bad_json;
        const auto own = own_seat(c, s, body->participant);
        if (own.has_error())
            return own.error();
        auto clean = name_in(body->name);
        if (clean.has_error())
            return clean.error();
        name = *clean;
        return s.rename((*own)->name(), *std::move(clean), bounds_of_room(), c.now);
    };
    const auto done = co_await apply(c, give_name);
    if (done.has_error())
        co_return done.error();
    co_return json_response(http::status::ok, renamed_text(name));
}

task<result<response>> handler::leave(call& c)
{
    std::optional<seat_number> left;
    const change give_up_seat = [&](session& s) -> result<changes>
    {
        const auto own = own_seat(c, s, c.req.body);
        if (own.has_error())
            return own.error();
        left = (*own)->number();
        return s.leave((*own)->name(), c.now);
    };
    const auto done = co_await apply(c, give_up_seat);
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
        if (!body->participant && !says_seat(c.req))
            return errc::bad_json;
        // What is kept is clean, so only what isn't found has to be cleaned.
        const auto choice = s.cards().find(body->choice)
                                ? std::move(body->choice)
                                : clean_or_nothing(body->choice, choice_bounds);
        const seat* const voter = seat_meant(c, s, body->participant);
        if (voter != nullptr && keyed() && !c.keys.opens(*voter))
            return errc::not_your_seat;
        if (s.open() && body->round && *body->round != s.round())
            return errc::round_changed; // it was meant for another story
        return s.vote(voter != nullptr ? std::string_view(voter->name()) : std::string_view(),
                      choice, c.now);
    };
    return change_and_answer(c, record, http::status::accepted);
}

task<result<response>> handler::listen(call& c)
{
    result<std::optional<seat_number>> own = errc::not_your_seat;
    const session_reader see = [&](const session& s, version) { own = seat_named_in_query(c, s); };
    const auto found = co_await look(c, see);
    if (found.has_error())
        co_return found.error();
    if (own.has_error())
        co_return own.error();
    co_return grant(c, {role::voter, *own});
}

// --- Asking for control --------------------------------------------------------------------------

task<result<response>> handler::ask_for_control(call& c)
{
    const change ask = [&](session& s) -> result<changes>
    {
        const auto own = own_seat(c, s, c.req.body);
        if (own.has_error())
            return own.error();
        return s.ask_for_control((*own)->name(), c.now);
    };
    return change_and_answer(c, ask, http::status::accepted);
}

task<result<response>> handler::object_to_asking(call& c)
{
    if (c.control_key) // that a controller is back has ended it already
        co_return response{.status = http::status::no_content};
    const change object = [&c](session& s) { return s.object_to_asking(c.now); };
    auto answer = co_await change_and_answer(c, object, http::status::no_content);
    co_return answer;
}

task<result<response>> handler::take_control(call& c)
{
    const key fresh = fresh_key();
    std::size_t count = 0;
    const change take = [&](session& s) -> result<changes>
    {
        const auto own = own_seat(c, s, c.req.body);
        if (own.has_error())
            return own.error();
        auto done =
            s.take_control((*own)->name(), fresh, settings_.limits.session.control_keys, c.now);
        count = s.control_keys();
        return done;
    };
    const auto done = co_await apply(c, take);
    if (done.has_error())
        co_return done.error();
    auto answer = json_response(http::status::created, minted_text(fresh, count));
    answer.fields.emplace_back("Set-Cookie",
                               control_cookie(fresh, cookie_path(c.id), c.req.secure));
    co_return answer;
}

// --- Small things --------------------------------------------------------------------------------

room_bounds handler::bounds_of_room() const noexcept
{
    return {settings_.limits.session.participants, settings_.limits.session.name_bytes};
}

// A name may be another one by now, on another device; a number stays.
const seat* handler::seat_meant(const call& c, const session& s,
                                const std::optional<std::string>& name)
{
    if (const auto* const number = c.req.parameter("seat"))
    {
        const auto read = read_seat_number(*number);
        return read ? s.find(*read) : nullptr;
    }
    if (!name)
        return nullptr;
    if (const seat* const as_written = s.find(*name)) // what is kept is clean
        return as_written;
    const auto clean = clean_text(*name, name_bounds);
    return clean.has_value() ? s.find(*clean) : nullptr;
}

// The seat that is meant, if it is the caller's.
result<const seat*> handler::own_seat(const call& c, const session& s,
                                      const std::optional<std::string>& name) const
{
    const seat* const named = seat_meant(c, s, name);
    if (named == nullptr)
        return errc::not_a_participant;
    if (keyed() && !c.keys.opens(*named))
        return errc::not_your_seat;
    return named;
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

} // namespace pajthy
