// The socket and token types of this folder: concrete all the way down.
#pragma once

#include <pajthy/task.hpp>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace pajthy
{

namespace asio = boost::asio;

using stream_socket = asio::basic_stream_socket<asio::ip::tcp, executor>;

/// Network errors are values: `const auto [error, n] = co_await …(use_task)`.
inline constexpr auto use_task = asio::as_tuple(asio::use_awaitable_t<executor>());

/// Closes at once; the peer sees a reset, and nothing stays in the kernel.
inline void cut(stream_socket& socket) noexcept
{
    boost::system::error_code ignored;
    socket.set_option(asio::socket_base::linger(true, 0), ignored);
    socket.close(ignored);
}

} // namespace pajthy
