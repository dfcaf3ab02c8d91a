// The pieces of JSON that views and events share. For this folder alone.
#pragma once

#include <pajthy/event/event.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace pajthy
{

boost::json::array names_json(const std::vector<std::string>& names);

/// `{"Ana":"*"}`: who has voted, and no more.
boost::json::object hidden_votes_json(const std::vector<std::string>& voted);

/// Adds `Votes` or `Counts`, and `Statistics` if there are votes.
void add_result(boost::json::object& to, const round_result& result, role r);

/// Adds `Voted` and `Of`.
void add_counts(boost::json::object& to, std::size_t voted, std::size_t of);

} // namespace pajthy
