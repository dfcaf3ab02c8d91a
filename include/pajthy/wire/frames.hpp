// Events as the text of websocket frames: `{"Kind":"…","Data":{…},"Seq":n}`.
#pragma once

#include <pajthy/event/event.hpp>

#include <cstdint>
#include <string>

namespace pajthy
{

/// The text of `e` for everybody of role `r`.
std::string frame_text(const event::any& e, role r, std::uint64_t seq);

/// The text of a `snapshot`: `view` is the role's whole view, see wire/view.hpp.
std::string snapshot_text(std::string_view view, std::uint64_t seq);

} // namespace pajthy
