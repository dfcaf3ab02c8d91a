// Errors as responses.
#pragma once

#include <pajthy/handler/http.hpp>

#include <boost/system/error_code.hpp>

#include <cstddef>
#include <string_view>

namespace pajthy
{

/// An error as a response, by RFC 9457. `line` as for `problem_text`.
response problem(boost::system::error_code error, std::size_t line = 0);

/// The problem type of an error: the last part of the URN in its response.
std::string_view problem_type(boost::system::error_code error);

} // namespace pajthy
