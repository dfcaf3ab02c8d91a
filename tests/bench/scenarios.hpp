// What is measured. Each scenario has a server of its own, a fresh one, and takes a bounded time:
// that of its set-up, the seconds it is given, and what is patiently waited for at the end.
#pragma once

#include "tests/bench/room.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace pajthy::bench
{

using seconds = std::chrono::duration<double>;

struct scene
{
    std::string program; // the server
    std::size_t rooms;
    std::size_t voters; // of each room; a controller comes beside

    /// How many listen in all.
    std::size_t pages() const noexcept { return rooms * (1 + voters); }
};

/// How many turns a second; 0 is as many as the server takes.
struct pace
{
    unsigned turns_per_second;
};

struct outcome
{
    std::uint64_t count = 0; // events that were heard, or votes that were answered
    std::uint64_t lost = 0;  // events, answers, and votes that the controller has not heard of
    seconds time{0};
    seconds server_used{0}; // of a core
    seconds load_used{0};   // of a core, by this process
    histogram each{};       // from the call, or the votes, to each page
    histogram last{};       // and to the last page of a room
};

/// Rooms start and stop, one after the other. Counts events.
outcome fan_out(const scene& in, pace how_fast, seconds time);

/// Rooms start, and everybody in the room votes at once. Counts votes; what a round has beside, a
/// start and two events for everybody, is part of what they cost.
outcome votes(const scene& in, pace how_fast, seconds time);

/// Resident bytes of the server when, one after the other, …
struct memory
{
    std::size_t at_start = 0;
    std::size_t with_rooms = 0; // …the rooms were made, nobody listening,
    std::size_t listening = 0;  // …everybody listens and nothing happens,
    std::size_t left = 0;       // …and everybody has closed their page.
};

memory idle(const scene& in);

} // namespace pajthy::bench
