#include "tests/support/live_server.hpp"

#include "tests/support/deadline.hpp"

#include <pajthy/app/random.hpp>
#include <pajthy/assets/assets.hpp>
#include <pajthy/bus/local_event_bus.hpp>
#include <pajthy/server/server.hpp>
#include <pajthy/store/memory_store.hpp>

#include <boost/asio/ip/address_v4.hpp>

#include <future>
#include <utility>

namespace pajthy::test
{

limits calm_limits()
{
    limits out;
    out.address.create = {};
    out.address.unknown_ids = {};
    out.address.wrong_keys = {};
    out.address.joins = {};
    out.address.renames = {};
    out.address.calls = {};
    return out;
}

class live_server::implementation
{
public:
    explicit implementation(live_settings s)
        : store_(make_memory_store(s.limits.session)), bus_(make_local_event_bus()),
          service_({}, *store_, *bus_, clock::now, today),
          api_({s.base_path, s.access, s.allowed_origins, s.limits}, service_, clock::now,
               fill_from_system),
          pages_(bundle()), web_(loop_, settings_of(s), api_, pages_), port_(web_.address().port())
    {
        if (s.runs)
            run();
    }

    ~implementation() { web_.stop(); } // and the future waits for the end of `run`

    std::uint16_t port() const { return port_; }
    std::uint16_t metrics_port() const { return web_.metrics_address().value().port(); }
    void run()
    {
        end_ = std::async(std::launch::async, [this] { web_.run(); });
    }
    void stop() { web_.stop(); }
    bool ended() { return end_.wait_for(timeout) == std::future_status::ready; }

private:
    static server_settings settings_of(const live_settings& s)
    {
        const boost::asio::ip::tcp::endpoint free(boost::asio::ip::address_v4::loopback(), 0);
        server_settings out{free, s.base_path, s.proxies, s.limits};
        if (s.metrics_on_own_port)
            out.metrics_address = free;
        out.version = s.version;
        out.commit = s.commit;
        out.hsts = s.hsts;
        return out;
    }

    std::unique_ptr<session_store> store_;
    std::unique_ptr<event_bus> bus_;
    session_service service_;
    handler api_;
    asset_catalogue pages_;
    boost::asio::io_context loop_{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO};
    server web_;
    std::uint16_t port_;
    std::future<void> end_;
};

live_server::live_server(live_settings settings)
    : self_(std::make_unique<implementation>(std::move(settings)))
{}

live_server::~live_server() = default;

std::uint16_t live_server::port() const
{
    return self_->port();
}

std::uint16_t live_server::metrics_port() const
{
    return self_->metrics_port();
}

void live_server::run()
{
    self_->run();
}

void live_server::stop()
{
    self_->stop();
}

bool live_server::ended()
{
    return self_->ended();
}

} // namespace pajthy::test
