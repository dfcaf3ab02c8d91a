// A connection that is open, in a list by which a stop reaches all of them.
#pragma once

#include <pajthy/clock.hpp>

#include <boost/intrusive/list.hpp>

namespace pajthy
{

class open_connection : public boost::intrusive::list_base_hook<
                            boost::intrusive::link_mode<boost::intrusive::auto_unlink>>
{
public:
    /// The server stops: finish what is in flight, then close. A websocket closes at
    /// `websocket_close`: pages reconnect by themselves, and must not do so all at once. Must not
    /// destroy any open connection.
    virtual void close_gracefully(time_point websocket_close) noexcept = 0;

    /// The stop takes too long: close at once. Must not destroy any open connection.
    virtual void abort() noexcept = 0;

protected:
    open_connection() = default;
    open_connection(const open_connection&) = delete;
    open_connection& operator=(const open_connection&) = delete;
    ~open_connection() = default;
};

using open_connections =
    boost::intrusive::list<open_connection, boost::intrusive::constant_time_size<false>>;

} // namespace pajthy
