#include "request_reader.hpp"

#include "target.hpp"

#include <pajthy/handler/routes.hpp>
#include <pajthy/field_value.hpp>

#include <boost/algorithm/string/predicate.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/system/errc.hpp>

#include <algorithm>
#include <limits>

namespace pajthy
{
namespace
{

// The bytes on the wire for each byte of a body: a chunk of one takes six, and extensions of chunks
// could be any number.
constexpr std::size_t most_framing = 8;

constexpr int http_1_1 = 11;

constexpr refusal bad_request{http::status::bad_request, "bad request"};
constexpr refusal target_too_long{http::status::uri_too_long, "request target is too long"};
constexpr refusal head_too_large{http::status::request_header_fields_too_large,
                                 "request head is too large"};

std::string_view std_view(boost::beast::string_view s)
{
    return {s.data(), s.size()};
}

// Several fields of one list are one list (RFC 9110 section 5.3). Cookie has its own separator.
void append(std::string& list, std::string_view separator, std::string_view value)
{
    if (!list.empty())
        list.append(separator);
    list.append(value);
}

// 16 bytes in base64 (RFC 6455 section 4.2.1).
bool is_nonce(std::string_view key)
{
    constexpr std::size_t letters = 22;
    const auto is_letter = [](char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '+' || c == '/';
    };
    return key.size() == letters + 2 && key.ends_with("==") &&
           std::all_of(key.begin(), key.begin() + letters, is_letter);
}

bool has_token(const std::string& list, const char* token)
{
    return http::token_list{list}.exists(token);
}

refusal refusal_of(boost::system::error_code error)
{
    if (error == http::error::body_limit)
        return {http::status::payload_too_large, "request body is too large"};
    if (error == boost::system::errc::not_enough_memory)
        return {http::status::service_unavailable, "too many long lists at once"};
    return bad_request;
}

bool names_pages(std::string_view accept)
{
    return boost::algorithm::icontains(accept, "text/html");
}

// What is no HTTP at all, such as TLS, mostly shows it in its first bytes.
bool may_begin_request(std::string_view bytes)
{
    const auto method = bytes.substr(0, bytes.find(' '));
    return std::all_of(method.begin(), method.end(), [](char c) { return c > ' ' && c <= '~'; });
}

// Where the digits of `HTTP/1.1` CRLF at the end of a request line are; 0 if it does not end so.
std::size_t version_in(std::string_view line)
{
    constexpr std::string_view form = " HTTP/d.d\r\n";
    if (line.size() < form.size())
        return 0;
    const auto at = line.size() - form.size();
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool fits = std::equal(form.begin(), form.end(), line.begin() + at,
                                 [&](char f, char c) { return f == 'd' ? is_digit(c) : f == c; });
    return fits ? at + form.find('d') : 0;
}

// A field that goes on in the next line (RFC 9112 section 5.2). Beast joins the parts of its value
// elsewhere, or takes the second line alone; any other value stands behind its own name.
bool is_folded(std::string_view name, std::string_view value)
{
    const char* at = name.data() + name.size() + 1; // behind the colon
    while (*at == ' ' || *at == '\t')
        ++at;
    return value.data() != at;
}

} // namespace

bool request_reader::accepts_pages(std::string_view unread) const
{
    if (is_head_complete() || request_.accepts_pages)
        return request_.accepts_pages;
    constexpr std::string_view name = "accept:";
    while (!unread.empty())
    {
        const auto line = unread.substr(0, unread.find('\n'));
        if (boost::beast::iequals(line.substr(0, name.size()), name))
            return names_pages(line);
        unread.remove_prefix(std::min(unread.size(), line.size() + 1));
    }
    return false;
}

request_reader::request_reader(const http_limits& most, std::size_t& lists)
    : most_(most), lists_(lists)
{
    header_limit(std::numeric_limits<std::uint32_t>::max()); // counted here instead
    expect_body_of(most.body_bytes);
}

request_reader::~request_reader()
{
    lists_ -= of_lists_;
}

void request_reader::expect_body_of(std::size_t most_bytes)
{
    most_body_bytes_ = most_bytes;
    if (most_bytes != 0)
        body_limit(most_bytes);
    else
        body_limit(boost::none);
}

site_request& request_reader::request(const boost::asio::ip::address& peer,
                                      const trusted_proxies& proxies)
{
    const auto asking = proxies.client_of(peer, forwarded_for_, forwarded_proto_);
    request_.api.peer = asking.address;
    request_.api.secure = asking.secure;
    request_.forwarded_in_vain =
        !(forwarded_for_.empty() && forwarded_proto_.empty()) && !proxies.contains(peer);
    return request_;
}

std::optional<refusal> request_reader::read(std::string_view& bytes)
{
    if (!head_complete_)
    {
        const auto refused = read_head(bytes);
        if (refused || !head_complete_)
            return refused;
        taken_ = 0;
    }
    return is_done() ? std::nullopt : read_body(bytes);
}

// Beast bounds each line of a head, but not all of them together when they drip in.
std::optional<refusal> request_reader::read_head(std::string_view& bytes)
{
    if (!has_request_line_)
    {
        const auto refused = read_request_line(bytes);
        if (refused || bytes.empty() || !has_request_line_)
            return refused;
    }
    error_code error;
    taken_ += parse(bytes, error);
    head_complete_ = is_header_done();
    if (most_.head_bytes != 0 && (taken_ > most_.head_bytes ||
                                  (!head_complete_ && taken_ + bytes.size() > most_.head_bytes)))
        return head_too_large;
    if (error && error != http::error::need_more)
        return refusal_of(error);
    return head_complete_ ? check_head() : std::nullopt;
}

// Beast gets the line when it is complete: of one that is cut short it would wait for the rest, and
// having waited once, for all of the head.
std::optional<refusal> request_reader::read_request_line(std::string_view& bytes)
{
    const auto end = bytes.find('\n');
    const bool complete = end != std::string_view::npos;
    auto line = bytes.substr(0, complete ? end + 1 : end);
    if (!may_begin_request(line))
        return bad_request;
    if (most_.head_bytes != 0 && line.size() > most_.head_bytes)
        return target_too_long;
    if (!complete)
        return std::nullopt;

    bytes.remove_prefix(line.size());
    taken_ += line.size();
    error_code error;
    std::string later_minor;
    if (const auto digits = version_in(line); digits != 0 && line.substr(digits, 3) > "1.1")
    {
        if (line[digits] != '1')
            return refusal{http::status::http_version_not_supported,
                           "HTTP version is not supported"};
        later_minor = line; // is read as the one that we know (RFC 9110 section 2.5)
        later_minor[digits + 2] = '1';
        line = later_minor;
    }
    parse(line, error);
    return has_request_line_ ? std::nullopt : std::optional(bad_request);
}

std::optional<refusal> request_reader::read_body(std::string_view& bytes)
{
    eager(true);
    while (!bytes.empty() && !is_done())
    {
        error_code error;
        const auto n = parse(bytes, error);
        taken_ += n;
        if (most_body_bytes_ != 0 && taken_ > most_body_bytes_ * most_framing)
            return refusal_of({});
        if (error && error != http::error::need_more)
            return refusal_of(error);
        if (error || n == 0)
            break;
    }
    // A line that begins a chunk, and all trailers together, are kept until they are complete.
    if (most_.head_bytes != 0 && !is_done() && bytes.size() > most_.head_bytes)
        return refusal_of({});
    return std::nullopt;
}

std::size_t request_reader::parse(std::string_view& bytes, error_code& error)
{
    const auto n = put(boost::asio::buffer(bytes), error);
    bytes.remove_prefix(n);
    return n;
}

// --- Checking

std::optional<refusal> request_reader::check_head() const
{
    const std::string_view target = request_.target;
    if (most_.target_bytes != 0 && target.size() > most_.target_bytes)
        return refusal{http::status::uri_too_long, "request target is too long"};
    if (most_.fields != 0 && fields_ > most_.fields)
        return refusal{http::status::request_header_fields_too_large, "too many header fields"};
    if (has_folded_field_)
        return bad_request;
    if (!has_sound_framing())
        return refusal{http::status::bad_request, "bad message framing"};
    if (!has_sound_host())
        return refusal{http::status::bad_request, "bad Host"};
    if (std::any_of(target.begin(), target.end(), [](char c) { return c <= ' ' || c > '~'; }))
        return refusal{http::status::bad_request, "bad request target"};
    if (expects_more_than_leave_ && !is_http_1_0())
        return refusal{http::status::expectation_failed, "unknown expectation"};
    return std::nullopt;
}

// Beast takes Proxy-Connection for Connection, and that of HTTP/1.0 to be kept for more than
// `close`.
bool request_reader::keep_alive() const
{
    if (!is_http_1_0())
        return basic_parser::keep_alive();
    return has_token(connection_, "keep-alive") && !has_token(connection_, "close");
}

// Beast takes a coding that it doesn't know for "no body", so that the body would be read as the
// next request.
bool request_reader::has_sound_framing() const noexcept
{
    if (codings_ == 0)
        return lengths_ <= 1 && length_is_number_;
    return codings_ == 1 && coding_is_chunked_ && !is_http_1_0() && lengths_ == 0;
}

// An empty one is sent where the target has no authority (RFC 9112 section 3.2).
bool request_reader::has_sound_host() const
{
    if (hosts_ == 0)
        return is_http_1_0();
    return hosts_ == 1 && (request_.api.host.empty() || is_host(request_.api.host));
}

void request_reader::read_expectations(std::string_view list)
{
    while (!list.empty())
    {
        const auto expected = take_part(list, ',');
        if (boost::beast::iequals(expected, "100-continue"))
            waits_for_leave_ = true;
        else if (!expected.empty())
            expects_more_than_leave_ = true;
    }
}

// A handshake as RFC 6455 section 4.2.1 describes it. Beast looks at the first field of a list
// alone, and takes any key.
bool request_reader::asks_for_websocket() const
{
    return websocket_keys_ == 1 && is_nonce(request_.websocket_key) && websocket_versions_ == 1 &&
           websocket_version_is_ours_ && request_.api.method == http::verb::get && !is_http_1_0() &&
           has_token(connection_, "upgrade") && has_token(upgrade_, "websocket");
}

// --- What Beast reads

void request_reader::on_request_impl(http::verb method, view, view target, int http_version,
                                     error_code&)
{
    request_.api.method = method;
    request_.target = std_view(target);
    has_request_line_ = true;
    lists_topics_ = takes_list(method, request_.target);
    if (lists_topics_)
        expect_body_of(most_.list_bytes);
    minor_version_ = http_version >= http_1_1 ? 1 : 0;
}

void request_reader::on_field_impl(http::field name, view name_text, view value, error_code&)
{
    if (head_complete_) // a trailer
        return;
    const auto text = std_view(value);
    auto& api = request_.api;
    ++fields_;
    has_folded_field_ = has_folded_field_ || is_folded(std_view(name_text), text);
    switch (name)
    {
    case http::field::host:
        if (++hosts_ == 1)
            api.host = text;
        break;
    case http::field::content_length:
        ++lengths_;
        length_is_number_ = text.find_first_not_of("0123456789") == std::string_view::npos;
        break;
    case http::field::transfer_encoding:
        ++codings_;
        coding_is_chunked_ = boost::beast::iequals(text, "chunked");
        break;
    case http::field::origin:
        if (!api.origin)
            api.origin = text;
        break;
    case http::field::referer:
        if (api.method == http::verb::post)
            request_.referer = text;
        break;
    case http::field::authorization:
        if (!api.authorization)
            api.authorization = text;
        break;
    case http::field::cookie: append(api.cookie, "; ", text); break;
    case http::field::accept:
        request_.accepts_pages = request_.accepts_pages || names_pages(text);
        break;
    case http::field::accept_encoding: append(request_.accept_encoding, ", ", text); break;
    case http::field::if_none_match: append(request_.if_none_match, ", ", text); break;
    case http::field::expect: read_expectations(text); break;
    case http::field::connection: append(connection_, ", ", text); break;
    case http::field::upgrade: append(upgrade_, ", ", text); break;
    case http::field::sec_fetch_site: api.same_origin = text == "same-origin"; break;
    case http::field::sec_websocket_version:
        ++websocket_versions_;
        websocket_version_is_ours_ = text == "13";
        break;
    case http::field::sec_websocket_key:
        ++websocket_keys_;
        request_.websocket_key = text;
        break;
    case http::field::unknown:
        if (boost::beast::iequals(std_view(name_text), "X-Forwarded-For"))
            append(forwarded_for_, ", ", text);
        else if (boost::beast::iequals(std_view(name_text), "X-Forwarded-Proto"))
            append(forwarded_proto_, ", ", text);
        else if (boost::beast::iequals(std_view(name_text), "X-Forwarded-Prefix"))
            request_.forwarded_prefix = text.size() > 1; // than a slash
        break;
    default: break; // nobody asks for it
    }
}

void request_reader::on_header_impl(error_code&)
{
    request_.api.websocket = asks_for_websocket();
}

std::size_t request_reader::on_body_impl(view body, error_code& error)
{
    if (lists_topics_ && !has_room_in_lists(body.size()))
    {
        error = boost::system::errc::make_error_code(boost::system::errc::not_enough_memory);
        return 0;
    }
    request_.api.body.append(body.data(), body.size());
    return body.size();
}

// Anybody may send a list, and only then it is known whether they hold the key: so all lists that
// are on their way are bounded together.
bool request_reader::has_room_in_lists(std::size_t more)
{
    if (most_.lists_bytes != 0 && lists_ + more > most_.lists_bytes)
        return false;
    lists_ += more;
    of_lists_ += more;
    return true;
}

std::size_t request_reader::on_chunk_body_impl(std::uint64_t, view body, error_code& error)
{
    return on_body_impl(body, error);
}

} // namespace pajthy
