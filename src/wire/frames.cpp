#include <pajthy/wire/frames.hpp>

#include "json.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

namespace pajthy
{
namespace
{

constexpr std::size_t room_for_envelope = 80; // for all that stands around the data

// Writes what stands in `Data`.
struct data_writer
{
    pajthy::role to;
    json_object& data;

    void operator()(const event::enabled& e) const
    {
        data.truth("Open", true);
        data.number("Round", e.round);
        add_topic(data, e.topic, e.attempt);
        add_timer(data, e.timer);
        if (e.restored)
            data.truth("Restored", true);
        if (to == role::voter)
            add_progress(data, e.state);
    }

    void operator()(const event::disabled& e) const
    {
        data.truth("Open", false);
        add_result(data, e.result, to);
    }

    void operator()(const event::reset&) const { data.truth("Open", false); }

    void operator()(const event::vote& e) const { add_hidden_votes(data, e.voted); }

    void operator()(const event::participants_change& e) const
    {
        add_participants(data, e);
        add_now(data, e);
    }

    void operator()(const event::progress& e) const { add_progress(data, e.state); }

    void operator()(const event::kicked&) const {}

    void operator()(const event::control_keys& e) const { data.number("ControlKeys", e.count); }

    void operator()(const event::revoked&) const {}

    void operator()(const event::timer_change& e) const { add_timer(data, e.now); }

    void operator()(const event::title& e) const { data.text("Title", e.title); }

    void operator()(const event::topics& e) const { add_topics(data, e.topics, e.version); }

    void operator()(const event::deck& e) const { data.texts("Choices", e.choices); }

    void operator()(const event::agreed& e) const
    {
        data.number("Round", e.round);
        data.text("Agreed", e.agreed);
    }

    void operator()(const event::undo& e) const { add_undo(data, e); }

    void operator()(const event::control& e) const { add_control(data, e); }

    void operator()(const event::door& e) const { data.truth("Locked", e.locked); }

    void operator()(const event::question& e) const { add_questions(data, e); }

    void operator()(const event::ladder& e) const { add_ladder(data, e.rungs); }

    void operator()(const event::you& e) const { add_you(data, e); }

    void operator()(const event::seats& e) const
    {
        if (e.all)
            data.truth("All", true);
        add_seats(data, e.changed);
        if (!e.gone.empty())
            data.numbers("Gone", e.gone);
    }
};

// `{"Kind":"…","Data":`
constexpr std::string_view before_kind = R"({"Kind":")";
constexpr std::string_view before_data = R"(","Data":)";

// `,"Seq":n}`
constexpr std::string_view before_seq = R"(,"Seq":)";

} // namespace

std::string frame_text(const session_event& e, role r, std::uint64_t seq)
{
    json_text out;
    out.put(before_kind);
    out.put(traits_of(e).kind);
    out.put(before_data);
    {
        json_object data(out);
        std::visit(data_writer{r, data}, e);
    }
    out.put(before_seq);
    out.put_number(seq);
    out.put('}');
    return out.take();
}

std::string snapshot_text(std::string_view view, std::uint64_t seq)
{
    std::string out;
    out.reserve(view.size() + room_for_envelope);
    out.append(before_kind).append("snapshot").append(before_data).append(view);
    return out.append(before_seq).append(std::to_string(seq)).append("}");
}

std::string beat_text()
{
    return R"({"Kind":"beat","Data":{},"Seq":0})";
}

std::string vote_texts::next(const event::vote& e, std::uint64_t seq)
try
{
    auto fresh = e.voted.behind(told_);
    if (!fresh)
    {
        forget();
        fresh = e.voted.begin();
    }
    json_text more;
    for (auto at = *fresh; at != e.voted.end(); ++at)
    {
        told_.push_back(*at);
        more.put_quoted(*at);
        more.put(R"(:"*",)");
    }
    members_.append(more.take());

    auto members = std::string_view(members_);
    members.remove_suffix(members.empty() ? 0 : 1);
    std::string out;
    out.reserve(members.size() + room_for_envelope);
    out.append(before_kind).append("vote").append(before_data);
    out.append(R"({"Votes":{)").append(members).append("}}");
    return out.append(before_seq).append(std::to_string(seq)).append("}");
}
catch (...)
{
    forget(); // some may be told whose text is missing
    throw;
}

void vote_texts::forget() noexcept
{
    told_ = text_list();
    std::string().swap(members_);
}

} // namespace pajthy
