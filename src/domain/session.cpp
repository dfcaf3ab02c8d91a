#include <pajthy/domain/session.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

namespace
{

std::size_t bytes_of(const deck& cards)
{
    std::size_t out = 0;
    for (const auto choice : cards.choices())
        out += choice.size();
    return out;
}

} // namespace

session::session(deck cards, std::string title, const key& control,
                 const session_settings& settings, time_point now)
    : cards_(std::make_shared<const deck>(std::move(cards))),
      title_(std::move(title)), control_keys_{{1, control}}, started_(now), control_(now),
      settings_(settings), text_bytes_(title_.size() + bytes_of(*cards_))
{}

std::string_view session::topic() const noexcept
{
    return open_ || votes_ != 0 ? std::string_view(topic_) : std::string_view();
}

std::uint32_t session::attempt() const noexcept
{
    return open_ || votes_ != 0 ? attempt_ : 1;
}

const finished_round* session::attempt_before() const noexcept
{
    return attempt_before_ == 0 ? nullptr : history_.find(attempt_before_);
}

const undoable* session::to_undo(time_point now) const noexcept
{
    return undo_ && now < undo_->until ? undo_.get() : nullptr;
}

std::optional<time_point> session::due() const noexcept
{
    const bool may_be_asked_for = settings_.guarded && !seats_.empty();
    const auto control_ends = may_be_asked_for ? control_.ends() : std::nullopt;
    if (!ends_ || !control_ends)
        return ends_ ? ends_ : control_ends;
    return std::min(*ends_, *control_ends);
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
    const std::vector<std::string_view> faces(cards_->choices().begin(), cards_->choices().end());
    std::vector<revealed_vote> out;
    for (const seat& s : seats_)
    {
        if (s.vote_)
            out.push_back({s.name_, faces[*s.vote_], *s.vote_});
    }
    return out;
}

std::optional<std::string_view> session::own_vote(seat_number number) const
{
    const seat* const own = find(number);
    if (own == nullptr || !own->vote_)
        return std::nullopt;
    return cards_->face(*own->vote_);
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
        // What the one before has asked for is not the newcomer's.
        const bool had_asked = control_.left(taken->number_);
        return admission{taken->number_, taken->name_, taken->secret_,
                         {.seats = true, .control = had_asked}};
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
    const auto chosen = cards_->find(choice);
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

result<changes> session::rename(std::string_view participant, std::string to, time_point now)
{
    seat* const renamed = seat_of(participant);
    if (renamed == nullptr)
        return errc::not_a_participant;
    if (renamed->name_ == to)
        return changes{};
    if (find(to) != nullptr)
        return errc::already_joined;

    text_list voted;
    for (const auto name : voted_)
        voted.push_back(name == participant ? std::string_view(to) : name);
    by_name_.erase(place_by_name(participant));
    by_name_.insert(place_by_name(to), static_cast<place>(renamed - seats_.data()));
    voted_ = std::move(voted);
    text_bytes_ += to.size();
    text_bytes_ -= renamed->name_.size();
    renamed->name_ = std::move(to);
    changes done{.seats = true};
    if (!renamed->has_voted())
        return done;
    done.votes = open_;
    done.results = !open_;
    if (!open_)
        record(now);
    return done;
}

result<changes> session::ask_for_control(std::string_view participant, time_point now)
{
    const seat* const asking = find(participant);
    if (asking == nullptr)
        return errc::not_a_participant;
    if (const auto asked = control_.ask(asking->number_, now); asked.has_error())
        return asked.error();
    return changes{.control = true};
}

result<changes> session::object_to_asking(time_point now)
{
    if (const auto objected = control_.object(now); objected.has_error())
        return objected.error();
    return changes{.control = true};
}

result<changes> session::take_control(std::string_view participant, const key& fresh,
                                      std::size_t most, time_point now)
{
    const seat* const taking = find(participant);
    if (taking == nullptr)
        return errc::not_a_participant;
    if (const auto taken = control_.take(taking->number_, now); taken.has_error())
        return taken.error();
    auto done = mint_control_key(fresh, std::nullopt, most);
    done.control = true;
    return done;
}

changes session::start(time_point now, round_plan plan)
{
    auto topic = plan.again ? topic_ : std::move(plan.topic);
    const finished_round* const before = !topic.empty() ? history_.newest_on(topic)
                                         : plan.again   ? history_.find(round_)
                                                        : nullptr;
    if (before != nullptr)
    {
        attempt_ = before->attempt + 1;
        attempt_before_ = before->number;
    }
    else if (!plan.again)
    {
        attempt_ = 1;
        attempt_before_ = 0;
    }
    changes done{.opened = true};
    done.undo = std::exchange(undo_, nullptr) != nullptr;
    const auto planned = std::find(topics_.begin(), topics_.end(), std::string_view(topic));
    if (planned != topics_.end())
    {
        topics_.erase(planned);
        done.topics = true;
    }
    topic_ = std::move(topic);
    forget_votes();
    open_ = true;
    ++round_;
    started_ = now;
    ends_.reset();
    if (const auto lasts = plan.lasts.value_or(settings_.lasts); lasts.count() != 0)
        ends_ = now + lasts;
    return done;
}

changes session::stop(time_point now)
{
    if (!open_)
        return {};
    close(now);
    return {.closed = true};
}

changes session::reset(time_point now)
{
    if (!open_ && votes_ == 0)
        return {};
    cleared_table cleared{.open = open_, .left = std::nullopt, .votes = {}};
    if (ends_)
        cleared.left = *ends_ - now;
    cleared.votes.reserve(votes_);
    for (const auto name : voted_)
    {
        const seat& voter = *find(name);
        cleared.votes.emplace_back(voter.number_, *voter.vote_);
    }
    undo_ = std::make_shared<const undoable>(undoable{std::move(cleared), now + undo_time});
    forget_votes();
    open_ = false;
    ends_.reset();
    return {.reset = true, .undo = true};
}

result<changes> session::kick(std::string_view participant, time_point now)
{
    const seat* const kicked = find(participant);
    if (kicked == nullptr)
        return errc::not_a_participant;
    auto undo = std::make_shared<const undoable>(undoable{*kicked, now + undo_time});
    auto done = remove(participant, now);
    undo_ = std::move(undo);
    done->undo = true;
    return done;
}

result<changes> session::undo(std::size_t most, time_point now)
{
    if (to_undo(now) == nullptr)
        return errc::nothing_to_undo;
    const auto last = undo_;
    if (std::holds_alternative<seat>(last->what) && most != 0 && seats_.size() >= most)
        return errc::session_full;
    auto done = std::visit([&](const auto& what) { return bring_back(what, now); }, last->what);
    if (done.has_error())
        return done;
    undo_.reset();
    done->undo = true;
    return done;
}

result<changes> session::bring_back(const cleared_table& cleared, time_point now)
{
    for (const auto& [number, chosen] : cleared.votes)
    {
        seat* const voter = seat_of(number);
        if (voter == nullptr)
            continue;
        voted_.push_back(voter->name_);
        voter->vote_ = chosen;
        ++votes_;
    }
    if (!cleared.open)
    {
        record(now); // somebody may have left, or have another name
        return changes{.results = true};
    }
    open_ = true;
    if (cleared.left)
        ends_ = now + *cleared.left;
    changes done{.opened = true, .votes = true, .restored = true};
    done.closed = close_if_complete(now);
    return done;
}

result<changes> session::bring_back(const seat& kicked, time_point now)
{
    if (find(kicked.name_) != nullptr)
        return errc::nothing_to_undo;
    const auto at = std::lower_bound(seats_.begin(), seats_.end(), kicked.number_,
                                     [](const seat& s, seat_number n) { return s.number_ < n; });
    const auto where = static_cast<place>(at - seats_.begin());
    const auto name_at = place_by_name(kicked.name_) - by_name_.begin();
    seat& back = *seats_.insert(at, kicked);
    for (place& p : by_name_)
        p += p >= where ? 1 : 0;
    by_name_.insert(by_name_.begin() + name_at, where);
    text_bytes_ += back.name_.size();
    back.last_seen_ = now;
    if (std::exchange(back.sockets_, 0) != 0 || back.lost_socket_)
    {
        back.lost_socket_ = now; // its sockets were closed: it is away unless it comes back
        ++lost_sockets_;
    }
    changes done{.seats = true, .returned = back.number_};
    if (!back.has_voted())
        return done;
    voted_.push_back(back.name_);
    ++votes_;
    done.votes = open_;
    done.results = !open_;
    if (!open_)
        record(now);
    return done;
}

result<changes> session::add_time(std::chrono::seconds more, time_point now)
{
    if (!open_)
        return errc::session_closed;
    if (more.count() == 0)
        return changes{};
    const auto from = ends_ ? std::max(*ends_, now) : now;
    ends_ = std::min<time_point>(from + more, now + longest_round);
    return changes{.timer = true};
}

result<changes> session::set_time(std::chrono::seconds left, time_point now)
{
    if (!open_)
        return errc::session_closed;
    ends_.reset();
    if (left.count() != 0)
        ends_ = now + left;
    return changes{.timer = true};
}

changes session::plan_topics(text_list topics)
{
    topics_ = std::move(topics);
    return {.topics = true};
}

result<changes> session::change_deck(deck cards, time_point now)
{
    if (open_)
        return errc::session_open;
    auto done = reset(now);
    text_bytes_ -= bytes_of(*cards_);
    cards_ = std::make_shared<const deck>(std::move(cards));
    text_bytes_ += bytes_of(*cards_);
    done.undo = done.undo || undo_;
    undo_.reset(); // what it would bring back was chosen from other cards
    done.deck = true;
    return done;
}

result<changes> session::agree(std::uint32_t round, std::string agreed)
{
    if (!history_.agree(round, std::move(agreed)))
        return errc::not_a_round;
    return changes{.agreed = round};
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

changes session::check_absence(seat_number number, time_point now)
{
    const seat* const missed = seat_of(number);
    if (missed == nullptr || !missed->away(now))
        return {};
    return {.closed = close_if_complete(now), .seats = true};
}

changes session::controller_connected(time_point now) noexcept
{
    return {.control = control_.connected(now)};
}

void session::controller_disconnected(time_point now) noexcept
{
    control_.disconnected(now);
}

changes session::controller_seen(time_point now) noexcept
{
    return {.control = control_.seen(now)};
}

changes session::pass_time(time_point now)
{
    changes done;
    if (ends_ && now >= *ends_)
    {
        close(now);
        done.closed = true;
    }
    done.control = settings_.guarded && control_.pass_time(now);
    return done;
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
    done.control = control_.left(leaving->number_);
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
    if (done.results)
        record(now);
    done.closed = close_if_complete(now);
    return done;
}

void session::close(time_point now)
{
    open_ = false;
    ends_.reset();
    record(now);
}

// The history follows what is revealed.
void session::record(time_point now)
{
    if (votes_ == 0)
        return history_.forget(round_);
    finished_round r{round_, attempt_, topic_, started_, now, cards_, {}, {}, {}};
    r.chosen.reserve(votes_);
    for (const seat& s : seats_)
    {
        if (!s.vote_)
            continue;
        r.names.push_back(s.name_);
        r.chosen.push_back(*s.vote_);
    }
    if (const auto* const before = history_.find(round_))
    {
        r.ended = before->ended;
        r.agreed = before->agreed;
    }
    history_.keep(std::move(r));
}

// Nobody is left to wait for, and there is something to show.
bool session::close_if_complete(time_point now)
{
    if (!open_ || votes_ == 0)
        return false;
    if (votes_ != seats_.size())
    {
        const auto is_waited_for = [&](const seat& s) { return !s.has_voted() && !s.away(now); };
        if (lost_sockets_ == 0 || std::any_of(seats_.begin(), seats_.end(), is_waited_for))
            return false;
    }
    close(now);
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
