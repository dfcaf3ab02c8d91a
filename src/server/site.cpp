#include "site.hpp"

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

response text_answer(std::string body, std::string_view type)
{
    return {.content_type = type, .body = std::move(body)};
}

response method_not_allowed()
{
    auto out = refuse(http::status::method_not_allowed, "method not allowed");
    out.fields.emplace_back("Allow", "GET, HEAD, OPTIONS");
    return out;
}

} // namespace

response refuse(http::status status, std::string_view title)
{
    response out{.status = status, .content_type = "application/problem+json"};
    out.body = problem_text("about:blank", title, static_cast<unsigned>(status));
    return out;
}

site::site(std::string base_path, handler& api, const asset_catalogue& pages,
           const counters& counted)
    : base_(segments_of(base_path)), base_path_(std::move(base_path)), api_(api), pages_(pages),
      counters_(counted)
{}

task<response> site::answer(site_request& req)
{
    if (auto refused = find(req))
        return *std::move(refused);
    auto& path = req.api.path;
    if (path.front() != "api")
        return answer_here(req);
    path.erase(path.begin());
    if (path.size() == 1 && path.front().empty())
        path.clear();
    return api_.handle(req.api);
}

// Leaves in the request which path below the base is meant, and the query.
std::optional<response> site::find(site_request& req) const
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
        return refuse(http::status::not_found, "not found");
    path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(base_.size()));
    req.api.path = std::move(path);
    req.api.query = std::move(parsed->query);
    return std::nullopt;
}

// What asks nobody else.
response site::answer_here(const site_request& req) const
{
    const auto& path = req.api.path;
    if (req.api.method == http::verb::options)
    {
        response out{.status = http::status::no_content};
        out.fields.emplace_back("Allow", "GET, HEAD, OPTIONS");
        return out;
    }
    if (path.size() == 1 && path.front() == "healthz")
        return is_read(req.api.method) ? health() : method_not_allowed();
    if (path.size() == 1 && path.front() == "metrics")
        return is_read(req.api.method) ? metrics() : method_not_allowed();
    return answer_file(req, path);
}

response site::answer_file(const site_request& req, const std::vector<std::string>& path) const
{
    if (path.size() > 1 && path.back().empty())
    {
        // A slash too many at the end of a page's URL.
        std::string without;
        for (auto at = path.begin(); at != std::prev(path.end()); ++at)
            without.append("/").append(*at);
        if (pages_.answer({{path.begin(), std::prev(path.end())}, {}, {}}).status ==
            http::status::ok)
            return redirect(req, without);
    }
    auto found = pages_.answer({path, req.accept_encoding, req.if_none_match});
    if (found.status == http::status::not_found)
        return refuse(http::status::not_found, "not found");
    if (!is_read(req.api.method))
        return method_not_allowed();
    return {.status = found.status,
            .content_type = found.content_type,
            .cache_control = found.cache_control,
            .shared = found.body,
            .fields = std::move(found.fields)};
}

// To `path` below the base, with the query of the request.
response site::redirect(const site_request& req, std::string_view path) const
{
    response out{.status = http::status::permanent_redirect, .cache_control = "no-cache"};
    auto to = base_path_ + std::string(path);
    to.append(query_of(req.target));
    out.fields.emplace_back("Location", std::move(to));
    return out;
}

response site::health() const
{
    return text_answer("ok\n", "text/plain; charset=utf-8");
}

response site::metrics() const
{
    std::string out;
    const auto add = [&](std::string_view name, std::string_view kind, std::string_view help,
                         std::uint64_t value)
    {
        out.append("# HELP pajthy_").append(name).append(" ").append(help).append("\n");
        out.append("# TYPE pajthy_").append(name).append(" ").append(kind).append("\n");
        out.append("pajthy_").append(name).append(" ").append(std::to_string(value)).append("\n");
    };
    add("sessions", "gauge", "Sessions that are kept.", api_.sessions());
    add("connections", "gauge", "Connections that are open, websockets among them.",
        counters_.connections_open.now());
    add("websockets", "gauge", "Websockets that are open.", counters_.websockets_open.now());
    add("connections_total", "counter", "Connections since the start.", counters_.connections);
    add("requests_total", "counter", "Requests since the start.", counters_.requests);
    return text_answer(std::move(out), "text/plain; version=0.0.4; charset=utf-8");
}

} // namespace pajthy
