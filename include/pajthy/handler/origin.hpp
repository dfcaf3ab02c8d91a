// Which pages may speak to the server.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// Whether a page of `origin` (the Origin field's value, RFC 6454) is one of this host, as the Host
/// field names it, or one of `allowed`. `null` never is. A default port is as good as none.
bool is_own_origin(std::string_view origin, std::string_view host,
                   const std::vector<std::string>& allowed);

} // namespace pajthy
