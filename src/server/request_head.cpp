#include "request_head.hpp"

#include "target.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <algorithm>
#include <iterator>
#include <string>

namespace pajthy
{
namespace
{

std::string_view view(boost::beast::string_view s)
{
    return {s.data(), s.size()};
}

std::size_t count_of(const http::fields& fields, http::field name)
{
    const auto [first, last] = fields.equal_range(name);
    return static_cast<std::size_t>(std::distance(first, last));
}

// Beast takes a coding that it doesn't know for "no body", so that the body would be read as the
// next request.
bool has_sound_framing(const http::request_header<>& head)
{
    const auto codings = count_of(head, http::field::transfer_encoding);
    const auto lengths = count_of(head, http::field::content_length);
    if (codings == 0)
    {
        const auto length = view(head[http::field::content_length]); // "5, 5" would be taken
        return lengths == 0 ||
               (lengths == 1 && length.find_first_not_of("0123456789") == std::string_view::npos);
    }
    return codings == 1 && head.version() >= 11 &&
           boost::algorithm::iequals(view(head[http::field::transfer_encoding]), "chunked") &&
           lengths == 0;
}

bool has_sound_host(const http::request_header<>& head)
{
    const auto hosts = count_of(head, http::field::host);
    if (hosts == 0)
        return head.version() < 11;
    return hosts == 1 && is_host(view(head[http::field::host]));
}

std::optional<std::string> one(const http::fields& fields, http::field name)
{
    const auto at = fields.find(name);
    if (at == fields.end())
        return std::nullopt;
    return std::string(view(at->value()));
}

// Several fields of one list are one list (RFC 9110 section 5.3). Cookie has its own separator.
// `name` is a text or one of the names that Beast knows.
std::string all(const http::fields& fields, auto name, std::string_view separator)
{
    std::string out;
    const auto [first, last] = fields.equal_range(name);
    for (auto at = first; at != last; ++at)
    {
        if (at != first)
            out.append(separator);
        out.append(view(at->value()));
    }
    return out;
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

// A handshake as RFC 6455 section 4.2.1 describes it. Beast looks at the first field of a list
// alone, and takes any key.
bool asks_for_websocket(const http::request_header<>& head)
{
    const auto has = [&](http::field list, const char* token)
    { return http::token_list{all(head, list, ", ")}.exists(token); };
    return head.method() == http::verb::get && head.version() >= 11 &&
           has(http::field::connection, "upgrade") && has(http::field::upgrade, "websocket") &&
           count_of(head, http::field::sec_websocket_version) == 1 &&
           head[http::field::sec_websocket_version] == "13" &&
           count_of(head, http::field::sec_websocket_key) == 1 &&
           is_nonce(view(head[http::field::sec_websocket_key]));
}

} // namespace

std::optional<refusal> check_head(const http::request_header<>& head, const http_limits& most)
{
    const auto target = view(head.target());
    if (most.target_bytes != 0 && target.size() > most.target_bytes)
        return refusal{http::status::uri_too_long, "request target is too long"};
    const auto fields = static_cast<std::size_t>(std::distance(head.begin(), head.end()));
    if (most.fields != 0 && fields > most.fields)
        return refusal{http::status::request_header_fields_too_large, "too many header fields"};
    if (!has_sound_framing(head))
        return refusal{http::status::bad_request, "bad message framing"};
    if (!has_sound_host(head))
        return refusal{http::status::bad_request, "bad Host"};
    if (std::any_of(target.begin(), target.end(), [](char c) { return c <= ' ' || c > '~'; }))
        return refusal{http::status::bad_request, "bad request target"};
    return std::nullopt;
}

site_request read_head(const http::request_header<>& head, const boost::asio::ip::address& peer,
                       const trusted_proxies& proxies)
{
    site_request out;
    out.target = view(head.target());
    out.accept_encoding = all(head, http::field::accept_encoding, ", ");
    out.if_none_match = all(head, http::field::if_none_match, ", ");
    out.api.method = head.method();
    out.api.host = one(head, http::field::host).value_or("");
    out.api.origin = one(head, http::field::origin);
    out.api.authorization = one(head, http::field::authorization);
    out.api.cookie = all(head, http::field::cookie, "; ");
    const auto asking = proxies.client_of(peer, all(head, "X-Forwarded-For", ", "),
                                          all(head, "X-Forwarded-Proto", ", "));
    out.api.peer = asking.address;
    out.api.secure = asking.secure;
    out.api.websocket = asks_for_websocket(head);
    if (out.api.websocket)
        out.websocket_key = view(head[http::field::sec_websocket_key]);
    return out;
}

} // namespace pajthy
