// Where newcomers come in.
#pragma once

#include "socket.hpp"

#include <pajthy/clock.hpp>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>

#include <chrono>
#include <functional>

namespace pajthy
{

class listener
{
public:
    using tcp = asio::ip::tcp;

    /// Takes somebody in. What it throws costs that one alone.
    using welcome = std::function<void(stream_socket, const asio::ip::address&)>;

    /// Listens at once, and accepts nobody until `accept`. Throws boost::system::system_error if it
    /// cannot.
    listener(asio::io_context& loop, tcp::endpoint where, welcome take_in);
    listener(const listener&) = delete;
    listener& operator=(const listener&) = delete;

    /// Where it listens: the port that was chosen if 0 was asked for.
    tcp::endpoint address() const { return acceptor_.local_endpoint(); }

    /// From now on, until it is closed.
    void accept();

    /// To be called now and then: goes on where there was no memory to wait for the next.
    void keep_accepting()
    {
        if (!waits_ && acceptor_.is_open())
            accept();
    }

    void close() noexcept;

private:
    void open(tcp::endpoint where);
    boost::system::error_code welcome_all(stream_socket first);
    void take_in(stream_socket socket);
    void pause(boost::system::error_code why);

    static constexpr std::chrono::milliseconds shortest_pause{10};
    static constexpr std::chrono::milliseconds longest_pause{1'000};

    welcome take_in_;
    tcp::endpoint newcomer_; // whoever is accepted
    std::chrono::milliseconds pause_ = shortest_pause;
    bool failing_ = false; // to accept
    bool waits_ = false;   // for somebody, or to try again
    asio::basic_socket_acceptor<tcp, executor> acceptor_;
    asio::basic_waitable_timer<clock, asio::wait_traits<clock>, executor> rest_; // from accepting
};

} // namespace pajthy
