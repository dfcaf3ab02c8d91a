// Reads the values of header fields (RFC 9110 section 5.6).
#pragma once

#include <algorithm>
#include <charconv>
#include <string_view>

namespace pajthy
{

/// `s` without whitespace at its ends.
inline std::string_view trimmed(std::string_view s)
{
    const auto first = s.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return s.substr(first, s.find_last_not_of(" \t") - first + 1);
}

/// Removes the part before the next `separator` from the front of `rest`, and returns it trimmed.
/// All of `rest` if it has no separator.
inline std::string_view take_part(std::string_view& rest, char separator)
{
    const auto end = std::min(rest.find(separator), rest.size());
    const auto part = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

/// The `q` among the parameters of a range or a coding (RFC 9110 section 12.4.2); 1 if there is
/// none.
inline double weight_in(std::string_view parameters)
{
    double weight = 1;
    while (!parameters.empty())
    {
        const auto parameter = take_part(parameters, ';');
        if (parameter.starts_with("q=") || parameter.starts_with("Q="))
            std::from_chars(parameter.data() + 2, parameter.data() + parameter.size(), weight);
    }
    return weight;
}

} // namespace pajthy
