#include <pajthy/wire/bodies.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/static_resource.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <span>

namespace pajthy
{
namespace
{

namespace json = boost::json;

constexpr std::size_t deepest_nesting = 8;

// What a parsed body may take, and one that lists topics. The largest useful body is far smaller;
// what needs more is refused.
constexpr std::size_t max_parsed_bytes = 256 * 1024;
constexpr std::size_t max_parsed_list_bytes = 1024 * 1024;

// One for all that is parsed, one after the other: on the stack, the compiler would touch each of
// its pages with every call.
thread_local std::array<unsigned char, max_parsed_bytes> buffer;

// Parses into `room` and gives the value to `use`.
template <class T, class Use>
result<T> with_parsed(std::string_view body, Use use, std::span<unsigned char> room = buffer)
{
    json::static_resource memory(room.data(), room.size());
    json::parse_options options;
    options.max_depth = deepest_nesting;
    boost::system::error_code error;
    try
    {
        const auto value = json::parse(body, error, &memory, options);
        if (error)
            return errc::bad_json;
        return use(value);
    }
    catch (const std::bad_alloc&)
    {
        return errc::bad_json;
    }
}

// Fails with `no_text` where something else than text stands in the array.
result<std::vector<std::string>> read_texts(const json::value& value, errc no_text)
{
    const auto* const items = value.if_array();
    if (items == nullptr)
        return errc::bad_json;
    std::vector<std::string> out;
    out.reserve(items->size());
    for (const auto& item : *items)
    {
        const auto* const text = item.if_string();
        if (text == nullptr)
            return no_text;
        out.emplace_back(text->data(), text->size());
    }
    return out;
}

const json::string* text_member(const json::object& object, std::string_view name)
{
    const auto* const value = object.if_contains(name);
    return value == nullptr ? nullptr : value->if_string();
}

// The text member `name`; empty if it is not there, `no_text` if it is something else.
result<std::string> optional_text(const json::object& object, std::string_view name, errc no_text)
{
    if (!object.contains(name))
        return std::string();
    const auto* const text = text_member(object, name);
    if (text == nullptr)
        return no_text;
    return std::string(text->data(), text->size());
}

// Nothing if it is not there.
result<std::optional<std::string>> participant_in(const json::object& object)
{
    if (!object.contains("Participant"))
        return std::optional<std::string>();
    auto name = optional_text(object, "Participant", errc::bad_json);
    if (name.has_error())
        return name.error();
    return std::optional(*std::move(name));
}

// The member `name`, a whole number up to `max_round_time`; nothing if it is not there.
result<std::optional<std::chrono::seconds>> optional_seconds(const json::object& object,
                                                             std::string_view name)
{
    const auto* const value = object.if_contains(name);
    if (value == nullptr)
        return std::optional<std::chrono::seconds>();
    const auto* const seconds = value->if_int64();
    if (seconds == nullptr || *seconds < 0 || *seconds > max_round_time.count())
        return errc::bad_setting;
    return std::optional(std::chrono::seconds(*seconds));
}

result<results_for> optional_results(const json::object& object)
{
    const auto* const value = object.if_contains("Results");
    if (value == nullptr)
        return results_for::everybody;
    if (*value == "everybody")
        return results_for::everybody;
    if (*value == "counts")
        return results_for::counts;
    if (*value == "controllers")
        return results_for::controllers;
    return errc::bad_setting;
}

result<std::vector<std::string>> choices_of(const json::value& value)
{
    const auto* const object = value.if_object();
    const auto* const choices = object == nullptr ? &value : object->if_contains("Choices");
    if (choices == nullptr)
        return errc::no_choices;
    return read_texts(*choices, errc::bad_choice);
}

result<create_body> create_of(const json::value& value)
{
    create_body out;
    auto choices = choices_of(value);
    if (choices.has_error())
        return choices.error();
    out.choices = *std::move(choices);
    const auto* const object = value.if_object();
    if (object == nullptr)
        return out;
    auto title = optional_text(*object, "Title", errc::bad_title);
    if (title.has_error())
        return title.error();
    const auto results = optional_results(*object);
    const auto lasts = optional_seconds(*object, "Seconds");
    if (results.has_error() || lasts.has_error())
        return errc::bad_setting;
    out.title = *std::move(title);
    out.results = *results;
    out.lasts = lasts->value_or(out.lasts);
    return out;
}

// Nothing if it is not there. What no round and no version can be is the last of them, which is
// never reached.
result<std::optional<std::uint32_t>> optional_number(const json::object& object,
                                                     std::string_view name)
{
    const auto* const given = object.if_contains(name);
    if (given == nullptr)
        return std::optional<std::uint32_t>();
    const auto* const number = given->if_int64();
    if (number == nullptr)
        return errc::bad_json;
    constexpr auto most = std::numeric_limits<std::uint32_t>::max();
    return std::optional(*number >= 0 && *number < most ? static_cast<std::uint32_t>(*number)
                                                        : most);
}

result<round_plan> start_of(const json::value& value)
{
    const auto* const object = value.if_object();
    if (object == nullptr)
        return errc::bad_json;
    round_plan out;
    auto topic = optional_text(*object, "Topic", errc::bad_topic);
    if (topic.has_error())
        return topic.error();
    const auto lasts = optional_seconds(*object, "Seconds");
    if (lasts.has_error())
        return lasts.error();
    out.topic = *std::move(topic);
    out.lasts = *lasts;
    if (const auto* const again = object->if_contains("Again"))
    {
        if (!again->is_bool())
            return errc::bad_json;
        out.again = again->get_bool();
    }
    const auto after = optional_number(*object, "After");
    if (after.has_error())
        return after.error();
    out.after = *after;
    return out;
}

result<timer_body> timer_of_body(const json::value& value)
{
    const auto* const object = value.if_object();
    if (object == nullptr)
        return errc::bad_json;
    const auto more = optional_seconds(*object, "Add");
    const auto left = optional_seconds(*object, "Seconds");
    if (more.has_error() || left.has_error())
        return errc::bad_setting;
    if (!*more && !*left)
        return errc::bad_json;
    return timer_body{*more, left->value_or(std::chrono::seconds(0))};
}

// That must be there.
result<bool> truth_of(const json::value& value, std::string_view name)
{
    const auto* const object = value.if_object();
    const auto* const truth = object == nullptr ? nullptr : object->if_contains(name);
    if (truth == nullptr || !truth->is_bool())
        return errc::bad_json;
    return truth->get_bool();
}

result<bool> door_of(const json::value& value)
{
    return truth_of(value, "Locked");
}

result<std::string> title_of(const json::value& value)
{
    const auto* const object = value.if_object();
    if (object == nullptr || !object->contains("Title"))
        return errc::bad_json;
    return optional_text(*object, "Title", errc::bad_title);
}

result<topics_body> topics_of(const json::value& value)
{
    const auto* const object = value.if_object();
    const auto* const topics = object == nullptr ? nullptr : object->if_contains("Topics");
    if (topics == nullptr)
        return errc::bad_json;
    auto texts = read_texts(*topics, errc::bad_topic);
    if (texts.has_error())
        return texts.error();
    const auto after = optional_number(*object, "After");
    if (after.has_error())
        return after.error();
    return topics_body{*std::move(texts), *after};
}

result<agree_body> agree_of(const json::value& value)
{
    const auto* const object = value.if_object();
    if (object == nullptr)
        return errc::bad_json;
    const auto* const round = object->if_contains("Round");
    const auto* const number = round == nullptr ? nullptr : round->if_int64();
    const auto* const agreed = text_member(*object, "Agreed");
    if (number == nullptr || agreed == nullptr)
        return errc::bad_json;
    // A number that no round can have: no such round is kept.
    const bool possible = *number > 0 && *number <= std::numeric_limits<std::uint32_t>::max();
    return agree_body{possible ? static_cast<std::uint32_t>(*number) : 0,
                      {agreed->data(), agreed->size()}};
}

result<rename_body> rename_of(const json::value& value)
{
    const auto* const object = value.if_object();
    if (object == nullptr)
        return errc::bad_json;
    auto participant = participant_in(*object);
    if (participant.has_error())
        return participant.error();
    const auto* const name = text_member(*object, "Name");
    if (name == nullptr)
        return errc::bad_json;
    return rename_body{*std::move(participant), {name->data(), name->size()}};
}

result<question_body> question_of(const json::value& value)
{
    const auto raised = truth_of(value, "Raised");
    if (raised.has_error())
        return raised.error();
    auto participant = participant_in(value.get_object());
    if (participant.has_error())
        return participant.error();
    return question_body{*std::move(participant), *raised};
}

result<vote_body> vote_of(const json::value& value)
{
    const auto* const object = value.if_object();
    if (object == nullptr)
        return errc::bad_json;
    auto participant = participant_in(*object);
    if (participant.has_error())
        return participant.error();
    const auto* const choice = text_member(*object, "Choice");
    if (choice == nullptr)
        return errc::bad_json;
    const auto round = optional_number(*object, "Round");
    if (round.has_error())
        return round.error();
    return vote_body{*std::move(participant), {choice->data(), choice->size()}, *round};
}

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned bits_of_letter = 6;
constexpr std::uint8_t no_letter = 0xFF;

// What each byte stands for as a letter.
constexpr std::array<std::uint8_t, 256> values_of_letters()
{
    std::array<std::uint8_t, 256> out{};
    out.fill(no_letter);
    for (std::uint8_t value = 0; value < alphabet.size(); ++value)
        out[static_cast<std::uint8_t>(alphabet[value])] = value;
    return out;
}

constexpr auto value_of_letter = values_of_letters();
constexpr std::size_t key_text_size = (key::size * 8 + bits_of_letter - 1) / bits_of_letter;

} // namespace

result<create_body> read_create(std::string_view body)
{
    return with_parsed<create_body>(body, create_of);
}

result<std::vector<std::string>> read_deck(std::string_view body)
{
    return with_parsed<std::vector<std::string>>(body, choices_of);
}

result<round_plan> read_start(std::string_view body)
{
    if (body.empty())
        return round_plan();
    return with_parsed<round_plan>(body, start_of);
}

result<timer_body> read_timer(std::string_view body)
{
    return with_parsed<timer_body>(body, timer_of_body);
}

result<bool> read_door(std::string_view body)
{
    return with_parsed<bool>(body, door_of);
}

result<std::string> read_title(std::string_view body)
{
    return with_parsed<std::string>(body, title_of);
}

result<topics_body> read_topics(std::string_view body)
{
    if (body.size() <= max_parsed_bytes / 16) // as other bodies are
        return with_parsed<topics_body>(body, topics_of);
    const auto longer = std::make_unique_for_overwrite<unsigned char[]>(max_parsed_list_bytes);
    return with_parsed<topics_body>(body, topics_of, {longer.get(), max_parsed_list_bytes});
}

result<agree_body> read_agree(std::string_view body)
{
    return with_parsed<agree_body>(body, agree_of);
}

result<rename_body> read_rename(std::string_view body)
{
    return with_parsed<rename_body>(body, rename_of);
}

result<question_body> read_question(std::string_view body)
{
    return with_parsed<question_body>(body, question_of);
}

result<vote_body> read_vote(std::string_view body)
{
    return with_parsed<vote_body>(body, vote_of);
}

std::string created_text(std::string_view id, const key& control)
{
    return json::serialize(json::object{{"Id", id}, {"ControlKey", key_text(control)}});
}

std::string minted_text(const key& fresh, std::size_t count)
{
    return json::serialize(json::object{{"ControlKey", key_text(fresh)}, {"ControlKeys", count}});
}

std::string control_keys_text(std::size_t count)
{
    return json::serialize(json::object{{"ControlKeys", count}});
}

std::string renamed_text(std::string_view name)
{
    return json::serialize(json::object{{"Name", name}});
}

std::string joined_text(std::string_view name, const key& secret)
{
    return json::serialize(json::object{{"Name", name}, {"SeatKey", key_text(secret)}});
}

std::string problem_text(std::string_view type, std::string_view title, unsigned status,
                         std::size_t line)
{
    json::object out{{"type", type}, {"title", title}, {"status", status}};
    if (line != 0)
        out["line"] = line;
    return json::serialize(out);
}

std::string key_text(const key& secret)
{
    std::string out;
    out.reserve(key_text_size);
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const auto byte : secret.bytes)
    {
        bits = bits << 8 | byte;
        for (held += 8; held >= bits_of_letter; held -= bits_of_letter)
            out.push_back(alphabet[bits >> (held - bits_of_letter) & 63]);
    }
    out.push_back(alphabet[bits << (bits_of_letter - held) & 63]); // 256 = 42 * 6 + 4
    return out;
}

std::optional<key> read_key(std::string_view text)
{
    if (text.size() != key_text_size)
        return std::nullopt;
    std::uint32_t seen = 0;
    const auto value_at = [&](std::size_t place)
    {
        const std::uint32_t value = value_of_letter[static_cast<std::uint8_t>(text[place])];
        seen |= value;
        return value;
    };
    key out;
    auto to = out.bytes.begin();
    const auto put = [&](std::uint32_t byte) { *to++ = static_cast<std::uint8_t>(byte & 0xFF); };

    // Four letters are three bytes; the last three are two bytes and two bits that must be none.
    std::size_t place = 0;
    for (; place + 4 <= key_text_size; place += 4)
    {
        const auto three = value_at(place) << 18 | value_at(place + 1) << 12 |
                           value_at(place + 2) << 6 | value_at(place + 3);
        put(three >> 16);
        put(three >> 8);
        put(three);
    }
    const auto last = value_at(place) << 12 | value_at(place + 1) << 6 | value_at(place + 2);
    put(last >> 10);
    put(last >> 2);
    const bool all_letters = seen < alphabet.size();
    const bool canonical = (last & 3) == 0;
    return all_letters && canonical ? std::optional(out) : std::nullopt;
}

} // namespace pajthy
