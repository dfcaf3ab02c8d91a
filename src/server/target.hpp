// The request target (RFC 9112 section 3.2), taken apart.
#pragma once

#include <boost/system/result.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

struct target
{
    std::string host; // of an absolute-form, with its port: it counts, and Host doesn't; else empty
    std::vector<std::string> path; // percent-decoded segments; "/a/" is {"a", ""}, "/" is {""}
    std::vector<std::pair<std::string, std::string>> query; // percent-decoded
};

/// Whether this can stand in a Host field: a host, perhaps a port, and nobody's name.
bool is_host(std::string_view text);

/// Takes origin-form and absolute-form. Fails for everything else, and for a path that has a
/// segment which is `.` or `..` or hides a slash, a control byte or a byte above 0x7E.
boost::system::result<target> read_target(std::string_view raw);

/// The path of an origin-form as browsers write it (WHATWG URL, and not RFC 3986): any visible
/// ASCII may stand in it and in its query, and a percent sign that begins no escape is one.
/// Segments are percent-decoded, of any bytes. Nothing for every other form, and for a path that
/// has a segment which is `.` or `..` or hides a slash or a control byte.
std::optional<std::vector<std::string>> read_page_path(std::string_view raw);

} // namespace pajthy
