// Events as the text of websocket frames: `{"Kind":"…","Data":{…},"Seq":n}`.
#pragma once

#include <pajthy/domain/text_list.hpp>
#include <pajthy/event/event.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace pajthy
{

/// The text of `e` for everybody of role `r`.
std::string frame_text(const session_event& e, role r, std::uint64_t seq);

/// A sign of life. It is of no session, so its `Seq` is 0.
std::string beat_text();

/// The text of a `snapshot`: `view` is the role's whole view, see wire/view.hpp.
std::string snapshot_text(std::string_view view, std::uint64_t seq);

/// Makes the texts of a session's `vote` events, one after the other: the same as `frame_text`, but
/// of the names it has told already nothing is written anew. (In a room of 5,000 that is the
/// difference between a vote that costs a copy and one that costs a thousand names.)
class vote_texts
{
public:
    std::string next(const event::vote& e, std::uint64_t seq);

    /// The round is over: keeps nothing of it.
    void forget() noexcept;

private:
    text_list told_;
    std::string members_; // of `Votes`, for them, each with a comma behind it
};

} // namespace pajthy
