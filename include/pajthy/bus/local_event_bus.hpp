// A bus for the websockets of this very process.
#pragma once

#include <pajthy/bus/event_bus.hpp>

#include <memory>

namespace pajthy
{

std::unique_ptr<event_bus> make_local_event_bus();

} // namespace pajthy
