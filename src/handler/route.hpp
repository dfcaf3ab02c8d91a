// One row of the table of routes. For this folder alone.
#pragma once

#include <pajthy/handler/http.hpp>
#include <pajthy/store/session_store.hpp>
#include <pajthy/task.hpp>

#include <boost/container/static_vector.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{

struct request_context;

/// What carries out a request.
using action = task<result<response>>(request_context&);

// What a route asks for before its action runs. That there is a session is the action's own first
// step.
enum class needs
{
    nothing,
    session,
    seat,
    control,
    member // a seat or control
};

inline bool opens_by_seat(needs need)
{
    return need == needs::seat || need == needs::member;
}

inline bool opens_by_control(needs need)
{
    return need == needs::control || need == needs::member;
}

// What a request may leave with the server, which is limited in all.
enum class leaves
{
    nothing, // or a vote, for which there is always room
    websocket,
    text
};

// Such as `/{id}/control`; `{id}` stands for any segment.
struct path_template
{
    static constexpr std::size_t max_segments = 3;

    std::string_view text;
    std::array<std::string_view, max_segments> segments{};
    std::size_t size = 0;

    consteval path_template(const char* of) : text(of)
    {
        for (auto rest = text.substr(1); !rest.empty(); ++size)
        {
            segments[size] = rest.substr(0, rest.find('/'));
            rest.remove_prefix(std::min(rest.size(), segments[size].size() + 1));
        }
    }

    bool matches(const std::vector<std::string>& path) const
    {
        return path.size() == size && std::equal(path.begin(), path.end(), segments.begin(),
                                                 [](std::string_view segment, std::string_view own)
                                                 { return own == "{id}" || own == segment; });
    }
};

struct route
{
    http::verb method;
    path_template path;
    needs need;
    leaves left;
    action* act;
};

std::span<const route> all_routes();

// As many as one path has methods.
using known_routes = boost::container::static_vector<const route*, 4>;

known_routes routes_at(const std::vector<std::string>& path);

} // namespace pajthy
