#include <pajthy/event/outbox.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{

bool outbox::push(const frame& f)
{
    if (f.kind != frame_kind::lasting)
    {
        const auto older = std::find_if(waiting_.begin(), waiting_.end(),
                                        [&](const frame& w) { return w.kind == f.kind; });
        if (older != waiting_.end())
        {
            bytes_ -= older->bytes->size();
            waiting_.erase(older);
        }
    }
    waiting_.push_back(f);
    bytes_ += f.bytes->size();
    if (waiting_.size() == 1)
        return true;
    return (most_.bytes == 0 || bytes_ <= most_.bytes) &&
           (most_.frames == 0 || waiting_.size() <= most_.frames);
}

std::vector<frame> outbox::take() noexcept
{
    bytes_ = 0;
    return std::exchange(waiting_, {});
}

} // namespace pajthy
