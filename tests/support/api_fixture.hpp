// The handler with everything around it in the hands of a test: the store and the bus that it is
// shipped with, a clock that stands still, and a generator without surprises.
//
// With PAJTHY_TEST_STORE=slow in the environment that store stands behind a network: each of its
// calls waits and is answered in any order, and whatever began is done when a call of the
// api_fixture returns.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/bus/event_bus.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/service/session_service.hpp>
#include <pajthy/store/session_store.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy::test
{

/// A request, put together in the order of a sentence:
/// `call(http::verb::put, "/ID/join", "Ana").cookie("…").from("192.0.2.7")`.
class call
{
public:
    /// `target` is what stands behind `{base}/api`, with a query perhaps; not percent-encoded.
    call(http::verb method, std::string_view target, std::string body = {});

    call& bearer(std::string_view key);
    call& authorization(std::string value);
    call& cookie(std::string_view name, std::string_view value);
    call& origin(std::string value);
    call& host(std::string value);
    call& from(std::string_view peer);
    call& over_tls();
    call& as_websocket();

    const request& value() const noexcept { return request_; }

private:
    request request_;
};

/// The value of a field of `answer`; the test fails if it is there twice. Empty if it is not there.
std::string field(const response& answer, std::string_view name);

/// The text member `name` of a JSON object.
std::string text_member(std::string_view object, std::string_view name);

/// `{"type":"urn:pajthy:TYPE","title":"TITLE","status":STATUS}`
std::string problem_body(std::string_view type, std::string_view title, unsigned status);

class api_fixture;

/// A websocket as the handler sees one. Hangs up when it dies.
class test_subscriber final : private subscriber
{
public:
    test_subscriber(api_fixture& of, ticket granted);
    test_subscriber(const test_subscriber&) = delete;
    test_subscriber& operator=(const test_subscriber&) = delete;
    ~test_subscriber() { hang_up(); }

    /// The frames since the last time this was asked.
    std::vector<std::string> heard() { return std::exchange(frames_, {}); }

    /// The same, by their kinds alone: "vote disabled".
    std::string kinds_heard();

    std::optional<close_code> closed() const noexcept { return closed_; }

    /// What `attach` failed with, if it did.
    boost::system::error_code failure() const noexcept { return failure_; }

    void hang_up();

private:
    void deliver(const frame& f) noexcept override;
    void close(close_code why) noexcept override;

    api_fixture& fixture_;
    std::optional<ticket> granted_;
    std::vector<std::string> frames_;
    std::optional<close_code> closed_;
    boost::system::error_code failure_;
    std::unique_ptr<attendance> attendance_;
};

/// What the server waits unless its options say something else.
inline constexpr milliseconds absence = waits().absence;
inline constexpr milliseconds undo_time = waits().undo;

/// A session that a test has made.
struct meeting
{
    std::string id;
    std::string control; // its key
};

/// Takes a seat, as `name`.
call put_join(const meeting& in, std::string name);

class api_fixture
{
public:
    explicit api_fixture(handler_settings settings = {});

    /// Over this store.
    api_fixture(handler_settings settings, std::unique_ptr<session_store> over);
    api_fixture(const api_fixture&) = delete;
    api_fixture& operator=(const api_fixture&) = delete;

    response send(const call& c);

    // --- What most tests begin with; each fails the test if it is refused.

    meeting create(std::string body = R"(["1","2","3"])");

    /// The seat's key.
    std::string join(const meeting& in, std::string name);
    void vote(const meeting& in, std::string_view key, std::string_view name,
              std::string_view choice);
    void start(const meeting& in) { control(in, "start"); }
    void stop(const meeting& in) { control(in, "stop"); }
    void reset(const meeting& in) { control(in, "reset"); }
    void control(const meeting& in, std::string_view what, std::string body = {});

    std::unique_ptr<test_subscriber> listen(const call& c);
    std::unique_ptr<test_subscriber> listen_to_control(const meeting& in);
    std::unique_ptr<test_subscriber> watch(const meeting& in);
    std::unique_ptr<test_subscriber> listen_as(const meeting& in, std::string_view key,
                                               std::string_view name);

    /// The whole view that a controller, or a watcher, gets.
    std::string control_view(const meeting& in);
    std::string voter_view(const meeting& in);

    void tick();

    /// Lets time pass, without a tick.
    void wait(duration time) { now += time; }

    /// Now, as a date: the clock's hours since 1970.
    unix_time date() const
    {
        return unix_time(std::chrono::floor<milliseconds>(now.time_since_epoch()));
    }

    time_point now = time_point(std::chrono::hours(1'000));
    std::unique_ptr<session_store> store;
    std::unique_ptr<event_bus> bus;

private:
    void fill(std::span<std::uint8_t> bytes);

    std::uint32_t filled_ = 0; // how often the generator was asked

public:
    session_service service;
    handler api;
};

} // namespace pajthy::test
