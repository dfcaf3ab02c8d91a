// How often an address may do what costs us or helps somebody who guesses.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/handler/address_counts.hpp>
#include <pajthy/limits.hpp>

#include <boost/asio/ip/address.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <list>
#include <map>

namespace pajthy
{

/// What is counted, each apart.
enum class allowance
{
    call,
    create,
    unknown_id,
    wrong_key,
    rename
};

/// One token bucket for each address and kind. Bounded: beyond `remembered` addresses the one not
/// seen for the longest is forgotten, and so is, by and by, whoever has all allowances back.
class rate_limiter
{
public:
    explicit rate_limiter(const address_limits& most);

    /// Takes one from the address's allowance. Zero if there was one, else how long until there
    /// is.
    std::chrono::seconds take(const boost::asio::ip::address& who, allowance what, time_point now);

    /// Forgets addresses about which there is nothing left to know, `at_most` of them.
    void forget_idle(time_point now, std::size_t at_most);

    /// How many addresses are remembered.
    std::size_t remembered() const noexcept { return by_use_.size(); }

private:
    struct bucket
    {
        double tokens;
        time_point filled;
    };

    struct record
    {
        network who;
        std::array<bucket, 5> buckets;
        time_point used;
    };

    const rate& rate_of(allowance what) const noexcept;
    record& find(const network& who, time_point now);

    address_limits most_;
    duration refill_;          // after this, every bucket is full again
    std::list<record> by_use_; // the last used first
    std::map<network, std::list<record>::iterator> by_address_;
};

} // namespace pajthy
