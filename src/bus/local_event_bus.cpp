#include <pajthy/bus/local_event_bus.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

struct listener
{
    subscriber* to;
    viewer who;
    bool closed = false; // was told to close: hears nothing more

    // A voter without a seat stands behind all seats, where it costs little to add and to remove.
    seat_number order() const noexcept
    {
        return who.seat.value_or(std::numeric_limits<seat_number>::max());
    }
};

using listeners = std::vector<listener>; // of one role, in the order of their seats
using some_listeners = std::span<listener>;

class local_channel final : public channel
{
public:
    explicit local_channel(std::string_view session) : session_(session) {}

    const std::string& session() const noexcept { return session_; }
    bool empty() const noexcept { return by_role_[0].empty() && by_role_[1].empty(); }

    void add(const listener& fresh)
    {
        auto& all = of(fresh.who.role);
        const auto behind =
            std::upper_bound(all.begin(), all.end(), fresh.order(),
                             [](seat_number seat, const listener& l) { return seat < l.order(); });
        all.insert(behind, fresh);
    }

    void remove(const listener& gone) noexcept
    {
        auto& all = of(gone.who.role);
        const auto same = of_seat(all, gone.order());
        const auto at = std::find_if(same.begin(), same.end(),
                                     [&](const listener& l) { return l.to == gone.to; });
        all.erase(all.begin() + (&*at - all.data()));
    }

    bool has(const audience& to) noexcept override
    {
        bool found = false;
        walk(to, [&](const listener&) { return !(found = true); });
        return found;
    }

    std::size_t send(const audience& to, const frame& f) noexcept override
    {
        std::size_t count = 0;
        walk(to,
             [&](const listener& l)
             {
                 if (!l.closed)
                 {
                     l.to->deliver(f);
                     ++count;
                 }
                 return true;
             });
        return count;
    }

    void send_each(const std::function<frame(const viewer&)>& make) override
    {
        for (const auto& all : by_role_)
        {
            for (const listener& l : all)
            {
                if (!l.closed)
                    l.to->deliver(make(l.who));
            }
        }
    }

    void close(const audience& to, close_code why) noexcept override
    {
        walk(to,
             [&](listener& l)
             {
                 if (!std::exchange(l.closed, true))
                     l.to->close(why);
                 return true;
             });
    }

private:
    listeners& of(role r) noexcept { return by_role_[static_cast<std::size_t>(r)]; }

    static some_listeners of_seat(listeners& all, seat_number seat) noexcept
    {
        const auto begin = std::lower_bound(all.begin(), all.end(), seat,
                                            [](const listener& l, seat_number number)
                                            { return l.order() < number; });
        const auto end = std::upper_bound(begin, all.end(), seat,
                                          [](seat_number number, const listener& l)
                                          { return number < l.order(); });
        return {begin, end};
    }

    // Calls `visit` with all of `to`, until it says false.
    template <class Visit>
    void walk(const audience& to, Visit visit) noexcept
    {
        for (const role r : {role::controller, role::voter})
        {
            if (!to.includes(r))
                continue;
            const bool is_one_seat = to.who == audience::group::seat;
            const bool is_for_some_keys = to.who == audience::group::control_keys;
            for (listener& l : is_one_seat ? of_seat(of(r), to.seat) : some_listeners(of(r)))
            {
                if ((!is_for_some_keys || to.includes(l.who)) && !visit(l))
                    return;
            }
        }
    }

    std::string session_;
    std::array<listeners, 2> by_role_;
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
                bus_.remove(*where_, {&who_, as_});
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

    void remove(local_channel& where, const listener& gone) noexcept
    {
        where.remove(gone);
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
