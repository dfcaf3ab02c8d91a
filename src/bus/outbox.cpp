#include <pajthy/bus/outbox.hpp>

#include <algorithm>
#include <cassert>
#include <memory>
#include <utility>

namespace pajthy
{
namespace
{

// As much as goes into a segment or two. A room of 100 whose votes come all at once is just within.
constexpr std::size_t max_joined_bytes = 4 * 1024;

} // namespace

bool outbox::push(const frame& f, peer state)
{
    const bool joins = state == peer::keeps_up && bytes_ + f.bytes->size() <= max_joined_bytes;
    if (f.state != reliable && !joins)
        drop(f.state);
    waiting_.push_back(f);
    bytes_ += f.bytes->size();
    assert(bytes_ == bytes_of_all());
    return is_within_bounds(state);
}

std::size_t outbox::bytes_of_all() const noexcept
{
    std::size_t sum = 0;
    for (const auto& f : waiting_)
        sum += f.bytes->size();
    return sum;
}

bool outbox::is_within_bounds(peer state) const noexcept
{
    if (waiting_.size() == 1)
        return true;
    if (max_.frames != 0 && waiting_.size() > max_.frames)
        return false;
    if (max_.bytes == 0 || bytes_ <= max_.bytes)
        return true;
    if (state != peer::is_behind)
        return false;
    std::size_t reliable_bytes = 0;
    for (const auto& f : waiting_)
        reliable_bytes += f.state == reliable ? f.bytes->size() : 0;
    return reliable_bytes <= max_.bytes;
}

void outbox::drop(state_number superseded) noexcept
{
    const auto first = std::remove_if(waiting_.begin(), waiting_.end(),
                                      [&](const frame& f)
                                      {
                                          if (f.state != superseded)
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
