#include <pajthy/service/event_publisher.hpp>

#include <pajthy/bus/local_event_bus.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

using texts = std::vector<std::string>;

constexpr viewer controller{role::controller, std::nullopt};
constexpr viewer watcher{role::voter, std::nullopt};

constexpr viewer seated(seat_number number)
{
    return {role::voter, number};
}

// A bus, and a publisher for all of its sessions.
class published_bus
{
public:
    std::unique_ptr<subscription> subscribe(std::string_view session, viewer who, subscriber& to)
    {
        return bus_->subscribe(session, who, to);
    }

    void emit(std::string_view session, std::uint64_t seq, const std::vector<session_event>& events)
    {
        channel* const to = bus_->find(session);
        if (to != nullptr)
            publisher_.publish(*to, votes_[to], events, seq);
    }

    void end(std::string_view session)
    {
        if (channel* const to = bus_->find(session))
            to->close({}, close_code::over);
    }

    std::size_t subscribers() const { return bus_->subscribers(); }
    const deliveries& counted() const { return publisher_.counted(); }

private:
    std::unique_ptr<event_bus> bus_ = make_local_event_bus();
    event_publisher publisher_;
    std::map<const channel*, vote_texts> votes_;
};

std::unique_ptr<published_bus> make_bus()
{
    return std::make_unique<published_bus>();
}

class listener final : public subscriber
{
public:
    listener(published_bus& bus, std::string_view session, viewer who)
        : subscription_(bus.subscribe(session, who, *this))
    {}

    void deliver(const frame& f) noexcept override { frames.push_back(f); }
    void close(close_code why) noexcept override { closed.push_back(why); }
    void unsubscribe() { subscription_.reset(); }

    texts heard() const
    {
        texts out;
        for (const auto& f : frames)
            out.emplace_back(rfc6455::payload_of(*f.bytes));
        return out;
    }

    std::vector<frame> frames;
    std::vector<close_code> closed;

private:
    std::unique_ptr<subscription> subscription_; // the last member: it ends first
};

event::disabled closed()
{
    event::disabled out;
    out.result.votes = {{"Ana", "5"}};
    out.result.statistics.votes = 1;
    out.result.statistics.mean = 5.0;
    out.result.statistics.median = 5.0;
    return out;
}

const session_event vote = event::vote{{"Ana"}};
const session_event reset = event::reset{};
const session_event enabled = event::enabled{2, {0, 3, {}}, "", 1, std::nullopt, false};
const session_event people = event::participants_change{{"Ana", "Bob"},
                                                        {1, 2},
                                                        {"Bob"},
                                                        {unix_time(std::chrono::milliseconds(5))},
                                                        unix_time(std::chrono::milliseconds(6))};
const session_event progress = event::progress{{1, 2, {"Bob"}}};
const session_event disabled = closed();

// --- Who gets what

TEST_CASE("votes and participants go to controllers alone")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener ana(*bus, "a", seated(1));
    listener guest(*bus, "a", watcher);
    bus->emit("a", 7, {vote, people});
    REQUIRE(host.heard() ==
            texts{R"({"Kind":"vote","Data":{"Votes":{"Ana":"*"}},"Seq":7})",
                  R"({"Kind":"participants-change",)"
                  R"("Data":{"Participants":["Ana","Bob"],"Numbers":[1,2],"Away":["Bob"],)"
                  R"("Since":{"Bob":5},"Now":6},"Seq":7})"});
    REQUIRE(ana.heard().empty());
    REQUIRE(guest.heard().empty());
}

TEST_CASE("progress goes to voters alone, with a seat or without")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener ana(*bus, "a", seated(1));
    listener guest(*bus, "a", watcher);
    bus->emit("a", 7, {progress});
    const texts expected{
        R"({"Kind":"progress","Data":{"Voted":1,"Of":2,"Waiting":["Bob"]},"Seq":7})"};
    REQUIRE(ana.heard() == expected);
    REQUIRE(guest.heard() == expected);
    REQUIRE(host.heard().empty());
}

TEST_CASE("start, close and reset go to everybody")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener ana(*bus, "a", seated(1));
    listener guest(*bus, "a", watcher);
    bus->emit("a", 7, {enabled, disabled, reset});
    REQUIRE(host.frames.size() == 3);
    REQUIRE(ana.frames.size() == 3);
    REQUIRE(guest.heard() == ana.heard());
}

TEST_CASE("each role gets its own text of an event")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener ana(*bus, "a", seated(1));
    bus->emit("a", 7, {enabled});
    REQUIRE(host.heard() == texts{R"({"Kind":"enabled","Data":{"Open":true,"Round":2},"Seq":7})"});
    REQUIRE(ana.heard() ==
            texts{R"({"Kind":"enabled","Data":{"Open":true,"Round":2,"Voted":0,"Of":3,)"
                  R"("Waiting":[]},"Seq":7})"});
}

TEST_CASE("what a seat is told of itself goes to all its sockets and to nobody else")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener phone(*bus, "a", seated(1));
    listener laptop(*bus, "a", seated(1));
    listener bob(*bus, "a", seated(2));
    listener guest(*bus, "a", watcher);
    bus->emit("a", 7, {event::you{1, "Ana", "5"}});
    const texts told{R"({"Kind":"you","Data":{"Seat":1,"Name":"Ana","Own":"5"},"Seq":7})"};
    REQUIRE(phone.heard() == told);
    REQUIRE(laptop.heard() == told);
    REQUIRE(host.heard().empty());
    REQUIRE(bob.heard().empty());
    REQUIRE(guest.heard().empty());
}

TEST_CASE("everybody of a role shares one text")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener other_host(*bus, "a", controller);
    listener ana(*bus, "a", seated(1));
    listener guest(*bus, "a", watcher);
    bus->emit("a", 7, {reset});
    REQUIRE(host.frames.front().bytes == other_host.frames.front().bytes);
    REQUIRE(ana.frames.front().bytes == guest.frames.front().bytes);
    REQUIRE(host.frames.front().bytes != ana.frames.front().bytes);
}

TEST_CASE("events come in the order in which they were emitted")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    bus->emit("a", 7, {vote, reset});
    bus->emit("a", 8, {reset, vote});
    const std::string vote_7 = R"({"Kind":"vote","Data":{"Votes":{"Ana":"*"}},"Seq":7})";
    const std::string vote_8 = R"({"Kind":"vote","Data":{"Votes":{"Ana":"*"}},"Seq":8})";
    const std::string reset_7 = R"({"Kind":"reset","Data":{"Open":false},"Seq":7})";
    const std::string reset_8 = R"({"Kind":"reset","Data":{"Open":false},"Seq":8})";
    REQUIRE(host.heard() == texts{vote_7, reset_7, reset_8, vote_8});
}

TEST_CASE("states may be superseded while they wait, everything else lasts")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener ana(*bus, "a", seated(1));
    bus->emit("a", 7, {enabled, vote, people, disabled, reset, progress, event::kicked{1}});

    const auto states = [](const listener& l)
    {
        std::string out;
        for (const auto& f : l.frames)
        {
            const bool is_state = f.state != reliable;
            const std::string_view text = rfc6455::payload_of(*f.bytes);
            out.append(is_state ? "state " : "").append(text.substr(9, text.find('"', 9) - 9));
            out.append(" ");
        }
        return out;
    };
    REQUIRE(states(host) == "enabled state vote state participants-change disabled reset ");
    REQUIRE(states(ana) == "enabled disabled reset state progress kicked ");
    REQUIRE(host.frames[1].state != host.frames[2].state);
}

TEST_CASE("a session hears nothing of another")
{
    const auto bus = make_bus();
    listener here(*bus, "a", controller);
    listener there(*bus, "b", controller);
    bus->emit("a", 7, {reset});
    bus->end("a");
    REQUIRE(here.frames.size() == 1);
    REQUIRE(there.frames.empty());
    REQUIRE(there.closed.empty());
}

TEST_CASE("an event that nobody listens to is no trouble")
{
    const auto bus = make_bus();
    bus->emit("a", 7, {vote, disabled, event::kicked{1}});
    bus->end("a");
    listener ana(*bus, "a", seated(1));
    bus->emit("a", 8, {vote, people});
    REQUIRE(ana.frames.empty());
}

// --- Kicked

TEST_CASE("kicked goes to all sockets of the seat and closes them with 4001")
{
    const auto bus = make_bus();
    listener phone(*bus, "a", seated(1));
    listener laptop(*bus, "a", seated(1));
    bus->emit("a", 7, {event::kicked{1}});
    for (const auto* const socket : {&phone, &laptop})
    {
        REQUIRE(socket->heard() == texts{R"({"Kind":"kicked","Data":{},"Seq":7})"});
        REQUIRE(socket->closed == std::vector{close_code::kicked});
    }
}

TEST_CASE("nothing follows a kick or an end")
{
    const auto bus = make_bus();
    listener ana(*bus, "one", seated(1));
    bus->emit("one", 5, {event::kicked{1}, disabled});
    bus->emit("one", 6, {enabled});
    bus->end("one");
    REQUIRE(ana.heard() == texts{R"({"Kind":"kicked","Data":{},"Seq":5})"});
    REQUIRE(ana.closed == std::vector{close_code::kicked});
}

TEST_CASE("kicked goes to nobody but the seat")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener seated_host(*bus, "a", {role::controller, 1});
    listener bob(*bus, "a", seated(2));
    listener guest(*bus, "a", watcher);
    listener elsewhere(*bus, "b", seated(1));
    bus->emit("a", 7, {event::kicked{1}});
    for (const auto* const other : {&host, &seated_host, &bob, &guest, &elsewhere})
    {
        REQUIRE(other->frames.empty());
        REQUIRE(other->closed.empty());
    }
}

TEST_CASE("whoever stays hears what comes after a kick")
{
    const auto bus = make_bus();
    listener ana(*bus, "a", seated(1));
    listener bob(*bus, "a", seated(2));
    bus->emit("a", 7, {event::kicked{1}, disabled});
    REQUIRE(
        bob.heard() ==
        texts{R"({"Kind":"disabled","Data":{"Open":false,"Votes":{"Ana":"5"},"Statistics":)"
              R"({"Votes":1,"Abstentions":0,"Mean":"5.00","Median":"5.00"},"Asked":0},"Seq":7})"});
}

// --- The end of a session

TEST_CASE("the end of a session closes everybody with 4004")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener ana(*bus, "a", seated(1));
    listener guest(*bus, "a", watcher);
    bus->end("a");
    for (const auto* const l : {&host, &ana, &guest})
    {
        REQUIRE(l->closed == std::vector{close_code::over});
        REQUIRE(l->frames.empty());
    }
}

// --- Subscriptions

TEST_CASE("a subscription ends with its life")
{
    const auto bus = make_bus();
    listener ana(*bus, "a", seated(1));
    bus->emit("a", 7, {reset});
    ana.unsubscribe();
    bus->emit("a", 8, {reset});
    bus->end("a");
    REQUIRE(ana.frames.size() == 1);
    REQUIRE(ana.closed.empty());
}

TEST_CASE("whoever unsubscribes in the middle takes nobody along")
{
    for (int leaver = 0; leaver < 3; ++leaver)
    {
        const auto bus = make_bus();
        listener first(*bus, "a", seated(1));
        listener second(*bus, "a", seated(2));
        listener third(*bus, "a", seated(3));
        listener* const all[] = {&first, &second, &third};
        all[leaver]->unsubscribe();
        bus->emit("a", 7, {reset});
        for (int i = 0; i < 3; ++i)
            REQUIRE(all[i]->frames.size() == (i == leaver ? 0U : 1U));
    }
}

TEST_CASE("of two sockets of one seat, the one that unsubscribes is the one that hears no more")
{
    for (int leaver = 0; leaver < 2; ++leaver)
    {
        const auto bus = make_bus();
        listener first(*bus, "a", seated(1));
        listener second(*bus, "a", seated(1));
        listener* const both[] = {&first, &second};
        both[leaver]->unsubscribe();
        bus->emit("a", 7, {reset});
        for (int i = 0; i < 2; ++i)
            REQUIRE(both[i]->frames.size() == (i == leaver ? 0U : 1U));
    }
}

TEST_CASE("a kick still finds its seat after others have unsubscribed")
{
    const auto bus = make_bus();
    listener ana(*bus, "a", seated(1));
    listener bob(*bus, "a", seated(2));
    listener cleo(*bus, "a", seated(3));
    ana.unsubscribe();
    bus->emit("a", 7, {event::kicked{3}});
    REQUIRE(cleo.closed == std::vector{close_code::kicked});
    REQUIRE(bob.closed.empty());
}

TEST_CASE("a session that everybody has left can be listened to again")
{
    const auto bus = make_bus();
    {
        listener ana(*bus, "a", seated(1));
    }
    listener bob(*bus, "a", seated(2));
    bus->emit("a", 7, {reset});
    REQUIRE(bob.frames.size() == 1);
}

TEST_CASE("the name of a session need not live on")
{
    const auto bus = make_bus();
    std::string name = "a session with quite a long name";
    listener ana(*bus, name, seated(1));
    const auto same = name;
    name.assign(name.size(), 'x');
    bus->emit(same, 7, {reset});
    REQUIRE(ana.frames.size() == 1);
}

TEST_CASE("subscribers are counted in all")
{
    const auto bus = make_bus();
    REQUIRE(bus->subscribers() == 0);

    listener host(*bus, "a", controller);
    listener ana(*bus, "a", seated(1));
    listener there(*bus, "b", watcher);
    REQUIRE(bus->subscribers() == 3);

    host.unsubscribe();
    ana.unsubscribe();
    REQUIRE(bus->subscribers() == 1);
}

TEST_CASE("what is delivered is counted by the kind of event")
{
    const auto bus = make_bus();
    listener host(*bus, "a", controller);
    listener ana(*bus, "a", seated(1));
    listener bob(*bus, "a", seated(2));
    bus->emit("a", 7, {reset, event::kicked{2}});
    bus->emit("a", 8, {reset});
    bus->emit("nobody's", 9, {reset});

    const auto& of_reset = bus->counted()[session_event(reset).index()];
    CHECK(of_reset.events == 2);
    CHECK(of_reset.frames == 3 + 2);
    CHECK(of_reset.bytes == 5 * ana.frames.front().bytes->size());
    const auto& of_kicked = bus->counted()[session_event(event::kicked{2}).index()];
    CHECK(of_kicked.events == 1);
    CHECK(of_kicked.frames == 1);
    CHECK(of_kicked.bytes == bob.frames.back().bytes->size());
}

TEST_CASE("many sessions do not get into each other's way")
{
    const auto bus = make_bus();
    std::vector<std::unique_ptr<listener>> all;
    for (int i = 0; i < 1000; ++i)
        all.push_back(std::make_unique<listener>(*bus, "session " + std::to_string(i), controller));
    bus->emit("session 500", 7, {reset});
    for (std::size_t i = 0; i < all.size(); ++i)
        REQUIRE(all[i]->frames.size() == (i == 500 ? 1U : 0U));
    all.erase(all.begin(), all.begin() + 500);
    REQUIRE(bus->subscribers() == 500);
    bus->emit("session 500", 8, {reset});
    REQUIRE(all.front()->frames.size() == 2);
}

// --- When memory is short

TEST_CASE("whoever cannot be subscribed is not, and nobody else is gone")
{
    for (const bool has_topic : {false, true})
    {
        const auto shortages = with_every_shortage(
            [&]
            {
                auto bus = make_bus();
                auto host = has_topic ? std::make_unique<listener>(*bus, "a", controller) : nullptr;
                return std::pair(std::move(bus), std::move(host));
            },
            [](auto& on) { std::make_unique<listener>(*on.first, "a", controller); },
            [&](auto& on, bool has_thrown)
            {
                auto& [bus, host] = on;
                REQUIRE(has_thrown);
                REQUIRE(bus->subscribers() == (has_topic ? 1 : 0));
                bus->emit("a", 7, {reset});
                listener again(*bus, "a", controller);
                bus->emit("a", 8, {reset});
                REQUIRE(again.heard().size() == 1);
                REQUIRE((!host || host->heard().size() == 2));
            });
        REQUIRE(shortages != 0);
    }
}

TEST_CASE("what could not be published is not taken for told")
{
    const session_event next_vote = event::vote{{"Ana", "Bob, who has a rather long name"}};
    struct scene
    {
        published_bus bus;
        listener host{bus, "a", controller};
        std::vector<session_event> news;
    };
    const auto shortages = with_every_shortage(
        [&]
        {
            auto out = std::make_unique<scene>();
            out->bus.emit("a", 1, {vote});
            out->host.frames.reserve(8);
            out->news = {next_vote};
            return out;
        },
        [](auto& on) { on->bus.emit("a", 2, on->news); },
        [&](auto& on, bool has_thrown)
        {
            REQUIRE(has_thrown);
            REQUIRE(on->host.heard().size() == 1);
            on->bus.emit("a", 3, on->news);
            REQUIRE(on->host.heard().back() ==
                    R"({"Kind":"vote","Data":{"Votes":{"Ana":"*",)"
                    R"("Bob, who has a rather long name":"*"}},"Seq":3})");
        });
    REQUIRE(shortages != 0);
}

} // namespace
} // namespace pajthy
