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
        if (records_.find(id) != records_.end())
            co_return errc::id_taken;
        const bool has_room = make_room_for_session(now);
        if (!has_room)
            co_return errc::too_many_sessions;
        const bool has_room_for_text = make_room_for_text(now);
        if (!has_room_for_text)
            co_return errc::too_much_text;
        record fresh{std::move(value), 1, now, now};
        records_.try_emplace(std::string(id), std::move(fresh));
        co_return version{1};
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

    task<result<version>> update(std::string_view id, const mutation& change, growth adding,
                                 unix_time now) override
    {
        if (adding == growth::text)
        {
            const bool has_room = make_room_for_text(now);
            if (!has_room)
                co_return errc::too_much_text;
        }
        for (int attempt = 0; attempt < most_tries; ++attempt)
        {
            auto copy = co_await load(id, now);
            if (!copy)
                co_return errc::unknown_session;
            const auto done = change(copy->value, copy->current);
            if (done.has_error())
                co_return done.error();
            if (done->none)
                co_return copy->current;
            if (attempt < settings_.lost_races)
                somebody_else_writes(id);
            const auto kept = co_await compare_and_set(id, *copy, *done);
            if (kept)
                co_return *kept;
        }
        co_return errc::conflict;
    }

    task<result<void>> expire(unix_time now, std::size_t at_most) override
    {
        co_await next_turn();
        std::size_t gone = 0;
        for (auto at = records_.begin(); at != records_.end() && gone < at_most;)
        {
            const auto here = at++;
            if (!is_over(here->second, now))
                continue;
            end(here);
            ++gone;
        }
        co_return result<void>();
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
    task<std::optional<version>> compare_and_set(std::string_view id, record& changed,
                                                 const changes& done)
    {
        co_await next_turn();
        const auto at = records_.find(id);
        if (at == records_.end() || at->second.current != changed.current)
            co_return std::nullopt;
        ++changed.current;
        at->second = std::move(changed);
        if (listener() != nullptr)
            listener()->changed(id, at->second.value, at->second.current, done);
        co_return at->second.current;
    }

    bool make_room_for_session(unix_time now)
    {
        while (settings_.limits.sessions != 0 && records_.size() >= settings_.limits.sessions)
        {
            if (!drop_unused(now))
                return false;
        }
        return true;
    }

    bool make_room_for_text(unix_time now)
    {
        while (settings_.limits.text_bytes != 0 &&
               usage().text_bytes >= settings_.limits.text_bytes)
        {
            if (!drop_unused(now))
                return false;
        }
        return true;
    }

    bool drop_unused(unix_time now)
    {
        auto oldest = records_.end();
        for (auto at = records_.begin(); at != records_.end(); ++at)
        {
            if (!at->second.value.used() && now - at->second.created >= settings_.limits.unused &&
                (oldest == records_.end() || at->second.created < oldest->second.created))
                oldest = at;
        }
        if (settings_.limits.unused.count() == 0 || oldest == records_.end())
            return false;
        end(oldest);
        return true;
    }

    void end(std::map<std::string, record, std::less<>>::iterator at)
    {
        const auto gone = records_.extract(at);
        if (listener() != nullptr)
            listener()->ended(gone.key());
    }

    void somebody_else_writes(std::string_view id) { ++records_.find(id)->second.current; }

    bool is_over(const record& kept, unix_time now) const
    {
        return (settings_.limits.idle.count() != 0 &&
                now - kept.touched >= settings_.limits.idle) ||
               (settings_.limits.age.count() != 0 && now - kept.created >= settings_.limits.age);
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
