// Bodies of requests and answers.
#pragma once

#include <pajthy/domain/key.hpp>
#include <pajthy/error.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// `["1","2"]` or `{"Choices":["1","2"],"Title":"…"}`; unknown members are passed over.
struct create_body
{
    std::vector<std::string> choices;
    std::string title;
};

/// Fails with `bad_json`, or with `bad_choice` or `bad_title` where something else than text stands
/// in their place. Whether the texts may be used is not looked at.
result<create_body> read_create(std::string_view body);

/// `{"Participant":"Ana","Choice":"5"}`.
struct vote_body
{
    std::string participant;
    std::string choice;
};

/// Fails with `bad_json`.
result<vote_body> read_vote(std::string_view body);

/// `{"Id":"…","ControlKey":"…"}`
std::string created_text(std::string_view id, const key& control);

/// `{"ControlKey":"…","ControlKeys":2}`: a fresh key, and how many are good now.
std::string minted_text(const key& fresh, std::size_t count);

/// `{"ControlKeys":1}`
std::string control_keys_text(std::size_t count);

/// `{"Name":"…","SeatKey":"…"}`
std::string joined_text(std::string_view name, const key& secret);

/// An error by RFC 9457: `{"type":"urn:pajthy:session-closed","title":"…","status":400}`.
std::string problem_text(std::string_view type, std::string_view title, unsigned status);

/// base64url without padding (RFC 4648 section 5): 43 characters.
std::string key_text(const key& secret);

/// Nothing if `text` is not what `key_text` makes.
std::optional<key> read_key(std::string_view text);

} // namespace pajthy
