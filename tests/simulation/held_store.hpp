// A store that a test drives by hand: each call waits at its steps until the test says how it goes
// on. An update waits as "update ID", and once its change is kept and told as "answer ID"; a read
// as "read ID", and once it has shown the session as "answer ID"; a create as "create".
#pragma once

#include <pajthy/completion.hpp>
#include <pajthy/store/memory_store.hpp>
#include <pajthy/store/session_store.hpp>

#include "tests/store/forwarding_store.hpp"

#include "tests/support/catch.hpp"

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy::test
{

class held_store final : public forwarding_store
{
public:
    explicit held_store(const session_limits& limits) : forwarding_store(make_memory_store(limits))
    {}

    bool holds = false;       // else nothing waits
    int lost_races = 0;       // of the next update
    std::string throws_for{}; // the id of a session whose updates throw
    std::size_t mutations_called = 0;

    /// What waits, the oldest first.
    std::vector<std::string> waiting() const
    {
        std::vector<std::string> out;
        for (const held& one : held_)
        {
            if (one.go_on.is_wanted())
                out.push_back(one.what);
        }
        return out;
    }

    /// The oldest of that name goes on, or fails with `store_unavailable`.
    void go(std::string_view what) { end(find(what), true); }
    void fail(std::string_view what) { end(find(what), false); }

    /// All go on, and what comes behind them: each time the one that came last.
    void go_on_backwards()
    {
        while (!held_.empty())
            end(held_.size() - 1, true);
    }

    /// Another process does it, whatever waits.
    void elsewhere(std::string_view id, const mutation& change, unix_time now)
    {
        REQUIRE(within().update(id, change, growth::none, now).get().has_value());
    }

    /// The same, and this process hears only that there was something.
    void miss(std::string_view id, const mutation& change, unix_time now)
    {
        muted_ = true;
        elsewhere(id, change, now);
        muted_ = false;
        const session_reader tell = [&](const session& s, version current)
        { renewed(id, s, current); };
        REQUIRE(within().read(id, tell, now).get().has_value());
    }

    task<result<version>> create(std::string_view id, session value, unix_time now) override
    {
        const bool there = co_await step("create");
        if (!there)
            co_return errc::store_unavailable;
        co_return within().create(id, std::move(value), now).get();
    }

    task<result<version>> read(std::string_view id, const session_reader& read,
                               unix_time now) override
    {
        const bool there = co_await step("read " + std::string(id));
        if (!there)
            co_return errc::store_unavailable;
        auto out = within().read(id, read, now).get();
        const bool back = co_await step("answer " + std::string(id));
        if (!back)
            co_return errc::store_unavailable;
        co_return out;
    }

    task<result<version>> update(std::string_view id, const mutation& change, growth adding,
                                 unix_time now) override
    {
        const bool there = co_await step("update " + std::string(id));
        if (!there)
            co_return errc::store_unavailable;
        if (id == throws_for)
            throw std::runtime_error("a bug in the store");
        for (; lost_races != 0; --lost_races)
        {
            const session_reader try_it = [&](const session& s, version current)
            {
                session copy = s;
                if (change(copy, current).has_error())
                    ++mutations_called;
            };
            if (within().read(id, try_it, now).get().has_error())
                co_return errc::unknown_session;
        }
        const mutation counted = [&](session& s, version current)
        {
            ++mutations_called;
            return change(s, current);
        };
        auto out = within().update(id, counted, adding, now).get();
        const bool back = co_await step("answer " + std::string(id));
        if (!back)
            co_return errc::store_unavailable;
        co_return out;
    }

private:
    struct held
    {
        std::string what;
        completion<bool>::completer_type go_on;
    };

    task<bool> step(std::string what)
    {
        if (!holds)
            co_return true;
        completion<bool> goes_on;
        held_.push_back({std::move(what), goes_on.completer()});
        co_return co_await goes_on;
    }

    std::size_t find(std::string_view what) const
    {
        for (std::size_t i = 0; i < held_.size(); ++i)
        {
            if (held_[i].what == what && held_[i].go_on.is_wanted())
                return i;
        }
        throw std::logic_error("nothing waits as " + std::string(what));
    }

    void end(std::size_t at, bool good)
    {
        auto next = std::move(held_[at].go_on);
        std::vector<held> rest; // a completer can't be assigned
        for (std::size_t i = 0; i < held_.size(); ++i)
        {
            if (i != at)
                rest.push_back(std::move(held_[i]));
        }
        held_.swap(rest);
        next(good);
    }

    void changed(std::string_view id, const session& s, version current,
                 const changes& done) noexcept override
    {
        if (!muted_)
            forwarding_store::changed(id, s, current, done);
    }

    std::vector<held> held_;
    bool muted_ = false;
};

} // namespace pajthy::test
