#include <pajthy/rfc6455/frame.hpp>

#include <boost/beast/websocket/detail/hybi13.hpp>

#include <array>
#include <cstddef>

namespace pajthy::rfc6455
{
namespace
{

constexpr unsigned final_fragment = 0x80;
constexpr std::size_t length_in_2_bytes = 126;
constexpr std::size_t length_in_8_bytes = 127;
constexpr std::size_t max_in_2_bytes = 0xFFFF;

void append_number(std::string& to, std::uint64_t number, unsigned bytes)
{
    while (bytes-- != 0)
        to.push_back(static_cast<char>(number >> (8 * bytes) & 0xFF));
}

} // namespace

std::string frame_of(opcode what, std::string_view payload)
{
    std::string out;
    out.reserve(payload.size() + 10);
    out.push_back(static_cast<char>(final_fragment | static_cast<unsigned>(what)));
    if (payload.size() < length_in_2_bytes)
    {
        append_number(out, payload.size(), 1);
    }
    else if (payload.size() <= max_in_2_bytes)
    {
        append_number(out, length_in_2_bytes, 1);
        append_number(out, payload.size(), 2);
    }
    else
    {
        append_number(out, length_in_8_bytes, 1);
        append_number(out, payload.size(), 8);
    }
    return out.append(payload);
}

std::string close_frame(std::uint16_t code)
{
    std::string payload;
    if (code != 0)
        append_number(payload, code, 2);
    return frame_of(opcode::close, payload);
}

std::string_view payload_of(std::string_view frame)
{
    switch (static_cast<std::uint8_t>(frame[1]))
    {
    case length_in_2_bytes: return frame.substr(4);
    case length_in_8_bytes: return frame.substr(10);
    }
    return frame.substr(2);
}

// Beast has SHA-1 and base64 for its own streams, and nothing public gives this value.
std::string accept_of(std::string_view key)
{
    boost::beast::websocket::detail::sec_ws_accept_type out;
    boost::beast::websocket::detail::make_sec_ws_accept(out, {key.data(), key.size()});
    return {out.data(), out.size()};
}

} // namespace pajthy::rfc6455
