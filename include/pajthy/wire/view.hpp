// A session as JSON.
//
// This is the one place that turns a session into what leaves the server, for one viewer.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/event/audience.hpp>

#include <string>

namespace pajthy
{

/// The whole view of `s` for `who`, as a JSON object.
///
/// Everybody: `Title`, `Choices`, `Open`, `Round`; `Results` and `Seconds` where these settings are
/// not the usual ones; `Topic`, `Attempt` (from 2 on), `EndsAt` and `Now` where the round has them;
/// and once there is a result that they may see, `Statistics`, `Asked`, `First`, `Before` and
/// `Agreed`.
/// Controllers: `Participants` with their `Numbers`, `Away` with `Since` and `Now`, and `Votes`:
/// `"*"` for each seat that voted while the session is open, the choices once it is closed;
/// `ControlKeys`, how many are good, for a controller with a key; `Topics`, `Rounds` (how many are
/// kept) and `Undo` where there are.
/// Voters: `Voted` and `Of`; `Waiting` while open; once closed, `Votes`, or `Counts` by choice if
/// the session has more than 100 seats or keeps names to controllers; `Seats`, unless there are
/// more than 100; `Control` while nobody leads.
/// With a seat, `Own`: what that seat voted, or null.
std::string view_text(const session& s, viewer who, unix_time now, const clock_map& dates);

} // namespace pajthy
