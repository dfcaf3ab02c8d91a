#include "tests/simulation/page.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <exception>

namespace pajthy::test
{
namespace
{

namespace json = boost::json;

constexpr std::string_view of_a_result[] = {"Votes", "Counts", "Statistics", "Asked",
                                            "First", "Before", "Agreed"};

void forget(json::object& in, std::initializer_list<std::string_view> names)
{
    for (const auto name : names)
        in.erase(name);
}

void forget_result(json::object& in)
{
    for (const auto name : of_a_result)
        in.erase(name);
}

void merge(json::object& to, const json::object& from)
{
    for (const auto& [name, value] : from)
        to[name] = value;
    to.erase("Now");
}

bool has_a_face(const std::string& text)
{
    for (const auto& deck : recognisable_decks)
    {
        for (const auto& face : deck)
        {
            if (text.find(face) != std::string::npos)
                return true;
        }
    }
    return false;
}

// All seats as they may be seen, in words that can be compared.
std::string table(const json::object& view)
{
    std::string out;
    const auto* const seats = view.if_contains("Seats");
    if (seats == nullptr)
        return out;
    for (const auto& one : seats->as_array())
        out += json::serialize(one) + ' ';
    return out;
}

std::string table(const session& s)
{
    constexpr const char* states[] = {"waiting", "voted", "away"};
    json::array out;
    for (const seat& someone : s.seats())
        out.push_back({{"Seat", someone.number()},
                       {"Name", someone.name()},
                       {"State", states[static_cast<std::size_t>(someone.state())]}});
    return table({{"Seats", std::move(out)}});
}

std::uint64_t number_of(const json::value& seat)
{
    return seat.at("Seat").to_number<std::uint64_t>();
}

void nobody_has_voted(json::object& in)
{
    for (auto& seat : in.at("Seats").as_array())
    {
        if (seat.at("State") == "voted")
            seat.at("State") = "waiting";
    }
}

// Whoever has a name in these votes.
void have_voted(json::object& in, const json::object& votes)
{
    for (auto& seat : in.at("Seats").as_array())
    {
        if (votes.contains(seat.at("Name").as_string()))
            seat.at("State") = "voted";
    }
}

void put(json::array& to, const json::value& seat)
{
    const auto at =
        std::find_if(to.begin(), to.end(),
                     [&](const auto& other) { return number_of(other) >= number_of(seat); });
    if (at != to.end() && number_of(*at) == number_of(seat))
        *at = seat;
    else
        to.insert(at, seat);
}

void change_seats(json::object& in, const json::object& data)
{
    if (data.contains("All"))
        in["Seats"] = json::array();
    auto& seats = in.at("Seats").as_array();
    for (const auto& seat : data.at("Seats").as_array())
        put(seats, seat);
    const auto* const gone = data.if_contains("Gone");
    for (const auto& number : gone == nullptr ? json::array() : gone->as_array())
    {
        const auto at =
            std::find_if(seats.begin(), seats.end(),
                         [&](const auto& seat)
                         { return number_of(seat) == number.template to_number<std::uint64_t>(); });
        if (at != seats.end())
            seats.erase(at);
    }
}

bool is_open(const json::object& view)
{
    const auto* const open = view.if_contains("Open");
    return open != nullptr && open->as_bool();
}

// What of a view must be the same, in a form in which it is.
json::object comparable(const json::object& view, role r)
{
    json::object out = view;
    // What becomes another one by itself, or is told by no event.
    forget(out, {"Now", "Undo", "Rounds", "Restored", "Title", "Results", "Seconds"});
    if (auto* const control = out.if_contains("Control"))
        control->as_object().erase("Now");
    if (!is_open(out))
        forget(out, {"Topic", "Attempt", "Waiting", "Voted", "Of"});
    for (const auto* const name : {"Votes", "Counts"})
    {
        if (const auto* const some = out.if_contains(name); some && some->as_object().empty())
            out.erase(name);
    }
    if (r == role::voter && is_open(out))
        forget_result(out);
    return out;
}

} // namespace

const std::vector<std::vector<std::string>> recognisable_decks = {
    {"90001", "90011", "90101", "91001"}, {"80001", "88888", "80101", "81001"}};

void page::deliver(const frame& f) noexcept
try
{
    ++frames_;
    const auto text = rfc6455::payload_of(*f.bytes);
    const auto whole = json::parse(json::string_view(text.data(), text.size()));
    const std::string kind(whole.at("Kind").as_string());
    const auto& data = whole.at("Data").as_object();
    const auto seq = whole.at("Seq").to_number<version>();
    if (closed_)
        complain("a frame after the close: " + kind);
    if (!has_snapshot_ && kind != "snapshot")
        complain("a frame before the snapshot: " + kind);
    if (seq < seq_)
        complain(kind + " of version " + std::to_string(seq) + " behind " + std::to_string(seq_));
    seq_ = std::max(seq, seq_);
    check(kind, data, seq);
    apply(kind, data);
    check_seats(kind, seq);
}
catch (const std::exception& e)
{
    complain(std::string("not understood: ") + e.what());
}

void page::close(close_code why) noexcept
{
    closed_ = why;
}

void page::complain(std::string what)
{
    if (complaint_.empty())
        complaint_ = std::move(what);
}

void page::check(std::string_view kind, const json::object& data, version seq)
{
    const session* const then = recall_(seq);
    auto rest = data;
    for (const auto* const known : {"Choices", "Ladder"})
        rest.erase(known);
    if (kind == "you" || kind == "snapshot")
    {
        const auto* const own = data.if_contains("Own");
        if (own != nullptr && own->is_string() && then != nullptr)
        {
            const auto right = who_.seat ? then->own_vote(*who_.seat) : std::nullopt;
            if (!right || std::string_view(own->as_string()) != *right)
                complain("a vote that is not this seat's own: " + json::serialize(data));
        }
        if (kind == "you" && data.at("Seat").to_number<seat_number>() != who_.seat)
            complain("told of another seat");
        rest.erase("Own");
    }
    const bool shows_a_result = kind == "disabled" || (kind == "snapshot" && !is_open(data));
    if (!shows_a_result && kind != "agreed" && has_a_face(json::serialize(rest)))
        complain("a hidden vote in " + json::serialize(data));
    if (shows_a_result && then != nullptr && then->open())
        complain("a result while the round is open: " + json::serialize(data));
}

// Whoever reads how far a round is, or a result, knows who has voted.
void page::check_seats(std::string_view kind, version seq)
{
    const session* const then = recall_(seq);
    if (who_.role != role::voter || then == nullptr)
        return;
    if (kind != "seats" && kind != "progress" && kind != "disabled")
        return;
    if (table(shown_) != table(*then))
        complain("seats " + table(shown_) + "and not " + table(*then) + "with " +
                 std::string(kind));
}

void page::apply(std::string_view kind, const json::object& data)
{
    if (kind == "snapshot")
    {
        has_snapshot_ = true;
        shown_ = data;
    }
    if (kind == "enabled" || kind == "disabled" || kind == "reset")
    {
        const auto* const votes = data.if_contains("Votes");
        if (kind == "disabled" && votes && is_open(shown_) && who_.role == role::voter)
            have_voted(shown_, votes->as_object());
        forget_result(shown_);
        forget(shown_, {"EndsAt", "Rests", "Questions"});
        if (kind == "enabled")
            forget(shown_, {"Topic", "Attempt"});
        merge(shown_, data);
        if (kind != "disabled" && who_.role == role::voter)
            nobody_has_voted(shown_);
    }
    if (kind == "seats")
        change_seats(shown_, data);
    if (kind == "vote" || kind == "progress" || kind == "control-keys" || kind == "topics" ||
        kind == "deck" || kind == "title" || kind == "you")
        merge(shown_, data);
    if (kind == "participants-change")
    {
        forget(shown_, {"Participants", "Numbers", "Away", "Since"});
        merge(shown_, data);
    }
    if (kind == "timer")
    {
        forget(shown_, {"EndsAt", "Rests"});
        merge(shown_, data);
    }
    if (kind == "agreed" && shown_.contains("Statistics") && data.at("Round") == shown_["Round"])
    {
        shown_["Agreed"] = data.at("Agreed");
        if (data.at("Agreed").as_string().empty())
            shown_.erase("Agreed");
    }
    if (kind == "ladder")
    {
        merge(shown_, data);
        if (data.at("Ladder").as_object().empty())
            shown_.erase("Ladder");
    }
    if (kind == "question")
    {
        merge(shown_, data);
        if (data.at("Questions").as_array().empty())
            shown_.erase("Questions");
    }
    if (kind == "control")
    {
        shown_["Control"] = data;
        if (data.at("State").as_string() == "led")
            shown_.erase("Control");
    }
    if (kind == "door")
    {
        shown_["Locked"] = data.at("Locked");
        if (!data.at("Locked").as_bool())
            shown_.erase("Locked");
    }
}

std::string page::difference(std::string_view view) const
{
    const auto right =
        comparable(json::parse(json::string_view(view.data(), view.size())).as_object(), who_.role);
    const auto here = comparable(shown_, who_.role);
    return here == right ? std::string()
                         : "shows " + json::serialize(here) + "\nand not " + json::serialize(right);
}

} // namespace pajthy::test
