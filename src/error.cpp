#include <pajthy/error.hpp>

#include <string>

namespace pajthy
{
namespace
{

const char* text_of(errc e) noexcept
{
    switch (e)
    {
    case errc::text_not_utf8: return "text is not valid UTF-8";
    case errc::text_empty: return "text is empty";
    case errc::text_too_long: return "text is too long";
    case errc::text_forbidden: return "text has characters that are not allowed";
    case errc::bad_json: return "body is not the JSON that this route takes";
    case errc::no_choices: return "no choices";
    case errc::bad_choice: return "a choice is empty, too long or not text";
    case errc::forbidden_choice: return "a choice has characters that are not allowed";
    case errc::duplicate_choice: return "a choice stands twice";
    case errc::too_many_choices: return "too many choices";
    case errc::bad_title: return "title is too long or has characters that are not allowed";
    case errc::bad_name: return "name is empty, too long or has characters that are not allowed";
    case errc::bad_setting: return "a setting is not one of those that there are";
    case errc::bad_topic: return "a topic is too long or has characters that are not allowed";
    case errc::too_many_topics: return "too many topics";
    case errc::bad_agreed: return "agreed value is too long or has characters that are not allowed";
    case errc::bad_format: return "not a format that there is";
    case errc::session_closed: return "session is closed";
    case errc::not_a_valid_participant: return "not a valid participant";
    case errc::not_a_valid_choice: return "not a valid choice";
    case errc::not_a_participant: return "not a participant";
    case errc::already_joined: return "already joined";
    case errc::session_full: return "session is full";
    case errc::door_locked: return "the door is locked";
    case errc::session_open: return "session is open";
    case errc::not_a_round: return "not a round that is kept";
    case errc::nothing_to_undo: return "nothing to undo";
    case errc::control_not_free: return "control is not free";
    case errc::too_many_questions: return "too many have a question already";
    case errc::round_changed: return "another round has begun";
    case errc::topics_changed: return "the topics are others by now";
    case errc::key_required: return "a key is required";
    case errc::key_wrong: return "not the right key";
    case errc::not_your_seat: return "not your seat";
    case errc::foreign_origin: return "not allowed from this origin";
    case errc::unknown_session: return "no such session";
    case errc::not_found: return "not found";
    case errc::method_not_allowed: return "method not allowed";
    case errc::upgrade_required: return "this is a websocket";
    case errc::too_many_requests: return "too many requests";
    case errc::too_many_sessions_of_address: return "too many sessions from this address";
    case errc::busy: return "the server is full";
    case errc::id_taken: return "id is taken";
    case errc::conflict: return "too many changes at once";
    case errc::too_many_sessions: return "the server is full";
    case errc::too_much_text: return "the server is full";
    case errc::store_unavailable: return "the server can't reach its sessions at the moment";
    case errc::bad_record: return "the stored session is damaged";
    }
    return "unknown error";
}

class category final : public boost::system::error_category
{
public:
    const char* name() const noexcept override { return "pajthy"; }
    std::string message(int value) const override { return text_of(static_cast<errc>(value)); }
};

} // namespace

const boost::system::error_category& error_category() noexcept
{
    static const category instance;
    return instance;
}

boost::system::error_code make_error_code(errc e) noexcept
{
    return {static_cast<int>(e), error_category()};
}

} // namespace pajthy
