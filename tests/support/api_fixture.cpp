#include "tests/support/api_fixture.hpp"

#include "tests/simulation/faulty_store.hpp"
#include "tests/store/forwarding_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/run_task.hpp"

#include <pajthy/bus/local_event_bus.hpp>
#include <pajthy/store/memory_store.hpp>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <list>

namespace pajthy::test
{
namespace
{

namespace json = boost::json;

std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> out;
    for (;;)
    {
        const auto end = text.find(at);
        out.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return out;
        text.remove_prefix(end + 1);
    }
}

// They must outlive what stands in front of them.
struct slow_parts
{
    explicit slow_parts(const session_limits& limits)
        : memory(make_memory_store(limits)), slow(*memory, 1)
    {}

    std::unique_ptr<session_store> memory;
    faulty_store slow;
};

// That store behind a network, as slow as it can be.
class slow_store final : private slow_parts, public forwarding_store
{
public:
    explicit slow_store(const session_limits& limits)
        : slow_parts(limits), forwarding_store(slow),
          turns_(other_turns.insert(other_turns.end(), [this] { return slow.run_one(); }))
    {
        slow.now_and_then.waits = 100;
    }
    slow_store(const slow_store&) = delete;
    slow_store& operator=(const slow_store&) = delete;
    ~slow_store() override { other_turns.erase(turns_); }

private:
    std::list<std::function<bool()>>::iterator turns_;
};

std::unique_ptr<session_store> store_of_tests(const session_limits& limits)
{
    const char* const wanted = std::getenv("PAJTHY_TEST_STORE");
    if (wanted != nullptr && std::string_view(wanted) == "slow")
        return std::make_unique<slow_store>(limits);
    return make_memory_store(limits);
}

// What began in the background is done, too.
void let_finish()
{
    while (!other_turns.empty() && give_turn())
    {}
}

} // namespace

// --- call

call::call(http::verb method, std::string_view target, std::string body)
{
    const auto question = target.find('?');
    const auto path = target.substr(0, question);
    request_.method = method;
    if (path.size() > 1)
        request_.path = split(path.substr(1), '/');
    if (question != std::string_view::npos)
    {
        for (const auto& parameter : split(target.substr(question + 1), '&'))
        {
            const auto equals = std::min(parameter.find('='), parameter.size() - 1);
            request_.query.emplace_back(parameter.substr(0, equals), parameter.substr(equals + 1));
        }
    }
    request_.body = std::move(body);
    request_.host = "pajthy.example";
    request_.peer = boost::asio::ip::make_address("192.0.2.1");
}

call& call::bearer(std::string_view key)
{
    return authorization("Bearer " + std::string(key));
}

call& call::authorization(std::string value)
{
    request_.authorization = std::move(value);
    return *this;
}

call& call::cookie(std::string_view name, std::string_view value)
{
    if (!request_.cookie.empty())
        request_.cookie.append("; ");
    request_.cookie.append(name).append("=").append(value);
    return *this;
}

call& call::origin(std::string value)
{
    request_.origin = std::move(value);
    return *this;
}

call& call::host(std::string value)
{
    request_.host = std::move(value);
    return *this;
}

call& call::from(std::string_view peer)
{
    request_.peer = boost::asio::ip::make_address(std::string(peer));
    return *this;
}

call& call::over_tls()
{
    request_.secure = true;
    return *this;
}

call& call::as_websocket()
{
    request_.websocket = true;
    return *this;
}

// --- Answers

std::string field(const response& answer, std::string_view name)
{
    std::string out;
    int found = 0;
    for (const auto& [key, value] : answer.fields)
    {
        if (key == name)
        {
            out = value;
            ++found;
        }
    }
    INFO("field " << name);
    REQUIRE(found <= 1);
    return out;
}

std::string text_member(std::string_view object, std::string_view name)
{
    const auto value = json::parse(object);
    return std::string(value.as_object().at(name).as_string());
}

std::string problem_body(std::string_view type, std::string_view title, unsigned status)
{
    std::string out = R"({"type":"urn:pajthy:)";
    out.append(type).append(R"(","title":")").append(title).append(R"(","status":)");
    return out.append(std::to_string(status)).append("}");
}

// --- test_subscriber

test_subscriber::test_subscriber(api_fixture& of, ticket granted)
    : fixture_(of), granted_(std::move(granted))
{
    auto attached = run_task(fixture_.api.attach(*granted_, *this));
    if (attached.has_error())
        failure_ = attached.error();
    else
        attendance_ = *std::move(attached);
    let_finish();
}

std::string test_subscriber::kinds_heard()
{
    std::string out;
    for (const auto& text : heard())
    {
        if (!out.empty())
            out.push_back(' ');
        out.append(text_member(text, "Kind"));
    }
    return out;
}

void test_subscriber::hang_up()
{
    attendance_.reset();
    granted_.reset();
    let_finish();
}

void test_subscriber::deliver(const frame& f) noexcept
{
    frames_.emplace_back(rfc6455::payload_of(*f.bytes));
}

void test_subscriber::close(close_code why) noexcept
{
    if (!closed_)
        closed_ = why;
}

// --- api_fixture

call put_join(const meeting& in, std::string name)
{
    return call(http::verb::put, "/" + in.id + "/join", std::move(name));
}

api_fixture::api_fixture(handler_settings settings)
    : api_fixture(settings, store_of_tests(settings.limits.session))
{}

api_fixture::api_fixture(handler_settings settings, std::unique_ptr<session_store> over)
    : store(std::move(over)), bus(make_local_event_bus()),
      service(
          {}, *store, *bus, [this] { return now; }, [this] { return date(); }),
      api(
          std::move(settings), service, [this] { return now; },
          [this](std::span<std::uint8_t> bytes) { fill(bytes); })
{}

// The number of the call, in digits to the base 32, over and over: the first id is "200000200000".
void api_fixture::fill(std::span<std::uint8_t> bytes)
{
    ++filled_;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(filled_ >> (5 * (i % 6)) & 31);
}

response api_fixture::send(const call& c)
{
    auto out = run_task(api.handle(c.value()));
    let_finish();
    return out;
}

meeting api_fixture::create(std::string body)
{
    const auto made = send(call(http::verb::post, "/", std::move(body)));
    REQUIRE(made.status == http::status::created);
    return {text_member(made.body, "Id"), text_member(made.body, "ControlKey")};
}

std::string api_fixture::join(const meeting& in, std::string name)
{
    const auto joined = send(put_join(in, std::move(name)));
    REQUIRE(joined.status == http::status::created);
    return text_member(joined.body, "SeatKey");
}

void api_fixture::vote(const meeting& in, std::string_view key, std::string_view name,
                       std::string_view choice)
{
    std::string body = R"({"Participant":")";
    body.append(name).append(R"(","Choice":")").append(choice).append(R"("})");
    const auto voted = send(call(http::verb::put, "/" + in.id, std::move(body)).bearer(key));
    REQUIRE(voted.status == http::status::accepted);
}

void api_fixture::control(const meeting& in, std::string_view what, std::string body)
{
    const auto done =
        send(call(http::verb::patch, "/" + in.id + "/control/" + std::string(what), std::move(body))
                 .bearer(in.control));
    REQUIRE(to_status_class(done.status) == http::status_class::successful);
}

std::unique_ptr<test_subscriber> api_fixture::listen(const call& c)
{
    auto answer = send(call(c).as_websocket());
    REQUIRE(answer.status == http::status::switching_protocols);
    REQUIRE(answer.upgrade);
    return std::make_unique<test_subscriber>(*this, std::move(*answer.upgrade));
}

std::unique_ptr<test_subscriber> api_fixture::listen_to_control(const meeting& in)
{
    return listen(call(http::verb::get, "/" + in.id + "/control/ws").bearer(in.control));
}

std::unique_ptr<test_subscriber> api_fixture::watch(const meeting& in)
{
    return listen(call(http::verb::get, "/" + in.id + "/ws"));
}

std::unique_ptr<test_subscriber> api_fixture::listen_as(const meeting& in, std::string_view key,
                                                        std::string_view name)
{
    return listen(call(http::verb::get, "/" + in.id + "/ws?as=" + std::string(name)).bearer(key));
}

std::string api_fixture::control_view(const meeting& in)
{
    return send(call(http::verb::get, "/" + in.id + "/control").bearer(in.control)).body;
}

std::string api_fixture::voter_view(const meeting& in)
{
    return send(call(http::verb::get, "/" + in.id)).body;
}

void api_fixture::tick()
{
    api.tick();
    let_finish();
}

} // namespace pajthy::test
