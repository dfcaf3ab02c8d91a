#include <pajthy/domain/session.hpp>

#include <utility>

namespace pajthy
{

session::session(pajthy::deck choices, std::string title, const key& control,
                 const session_settings& settings, unix_time now)
    : deck_(std::make_shared<const pajthy::deck>(std::move(choices))), title_(std::move(title)),
      control_keys_(control), control_(now), settings_(settings)
{}

std::size_t session::text_bytes() const noexcept
{
    return title_.size() + deck_->text_bytes() + seats_.name_bytes() + round_.last_topic().size() +
           seats_.voted().bytes() + topics_.list().bytes() + history_.bytes();
}

std::optional<unix_time> session::next_deadline() const noexcept
{
    auto next = round_.ends();
    const auto consider = [&](std::optional<unix_time> when)
    {
        if (when && (!next || *when < *next))
            next = when;
    };
    if (settings_.guarded && !seats_.empty()) // somebody could ask for control
        consider(control_.ends(settings_.waits));
    if (const auto lost_at = seats_.first_lost_at())
        consider(*lost_at + settings_.waits.absence);
    return next;
}

std::optional<std::vector<revealed_vote>> session::revealed() const
{
    if (open())
        return std::nullopt;
    std::vector<revealed_vote> out;
    if (!round_.is_revealed())
        return out;
    // It is the newest, which is always kept.
    const finished_round& revealed = *history_.find(round_.number());
    out.reserve(revealed.chosen.size());
    auto chosen = revealed.chosen.begin();
    for (const auto& [name, choice] : votes_of(revealed))
        out.push_back({name, choice, *chosen++});
    return out;
}

std::optional<std::string_view> session::own_vote(seat_number number) const
{
    const seat* const own = seats_.find(number);
    if (own == nullptr || !own->it_.vote || !own->it_.vote->own)
        return std::nullopt;
    return deck_->choice(own->it_.vote->chosen);
}

result<changes> session::ask_for_control(std::string_view participant, unix_time now)
{
    seat* const asking = seats_.find(participant);
    if (asking == nullptr)
        return errc::not_a_participant;
    if (const auto asked = control_.ask(asking->number(), now); asked.has_error())
        return asked.error();
    asking->seen(now);
    return changes{.control = true};
}

result<changes> session::object_to_asking(unix_time now)
{
    if (const auto objected = control_.object(now); objected.has_error())
        return objected.error();
    return changes{.control = true};
}

result<changes> session::take_control(std::string_view participant, const key& fresh,
                                      std::size_t max, unix_time now)
{
    const seat* const taking = seats_.find(participant);
    if (taking == nullptr)
        return errc::not_a_participant;
    auto control = control_;
    if (const auto taken = control.take(taking->number(), now); taken.has_error())
        return taken.error();
    auto done = mint_control_key(fresh, std::nullopt, max); // may fail
    control_ = control;
    done.control = true;
    return done;
}

changes session::mint_control_key(const key& fresh, std::optional<control_key_number> own,
                                  std::size_t max)
{
    changes done{.control_keys = true};
    done.revoked.reserve(1); // what may fail comes first
    if (const auto revoked = control_keys_.mint(fresh, own, max))
        done.revoked.push_back(*revoked);
    return done;
}

changes session::revoke_other_control_keys(std::optional<control_key_number> own)
{
    changes done{.revoked = control_keys_.revoke_others(own)};
    done.control_keys = !done.revoked.empty();
    return done;
}

changes session::controller_connected(unix_time now) noexcept
{
    const bool was_there = control_.is_present();
    const bool changed = control_.connected(now);
    return {.control = changed, .none = was_there && !changed};
}

changes session::controller_disconnected(unix_time now) noexcept
{
    const bool was_there = control_.is_present();
    control_.disconnected(now);
    return {.none = !was_there};
}

changes session::controller_seen(unix_time now) noexcept
{
    return {.control = control_.seen(now)};
}

} // namespace pajthy
