#include <pajthy/store/memory_store.hpp>
#include <pajthy/string_hash.hpp>

#include <list>
#include <new>
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
    explicit memory_store(session_lifetime lifetime) : lifetime_(lifetime) {}

    task<result<version>> create(std::string_view id, session value, unix_time now) override
    {
        order places[] = {order(1), order(1), order(1)}; // what may fail comes first
        const auto [at, fresh] = entries_.try_emplace(
            std::string(id), entry{std::move(value), 1, now, now, 0, 0, {}, {}, {}});
        if (!fresh)
            return errc::id_taken;
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

    task<result<version>> update(std::string_view id, const mutation& change,
                                 unix_time now) override
    {
        const auto at = entries_.find(id);
        if (at == entries_.end())
            return errc::unknown_session;
        entry& found = at->second;
        touch(found, now);
        if (const auto done = change(found.value); done.has_error())
            return done.error();
        account(found);
        note_use(found);
        return ++found.current;
    }

    task<std::vector<std::string>> expire(unix_time now, std::size_t at_most) override
    {
        std::vector<std::string> gone;
        const auto take_from = [&](order& oldest_first, auto&& is_over)
        {
            while (gone.size() < at_most && !oldest_first.empty() &&
                   is_over(oldest_first.front()->second))
            {
                gone.push_back(oldest_first.front()->first);
                erase(*oldest_first.front());
            }
        };
        try
        {
            if (lifetime_.idle.count() != 0)
                take_from(by_touch_,
                          [&](const entry& e) { return now - e.touched >= lifetime_.idle; });
            if (lifetime_.age.count() != 0)
                take_from(by_age_,
                          [&](const entry& e) { return now - e.created >= lifetime_.age; });
        }
        catch (const std::bad_alloc&)
        {} // the rest goes next time: those that are gone have to be told
        return gone;
    }

    task<std::optional<std::string>> drop_unused(unix_time now, milliseconds age) override
    {
        if (unused_.empty() || now - unused_.front()->second.created < age)
            return std::optional<std::string>();
        auto id = unused_.front()->first;
        erase(*unused_.front());
        return std::optional(std::move(id));
    }

    store_usage usage() const noexcept override { return {entries_.size(), text_bytes_, seats_}; }

private:
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

    void erase(entries::value_type& gone)
    {
        if (gone.second.unused)
            unused_.erase(*gone.second.unused);
        text_bytes_ -= gone.second.text_bytes;
        seats_ -= gone.second.seats;
        by_age_.erase(gone.second.by_age);
        by_touch_.erase(gone.second.by_touch);
        entries_.erase(entries_.find(gone.first));
    }

    session_lifetime lifetime_;
    entries entries_;
    order by_age_;   // the oldest first
    order by_touch_; // the longest untouched first
    order unused_;   // the oldest first
    std::size_t text_bytes_ = 0;
    std::size_t seats_ = 0;
};

} // namespace

std::unique_ptr<session_store> make_memory_store(session_lifetime lifetime)
{
    return std::make_unique<memory_store>(lifetime);
}

} // namespace pajthy
