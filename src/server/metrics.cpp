#include "metrics.hpp"

#include "process_usage.hpp"

#include <pajthy/event/event.hpp>
#include <pajthy/handler/routes.hpp>
#include <pajthy/log.hpp>

#include <array>
#include <charconv>
#include <concepts>
#include <cstdio>
#include <initializer_list>
#include <map>

namespace pajthy
{
namespace
{

double seconds_of(duration time)
{
    return std::chrono::duration<double>(time).count();
}

std::string_view name_of(websocket_end why)
{
    switch (why)
    {
    case websocket_end::left: return "left";
    case websocket_end::stopping: return "stopping";
    case websocket_end::kicked: return "kicked";
    case websocket_end::over: return "over";
    case websocket_end::unopened: return "unopened";
    case websocket_end::dead: return "dead";
    case websocket_end::too_slow: return "too-slow";
    case websocket_end::policy: return "policy";
    case websocket_end::too_big: return "too-big";
    case websocket_end::protocol: return "protocol";
    case websocket_end::no_memory: return "no-memory";
    case websocket_end::unavailable: return "unavailable";
    }
    return "other";
}

// Builds the text, one family after the other.
class exposition
{
public:
    using labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// Begins a family: the next samples belong to it. `kind` is counter, gauge or histogram.
    void family(std::string_view name, std::string_view kind, std::string_view help)
    {
        name_ = name;
        out_.append("# HELP ").append(name).append(" ").append(help).append("\n");
        out_.append("# TYPE ").append(name).append(" ").append(kind).append("\n");
    }

    template <class Number>
    void sample(Number value, labels with = {})
    {
        line("", with, value);
    }

    void counter(std::string_view name, std::string_view help, std::uint64_t value)
    {
        family(name, "counter", help);
        sample(value);
    }

    template <class Number>
    void gauge(std::string_view name, std::string_view help, Number value)
    {
        family(name, "gauge", help);
        sample(value);
    }

    /// Zero is no limit.
    void limit(std::string_view name, std::string_view help, std::size_t max)
    {
        family(name, "gauge", help);
        if (max == 0)
            out_.append(name).append(" +Inf\n");
        else
            sample(max);
    }

    void histogram(std::string_view name, std::string_view help, const time_histogram& of)
    {
        family(name, "histogram", help);
        std::uint64_t up_to = 0;
        for (std::size_t i = 0; i != of.bounds.size(); ++i)
        {
            up_to += of.counts()[i];
            line("_bucket", {{"le", text_of(seconds_of(of.bounds[i]))}}, up_to);
        }
        up_to += of.counts().back();
        line("_bucket", {{"le", "+Inf"}}, up_to);
        line("_sum", {}, seconds_of(of.sum()));
        line("_count", {}, up_to);
    }

    std::string take() { return std::move(out_); }

private:
    // To the nanosecond, without zeros at the end. std::to_chars would add 130 kB of tables.
    static std::string text_of(double value)
    {
        std::array<char, 352> digits; // the largest has 309 of them before the point
        const int size = std::snprintf(digits.data(), digits.size(), "%.9f", value);
        std::string out(digits.data(), static_cast<std::size_t>(size));
        out.erase(out.find_last_not_of('0') + 1);
        if (out.ends_with('.'))
            out.pop_back();
        return out;
    }

    static std::string text_of(std::integral auto value)
    {
        std::array<char, 20> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        return {digits.data(), end};
    }

    template <class Number>
    void line(std::string_view suffix, labels with, Number value)
    {
        out_.append(name_).append(suffix);
        char before = '{';
        for (const auto& [label, text] : with)
        {
            out_.push_back(before);
            out_.append(label).append("=\"").append(text).append("\"");
            before = ',';
        }
        if (with.size() != 0)
            out_.push_back('}');
        out_.append(" ").append(text_of(value)).append("\n");
    }

    std::string_view name_;
    std::string out_;
};

void add_build(exposition& to, const server_facts& facts)
{
    to.family("pajthy_build_info", "gauge", "The program that runs; always 1.");
    to.sample(1, {{"version", facts.version}, {"commit", facts.commit}});
}

void add_sessions(exposition& to, const server_facts& facts, const handler& api)
{
    const auto held = api.service().usage();
    to.gauge("pajthy_sessions", "Sessions that are kept.", held.sessions);
    to.limit("pajthy_sessions_limit", "Sessions that may be kept.", facts.max_sessions);
    to.gauge("pajthy_seats", "Seats in all sessions.", held.seats);
    to.gauge("pajthy_text_bytes", "Text that all sessions keep.", held.text_bytes);
    to.limit("pajthy_text_bytes_limit", "Text that all sessions may keep.", facts.max_text_bytes);
}

void add_connections(exposition& to, const counters& c, const server_facts& facts)
{
    to.gauge("pajthy_connections", "Connections that are open, websockets among them.",
             c.connections_open.now());
    to.limit("pajthy_connections_limit", "Connections that may be open.", facts.max_connections);
    to.counter("pajthy_connections_total", "Connections since the start.", c.connections);
    to.family("pajthy_connections_refused_total", "counter",
              "Connections beyond a limit, which are answered operations alone, by its option.");
    for (const auto& [option, times] : c.connections_refused)
        to.sample(times, {{"limit", option}});
}

void add_websockets(exposition& to, const counters& c)
{
    to.gauge("pajthy_websockets", "Websockets that are open.", c.websockets_open.now());
    to.counter("pajthy_websockets_total", "Websockets since the start.", c.websockets);
    to.family("pajthy_websockets_closed_total", "counter", "Websockets that have ended, by why.");
    for (std::size_t i = 0; i != websocket_ends; ++i)
        to.sample(c.websockets_ended[i], {{"why", name_of(static_cast<websocket_end>(i))}});
}

// Routes are named by method and template, as in `GET /api/{id}`.
void add_requests(exposition& to, const counters& c, const handler& api)
{
    std::map<std::pair<std::string, unsigned>, std::uint64_t> all;
    const auto add = [&](std::string route, http::status status, std::uint64_t times) {
        all[{std::move(route), static_cast<unsigned>(status)}] += times;
    };

    for (const auto& [what, times] : c.responses)
        add(std::string(what.first), what.second, times);
    const auto routes = api_routes();
    const auto counted = api.counted();
    for (std::size_t i = 0; i != routes.size(); ++i)
    {
        const std::string_view method = http::to_string(routes[i].method);
        for (const auto& [status, times] : counted.responses[i])
            add(std::string(method).append(" /api").append(routes[i].path), status, times);
    }
    for (const auto& [status, times] : counted.responses.back())
        add(std::string(unknown_route), status, times);

    to.family("pajthy_requests_total", "counter", "Requests answered, by route and status.");
    for (const auto& [what, times] : all)
        to.sample(times, {{"route", what.first}, {"status", std::to_string(what.second)}});
    to.histogram("pajthy_request_duration_seconds",
                 "From when a request is read until its answer is sent.", c.response_time);
}

void add_events(exposition& to, const handler& api)
{
    std::map<std::string_view, delivered> kinds{{"snapshot", api.service().snapshots_counted()}};
    for (std::size_t i = 0; i != event_types; ++i)
    {
        const auto& of_kind = api.service().events_counted()[i];
        auto& all = kinds[all_event_traits()[i].kind];
        all.events += of_kind.events;
        all.frames += of_kind.frames;
        all.bytes += of_kind.bytes;
    }
    const auto add = [&](std::string_view name, std::string_view help, std::uint64_t delivered::*of)
    {
        to.family(name, "counter", help);
        for (const auto& [kind, counts] : kinds)
            to.sample(counts.*of, {{"kind", kind}});
    };
    add("pajthy_events_total", "Events of sessions that have websockets.", &delivered::events);
    add("pajthy_frames_total", "Events given to websockets, each counted.", &delivered::frames);
    add("pajthy_frame_bytes_total", "What these frames take on the wire.", &delivered::bytes);
}

void add_refusals(exposition& to, const handler& api)
{
    to.family("pajthy_refusals_total", "counter", "Refusals of the API, by problem type.");
    const auto counted = api.counted();
    for (const auto& [type, times] : counted.problems)
        to.sample(times, {{"why", type}});
    to.family("pajthy_limits_met_total", "counter",
              "Calls that were refused at a limit, by its option.");
    for (const auto& [option, times] : counted.limits_met)
        to.sample(times, {{"limit", option}});
    for (const auto& [option, times] : counted.rates_met)
        to.sample(times, {{"limit", option}});
}

void add_process(exposition& to, const server_facts& facts)
{
    const auto used = usage_of_this_process();
    to.family("process_cpu_seconds_total", "counter", "Processor time, user and system.");
    to.sample(used.cpu_seconds);
    to.gauge("process_start_time_seconds", "When it was started, since 1970.",
             std::chrono::duration<double>(facts.started.time_since_epoch()).count());
    if (used.virtual_bytes)
        to.gauge("process_virtual_memory_bytes", "Virtual memory.", *used.virtual_bytes);
    if (used.resident_bytes)
        to.gauge("process_resident_memory_bytes", "Resident memory.", *used.resident_bytes);
    if (used.open_descriptors)
        to.gauge("process_open_fds", "Open file descriptors.", *used.open_descriptors);
    if (used.max_descriptors)
        to.gauge("process_max_fds", "File descriptors that may be open.", *used.max_descriptors);
}

} // namespace

std::string metrics_text(const counters& server, const server_facts& facts, const handler& api)
{
    exposition out;
    add_build(out, facts);
    add_sessions(out, facts, api);
    add_connections(out, server, facts);
    add_websockets(out, server);
    add_requests(out, server, api);
    add_events(out, api);
    add_refusals(out, api);
    out.histogram("pajthy_loop_lag_seconds", "How late the loop comes to what is due.",
                  server.loop_lag);
    out.counter("pajthy_log_lines_dropped_total", "Lines of the log that nobody took.",
                log::dropped());
    add_process(out, facts);
    return out.take();
}

} // namespace pajthy
