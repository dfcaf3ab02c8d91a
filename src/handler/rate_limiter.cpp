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

// How long until a bucket with so many tokens has one.
std::chrono::seconds wait_for_one(double tokens, double per_second)
{
    if (tokens >= 1)
        return std::chrono::seconds(0);
    if (per_second == 0)
        return std::chrono::hours(1);
    const double missing = std::ceil((1 - tokens) / per_second);
    return std::chrono::seconds(std::max(1L, static_cast<long>(missing)));
}

std::string_view option_of(rate_class what)
{
    switch (what)
    {
    case rate_class::call: return "rate-calls";
    case rate_class::create: return "rate-create";
    case rate_class::unknown_id: return "rate-unknown-ids";
    case rate_class::wrong_key: return "rate-wrong-keys";
    case rate_class::join: return "rate-join";
    case rate_class::rename: return "rate-rename";
    }
    return "other";
}

} // namespace

rate_limiter::rate_limiter(const address_limits& most)
    : max_(most),
      // All networks of one address have room at the same time.
      max_remembered_(most.remembered == 0 ? 0
                                           : std::max(most.remembered, max_networks_of_address)),
      refill_(
          std::max({refill_of(most.create), refill_of(most.unknown_ids), refill_of(most.wrong_keys),
                    refill_of(most.joins), refill_of(most.renames), refill_of(most.calls)}))
{}

std::chrono::seconds rate_limiter::take(const boost::asio::ip::address& who, rate_class what,
                                        time_point now)
{
    const rate& allowed = rate_of(what);
    if (allowed.burst == 0)
        return std::chrono::seconds(0);

    boost::container::static_vector<bucket*, max_networks_of_address> buckets;
    std::chrono::seconds wait(0);
    for (const auto& of : networks_of(who))
    {
        bucket& b = find(of, now).buckets[static_cast<std::size_t>(what)];
        const double most = double(allowed.burst) * double(of.times);
        const double per_second = allowed.per_minute / 60.0 * double(of.times);
        const double passed = std::chrono::duration<double>(now - b.filled).count();
        b.tokens = std::min<double>(most, b.tokens + passed * per_second);
        b.filled = now;
        wait = std::max(wait, wait_for_one(b.tokens, per_second));
        buckets.push_back(&b);
    }
    if (wait.count() != 0)
    {
        refused_.add(option_of(what));
        return wait;
    }
    for (bucket* const b : buckets)
        b->tokens -= 1;
    return wait;
}

void rate_limiter::forget_idle(time_point now, std::size_t at_most)
{
    for (std::size_t n = 0; n < at_most && !by_use_.empty() && now - by_use_.back().used >= refill_;
         ++n)
    {
        by_network_.erase(by_use_.back().of.who);
        by_use_.pop_back();
    }
}

const rate& rate_limiter::rate_of(rate_class what) const noexcept
{
    switch (what)
    {
    case rate_class::call: return max_.calls;
    case rate_class::create: return max_.create;
    case rate_class::unknown_id: return max_.unknown_ids;
    case rate_class::wrong_key: return max_.wrong_keys;
    case rate_class::join: return max_.joins;
    case rate_class::rename: break;
    }
    return max_.renames;
}

rate_limiter::record& rate_limiter::find(const network_share& of, time_point now)
{
    const auto known = by_network_.find(of.who);
    if (known != by_network_.end())
    {
        by_use_.splice(by_use_.begin(), by_use_, known->second);
        by_use_.front().used = now;
        return by_use_.front();
    }
    if (max_remembered_ != 0 && by_use_.size() >= max_remembered_)
    {
        by_network_.erase(by_use_.back().of.who);
        by_use_.pop_back();
    }
    record fresh{of, {}, now};
    for (std::size_t kind = 0; kind != kinds; ++kind)
    {
        const rate& full = rate_of(static_cast<rate_class>(kind));
        fresh.buckets[kind] = {double(full.burst) * double(of.times), now};
    }
    by_use_.push_front(fresh);
    by_network_.emplace(of.who, by_use_.begin());
    return by_use_.front();
}

} // namespace pajthy
