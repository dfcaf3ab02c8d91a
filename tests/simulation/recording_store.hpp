// A store that remembers what it told, each session as it was then.
#pragma once

#include <pajthy/store/session_store.hpp>
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

class recording_store final : public session_store, private store_listener
{
public:
    /// `within` must outlive this.
    explicit recording_store(session_store& within)
        : within_(within), listening_(within.listen(*this))
    {}

    const string_map<told_states>& told() const noexcept { return told_; }
    bool has_ended(std::string_view id) const { return ended_.find(id) != ended_.end(); }

    task<result<version>> create(std::string_view id, session value, unix_time now) override
    {
        return within_.create(id, std::move(value), now);
    }
    task<result<version>> read(std::string_view id, const session_reader& read,
                               unix_time now) override
    {
        return within_.read(id, read, now);
    }
    task<result<version>> update(std::string_view id, const mutation& change, growth adding,
                                 unix_time now) override
    {
        return within_.update(id, change, adding, now);
    }
    task<result<void>> expire(unix_time now, std::size_t at_most) override
    {
        return within_.expire(now, at_most);
    }
    store_usage usage() const noexcept override { return within_.usage(); }

private:
    void changed(std::string_view id, const session& s, version current,
                 const changes& done) noexcept override
    {
        told_[std::string(id)].emplace(current, told_state{s, done});
        if (listener() != nullptr)
            listener()->changed(id, s, current, done);
    }
    void renewed(std::string_view id, const session& s, version current) noexcept override
    {
        told_[std::string(id)].insert_or_assign(current, told_state{s, std::nullopt});
        if (listener() != nullptr)
            listener()->renewed(id, s, current);
    }
    void ended(std::string_view id) noexcept override
    {
        ended_.emplace(id, true);
        if (listener() != nullptr)
            listener()->ended(id);
    }

    session_store& within_;
    string_map<told_states> told_;
    string_map<bool> ended_;
    listening listening_;
};

} // namespace pajthy::test
