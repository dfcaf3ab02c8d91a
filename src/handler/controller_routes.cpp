// What controllers may do.
#include "call.hpp"

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
    std::string (*text)(const session&, unix_time, const clock_map&);
};

constexpr history_format history_formats[] = {
    {"json", "application/json", "", history_json},
    {"csv", "text/csv; charset=utf-8", "csv",
     [](const session& s, unix_time, const clock_map& dates) { return history_csv(s, dates); }},
    {"markdown", "text/markdown; charset=utf-8", "md",
     [](const session& s, unix_time, const clock_map& dates)
     { return history_markdown(s, dates); }},
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

} // namespace

task<result<response>> handler::control_view(call& c)
{
    auto answer = json_response(http::status::ok, "");
    const session_reader see = [&](const session& s, version current)
    {
        answer.body =
            view_for({role::controller, std::nullopt, c.control_key}, c.id, s, current, c.now);
    };
    const auto found = co_await look(c, see);
    if (found.has_error())
        co_return found.error();
    if (keyed() && c.keys.bearer())
        answer.fields.emplace_back(
            "Set-Cookie", control_cookie(*c.keys.bearer_key(), cookie_path(c.id), c.req.secure));
    co_return answer;
}

task<result<response>> handler::start(call& c)
{
    const change open = [&](session& s) -> result<changes>
    {
        auto plan = read_start(c.req.body);
        if (plan.has_error())
            return plan.error();
        auto topic = clean_if_any(plan->topic, topic_bounds, errc::bad_topic);
        if (topic.has_error())
            return topic.error();
        plan->topic = *std::move(topic);
        return s.start(c.now, *std::move(plan));
    };
    return change_and_answer(c, open, http::status::accepted);
}

task<result<response>> handler::stop(call& c)
{
    return change_and_answer(
        c, [&c](session& s) -> result<changes> { return s.stop(c.now); }, http::status::accepted);
}

task<result<response>> handler::reset(call& c)
{
    return change_and_answer(
        c, [&c](session& s) -> result<changes> { return s.reset(c.now); }, http::status::accepted);
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
    const auto done = co_await apply(c, mint);
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
    const auto done = co_await apply(c, revoke);
    if (done.has_error())
        co_return done.error();
    co_return json_response(http::status::ok, control_keys_text(count));
}

task<result<response>> handler::listen_to_control(call& c)
{
    const session_reader see = [](const session&, version) {};
    const auto found = co_await look(c, see);
    if (found.has_error())
        co_return found.error();
    co_return grant(c, {role::controller, std::nullopt, c.control_key});
}

// --- Rounds ------------------------------------------------------------------------------------

task<result<response>> handler::undo(call& c)
{
    const change take_back = [&](session& s) { return s.undo(bounds_of_room(), c.now); };
    return change_and_answer(c, take_back, http::status::accepted);
}

task<result<response>> handler::set_timer(call& c)
{
    const change set = [&](session& s) -> result<changes>
    {
        const auto body = read_timer(c.req.body);
        if (body.has_error())
            return body.error();
        return body->more ? s.add_time(*body->more, c.now) : s.set_time(body->left, c.now);
    };
    return change_and_answer(c, set, http::status::accepted);
}

task<result<response>> handler::lock_door(call& c)
{
    const change lock = [&](session& s) -> result<changes>
    {
        const auto locked = read_door(c.req.body);
        if (locked.has_error())
            return locked.error();
        return s.lock_door(*locked);
    };
    return change_and_answer(c, lock, http::status::accepted);
}

task<result<response>> handler::plan_topics(call& c)
{
    const auto most = settings_.limits.session.topics;
    const change plan = [&c, most](session& s) -> result<changes>
    {
        c.line = 0;
        const auto body = read_topics(c.req.body);
        if (body.has_error())
            return body.error();
        text_list topics;
        for (const auto& raw : body->topics)
        {
            ++c.line;
            const auto clean = clean_text(raw, topic_bounds);
            const bool is_blank = clean.has_error() && clean.error() == errc::text_empty;
            if (is_blank && !raw.empty()) // a line of a paste in which nobody sees anything
                continue;
            if (clean.has_error())
                return errc::bad_topic;
            topics.push_back(*clean);
        }
        c.line = 0;
        if (most != 0 && body->topics.size() > most)
            return errc::too_many_topics;
        topics.shrink_to_fit();
        return s.plan_topics(std::move(topics), body->after);
    };
    return change_and_answer(c, plan, http::status::accepted);
}

task<result<response>> handler::change_deck(call& c)
{
    const change lay_out = [&](session& s) -> result<changes>
    {
        const auto choices = read_deck(c.req.body);
        if (choices.has_error())
            return choices.error();
        auto cards = deck::make(*choices, settings_.limits.session.choices, &c.line);
        if (cards.has_error())
            return cards.error();
        return s.change_deck(*std::move(cards));
    };
    return change_and_answer(c, lay_out, http::status::accepted);
}

task<result<response>> handler::history(call& c)
{
    const auto format = history_format_in(c.req);
    response answer{.status = http::status::ok};
    const session_reader see = [&](const session& s, version)
    {
        if (!format)
            return;
        answer.content_type = format->content_type;
        answer.body = format->text(s, c.now, dates_);
        if (!format->file_ending.empty())
            answer.fields.emplace_back("Content-Disposition",
                                       "attachment; filename=\"pajthy-" + std::string(c.id) + "." +
                                           std::string(format->file_ending) + "\"");
    };
    const auto found = co_await look(c, see);
    if (found.has_error())
        co_return found.error();
    if (!format)
        co_return errc::bad_format;
    co_return answer;
}

task<result<response>> handler::agree(call& c)
{
    const change record = [&](session& s) -> result<changes>
    {
        const auto body = read_agree(c.req.body);
        if (body.has_error())
            return body.error();
        auto agreed = clean_if_any(body->agreed, agreed_bounds, errc::bad_agreed);
        if (agreed.has_error())
            return agreed.error();
        return s.agree(body->round, *std::move(agreed));
    };
    return change_and_answer(c, record, http::status::accepted);
}

} // namespace pajthy
