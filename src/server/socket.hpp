// The socket type of this folder. Its executor type is concrete: a type-erased executor would cost
// an allocation and two indirect calls for each wait.
#pragma once

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/socket_base.hpp>

namespace pajthy
{

namespace asio = boost::asio;

using executor = asio::io_context::executor_type;
using stream_socket = asio::basic_stream_socket<asio::ip::tcp, executor>;

/// Closes at once, by a TCP reset. Nothing stays in the kernel.
inline void abort_connection(stream_socket& socket) noexcept
{
    boost::system::error_code ignored;
    socket.set_option(asio::socket_base::linger(true, 0), ignored);
    socket.close(ignored);
}

} // namespace pajthy
