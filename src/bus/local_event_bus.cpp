#include <pajthy/bus/local_event_bus.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

// Listeners are sorted by role and seat, so that those of one seat are found in a room of
// thousands. A voter without a seat stands behind all seats, where it is added and removed at
// little cost.
struct rank
{
    role of;
    seat_number seat;

    explicit rank(const viewer& who)
        : rank(who.role, who.seat.value_or(std::numeric_limits<seat_number>::max()))
    {}
    rank(role r, seat_number number) : of(r), seat(number) {}

    friend auto operator<=>(const rank&, const rank&) = default;
};

struct listener
{
    subscriber* to;
    viewer who;
    bool closed = false; // was told to close: hears nothing more
};

// From the first that isn't before `first` to the last that isn't behind `last`.
auto all_of(auto& listeners, const rank& first, const rank& last) noexcept
{
    const auto begin =
        std::lower_bound(listeners.begin(), listeners.end(), first,
                         [](const listener& l, const rank& r) { return rank(l.who) < r; });
    const auto end =
        std::upper_bound(begin, listeners.end(), last,
                         [](const rank& r, const listener& l) { return r < rank(l.who); });
    return std::pair(begin, end);
}

// All of `to` are among these.
auto possible(auto& listeners, const audience& to) noexcept
{
    using group = audience::group;
    constexpr auto max = std::numeric_limits<seat_number>::max();
    switch (to.who)
    {
    case group::everybody: break;
    case group::controllers:
    case group::control_keys:
        return all_of(listeners, {role::controller, 0}, {role::controller, max});
    case group::voters: return all_of(listeners, {role::voter, 0}, {role::voter, max});
    case group::seat: return all_of(listeners, {role::voter, to.seat}, {role::voter, to.seat});
    }
    return std::pair(listeners.begin(), listeners.end());
}

class local_channel final : public channel
{
    using listeners = std::vector<listener>;

public:
    explicit local_channel(std::string_view session) : session_(session) {}

    const std::string& session() const noexcept { return session_; }
    bool empty() const noexcept { return listeners_.empty(); }

    void add(const listener& fresh)
    {
        listeners_.insert(std::upper_bound(listeners_.begin(), listeners_.end(), rank(fresh.who),
                                           [](const rank& r, const listener& l)
                                           { return r < rank(l.who); }),
                          fresh);
    }

    void remove(const subscriber& who, const viewer& as) noexcept
    {
        const auto same = all_of(listeners_, rank(as), rank(as));
        const auto is_it = [&](const listener& l) { return l.to == &who; };
        listeners_.erase(std::find_if(same.first, same.second, is_it));
    }

    bool has(const audience& to) const noexcept override
    {
        const auto [begin, end] = possible(listeners_, to);
        return std::any_of(begin, end, [&](const listener& l) { return to.includes(l.who); });
    }

    std::size_t send(const audience& to, const frame& f) noexcept override
    {
        std::size_t count = 0;
        const auto [begin, end] = possible(listeners_, to);
        for (auto at = begin; at != end; ++at)
        {
            if (at->closed || !to.includes(at->who))
                continue;
            at->to->deliver(f);
            ++count;
        }
        return count;
    }

    void send_each(const std::function<frame(const viewer&)>& make) override
    {
        for (const listener& l : listeners_)
        {
            if (!l.closed)
                l.to->deliver(make(l.who));
        }
    }

    void close(const audience& to, close_code why) noexcept override
    {
        const auto [begin, end] = possible(listeners_, to);
        for (auto at = begin; at != end; ++at)
        {
            if (to.includes(at->who) && !std::exchange(at->closed, true))
                at->to->close(why);
        }
    }

private:
    std::string session_;
    listeners listeners_;
};

class local_event_bus final : public event_bus
{
    class registration final : public subscription
    {
    public:
        registration(local_event_bus& bus, const viewer& as, subscriber& who) noexcept
            : bus_(bus), as_(as), who_(who)
        {}
        registration(const registration&) = delete;
        registration& operator=(const registration&) = delete;
        ~registration() override
        {
            if (where_ != nullptr)
                bus_.remove(*where_, as_, who_);
        }

        void is_in(local_channel& where) noexcept { where_ = &where; }

    private:
        local_event_bus& bus_;
        local_channel* where_ = nullptr;
        viewer as_;
        subscriber& who_;
    };

public:
    std::unique_ptr<subscription> subscribe(std::string_view session, viewer who,
                                            subscriber& to) override
    {
        auto registered = std::make_unique<registration>(*this, who, to);
        const auto at = channels_.find(session);
        if (at == channels_.end())
            registered->is_in(open_channel(session, {&to, who}));
        else
        {
            at->second->add({&to, who});
            registered->is_in(*at->second);
        }
        ++subscribers_;
        return registered;
    }

    channel* find(std::string_view session) noexcept override
    {
        const auto at = channels_.find(session);
        return at == channels_.end() ? nullptr : at->second.get();
    }

    std::size_t subscribers() const noexcept override { return subscribers_; }

private:
    // With its first listener, since one without any is never removed.
    local_channel& open_channel(std::string_view session, const listener& first)
    {
        auto fresh = std::make_unique<local_channel>(session);
        fresh->add(first);
        const std::string_view name = fresh->session();
        return *channels_.emplace(name, std::move(fresh)).first->second;
    }

    void remove(local_channel& where, const viewer& as, const subscriber& who) noexcept
    {
        where.remove(who, as);
        --subscribers_;
        if (where.empty())
            channels_.erase(channels_.find(where.session()));
    }

    // By a view of the channel's own name. The channels stay where they are while the map grows.
    std::unordered_map<std::string_view, std::unique_ptr<local_channel>> channels_;
    std::size_t subscribers_ = 0;
};

} // namespace

std::unique_ptr<event_bus> make_local_event_bus()
{
    return std::make_unique<local_event_bus>();
}

} // namespace pajthy
