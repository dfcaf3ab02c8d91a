// A store that behaves like one on the network: it waits, works on copies, and compares versions
// before it writes, so that a change may have to be made again.
#pragma once

#include <pajthy/limits.hpp>
#include <pajthy/store/session_store.hpp>

#include <memory>

namespace pajthy::test
{

struct copying_store_settings
{
    session_limits limits{};
    int lost_races = 0; // how often each update finds that somebody else was faster
};

/// An update is tried this often before it fails with `conflict`.
inline constexpr int most_tries = 8;

std::unique_ptr<session_store> make_copying_store(copying_store_settings settings);

} // namespace pajthy::test
