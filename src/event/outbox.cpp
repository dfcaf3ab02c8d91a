#include <pajthy/event/outbox.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace pajthy
{
namespace
{

// As much as goes into a segment or two. A room of 100 whose votes come all at once is just within.
constexpr std::size_t most_joined_bytes = 4 * 1024;

} // namespace

bool outbox::push(const frame& f, peer state)
{
    const bool joins = state == peer::keeps_up && bytes_ + f.bytes->size() <= most_joined_bytes;
    if (f.kind != frame_kind::lasting && !joins)
        drop(f.kind);
    waiting_.push_back(f);
    bytes_ += f.bytes->size();
    return is_within_bounds(state);
}

bool outbox::is_within_bounds(peer state) const noexcept
{
    if (waiting_.size() == 1)
        return true;
    if (most_.frames != 0 && waiting_.size() > most_.frames)
        return false;
    if (most_.bytes == 0 || bytes_ <= most_.bytes)
        return true;
    if (state != peer::is_behind)
        return false;
    std::size_t lasting = 0;
    for (const auto& f : waiting_)
        lasting += f.kind == frame_kind::lasting ? f.bytes->size() : 0;
    return lasting <= most_.bytes;
}

void outbox::drop(frame_kind superseded) noexcept
{
    const auto first = std::remove_if(waiting_.begin(), waiting_.end(),
                                      [&](const frame& f)
                                      {
                                          if (f.kind != superseded)
                                              return false;
                                          bytes_ -= f.bytes->size();
                                          return true;
                                      });
    waiting_.erase(first, waiting_.end());
}

outbox::frames outbox::take() noexcept
{
    frames out(std::move(waiting_));
    clear();
    return out;
}

void outbox::clear() noexcept
{
    bytes_ = 0;
    if (waiting_.capacity() == frames::static_capacity)
    {
        waiting_.clear();
        return;
    }
    // Once its frames lay elsewhere, a small_vector doesn't return to its own place by shrinking.
    std::destroy_at(&waiting_);
    std::construct_at(&waiting_);
}

} // namespace pajthy
