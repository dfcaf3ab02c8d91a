#include "mini_server.hpp"

#include "require.hpp"

#include <pajthy/bus/local_event_bus.hpp>
#include <pajthy/field_value.hpp>
#include <pajthy/log.hpp>
#include <pajthy/store/memory_store.hpp>
#include <pajthy/wire/bodies.hpp>

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pajthy::fuzz
{
namespace
{

// In the order in which the server needs them.
constexpr std::string_view known_keys[] = {control_key, ana_key, bob_key, next_key};

const auto peer = asio::ip::make_address("192.0.2.1");

} // namespace

mini_server::mini_server()
    : store_(make_memory_store(limits_.session)), bus_(make_local_event_bus()),
      service_(
          {}, *store_, *bus_, [this] { return now_; }, [] { return unix_time(); }),
      api_(
          settings(), service_, [this] { return now_; },
          [this](std::span<std::uint8_t> bytes) { fill(bytes); }),
      pages_(bundle()), site_({}, api_, pages_, counters_),
      wheel_(now_), context_{.pages = site_,
                             .api = api_,
                             .proxies = proxies_,
                             .limits = limits_,
                             .wheel = wheel_,
                             .connections = connections_,
                             .deferred = deferred_,
                             .counters = counters_,
                             .now = [this] { return now_; }}
{
    require(proxies_.add(peer.to_string()), "an address is one");
    log::set_level(log::level::off);

    send_to_handler(http::verb::post, {}, R"(["1","2","½","?"])", "");
    ask(http::verb::put, "join", "Ana", "");
    ask(http::verb::put, "join", "Bob", "");
    ask(http::verb::patch, "control/start", "", control_key);
    ask(http::verb::put, "", R"({"Participant":"Ana","Choice":"2"})", ana_key);

    std::array<int, 2> ends{};
    require(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0, "there are sockets");
    client_ = ends[0];
    stream_socket server(loop_, asio::ip::tcp::v4(), ends[1]);
    serve_connection(std::move(server), peer, {}, context_);
    run_until_idle();
}

mini_server::~mini_server()
{
    ::close(client_);
}

// Small enough for a short input to pass each of them.
handler_settings mini_server::settings()
{
    handler_settings out;
    out.limits.http.head_bytes = 1'024;
    out.limits.http.target_bytes = 128;
    out.limits.http.fields = 12;
    out.limits.http.body_bytes = 512;
    out.limits.session.choices = 8;
    out.limits.session.participants = 4;
    out.limits.websocket.message_bytes = 256;
    out.limits.websocket.messages = {10, 60};
    return out;
}

// The n-th id consists of the digit n alone. The first keys are the known ones.
void mini_server::fill(std::span<std::uint8_t> bytes)
{
    if (bytes.size() != key::size)
    {
        std::fill(bytes.begin(), bytes.end(), static_cast<std::uint8_t>(++ids_made_));
        return;
    }
    key made;
    made.bytes.fill(static_cast<std::uint8_t>(keys_made_));
    if (keys_made_ < std::size(known_keys))
        made = read_key(known_keys[keys_made_]).value();
    std::copy(made.bytes.begin(), made.bytes.end(), bytes.begin());
    ++keys_made_;
}

void mini_server::send(std::string_view bytes)
{
    // It is no failure if the server has closed the connection already.
    [[maybe_unused]] const auto n =
        ::send(client_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    run_until_idle();
}

void mini_server::close()
{
    ::shutdown(client_, SHUT_WR);
    run_until_idle();
    require(counters_.connections_open.now() == 0, "no connection is left");
    require(counters_.websockets_open.now() == 0, "no websocket is left");
    require(connections_.empty(), "no connection is left in the list");
    require(bus_->subscribers() == 0, "nobody listens any more");
}

void mini_server::ask(http::verb method, std::string_view path, std::string body,
                      std::string_view key)
{
    std::vector<std::string> segments{std::string(session_id)};
    while (!path.empty())
        segments.emplace_back(take_part(path, '/'));
    send_to_handler(method, std::move(segments), std::move(body), key);
}

void mini_server::send_to_handler(http::verb method, std::vector<std::string> path,
                                  std::string body, std::string_view key)
{
    request req;
    req.method = method;
    req.path = std::move(path);
    req.body = std::move(body);
    req.peer = peer;
    if (!key.empty())
        req.authorization = "Bearer " + std::string(key);
    auto responded = api_.handle(req);
    require(responded.done(), "nothing here has to wait");
    require(responded.get().status != http::status::internal_server_error,
            "nothing goes wrong inside");
    run_until_idle();
}

void mini_server::advance_time(duration time)
{
    now_ += time;
    wheel_.advance(now_);
    api_.tick();
    require(service_.calls_in_flight() == 0, "nothing here has to wait");
    run_until_idle();
}

void mini_server::stop()
{
    context_.stopping = true;
    for (auto& connection : connections_)
        connection.close_gracefully(now_);
    advance_time(timer_wheel::step);
}

// Until the server waits for the client or for time to pass, and the client has read everything.
void mini_server::run_until_idle()
{
    do
    {
        loop_.restart();
        loop_.poll();
    } while (read_some());
}

bool mini_server::read_some()
{
    std::array<char, 4 * 1024> buffer;
    const auto n = ::recv(client_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (n <= 0)
        return false;
    received_.append(buffer.data(), static_cast<std::size_t>(n));
    return true;
}

} // namespace pajthy::fuzz
