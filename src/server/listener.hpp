// Accepts connections.
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

    /// Takes over an accepted connection. If it throws, only this connection is lost.
    using admit_function = std::function<void(stream_socket, const asio::ip::address&)>;

    /// Listens at once, but accepts no connection until `accept`. Throws
    /// boost::system::system_error if it cannot listen.
    listener(asio::io_context& loop, tcp::endpoint where, admit_function admit);
    listener(const listener&) = delete;
    listener& operator=(const listener&) = delete;

    /// Where it listens. If the port was given as 0, this has the port that was chosen.
    tcp::endpoint address() const { return acceptor_.local_endpoint(); }

    /// Accepts connections from now on, until `close`.
    void accept();

    /// To be called regularly: accepts again if the last wait failed for lack of memory.
    void keep_accepting()
    {
        if (!is_waiting_ && acceptor_.is_open())
            accept();
    }

    void close() noexcept;

private:
    void open(tcp::endpoint where);
    boost::system::error_code admit_all(stream_socket first);
    void admit(stream_socket socket);
    void retry_later(boost::system::error_code why);

    static constexpr std::chrono::milliseconds min_retry_delay{10};
    static constexpr std::chrono::milliseconds max_retry_delay{1'000};

    admit_function admit_;
    tcp::endpoint peer_; // of the connection that is accepted
    std::chrono::milliseconds retry_delay_ = min_retry_delay;
    bool is_failing_ = false;
    bool is_waiting_ = false; // for a connection, or to try again
    asio::basic_socket_acceptor<tcp, executor> acceptor_;
    asio::basic_waitable_timer<clock, asio::wait_traits<clock>, executor> retry_timer_;
};

} // namespace pajthy
