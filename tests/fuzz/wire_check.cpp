#include "wire_check.hpp"

#include "require.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pajthy::fuzz
{
namespace
{

namespace json = boost::json;

constexpr unsigned known_statuses[] = {100, 101, 200, 201, 202, 204, 304, 308, 400, 401, 403, 404,
                                       405, 408, 409, 413, 414, 417, 422, 426, 429, 431, 503, 505};

constexpr std::string_view known_kinds[] = {
    "snapshot", "enabled", "disabled",     "reset", "vote",   "participants-change",
    "progress", "kicked",  "control-keys", "timer", "topics", "deck",
    "agreed",   "undo",    "control",      "door",  "you",    "beat",
    "title",    "seats",   "question",     "ladder"};

// The server's own, and those that a client's close frame may have brought: it is answered in its
// own words.
constexpr unsigned close_codes[] = {1000, 1001, 1002, 1007, 1008, 1009,
                                    1011, 1012, 1013, 4001, 4004};
constexpr unsigned client_close_codes[] = {1003, 1010, 1014};

bool is_in(const auto& list, const auto& value)
{
    return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

std::string_view take(std::string_view& from, std::size_t size, std::string_view rule)
{
    require(from.size() >= size, rule);
    const auto out = from.substr(0, size);
    from.remove_prefix(size);
    return out;
}

std::string_view take_line(std::string_view& from)
{
    const auto end = from.find("\r\n");
    require(end != std::string_view::npos, "a line of a head ends with CRLF");
    const auto line = take(from, end + 2, "").substr(0, end);
    require(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }),
            "a head is visible ASCII");
    return line;
}

std::size_t read_number(std::string_view digits)
{
    std::size_t out = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [at, error] = std::from_chars(digits.data(), end, out);
    require(error == std::errc() && at == end, "a number is a number");
    return out;
}

json::value read_json(std::string_view text)
{
    boost::system::error_code error;
    auto out = json::parse(text, error);
    require(!error, "JSON is sound");
    return out;
}

// --- Hidden votes

bool are_hidden(const json::value& votes)
{
    return std::all_of(votes.as_object().begin(), votes.as_object().end(),
                       [](const auto& vote) { return vote.value() == "*"; });
}

void check_votes(const json::object& view)
{
    const auto* const open = view.if_contains("Open");
    if (open == nullptr || *open != true)
        return;
    require(!view.contains("Counts") && !view.contains("Statistics"),
            "an open session has no result");
    const auto* const votes = view.if_contains("Votes");
    require(votes == nullptr || are_hidden(*votes), "the votes of an open session are hidden");
}

constexpr std::string_view known_states[] = {"waiting", "voted", "away"};

void check_seats(const json::object& data)
{
    const auto* const seats = data.if_contains("Seats");
    if (seats == nullptr)
        return;
    require(seats->as_array().size() <= 100, "no more seats are told than are few");
    for (const auto& one : seats->as_array())
    {
        const auto& seat = one.as_object();
        require(seat.size() == 3 && seat.at("Name").is_string() &&
                    is_in(known_states, std::string_view(seat.at("State").as_string())),
                "a seat has a name and a state, and nothing else");
        require(seat.at("Seat").to_number<std::uint64_t>() != 0, "seats count from 1");
    }
}

// --- Responses

struct head
{
    unsigned status = 0;
    std::vector<std::pair<std::string_view, std::string_view>> fields;

    bool has(std::string_view name) const { return !value(name).empty(); }

    // Of a field that stands once at most; empty if it isn't there.
    std::string_view value(std::string_view name) const
    {
        std::string_view out;
        for (const auto& [key, of] : fields)
        {
            if (!boost::algorithm::iequals(key, name))
                continue;
            require(out.empty(), "no field stands twice");
            out = of;
        }
        return out;
    }
};

head take_head(std::string_view& from)
{
    constexpr std::string_view version = "HTTP/1.1 ";
    constexpr std::size_t digits_of_status = 3;
    head out;
    auto line = take_line(from);
    require(line.starts_with(version), "an answer is HTTP/1.1");
    line.remove_prefix(version.size());
    out.status = static_cast<unsigned>(
        read_number(take(line, digits_of_status, "a status has three digits")));
    require(line.starts_with(' '), "a space follows the status");
    require(is_in(known_statuses, out.status), "the status is one that the protocol knows");
    for (line = take_line(from); !line.empty(); line = take_line(from))
    {
        const auto colon = line.find(": ");
        require(colon != std::string_view::npos && colon != 0, "a field has a name and a value");
        out.fields.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
    return out;
}

void check_head(const head& h)
{
    require(h.has("Date"), "an answer has a date");
    require(h.value("X-Content-Type-Options") == "nosniff", "nobody sniffs");
    require(h.value("Referrer-Policy") == "same-origin", "the way here is nobody's business");
    require(h.value("Cross-Origin-Resource-Policy") == "same-origin", "others embed nothing");
    require(h.has("Cache-Control") || h.status == 204, "content says who may keep it");
    require(h.has("Content-Length") != (h.status == 204 || h.status == 304),
            "content has a length, and what has none has not");
    require(h.has("Allow") || h.status != 405, "405 says what is allowed");
    require(h.has("WWW-Authenticate") == (h.status == 401), "401 says how");
    require(h.has("Location") || h.status != 308, "what is elsewhere has a place");
    const auto place = h.value("Location");
    require(place.empty() || (place.starts_with('/') && !place.starts_with("//")),
            "nobody is led elsewhere");
    require(h.has("Retry-After") == (h.status == 429 || h.status == 503), "too much says when");
}

void check_body(const head& h, std::string_view body)
{
    const auto type = h.value("Content-Type");
    const bool is_page = type == "text/html; charset=utf-8";
    if (h.status >= 400)
        require(is_page || type == "application/problem+json", "an error is a problem, or a page");
    if (is_page)
        require(h.value("Content-Security-Policy").starts_with("default-src 'none'; "),
                "a page has its policy");
    if (!type.ends_with("json"))
        return;
    const auto value = read_json(body).as_object();
    if (h.status < 400)
    {
        check_votes(value);
        check_seats(value);
        return;
    }
    require(value.at("type").is_string() && value.at("title").is_string(), "a problem has a name");
    require(value.at("status").to_number<unsigned>() == h.status, "a problem has its status");
}

// --- Frames

constexpr std::size_t most_control_bytes = 125;

enum class opcode : unsigned
{
    text = 1,
    close = 8,
    ping = 9,
    pong = 10
};

constexpr opcode known_opcodes[] = {opcode::text, opcode::close, opcode::ping, opcode::pong};

struct frame
{
    opcode kind;
    std::string_view payload;
};

std::size_t take_number(std::string_view& from, std::size_t bytes)
{
    std::size_t out = 0;
    for (const char c : take(from, bytes, "a frame has its whole head"))
        out = out << 8 | static_cast<unsigned char>(c);
    return out;
}

std::size_t take_length(std::string_view& from)
{
    const auto short_length = take_number(from, 1);
    require(short_length < 128, "a server masks nothing");
    if (short_length < 126)
        return short_length;
    const bool is_long = short_length == 127;
    const auto length = take_number(from, is_long ? 8 : 2);
    require(length > (is_long ? 0xFFFFU : most_control_bytes), "a length takes the least room");
    return length;
}

frame take_frame(std::string_view& from)
{
    const auto first = take_number(from, 1);
    require((first & 0x80) != 0, "a frame is a whole message");
    require((first & 0x70) == 0, "reserved bits are not used");
    const auto kind = static_cast<opcode>(first & 0x0F);
    require(is_in(known_opcodes, kind), "a frame is of a known kind");
    const auto payload = take(from, take_length(from), "a frame is whole");
    require(kind == opcode::text || payload.size() <= most_control_bytes, "control is short");
    return {kind, payload};
}

void check_close(std::string_view payload)
{
    if (payload.empty())
        return;
    const auto code = take_number(payload, 2);
    require(is_in(close_codes, code) || is_in(client_close_codes, code) ||
                (code >= 3000 && code <= 4999),
            "a close code is legal");
}

void check_event(std::string_view text, std::uint64_t& last_seq)
{
    const auto event = read_json(text).as_object();
    const std::string_view kind = event.at("Kind").as_string();
    require(is_in(known_kinds, kind), "an event is of a known kind");
    require((kind == "snapshot") == (last_seq == 0), "the first event is a snapshot");
    const auto seq = event.at("Seq").to_number<std::uint64_t>();
    if (kind == "beat")
        return require(seq == 0 && last_seq != 0, "a beat is of no session");
    require(seq >= last_seq && seq != 0, "events come in order");
    last_seq = seq;
    const auto& data = event.at("Data").as_object();
    check_votes(data);
    check_seats(data);
    require(kind != "vote" || are_hidden(data.at("Votes")), "a vote event tells no vote");
}

void check_frames(std::string_view heard)
{
    std::uint64_t last_seq = 0;
    bool closed = false;
    while (!heard.empty())
    {
        require(!closed, "nothing follows a close frame");
        const auto [kind, payload] = take_frame(heard);
        closed = kind == opcode::close;
        if (closed)
            check_close(payload);
        if (kind == opcode::text)
            check_event(payload, last_seq);
    }
}

} // namespace

void check_everything(std::string_view heard)
{
    while (!heard.empty())
    {
        const auto h = take_head(heard);
        if (h.status == 100)
        {
            require(h.fields.empty(), "a 100 says nothing more");
            continue;
        }
        if (h.status == 101)
        {
            require(h.has("Sec-WebSocket-Accept"), "an upgrade proves that it was understood");
            check_frames(heard);
            return;
        }
        check_head(h);
        const auto length = h.has("Content-Length") ? read_number(h.value("Content-Length")) : 0;
        // HEAD gets a length and no body; no body begins like an answer.
        if (!heard.empty() && !heard.starts_with("HTTP/1.1 "))
            check_body(h, take(heard, length, "a body is as long as it is said to be"));
        require(h.value("Connection") != "close" || heard.empty(),
                "nothing follows the last answer");
    }
}

} // namespace pajthy::fuzz
