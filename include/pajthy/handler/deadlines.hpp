// When sessions have something to do by themselves: one deadline for each, the earliest first.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/string_hash.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace pajthy
{

class deadlines
{
public:
    /// In place of the one that this session has; nothing for none.
    void set(std::string_view session, std::optional<time_point> due);

    /// Takes out the session whose deadline was the earliest of those that have come.
    std::optional<std::string> take_due(time_point now);

    std::size_t size() const noexcept { return by_time_.size(); }

private:
    string_map<time_point> by_session_;
    std::set<std::pair<time_point, std::string_view>> by_time_; // views of the keys above
};

} // namespace pajthy
