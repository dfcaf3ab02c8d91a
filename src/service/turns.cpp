#include <pajthy/service/turns.hpp>

namespace pajthy
{

turns::waiter::~waiter()
{
    if (!here_.is_linked())
        return;
    line& in = here_.has_turn ? of_.ready_ : at_.second;
    in.erase(in.iterator_to(here_));
    if (here_.has_turn)
        of_.pass_on(at_);
}

void turns::pass_on(lines::value_type& from) noexcept
{
    if (from.second.empty())
    {
        lines_.erase(lines_.find(from.first));
        return;
    }
    auto& next = from.second.front();
    from.second.pop_front();
    next.has_turn = true;
    ready_.push_back(next);
    resume_ready();
}

// Not one inside the other: a long line would need a deep stack.
void turns::resume_ready() noexcept
{
    if (std::exchange(resumes_, true))
        return;
    while (!ready_.empty())
    {
        const auto who = ready_.front().who;
        ready_.pop_front();
        who.resume();
    }
    resumes_ = false;
}

} // namespace pajthy
