// Which pages may speak to the server.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// Whether a page of `origin` (the Origin field's value, RFC 6454) is one of this host, as the Host
/// field names it, or one of `allowed`. `null` never is. A default port is as good as none.
///
/// `same_origin`: the request says `Sec-Fetch-Site: same-origin`. Then the port may be another one,
/// as behind a proxy that passes a Host without it. That is safe: only the browser can set a field
/// whose name begins with `Sec-`, no page can, and it compares the page's origin, port and scheme
/// and all, with the URL that it asks; a page on another port of the same host is `same-site` to
/// it. (A client that is no browser can forge this, as it can forge Origin, but it has no cookies
/// of others.)
bool is_own_origin(std::string_view origin, std::string_view host,
                   const std::vector<std::string>& allowed, bool same_origin = false);

/// What the log says of a refusal: both values, made printable and cut, and what would help.
std::string origin_warning(std::string_view origin, std::string_view host);

} // namespace pajthy
