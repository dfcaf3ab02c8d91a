// How often an address may do what costs us or helps somebody who guesses.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/handler/networks.hpp>
#include <pajthy/handler/tally.hpp>
#include <pajthy/limits.hpp>

#include <boost/asio/ip/address.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <list>
#include <map>
#include <string_view>

namespace pajthy
{

/// What is counted, each apart.
enum class rate_class
{
    call,
    create,
    unknown_id,
    wrong_key,
    join,
    rename
};

/// One token bucket for each kind and each network that an address counts in. Bounded: beyond
/// `remembered` networks the one not seen for the longest is forgotten. A network whose buckets are
/// all full again is forgotten, too, by and by.
class rate_limiter
{
public:
    explicit rate_limiter(const address_limits& most);

    /// Takes a token of the address, which its networks share. Zero if there was one,
    /// else how long until there is.
    std::chrono::seconds take(const boost::asio::ip::address& who, rate_class what, time_point now);

    /// Forgets networks about which there is nothing left to know, `at_most` of them.
    void forget_idle(time_point now, std::size_t at_most);

    /// How many networks are remembered.
    std::size_t remembered() const noexcept { return by_use_.size(); }

    /// How often nothing was left, by the name of the option that says how much there is.
    const tally<std::string_view>& refused() const noexcept { return refused_; }

private:
    struct bucket
    {
        double tokens;
        time_point filled;
    };

    static constexpr std::size_t kinds = 6;

    struct record
    {
        network_share of;
        std::array<bucket, kinds> buckets;
        time_point used;
    };

    const rate& rate_of(rate_class what) const noexcept;
    record& find(const network_share& of, time_point now);

    address_limits max_;
    std::size_t max_remembered_;
    tally<std::string_view> refused_;
    duration refill_;          // after this, every bucket is full again
    std::list<record> by_use_; // the last used first
    std::map<network, std::list<record>::iterator> by_network_;
};

} // namespace pajthy
