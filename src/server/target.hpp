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
    std::string host; // of an absolute-form, with its port: it replaces Host; else empty
    std::vector<std::string> path; // percent-decoded segments; "/a/" is {"a", ""}, "/" is {""}
    std::vector<std::pair<std::string, std::string>> query; // percent-decoded
};

/// Whether `text` is valid in a Host field: a host and perhaps a port, but no user.
bool is_host(std::string_view text);

/// Reads origin-form and absolute-form. Fails for every other form, and for a path with a segment
/// that is `.` or `..`, or that has an encoded slash, control byte or byte above 0x7E.
boost::system::result<target> read_target(std::string_view raw);

/// The path of an origin-form as browsers write it (by WHATWG URL, not by RFC 3986): path and query
/// may have any visible ASCII, and a percent sign that begins no escape stands for itself. Segments
/// are percent-decoded and may have any bytes. Nothing for every other form, and for a path with a
/// segment that is `.` or `..`, or that has an encoded slash or control byte.
std::optional<std::vector<std::string>> read_page_path(std::string_view raw);

} // namespace pajthy
