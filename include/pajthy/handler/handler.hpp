// The black box: a request goes in, a response comes out, the store has changed and the bus has
// told everybody. It knows no socket and no loop.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/event/event_bus.hpp>
#include <pajthy/handler/address_counts.hpp>
#include <pajthy/handler/credentials.hpp>
#include <pajthy/handler/deadlines.hpp>
#include <pajthy/handler/held_counts.hpp>
#include <pajthy/handler/http.hpp>
#include <pajthy/handler/progress_pace.hpp>
#include <pajthy/handler/rate_limiter.hpp>
#include <pajthy/handler/tally.hpp>
#include <pajthy/handler/watcher_views.hpp>
#include <pajthy/limits.hpp>
#include <pajthy/rare_warning.hpp>
#include <pajthy/store/session_store.hpp>
#include <pajthy/task.hpp>

#include <boost/container/static_vector.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pajthy
{

enum class access_mode
{
    keyed, // control and seats are guarded by keys
    open   // the session id alone is enough
};

struct handler_settings
{
    std::string base_path{}; // "" or "/some/path", never with a slash at its end
    access_mode access = access_mode::keyed;
    std::vector<std::string> allowed_origins{};
    struct limits limits
    {
    };
};

/// Fills the span with unguessable bytes.
using random_source = std::function<void(std::span<std::uint8_t>)>;

/// A route as callers see it. `path` is a template such as `/{id}/join`, behind `{base}/api`.
struct api_route
{
    http::verb method;
    std::string_view path;
    bool by_seat;    // the key of a seat opens it, and nothing opens it without a key
    bool by_control; // a control key does
    bool websocket;
};

/// What a handler counts.
struct handler_counts
{
    std::vector<tally<http::status>> answers; // by route, as in `api()`; the last are those of none
    tally<std::string_view> refusals;         // by problem type
    tally<std::string_view> limits_met{       // by the option that sets it; rates apart
                                       "max-sessions", "max-address-sessions", "max-text-bytes",
                                       "max-session-websockets", "max-address-websockets"};
    delivered snapshots;
};

class handler
{
public:
    /// All of what is referred to must outlive the handler.
    handler(handler_settings settings, session_store& store, event_bus& bus, now_function now,
            date_function date, random_source random);

    /// Answers a request under `{base}/api`. Never throws: what goes wrong inside is a 500 and a
    /// line in the log. A response with an `upgrade` has status 101 and is the caller's to carry
    /// out, by `attach`.
    task<response> handle(const request& req);

    /// Opens what the ticket grants: `to` gets a `snapshot` first and then every event, until the
    /// returned subscription ends. Fails with `unknown_session`, with `not_your_seat` if the seat
    /// went meanwhile, or with `key_wrong` if the control key did. `detach` must follow.
    task<result<std::unique_ptr<subscription>>> attach(ticket& granted, subscriber& to);

    /// The websocket of an attached ticket is gone. If that cannot be noted now, which throws, a
    /// tick does it.
    task<void> detach(ticket& granted);

    /// Does what is due: timers, paced events, seats that have gone away, sessions that are over.
    /// To be called several times a second.
    task<void> tick();

    /// How many sessions are kept at the moment, and what they hold.
    std::size_t sessions() const noexcept { return store_.usage().sessions; }
    store_usage usage() const noexcept { return store_.usage(); }

    /// What has been since the start.
    const handler_counts& counted() const noexcept { return counted_; }
    const deliveries& events_counted() const noexcept { return bus_.counted(); }
    const tally<std::string_view>& rates_met() const noexcept { return rates_.refused(); }

    /// Lets go of the memory of what can be made anew.
    void forget_views() noexcept { watchers_.forget(); }

    /// All routes.
    static std::vector<api_route> api();

    /// Whether that is a list of topics, whose body is far longer than any other.
    static bool takes_list(http::verb method, std::string_view target);

    /// An error as an answer, by RFC 9457. `line` as for `problem_text`.
    static response problem(boost::system::error_code error, std::size_t line = 0);

    /// The problem type of an error: the last part of the URN in its answer.
    static std::string_view problem_type(boost::system::error_code error);

private:
    struct call;
    struct route;
    using change = std::function<result<changes>(session&)>;

    static const route routes[];

    // As many as one path has methods.
    using known_routes = boost::container::static_vector<const route*, 4>;

    static known_routes routes_at(const std::vector<std::string>& path);
    response answer_without_route(const known_routes& known, http::verb method);
    task<result<response>> guarded(const route& to, call& c);
    response preflight(const known_routes& known) const;
    void finish(response& answer, std::string_view pattern, const route* by);
    result<void> check_allowances(const route& to, call& c);
    response refusal(boost::system::error_code why, call& c, std::string_view pattern);
    response refuse(boost::system::error_code why, std::size_t line = 0);
    errc at_limit(std::string_view option);
    void warn_of_origin(const call& c);

    /// Lets the browser forget cookies that open nothing any more, some with each answer.
    static bool may_give_cookies_back(const call& c, const response& answer);
    task<void> give_cookies_back(call& c, response& answer);

    /// The action of a route, if there is room for the text that it leaves here.
    task<result<response>> act_with_room(const route& to, call& c);
    task<result<response>> act(const route& to, call& c);

    /// The action of a route, if the request shows the key for it.
    task<result<response>> act_with_key(const route& to, call& c);

    /// Whose seat a call is about: `?seat=3` says it by number, else `name` does. Null if there is
    /// no such seat.
    static const seat* seat_meant(const call& c, const session& s,
                                  const std::optional<std::string>& name);
    result<const seat*> own_seat(const call& c, const session& s,
                                 const std::optional<std::string>& name) const;
    result<std::optional<seat_number>> seat_named_in_query(const call& c, const session& s) const;

    // One for each route.
    task<result<response>> create(call& c);
    task<result<response>> view(call& c);
    task<result<response>> join(call& c);
    task<result<response>> rename(call& c);
    task<result<response>> leave(call& c);
    task<result<response>> vote(call& c);
    task<result<response>> listen(call& c);
    task<result<response>> control_view(call& c);
    task<result<response>> start(call& c);
    task<result<response>> stop(call& c);
    task<result<response>> reset(call& c);
    task<result<response>> kick(call& c);
    task<result<response>> mint_control_key(call& c);
    task<result<response>> revoke_control_keys(call& c);
    task<result<response>> undo(call& c);
    task<result<response>> set_timer(call& c);
    task<result<response>> lock_door(call& c);
    task<result<response>> plan_topics(call& c);
    task<result<response>> change_deck(call& c);
    task<result<response>> history(call& c);
    task<result<response>> agree(call& c);
    task<result<response>> listen_to_control(call& c);
    task<result<response>> ask_for_control(call& c);
    task<result<response>> object_to_asking(call& c);
    task<result<response>> take_control(call& c);

    result<response> grant(const call& c, viewer who);

    /// Stores the change, then tells everybody.
    task<result<version>> apply(std::string_view id, const change& what, unix_time now);
    void tell(std::string_view id, version seq, const std::vector<event::any>* events) noexcept;

    /// The same for the session of a call, whose answer says the version.
    task<result<void>> apply(call& c, const change& what);
    task<result<void>> look(call& c, const session_reader& at);
    task<result<response>> change_and_answer(call& c, change what, http::status success);

    std::string view_for(const viewer& who, std::string_view id, const session& s, version current,
                         unix_time now);

    task<void> meet_deadlines(unix_time now);
    task<void> tell_progress(unix_time now);
    task<result<std::unique_ptr<subscription>>> show(const ticket& granted, subscriber& to,
                                                     unix_time now);
    task<void> note_departures();
    task<void> expire_sessions(unix_time now);

    /// Gives up a session that nobody ever entered, so that there is room for another one. False
    /// if there is none.
    task<bool> make_room(unix_time now);
    void forget(const std::string& gone);

    bool keyed() const noexcept { return settings_.access == access_mode::keyed; }
    bool has_room_for_text() const noexcept;
    room_bounds bounds_of_room() const noexcept;
    std::string cookie_path(std::string_view id) const;
    std::string fresh_id() const;
    key fresh_key() const;

    handler_settings settings_;
    session_store& store_;
    event_bus& bus_;
    now_function now_;
    date_function date_;
    random_source random_;
    clock_map dates_;
    rate_limiter rates_;
    address_counts sessions_of_address_;
    address_counts websockets_of_address_;
    held_counts<std::string> websockets_of_session_;                // granted ones included
    std::unordered_map<std::string, address_counts::place> makers_; // by session id
    progress_pace pace_;
    watcher_views watchers_;
    deadlines deadlines_;
    handler_counts counted_;
    std::list<departure> departures_; // that are not noted yet
    rare_warning foreign_origin_{std::chrono::seconds(10)};
};

} // namespace pajthy
