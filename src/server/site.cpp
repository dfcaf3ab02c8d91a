#include "site.hpp"

#include "proxy_hints.hpp"

#include <pajthy/wire/bodies.hpp>

#include <algorithm>
#include <iterator>

namespace pajthy
{
namespace
{

std::vector<std::string> segments_of(std::string_view base_path)
{
    std::vector<std::string> out;
    while (!base_path.empty())
    {
        base_path.remove_prefix(1);
        const auto end = std::min(base_path.find('/'), base_path.size());
        out.emplace_back(base_path.substr(0, end));
        base_path.remove_prefix(end);
    }
    return out;
}

// As it stands in a target that has been read, with its question mark; empty if there is none.
std::string_view query_of(std::string_view target)
{
    return target.substr(std::min(target.find('?'), target.size()));
}

bool is_read(http::verb method)
{
    return method == http::verb::get || method == http::verb::head;
}

// A page's path without a slash too many at its end, or without what a sentence has put behind the
// link.
std::vector<std::string> without_tail(std::vector<std::string> path)
{
    if (path.size() > 1 && path.back().empty())
    {
        path.pop_back();
        return path;
    }
    const auto last = path.back().find_last_not_of(".,;:!?)>]}\"'*_");
    if (last != std::string::npos)
        path.back().resize(last + 1);
    return path;
}

response text_answer(std::string body, std::string_view type = "text/plain; charset=utf-8")
{
    return {.content_type = type, .body = std::move(body)};
}

constexpr std::string_view methods_that_read = "GET, HEAD, OPTIONS";
constexpr std::string_view every_method = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

response options_answer(std::string_view allowed)
{
    response out{.status = http::status::no_content};
    out.fields.emplace_back("Allow", allowed);
    return out;
}

// To a method that reads nothing, where there is nothing but to read.
response answer_other_method(http::verb method)
{
    if (method == http::verb::options)
        return options_answer(methods_that_read);
    auto out = refuse(http::status::method_not_allowed, "method not allowed");
    out.fields.emplace_back("Allow", methods_that_read);
    return out;
}

} // namespace

response refuse(http::status status, std::string_view title)
{
    response out{.status = status, .content_type = "application/problem+json"};
    out.body = problem_text("about:blank", title, static_cast<unsigned>(status));
    return out;
}

site::site(site_settings settings, handler& api, const asset_catalogue& pages, counters& counted)
    : settings_(std::move(settings)), base_(segments_of(settings_.base_path)), api_(api),
      pages_(pages), counters_(counted), hints_(std::make_unique<proxy_hints>(settings_.base_path))
{}

site::~site() = default;

task<response> site::answer(site_request& req)
{
    hints_->look_at(req);
    const bool of_all = req.target == "*" && req.api.method == http::verb::options;
    auto answered = of_all ? std::optional(options_answer(every_method)) : find(req);
    auto wanted = answered ? std::nullopt : answer_operations(req);
    if (wanted)
        return counted(*std::move(wanted));
    if (settings_.scope == site_scope::overload)
        return counted(overloaded());
    if (!answered && settings_.scope == site_scope::operations)
        answered = refuse(http::status::not_found, "not found");
    if (answered)
        return counted(*std::move(answered));
    auto& path = req.api.path;
    if (path.front() != "api")
        return counted(answer_here(req));
    path.erase(path.begin());
    if (path.size() == 1 && path.front().empty())
        path.clear();
    return api_.handle(req.api);
}

// The handler counts its answers itself.
response site::counted(response answer) const
{
    const auto route = answer.route.empty() ? unknown_route : answer.route;
    counters_.answers.add({route, answer.status});
    return answer;
}

// Leaves in the request which path below the base is meant, and the query.
std::optional<response> site::find(site_request& req)
{
    auto parsed = read_target(req.target);
    if (parsed.has_error())
        return refuse(http::status::bad_request, "bad request target");
    if (!parsed->host.empty())
        req.api.host = std::move(parsed->host);
    auto& path = parsed->path;
    if (path == base_ && !base_.empty())
        return redirect(req, "/"); // pages refer to their files relative to the base
    if (path.size() <= base_.size() || !std::equal(base_.begin(), base_.end(), path.begin()))
    {
        hints_->look_at_path(path);
        return refuse(http::status::not_found, "not found");
    }
    path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(base_.size()));
    req.api.path = std::move(path);
    req.api.query = std::move(parsed->query);
    return std::nullopt;
}

// Nothing if something else is wanted.
std::optional<response> site::answer_operations(const site_request& req) const
{
    const auto& path = req.api.path;
    if (path.size() != 1)
        return std::nullopt;
    const auto answer_at = [&](std::string_view route, auto&& content)
    {
        auto out = is_read(req.api.method) ? content() : answer_other_method(req.api.method);
        out.route = route;
        return out;
    };
    if (path.front() == "healthz")
        return answer_at("/healthz", [] { return text_answer("ok\n"); });
    if (path.front() == "readyz")
        return answer_at("/readyz", [&] { return readiness(); });
    if (path.front() == "metrics" && settings_.with_metrics)
        return answer_at("/metrics", [&] { return metrics(); });
    return std::nullopt;
}

response site::overloaded()
{
    auto out = refuse(http::status::service_unavailable, "too many connections");
    out.fields.emplace_back("Retry-After", "10");
    return out;
}

// What asks nobody else.
response site::answer_here(const site_request& req) const
{
    if (req.api.method == http::verb::options)
        return answer_other_method(req.api.method);
    return answer_file(req, req.api.path);
}

response site::answer_file(const site_request& req, const std::vector<std::string>& path) const
{
    const auto meant = without_tail(path);
    if (meant != path && pages_.answer({meant, {}, {}}).status == http::status::ok)
    {
        std::string to;
        for (const auto& segment : meant)
            to.append("/").append(segment);
        return redirect(req, to);
    }
    auto found = pages_.answer({path, req.accept_encoding, req.if_none_match});
    if (found.status == http::status::not_found)
        return refuse(http::status::not_found, "not found");
    if (!is_read(req.api.method))
        return answer_other_method(req.api.method);
    return {.status = found.status,
            .content_type = found.content_type,
            .cache_control = found.cache_control,
            .shared = found.body,
            .fields = std::move(found.fields),
            .route = found.is_page ? "page" : "asset"};
}

// To `path` below the base, with the query of the request.
response site::redirect(const site_request& req, std::string_view path) const
{
    response out{
        .status = http::status::permanent_redirect, .cache_control = "no-cache", .route = "page"};
    auto to = settings_.base_path + std::string(path);
    to.append(query_of(req.target));
    out.fields.emplace_back("Location", std::move(to));
    return out;
}

// A balancer sends nobody any more to a server that isn't.
response site::readiness() const
{
    auto out = text_answer(stopping_ ? "stopping\n" : "ok\n");
    if (stopping_)
        out.status = http::status::service_unavailable;
    return out;
}

response site::metrics() const
{
    return text_answer(metrics_text(counters_, settings_.facts, api_),
                       "text/plain; version=0.0.4; charset=utf-8");
}

} // namespace pajthy
