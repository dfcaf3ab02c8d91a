#include "copying_store.hpp"

#include "tests/support/run_task.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy::test
{
namespace
{

class copying_store final : public session_store
{
    struct record
    {
        session value;
        version current;
        unix_time created;
        unix_time touched;
    };

public:
    explicit copying_store(copying_store_settings settings) : settings_(settings) {}

    task<result<version>> create(std::string_view id, session value, unix_time now) override
    {
        co_await next_turn();
        record fresh{std::move(value), 1, now, now};
        const auto [at, is_new] = records_.try_emplace(std::string(id), std::move(fresh));
        if (!is_new)
            co_return errc::id_taken;
        co_return at->second.current;
    }

    task<result<version>> read(std::string_view id, const session_reader& read,
                               unix_time now) override
    {
        const auto loaded = co_await load(id, now);
        if (!loaded)
            co_return errc::unknown_session;
        read(loaded->value, loaded->current);
        co_return loaded->current;
    }

    task<result<version>> update(std::string_view id, const mutation& change,
                                 unix_time now) override
    {
        for (int attempt = 0; attempt < most_tries; ++attempt)
        {
            auto copy = co_await load(id, now);
            if (!copy)
                co_return errc::unknown_session;
            if (const auto done = change(copy->value); done.has_error())
                co_return done.error();
            if (attempt < settings_.lost_races)
                somebody_else_writes(id);
            const auto kept = co_await compare_and_set(id, *copy);
            if (kept)
                co_return *kept;
        }
        co_return errc::conflict;
    }

    task<std::vector<std::string>> expire(unix_time now, std::size_t at_most) override
    {
        co_await next_turn();
        std::vector<std::string> gone;
        for (auto at = records_.begin(); at != records_.end() && gone.size() < at_most;)
        {
            if (!is_over(at->second, now))
            {
                ++at;
                continue;
            }
            gone.push_back(at->first);
            at = records_.erase(at);
        }
        co_return gone;
    }

    task<std::optional<std::string>> drop_unused(unix_time now, milliseconds age) override
    {
        co_await next_turn();
        auto oldest = records_.end();
        for (auto at = records_.begin(); at != records_.end(); ++at)
        {
            if (!at->second.value.used() && now - at->second.created >= age &&
                (oldest == records_.end() || at->second.created < oldest->second.created))
                oldest = at;
        }
        if (oldest == records_.end())
            co_return std::nullopt;
        auto id = oldest->first;
        records_.erase(oldest);
        co_return id;
    }

    store_usage usage() const noexcept override
    {
        store_usage out{records_.size(), 0, 0};
        for (const auto& [id, kept] : records_)
        {
            out.text_bytes += kept.value.text_bytes();
            out.seats += kept.value.seats().size();
        }
        return out;
    }

private:
    task<std::optional<record>> load(std::string_view id, unix_time now)
    {
        co_await next_turn();
        const auto at = records_.find(id);
        if (at == records_.end())
            co_return std::nullopt;
        at->second.touched = now;
        co_return at->second;
    }

    // The version under which `changed` is kept; nothing if the one that it was made from is old.
    task<std::optional<version>> compare_and_set(std::string_view id, record& changed)
    {
        co_await next_turn();
        const auto at = records_.find(id);
        if (at == records_.end() || at->second.current != changed.current)
            co_return std::nullopt;
        ++changed.current;
        at->second = std::move(changed);
        co_return at->second.current;
    }

    void somebody_else_writes(std::string_view id) { ++records_.find(id)->second.current; }

    bool is_over(const record& kept, unix_time now) const
    {
        return (settings_.idle.count() != 0 && now - kept.touched >= settings_.idle) ||
               (settings_.age.count() != 0 && now - kept.created >= settings_.age);
    }

    copying_store_settings settings_;
    std::map<std::string, record, std::less<>> records_;
};

} // namespace

std::unique_ptr<session_store> make_copying_store(copying_store_settings settings)
{
    return std::make_unique<copying_store>(settings);
}

} // namespace pajthy::test
