// The actions of controllers.
#include "request_context.hpp"

#include <pajthy/wire/bodies.hpp>
#include <pajthy/wire/history.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace pajthy
{
namespace
{

// How a history can be had; `?format=` names all but the first.
struct history_format
{
    std::string_view name;
    std::string_view content_type;
    std::string_view file_ending; // empty: it is not a file
    std::string (*text)(const session&, unix_time, const clock_map&, const history_headings&);
};

constexpr history_format history_formats[] = {
    {"json", "application/json", "",
     [](const session& s, unix_time now, const clock_map& dates, const history_headings&)
     { return history_json(s, now, dates); }},
    {"csv", "text/csv; charset=utf-8", "csv",
     [](const session& s, unix_time, const clock_map& dates, const history_headings& headings)
     { return history_csv(s, dates, headings); }},
    {"markdown", "text/markdown; charset=utf-8", "md",
     [](const session& s, unix_time, const clock_map& dates, const history_headings& headings)
     { return history_markdown(s, dates, headings); }},
};

// Null for a format that there is not.
const history_format* history_format_in(const request& req)
{
    const std::string* const wanted = req.parameter("format");
    if (wanted == nullptr)
        return std::begin(history_formats);
    const auto* const at = std::find_if(std::begin(history_formats), std::end(history_formats),
                                        [&](const history_format& f) { return f.name == *wanted; });
    return at == std::end(history_formats) ? nullptr : at;
}

result<history_headings> headings_in(const request& req)
{
    const std::string* const given = req.parameter("columns");
    return given == nullptr ? english_headings() : read_headings(*given);
}

// With a clean topic.
result<round_plan> read_plan(std::string_view body)
{
    auto plan = read_start(body);
    if (plan.has_error())
        return plan;
    auto topic = clean_if_any(plan->topic, topic_bounds, errc::bad_topic);
    if (topic.has_error())
        return topic.error();
    plan->topic = *std::move(topic);
    return plan;
}

// Clean topics, `max` at most; 0 is no limit. If one is to blame, `refused` says which, from 1.
struct clean_topics
{
    text_list topics;
    std::optional<std::uint32_t> after;
};

result<clean_topics> read_clean_topics(std::string_view text, std::size_t max, std::size_t& refused)
{
    const auto body = read_topics(text);
    if (body.has_error())
        return body.error();
    clean_topics out{{}, body->after};
    std::size_t line = 0;
    for (const auto& raw : body->topics)
    {
        ++line;
        const auto clean = clean_text(raw, topic_bounds);
        const bool is_blank = clean.has_error() && clean.error() == errc::text_empty;
        if (is_blank && !raw.empty()) // a line of a paste in which nothing is visible
            continue;
        if (clean.has_error())
        {
            refused = line;
            return errc::bad_topic;
        }
        out.topics.push_back(*clean);
    }
    if (max != 0 && body->topics.size() > max)
        return errc::too_many_topics;
    out.topics.shrink_to_fit();
    return out;
}

result<deck> read_clean_deck(std::string_view body, std::size_t max, std::size_t& refused)
{
    const auto choices = read_deck(body);
    if (choices.has_error())
        return choices.error();
    return deck::make(*choices, max, &refused);
}

result<std::string> read_clean_title(std::string_view body)
{
    const auto title = read_title(body);
    if (title.has_error())
        return title;
    return clean_if_any(*title, title_bounds, errc::bad_title);
}

result<agree_body> read_clean_agree(std::string_view text)
{
    auto body = read_agree(text);
    if (body.has_error())
        return body;
    auto agreed = clean_if_any(body->agreed, agreed_bounds, errc::bad_agreed);
    if (agreed.has_error())
        return agreed.error();
    body->agreed = *std::move(agreed);
    return body;
}

} // namespace

namespace actions
{

task<result<response>> control_view(request_context& c)
{
    auto out = json_response(http::status::ok, "");
    const session_reader see = [&](const session& s, version current)
    {
        const viewer who{role::controller, std::nullopt, c.control_key};
        out.body = c.api.service.view(who, c.id, s, current);
    };
    const auto found = co_await look(c, see);
    if (found.has_error())
        co_return found.error();
    if (c.api.keyed() && c.keys.bearer())
        out.fields.emplace_back(
            "Set-Cookie",
            control_cookie(*c.keys.bearer_key(), c.api.cookie_path(c.id), c.req.secure));
    co_return out;
}

task<result<response>> start(request_context& c)
{
    const auto plan = read_plan(c.req.body);
    const rule open = [&](session& s) -> result<changes>
    { return plan.has_value() ? s.start(c.now, *plan) : plan.error(); };
    auto out = co_await change_and_respond(c, open, http::status::accepted);
    co_return out;
}

task<result<response>> stop(request_context& c)
{
    return change_and_respond(
        c, [&c](session& s) -> result<changes> { return s.stop(c.now); }, http::status::accepted);
}

task<result<response>> reset(request_context& c)
{
    return change_and_respond(
        c, [&c](session& s) -> result<changes> { return s.reset(c.now); }, http::status::accepted);
}

task<result<response>> kick(request_context& c)
{
    const auto name = name_in(c.req.body);
    const rule remove = [&](session& s)
    { return s.kick(name.has_value() ? *name : std::string_view(), c.now); };
    auto out = co_await change_and_respond(c, remove, http::status::no_content);
    co_return out;
}

task<result<response>> mint_control_key(request_context& c)
{
    const key fresh = c.api.fresh_key();
    std::size_t count = 0;
    const rule mint = [&](session& s) -> result<changes>
    {
        auto done = s.mint_control_key(fresh, c.control_key, c.api.limits().control_keys);
        count = s.control_keys().size();
        return done;
    };
    const auto done = co_await change(c, mint);
    if (done.has_error())
        co_return done.error();
    co_return json_response(http::status::created, minted_text(fresh, count));
}

task<result<response>> revoke_control_keys(request_context& c)
{
    std::size_t count = 0;
    const rule revoke = [&](session& s) -> result<changes>
    {
        auto done = s.revoke_other_control_keys(c.control_key);
        count = s.control_keys().size();
        return done;
    };
    const auto done = co_await change(c, revoke);
    if (done.has_error())
        co_return done.error();
    co_return json_response(http::status::ok, control_keys_text(count));
}

task<result<response>> listen_to_control(request_context& c)
{
    const auto found = co_await look(c, [](const session&, version) {});
    if (found.has_error())
        co_return found.error();
    co_return grant_websocket(c, {role::controller, std::nullopt, c.control_key});
}

// --- Rounds ------------------------------------------------------------------------------------

task<result<response>> undo(request_context& c)
{
    return change_and_respond(
        c, [&c](session& s) { return s.undo(c.api.bounds_of_room(), c.now); },
        http::status::accepted);
}

task<result<response>> set_timer(request_context& c)
{
    const auto body = read_timer(c.req.body);
    const rule set = [&](session& s) -> result<changes>
    {
        if (body.has_error())
            return body.error();
        return body->more ? s.add_time(*body->more, c.now) : s.set_time(body->left, c.now);
    };
    auto out = co_await change_and_respond(c, set, http::status::accepted);
    co_return out;
}

task<result<response>> lock_door(request_context& c)
{
    const auto locked = read_door(c.req.body);
    const rule lock = [&](session& s) -> result<changes>
    {
        if (locked.has_error())
            return locked.error();
        return s.lock_door(*locked);
    };
    auto out = co_await change_and_respond(c, lock, http::status::accepted);
    co_return out;
}

task<result<response>> give_title(request_context& c)
{
    const auto title = read_clean_title(c.req.body);
    const rule give = [&](session& s) -> result<changes>
    {
        if (title.has_error())
            return title.error();
        return s.give_title(*title);
    };
    auto out = co_await change_and_respond(c, give, http::status::accepted);
    co_return out;
}

task<result<response>> plan_topics(request_context& c)
{
    std::size_t refused = 0;
    const auto plan = read_clean_topics(c.req.body, c.api.limits().topics, refused);
    const rule put = [&](session& s) -> result<changes>
    {
        if (plan.has_error())
        {
            c.line = refused;
            return plan.error();
        }
        return s.plan_topics(plan->topics, plan->after);
    };
    auto out = co_await change_and_respond(c, put, http::status::accepted);
    co_return out;
}

task<result<response>> change_deck(request_context& c)
{
    std::size_t refused = 0;
    const auto cards = read_clean_deck(c.req.body, c.api.limits().choices, refused);
    const rule lay_out = [&](session& s) -> result<changes>
    {
        if (cards.has_error())
        {
            c.line = refused;
            return cards.error();
        }
        return s.change_deck(*cards);
    };
    auto out = co_await change_and_respond(c, lay_out, http::status::accepted);
    co_return out;
}

task<result<response>> history(request_context& c)
{
    const auto* const format = history_format_in(c.req);
    const auto headings = headings_in(c.req);
    const bool is_good = format != nullptr && headings.has_value();
    response out{.status = http::status::ok};
    const session_reader see = [&](const session& s, version)
    {
        if (!is_good)
            return;
        out.content_type = format->content_type;
        out.body = format->text(s, c.now, c.api.service.dates(), *headings);
        if (!format->file_ending.empty())
            out.fields.emplace_back("Content-Disposition",
                                    "attachment; filename=\"pajthy-" + std::string(c.id) + "." +
                                        std::string(format->file_ending) + "\"");
    };
    const auto found = co_await look(c, see);
    if (found.has_error())
        co_return found.error();
    if (!is_good)
        co_return errc::bad_format;
    co_return out;
}

task<result<response>> agree(request_context& c)
{
    const auto body = read_clean_agree(c.req.body);
    const rule record = [&](session& s) -> result<changes>
    { return body.has_value() ? s.agree(body->round, body->agreed) : body.error(); };
    auto out = co_await change_and_respond(c, record, http::status::accepted);
    co_return out;
}

} // namespace actions
} // namespace pajthy
