// What the parts of a vote's way through the server cost, without a socket.
#include <pajthy/bus/local_event_bus.hpp>
#include <pajthy/bus/outbox.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/service/event_publisher.hpp>
#include <pajthy/limits.hpp>
#include <pajthy/store/memory_store.hpp>
#include <pajthy/wire/bodies.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace
{

using namespace pajthy;

// --- What the benchmarks stand on

/// A websocket that takes everything at once, as one does whose peer keeps up.
class page final : public subscriber
{
public:
    void deliver(const frame& f) noexcept override
    {
        if (outbox_.push(f, outbox::peer::keeps_up))
            benchmark::DoNotOptimize(outbox_.take());
    }

    void close(close_code) noexcept override {}

private:
    outbox outbox_{{websocket_limits().outbox_bytes, websocket_limits().outbox_frames}};
};

/// Pages that listen to a session, the first as its controller.
class open_pages
{
public:
    /// `listen` takes a viewer and a page, and returns the owner of the subscription.
    template <class Listen>
    open_pages(std::size_t size, Listen listen) : pages_(size)
    {
        for (auto& one : pages_)
            subscriptions_.push_back(
                listen(viewer{subscriptions_.empty() ? role::controller : role::voter}, one));
    }

private:
    std::vector<page> pages_;
    std::vector<std::shared_ptr<void>> subscriptions_;
};

/// The handler, with a store and a bus of its own, a clock that stands still and no rate limit.
class isolated_handler
{
public:
    response ask(const request& req) { return api_.handle(req).get(); }

    std::unique_ptr<attendance> attach(const std::string& id, viewer who, subscriber& to)
    {
        return service_.attach(id, who, std::nullopt, to).get().value();
    }

private:
    static handler_settings settings()
    {
        handler_settings out;
        out.limits.address = {.create = {},
                              .unknown_ids = {},
                              .wrong_keys = {},
                              .joins = {},
                              .renames = {},
                              .calls = {}};
        return out;
    }

    void fill(std::span<std::uint8_t> bytes)
    {
        std::ranges::generate(bytes, [this] { return filled_++; });
    }

    std::uint8_t filled_ = 0;
    std::unique_ptr<session_store> store_ = make_memory_store(settings().limits.session);
    std::unique_ptr<event_bus> bus_ = make_local_event_bus();
    session_service service_{{},
                             *store_,
                             *bus_,
                             [] { return time_point(std::chrono::hours(1'000)); },
                             [] { return unix_time(); }};
    handler api_{settings(), service_, [] { return time_point(std::chrono::hours(1'000)); },
                 [this](std::span<std::uint8_t> bytes) { fill(bytes); }};
};

// The text member `name` of what the handler has written.
std::string text_member(std::string_view object, std::string_view name)
{
    const auto at = object.find('"' + std::string(name) + R"(":")");
    if (at == std::string_view::npos)
        throw std::logic_error("no member in " + std::string(object));
    const auto begin = at + name.size() + 4;
    return std::string(object.substr(begin, object.find('"', begin) - begin));
}

// --- The benchmarks

void read_a_vote(benchmark::State& state)
{
    const std::string body = R"({"Participant":"Ana","Choice":"5"})";
    for (auto _ : state)
        benchmark::DoNotOptimize(read_vote(body));
}
BENCHMARK(read_a_vote);

request request_of(http::verb method, std::vector<std::string> path, std::string body,
                   const std::string& key = {})
{
    request out;
    out.method = method;
    out.path = std::move(path);
    out.host = "pajthy.example";
    if (!key.empty())
        out.authorization = "Bearer " + key;
    out.body = std::move(body);
    return out;
}

// In a team of ten, of whom one changes their mind over and over. Everybody listens.
void handle_a_vote(benchmark::State& state)
{
    constexpr std::size_t voters = 10;
    isolated_handler at;
    const auto made = at.ask(request_of(http::verb::post, {}, R"(["1","2","3","5","8"])")).body;
    const auto id = text_member(made, "Id");
    std::string name;
    std::string key;
    for (std::size_t i = 1; i <= voters; ++i)
    {
        name = "Voter " + std::to_string(i);
        key = text_member(at.ask(request_of(http::verb::put, {id, "join"}, name)).body, "SeatKey");
    }
    at.ask(request_of(http::verb::patch, {id, "control", "start"}, {},
                      text_member(made, "ControlKey")));
    const open_pages everybody(1 + voters, [&](const viewer& who, page& one)
                               { return at.attach(id, who, one); });

    const auto vote = [&](std::string_view choice)
    {
        std::string body = R"({"Participant":")" + name + R"(","Choice":")";
        return request_of(http::verb::put, {id}, body.append(choice).append(R"("})"), key);
    };
    const request votes[] = {vote("1"), vote("2")};
    std::size_t turn = 0;
    for (auto _ : state)
    {
        if (at.ask(votes[turn++ % std::size(votes)]).status != http::status::accepted)
            state.SkipWithError("the vote was refused");
    }
}
BENCHMARK(handle_a_vote);

// To as many pages as the argument says.
void emit_an_event(benchmark::State& state)
{
    const auto pages = static_cast<std::size_t>(state.range(0));
    const auto bus = make_local_event_bus();
    const open_pages everybody(pages, [&](const viewer& who, page& one)
                               { return bus->subscribe("session", who, one); });
    const std::vector<session_event> events{event::enabled{.round = 1,
                                                           .state = {0, pages, {}},
                                                           .topic = "",
                                                           .attempt = 1,
                                                           .timer = {},
                                                           .restored = false}};
    event_publisher publisher;
    vote_texts votes;
    std::uint64_t seq = 0;
    for (auto _ : state)
        publisher.publish(*bus->find("session"), votes, events, ++seq);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(emit_an_event)->Arg(10)->Arg(1'000);

} // namespace

BENCHMARK_MAIN();
