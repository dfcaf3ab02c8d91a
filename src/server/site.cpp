#include "site.hpp"

#include "error_page.hpp"
#include "proxy_hints.hpp"

#include <pajthy/wire/bodies.hpp>
#include <pajthy/wire/frames.hpp>

#include <algorithm>
#include <iterator>

namespace pajthy
{
namespace
{

constexpr std::string_view api_segment = "api";
constexpr std::string_view problem_type = "application/problem+json";

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

// With its question mark; empty if there is no query. `target` must be valid.
std::string_view query_of(std::string_view target)
{
    return target.substr(std::min(target.find('?'), target.size()));
}

bool reads_only(http::verb method)
{
    return method == http::verb::get || method == http::verb::head;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool is_id_character(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// Whether `cut`, which follows `kept` in a segment, belongs to the sentence around a link and not
// to the link. In a script without spaces, the sentence may continue directly after an id, or after
// `control` or `new`. `/café` is no link.
bool belongs_to_sentence(std::string_view cut, std::string_view kept)
{
    constexpr std::size_t id_size = 12;
    const bool is_ascii = std::all_of(cut.begin(), cut.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (kept.empty())
        return is_ascii && cut.find('%') == std::string_view::npos;
    return is_ascii || kept.size() == id_size || kept == "control" || kept == "new";
}

// The path of the page that a user intends who copied a link, typed it, or found it in a sentence:
// without extra slashes, in small letters, and without the part of a sentence that follows it, in
// any script. Empty for the home page. Nothing if it is no link.
std::optional<std::vector<std::string>> intended_path(std::vector<std::string> path)
{
    const auto is_empty = [](const std::string& segment) { return segment.empty(); };
    std::erase_if(path, is_empty);
    if (path.empty())
        return path;
    for (auto& segment : path)
        std::transform(segment.begin(), segment.end(), segment.begin(), lower);
    while (!path.empty())
    {
        auto& last = path.back();
        const auto end = std::find_if(last.rbegin(), last.rend(), is_id_character).base();
        const std::string cut(end, last.end());
        last.erase(end, last.end());
        if (!belongs_to_sentence(cut, last))
            return std::nullopt;
        if (!last.empty())
            return path;
        path.pop_back();
    }
    return std::nullopt;
}

std::string text_of(const std::vector<std::string>& path)
{
    std::string out;
    for (const auto& segment : path)
        out.append("/").append(segment);
    return out.empty() ? "/" : out;
}

// The index of the first segment of `path` that is below `base`; nothing if `path` is not below it.
// Extra slashes at the front are skipped.
std::optional<std::size_t> offset_below(const std::vector<std::string>& base,
                                        const std::vector<std::string>& path)
{
    const auto is_there = [&](std::size_t front)
    {
        return path.size() > front + base.size() &&
               std::equal(base.begin(), base.end(),
                          path.begin() + static_cast<std::ptrdiff_t>(front));
    };
    std::size_t front = 0;
    while (front < path.size() && path[front].empty() && !is_there(front))
        ++front;
    return is_there(front) ? std::optional(front + base.size()) : std::nullopt;
}

response text_response(std::string body, std::string_view type = "text/plain; charset=utf-8")
{
    return {.content_type = type, .body = std::move(body)};
}

constexpr std::string_view reading_methods = "GET, HEAD, OPTIONS";
constexpr std::string_view all_methods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

response options_response(std::string_view allowed)
{
    response out{.status = http::status::no_content};
    out.fields.emplace_back("Allow", allowed);
    return out;
}

// For any method but GET and HEAD, where only these are possible.
response respond_to_other_method(http::verb method)
{
    if (method == http::verb::options)
        return options_response(reading_methods);
    auto out = refuse(http::status::method_not_allowed, "method not allowed");
    out.fields.emplace_back("Allow", reading_methods);
    return out;
}

} // namespace

response refuse(http::status status, std::string_view title)
{
    response out{.status = status, .content_type = problem_type};
    out.body = problem_text("about:blank", title, static_cast<unsigned>(status));
    return out;
}

site::site(site_settings settings, handler& api, const asset_catalogue& pages, counters& counters)
    : settings_(std::move(settings)), base_(segments_of(settings_.base_path)), api_(api),
      pages_(pages), counters_(counters), hints_(std::make_unique<proxy_hints>(settings_.base_path))
{}

site::~site() = default;

task<response> site::respond(site_request& req)
{
    hints_->check(req);
    const bool is_server_wide = req.target == "*" && req.api.method == http::verb::options;
    auto out = is_server_wide ? std::optional(options_response(all_methods)) : resolve_path(req);
    auto operation = out ? std::nullopt : respond_to_operation(req);
    if (operation)
        return count(req, *std::move(operation));
    if (settings_.scope == site_scope::overload)
        return count(req, overloaded());
    if (!out && settings_.scope == site_scope::operations)
        out = refuse(http::status::not_found, "not found");
    if (out)
        return count(req, *std::move(out));
    auto& path = req.api.path;
    if (path.front() != api_segment)
        return respond_with_file(req);
    path.erase(path.begin());
    if (path.size() == 1 && path.front().empty())
        path.clear();
    return api_.handle(req.api);
}

// The handler counts its own responses.
response site::count(const site_request& req, response out) const
{
    const auto route = out.route.empty() ? unknown_route : out.route;
    counters_.responses.add({route, out.status});
    if (!req.accepts_html || settings_.scope == site_scope::operations || is_api_target(req.target))
        return out;
    return as_error_page(std::move(out), req.api.secure);
}

response site::as_error_page(response out, bool secure) const
{
    if (out.content_type != problem_type)
        return out;
    return error_page(std::move(out), settings_.base_path, secure);
}

bool site::is_api_target(std::string_view target) const
{
    const auto api = settings_.base_path + "/" + std::string(api_segment);
    const auto path = target.substr(0, target.find('?'));
    return path.starts_with(api) && (path.size() == api.size() || path[api.size()] == '/');
}

// Sets the path below the base, and the query, in the request. A target that is valid only by the
// rules of browsers can lead to a page, but not to the API.
std::optional<response> site::resolve_path(site_request& req)
{
    auto parsed = read_target(req.target);
    auto read =
        parsed.has_value() ? std::optional(std::move(parsed->path)) : read_page_path(req.target);
    if (!read)
        return refuse(http::status::bad_request, "bad request target");
    auto& path = req.api.path;
    path = *std::move(read);
    if (parsed.has_value())
    {
        if (!parsed->host.empty())
            req.api.host = std::move(parsed->host);
        req.api.query = std::move(parsed->query);
    }
    const auto begin = offset_below(base_, path);
    if (!begin && (path == base_ || intended_path(path) == base_))
        return redirect(req, "/"); // pages refer to their files relative to the base
    if (!begin)
    {
        hints_->check_path(path);
        return refuse(http::status::not_found, "not found");
    }
    path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(*begin));
    if (*begin > base_.size())
        path.insert(path.begin(), std::string()); // with extra slashes it is not a path of the API
    if (parsed.has_error() && path.front() == api_segment)
        return refuse(http::status::bad_request, "bad request target");
    return std::nullopt;
}

// Nothing if the path is not one of an operation.
std::optional<response> site::respond_to_operation(const site_request& req) const
{
    const auto& path = req.api.path;
    if (path.size() != 1)
        return std::nullopt;
    const auto respond_at = [&](std::string_view route, auto&& content)
    {
        auto out = reads_only(req.api.method) ? content() : respond_to_other_method(req.api.method);
        out.route = route;
        return out;
    };
    if (path.front() == "healthz")
        return respond_at("/healthz", [] { return text_response("ok\n"); });
    if (path.front() == "readyz")
        return respond_at("/readyz", [&] { return readiness(); });
    if (path.front() == "metrics" && settings_.with_metrics)
        return respond_at("/metrics", [&] { return metrics(); });
    return std::nullopt;
}

response site::overloaded()
{
    auto out = refuse(http::status::service_unavailable, "too many connections");
    out.fields.emplace_back("Retry-After", "10");
    return out;
}

task<response> site::respond_with_file(const site_request& req)
{
    if (req.api.method == http::verb::options)
        return count(req, respond_to_other_method(req.api.method));
    const auto& path = req.api.path;
    const auto intended = intended_path(path);
    if (intended && text_of(*intended) != text_of(path) && is_page(*intended))
        return count(req, redirect(req, text_of(*intended)));
    auto found =
        pages_.respond({.path = path,
                        .accept_encoding = req.accept_encoding,
                        .if_none_match = req.if_none_match,
                        .languages = {chosen_language(req.api.cookie), req.accept_language},
                        .secure = req.api.secure});
    if (found.open != nullptr && reads_only(req.api.method))
        return respond_with_view(req, std::move(found));
    return count(req, file_response(req, std::move(found)));
}

// The page has the session in it as any stranger sees it, so that it needs no request of its own
// before there is something to show. Who may not ask for it finds nothing there.
task<response> site::respond_with_view(const site_request& req, asset_response found)
{
    request ask;
    ask.method = http::verb::get;
    ask.path = {req.api.path.front()};
    ask.host = req.api.host;
    ask.peer = req.api.peer;
    ask.secure = req.api.secure;
    const auto view = co_await api_.handle(ask);
    const bool is_known = view.status == http::status::ok && view.seq;
    auto page =
        finished_page(found, is_known ? snapshot_text(view.body, *view.seq) : std::string());
    auto out = file_response(req, std::move(found));
    out.shared = {};
    out.body = std::move(page);
    co_return count(req, std::move(out));
}

bool site::is_page(const std::vector<std::string>& path) const
{
    return (path.empty() || path.front() != api_segment) && pages_.has_page(path);
}

response site::file_response(const site_request& req, asset_response found) const
{
    if (found.status == http::status::not_found)
        return refuse(http::status::not_found, "not found");
    if (!reads_only(req.api.method))
        return respond_to_other_method(req.api.method);
    return {.status = found.status,
            .content_type = found.content_type,
            .cache_control = found.cache_control,
            .body = std::move(found.unpacked),
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

// A load balancer sends no more requests to a server that is not ready.
response site::readiness() const
{
    auto out = text_response(stopping_ ? "stopping\n" : "ok\n");
    if (stopping_)
        out.status = http::status::service_unavailable;
    return out;
}

response site::metrics() const
{
    return text_response(metrics_text(counters_, settings_.facts, api_),
                         "text/plain; version=0.0.4; charset=utf-8");
}

} // namespace pajthy
