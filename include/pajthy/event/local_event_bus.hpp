// Events for the websockets of this very process.
#pragma once

#include <pajthy/event/event_bus.hpp>

#include <memory>

namespace pajthy
{

/// Makes the text of an event once for each role that listens and shares it.
std::unique_ptr<event_bus> make_local_event_bus();

} // namespace pajthy
