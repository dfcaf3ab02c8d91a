// What happens to sessions: one change of a session at a time, then its events, in the order of the
// versions. Deadlines, who is present, the pace of `progress` and the views live here.
//
// Between two waits anything may have happened, so nothing is checked before a change that isn't
// checked in it. Nobody else calls the store's changes. It knows no HTTP and no socket.
#pragma once

#include <pajthy/bus/event_bus.hpp>
#include <pajthy/clock.hpp>
#include <pajthy/service/call_gate.hpp>
#include <pajthy/service/deadlines.hpp>
#include <pajthy/service/event_publisher.hpp>
#include <pajthy/service/progress_throttle.hpp>
#include <pajthy/service/seat_changes.hpp>
#include <pajthy/service/turns.hpp>
#include <pajthy/service/watcher_views.hpp>
#include <pajthy/store/session_store.hpp>
#include <pajthy/string_hash.hpp>
#include <pajthy/task.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

struct service_settings
{
    /// A call, or all that a request needs, fails when the store takes longer.
    milliseconds store_timeout = std::chrono::seconds(2);

    /// No more changes of one session wait for their turn.
    std::size_t max_waiting = 1'000;
};

class session_service final : private store_listener
{
    struct room;
    using rooms = string_map<room>;

public:
    /// Somebody who listens to a session by a websocket, and is present in it. Ends with its life:
    /// it must not outlive the service, and its subscriber must outlive it.
    class attendance
    {
    public:
        attendance(const attendance&) = delete;
        attendance& operator=(const attendance&) = delete;
        ~attendance();

    private:
        friend class session_service;
        attendance(session_service& of, rooms::value_type& at, const viewer& who) noexcept;

        session_service& of_;
        rooms::value_type& at_;
        viewer who_;
        std::unique_ptr<subscription> subscription_;
    };

    /// The store, the bus and what the functions refer to must outlive the service.
    session_service(const service_settings& settings, session_store& store, event_bus& bus,
                    now_function now, date_function date);
    session_service(const session_service&) = delete;
    session_service& operator=(const session_service&) = delete;
    ~session_service();

    // --- Calls. Each fails with what `session_store` says. What is passed by reference must live
    // until the task is done.

    task<result<version>> create(std::string_view id, session value);
    task<result<version>> read(std::string_view id, const session_reader& look);

    /// Applies `what` when all changes of that session before it are through, and tells everybody
    /// who listens. Fails with `busy` if too many wait.
    task<result<version>> change(std::string_view id, const mutation& what,
                                 growth adding = growth::none);

    /// `to` gets a `snapshot` first and then every event, until the attendance ends. Fails with
    /// `not_your_seat` if the seat is gone or has another key than `seat_key`, or with `key_wrong`
    /// if the control key is good no more.
    task<result<std::unique_ptr<attendance>>> attach(std::string id, viewer who,
                                                     std::optional<key> seat_key, subscriber& to);

    /// The same as `work`, a number of calls. All of it together takes no longer than one call may
    /// that began at that time: then it is given up and fails with `store_unavailable`.
    template <class T>
    task<result<T>> in_time(task<result<T>> work, time_point begun)
    {
        return calls_.pass(std::move(work), begun);
    }

    // --- Time

    /// Session time.
    unix_time now() const { return dates_.time_of(now_()); }
    const clock_map& dates() const noexcept { return dates_; }

    /// Starts what is due and fails what takes too long; never waits and never throws. To be called
    /// several times a second.
    void tick() noexcept;

    /// Fails every call that waits for the store, and each that would.
    void stop() { calls_.close(); }

    // --- What is seen of it

    /// A session as `who` may see it.
    std::string view(const viewer& who, std::string_view id, const session& s, version current);

    /// Lets go of the memory of what can be made anew.
    void forget_views() noexcept { watchers_.forget(); }

    /// `what` is called with the id of each session that has ended.
    void when_ended(std::function<void(std::string_view)> what) { when_ended_ = std::move(what); }

    store_usage usage() const noexcept { return store_.usage(); }
    const deliveries& events_counted() const noexcept { return publisher_.counted(); }
    const delivered& snapshots_counted() const noexcept { return snapshots_; }
    std::size_t calls_in_flight() const noexcept { return calls_.in_flight(); }

private:
    // Whether a seat, or control, has a websocket here, and what the session was told of it.
    struct presence
    {
        enum class told : std::uint8_t
        {
            absent,
            present,
            unknown // a change was made, or not
        };

        seat_number seat; // 0: control
        std::uint32_t sockets = 0;
        told last = told::absent;
        bool settles = false;       // a job is about to tell it
        std::uint16_t arrivals = 0; // told beside that job: what it has told may be older

        bool is_settled() const noexcept
        {
            return last == (sockets != 0 ? told::present : told::absent);
        }
    };

    // A session that somebody listens to here.
    struct room
    {
        std::size_t attendances = 0;
        std::vector<presence> present;
        vote_texts votes;
        version told = 0; // the newest that was told
        progress_throttle progress;
        seat_changes seats;
        ladder rungs; // as voters were told

        presence* find(seat_number seat) noexcept; // null if it is not known here
        presence& of(seat_number seat);
    };

    void changed(std::string_view id, const session& s, version current,
                 const changes& done) noexcept override;
    void renewed(std::string_view id, const session& s, version current) noexcept override;
    void ended(std::string_view id) noexcept override;

    task<result<version>> change_in_turn(std::string_view id, const mutation& what, growth adding);
    task<result<version>> finish(turns::turn mine, task<result<version>> work);

    task<result<void>> arrive(std::string_view id, const viewer& who,
                              const std::optional<key>& seat_key, room& in);
    void leave(rooms::value_type& at, const viewer& who) noexcept;
    task<void> settle(std::string id, seat_number seat);
    void forget_if_empty(rooms::value_type& at) noexcept;
    frame snapshot(const viewer& who, std::string_view id, const session& s, version current);

    void note_deadline(std::string_view id, const session& s) noexcept;
    void add_progress(std::vector<session_event>& to, std::string_view id, room& in,
                      const session& s, const changes& done, unix_time now);
    static void add_ladder(std::vector<session_event>& to, room& in, const session& s,
                           const changes& done);
    static void add_paced(std::vector<session_event>& to, const room& in, const session& s);
    void start(task<void> job);
    void meet_deadlines(unix_time now);
    void tell_progress(unix_time now);
    void settle_all();
    presence* find_present(std::string_view id, seat_number seat) noexcept;
    task<void> meet_deadline(std::string id);
    task<void> tell_progress(std::string id);
    task<void> expire();

    service_settings settings_;
    session_store& store_;
    event_bus& bus_;
    now_function now_;
    date_function date_;
    clock_map dates_;
    turns turns_;
    call_gate calls_;
    rooms rooms_;
    deadlines deadlines_;      // of sessions
    deadlines progress_times_; // when a `progress` that waits may be told
    watcher_views watchers_;
    event_publisher publisher_;
    delivered snapshots_;
    std::function<void(std::string_view)> when_ended_;
    bool unsettled_ = false;     // a session could not be told who is present
    bool expires_ = false;       // the store is looking for sessions that are over
    std::list<task<void>> jobs_; // begun by a tick, and not done yet
    session_store::listening listening_;
};

using attendance = session_service::attendance;

} // namespace pajthy
