// What input can cause, as values.
//
// Every refusal of the protocol has one name here. `message()` gives the classic text that stands
// as `title` in an error's body; the status and the problem type are the handler's matter.
#pragma once

#include <boost/system/error_category.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

#include <type_traits>

namespace pajthy
{

template <class T>
using result = boost::system::result<T>;

enum class errc
{
    // text, see domain/text.hpp
    text_not_utf8 = 1,
    text_empty,
    text_too_long,
    text_forbidden,

    // bodies
    bad_json,
    no_choices,
    bad_choice,
    forbidden_choice,
    duplicate_choice,
    too_many_choices,
    bad_title,
    bad_name,
    bad_setting,
    bad_topic,
    too_many_topics,
    bad_agreed,
    bad_format,

    // the rules of a session
    session_closed,
    not_a_valid_participant,
    not_a_valid_choice,
    not_a_participant,
    already_joined,
    session_full,
    door_locked,
    session_open,
    not_a_round,
    nothing_to_undo,
    control_not_free,
    too_many_questions,
    round_changed,
    topics_changed,

    // who may do what
    key_required,
    key_wrong,
    not_your_seat,
    foreign_origin,

    // where
    unknown_session,
    not_found,
    method_not_allowed,
    upgrade_required,

    // how much
    too_many_requests,
    too_many_sessions_of_address,
    busy,

    // the store
    id_taken,
    conflict,
    too_many_sessions,
    too_much_text,
    store_unavailable,
    bad_record,
};

const boost::system::error_category& error_category() noexcept;

boost::system::error_code make_error_code(errc e) noexcept;

} // namespace pajthy

template <>
struct boost::system::is_error_code_enum<pajthy::errc> : std::true_type
{
};
