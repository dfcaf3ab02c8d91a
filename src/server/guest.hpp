// Whoever is connected, so that a stop can reach everybody.
#pragma once

#include <pajthy/clock.hpp>

#include <boost/intrusive/list.hpp>

namespace pajthy
{

class guest : public boost::intrusive::list_base_hook<
                  boost::intrusive::link_mode<boost::intrusive::auto_unlink>>
{
public:
    /// The server stops: finish what is in flight and go. Whoever comes back by itself goes at
    /// `when`, so that not all come back at once. Must not destroy any guest.
    virtual void leave(time_point when) noexcept = 0;

    /// The patience is over: go at once. Must not destroy any guest.
    virtual void throw_out() noexcept = 0;

protected:
    guest() = default;
    guest(const guest&) = delete;
    guest& operator=(const guest&) = delete;
    ~guest() = default;
};

using guest_list = boost::intrusive::list<guest, boost::intrusive::constant_time_size<false>>;

} // namespace pajthy
