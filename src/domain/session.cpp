#include <pajthy/domain/session.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

bool seat::away(time_point now) const noexcept
{
    return sockets_ == 0 && lost_socket_ && now - *lost_socket_ >= absence;
}

bool seat::absent(time_point now) const noexcept
{
    return sockets_ == 0 && now - last_seen_ >= absence;
}

session::session(deck cards, std::string title, const key& control)
    : cards_(std::move(cards)), title_(std::move(title)), control_keys_{{1, control}},
      text_bytes_(title_.size())
{
    for (const auto& choice : cards_.choices())
        text_bytes_ += choice.size();
}

const seat* session::find(std::string_view name) const noexcept
{
    const auto at =
        std::find_if(seats_.begin(), seats_.end(), [&](const seat& s) { return s.name_ == name; });
    return at == seats_.end() ? nullptr : &*at;
}

const seat* session::find(seat_number number) const noexcept
{
    // Numbers only grow, so the seats are sorted by them.
    const auto at = std::lower_bound(seats_.begin(), seats_.end(), number,
                                     [](const seat& s, seat_number n) { return s.number_ < n; });
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

struct progress session::progress(time_point now, std::size_t most_names) const
{
    struct progress out;
    for (const seat& s : seats_)
    {
        if (s.has_voted())
        {
            ++out.voted;
            ++out.of;
        }
        else if (!s.away(now))
        {
            ++out.of;
            if (out.waiting.size() < most_names)
                out.waiting.push_back(s.name_);
        }
    }
    return out;
}

std::optional<std::vector<revealed_vote>> session::revealed() const
{
    if (open_)
        return std::nullopt;
    std::vector<revealed_vote> out;
    for (const seat& s : seats_)
    {
        if (s.vote_)
            out.push_back({s.name_, cards_.face(*s.vote_)});
    }
    return out;
}

std::optional<std::string_view> session::own_vote(seat_number number) const
{
    const seat* const own = find(number);
    if (own == nullptr || !own->vote_)
        return std::nullopt;
    return cards_.face(*own->vote_);
}

result<admission> session::join(std::string name, const key& fresh,
                                const std::optional<key>& presented, std::size_t most,
                                time_point now)
{
    if (seat* const taken = seat_of(name))
    {
        if (presented && same_key(taken->secret_, *presented))
        {
            taken->last_seen_ = now;
            return admission{taken->number_, taken->name_, taken->secret_, {}};
        }
        if (!taken->absent(now))
            return errc::already_joined;
        // Whoever sat here is gone for good as far as we know: only the newcomer's presence counts.
        taken->secret_ = fresh;
        taken->last_seen_ = now;
        taken->lost_socket_.reset();
        return admission{taken->number_, taken->name_, taken->secret_, {.seats = true}};
    }
    if (most != 0 && seats_.size() >= most)
        return errc::session_full;
    text_bytes_ += name.size();
    seats_.push_back(seat(++last_number_, std::move(name), fresh, now));
    const seat& newcomer = seats_.back();
    return admission{newcomer.number_, newcomer.name_, newcomer.secret_, {.seats = true}};
}

result<changes> session::vote(std::string_view participant, std::string_view choice, time_point now)
{
    if (!open_)
        return errc::session_closed;
    seat* const voter = seat_of(participant);
    if (voter == nullptr)
        return errc::not_a_valid_participant;
    const auto chosen = cards_.find(choice);
    if (!chosen)
        return errc::not_a_valid_choice;

    voter->vote_ = chosen;
    voter->last_seen_ = now;
    changes done{.votes = true};
    done.closed = close_if_complete(now);
    return done;
}

result<changes> session::leave(std::string_view participant, time_point now)
{
    return remove(participant, now);
}

changes session::start() noexcept
{
    forget_votes();
    open_ = true;
    ++round_;
    return {.opened = true};
}

changes session::stop() noexcept
{
    return {.closed = std::exchange(open_, false)};
}

changes session::reset() noexcept
{
    const bool was_open = std::exchange(open_, false);
    const bool had_votes = forget_votes();
    return {.reset = was_open || had_votes};
}

result<changes> session::kick(std::string_view participant, time_point now)
{
    return remove(participant, now);
}

changes session::mint_control_key(const key& fresh, std::optional<control_key_number> own,
                                  std::size_t most)
{
    changes done{.control_keys = true};
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
    std::erase_if(control_keys_,
                  [&](const control_key& k)
                  {
                      if (k.number == own)
                          return false;
                      done.revoked.push_back(k.number);
                      return true;
                  });
    done.control_keys = !done.revoked.empty();
    return done;
}

result<changes> session::connected(seat_number number, time_point now)
{
    seat* const arrived = seat_of(number);
    if (arrived == nullptr)
        return errc::not_a_participant;
    const bool was_away = arrived->away(now);
    ++arrived->sockets_;
    arrived->lost_socket_.reset();
    return changes{.seats = was_away};
}

void session::disconnected(seat_number number, time_point now) noexcept
{
    seat* const left = seat_of(number);
    if (left == nullptr || left->sockets_ == 0)
        return;
    --left->sockets_;
    left->last_seen_ = now;
    left->lost_socket_ = now;
}

changes session::check_absence(seat_number number, time_point now) noexcept
{
    const seat* const missed = seat_of(number);
    if (missed == nullptr || !missed->away(now))
        return {};
    return {.closed = close_if_complete(now), .seats = true};
}

seat* session::seat_of(std::string_view name) noexcept
{
    return const_cast<seat*>(std::as_const(*this).find(name));
}

seat* session::seat_of(seat_number number) noexcept
{
    return const_cast<seat*>(std::as_const(*this).find(number));
}

result<changes> session::remove(std::string_view name, time_point now)
{
    const auto at =
        std::find_if(seats_.begin(), seats_.end(), [&](const seat& s) { return s.name_ == name; });
    if (at == seats_.end())
        return errc::not_a_participant;

    changes done{.seats = true, .removed = at->number_};
    const bool had_voted = at->has_voted();
    text_bytes_ -= at->name_.size();
    seats_.erase(at);
    done.votes = had_voted && open_;
    done.results = had_voted && !open_;
    done.closed = close_if_complete(now);
    return done;
}

// Nobody is left to wait for, and there is something to show.
bool session::close_if_complete(time_point now) noexcept
{
    if (!open_)
        return false;
    bool any = false;
    for (const seat& s : seats_)
    {
        if (!s.has_voted() && !s.away(now))
            return false;
        any = any || s.has_voted();
    }
    open_ = !any;
    return any;
}

bool session::forget_votes() noexcept
{
    bool any = false;
    for (seat& s : seats_)
    {
        any = any || s.vote_.has_value();
        s.vote_.reset();
    }
    return any;
}

} // namespace pajthy
