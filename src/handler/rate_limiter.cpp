#include <pajthy/handler/rate_limiter.hpp>

#include <algorithm>
#include <cmath>
#include <ratio>

namespace pajthy
{
namespace
{

// How long until all of `r` is there again. Nobody is forgotten who never gets anything back.
duration refill_of(const rate& r)
{
    if (r.burst == 0)
        return {};
    if (r.per_minute == 0)
        return duration::max();
    return std::chrono::duration_cast<duration>(
        std::chrono::duration<double, std::ratio<60>>(double(r.burst) / r.per_minute));
}

} // namespace

rate_limiter::rate_limiter(const address_limits& most)
    : most_(most), refill_(std::max({refill_of(most.create), refill_of(most.unknown_ids),
                                     refill_of(most.wrong_keys), refill_of(most.renames),
                                     refill_of(most.calls)}))
{}

std::chrono::seconds rate_limiter::take(const boost::asio::ip::address& who, allowance what,
                                        time_point now)
{
    const rate& allowed = rate_of(what);
    if (allowed.burst == 0)
        return std::chrono::seconds(0);

    bucket& b = find(network_of(who), now).buckets[static_cast<std::size_t>(what)];
    const double per_second = allowed.per_minute / 60.0;
    const double passed = std::chrono::duration<double>(now - b.filled).count();
    b.tokens = std::min<double>(allowed.burst, b.tokens + passed * per_second);
    b.filled = now;
    if (b.tokens >= 1)
    {
        b.tokens -= 1;
        return std::chrono::seconds(0);
    }
    if (per_second == 0)
        return std::chrono::hours(1);
    const double missing = std::ceil((1 - b.tokens) / per_second);
    return std::chrono::seconds(std::max(1L, static_cast<long>(missing)));
}

void rate_limiter::forget_idle(time_point now, std::size_t at_most)
{
    for (std::size_t n = 0; n < at_most && !by_use_.empty() && now - by_use_.back().used >= refill_;
         ++n)
    {
        by_address_.erase(by_use_.back().who);
        by_use_.pop_back();
    }
}

const rate& rate_limiter::rate_of(allowance what) const noexcept
{
    switch (what)
    {
    case allowance::call: return most_.calls;
    case allowance::create: return most_.create;
    case allowance::unknown_id: return most_.unknown_ids;
    case allowance::wrong_key: return most_.wrong_keys;
    case allowance::rename: break;
    }
    return most_.renames;
}

rate_limiter::record& rate_limiter::find(const network& who, time_point now)
{
    const auto known = by_address_.find(who);
    if (known != by_address_.end())
    {
        by_use_.splice(by_use_.begin(), by_use_, known->second);
        by_use_.front().used = now;
        return by_use_.front();
    }
    if (most_.remembered != 0 && by_use_.size() >= most_.remembered)
    {
        by_address_.erase(by_use_.back().who);
        by_use_.pop_back();
    }
    record fresh{who, {}, now};
    for (const auto what : {allowance::call, allowance::create, allowance::unknown_id,
                            allowance::wrong_key, allowance::rename})
    {
        fresh.buckets[static_cast<std::size_t>(what)] = {double(rate_of(what).burst), now};
    }
    by_use_.push_front(fresh);
    by_address_.emplace(who, by_use_.begin());
    return by_use_.front();
}

} // namespace pajthy
