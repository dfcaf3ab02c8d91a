// The one place that gives an error its status and its problem type.
#include <pajthy/handler/problem.hpp>

#include <pajthy/error.hpp>
#include <pajthy/wire/bodies.hpp>

#include <string>

namespace pajthy
{
namespace
{

struct problem_kind
{
    http::status status;
    std::string_view type;
};

problem_kind kind_of(errc e)
{
    using http::status;
    switch (e)
    {
    case errc::text_not_utf8: return {status::bad_request, "bad-text"};
    case errc::text_empty: return {status::unprocessable_entity, "bad-text"};
    case errc::text_too_long: return {status::unprocessable_entity, "bad-text"};
    case errc::text_forbidden: return {status::unprocessable_entity, "bad-text"};
    case errc::bad_json: return {status::bad_request, "bad-json"};
    case errc::no_choices: return {status::bad_request, "no-choices"};
    case errc::bad_choice: return {status::bad_request, "bad-choice"};
    case errc::forbidden_choice: return {status::unprocessable_entity, "bad-choice"};
    case errc::duplicate_choice: return {status::bad_request, "duplicate-choice"};
    case errc::too_many_choices: return {status::unprocessable_entity, "too-many-choices"};
    case errc::bad_title: return {status::unprocessable_entity, "bad-title"};
    case errc::bad_name: return {status::bad_request, "bad-name"};
    case errc::bad_setting: return {status::unprocessable_entity, "bad-setting"};
    case errc::bad_topic: return {status::unprocessable_entity, "bad-topic"};
    case errc::too_many_topics: return {status::unprocessable_entity, "too-many-topics"};
    case errc::bad_agreed: return {status::unprocessable_entity, "bad-agreed"};
    case errc::bad_format: return {status::bad_request, "bad-format"};
    case errc::session_closed: return {status::bad_request, "session-closed"};
    case errc::not_a_valid_participant: return {status::bad_request, "not-a-valid-participant"};
    case errc::not_a_valid_choice: return {status::bad_request, "not-a-valid-choice"};
    case errc::not_a_participant: return {status::bad_request, "not-a-participant"};
    case errc::already_joined: return {status::conflict, "already-joined"};
    case errc::session_full: return {status::conflict, "session-full"};
    case errc::door_locked: return {status::conflict, "door-locked"};
    case errc::session_open: return {status::conflict, "session-open"};
    case errc::not_a_round: return {status::bad_request, "not-a-round"};
    case errc::nothing_to_undo: return {status::conflict, "nothing-to-undo"};
    case errc::control_not_free: return {status::conflict, "control-not-free"};
    case errc::too_many_questions: return {status::conflict, "too-many-questions"};
    case errc::round_changed: return {status::conflict, "round-changed"};
    case errc::topics_changed: return {status::conflict, "topics-changed"};
    case errc::key_required: return {status::unauthorized, "key-required"};
    case errc::key_wrong: return {status::forbidden, "key-wrong"};
    case errc::not_your_seat: return {status::forbidden, "not-your-seat"};
    case errc::foreign_origin: return {status::forbidden, "foreign-origin"};
    case errc::unknown_session: return {status::not_found, "unknown-session"};
    case errc::not_found: return {status::not_found, "not-found"};
    case errc::method_not_allowed: return {status::method_not_allowed, "method-not-allowed"};
    case errc::upgrade_required: return {status::upgrade_required, "upgrade-required"};
    case errc::too_many_requests: return {status::too_many_requests, "too-many-requests"};
    case errc::too_many_sessions_of_address:
        return {status::too_many_requests, "too-many-sessions"};
    case errc::busy: return {status::service_unavailable, "busy"};
    case errc::conflict: return {status::service_unavailable, "busy"};
    case errc::too_many_sessions: return {status::service_unavailable, "busy"};
    case errc::too_much_text: return {status::service_unavailable, "busy"};
    case errc::store_unavailable: return {status::service_unavailable, "busy"};
    case errc::id_taken: break;
    case errc::bad_record: break;
    }
    return {status::internal_server_error, "internal-error"};
}

problem_kind kind_of(boost::system::error_code error)
{
    if (error.category() == error_category())
        return kind_of(static_cast<errc>(error.value()));
    return {http::status::internal_server_error, "internal-error"};
}

} // namespace

std::string_view problem_type(boost::system::error_code error)
{
    return kind_of(error).type;
}

response problem(boost::system::error_code error, std::size_t line)
{
    const auto [status, type] = kind_of(error);
    const bool internal = status == http::status::internal_server_error;

    response out{.status = status, .content_type = "application/problem+json"};
    out.body = problem_text("urn:pajthy:" + std::string(type),
                            internal ? "internal error" : error.message(),
                            static_cast<unsigned>(status), line);
    if (status == http::status::unauthorized)
        out.fields.emplace_back("WWW-Authenticate", "Bearer");
    if (status == http::status::upgrade_required)
    {
        out.fields.emplace_back("Upgrade", "websocket");
        out.fields.emplace_back("Sec-WebSocket-Version", "13");
    }
    if (status == http::status::service_unavailable || error == errc::too_many_sessions_of_address)
        out.fields.emplace_back("Retry-After", "10");
    return out;
}

} // namespace pajthy
