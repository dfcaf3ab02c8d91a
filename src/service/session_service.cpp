#include <pajthy/service/session_service.hpp>

#include <pajthy/log.hpp>
#include <pajthy/wire/frames.hpp>
#include <pajthy/wire/view.hpp>

#include <algorithm>
#include <cassert>
#include <exception>
#include <new>
#include <optional>
#include <utility>

namespace pajthy
{
namespace
{

constexpr std::size_t max_expired_a_tick = 1'000;
constexpr std::size_t max_deadlines_a_tick = 2'000;
constexpr milliseconds before_another_try = std::chrono::seconds(1);

constexpr seat_number control_seat = 0; // seats count from 1

bool is_watcher(const viewer& who)
{
    return who.role == role::voter && !who.seat;
}

// Whether `who` may listen to `s`, or still may.
result<void> admit(const session& s, const viewer& who, const std::optional<key>& seat_key = {})
{
    const seat* const own = who.seat ? s.seats().find(*who.seat) : nullptr;
    if (who.seat && (own == nullptr || (seat_key && !same_key(own->secret(), *seat_key))))
        return errc::not_your_seat;
    if (who.control_key && !s.control_keys().has(*who.control_key))
        return errc::key_wrong;
    return {};
}

// All who are of the same seat, or have the same control key.
audience only(const viewer& who)
{
    if (who.seat)
        return {audience::group::seat, *who.seat};
    return {audience::group::control_keys, 0, {&*who.control_key, 1}};
}

// Just before the result, so that a page knows who has voted when it comes. The names in the result
// of a round that closes say so as well.
void add_before_result(std::vector<session_event>& to, const seat_changes& untold, const session& s,
                       const changes& done)
{
    const auto at = std::find_if(to.begin(), to.end(),
                                 [](const session_event& e)
                                 { return std::holds_alternative<event::disabled>(e); });
    if (done.closed && untold.only_votes() &&
        std::get<event::disabled>(*at).result.for_voters == reveal::names)
        return;
    to.insert(at, untold.told(s));
}

void note(const std::exception& failure) noexcept
try
{
    log::error(std::string("unexpected: ") + failure.what());
}
catch (const std::bad_alloc&)
{
    log::error("unexpected: out of memory");
}

} // namespace

// --- The beginning and the end

session_service::session_service(const service_settings& settings, session_store& store,
                                 event_bus& bus, now_function now, date_function date)
    : settings_(settings), store_(store), bus_(bus), now_(std::move(now)), date_(std::move(date)),
      dates_(now_(), date_()), calls_(now_, settings.store_timeout), listening_(store.listen(*this))
{}

session_service::~session_service()
{
    stop();
}

// --- Calls

task<result<version>> session_service::create(std::string_view id, session value)
{
    return calls_.pass(store_.create(id, std::move(value), now()));
}

task<result<version>> session_service::read(std::string_view id, const session_reader& look)
{
    return calls_.pass(store_.read(id, look, now()));
}

// Mostly there is nothing to wait for: then there is no coroutine either.
task<result<version>> session_service::change(std::string_view id, const mutation& what,
                                              growth adding)
{
    if (turns_.is_taken(id))
    {
        if (turns_.waiting(id) >= settings_.max_waiting)
            return errc::busy;
        return calls_.pass(change_in_turn(id, what, adding));
    }
    auto work = store_.update(id, what, adding, now());
    if (work.done())
        return work;
    return calls_.pass(finish(turns_.take(id), std::move(work)));
}

task<result<version>> session_service::change_in_turn(std::string_view id, const mutation& what,
                                                      growth adding)
{
    auto mine = co_await turns_.next(id);
    auto work = store_.update(id, what, adding, now());
    auto out = co_await finish(std::move(mine), std::move(work));
    co_return out;
}

task<result<version>> session_service::finish(turns::turn, task<result<version>> work)
{
    auto out = co_await work;
    co_return out;
}

// --- What the store tells

void session_service::changed(std::string_view id, const session& s, version current,
                              const changes& done) noexcept
{
    note_deadline(id, s);
    channel* const hearers = bus_.find(id);
    if (hearers == nullptr)
        return;
    assert(rooms_.contains(id)); // its attendances subscribe
    room& here = rooms_.find(id)->second;
    assert(current > here.told);
    here.told = current;
    try
    {
        const auto time = now();
        auto events = events_of(done, s, time, dates_);
        if (hearers->has({audience::group::voters}))
        {
            here.seats.note(done, s);
            add_ladder(events, here, s, done);
        }
        add_progress(events, id, here, s, done, time);
        publisher_.publish(*hearers, here.votes, events, current);
    }
    catch (const std::bad_alloc&) // too late to fail: those who can't be told come back and see it
    {
        log::warning("websockets of a session closed: out of memory");
        hearers->close({}, close_code::restarting);
    }
}

void session_service::renewed(std::string_view id, const session& s, version current) noexcept
{
    note_deadline(id, s);
    channel* const hearers = bus_.find(id);
    if (hearers == nullptr)
        return;
    room& here = rooms_.find(id)->second;
    here.told = current;
    here.votes.forget();
    here.progress.cancel();
    here.seats.forget();
    try
    {
        here.rungs = agreed_so_far(s);
        std::vector<viewer> gone; // in what was missed
        hearers->send_each(
            [&](const viewer& who)
            {
                if (admit(s, who).has_value())
                    return snapshot(who, id, s, current);
                gone.push_back(who);
                frame out;
                out.bytes = text_frame(frame_text(event::kicked{}, who.role, current));
                return out;
            });
        for (const viewer& who : gone)
            hearers->close(only(who), close_code::kicked);
    }
    catch (const std::bad_alloc&)
    {
        log::warning("websockets of a session closed: out of memory");
        hearers->close({}, close_code::restarting);
    }
}

void session_service::ended(std::string_view id) noexcept
{
    deadlines_.set(id, std::nullopt);
    progress_times_.set(id, std::nullopt);
    if (channel* const hearers = bus_.find(id))
        hearers->close({}, close_code::over);
    if (when_ended_)
        when_ended_(id);
}

void session_service::note_deadline(std::string_view id, const session& s) noexcept
try
{
    deadlines_.set(id, s.next_deadline());
}
catch (const std::bad_alloc&)
{
    log::warning("what a session is due to do was not noted: out of memory");
}

void session_service::add_progress(std::vector<session_event>& to, std::string_view id, room& in,
                                   const session& s, const changes& done, unix_time now)
{
    if (done.opened || done.closed || done.reset || done.results)
    {
        in.progress.cancel();
        if (!in.seats.empty())
            add_before_result(to, in.seats, s, done);
        in.seats.forget();
    }
    if (in.seats.empty() && !(s.open() && (done.votes || done.seats)))
        return;
    if (!in.progress.may_send(now))
    {
        in.progress.defer();
        progress_times_.set(id, in.progress.due());
        return;
    }
    add_paced(to, in, s);
    in.progress.sent(s.seats().size(), now);
    in.seats.forget();
}

// A history that is full drops agreements as well, with a round that closes or gets other names.
void session_service::add_ladder(std::vector<session_event>& to, room& in, const session& s,
                                 const changes& done)
{
    if (!done.agreed && !done.deck && !done.closed && !done.seats)
        return;
    auto rungs = agreed_so_far(s);
    if (in.rungs == rungs)
        return;
    in.rungs = rungs;
    to.push_back(event::ladder{std::move(rungs)});
}

void session_service::add_paced(std::vector<session_event>& to, const room& in, const session& s)
{
    if (!in.seats.empty())
        to.push_back(in.seats.told(s));
    if (s.open())
        to.push_back(event::progress{s.seats().progress(max_waiting_names)});
}

// --- Who is there

session_service::attendance::attendance(session_service& of, rooms::value_type& at,
                                        const viewer& who) noexcept
    : of_(of), at_(at), who_(who)
{
    ++at_.second.attendances;
}

session_service::attendance::~attendance()
{
    subscription_.reset();
    of_.leave(at_, who_);
}

session_service::presence* session_service::room::find(seat_number seat) noexcept
{
    const auto at = std::find_if(present.begin(), present.end(),
                                 [&](const presence& p) { return p.seat == seat; });
    return at == present.end() ? nullptr : &*at;
}

session_service::presence& session_service::room::of(seat_number seat)
{
    presence* const known = find(seat);
    return known != nullptr ? *known : present.emplace_back(presence{seat});
}

task<result<std::unique_ptr<attendance>>>
session_service::attach(std::string id, viewer who, std::optional<key> seat_key, subscriber& to)
{
    auto& at = *rooms_.try_emplace(id).first;
    std::unique_ptr<attendance> here;
    try
    {
        if (!is_watcher(who)) // first, so that nothing fails behind it
            at.second.of(who.seat.value_or(control_seat));
        here.reset(new attendance(*this, at, who));
    }
    catch (const std::bad_alloc&)
    {
        forget_if_empty(at);
        throw;
    }
    if (!is_watcher(who))
        ++at.second.of(who.seat.value_or(control_seat)).sockets;

    const auto arrived = co_await arrive(id, who, seat_key, at.second);
    if (arrived.has_error())
        co_return arrived.error();
    std::exception_ptr failure;
    result<void> may;
    // In one turn: what is told from now on is newer than the snapshot.
    const session_reader show = [&](const session& s, version current)
    {
        try
        {
            may = admit(s, who, seat_key); // once more: nobody has told it of a kick
            if (may.has_error())
                return;
            if (who.role == role::voter)
                at.second.rungs = agreed_so_far(s);
            const auto first = snapshot(who, id, s, current);
            here->subscription_ = bus_.subscribe(id, who, to);
            ++snapshots_.events;
            ++snapshots_.frames;
            snapshots_.bytes += first.bytes->size();
            to.deliver(first);
        }
        catch (const std::bad_alloc&)
        {
            failure = std::current_exception();
        }
    };
    const auto shown = co_await read(id, show);
    if (shown.has_error())
        co_return shown.error();
    if (failure)
        std::rethrow_exception(failure);
    if (may.has_error())
        co_return may.error();
    co_return here;
}

// Says to the session who is there, and checks in the same change that they may be.
task<result<void>> session_service::arrive(std::string_view id, const viewer& who,
                                           const std::optional<key>& seat_key, room& in)
{
    const mutation arrive = [&](session& s, version) -> result<changes>
    {
        if (const auto may = admit(s, who, seat_key);
            may.has_error()) // since the websocket was granted
            return may.error();
        const changes done{.none = s.used()};
        if (!done.none)
            s.looked_at();
        if (is_watcher(who))
            return done;
        auto here = who.seat ? s.connected(*who.seat).value() : s.controller_connected(now());
        here.none = here.none && done.none;
        return here;
    };
    if (!is_watcher(who))
    {
        presence& here = in.of(who.seat.value_or(control_seat));
        here.last = presence::told::unknown;
        ++here.arrivals;
    }
    const auto arrived = co_await change(id, arrive);
    if (arrived.has_error())
        co_return arrived.error();
    if (!is_watcher(who))
        in.of(who.seat.value_or(control_seat)).last = presence::told::present;
    co_return result<void>();
}

void session_service::leave(rooms::value_type& at, const viewer& who) noexcept
{
    auto& [id, here] = at;
    --here.attendances;
    if (is_watcher(who))
    {
        forget_if_empty(at);
        return;
    }
    const seat_number seat = who.seat.value_or(control_seat);
    presence& gone = *here.find(seat);
    --gone.sockets;
    if (gone.is_settled() || gone.settles)
    {
        forget_if_empty(at);
        return;
    }
    try
    {
        start(settle(id, seat));
    }
    catch (const std::exception& e)
    {
        note(e);
        unsettled_ = true;
    }
}

session_service::presence* session_service::find_present(std::string_view id,
                                                         seat_number seat) noexcept
{
    const auto at = rooms_.find(id);
    return at == rooms_.end() ? nullptr : at->second.find(seat);
}

// Says to the session whether that seat has a websocket here, as it is when the session can be
// told.
task<void> session_service::settle(std::string id, seat_number seat)
try
{
    bool is_there = false;
    const mutation tell = [&](session& s, version) -> result<changes>
    {
        const presence* const here = find_present(id, seat);
        is_there = here != nullptr && here->sockets != 0;
        if (seat == control_seat)
            return is_there ? s.controller_connected(now()) : s.controller_disconnected(now());
        if (!is_there)
            return s.disconnected(seat, now());
        auto arrived = s.connected(seat);
        return arrived.has_value() ? arrived : changes{.none = true}; // it is gone
    };
    presence& left = *find_present(id, seat); // until the wait
    left.settles = true;
    const auto arrivals = left.arrivals;
    const auto told = co_await change(id, tell);
    presence* const here = find_present(id, seat);
    if (here == nullptr)
        co_return;
    here->settles = false;
    if (told.has_value() && here->arrivals == arrivals)
        here->last = is_there ? presence::told::present : presence::told::absent;
    if (told.has_error() && told.error() == errc::unknown_session)
        here->last = presence::told::absent;
    unsettled_ = unsettled_ || !here->is_settled();
    forget_if_empty(*rooms_.find(id));
}
catch (const std::exception& e)
{
    note(e);
    if (presence* const here = find_present(id, seat))
        here->settles = false;
    unsettled_ = true;
}

// Of a room where nobody listens, and of which nothing is left to tell, nothing is kept.
void session_service::forget_if_empty(rooms::value_type& at) noexcept
{
    room& here = at.second;
    std::erase_if(here.present, [](const presence& p) { return p.sockets == 0 && p.is_settled(); });
    if (here.attendances != 0 || !here.present.empty())
        return;
    progress_times_.set(at.first, std::nullopt);
    rooms_.erase(rooms_.find(at.first));
}

// --- Time

void session_service::tick() noexcept
try
{
    const auto time = now();
    dates_.set(time, date_());
    calls_.expire(now_());
    std::erase_if(jobs_, [](const task<void>& job) { return job.done(); });
    meet_deadlines(time);
    tell_progress(time);
    settle_all();
    if (!expires_)
        start(expire());
}
catch (const std::exception& e)
{
    note(e);
}

// Keeps a job that has to wait.
void session_service::start(task<void> job)
{
    if (!job.done())
        jobs_.push_back(std::move(job));
}

// A deadline that can't be met now comes once more.
void session_service::meet_deadlines(unix_time now)
{
    const auto again = now + std::max(settings_.store_timeout, before_another_try);
    for (std::size_t done = 0; done < max_deadlines_a_tick; ++done)
    {
        auto id = deadlines_.take_due(now, again);
        if (!id)
            return;
        start(meet_deadline(*std::move(id)));
    }
}

task<void> session_service::meet_deadline(std::string id)
try
{
    const mutation advance = [&](session& s, version) -> result<changes>
    {
        auto done = s.advance_to(now());
        if (done.none) // somebody else has met it, and nothing will be told
            deadlines_.set(id, s.next_deadline());
        return done;
    };
    const auto met = co_await change(id, advance);
    if (met.has_error() && met.error() == errc::unknown_session)
        deadlines_.set(id, std::nullopt);
}
catch (const std::exception& e)
{
    note(e);
}

void session_service::tell_progress(unix_time now)
{
    while (auto id = progress_times_.take_due(now, now + before_another_try))
        start(tell_progress(*std::move(id)));
}

task<void> session_service::tell_progress(std::string id)
try
{
    const session_reader tell = [&](const session& s, version current)
    {
        progress_times_.set(id, std::nullopt);
        channel* const hearers = bus_.find(id);
        if (hearers == nullptr)
            return;
        room& here = rooms_.find(id)->second;
        if (!here.progress.due())
            return;
        if (!here.progress.may_send(now())) // one has gone out meanwhile
        {
            progress_times_.set(id, here.progress.due());
            return;
        }
        std::vector<session_event> events;
        add_paced(events, here, s);
        publisher_.publish(*hearers, here.votes, events, current);
        here.progress.sent(s.seats().size(), now());
        here.seats.forget();
    };
    const auto told = co_await read(id, tell);
    if (told.has_error() && told.error() == errc::unknown_session)
        progress_times_.set(id, std::nullopt);
}
catch (const std::exception& e)
{
    note(e);
}

void session_service::settle_all()
{
    if (!unsettled_)
        return;
    std::vector<std::pair<std::string, seat_number>> open;
    for (const auto& [id, here] : rooms_)
    {
        for (const presence& p : here.present)
        {
            if (!p.is_settled() && !p.settles)
                open.emplace_back(id, p.seat);
        }
    }
    unsettled_ = false;
    for (auto& [id, seat] : open)
        start(settle(std::move(id), seat));
}

task<void> session_service::expire()
try
{
    expires_ = true;
    const auto done = co_await calls_.pass(store_.expire(now(), max_expired_a_tick));
    if (done.has_error())
        log::debug("sessions that are over are looked for later");
    expires_ = false;
}
catch (const std::exception& e)
{
    expires_ = false;
    note(e);
}

// --- What is seen of it

std::string session_service::view(const viewer& who, std::string_view id, const session& s,
                                  version current)
{
    if (is_watcher(who))
        return watchers_.view_of(id, s, current, now(), dates_);
    return view_text(s, who, now(), dates_);
}

frame session_service::snapshot(const viewer& who, std::string_view id, const session& s,
                                version current)
{
    frame out;
    out.bytes = text_frame(snapshot_text(view(who, id, s, current), current));
    return out;
}

} // namespace pajthy
