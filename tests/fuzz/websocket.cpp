// A client that sends anything on a websocket, while events come.
//
// The first byte of the input is the client: `c` a controller, `a` Ana, any other a watcher. A `|`
// ends a segment: the server reads it before the client sends the next. If the byte after the `|`
// is one of the letters below, its action is between the two.
#include "mini_server.hpp"
#include "require.hpp"
#include "wire_check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace
{

using namespace pajthy::fuzz;
using boost::beast::http::verb;

struct action
{
    char letter;
    void (*run)(mini_server&);
};

void control(mini_server& server, std::string_view what, std::string body = {})
{
    server.ask(verb::patch, "control/" + std::string(what), std::move(body), control_key);
}

// clang-format off
constexpr action actions[] = {
    {'s', [](mini_server& s) { control(s, "start"); }},
    {'x', [](mini_server& s) { control(s, "stop"); }},
    {'r', [](mini_server& s) { control(s, "reset"); }},
    {'k', [](mini_server& s) { control(s, "kick", "Ana"); }},
    {'m', [](mini_server& s) { s.ask(verb::post, "control/keys", "", control_key); }},
    {'d', [](mini_server& s) { s.ask(verb::delete_, "control/keys", "", next_key); }},
    {'v', [](mini_server& s) { s.ask(verb::put, "", R"({"Participant":"Ana","Choice":"½"})", ana_key); }},
    {'w', [](mini_server& s) { s.ask(verb::put, "", R"({"Participant":"Bob","Choice":"1"})", bob_key); }},
    {'j', [](mini_server& s) { s.ask(verb::put, "join", "Zoë", ""); }},
    {'t', [](mini_server& s) { s.advance_time(std::chrono::seconds(6)); }},
    {'o', [](mini_server& s) { s.advance_time(std::chrono::hours(24)); }}, // the session is over
    {'q', [](mini_server& s) { s.stop(); }},
};
// clang-format on

std::string upgrade_for(char who)
{
    std::string out = "GET /api/" + std::string(session_id);
    out.append(who == 'c' ? "/control/ws" : who == 'a' ? "/ws?as=Ana" : "/ws");
    out.append(" HTTP/1.1\r\nHost: pajthy.example\r\n"
               "Connection: Upgrade\r\nUpgrade: websocket\r\n"
               "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    out.append("Authorization: Bearer ").append(who == 'c' ? control_key : ana_key);
    return out.append("\r\n\r\n");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    mini_server server;
    server.send(upgrade_for(rest.front()));
    require(server.received().starts_with("HTTP/1.1 101 "), "a valid upgrade is granted");
    rest.remove_prefix(1);
    while (!rest.empty())
    {
        const auto end = std::min(rest.find('|'), rest.size());
        server.send(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto* const next =
            std::find_if(std::begin(actions), std::end(actions),
                         [&](const auto& a) { return rest.starts_with(a.letter); });
        if (end == rest.size() || next == std::end(actions))
            continue;
        next->run(server);
        rest.remove_prefix(1);
    }
    server.close();
    check_everything(server.received());
    return 0;
}
