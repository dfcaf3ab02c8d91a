// The API without sockets: a request goes in, a response comes out. It knows routes, credentials,
// origins and quotas; what happens to a session is the service's matter.
#pragma once

#include <pajthy/clock.hpp>
#include <pajthy/handler/http.hpp>
#include <pajthy/handler/tally.hpp>
#include <pajthy/limits.hpp>
#include <pajthy/service/session_service.hpp>
#include <pajthy/task.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

enum class access_mode
{
    keyed, // control and seats are guarded by keys
    open   // the session id alone is enough
};

struct handler_settings
{
    std::string base_path{}; // "" or "/some/path", never with a slash at its end
    access_mode access = access_mode::keyed;
    std::vector<std::string> allowed_origins{};
    struct limits limits
    {
    };
};

/// Fills the span with unguessable bytes.
using random_source = std::function<void(std::span<std::uint8_t>)>;

/// What a handler counts.
struct handler_counts
{
    std::vector<tally<http::status>> responses; // by route, as in `api_routes`; the last: by none
    tally<std::string_view> problems;           // by type
    tally<std::string_view> limits_met;         // by the option that sets it; rates apart
    tally<std::string_view> rates_met;          // the same for rates
};

struct api_context;

class handler
{
public:
    /// The service must outlive the handler.
    handler(handler_settings settings, session_service& service, now_function now,
            random_source random);
    ~handler();

    /// Responds to a request under `{base}/api`, which must live until then. Never throws: what
    /// goes wrong inside is a 500 and a line in the log. A response with an `upgrade` has status
    /// 101 and is the caller's to carry out, by `attach`.
    task<response> handle(const request& req);

    /// Opens what the ticket grants, see `session_service::attach`.
    task<result<std::unique_ptr<attendance>>> attach(const ticket& granted, subscriber& to);

    /// Does what is due. To be called several times a second.
    void tick() noexcept;

    /// What has been since the start.
    handler_counts counted() const;

    session_service& service() const noexcept { return service_; }

private:
    session_service& service_;
    std::unique_ptr<api_context> api_;
};

} // namespace pajthy
