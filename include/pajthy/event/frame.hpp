// An event made ready for the wire: the bytes of a whole websocket frame.
#pragma once

#include <pajthy/rfc6455/frame.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pajthy
{

/// How a frame behaves while it waits to be sent.
enum class frame_kind : std::uint8_t
{
    lasting, // never dropped, never reordered
    // A newer one of the same kind makes an older one that still waits superfluous.
    votes,
    participants,
    progress,
    timer,
    topics,
    undo,
    control,
    door,
    you,
};

struct frame
{
    frame_kind kind;
    std::shared_ptr<const std::string> bytes; // shared by all who get it
};

/// `text` as a text frame of a websocket.
inline frame text_frame(frame_kind kind, std::string_view text)
{
    return {kind,
            std::make_shared<const std::string>(rfc6455::frame_of(rfc6455::opcode::text, text))};
}

/// Why the server closes a websocket (RFC 6455 section 7.4 and the protocol's own).
enum class close_code : std::uint16_t
{
    going_away = 1001,
    policy = 1008,
    too_big = 1009,
    restarting = 1012,
    too_slow = 1013,
    kicked = 4001,
    over = 4004,
};

} // namespace pajthy
