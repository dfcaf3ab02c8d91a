#include <pajthy/handler/routes.hpp>

#include "route.hpp"

namespace pajthy
{

// One for each route, in controller_routes.cpp and voter_routes.cpp.
namespace actions
{
action create, view, vote, join, rename, leave, question, listen, control_view, start, stop, reset,
    kick, mint_control_key, revoke_control_keys, undo, set_timer, lock_door, give_title,
    plan_topics, change_deck, history, agree, listen_to_control, ask_for_control, object_to_asking,
    take_control;
} // namespace actions

namespace
{

// clang-format off
constexpr route routes[] = {
    {http::verb::post,    "/",                       needs::nothing, leaves::text,      actions::create},
    {http::verb::get,     "/{id}",                   needs::session, leaves::nothing,   actions::view},
    {http::verb::put,     "/{id}",                   needs::seat,    leaves::nothing,   actions::vote},
    {http::verb::put,     "/{id}/join",              needs::session, leaves::text,      actions::join},
    {http::verb::put,     "/{id}/rename",            needs::seat,    leaves::text,      actions::rename},
    {http::verb::put,     "/{id}/leave",             needs::seat,    leaves::nothing,   actions::leave},
    {http::verb::put,     "/{id}/question",          needs::member,  leaves::nothing,   actions::question},
    {http::verb::get,     "/{id}/ws",                needs::session, leaves::websocket, actions::listen},
    {http::verb::get,     "/{id}/control",           needs::control, leaves::nothing,   actions::control_view},
    {http::verb::patch,   "/{id}/control/start",     needs::control, leaves::nothing,   actions::start},
    {http::verb::patch,   "/{id}/control/stop",      needs::control, leaves::nothing,   actions::stop},
    {http::verb::patch,   "/{id}/control/reset",     needs::control, leaves::nothing,   actions::reset},
    {http::verb::patch,   "/{id}/control/kick",      needs::control, leaves::nothing,   actions::kick},
    {http::verb::post,    "/{id}/control/keys",      needs::control, leaves::nothing,   actions::mint_control_key},
    {http::verb::delete_, "/{id}/control/keys",      needs::control, leaves::nothing,   actions::revoke_control_keys},
    {http::verb::patch,   "/{id}/control/undo",      needs::control, leaves::nothing,   actions::undo},
    {http::verb::patch,   "/{id}/control/timer",     needs::control, leaves::nothing,   actions::set_timer},
    {http::verb::patch,   "/{id}/control/door",      needs::control, leaves::nothing,   actions::lock_door},
    {http::verb::patch,   "/{id}/control/title",     needs::control, leaves::text,      actions::give_title},
    {http::verb::put,     "/{id}/control/topics",    needs::control, leaves::text,      actions::plan_topics},
    {http::verb::put,     "/{id}/control/deck",      needs::control, leaves::text,      actions::change_deck},
    {http::verb::get,     "/{id}/control/history",   needs::control, leaves::nothing,   actions::history},
    {http::verb::patch,   "/{id}/control/agree",     needs::control, leaves::text,      actions::agree},
    {http::verb::get,     "/{id}/control/ws",        needs::control, leaves::websocket, actions::listen_to_control},
    {http::verb::put,     "/{id}/control-request",   needs::seat,    leaves::nothing,   actions::ask_for_control},
    {http::verb::delete_, "/{id}/control-request",   needs::member,  leaves::nothing,   actions::object_to_asking},
    {http::verb::post,    "/{id}/control-request/key", needs::seat,    leaves::nothing,   actions::take_control},
};
// clang-format on

} // namespace

std::span<const route> all_routes()
{
    return routes;
}

known_routes routes_at(const std::vector<std::string>& path)
{
    known_routes out;
    for (const auto& r : routes)
    {
        if (r.path.matches(path))
            out.push_back(&r);
    }
    return out;
}

std::vector<api_route> api_routes()
{
    std::vector<api_route> out;
    for (const auto& r : routes)
        out.push_back({r.method, r.path.text, opens_by_seat(r.need), opens_by_control(r.need),
                       r.left == leaves::websocket});
    return out;
}

bool takes_list(http::verb method, std::string_view target)
{
    return method == http::verb::put &&
           target.substr(0, target.find('?')).ends_with("/control/topics");
}

} // namespace pajthy
