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
    /// In place of the one that this session has; nothing for none. Fails only with the first of a
    /// session, and then nothing has changed.
    void set(std::string_view session, std::optional<unix_time> due);

    /// The session whose deadline was the earliest of those that have come. If it isn't set anew by
    /// then, it comes once more: `again` is behind `now`.
    std::optional<std::string> take_due(unix_time now, unix_time again);

    std::size_t size() const noexcept { return by_time_.size(); }

private:
    void add(std::string_view session, unix_time due);

    string_map<unix_time> by_session_;
    std::set<std::pair<unix_time, std::string_view>> by_time_; // views of the keys above
};

} // namespace pajthy
