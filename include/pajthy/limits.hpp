// Every limit of the server, with its default and its unit, in one place.
//
// Each is an option of the command line by the same name (see app/options.hpp). Zero is no limit,
// for every one of them but the waits.
#pragma once

#include <pajthy/clock.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace pajthy
{

/// How often an address may do something: `burst` at once, then `per_minute`.
struct rate
{
    std::uint32_t burst = 0;
    std::uint32_t per_minute = 0;
};

/// What one session may hold, and all of them together.
struct session_limits
{
    std::size_t choices = 64;
    std::size_t participants = 500;
    std::size_t name_bytes = 64 * 1024; // of all participants; each join sends all of them
    std::size_t control_keys = 8;
    std::size_t topics = 500; // planned: a whole backlog
    std::size_t websockets = 2'000;
    std::size_t sessions = 20'000;
    std::size_t sessions_of_address = 500;
    std::size_t text_bytes = 128 * 1024 * 1024; // names, choices, topics, history of all sessions
    milliseconds unused = std::chrono::minutes(3); // never used: removed when room is short
    milliseconds idle = std::chrono::hours(24);    // not touched
    milliseconds age = std::chrono::hours(24 * 7);
};

/// What one address may do and hold. handler/networks.hpp says what counts as one address.
struct address_limits
{
    rate create{30, 30};
    rate unknown_ids{60, 60};
    rate wrong_keys{30, 10};
    rate joins{100, 60};  // a whole department behind one address, and no flood
    rate renames{20, 20}; // each is told to a whole room
    rate calls{400, 6'000};
    std::size_t websockets = 1'024;
    std::size_t connections = 1'024;
    std::size_t remembered =
        65'536; // networks; the one that was not seen for the longest time is forgotten
};

/// What one HTTP connection may send, and how long it may take.
struct http_limits
{
    std::size_t head_bytes = 16 * 1024; // with the cookies of a parent domain
    std::size_t target_bytes = 2 * 1024;
    std::size_t fields = 64;
    std::size_t body_bytes = 16 * 1024;
    std::size_t list_bytes = 512 * 1024;        // of a body that lists topics
    std::size_t lists_bytes = 32 * 1024 * 1024; // of all such bodies that are being read
    std::size_t connections = 0;                // in all; 0: what the descriptors allow
    milliseconds head = std::chrono::seconds(10);
    milliseconds body = std::chrono::seconds(15);
    milliseconds response = std::chrono::seconds(15);   // without progress
    milliseconds keep_alive = std::chrono::seconds(75); // longer than a balancer reuses one
};

/// What one websocket may send, and how far it may fall behind.
struct websocket_limits
{
    std::size_t message_bytes = 4 * 1024;
    rate messages{100, 600};
    milliseconds handshake = std::chrono::seconds(10);
    milliseconds ping = std::chrono::seconds(24);
    milliseconds dead = std::chrono::seconds(45);   // without any frame
    milliseconds closing = std::chrono::seconds(5); // until the peer closes, too
    std::size_t outbox_bytes = 64 * 1024;
    std::size_t outbox_frames = 64;
    milliseconds outbox_age = std::chrono::seconds(10); // of the oldest unsent frame
};

/// How long the rules of a session wait. A session keeps the values that it was made with.
struct waits
{
    /// A seat that lost its last websocket this long ago is away. One without a websocket that was
    /// silent for this long can be taken over.
    milliseconds absence = std::chrono::seconds(15);

    milliseconds undo = std::chrono::seconds(15); // a reset or a kick can be taken back

    // For who controls a session, see domain/leadership.hpp.
    milliseconds unattended_after = std::chrono::seconds(60);
    milliseconds objection_period = std::chrono::seconds(10);
    milliseconds pickup_period = std::chrono::seconds(60);

    friend bool operator==(const waits&, const waits&) = default;
};

struct limits
{
    session_limits session;
    address_limits address;
    http_limits http;
    websocket_limits websocket;
    struct waits waits;
    milliseconds stop = std::chrono::seconds(10);
};

} // namespace pajthy
