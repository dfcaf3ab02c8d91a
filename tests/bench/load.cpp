// Usage: bench_load PAJTHY SECONDS [ROOMS]
//
// Puts the program PAJTHY under one load after the other, so many seconds each, and prints what it
// cost. ROOMS (100) is the size of the load: so many rooms of ten voters and a controller, ten
// times as many where they are idle, ten times as many voters in a big one. Exit status 1 if
// anything was lost.
#include "tests/bench/scenarios.hpp"
#include "tests/bench/table.hpp"

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace
{

using namespace pajthy::bench;

constexpr int exit_of_wrong_use = 2;

constexpr std::size_t default_rooms = 100;
constexpr std::size_t most_rooms = 1'000;
constexpr double most_seconds = 600;

constexpr std::size_t voters_of_a_team = 10;
constexpr std::size_t times_idle = 10;
constexpr std::size_t times_big = 10;

// Of this program and of the server: for what is no page's.
constexpr std::size_t spare_descriptors = 256;

// A pace that leaves the server idle most of the time, for latencies that people would have.
constexpr pace calm{100};
constexpr pace as_fast_as_it_goes{0};

struct settings
{
    std::string program;
    seconds time;
    std::size_t rooms = default_rooms;
};

std::optional<settings> read_settings(const std::vector<std::string>& arguments)
{
    if (arguments.size() < 2 || arguments.size() > 3)
        return std::nullopt;
    settings out{arguments[0], seconds(std::strtod(arguments[1].c_str(), nullptr))};
    if (arguments.size() == 3)
        out.rooms = std::strtoul(arguments[2].c_str(), nullptr, 10);
    if (!(out.time.count() > 0 && out.time.count() <= most_seconds))
        return std::nullopt;
    if (out.rooms == 0 || out.rooms > most_rooms)
        return std::nullopt;
    return out;
}

std::string milliseconds(histogram::microseconds time)
{
    return fmt::format("{:.2f} ms", time.count() / 1'000);
}

std::string percent(double share)
{
    return fmt::format("{:.0f} %", share * 100);
}

row headings()
{
    return {"",    "a second", "server CPU each", "server busy", "load busy",
            "p50", "p99",      "p99.9",           "last p50",    "lost"};
}

row figures(std::string what, const outcome& of)
{
    const auto count = static_cast<double>(of.count);
    return {std::move(what),
            fmt::format("{:.0f}", count / of.time.count()),
            fmt::format("{:.1f} µs", of.server_used.count() / count * 1e6),
            percent(of.server_used / of.time),
            percent(of.load_used / of.time),
            milliseconds(of.each.percentile(50)),
            milliseconds(of.each.percentile(99)),
            milliseconds(of.each.percentile(99.9)),
            milliseconds(of.last.percentile(50)),
            std::to_string(of.lost)};
}

std::string mebibytes(std::size_t bytes)
{
    return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / (1024 * 1024));
}

std::string share(std::size_t before, std::size_t after, std::size_t among)
{
    const auto more = static_cast<double>(after) - static_cast<double>(before);
    return fmt::format("{:.0f} bytes", more / static_cast<double>(among));
}

void print_memory(const scene& in, const memory& of)
{
    print(std::cout, {{"", "resident", "each"},
                      {"a server that has just started", mebibytes(of.at_start), ""},
                      {fmt::format("{} sessions of {} seats", in.rooms, in.voters),
                       mebibytes(of.with_rooms), share(of.at_start, of.with_rooms, in.rooms)},
                      {fmt::format("{} idle websockets to them", in.pages()),
                       mebibytes(of.listening), share(of.with_rooms, of.listening, in.pages())},
                      {"after these have closed", mebibytes(of.left), ""}});
}

// How many descriptors pages may have. As many as there may be at all: the server does the same.
std::size_t raise_descriptor_limit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur > spare_descriptors ? limit.rlim_cur - spare_descriptors : 0;
}

// The exit status.
int measure(const settings& s)
{
    constexpr std::size_t descriptors_of_a_page = 2; // its websocket, and what it calls with
    const auto fitting = raise_descriptor_limit() / (1 + voters_of_a_team);
    const auto rooms = std::clamp<std::size_t>(fitting / descriptors_of_a_page, 1, s.rooms);
    const scene teams{s.program, rooms, voters_of_a_team};
    const scene big{s.program, 1, rooms * times_big};
    const scene many{s.program, std::clamp<std::size_t>(fitting, 1, rooms * times_idle),
                     voters_of_a_team};

    std::vector<row> rows{headings()};
    std::uint64_t lost = 0;
    const auto add = [&](std::string_view what, auto scenario, const scene& in, pace how_fast)
    {
        auto title = fmt::format("{}, {} × {} pages", what, in.rooms, 1 + in.voters);
        if (how_fast.turns_per_second != 0)
            title += fmt::format(", {} turns/s", how_fast.turns_per_second);
        const outcome of = scenario(in, how_fast, s.time);
        rows.push_back(figures(std::move(title), of));
        lost += of.lost;
    };
    add("events", fan_out, teams, calm);
    add("events", fan_out, teams, as_fast_as_it_goes);
    add("events", fan_out, big, as_fast_as_it_goes);
    add("votes", votes, teams, as_fast_as_it_goes);
    add("votes", votes, big, as_fast_as_it_goes);
    print(std::cout, rows);
    std::cout << std::endl;
    print_memory(many, idle(many));
    return lost == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char** argv)
{
    const auto read = read_settings({argv + 1, argv + argc});
    if (!read)
    {
        std::cerr << "usage: bench_load PAJTHY SECONDS [ROOMS]\n";
        return exit_of_wrong_use;
    }
    try
    {
        return measure(*read);
    }
    catch (const std::exception& e)
    {
        std::cerr << "bench_load: " << e.what() << "\n";
        return EXIT_FAILURE;
    }
}
