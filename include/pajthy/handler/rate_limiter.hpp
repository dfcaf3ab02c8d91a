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
    wrong_key
};

/// One token bucket for each address and kind. Bounded: beyond `remembered` addresses the one not
/// seen for the longest is forgotten.
class rate_limiter
{
public:
    explicit rate_limiter(const address_limits& most) noexcept : most_(most) {}

    /// Takes one from the address's allowance. Zero if there was one, else how long until there
    /// is.
    std::chrono::seconds take(const boost::asio::ip::address& who, allowance what, time_point now);

private:
    struct bucket
    {
        double tokens;
        time_point filled;
    };

    struct record
    {
        network who;
        std::array<bucket, 4> buckets;
    };

    const rate& rate_of(allowance what) const noexcept;
    record& find(const network& who, time_point now);

    address_limits most_;
    std::list<record> by_use_; // the last used first
    std::map<network, std::list<record>::iterator> by_address_;
};

} // namespace pajthy
