// The coroutine type of everything that may wait.
//
// The executor is the event loop's own, concrete: a type-erased one costs an allocation and two
// indirect calls at every suspension.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

namespace pajthy
{

using executor = boost::asio::io_context::executor_type;

template <class T>
using task = boost::asio::awaitable<T, executor>;

} // namespace pajthy
