// The request target (RFC 9112 section 3.2), taken apart.
#pragma once

#include <boost/system/result.hpp>

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

} // namespace pajthy
