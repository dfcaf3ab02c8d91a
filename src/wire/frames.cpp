#include <pajthy/wire/frames.hpp>

#include "json.hpp"

#include <boost/json/serialize.hpp>

#include <string_view>
#include <variant>

namespace pajthy
{
namespace
{

namespace json = boost::json;

std::string with_envelope(std::string_view kind, std::string_view data, std::uint64_t seq)
{
    std::string out;
    out.reserve(data.size() + kind.size() + 48);
    out.append(R"({"Kind":")").append(kind).append(R"(","Data":)").append(data);
    out.append(R"(,"Seq":)").append(std::to_string(seq)).append("}");
    return out;
}

struct kind_and_data
{
    std::string_view kind;
    json::object data;
};

struct writer
{
    pajthy::role to;

    kind_and_data operator()(const event::enabled& e) const
    {
        json::object data{{"Open", true}, {"Round", e.round}};
        if (to == role::voter)
            add_counts(data, 0, e.of);
        return {"enabled", std::move(data)};
    }

    kind_and_data operator()(const event::disabled& e) const
    {
        json::object data{{"Open", false}};
        add_result(data, e.result, to);
        return {"disabled", std::move(data)};
    }

    kind_and_data operator()(const event::reset&) const { return {"reset", {{"Open", false}}}; }

    kind_and_data operator()(const event::vote& e) const
    {
        return {"vote", {{"Votes", hidden_votes_json(e.voted)}}};
    }

    kind_and_data operator()(const event::participants_change& e) const
    {
        return {"participants-change",
                {{"Participants", names_json(e.participants)}, {"Away", names_json(e.away)}}};
    }

    kind_and_data operator()(const event::progress& e) const
    {
        json::object data;
        add_counts(data, e.state.voted, e.state.of);
        data.emplace("Waiting", names_json(e.state.waiting));
        return {"progress", std::move(data)};
    }

    kind_and_data operator()(const event::kicked&) const { return {"kicked", {}}; }

    kind_and_data operator()(const event::control_keys& e) const
    {
        return {"control-keys", {{"ControlKeys", e.count}}};
    }

    kind_and_data operator()(const event::revoked&) const { return {"kicked", {}}; }
};

} // namespace

std::string frame_text(const event::any& e, role r, std::uint64_t seq)
{
    const auto [kind, data] = std::visit(writer{r}, e);
    return with_envelope(kind, json::serialize(data), seq);
}

std::string snapshot_text(std::string_view view, std::uint64_t seq)
{
    return with_envelope("snapshot", view, seq);
}

} // namespace pajthy
