// How many of something each address holds at the moment: sessions, websockets, connections.
#pragma once

#include <pajthy/handler/networks.hpp>

#include <boost/asio/ip/address.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace pajthy
{

/// Remembers nobody who holds nothing, so it needs no limit of its own.
class address_counts
{
    // The counts of an address form a chain, from its narrowest network to its widest.
    struct count
    {
        network who;
        std::size_t held = 0;
        count* wider = nullptr;
    };

public:
    /// Counts as one until it dies. Must not outlive its `address_counts`.
    class hold
    {
    public:
        hold() = default;
        hold(hold&& other) noexcept
            : all_(other.all_), narrowest_(std::exchange(other.narrowest_, nullptr))
        {}
        hold& operator=(hold&& other) noexcept
        {
            std::swap(all_, other.all_);
            std::swap(narrowest_, other.narrowest_);
            return *this;
        }
        ~hold()
        {
            if (narrowest_ != nullptr)
                all_->give_back(narrowest_);
        }

    private:
        friend class address_counts;
        hold(address_counts& all, count& narrowest) noexcept : all_(&all), narrowest_(&narrowest) {}

        address_counts* all_ = nullptr;
        count* narrowest_ = nullptr;
    };

    /// What one address may hold; zero is no bound.
    explicit address_counts(std::size_t max) noexcept : max_(max) {}
    address_counts(const address_counts&) = delete;
    address_counts& operator=(const address_counts&) = delete;

    /// Nothing if the address, or a network that it is in, holds the most it may.
    std::optional<hold> take(const boost::asio::ip::address& who);

private:
    void give_back(count* narrowest) noexcept;

    std::size_t max_;
    std::map<network, count> counts_;
};

} // namespace pajthy
