// The socket type of this folder: concrete all the way down. A type-erased executor would cost an
// allocation and two indirect calls with every wait.
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

/// Closes at once; the peer sees a reset, and nothing stays in the kernel.
inline void cut(stream_socket& socket) noexcept
{
    boost::system::error_code ignored;
    socket.set_option(asio::socket_base::linger(true, 0), ignored);
    socket.close(ignored);
}

} // namespace pajthy
