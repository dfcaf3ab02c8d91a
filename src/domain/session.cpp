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
    for (const auto choice : cards_.choices())
        text_bytes_ += choice.size();
}

const seat* session::find(std::string_view name) const noexcept
{
    const auto at = place_by_name(name);
    return at == by_name_.end() || seats_[*at].name_ != name ? nullptr : &seats_[*at];
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
    struct progress out
    {
        votes_, seats_.size(), {}
    };
    if (lost_sockets_ == 0 && most_names == 0)
        return out;
    out.of = votes_;
    for (const seat& s : seats_)
    {
        if (s.has_voted() || s.away(now))
            continue;
        ++out.of;
        if (out.waiting.size() < most_names)
            out.waiting.push_back(s.name_);
    }
    return out;
}

std::optional<std::vector<revealed_vote>> session::revealed() const
{
    if (open_)
        return std::nullopt;
    // A face is found by walking over the deck: once for all votes.
    const std::vector<std::string_view> faces(cards_.choices().begin(), cards_.choices().end());
    std::vector<revealed_vote> out;
    for (const seat& s : seats_)
    {
        if (s.vote_)
            out.push_back({s.name_, faces[*s.vote_]});
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
        forget_loss(*taken);
        return admission{taken->number_, taken->name_, taken->secret_, {.seats = true}};
    }
    if (most != 0 && seats_.size() >= most)
        return errc::session_full;
    if (seats_.size() == seats_.capacity())
        seats_.reserve(seats_.size() + seats_.size() / 4 + 1); // most of a session's memory is here
    by_name_.insert(place_by_name(name), static_cast<place>(seats_.size()));
    text_bytes_ += name.size();
    seats_.push_back(seat(++last_number_, std::move(name), fresh, now)); // has room: cannot fail
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

    if (!voter->has_voted())
    {
        voted_.push_back(voter->name_); // may fail
        ++votes_;
    }
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
    forget_loss(*arrived);
    return changes{.seats = was_away};
}

void session::disconnected(seat_number number, time_point now) noexcept
{
    seat* const left = seat_of(number);
    if (left == nullptr || left->sockets_ == 0)
        return;
    if (--left->sockets_ != 0)
        return;
    left->last_seen_ = now;
    left->lost_socket_ = now;
    ++lost_sockets_;
}

changes session::check_absence(seat_number number, time_point now) noexcept
{
    const seat* const missed = seat_of(number);
    if (missed == nullptr || !missed->away(now))
        return {};
    return {.closed = close_if_complete(now), .seats = true};
}

std::vector<session::place>::const_iterator
session::place_by_name(std::string_view name) const noexcept
{
    return std::lower_bound(by_name_.begin(), by_name_.end(), name,
                            [&](place p, std::string_view n) { return seats_[p].name_ < n; });
}

seat* session::seat_of(std::string_view name) noexcept
{
    return const_cast<seat*>(std::as_const(*this).find(name));
}

seat* session::seat_of(seat_number number) noexcept
{
    return const_cast<seat*>(std::as_const(*this).find(number));
}

void session::forget_loss(seat& of) noexcept
{
    if (of.lost_socket_)
        --lost_sockets_;
    of.lost_socket_.reset();
}

result<changes> session::remove(std::string_view name, time_point now)
{
    seat* const leaving = seat_of(name);
    if (leaving == nullptr)
        return errc::not_a_participant;

    changes done{.seats = true, .removed = leaving->number_};
    const bool had_voted = leaving->has_voted();
    if (had_voted)
    {
        --votes_;
        voted_.erase(std::find(voted_.begin(), voted_.end(), name));
    }
    forget_loss(*leaving);
    text_bytes_ -= leaving->name_.size();
    const auto gone = static_cast<place>(leaving - seats_.data());
    by_name_.erase(place_by_name(name));
    for (place& p : by_name_)
        p -= p > gone ? 1 : 0;
    seats_.erase(seats_.begin() + gone);
    done.votes = had_voted && open_;
    done.results = had_voted && !open_;
    done.closed = close_if_complete(now);
    return done;
}

// Nobody is left to wait for, and there is something to show.
bool session::close_if_complete(time_point now) noexcept
{
    if (!open_ || votes_ == 0)
        return false;
    if (votes_ != seats_.size())
    {
        const auto is_waited_for = [&](const seat& s) { return !s.has_voted() && !s.away(now); };
        if (lost_sockets_ == 0 || std::any_of(seats_.begin(), seats_.end(), is_waited_for))
            return false;
    }
    open_ = false;
    return true;
}

bool session::forget_votes() noexcept
{
    const bool any = std::exchange(votes_, 0) != 0;
    voted_.clear();
    if (!any)
        return false;
    for (seat& s : seats_)
        s.vote_.reset();
    return true;
}

} // namespace pajthy
