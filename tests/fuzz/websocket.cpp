// A client that sends anything on a websocket, while events come.
//
// The first byte of the input says who listens: `c` a controller, `a` Ana, anybody else nobody in
// particular. A `|` ends a segment: the server has read what stands before it when the rest comes.
// If the byte behind it is one of the letters below, that happens between the two.
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

struct happening
{
    char letter;
    void (*happen)(mini_server&);
};

void control(mini_server& server, std::string_view what, std::string body = {})
{
    server.ask(verb::patch, "control/" + std::string(what), std::move(body), control_key);
}

// clang-format off
constexpr happening happenings[] = {
    {'s', [](mini_server& h) { control(h, "start"); }},
    {'x', [](mini_server& h) { control(h, "stop"); }},
    {'r', [](mini_server& h) { control(h, "reset"); }},
    {'k', [](mini_server& h) { control(h, "kick", "Ana"); }},
    {'m', [](mini_server& h) { h.ask(verb::post, "control/keys", "", control_key); }},
    {'d', [](mini_server& h) { h.ask(verb::delete_, "control/keys", "", next_key); }},
    {'v', [](mini_server& h) { h.ask(verb::put, "", R"({"Participant":"Ana","Choice":"½"})", ana_key); }},
    {'w', [](mini_server& h) { h.ask(verb::put, "", R"({"Participant":"Bob","Choice":"1"})", bob_key); }},
    {'j', [](mini_server& h) { h.ask(verb::put, "join", "Zoë", ""); }},
    {'t', [](mini_server& h) { h.let_pass(std::chrono::seconds(6)); }},
    {'o', [](mini_server& h) { h.let_pass(std::chrono::hours(24)); }}, // the session is over
    {'q', [](mini_server& h) { h.stop(); }},
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
    require(server.heard().starts_with("HTTP/1.1 101 "), "a sound upgrade is granted");
    rest.remove_prefix(1);
    while (!rest.empty())
    {
        const auto end = std::min(rest.find('|'), rest.size());
        server.send(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto* const next =
            std::find_if(std::begin(happenings), std::end(happenings),
                         [&](const auto& h) { return rest.starts_with(h.letter); });
        if (end == rest.size() || next == std::end(happenings))
            continue;
        next->happen(server);
        rest.remove_prefix(1);
    }
    server.hang_up();
    check_everything(server.heard());
    return 0;
}
