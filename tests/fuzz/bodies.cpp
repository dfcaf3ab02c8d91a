// Whatever is read from a request, each reader on its own: bodies, texts, keys, targets and the
// fields that are negotiated with.
//
// Every reader gets the whole input. What one accepts must say the same when it is written and
// read again.
#include "require.hpp"

#include "src/server/target.hpp"

#include <pajthy/assets/assets.hpp>
#include <pajthy/domain/choice_number.hpp>
#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/statistics.hpp>
#include <pajthy/domain/text.hpp>
#include <pajthy/handler/credentials.hpp>
#include <pajthy/handler/origin.hpp>
#include <pajthy/log.hpp>
#include <pajthy/server/trusted_proxies.hpp>
#include <pajthy/wire/bodies.hpp>

#include <boost/algorithm/string/predicate.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace
{

using namespace pajthy;
using fuzz::require;
namespace json = boost::json;

// The reader of JSON refuses what is no UTF-8, so this judges that, too.
void check_survives_json(std::string_view text)
{
    boost::system::error_code error;
    const auto again = json::parse(json::serialize(json::string(text)), error);
    require(!error && again.as_string() == text, "accepted text survives JSON");
}

// --- Text

void check_text(std::string_view input, text_bounds bounds)
{
    const auto clean = clean_text(input, bounds);
    if (clean.has_error())
        return;
    const auto is_first = [](char c) { return (c & 0xC0) != 0x80; };
    const auto code_points = std::count_if(clean->begin(), clean->end(), is_first);
    require(!clean->empty(), "accepted text is not empty");
    require(clean->size() <= bounds.bytes, "accepted text has no more bytes than it may");
    require(static_cast<std::size_t>(code_points) <= bounds.code_points,
            "accepted text has no more code points than it may");
    require(!clean->starts_with(' ') && !clean->ends_with(' ') &&
                clean->find("  ") == std::string::npos,
            "accepted text has single spaces, and none at its ends");
    require(clean->find_first_of("\r\n\t") == std::string::npos, "accepted text is of one line");
    const auto again = clean_text(*clean, bounds);
    require(again.has_value() && *again == *clean, "clean text is clean");
    check_survives_json(*clean);
}

void check_number(std::string_view input)
{
    const auto number = number_on(input);
    require(!number || std::isfinite(*number), "a number on a card is finite");
    require(!number || !is_abstention(input), "who abstains says no number");
    const auto cards = deck::make({std::string(input), "1"}, 0);
    if (cards.has_error())
        return;
    const auto said = statistics_of(*cards, {0, 0, 1});
    require(!said.mean || std::isfinite(*said.mean), "a mean is finite");
    require(said.votes + said.abstentions == 3, "each vote is counted once");
    require(!said.mean || said.votes == 1 || number_on(cards->choice(0)), "a mean is of all votes");
}

void check_log(std::string_view input)
{
    const auto line = log::printable(input);
    require(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }),
            "a line of the log is visible ASCII");
}

// --- Bodies

void check_create(std::string_view input)
{
    const auto read = read_create(input);
    if (read.has_error())
        return;
    const json::object object{{"Choices", json::value_from(read->choices)}, {"Title", read->title}};
    const auto again = read_create(json::serialize(object));
    require(again.has_value(), "what was read can be read again");
    require(again->choices == read->choices && again->title == read->title,
            "what is read again says the same");

    const auto cards = deck::make(read->choices, 8);
    if (cards.has_error())
        return;
    require(!cards->choices().empty() && cards->choices().size() <= 8, "a deck has its size");
    const std::vector<std::string> choices(cards->choices().begin(), cards->choices().end());
    const auto same = deck::make(choices, 8);
    require(same.has_value() && same->choices() == cards->choices(), "a deck is clean");
    for (const auto choice : cards->choices())
    {
        check_text(choice, choice_bounds);
        require(cards->choice(cards->find(choice).value()) == choice,
                "each card is found by its choice");
    }
}

void check_vote(std::string_view input)
{
    const auto read = read_vote(input);
    if (read.has_error())
        return;
    json::object object{{"Choice", read->choice}};
    if (read->participant)
        object["Participant"] = *read->participant;
    if (read->round)
        object["Round"] = *read->round;
    const auto again = read_vote(json::serialize(object));
    require(again.has_value(), "a vote that was read can be read again");
    require(again->participant == read->participant && again->choice == read->choice &&
                again->round == read->round,
            "a vote that is read again says the same");
}

// What the rules of a round go by is within its bounds.
void check_round(std::string_view input)
{
    const auto within = [](std::chrono::seconds s)
    { return s.count() >= 0 && s <= max_round_time; };
    if (const auto plan = read_start(input); plan.has_value())
        require(!plan->lasts || within(*plan->lasts), "a round lasts as long as it may");
    if (const auto set = read_timer(input); set.has_value())
        require(within(set->left) && (!set->more || within(*set->more)), "a timer is bounded");
    if (const auto made = read_create(input); made.has_value())
        require(within(made->lasts), "a session's rounds last as long as they may");
    read_topics(input);
    read_door(input);
    read_title(input);
    read_agree(input);
    read_rename(input);
    read_question(input);
    read_deck(input);
}

// --- Keys

void check_key(std::string_view input)
{
    const auto read = read_key(input);
    require(!read || key_text(*read) == input, "a key has one spelling");
}

void check_credentials(std::string_view input)
{
    static constexpr std::string_view own = "seat-key-of-Ana--that-is-no-secret-in-tests";
    static const key secret = read_key(own).value();
    request by_bearer;
    by_bearer.authorization = input;
    request by_cookie;
    by_cookie.cookie = input;
    for (const auto& req : {by_bearer, by_cookie})
    {
        const credentials shown(req);
        const auto presented = shown.presented_for(1);
        require(!presented || !same_key(*presented, secret) ||
                    input.find(own) != std::string_view::npos,
                "a key has to be known");
        require(!presented || shown.any_for_seat(), "a key that is presented is one for a seat");
        require(shown.bearer() || !shown.bearer_key(), "without Bearer there is no such key");
    }
}

void check_origin(std::string_view input)
{
    if (is_own_origin(input, "pajthy.example", {}))
        require(boost::algorithm::istarts_with(input, "http") &&
                    boost::algorithm::icontains(input, "//pajthy.example"),
                "nobody else is taken for us");
}

// What stands to the left of an entry that a trusted proxy wrote changes nothing.
void check_forwarded(std::string_view input)
{
    namespace ip = boost::asio::ip;
    const auto proxy = ip::make_address("192.0.2.1");
    const auto somebody = ip::make_address("198.51.100.7");
    trusted_proxies proxies;
    require(proxies.add("192.0.2.0/24"), "a network is one");
    const auto direct = proxies.client_of(somebody, input, input);
    require(direct.address == somebody && !direct.secure, "nobody else is believed");
    const auto behind = proxies.client_of(proxy, std::string(input) + ", 198.51.100.7", input);
    require(behind.address == somebody, "a proxy that is trusted is believed");
}

// --- Targets

std::string encoded(std::string_view text)
{
    return boost::urls::encode(text, boost::urls::unreserved_chars);
}

std::string written(const target& t)
{
    std::string out;
    for (const auto& segment : t.path)
        out.append("/").append(encoded(segment));
    for (const auto& [name, value] : t.query)
        out.append(out.find('?') == std::string::npos ? "?" : "&")
            .append(encoded(name))
            .append("=")
            .append(encoded(value));
    return out;
}

void check_target(std::string_view input)
{
    const auto read = read_target(input);
    if (read.has_error())
        return;
    require(!read->path.empty(), "a target has a path");
    for (const auto& segment : read->path)
    {
        require(segment != "." && segment != "..", "no segment leads anywhere else");
        require(std::all_of(segment.begin(), segment.end(),
                            [](char c) { return c >= ' ' && c <= '~' && c != '/' && c != '\\'; }),
                "no segment hides anything");
    }
    const auto again = read_target(written(*read));
    require(again.has_value(), "a target that was read can be read again");
    require(again->path == read->path && again->query == read->query,
            "a target that is read again says the same");
}

// What is read for a browser alone leads nowhere else either, and says the same of what is strict.
void check_page_path(std::string_view input)
{
    const auto read = read_page_path(input);
    const auto strict = read_target(input);
    require(strict.has_error() || !strict->host.empty() || !input.starts_with('/') ||
                (read && *read == strict->path),
            "what both read is the same");
    if (!read)
        return;
    require(input.starts_with('/') && !read->empty(), "a page has a path");
    for (const auto& segment : *read)
    {
        require(segment != "." && segment != "..", "no segment of a page leads anywhere else");
        require(std::none_of(segment.begin(), segment.end(),
                             [](char c)
                             {
                                 const auto byte = static_cast<unsigned char>(c);
                                 return byte < 0x20 || byte == 0x7F || c == '/' || c == '\\';
                             }),
                "no segment of a page hides anything");
    }
}

// --- What files are negotiated with

constexpr asset files[] = {
    {"index.html", "text/html; charset=utf-8", "1a2b3c", "identity", "gzip", "br"},
};

std::string_view field(const asset_response& answer, std::string_view name)
{
    const auto at = std::find_if(answer.fields.begin(), answer.fields.end(),
                                 [&](const auto& f) { return f.first == name; });
    return at == answer.fields.end() ? std::string_view() : std::string_view(at->second);
}

void check_negotiation(std::string_view input)
{
    using http::status;
    const asset_catalogue catalogue(files);
    const auto chosen = catalogue.respond({{}, input, {}});
    require(chosen.status == status::ok, "there is an encoding for everybody");
    const auto encoding = field(chosen, "Content-Encoding");
    require(chosen.body == (encoding.empty() ? "identity" : encoding), "the body is so encoded");
    require(encoding.empty() || input.find('*') != std::string_view::npos ||
                boost::algorithm::icontains(input, encoding),
            "nobody gets an encoding that wasn't asked for");
    const auto etag = field(chosen, "ETag");
    require(catalogue.respond({{}, input, etag}).status == status::not_modified,
            "who has it is not sent it");

    const auto kept = catalogue.respond({{}, "", input});
    require(kept.status == status::ok || kept.status == status::not_modified, "a file stays");
    require((kept.status == status::ok) == !kept.body.empty(), "304 has no body");
    require(kept.status == status::ok || input.find('*') != std::string_view::npos ||
                input.find(field(kept, "ETag")) != std::string_view::npos,
            "only who has it is not sent it");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    check_text(input, name_bounds);
    check_text(input, title_bounds);
    check_number(input);
    check_log(input);
    check_create(input);
    check_vote(input);
    check_round(input);
    check_key(input);
    check_credentials(input);
    check_origin(input);
    check_forwarded(input);
    check_target(input);
    check_page_path(input);
    check_negotiation(input);
    return 0;
}
