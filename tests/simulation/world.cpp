#include "tests/simulation/world.hpp"

#include <pajthy/bus/local_event_bus.hpp>
#include <pajthy/store/memory_store.hpp>
#include <pajthy/wire/bodies.hpp>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pajthy::test
{
namespace
{

using namespace std::chrono_literals;
namespace json = boost::json;
using verb = http::verb;

constexpr milliseconds between_ticks = 250ms;
constexpr milliseconds store_timeout = 2s;
constexpr std::size_t most_sessions = 4;
constexpr std::size_t most_of_address = 2;
constexpr std::size_t most_websockets = 6;

const std::vector<std::string> people = {"Ana", "Bob", "Cleo", "Dan"};
const std::vector<std::string> addresses = {"192.0.2.1", "198.51.100.1", "203.0.113.1"};

limits limits_of_world()
{
    limits out;
    out.session.sessions = most_sessions;
    out.session.sessions_of_address = most_of_address;
    out.session.websockets = most_websockets;
    out.session.participants = 4;
    out.session.control_keys = 3;
    out.session.idle = 60s;
    out.session.unused = 2s;
    out.address = {{}, {}, {}, {}, {}, {}, 0, 0, 64};
    out.waits = {3s, 3s, 4s, 1s, 3s};
    return out;
}

faults faults_of(std::uint32_t seed)
{
    switch (seed % 4)
    {
    case 0: return {.waits = 50, .longest = 20ms};
    case 1: return {.waits = 70, .lost_race = 20, .longest = 60ms};
    case 2: return {.waits = 60, .refused = 2, .never = 1, .lost_race = 10, .longest = 150ms};
    default: return {.waits = 60, .refused = 5, .never = 3, .lost_race = 20, .longest = 400ms};
    }
}

std::string seconds_body(std::size_t seconds)
{
    return json::serialize(json::object{{"Seconds", seconds}});
}

bool is_success(const response& answer)
{
    return to_status_class(answer.status) == http::status_class::successful;
}

std::string title_in(const response& answer)
{
    if (answer.content_type != "application/problem+json")
        return {};
    return text_member(answer.body, "title");
}

bool is_unavailable(const response& answer)
{
    return title_in(answer) == make_error_code(errc::store_unavailable).message();
}

bool stands_in(const session& s, const std::string& mark)
{
    return s.round().topic() == mark || s.title() == mark ||
           std::find(s.topics().list().begin(), s.topics().list().end(), std::string_view(mark)) !=
               s.topics().list().end();
}

} // namespace

world::world(std::uint32_t seed, world_store kind)
    : seed_(seed), random_(seed), limits_(limits_of_world()),
      memory_(make_memory_store(limits_.session))
{
    if (kind == world_store::faulty)
    {
        faulty_ = std::make_unique<faulty_store>(*memory_, seed + 1);
        faulty_->run(now_);
    }
    store_ = std::make_unique<recording_store>(faulty_ ? static_cast<session_store&>(*faulty_)
                                                       : *memory_);
    bus_ = make_local_event_bus();
    const auto now = [this] { return now_; };
    service_ = std::make_unique<session_service>(service_settings{store_timeout, 20}, *store_,
                                                 *bus_, now, [this] { return date(); });
    api_ = std::make_unique<handler>(handler_settings{.limits = limits_}, *service_, now,
                                     [this](std::span<std::uint8_t> bytes) { fill(bytes); });
}

// As a server ends: connections first.
world::~world()
{
    asked_.clear();
    lines_.clear();
}

void world::fill(std::span<std::uint8_t> bytes)
{
    ++filled_;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(filled_ >> (5 * (i % 6)) & 31);
}

void world::fail(std::string what)
{
    if (failure_.empty())
        failure_ = std::move(what);
}

unix_time world::date() const
{
    return unix_time(std::chrono::floor<milliseconds>(now_.time_since_epoch()));
}

// --- A history

std::string world::play()
{
    create(); // while all is well, or there may be nothing to do
    pass(1s);
    if (faulty_)
        faulty_->now_and_then = faults_of(seed_);
    const auto steps = 30 + below(90);
    for (std::size_t i = 0; i < steps && failure_.empty(); ++i)
    {
        step();
        look_around();
    }
    const bool ends_in_the_middle = happens(15);
    if (ends_in_the_middle && happens(50))
    {
        service_->stop();
        look_around();
        if (service_->calls_in_flight() != 0)
            fail("a call in flight after the stop");
    }
    if (!ends_in_the_middle && failure_.empty())
    {
        calm_down();
        check_calm();
    }
    for (const line& l : lines_)
        counts_.frames += l.shown.frames();
    return failure_;
}

void world::step()
{
    if (faulty_ && faulty_->is_dead() && happens(20))
        faulty_->revive();
    if (known_.empty() || happens(3))
        return create();
    const auto room = below(known_.size());
    const auto what = below(100);
    if (what < 22)
        return act_as_controller(room);
    if (what < 32)
        return join(room);
    if (what < 55)
        return act_as_voter(room);
    if (what < 67)
        return open_page(room);
    if (what < 71 && !lines_.empty())
    {
        lines_.erase(std::next(lines_.begin(), static_cast<int>(below(lines_.size()))));
        return;
    }
    if (what < 75)
        return give_up_something();
    if (what < 78)
        return disturb();
    if (what < 80)
        return pass(milliseconds(below(5'000)));
    pass(milliseconds(below(400)));
}

// What comes from outside.
void world::disturb()
{
    if (!faulty_)
        return;
    if (happens(60))
        return change_elsewhere(below(known_.size()));
    if (faulty_->now_and_then.never != 0)
        faulty_->die();
}

void world::pass(milliseconds time)
{
    const auto end = now_ + time;
    while (now_ < end)
    {
        now_ = std::min(end, next_tick_);
        if (faulty_)
            faulty_->run(now_);
        if (now_ == next_tick_)
        {
            next_tick_ += between_ticks;
            api_->tick();
        }
        look_around();
    }
}

// Takes what was answered, and looks at what must hold at all times.
void world::look_around()
{
    for (auto at = asked_.begin(); at != asked_.end();)
    {
        if (!at->answer->done())
        {
            if (now_ - at->since > store_timeout + between_ticks)
                fail(at->label + " takes too long");
            ++at;
            continue;
        }
        asked done = std::move(*at);
        at = asked_.erase(at);
        auto answer = done.answer->get();
        answered(done, std::move(answer));
    }
    for (auto at = lines_.begin(); at != lines_.end();)
    {
        const auto here = at++;
        if (!here->shown.complaint().empty())
            fail(here->shown.complaint());
        if (here->opening && here->opening->done())
        {
            auto opened = here->opening->get();
            here->opening.reset();
            if (opened.has_error())
            {
                const auto why = opened.error();
                if (why != errc::store_unavailable && why != errc::unknown_session &&
                    why != errc::not_your_seat && why != errc::key_wrong && why != errc::conflict &&
                    why != errc::busy)
                    fail("a websocket fails with " + why.message());
                lines_.erase(here);
                continue;
            }
            here->open = *std::move(opened);
            counts_.pages += 1;
            if (!here->shown.has_snapshot())
                fail("a websocket opens without a snapshot");
        }
        const bool sees_the_close = here->shown.closed() && happens(30);
        if (sees_the_close)
        {
            counts_.frames += here->shown.frames();
            lines_.erase(here);
        }
    }
    if (store_->usage().sessions > most_sessions)
        fail("more sessions than there may be");
}

// --- Requests

world::asked world::about(std::size_t room, verb method, const std::string& path, std::string body)
{
    const auto& of = known_[room];
    call what(method, "/" + of.id + path, std::move(body));
    what.from(of.address);
    std::string label(http::to_string(method));
    return {std::move(what), label + " " + path, now_, room};
}

void world::ask(asked request)
{
    asked_.push_back(std::move(request));
    auto& here = asked_.back();
    here.answer.emplace(api_->handle(here.what.value()));
}

void world::answered(asked& request, response answer)
{
    ++counts_.calls;
    if (answer.status == http::status::internal_server_error)
        fail(request.label + " ends in a 500");
    if (answer.status == http::status::service_unavailable)
    {
        ++counts_.unavailable;
        if (field(answer, "Retry-After").empty())
            fail("a 503 without Retry-After");
    }
    if (is_success(answer))
    {
        ++counts_.changes;
        check_change(request, answer);
    }
    else if (!request.mark.empty() && !is_unavailable(answer))
        refused_marks_.emplace_back(known_[request.room].id, request.mark);
    if (request.then)
        request.then(answer);
}

// What is answered with success is kept, as it was answered.
void world::check_change(const asked& request, const response& answer)
{
    if (!request.fits)
        return;
    if (!answer.seq)
        return fail(request.label + " is answered without a version");
    const session* const then = recall(known_[request.room].id, *answer.seq);
    if (then != nullptr && !request.fits(*then, answer))
        fail(request.label + " was answered, and isn't kept");
}

const session* world::recall(const std::string& id, version v) const
{
    const auto of = store_->told().find(id);
    if (of == store_->told().end())
        return nullptr;
    const auto at = of->second.find(v);
    return at == of->second.end() ? nullptr : &at->second.after;
}

void world::create()
{
    const auto address = any_of(const_cast<std::vector<std::string>&>(addresses));
    json::object body{
        {"Choices", json::array(recognisable_decks[0].begin(), recognisable_decks[0].end())}};
    if (happens(30))
        body["Seconds"] = 1 + below(4);
    call what(verb::post, "/", json::serialize(body));
    what.from(address);
    asked request{std::move(what), "POST /", now_};
    request.then = [this, address](response& answer)
    {
        if (answer.status != http::status::created)
            return;
        const auto id = text_member(answer.body, "Id");
        known_.push_back({id, address, {text_member(answer.body, "ControlKey")}, {}});
        const auto held = std::count_if(known_.begin(), known_.end(),
                                        [&](const known_session& k) {
                                            return k.address == address && !store_->has_ended(k.id);
                                        });
        if (held > static_cast<std::ptrdiff_t>(most_of_address))
            fail("more sessions of an address than there may be");
    };
    ask(std::move(request));
}

void world::act_as_controller(std::size_t room)
{
    auto& known = known_[room];
    const auto secret = any_of(known.control_keys);
    const auto control = [&](verb method, const std::string& path, std::string body = {})
    {
        auto out = about(room, method, "/control" + path, std::move(body));
        if (happens(50))
            out.what.bearer(secret);
        else
            out.what.cookie("pajthy_control", secret);
        return out;
    };
    const auto name = any_of(const_cast<std::vector<std::string>&>(people));
    switch (below(19))
    {
    case 17:
    case 18:
    {
        // Whichever round it hits: most of them are the last ones of a short history.
        const auto round = static_cast<std::uint32_t>(1 + below(4));
        const auto& face = recognisable_decks[0][below(4)];
        auto request = control(verb::patch, "/agree",
                               json::serialize(json::object{{"Round", round}, {"Agreed", face}}));
        request.fits = [round, face](const auto& s, const auto&)
        {
            const auto* const agreed = s.rounds().find(round);
            return agreed != nullptr && agreed->agreed == face;
        };
        return ask(std::move(request));
    }
    case 0:
    case 1:
    case 2:
    case 3:
    {
        const auto topic = "topic " + std::to_string(++marks_);
        json::object body{{"Topic", topic}};
        if (happens(60))
            body["Seconds"] = below(4);
        auto request = control(verb::patch, "/start", json::serialize(body));
        request.mark = topic;
        request.fits = [topic](const auto& s, const auto&)
        { return s.open() && s.round().topic() == topic; };
        return ask(std::move(request));
    }
    case 4:
    case 5:
    {
        auto request = control(verb::patch, below(2) == 0 ? "/stop" : "/reset");
        request.fits = [](const auto& s, const auto&) { return !s.open(); };
        return ask(std::move(request));
    }
    case 6:
    {
        auto request = control(verb::patch, "/kick", name);
        request.fits = [name](const auto& s, const auto&)
        { return s.seats().find(name) == nullptr; };
        return ask(std::move(request));
    }
    case 7: return ask(control(verb::patch, "/undo"));
    case 8:
    {
        auto request = control(verb::patch, "/timer", seconds_body(below(4)));
        request.fits = [](const auto& s, const auto&) { return s.open(); };
        return ask(std::move(request));
    }
    case 9:
    {
        const bool locked = happens(30);
        auto request =
            control(verb::patch, "/door", json::serialize(json::object{{"Locked", locked}}));
        request.fits = [locked](const auto& s, const auto&) { return s.locked() == locked; };
        return ask(std::move(request));
    }
    case 10:
    {
        const auto topic = "topic " + std::to_string(++marks_);
        auto request = control(verb::put, "/topics",
                               json::serialize(json::object{{"Topics", json::array{topic}}}));
        request.mark = topic;
        request.fits = [topic](const auto& s, const auto&) { return stands_in(s, topic); };
        return ask(std::move(request));
    }
    case 11:
    {
        const auto& faces = recognisable_decks[below(2)];
        auto request = control(
            verb::put, "/deck",
            json::serialize(json::object{{"Choices", json::array(faces.begin(), faces.end())}}));
        request.fits = [face = faces[0]](const auto& s, const auto&)
        { return !s.open() && s.deck().find(face).has_value(); };
        return ask(std::move(request));
    }
    case 12:
    {
        auto request = control(verb::post, "/keys");
        request.fits = [](const auto& s, const response& answer)
        {
            const auto fresh = read_key(text_member(answer.body, "ControlKey"));
            return fresh && s.control_keys().find(*fresh).has_value();
        };
        request.then = [this, room](response& answer)
        {
            if (is_success(answer))
                known_[room].control_keys.push_back(text_member(answer.body, "ControlKey"));
        };
        return ask(std::move(request));
    }
    case 13:
    {
        auto request = control(verb::delete_, "/keys");
        request.fits = [](const auto& s, const auto&) { return s.control_keys().size() == 1; };
        return ask(std::move(request));
    }
    case 14: return ask(control(verb::get, ""));
    case 15: return ask(control(verb::get, "/history"));
    case 16:
    {
        const auto title = "title " + std::to_string(++marks_);
        auto request =
            control(verb::patch, "/title", json::serialize(json::object{{"Title", title}}));
        request.mark = title;
        request.fits = [title](const auto& s, const auto&) { return s.title() == title; };
        return ask(std::move(request));
    }
    }
}

void world::join(std::size_t room)
{
    const auto name = any_of(const_cast<std::vector<std::string>&>(people));
    auto request = about(room, verb::put, "/join", name);
    request.fits = [](const auto& s, const response& answer)
    {
        const auto secret = read_key(text_member(answer.body, "SeatKey"));
        return secret && s.seats().find(*secret) != nullptr;
    };
    request.then = [this, room, name](response& answer)
    {
        if (!is_success(answer))
            return;
        const auto cookie = field(answer, "Set-Cookie");
        const auto from = std::string_view("pajthy_seat_").size();
        known_[room].seats.push_back({cookie.substr(from, cookie.find('=') - from), name,
                                      text_member(answer.body, "SeatKey")});
    };
    ask(std::move(request));
}

void world::act_as_voter(std::size_t room)
{
    auto& known = known_[room];
    if (known.seats.empty())
        return join(room);
    const auto& seat = any_of(known.seats);
    const auto number = static_cast<seat_number>(std::stoul(seat.number));
    const auto as_seat = [&](verb method, const std::string& path, std::string body = {})
    {
        auto out = about(room, method, path + "?seat=" + seat.number, std::move(body));
        if (happens(50))
            out.what.bearer(seat.key);
        else
            out.what.cookie("pajthy_seat_" + seat.number, seat.key);
        return out;
    };
    const auto what = below(22);
    if (what > 19)
    {
        const bool raised = below(3) != 0;
        auto request =
            as_seat(verb::put, "/question", json::serialize(json::object{{"Raised", raised}}));
        request.fits = [number, raised](const auto& s, const auto&)
        { return s.round().has_question(number) == raised; };
        return ask(std::move(request));
    }
    if (what < 11)
    {
        const auto& face = recognisable_decks[below(8) == 0 ? 1 : 0][below(4)];
        auto request = as_seat(verb::put, "", json::serialize(json::object{{"Choice", face}}));
        request.fits = [number, face](const auto& s, const auto&)
        { return s.own_vote(number) == std::optional<std::string_view>(face); };
        return ask(std::move(request));
    }
    if (what == 11)
    {
        auto request = as_seat(verb::put, "/leave");
        request.fits = [number](const auto& s, const auto&)
        { return s.seats().find(number) == nullptr; };
        return ask(std::move(request));
    }
    if (what < 14)
    {
        const auto name = any_of(const_cast<std::vector<std::string>&>(people));
        auto request = as_seat(verb::put, "/rename", json::serialize(json::object{{"Name", name}}));
        request.fits = [number, name](const auto& s, const auto&)
        { return s.seats().find(number) != nullptr && s.seats().find(number)->name() == name; };
        return ask(std::move(request));
    }
    if (what < 16)
        return ask(as_seat(verb::put, "/control-request"));
    if (what == 16)
        return ask(as_seat(verb::delete_, "/control-request"));
    if (what == 17)
        return ask(as_seat(verb::get, ""));
    auto request = as_seat(verb::post, "/control-request/key");
    request.then = [this, room](response& answer)
    {
        if (is_success(answer))
            known_[room].control_keys.push_back(text_member(answer.body, "ControlKey"));
    };
    ask(std::move(request));
}

// --- Websockets

void world::open_page(std::size_t room)
{
    auto& known = known_[room];
    const auto who = below(5);
    std::string path = "/ws";
    if (who == 0)
        path = "/control/ws";
    const bool by_seat = who > 1 && !known.seats.empty();
    const auto* const seat = by_seat ? &any_of(known.seats) : nullptr;
    if (seat != nullptr)
        path += "?seat=" + seat->number;
    auto request = about(room, verb::get, path);
    request.what.as_websocket();
    if (who == 0)
        request.what.bearer(any_of(known.control_keys));
    if (seat != nullptr)
        request.what.bearer(seat->key);
    request.then = [this, room](response& answer)
    {
        if (answer.upgrade)
            open_line(room, std::move(*answer.upgrade));
    };
    ask(std::move(request));
}

void world::open_line(std::size_t room, ticket granted)
{
    const auto& id = known_[room].id;
    const auto who = granted.who;
    lines_.push_back(
        {id, std::move(granted), page(who, [this, id](version v) { return recall(id, v); })});
    line& here = lines_.back();
    here.opening.emplace(api_->attach(here.granted, here.shown));
    const auto held =
        std::count_if(lines_.begin(), lines_.end(), [&](const line& l) { return l.id == id; });
    if (held > static_cast<std::ptrdiff_t>(most_websockets))
        fail("more websockets of a session than there may be");
}

// Its connection is gone.
void world::give_up_something()
{
    if (!asked_.empty())
    {
        asked_.erase(std::next(asked_.begin(), static_cast<int>(below(asked_.size()))));
        ++counts_.given_up;
        return;
    }
    const auto at = std::find_if(lines_.begin(), lines_.end(),
                                 [](const line& l) { return l.opening.has_value(); });
    if (at == lines_.end())
        return;
    lines_.erase(at);
    ++counts_.given_up;
}

void world::change_elsewhere(std::size_t room)
{
    const auto name = any_of(const_cast<std::vector<std::string>&>(people));
    const auto now = service_->now();
    const mutation changes_of_others[] = {
        [=](session& s, version) -> result<changes> { return s.kick(name, now); },
        [=](session& s, version) -> result<changes> { return s.stop(now); },
        [=](session& s, version) -> result<changes> { return s.reset(now); },
        [=](session& s, version) -> result<changes>
        { return s.start(now, {.lasts = std::chrono::seconds(1)}); },
        [=](session& s, version) -> result<changes>
        { return s.revoke_other_control_keys(std::nullopt); },
        [=](session& s, version) -> result<changes> { return s.lock_door(false); },
    };
    const bool missed = happens(50);
    counts_.renewed += missed ? 1 : 0;
    faulty_->change_elsewhere(known_[room].id, changes_of_others[below(6)], missed, now);
}

// --- In the end

void world::calm_down()
{
    if (faulty_)
    {
        faulty_->revive();
        faulty_->now_and_then = {.waits = 30, .longest = 20ms};
    }
    pass(8s);
    while (std::any_of(lines_.begin(), lines_.end(),
                       [](const line& l) { return l.shown.closed().has_value(); }))
        look_around();
    pass(6s);
    for (int ticks = 0; ticks < 40 && service_->calls_in_flight() != 0; ++ticks)
        pass(50ms); // a tick may just have begun something
}

bool world::is_present(const std::string& id, const std::optional<seat_number>& seat) const
{
    return std::any_of(lines_.begin(), lines_.end(),
                       [&](const line& l)
                       {
                           const auto& who = l.shown.who();
                           if (l.id != id || who.seat != seat)
                               return false;
                           return seat || who.role == role::controller;
                       });
}

void world::check_calm()
{
    if (!asked_.empty())
        fail(asked_.front().label + " isn't answered");
    if (service_->calls_in_flight() != 0)
        fail("a call in flight");
    const auto now = service_->now();
    for (const auto& known : known_)
    {
        const auto& id = known.id;
        const session_reader look = [&](const session& s, version current)
        {
            if (s.round().ends() && *s.round().ends() + between_ticks < now)
                fail("a round is open whose time is up");
            for (const seat& someone : s.seats())
            {
                if (someone.is_present() != is_present(id, someone.number()))
                    fail("seat " + std::to_string(someone.number()) + " of " + id +
                         (someone.is_present() ? " is present without a websocket"
                                               : " is absent with a websocket"));
            }
            if (s.control().is_present() != is_present(id, std::nullopt))
                fail("control of " + id +
                     (s.control().is_present() ? " is present without a websocket"
                                               : " is absent with a websocket"));
            for (const line& l : lines_)
            {
                if (l.id != id)
                    continue;
                const auto& who = l.shown.who();
                if (who.seat && s.seats().find(*who.seat) == nullptr)
                    fail("a websocket of a seat that is gone stays open");
                else if (who.control_key && !s.control_keys().has(*who.control_key))
                    fail("a websocket with a key that is revoked stays open");
                else if (auto other = l.shown.difference(service_->view(who, id, s, current));
                         !other.empty())
                    fail("a page " + other);
                ++counts_.compared;
            }
        };
        const auto found = memory_->read(id, look, now).get();
        const bool has_lines =
            std::any_of(lines_.begin(), lines_.end(), [&](const line& l) { return l.id == id; });
        if (found.has_error() && has_lines)
            fail("a websocket of a session that is over stays open");

        // Each round ends once.
        const auto of = store_->told().find(id);
        if (of == store_->told().end())
            continue;
        bool is_open = false;
        std::uint32_t round = 0;
        bool missed = false;
        for (const auto& [v, then] : of->second)
        {
            missed = !then.done;
            if (missed)
            {
                is_open = then.after.open();
                round = then.after.round().number();
                continue;
            }
            if (then.done->closed && !is_open && !then.done->opened)
                fail("round " + std::to_string(round) + " of " + id + " ends twice");
            if (then.done->closed && then.after.round().ends())
                fail("a round that ended has a timer");
            is_open = then.after.open();
            round = then.after.round().number();
        }
        for (const auto& [where, mark] : refused_marks_)
        {
            for (const auto& [v, then] : of->second)
            {
                if (where == id && stands_in(then.after, mark))
                    fail(mark + " was refused, and is kept");
            }
        }
    }
}

} // namespace pajthy::test
