#include "site.hpp"

#include "error_page.hpp"
#include "proxy_hints.hpp"

#include <pajthy/wire/bodies.hpp>

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

// As it stands in a target that has been read, with its question mark; empty if there is none.
std::string_view query_of(std::string_view target)
{
    return target.substr(std::min(target.find('?'), target.size()));
}

bool is_read(http::verb method)
{
    return method == http::verb::get || method == http::verb::head;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool is_of_id(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// Whether `cut`, which stood behind `kept` in a segment, is no part of a link. What a sentence goes
// on with in a script without spaces is none behind an id, or behind what follows one; `/café` is
// no link.
bool is_of_sentence(std::string_view cut, std::string_view kept)
{
    constexpr std::size_t id_size = 12;
    const bool is_ascii = std::all_of(cut.begin(), cut.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (kept.empty())
        return is_ascii && cut.find('%') == std::string_view::npos;
    return is_ascii || kept.size() == id_size || kept == "control" || kept == "new";
}

// The path of the page that somebody means who has copied a link, typed it, or found it in a
// sentence: without slashes too many, in small letters, and without what a sentence has put behind
// it, in whatever script. Empty for the home page, and nothing where no link was.
std::optional<std::vector<std::string>> meant_by(std::vector<std::string> path)
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
        const auto end = std::find_if(last.rbegin(), last.rend(), is_of_id).base();
        const std::string cut(end, last.end());
        last.erase(end, last.end());
        if (!is_of_sentence(cut, last))
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

// How many segments of `path` are in front of what is below `base`; nothing if it is somewhere
// else. A slash too many at the very front is passed over.
std::optional<std::size_t> begin_below(const std::vector<std::string>& base,
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
    response out{.status = status, .content_type = problem_type};
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
        return counted(req, *std::move(wanted));
    if (settings_.scope == site_scope::overload)
        return counted(req, overloaded());
    if (!answered && settings_.scope == site_scope::operations)
        answered = refuse(http::status::not_found, "not found");
    if (answered)
        return counted(req, *std::move(answered));
    auto& path = req.api.path;
    if (path.front() != api_segment)
        return counted(req, answer_here(req));
    path.erase(path.begin());
    if (path.size() == 1 && path.front().empty())
        path.clear();
    return api_.handle(req.api);
}

// The handler counts its answers itself.
response site::counted(const site_request& req, response answer) const
{
    const auto route = answer.route.empty() ? unknown_route : answer.route;
    counters_.answers.add({route, answer.status});
    if (!req.accepts_pages || settings_.scope == site_scope::operations || is_of_api(req.target))
        return answer;
    return as_page(std::move(answer));
}

response site::as_page(response answer) const
{
    if (answer.content_type != problem_type)
        return answer;
    return error_page(std::move(answer), settings_.base_path);
}

bool site::is_of_api(std::string_view target) const
{
    const auto api = settings_.base_path + "/" + std::string(api_segment);
    const auto path = target.substr(0, target.find('?'));
    return path.starts_with(api) && (path.size() == api.size() || path[api.size()] == '/');
}

// Leaves in the request which path below the base is meant, and the query. What only a browser can
// make sense of leads to pages alone.
std::optional<response> site::find(site_request& req)
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
    const auto begin = begin_below(base_, path);
    if (!begin && (path == base_ || meant_by(path) == base_))
        return redirect(req, "/"); // pages refer to their files relative to the base
    if (!begin)
    {
        hints_->look_at_path(path);
        return refuse(http::status::not_found, "not found");
    }
    path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(*begin));
    if (*begin > base_.size())
        path.insert(path.begin(), std::string()); // with a slash too many it is none of the API's
    if (parsed.has_error() && path.front() == api_segment)
        return refuse(http::status::bad_request, "bad request target");
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

bool site::is_page(const std::vector<std::string>& path) const
{
    return (path.empty() || path.front() != api_segment) && pages_.answer({path, {}, {}}).is_page;
}

response site::answer_file(const site_request& req, const std::vector<std::string>& path) const
{
    const auto meant = meant_by(path);
    if (meant && text_of(*meant) != text_of(path) && is_page(*meant))
        return redirect(req, text_of(*meant));
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
