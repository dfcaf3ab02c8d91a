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
#include <cassert>
#include <limits>

namespace pajthy
{
namespace
{

// How many bytes on the wire each byte of a body may take: a chunk of one byte takes six, and chunk
// extensions have no limit of their own.
constexpr std::size_t max_framing_factor = 8;

constexpr int http_1_1 = 11;

constexpr refusal bad_request{http::status::bad_request, "bad request"};
constexpr refusal target_too_long{http::status::uri_too_long, "request target is too long"};
constexpr refusal head_too_large{http::status::request_header_fields_too_large,
                                 "request head is too large"};

std::string_view std_view(boost::beast::string_view s)
{
    return {s.data(), s.size()};
}

// Several fields with the same name are one list (RFC 9110 section 5.3). Cookie has its own
// separator.
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

bool names_html(std::string_view accept)
{
    return boost::algorithm::icontains(accept, "text/html");
}

// What is not HTTP, such as TLS, mostly has other bytes at its beginning.
bool may_begin_request(std::string_view bytes)
{
    const auto method = bytes.substr(0, bytes.find(' '));
    return std::all_of(method.begin(), method.end(), [](char c) { return c > ' ' && c <= '~'; });
}

// The position of the digits in `HTTP/1.1` CRLF at the end of a request line; 0 if the line has
// another end.
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

// Whether the value continues on the next line (RFC 9112 section 5.2). For a folded value, Beast
// gives a copy or only the second line. Any other value directly follows its own name.
bool is_folded(std::string_view name, std::string_view value)
{
    const char* at = name.data() + name.size() + 1; // behind the colon
    while (*at == ' ' || *at == '\t')
        ++at;
    return value.data() != at;
}

} // namespace

bool request_reader::accepts_html(std::string_view unread) const
{
    if (is_head_complete() || request_.accepts_html)
        return request_.accepts_html;
    constexpr std::string_view name = "accept:";
    while (!unread.empty())
    {
        const auto line = unread.substr(0, unread.find('\n'));
        if (boost::beast::iequals(line.substr(0, name.size()), name))
            return names_html(line);
        unread.remove_prefix(std::min(unread.size(), line.size() + 1));
    }
    return false;
}

request_reader::request_reader(const http_limits& limits, std::size_t& all_list_bytes)
    : limits_(limits), all_list_bytes_(all_list_bytes)
{
    header_limit(std::numeric_limits<std::uint32_t>::max()); // `read_head` counts instead
    limit_body(limits.body_bytes);
}

request_reader::~request_reader()
{
    assert(own_list_bytes_ <= all_list_bytes_);
    all_list_bytes_ -= own_list_bytes_;
}

void request_reader::limit_body(std::size_t max_bytes)
{
    max_body_bytes_ = max_bytes;
    if (max_bytes != 0)
        body_limit(max_bytes);
    else
        body_limit(boost::none);
}

site_request& request_reader::request(const boost::asio::ip::address& peer,
                                      const trusted_proxies& proxies)
{
    assert(is_complete());
    const auto client = proxies.client_of(peer, forwarded_for_, forwarded_proto_);
    request_.api.peer = client.address;
    request_.api.secure = client.secure;
    request_.forwarded_untrusted =
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

// Beast limits each line of a head, but not all lines together when they arrive in small pieces.
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
    if (limits_.head_bytes != 0 &&
        (taken_ > limits_.head_bytes ||
         (!head_complete_ && taken_ + bytes.size() > limits_.head_bytes)))
        return head_too_large;
    if (error && error != http::error::need_more)
        return refusal_of(error);
    return head_complete_ ? check_head() : std::nullopt;
}

// Beast gets the line only when it is complete. If it got a part of the line, it would parse
// nothing before the whole head is there.
std::optional<refusal> request_reader::read_request_line(std::string_view& bytes)
{
    const auto end = bytes.find('\n');
    const bool complete = end != std::string_view::npos;
    auto line = bytes.substr(0, complete ? end + 1 : end);
    if (!may_begin_request(line))
        return bad_request;
    if (limits_.head_bytes != 0 && line.size() > limits_.head_bytes)
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
        later_minor = line; // read as HTTP/1.1 (RFC 9110 section 2.5)
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
        if (max_body_bytes_ != 0 && taken_ > max_body_bytes_ * max_framing_factor)
            return refusal_of({});
        if (error && error != http::error::need_more)
            return refusal_of(error);
        if (error || n == 0)
            break;
    }
    assert(max_body_bytes_ == 0 || request_.api.body.size() <= max_body_bytes_);
    assert(!lists_topics_ || request_.api.body.size() == own_list_bytes_);
    // The first line of a chunk, and all trailers together, stay in `bytes` until they are
    // complete.
    if (limits_.head_bytes != 0 && !is_done() && bytes.size() > limits_.head_bytes)
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
    if (limits_.target_bytes != 0 && target.size() > limits_.target_bytes)
        return refusal{http::status::uri_too_long, "request target is too long"};
    if (limits_.fields != 0 && fields_ > limits_.fields)
        return refusal{http::status::request_header_fields_too_large, "too many header fields"};
    if (has_folded_field_)
        return bad_request;
    if (!has_valid_framing())
        return refusal{http::status::bad_request, "bad message framing"};
    if (!has_valid_host())
        return refusal{http::status::bad_request, "bad Host"};
    if (std::any_of(target.begin(), target.end(), [](char c) { return c <= ' ' || c > '~'; }))
        return refusal{http::status::bad_request, "bad request target"};
    if (has_unknown_expectation_ && !is_http_1_0())
        return refusal{http::status::expectation_failed, "unknown expectation"};
    return std::nullopt;
}

// Beast reads Proxy-Connection as Connection. For HTTP/1.0, it keeps a connection also after
// `keep-alive, close`.
bool request_reader::keep_alive() const
{
    if (!is_http_1_0())
        return basic_parser::keep_alive();
    return has_token(connection_, "keep-alive") && !has_token(connection_, "close");
}

// Beast reads a message with an unknown transfer coding as one without a body, and then reads the
// body as the next request.
bool request_reader::has_valid_framing() const noexcept
{
    if (codings_ == 0)
        return lengths_ <= 1 && length_is_number_;
    return codings_ == 1 && coding_is_chunked_ && !is_http_1_0() && lengths_ == 0;
}

// Host is empty if the target has no authority (RFC 9112 section 3.2).
bool request_reader::has_valid_host() const
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
            expects_continue_ = true;
        else if (!expected.empty())
            has_unknown_expectation_ = true;
    }
}

// Whether it is a handshake by RFC 6455 section 4.2.1. Beast's own check looks only at the first
// field of a list, and accepts any key.
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
        limit_body(limits_.list_bytes);
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
        request_.accepts_html = request_.accepts_html || names_html(text);
        break;
    case http::field::accept_encoding: append(request_.accept_encoding, ", ", text); break;
    case http::field::accept_language: append(request_.accept_language, ", ", text); break;
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
            request_.forwarded_prefix = text.size() > 1; // more than a slash
        break;
    default: break; // not needed
    }
}

void request_reader::on_header_impl(error_code&)
{
    request_.api.websocket = asks_for_websocket();
}

std::size_t request_reader::on_body_impl(view body, error_code& error)
{
    if (lists_topics_ && !reserve_list_bytes(body.size()))
    {
        error = boost::system::errc::make_error_code(boost::system::errc::not_enough_memory);
        return 0;
    }
    request_.api.body.append(body.data(), body.size());
    return body.size();
}

// Anybody may send a list: the key is checked only after the body is read. So the memory for all
// lists that are being read is limited together.
bool request_reader::reserve_list_bytes(std::size_t more)
{
    if (limits_.lists_bytes != 0 && all_list_bytes_ + more > limits_.lists_bytes)
        return false;
    all_list_bytes_ += more;
    own_list_bytes_ += more;
    return true;
}

std::size_t request_reader::on_chunk_body_impl(std::uint64_t, view body, error_code& error)
{
    return on_body_impl(body, error);
}

} // namespace pajthy
