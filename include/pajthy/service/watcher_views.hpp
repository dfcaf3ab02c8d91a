// What watchers see of the sessions that are looked at most, made once for each version.
//
// Classic clients ask for it over and over. (It takes a quarter off the user time of a response.)
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/store/session_store.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

/// Bounded: keeps few sessions and short views alone.
class watcher_views
{
public:
    static constexpr std::size_t max_views = 1'024;
    static constexpr std::size_t max_bytes = 2'048; // of a view

    /// `view_text` for a watcher of `s`, which is kept under this id and version.
    std::string view_of(std::string_view id, const session& s, version current, unix_time now,
                        const clock_map& dates);

    void forget() noexcept { entries_ = {}; }

private:
    struct entry
    {
        std::string id;
        version of = 0; // no session has it
        std::string text;
    };

    // Each id belongs to one pair, and replaces the one that has been in it longer.
    std::vector<std::array<entry, 2>> entries_;
};

} // namespace pajthy
