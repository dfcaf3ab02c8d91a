// How many of something each address holds at the moment: sessions, websockets, connections.
#pragma once

#include <boost/asio/ip/address.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

namespace pajthy
{

/// Who counts as one: an IPv4 address, or an IPv6 network of 64 bits.
using network = std::array<std::uint8_t, 16>;

network network_of(const boost::asio::ip::address& address);

/// Knows only addresses that hold something, so it needs no bound of its own.
class address_counts
{
    using counts = std::map<network, std::size_t>;

public:
    /// Counts as one until it dies. Must not outlive its `address_counts`.
    class place
    {
    public:
        place() = default;
        place(place&& other) noexcept;
        place& operator=(place&& other) noexcept;
        ~place() { release(); }

    private:
        friend class address_counts;
        place(counts& all, counts::iterator at) noexcept : all_(&all), at_(at) {}
        void release() noexcept;

        counts* all_ = nullptr;
        counts::iterator at_{};
    };

    /// Zero is no bound.
    explicit address_counts(std::size_t most) noexcept : most_(most) {}
    address_counts(const address_counts&) = delete;
    address_counts& operator=(const address_counts&) = delete;

    /// Nothing if the address holds the most it may.
    std::optional<place> take(const boost::asio::ip::address& who);

private:
    std::size_t most_;
    counts counts_;
};

} // namespace pajthy
