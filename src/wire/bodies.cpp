#include <pajthy/wire/bodies.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/static_resource.hpp>

#include <array>
#include <cstdint>
#include <new>

namespace pajthy
{
namespace
{

namespace json = boost::json;

constexpr std::size_t deepest_nesting = 8;

// What a parsed body may take. The largest useful body is far smaller; what needs more is refused.
constexpr std::size_t most_parsed_bytes = 256 * 1024;

// Parses into a buffer that is there for it alone and gives the value to `use`. (On the stack, the
// compiler would touch each of its pages with every call.)
template <class T, class Use>
result<T> with_parsed(std::string_view body, Use use)
{
    static thread_local std::array<unsigned char, most_parsed_bytes> buffer;
    json::static_resource memory(buffer.data(), buffer.size());
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

result<std::vector<std::string>> read_choices(const json::value& value)
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
            return errc::bad_choice;
        out.emplace_back(text->data(), text->size());
    }
    return out;
}

const json::string* text_member(const json::object& object, std::string_view name)
{
    const auto* const value = object.if_contains(name);
    return value == nullptr ? nullptr : value->if_string();
}

result<create_body> create_of(const json::value& value)
{
    create_body out;
    const auto* const object = value.if_object();
    const auto* const choices = object == nullptr ? &value : object->if_contains("Choices");
    if (choices == nullptr)
        return errc::no_choices;
    auto read = read_choices(*choices);
    if (read.has_error())
        return read.error();
    out.choices = *std::move(read);
    if (object != nullptr && object->contains("Title"))
    {
        const auto* const title = text_member(*object, "Title");
        if (title == nullptr)
            return errc::bad_title;
        out.title.assign(title->data(), title->size());
    }
    return out;
}

result<vote_body> vote_of(const json::value& value)
{
    const auto* const object = value.if_object();
    if (object == nullptr)
        return errc::bad_json;
    const auto* const participant = text_member(*object, "Participant");
    const auto* const choice = text_member(*object, "Choice");
    if (participant == nullptr || choice == nullptr)
        return errc::bad_json;
    return vote_body{{participant->data(), participant->size()}, {choice->data(), choice->size()}};
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

std::string joined_text(std::string_view name, const key& secret)
{
    return json::serialize(json::object{{"Name", name}, {"SeatKey", key_text(secret)}});
}

std::string problem_text(std::string_view type, std::string_view title, unsigned status)
{
    return json::serialize(json::object{{"type", type}, {"title", title}, {"status", status}});
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
    key out;
    std::size_t filled = 0;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const char letter : text)
    {
        const auto value = value_of_letter[static_cast<std::uint8_t>(letter)];
        if (value == no_letter)
            return std::nullopt;
        bits = bits << bits_of_letter | value;
        held += bits_of_letter;
        if (held >= 8)
        {
            held -= 8;
            out.bytes[filled++] = static_cast<std::uint8_t>(bits >> held & 0xFF);
        }
    }
    const bool canonical = (bits & ((1U << held) - 1)) == 0;
    return canonical ? std::optional(out) : std::nullopt;
}

} // namespace pajthy
