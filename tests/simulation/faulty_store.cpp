#include "tests/simulation/faulty_store.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace pajthy::test
{

faulty_store::faulty_store(session_store& within, std::uint32_t seed)
    : within_(within), random_(seed), listening_(within.listen(*this))
{}

// --- Steps

task<faulty_store::step_end> faulty_store::step()
{
    if (dead_ ? happens(50) : happens(now_and_then.never))
    {
        completion<step_end> never;
        co_return co_await never;
    }
    if (dead_ || happens(now_and_then.refused))
    {
        if (happens(50))
            co_return step_end::refused;
    }
    else if (!happens(now_and_then.waits))
        co_return step_end::good;
    else
    {
        const auto longest = static_cast<unsigned>(now_and_then.longest.count());
        completion<step_end> due;
        waiting_.emplace(now_ + milliseconds(random_() % (longest + 1)), due.completer());
        co_return co_await due;
    }
    completion<step_end> due;
    waiting_.emplace(now_, due.completer());
    co_await due;
    co_return step_end::refused;
}

void faulty_store::run(time_point now)
{
    now_ = now;
    deliver_late();
    for (;;)
    {
        const auto due = std::distance(waiting_.begin(), waiting_.upper_bound(now));
        if (due == 0)
            return;
        go_on_with_one_of(static_cast<std::size_t>(due));
    }
}

bool faulty_store::run_one()
{
    deliver_late();
    if (waiting_.empty())
        return false;
    go_on_with_one_of(waiting_.size());
    return true;
}

void faulty_store::go_on_with_one_of(std::size_t first)
{
    const auto at = std::next(waiting_.begin(), static_cast<int>(random_() % first));
    auto next = std::move(at->second);
    waiting_.erase(at);
    next(dead_ ? step_end::refused : step_end::good);
}

// --- Changes on their way

faulty_store::parcel::~parcel()
{
    if (is_under_way_ && of_.happens(of_.now_and_then.kept_anyway))
        of_.late_.push_back(std::move(what_));
}

result<version> faulty_store::parcel::arrive()
{
    is_under_way_ = false;
    return of_.keep(what_);
}

result<version> faulty_store::keep(sent_change& change)
{
    const mutation compare_and_set = [&](session& s, version current) -> result<changes>
    {
        if (current != change.before)
            return errc::conflict;
        s = std::move(change.after);
        return change.done;
    };
    return within_.update(change.id, compare_and_set, change.adding, change.now).get();
}

void faulty_store::deliver_late()
{
    while (!late_.empty())
    {
        auto next = std::move(late_.front());
        late_.pop_front();
        if (keep(next).has_error())
            continue; // somebody else was faster, and nobody asks for it any more
    }
}

void faulty_store::change_elsewhere(std::string_view id, const mutation& change, bool missed,
                                    unix_time now)
{
    deliver_late();
    muted_ = missed;
    const auto kept = within_.update(id, change, growth::none, now).get();
    muted_ = false;
    if (!missed || kept.has_error() || listener() == nullptr)
        return;
    const session_reader tell = [&](const session& s, version current)
    { listener()->renewed(id, s, current); };
    if (within_.read(id, tell, now).get().has_error())
        return; // it is gone, which was told
}

// --- Calls

task<result<version>> faulty_store::create(std::string_view id, session value, unix_time now)
{
    const auto there = co_await step();
    if (there == step_end::refused)
        co_return errc::store_unavailable;
    auto kept = within_.create(id, std::move(value), now).get();
    const auto back = co_await step();
    if (back == step_end::refused)
        co_return errc::store_unavailable;
    co_return kept;
}

task<result<version>> faulty_store::read(std::string_view id, const session_reader& read,
                                         unix_time now)
{
    const auto there = co_await step();
    if (there == step_end::refused)
        co_return errc::store_unavailable;
    deliver_late();
    auto shown = within_.read(id, read, now).get();
    const auto back = co_await step();
    if (back == step_end::refused)
        co_return errc::store_unavailable;
    co_return shown;
}

task<result<version>> faulty_store::update(std::string_view id, const mutation& change,
                                           growth adding, unix_time now)
{
    for (int attempt = 0; attempt < most_tries; ++attempt)
    {
        const auto asked = co_await step();
        if (asked == step_end::refused)
            co_return errc::store_unavailable;
        deliver_late();
        std::optional<session> copy;
        const session_reader load = [&](const session& s, version) { copy = s; };
        const auto loaded = within_.read(id, load, now).get();
        if (loaded.has_error())
            co_return loaded.error();
        const auto done = change(*copy, *loaded);
        if (done.has_error())
            co_return done.error();
        if (done->none)
            co_return *loaded;

        sent_change next{std::string(id), *std::move(copy), *loaded, *done, adding, now};
        parcel sent(*this, std::move(next));
        const auto there = co_await step();
        if (there == step_end::refused)
        {
            sent.lose();
            co_return errc::store_unavailable;
        }
        deliver_late();
        if (happens(now_and_then.lost_race))
        {
            const mutation write = [](session&, version) -> result<changes> { return changes{}; };
            if (within_.update(id, write, growth::none, now).get().has_error())
                co_return errc::unknown_session;
        }
        const auto kept = sent.arrive();
        if (kept.has_error() && kept.error() == errc::conflict)
            continue;
        const auto back = co_await step();
        if (back == step_end::refused)
            co_return errc::store_unavailable;
        co_return kept;
    }
    co_return errc::conflict;
}

task<result<void>> faulty_store::expire(unix_time now, std::size_t at_most)
{
    const auto there = co_await step();
    if (there == step_end::refused)
        co_return errc::store_unavailable;
    co_return within_.expire(now, at_most).get();
}

// --- Telling

void faulty_store::changed(std::string_view id, const session& s, version current,
                           const changes& done) noexcept
{
    if (!muted_ && listener() != nullptr)
        listener()->changed(id, s, current, done);
}

void faulty_store::renewed(std::string_view id, const session& s, version current) noexcept
{
    if (listener() != nullptr)
        listener()->renewed(id, s, current);
}

void faulty_store::ended(std::string_view id) noexcept
{
    if (listener() != nullptr)
        listener()->ended(id);
}

} // namespace pajthy::test
