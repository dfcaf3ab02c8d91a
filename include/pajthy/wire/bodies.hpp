// Bodies of requests and responses.
#pragma once

#include <pajthy/domain/key.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/error.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

// What is read here is of the right form; whether the texts may be used is not looked at. Unknown
// members are passed over.

/// `["1","2"]` or `{"Choices":["1","2"],"Title":"…","Results":"counts","Seconds":90}`.
struct create_body
{
    std::vector<std::string> choices;
    std::string title;
    results_for results = results_for::everybody;
    std::chrono::seconds lasts{0};
};

/// Fails with `bad_json`, with `no_choices`, with `bad_choice` or `bad_title` where something else
/// than text stands in their place, or with `bad_setting`.
result<create_body> read_create(std::string_view body);

/// `{"Choices":["1","2"]}`, as it stands in `read_create`.
result<std::vector<std::string>> read_deck(std::string_view body);

/// `{"Topic":"…","Seconds":90,"Again":true}`, or nothing at all. Fails with `bad_json`, with
/// `bad_topic` if that is no text, or with `bad_setting`.
result<round_plan> read_start(std::string_view body);

/// `{"Add":30}`, or `{"Seconds":10}`: `left`.
struct timer_body
{
    std::optional<std::chrono::seconds> more;
    std::chrono::seconds left{0};
};

/// Fails with `bad_json`, or with `bad_setting`.
result<timer_body> read_timer(std::string_view body);

/// `{"Locked":true}`. Fails with `bad_json`.
result<bool> read_door(std::string_view body);

/// `{"Title":"…"}`. Fails with `bad_json`, or with `bad_title` for what is no text.
result<std::string> read_title(std::string_view body);

/// `{"Topics":["…","…"],"After":4}`: in place of the list of that version, if it is said.
struct topics_body
{
    std::vector<std::string> topics;
    std::optional<std::uint32_t> after;
};

/// Fails with `bad_json`, or with `bad_topic` for what is no text.
result<topics_body> read_topics(std::string_view body);

/// `{"Round":3,"Agreed":"8"}`.
struct agree_body
{
    std::uint32_t round;
    std::string agreed;
};

/// Fails with `bad_json`.
result<agree_body> read_agree(std::string_view body);

/// `{"Participant":"Ana","Name":"Anna"}`; without the first where the seat is said by its number.
struct rename_body
{
    std::optional<std::string> participant;
    std::string name;
};

/// Fails with `bad_json`.
result<rename_body> read_rename(std::string_view body);

/// `{"Participant":"Ana","Choice":"5","Round":3}`; without the first where the seat is said by its
/// number.
struct vote_body
{
    std::optional<std::string> participant;
    std::string choice;
    std::optional<std::uint32_t> round; // the one that the voter sees
};

/// Fails with `bad_json`.
result<vote_body> read_vote(std::string_view body);

/// `{"Participant":"Ana","Raised":true}`; without the first where the seat is said by its number,
/// or where everybody's is meant.
struct question_body
{
    std::optional<std::string> participant;
    bool raised = false;
};

/// Fails with `bad_json`.
result<question_body> read_question(std::string_view body);

/// `{"Id":"…","ControlKey":"…"}`
std::string created_text(std::string_view id, const key& control);

/// `{"ControlKey":"…","ControlKeys":2}`: a fresh key, and how many are good now.
std::string minted_text(const key& fresh, std::size_t count);

/// `{"ControlKeys":1}`
std::string control_keys_text(std::size_t count);

/// `{"Name":"…"}`
std::string renamed_text(std::string_view name);

/// `{"Name":"…","SeatKey":"…"}`
std::string joined_text(std::string_view name, const key& secret);

/// An error by RFC 9457: `{"type":"urn:pajthy:session-closed","title":"…","status":400}`. Where one
/// of a list is to blame, `"line":3` says which, counted from 1; `line` 0 is none.
std::string problem_text(std::string_view type, std::string_view title, unsigned status,
                         std::size_t line = 0);

/// base64url without padding (RFC 4648 section 5): 43 characters.
std::string key_text(const key& secret);

/// Nothing if `text` is not what `key_text` makes.
std::optional<key> read_key(std::string_view text);

} // namespace pajthy
