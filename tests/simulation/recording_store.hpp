// A store that remembers what it told, each session as it was then.
#pragma once

#include "tests/store/forwarding_store.hpp"

#include <pajthy/string_hash.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pajthy::test
{

struct told_state
{
    session after;
    std::optional<changes> done; // nothing if changes were missed
};

/// By version.
using told_states = std::map<version, told_state>;

class recording_store final : public forwarding_store
{
public:
    /// `within` must outlive this.
    explicit recording_store(session_store& within) : forwarding_store(within) {}

    const string_map<told_states>& told() const noexcept { return told_; }
    bool has_ended(std::string_view id) const { return ended_.find(id) != ended_.end(); }

private:
    void changed(std::string_view id, const session& s, version current,
                 const changes& done) noexcept override
    {
        told_[std::string(id)].emplace(current, told_state{s, done});
        forwarding_store::changed(id, s, current, done);
    }
    void renewed(std::string_view id, const session& s, version current) noexcept override
    {
        told_[std::string(id)].insert_or_assign(current, told_state{s, std::nullopt});
        forwarding_store::renewed(id, s, current);
    }
    void ended(std::string_view id) noexcept override
    {
        ended_.emplace(id, true);
        forwarding_store::ended(id);
    }

    string_map<told_states> told_;
    string_map<bool> ended_;
};

} // namespace pajthy::test
