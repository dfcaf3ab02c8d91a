#include <pajthy/event/local_event_bus.hpp>
#include <pajthy/wire/frames.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <new>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

namespace pajthy
{
namespace
{

frame_kind kind_of(const event::any& e)
{
    struct visitor
    {
        frame_kind operator()(const event::vote&) const { return frame_kind::votes; }
        frame_kind operator()(const event::progress&) const { return frame_kind::progress; }
        frame_kind operator()(const event::participants_change&) const
        {
            return frame_kind::participants;
        }
        frame_kind operator()(const event::enabled&) const { return frame_kind::lasting; }
        frame_kind operator()(const event::disabled&) const { return frame_kind::lasting; }
        frame_kind operator()(const event::reset&) const { return frame_kind::lasting; }
        frame_kind operator()(const event::kicked&) const { return frame_kind::lasting; }
        frame_kind operator()(const event::control_keys&) const { return frame_kind::lasting; }
        frame_kind operator()(const event::revoked&) const { return frame_kind::lasting; }
        frame_kind operator()(const event::timer_change&) const { return frame_kind::timer; }
        frame_kind operator()(const event::topics&) const { return frame_kind::topics; }
        frame_kind operator()(const event::deck&) const { return frame_kind::lasting; }
        frame_kind operator()(const event::agreed&) const { return frame_kind::lasting; }
        frame_kind operator()(const event::undo&) const { return frame_kind::undo; }
        frame_kind operator()(const event::control&) const { return frame_kind::control; }
        frame_kind operator()(const event::door&) const { return frame_kind::door; }
        frame_kind operator()(const event::you&) const { return frame_kind::you; }
    };
    return std::visit(visitor{}, e);
}

bool concerns(const event::any& e, role r)
{
    struct visitor
    {
        pajthy::role to;
        bool operator()(const event::vote&) const { return to == role::controller; }
        bool operator()(const event::participants_change&) const { return to == role::controller; }
        bool operator()(const event::progress&) const { return to == role::voter; }
        bool operator()(const event::kicked&) const { return to == role::voter; }
        bool operator()(const event::control_keys&) const { return to == role::controller; }
        bool operator()(const event::revoked&) const { return to == role::controller; }
        bool operator()(const event::enabled&) const { return true; }
        bool operator()(const event::disabled&) const { return true; }
        bool operator()(const event::reset&) const { return true; }
        bool operator()(const event::timer_change&) const { return true; }
        bool operator()(const event::topics&) const { return to == role::controller; }
        bool operator()(const event::deck&) const { return true; }
        bool operator()(const event::agreed& e) const
        {
            return to == role::controller || e.for_voters;
        }
        bool operator()(const event::undo&) const { return to == role::controller; }
        bool operator()(const event::control&) const { return to == role::voter; }
        bool operator()(const event::door&) const { return true; }
        bool operator()(const event::you&) const { return to == role::voter; }
    };
    return std::visit(visitor{r}, e);
}

bool is_for_those_put_out(const event::any& e)
{
    return std::holds_alternative<event::kicked>(e) || std::holds_alternative<event::revoked>(e);
}

// Whether it is for this viewer, of those whose role it concerns.
bool is_for(const event::any& e, const viewer& who)
{
    if (const auto* const you = std::get_if<event::you>(&e))
        return who.seat == you->seat;
    if (const auto* const kicked = std::get_if<event::kicked>(&e))
        return who.seat == kicked->seat;
    const auto* const revoked = std::get_if<event::revoked>(&e);
    return revoked == nullptr ||
           (who.control_key && std::find(revoked->keys.begin(), revoked->keys.end(),
                                         *who.control_key) != revoked->keys.end());
}

class local_event_bus final : public event_bus
{
    struct listener
    {
        subscriber* to;
        viewer who;
        bool ended = false; // was told to close: hears nothing more

        void close(close_code why)
        {
            if (!std::exchange(ended, true))
                to->close(why);
        }
    };

    struct topic
    {
        std::string session;
        std::array<std::vector<listener>, 2> by_role;
        vote_texts votes;

        std::vector<listener>& of(role r) { return by_role[static_cast<std::size_t>(r)]; }
        std::size_t size() const { return by_role[0].size() + by_role[1].size(); }
    };

    class registration final : public subscription
    {
    public:
        registration(local_event_bus& bus, role as, subscriber& who) noexcept
            : bus_(bus), as_(as), who_(who)
        {}
        registration(const registration&) = delete;
        registration& operator=(const registration&) = delete;
        ~registration() override
        {
            if (where_ != nullptr)
                bus_.remove(*where_, as_, who_);
        }

        void is_on(topic& where) noexcept { where_ = &where; }

    private:
        local_event_bus& bus_;
        topic* where_ = nullptr;
        role as_;
        subscriber& who_;
    };

public:
    std::unique_ptr<subscription> subscribe(std::string_view session, viewer who,
                                            subscriber& to) override
    {
        auto registered = std::make_unique<registration>(*this, who.role, to);
        const listener fresh{&to, who, false};
        const auto at = topics_.find(session);
        registered->is_on(at == topics_.end() ? add_topic(session, fresh)
                                              : add_to(*at->second, fresh));
        ++subscribers_;
        return registered;
    }

    void emit(std::string_view session, std::uint64_t seq,
              const std::vector<event::any>& events) noexcept override
    try
    {
        const auto at = topics_.find(session);
        if (at == topics_.end())
            return;
        for (const auto& e : events)
        {
            ++counted_[e.index()].events;
            for (const role r : {role::controller, role::voter})
                send(*at->second, e, r, seq);
        }
    }
    catch (const std::bad_alloc&)
    {
        interrupt(session);
    }

    void interrupt(std::string_view session) noexcept override
    {
        close_all(session, close_code::restarting);
    }

    void end(std::string_view session) noexcept override { close_all(session, close_code::over); }

    std::size_t subscribers() const noexcept override { return subscribers_; }

    const deliveries& counted() const noexcept override { return counted_; }

private:
    static topic& add_to(topic& where, const listener& fresh)
    {
        where.of(fresh.who.role).push_back(fresh);
        return where;
    }

    // With its first listener, since one without any is never removed.
    topic& add_topic(std::string_view session, const listener& first)
    {
        auto fresh = std::make_unique<topic>();
        fresh->session = session;
        add_to(*fresh, first);
        const std::string_view name = fresh->session;
        return *topics_.emplace(name, std::move(fresh)).first->second;
    }

    void close_all(std::string_view session, close_code why) noexcept
    {
        const auto at = topics_.find(session);
        if (at == topics_.end())
            return;
        for (auto& listeners : at->second->by_role)
        {
            for (auto& l : listeners)
                l.close(why);
        }
    }

    void send(topic& where, const event::any& e, role r, std::uint64_t seq)
    {
        auto& to = where.of(r);
        if (to.empty() || !concerns(e, r))
            return;
        if (std::holds_alternative<event::disabled>(e) || std::holds_alternative<event::reset>(e))
            where.votes.forget();
        const bool puts_somebody_out = is_for_those_put_out(e);
        const bool is_for_some = puts_somebody_out || std::holds_alternative<event::you>(e);
        if (is_for_some &&
            std::none_of(to.begin(), to.end(), [&](const listener& l) { return is_for(e, l.who); }))
            return;
        const auto* const vote = std::get_if<event::vote>(&e);
        const frame ready = text_frame(kind_of(e), vote != nullptr ? where.votes.next(*vote, seq)
                                                                   : frame_text(e, r, seq));
        std::size_t frames = 0;
        for (auto& l : to)
        {
            if (l.ended || (is_for_some && !is_for(e, l.who)))
                continue;
            l.to->deliver(ready);
            ++frames;
            if (puts_somebody_out)
                l.close(close_code::kicked);
        }
        counted_[e.index()].frames += frames;
        counted_[e.index()].bytes += frames * ready.bytes->size();
    }

    void remove(topic& where, role as, const subscriber& who)
    {
        auto& listeners = where.of(as);
        const auto at = std::find_if(listeners.begin(), listeners.end(),
                                     [&](const listener& l) { return l.to == &who; });
        *at = listeners.back();
        listeners.pop_back();
        --subscribers_;
        if (where.size() == 0)
            topics_.erase(topics_.find(where.session));
    }

    // By a view of the topic's own name. The topics stay where they are while the map grows.
    std::unordered_map<std::string_view, std::unique_ptr<topic>> topics_;
    std::size_t subscribers_ = 0;
    deliveries counted_{};
};

} // namespace

std::unique_ptr<event_bus> make_local_event_bus()
{
    return std::make_unique<local_event_bus>();
}

} // namespace pajthy
