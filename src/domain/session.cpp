#include <pajthy/domain/session.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

session::session(deck cards, std::string title, const key& control,
                 const session_settings& settings, unix_time now)
    : cards_(std::make_shared<const deck>(std::move(cards))),
      title_(std::move(title)), control_keys_{{1, control}}, started_(now), control_(now),
      settings_(settings)
{}

std::string_view session::topic() const noexcept
{
    return open_ || shown_ ? std::string_view(topic_) : std::string_view();
}

std::uint32_t session::attempt() const noexcept
{
    return open_ || shown_ ? attempt_ : 1;
}

const finished_round* session::attempt_before() const noexcept
{
    return attempt_before_ == 0 ? nullptr : history_.find(attempt_before_);
}

std::optional<undo_offer> session::to_undo(unix_time now) const noexcept
{
    if (!undo_ || now >= undo_->until)
        return std::nullopt;
    return offer_of(*undo_);
}

const seat* session::kicked(unix_time now) const noexcept
{
    if (!undo_ || now >= undo_->until)
        return nullptr;
    const auto* const put_out = std::get_if<kicked_seat>(&undo_->what);
    return put_out == nullptr ? nullptr : &put_out->who;
}

std::size_t session::text_bytes() const noexcept
{
    return title_.size() + cards_->text_bytes() + name_bytes_ + topic_.size() + voted_.bytes() +
           topics_.bytes() + history_.bytes();
}

std::optional<unix_time> session::next_deadline() const noexcept
{
    auto next = ends_;
    const auto consider = [&](std::optional<unix_time> when)
    {
        if (when && (!next || *when < *next))
            next = when;
    };
    if (settings_.guarded && !seats_.empty()) // somebody could ask for control
        consider(control_ends());
    if (lost_ == 0)
        return next;
    for (const seat& s : seats_)
    {
        if (s.presence_ == seat::presence::lost)
            consider(s.lost_at_ + settings_.waits.absence);
    }
    return next;
}

const seat* session::find(std::string_view name) const noexcept
{
    const auto at = place_by_name(name);
    return at == by_name_.end() || seats_[*at].name_ != name ? nullptr : &seats_[*at];
}

const seat* session::find(seat_number number) const noexcept
{
    const auto at = place_by_number(number);
    return at == seats_.end() || at->number_ != number ? nullptr : &*at;
}

const seat* session::find(const key& secret) const noexcept
{
    const seat* found = nullptr;
    for (const seat& s : seats_)
    {
        if (same_key(s.secret_, secret))
            found = &s;
    }
    return found;
}

std::optional<control_key_number> session::find_control_key(const key& secret) const noexcept
{
    std::optional<control_key_number> found;
    for (const control_key& k : control_keys_)
    {
        if (same_key(k.secret, secret))
            found = k.number;
    }
    return found;
}

bool session::has_control_key(control_key_number number) const noexcept
{
    return std::any_of(control_keys_.begin(), control_keys_.end(),
                       [&](const control_key& k) { return k.number == number; });
}

struct progress session::progress(std::size_t most_names) const
{
    struct progress out
    {
        votes_, seats_.size(), {}
    };
    const bool all_there = away_ == 0;
    std::size_t waited_for = 0;
    out.waiting.reserve(std::min(most_names, seats_.size() - votes_));
    for (const seat& s : seats_)
    {
        if (all_there && out.waiting.size() == most_names)
            return out; // the rest would only be counted
        if (s.has_voted() || s.is_away())
            continue;
        ++waited_for;
        if (out.waiting.size() < most_names)
            out.waiting.push_back(s.name_);
    }
    out.of = votes_ + waited_for;
    return out;
}

std::optional<std::vector<revealed_vote>> session::revealed() const
{
    if (open_)
        return std::nullopt;
    std::vector<revealed_vote> out;
    if (!shown_)
        return out;
    const finished_round* const shown = history_.find(round_); // the newest, which is always kept
    out.reserve(shown->chosen.size());
    auto chosen = shown->chosen.begin();
    for (const auto& [name, face] : votes_of(*shown))
        out.push_back({name, face, *chosen++});
    return out;
}

std::optional<std::string_view> session::own_vote(seat_number number) const
{
    const seat* const own = find(number);
    if (own == nullptr || !own->vote_ || !own->vote_is_own_)
        return std::nullopt;
    return cards_->face(*own->vote_);
}

result<changes> session::ask_for_control(std::string_view participant, unix_time now)
{
    seat* const asking = seat_of(participant);
    if (asking == nullptr)
        return errc::not_a_participant;
    if (const auto asked = control_.ask(asking->number_, now); asked.has_error())
        return asked.error();
    asking->last_seen_ = now;
    return changes{.control = true};
}

result<changes> session::object_to_asking(unix_time now)
{
    if (const auto objected = control_.object(now); objected.has_error())
        return objected.error();
    return changes{.control = true};
}

result<changes> session::take_control(std::string_view participant, const key& fresh,
                                      std::size_t most, unix_time now)
{
    const seat* const taking = find(participant);
    if (taking == nullptr)
        return errc::not_a_participant;
    auto control = control_;
    if (const auto taken = control.take(taking->number_, now); taken.has_error())
        return taken.error();
    auto done = mint_control_key(fresh, std::nullopt, most); // may fail
    control_ = control;
    done.control = true;
    return done;
}

changes session::mint_control_key(const key& fresh, std::optional<control_key_number> own,
                                  std::size_t most)
{
    changes done{.control_keys = true};
    control_keys_.reserve(control_keys_.size() + 1); // what may fail comes first
    if (most != 0 && control_keys_.size() >= most)
    {
        auto oldest = std::find_if(control_keys_.begin(), control_keys_.end(),
                                   [&](const control_key& k) { return k.number != own; });
        if (oldest == control_keys_.end())
            oldest = control_keys_.begin();
        done.revoked.push_back(oldest->number);
        control_keys_.erase(oldest);
    }
    control_keys_.push_back({++last_control_key_, fresh});
    return done;
}

changes session::revoke_other_control_keys(std::optional<control_key_number> own)
{
    changes done;
    for (const control_key& k : control_keys_)
    {
        if (k.number != own)
            done.revoked.push_back(k.number);
    }
    std::erase_if(control_keys_, [&](const control_key& k) { return k.number != own; });
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

std::vector<session::place>::const_iterator
session::place_by_name(std::string_view name) const noexcept
{
    return std::lower_bound(by_name_.begin(), by_name_.end(), name,
                            [&](place p, std::string_view n) { return seats_[p].name_ < n; });
}

std::vector<seat>::const_iterator session::place_by_number(seat_number number) const noexcept
{
    // Numbers only grow, so the seats are sorted by them.
    return std::lower_bound(seats_.begin(), seats_.end(), number,
                            [](const seat& s, seat_number n) { return s.number_ < n; });
}

seat* session::seat_of(std::string_view name) noexcept
{
    return const_cast<seat*>(std::as_const(*this).find(name));
}

seat* session::seat_of(seat_number number) noexcept
{
    return const_cast<seat*>(std::as_const(*this).find(number));
}

} // namespace pajthy
