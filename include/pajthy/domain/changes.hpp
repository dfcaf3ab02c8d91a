// What a change of a session did, in the words of the events that tell of it.
#pragma once

#include <pajthy/domain/control_keys.hpp>
#include <pajthy/domain/seat.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace pajthy
{

struct changes
{
    bool opened = false;  // a round began; all votes are gone
    bool closed = false;  // the round ended; the votes are revealed
    bool reset = false;   // closed, and all votes are gone
    bool votes = false;   // a vote came, changed or went
    bool seats = false;   // a seat came, went, or is away or back
    bool results = false; // votes that stand revealed are there again, or have other names
    std::optional<seat_number> added{};
    std::optional<seat_number> removed{};
    std::optional<seat_number> voted{}; // whose vote is the first in this round
    // Other seats of another name or state; those that no longer count as voted after `opened` and
    // `reset` alone if they are not waited for either.
    std::vector<seat_number> altered{};
    bool control_keys = false; // there are more or fewer of them
    std::vector<control_key_number> revoked{};
    bool restored = false;          // `opened` or `results` brings the round back with its votes
    bool timer = false;             // the round ends at another time, or at no certain one
    bool deck = false;              // there are other choices
    bool title = false;             // it is called otherwise
    bool topics = false;            // other topics come next
    bool undo = false;              // there is something else to undo, or nothing any more
    bool control = false;           // who may control the session, see leadership.hpp
    bool door = false;              // newcomers are let in, or no more
    bool question = false;          // a seat has one, or no more, or who has one has another name
    std::vector<seat_number> own{}; // seats whose own vote or name is another one
    std::optional<std::uint32_t> agreed{}; // something is recorded for this round
    bool none = false;                     // the session is as it was: there is nothing to keep
};

} // namespace pajthy
