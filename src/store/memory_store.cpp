#include <pajthy/store/memory_store.hpp>
#include <pajthy/string_hash.hpp>

#include <cassert>
#include <list>
#include <optional>
#include <string>
#include <utility>

namespace pajthy
{
namespace
{

class memory_store final : public session_store
{
    struct entry;
    using entries = string_map<entry>;
    using order = std::list<entries::value_type*>;

    struct entry
    {
        session value;
        version current;
        unix_time created;
        unix_time touched;
        std::size_t text_bytes;
        std::size_t seats;
        order::iterator by_age;
        order::iterator by_touch;
        std::optional<order::iterator> unused; // until somebody uses it
    };

public:
    explicit memory_store(const session_limits& limits) : limits_(limits) {}

    task<result<version>> create(std::string_view id, session value, unix_time now) override
    {
        if (entries_.find(id) != entries_.end())
            return errc::id_taken;
        if (!make_room_for_session(now))
            return errc::too_many_sessions;
        if (!make_room_for_text(now))
            return errc::too_much_text;
        order places[] = {order(1), order(1), order(1)}; // what may fail comes first
        const auto at = entries_
                            .try_emplace(std::string(id),
                                         entry{std::move(value), 1, now, now, 0, 0, {}, {}, {}})
                            .first;
        entry& kept = at->second;
        kept.by_age = append(by_age_, places[0], *at);
        kept.by_touch = append(by_touch_, places[1], *at);
        if (!kept.value.used())
            kept.unused = append(unused_, places[2], *at);
        account(kept);
        return result<version>(version{1});
    }

    task<result<version>> read(std::string_view id, const session_reader& read,
                               unix_time now) override
    {
        const auto at = entries_.find(id);
        if (at == entries_.end())
            return errc::unknown_session;
        touch(at->second, now);
        read(at->second.value, at->second.current);
        return at->second.current;
    }

    task<result<version>> update(std::string_view id, const mutation& change, growth adding,
                                 unix_time now) override
    {
        auto at = entries_.find(id);
        if (at == entries_.end())
            return errc::unknown_session;
        touch(at->second, now);
        if (adding == growth::text && is_full_of_text())
        {
            if (!make_room_for_text(now))
                return errc::too_much_text;
            at = entries_.find(id);
            if (at == entries_.end()) // it was given up for that
                return errc::unknown_session;
        }
        entry& found = at->second;
        const auto done = change(found.value, found.current);
        if (done.has_error())
            return done.error();
        if (done->none)
            return found.current;
        assert(found.value.is_consistent());
        account(found);
        note_use(found);
        ++found.current;
        if (listener() != nullptr)
            listener()->changed(id, found.value, found.current, *done);
        return found.current;
    }

    task<result<void>> expire(unix_time now, std::size_t at_most) override
    {
        std::size_t gone = 0;
        const auto take_from = [&](order& oldest_first, auto&& is_over)
        {
            for (; gone < at_most && !oldest_first.empty() && is_over(oldest_first.front()->second);
                 ++gone)
                end(*oldest_first.front());
        };
        if (limits_.idle.count() != 0)
            take_from(by_touch_, [&](const entry& e) { return now - e.touched >= limits_.idle; });
        if (limits_.age.count() != 0)
            take_from(by_age_, [&](const entry& e) { return now - e.created >= limits_.age; });
        return result<void>();
    }

    store_usage usage() const noexcept override { return {entries_.size(), text_bytes_, seats_}; }

private:
    bool is_full_of_text() const noexcept
    {
        return limits_.text_bytes != 0 && text_bytes_ >= limits_.text_bytes;
    }

    // False if there is no room and none can be made.
    bool make_room_for_session(unix_time now)
    {
        while (limits_.sessions != 0 && entries_.size() >= limits_.sessions)
        {
            if (!drop_unused(now))
                return false;
        }
        return true;
    }

    bool make_room_for_text(unix_time now)
    {
        while (is_full_of_text())
        {
            if (!drop_unused(now))
                return false;
        }
        return true;
    }

    // Gives up the oldest session that nobody ever used; false if there is none that is old enough.
    bool drop_unused(unix_time now)
    {
        if (limits_.unused.count() == 0 || unused_.empty() ||
            now - unused_.front()->second.created < limits_.unused)
            return false;
        end(*unused_.front());
        return true;
    }

    // By the node of `place`, and so without memory.
    static order::iterator append(order& to, order& place, entries::value_type& what) noexcept
    {
        const auto at = place.begin();
        *at = &what;
        to.splice(to.end(), place);
        return at;
    }

    void touch(entry& e, unix_time now)
    {
        e.touched = now;
        by_touch_.splice(by_touch_.end(), by_touch_, e.by_touch);
    }

    // What it holds now, in place of what it held.
    void account(entry& e)
    {
        const auto bytes = e.value.text_bytes();
        text_bytes_ += bytes - std::exchange(e.text_bytes, bytes);
        const auto seats = e.value.seats().size();
        seats_ += seats - std::exchange(e.seats, seats);
    }

    void note_use(entry& e) noexcept
    {
        if (e.unused && e.value.used())
            unused_.erase(*std::exchange(e.unused, std::nullopt));
    }

    void end(entries::value_type& gone) noexcept
    {
        if (gone.second.unused)
            unused_.erase(*gone.second.unused);
        text_bytes_ -= gone.second.text_bytes;
        seats_ -= gone.second.seats;
        by_age_.erase(gone.second.by_age);
        by_touch_.erase(gone.second.by_touch);
        const auto node = entries_.extract(entries_.find(gone.first));
        if (listener() != nullptr)
            listener()->ended(node.key());
    }

    session_limits limits_;
    entries entries_;
    order by_age_;   // the oldest first
    order by_touch_; // the longest untouched first
    order unused_;   // the oldest first
    std::size_t text_bytes_ = 0;
    std::size_t seats_ = 0;
};

} // namespace

std::unique_ptr<session_store> make_memory_store(const session_limits& limits)
{
    return std::make_unique<memory_store>(limits);
}

} // namespace pajthy
