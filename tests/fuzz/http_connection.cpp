// A client that sends anything, in any pieces, to a connection.
//
// A `|` in the input ends a segment: the server reads it before the client sends the next. Five
// seconds pass in an empty segment, so `|||` is longer than a head may take.
#include "mini_server.hpp"
#include "wire_check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    pajthy::fuzz::mini_server server;
    while (!rest.empty())
    {
        const auto end = std::min(rest.find('|'), rest.size());
        if (end == 0)
            server.advance_time(std::chrono::seconds(5));
        else
            server.send(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    server.close();
    pajthy::fuzz::check_everything(server.received());
    return 0;
}
