// What `/metrics` tells, and where.
#include "server/metrics.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/client.hpp"
#include "tests/support/exposition.hpp"
#include "tests/support/live_server.hpp"

#include <pajthy/event/event.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/handler/problem.hpp>
#include <pajthy/handler/routes.hpp>
#include <pajthy/wire/frames.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

using namespace pajthy;
using namespace pajthy::test;
using std::chrono::milliseconds;

namespace
{

using names = std::set<std::string>;
using families = std::map<std::string, metric_family>;

families metrics_of(http_client& asks)
{
    const auto said = asks.request("GET", "/metrics");
    REQUIRE(said.status == 200);
    CHECK(said.field("Content-Type") == "text/plain; version=0.0.4; charset=utf-8");
    INFO(said.body);
    return read_exposition(said.body);
}

live_settings open_settings()
{
    live_settings out;
    out.access = access_mode::open;
    return out;
}

std::string room_on(http_client& c)
{
    return "/api" + c.request("POST", "/api/", R"(["1","2"])").field("Location");
}

// Each that a label may have.
names values_of(const metric_family& family, const std::string& label)
{
    names out;
    for (const auto& s : family.samples)
        out.insert(s.labels.at(label));
    return out;
}

bool is_within(const names& some, const names& all)
{
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

} // namespace

TEST_CASE("metrics are families of the text format, each with its help and its type")
{
    live_server s;
    http_client c(s.port());
    const auto all = metrics_of(c);
    for (const auto* name : {"pajthy_build_info",
                             "pajthy_sessions",
                             "pajthy_sessions_limit",
                             "pajthy_seats",
                             "pajthy_text_bytes",
                             "pajthy_text_bytes_limit",
                             "pajthy_connections",
                             "pajthy_connections_limit",
                             "pajthy_connections_total",
                             "pajthy_connections_refused_total",
                             "pajthy_websockets",
                             "pajthy_websockets_total",
                             "pajthy_websockets_closed_total",
                             "pajthy_requests_total",
                             "pajthy_request_duration_seconds",
                             "pajthy_events_total",
                             "pajthy_frames_total",
                             "pajthy_frame_bytes_total",
                             "pajthy_refusals_total",
                             "pajthy_limits_met_total",
                             "pajthy_loop_lag_seconds",
                             "process_cpu_seconds_total",
                             "process_resident_memory_bytes",
                             "process_virtual_memory_bytes",
                             "process_open_fds",
                             "process_max_fds",
                             "process_start_time_seconds"})
    {
        CAPTURE(name);
        CHECK(all.count(name) == 1);
    }
}

TEST_CASE("metrics say which program runs")
{
    auto settings = live_settings();
    settings.version = "1.2.3";
    settings.commit = "0123456789ab";
    live_server s(settings);
    http_client c(s.port());
    const auto all = metrics_of(c);
    CHECK(all.at("pajthy_build_info").at("version", "1.2.3") == 1);
    CHECK(all.at("pajthy_build_info").at("commit", "0123456789ab") == 1);
}

TEST_CASE("metrics say what is kept, and how much may be")
{
    auto settings = open_settings();
    settings.limits.session.sessions = 7;
    settings.limits.session.text_bytes = 0;
    settings.limits.http.connections = 9;
    live_server s(settings);
    http_client c(s.port());
    const auto room = room_on(c);
    c.request("PUT", room + "/join", "Ana");
    c.request("PUT", room + "/join", "Bob");
    c.request("PUT", room + "/leave", "Bob");
    const auto all = metrics_of(c);
    CHECK(all.at("pajthy_sessions").sum() == 1);
    CHECK(all.at("pajthy_sessions_limit").sum() == 7);
    CHECK(all.at("pajthy_seats").sum() == 1);
    CHECK(all.at("pajthy_text_bytes").sum() == 2 + 3);
    CHECK(std::isinf(all.at("pajthy_text_bytes_limit").sum()));
    CHECK(all.at("pajthy_connections_limit").sum() == 9);
}

TEST_CASE("requests are counted by route and status")
{
    live_server s(open_settings());
    http_client c(s.port());
    const auto room = room_on(c);
    c.request("PUT", room + "/join", "Ana");
    c.request("PUT", room + "/join", "Bob");
    c.request("PUT", room + "/join", "");
    c.request("HEAD", room);
    c.request("GET", "/api/000000000000");
    c.request("DELETE", room);
    c.request("GET", "/");
    c.request("GET", "/nothing-here");
    c.request("GET", "/healthz");
    raw_client(s.port()).send("nonsense\r\n\r\n");
    wait_for_metric(c, R"(pajthy_requests_total{route="none",status="400"})", 1);
    const auto all = metrics_of(c);
    const auto count = [&](const std::string& route, const std::string& status)
    {
        for (const auto& sample : all.at("pajthy_requests_total").samples)
        {
            if (sample.labels ==
                std::map<std::string, std::string>{{"route", route}, {"status", status}})
                return sample.value;
        }
        return 0.0;
    };
    CHECK(count("POST /api/", "201") == 1);
    CHECK(count("PUT /api/{id}/join", "201") == 2);
    CHECK(count("PUT /api/{id}/join", "400") == 1);
    CHECK(count("GET /api/{id}", "200") == 1);
    CHECK(count("GET /api/{id}", "404") == 1);
    CHECK(count("none", "405") == 1);
    CHECK(count("page", "200") == 1);
    CHECK(count("none", "404") == 1);
    CHECK(count("/healthz", "200") == 1);
    CHECK(count("/metrics", "200") >= 1);
}

TEST_CASE("the time of each response is counted")
{
    live_server s;
    http_client c(s.port());
    c.request("GET", "/");
    c.request("GET", "/healthz");
    c.request("POST", "/api/", "nonsense");
    const auto all = metrics_of(c);
    for (const auto& sample : all.at("pajthy_request_duration_seconds").samples)
    {
        if (sample.name.ends_with("_count"))
            CHECK(sample.value == 3);
        if (sample.name.ends_with("_sum"))
            CHECK(sample.value > 0);
    }
}

TEST_CASE(
    "a time counts at the first bound that it does not exceed, and beyond all of them at the end")
{
    time_histogram h;
    h.add(std::chrono::microseconds(100));
    h.add(std::chrono::microseconds(101));
    h.add(std::chrono::seconds(5));
    h.add(std::chrono::seconds(6));
    CHECK(h.counts() == time_histogram::buckets{1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1});
    CHECK(h.sum() == std::chrono::seconds(11) + std::chrono::microseconds(201));
}

TEST_CASE("how late the loop comes is counted with each of its ticks")
{
    live_server s;
    http_client c(s.port());
    wait_for_metric(c, R"(pajthy_loop_lag_seconds_bucket{le="+Inf"})", 1);
}

TEST_CASE("events and their frames are counted by kind")
{
    live_server s(open_settings());
    http_client c(s.port());
    const auto room = room_on(c);
    websocket_client control(s.port());
    websocket_client one(s.port());
    websocket_client two(s.port());
    REQUIRE(control.open(room + "/control/ws") == 101);
    REQUIRE(one.open(room + "/ws") == 101);
    REQUIRE(two.open(room + "/ws") == 101);
    std::size_t snapshot_bytes = 0;
    for (auto* w : {&control, &one, &two})
        snapshot_bytes += w->next().size();
    c.request("PATCH", room + "/control/start");
    control.next();
    const auto enabled = one.next();
    const auto all = metrics_of(c);
    const auto count = [&](const std::string& family, const std::string& kind)
    { return all.at(family).at("kind", kind); };
    CHECK(count("pajthy_events_total", "enabled") == 1);
    CHECK(count("pajthy_frames_total", "enabled") == 3);
    CHECK(count("pajthy_frame_bytes_total", "enabled") > 2 * static_cast<double>(enabled.size()));
    CHECK(count("pajthy_frames_total", "snapshot") == 3);
    CHECK(count("pajthy_frame_bytes_total", "snapshot") > static_cast<double>(snapshot_bytes));
    CHECK(count("pajthy_events_total", "reset") == 0);
}

TEST_CASE("websockets that have ended are counted by why")
{
    auto settings = open_settings();
    settings.limits.websocket.messages = {3, 1};
    settings.limits.session.idle = milliseconds(500);
    live_server s(settings);
    http_client c(s.port());
    const auto room = room_on(c);
    const auto ended = [&](const char* why)
    { return "pajthy_websockets_closed_total{why=\"" + std::string(why) + "\"}"; };
    const auto open = [&](websocket_client& w, const std::string& target)
    {
        REQUIRE(w.open(target) == 101);
        w.next();
    };
    {
        websocket_client leaves(s.port());
        open(leaves, room + "/ws");
    }
    wait_for_metric(c, ended("left"), 1);

    c.request("PUT", room + "/join", "Ana");
    websocket_client ana(s.port());
    open(ana, room + "/ws?as=Ana");
    c.request("PATCH", room + "/control/kick", "Ana");
    while (!ana.next().starts_with(R"({"Kind":"kicked")"))
        ;
    CHECK(ana.close_code() == 4001);
    wait_for_metric(c, ended("kicked"), 1);

    websocket_client talks(s.port());
    open(talks, room + "/ws");
    for (int i = 0; i < 5; ++i)
        talks.send("x");
    CHECK(talks.close_code() == 1008);
    wait_for_metric(c, ended("policy"), 1);

    websocket_client shouts(s.port());
    open(shouts, room + "/ws");
    shouts.send(std::string(5'000, 'x'));
    CHECK(shouts.close_code() == 1009);
    wait_for_metric(c, ended("too-big"), 1);

    websocket_client stays(s.port());
    open(stays, room + "/ws");
    CHECK(stays.close_code() == 4004);
    wait_for_metric(c, ended("over"), 1);
    wait_for_metric(c, "pajthy_websockets_total", 5);
    CHECK(metrics_of(c).at("pajthy_websockets_closed_total").sum() == 5);
}

TEST_CASE("refusals are counted by their type, and limits by their option")
{
    live_settings settings;
    settings.limits.session.sessions = 1;
    settings.limits.address.unknown_ids = {1, 1};
    live_server s(settings);
    http_client c(s.port());
    const auto room = room_on(c);
    room_on(c);
    c.request("GET", room + "/control", {}, {{"Authorization", "Bearer x"}});
    c.request("GET", "/api/000000000000");
    c.request("GET", "/api/000000000000");
    c.request("GET", "/api/a/b/c");
    const auto all = metrics_of(c);
    const auto& why = all.at("pajthy_refusals_total");
    CHECK(why.at("why", "busy") == 1);
    CHECK(why.at("why", "key-wrong") == 1);
    CHECK(why.at("why", "unknown-session") == 1);
    CHECK(why.at("why", "too-many-requests") == 1);
    CHECK(why.at("why", "not-found") == 1);
    const auto& limits = all.at("pajthy_limits_met_total");
    CHECK(limits.at("limit", "max-sessions") == 1);
    CHECK(limits.at("limit", "max-text-bytes") == 0);
    CHECK(limits.at("limit", "rate-unknown-ids") == 1);
}

TEST_CASE("no label of a metric comes from outside")
{
    live_server s(open_settings());
    http_client c(s.port());
    const auto room = room_on(c);
    for (const std::string path : {"", "a", "a/b", "%22%0A", "api/x", "api/x/y/z", "metrics/x"})
    {
        for (const auto* method : {"GET", "PUT", "DELETE", "BREW", "OPTIONS"})
        {
            http_client(s.port()).request(method, "/" + path);
            http_client(s.port()).request(method, room + "/" + path);
        }
    }
    names routes{"none", "page", "asset", "/healthz", "/readyz", "/metrics"};
    for (const auto& r : api_routes())
        routes.insert(std::string(http::to_string(r.method)) + " /api" + std::string(r.path));
    names kinds{"snapshot"};
    for (const auto& traits : all_event_traits())
        kinds.insert(std::string(traits.kind));

    const auto all = metrics_of(c);
    CHECK(is_within(values_of(all.at("pajthy_requests_total"), "route"), routes));
    CHECK(values_of(all.at("pajthy_requests_total"), "status").size() < 12);
    CHECK(values_of(all.at("pajthy_events_total"), "kind") == kinds);
    for (const auto& [name, family] : all)
    {
        CAPTURE(name);
        for (const auto& sample : family.samples)
        {
            for (const auto& [label, value] : sample.labels)
                CHECK(names{"version", "commit", "limit", "why", "route", "status", "le", "kind"}
                          .count(label) == 1);
        }
    }
}

// --- Where

TEST_CASE("metrics that have an address of their own are not on the public one")
{
    live_settings settings;
    settings.base_path = "/tools";
    settings.metrics_on_own_port = true;
    live_server s(settings);
    CHECK(request_once(s.port(), "GET", "/tools/metrics").status == 404);
    CHECK(request_once(s.port(), "GET", "/tools/healthz").status == 200);

    CHECK(request_once(s.metrics_port(), "GET", "/healthz").status == 200);
    CHECK(request_once(s.metrics_port(), "GET", "/readyz").status == 200);
    http_client c(s.metrics_port());
    CHECK(metrics_of(c).at("pajthy_sessions").sum() == 0);
    for (const auto* path : {"/", "/new", "/api/", "/0123456789ab", "/tools/", "/tools/metrics"})
    {
        CAPTURE(path);
        CHECK(request_once(s.metrics_port(), "GET", path).status == 404);
    }
    CHECK(request_once(s.metrics_port(), "POST", "/api/", R"(["1"])").status == 404);
}

TEST_CASE("metrics are on the public port where they have no other")
{
    live_settings settings;
    settings.base_path = "/tools";
    live_server s(settings);
    CHECK(request_once(s.port(), "GET", "/tools/metrics").status == 200);
    CHECK(request_once(s.port(), "GET", "/metrics").status == 404);
}
