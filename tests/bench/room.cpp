#include "tests/bench/room.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <stdexcept>
#include <utility>

namespace pajthy::bench
{
namespace
{

namespace json = boost::json;

constexpr std::string_view create_body = R"(["1","2","3","5","8","13","?"])";
constexpr std::array<std::string_view, 7> choices{"1", "2", "3", "5", "8", "13", "?"};

constexpr std::size_t controller = 0; // its page

// The body of a 201.
json::value make(asio::io_context& loop, http_connection& by, std::string_view request)
{
    const auto made = answer_to(loop, by, request);
    if (made.status != 201)
        throw std::runtime_error("no session or seat, but " + std::to_string(made.status));
    return json::parse(made.body);
}

std::string text_of(const json::value& object, std::string_view name)
{
    return std::string(object.at(name).as_string());
}

// `{"Kind":"vote",…` is "vote".
std::string_view kind_of(std::string_view text)
{
    constexpr std::size_t begin = std::string_view(R"({"Kind":")").size();
    return text.substr(begin, text.find('"', begin) - begin);
}

// How many have voted, by a `vote`: each has a `"*"`.
std::size_t votes_in(std::string_view text)
{
    constexpr std::string_view hidden = R"(:"*")";
    std::size_t out = 0;
    for (auto at = text.find(hidden); at != std::string_view::npos; at = text.find(hidden, at + 1))
        ++out;
    return out;
}

} // namespace

room::room(asio::io_context& loop, std::uint16_t port, http_connection& by, std::size_t voters)
    : loop_(loop), port_(port)
{
    const auto made = make(loop, by, request_text("POST", "/api/", {}, create_body));
    target_ = "/api/" + text_of(made, "Id");
    control_key_ = text_of(made, "ControlKey");
    for (std::size_t i = 1; i <= voters; ++i)
    {
        auto name = "Voter-" + std::to_string(i);
        const auto joined = make(loop, by, request_text("PUT", target_ + "/join", {}, name));
        seats_.push_back({std::move(name), text_of(joined, "SeatKey")});
    }
}

void room::open_websockets()
{
    pages_.resize(1 + seats_.size());
    open(controller, target_ + "/control/ws", control_key_);
    for (std::size_t i = 0; i < seats_.size(); ++i)
        open(1 + i, target_ + "/ws?as=" + seats_[i].name, seats_[i].key);
}

void room::open(std::size_t number, std::string_view target, std::string_view key)
{
    pages_[number].socket = std::make_unique<websocket>(
        loop_, port_, target, key, [this, number](std::string_view text) { hear(number, text); });
}

void room::close_websockets()
{
    for (auto& one : pages_)
        one.socket->close();
}

void room::open_connections()
{
    controls_ = std::make_unique<http_connection>(loop_, port_);
    for (auto& one : seats_)
        one.calls = std::make_unique<http_connection>(loop_, port_);
}

void room::start(tally& of, done then)
{
    voting_ = true;
    begin("enabled", 1, of, std::move(then));
    command("start");
}

void room::stop(tally& of, done then)
{
    voting_ = false;
    begin("disabled", 1, of, std::move(then));
    command("stop");
}

void room::vote(tally& of, done then)
{
    voting_ = false; // closes by itself
    begin("disabled", seats_.size(), of, std::move(then));
    votes_due_ = seats_.size();
    ++turns_;
    for (std::size_t i = 0; i < seats_.size(); ++i)
    {
        std::string body = R"({"Participant":")" + seats_[i].name + R"(","Choice":")";
        body.append(choices[(turns_ + i) % choices.size()]).append(R"("})");
        seats_[i].calls->ask(request_text("PUT", target_, seats_[i].key, body),
                             [this](const answer& got) { count_answer(got); });
    }
}

void room::begin(std::string_view kind, std::size_t answers, tally& of, done then)
{
    kind_ = kind;
    events_missing_ = pages_.size();
    missing_ = events_missing_ + answers;
    votes_due_ = 0;
    votes_heard_ = 0;
    tally_ = &of;
    then_ = std::move(then);
    for (auto& one : pages_)
        one.waits = true;
    begun_ = std::chrono::steady_clock::now();
}

void room::command(std::string_view what)
{
    const auto target = target_ + "/control/" + std::string(what);
    controls_->ask(request_text("PATCH", target, control_key_),
                   [this](const answer& got) { count_answer(got); });
}

// Several votes may have become one event, and others come beside: `progress`,
// `participants-change`.
void room::hear(std::size_t number, std::string_view text)
{
    const auto kind = kind_of(text);
    if (kind == "snapshot")
        ++followed_;
    else if (kind == "vote")
        votes_heard_ = votes_in(text);
    else if (kind == kind_ && pages_[number].waits)
    {
        if (number == controller && votes_heard_ < votes_due_)
            ++tally_->gaps;
        count_event(pages_[number]);
    }
}

void room::count_event(page& at)
{
    const auto time = std::chrono::steady_clock::now() - begun_;
    at.waits = false;
    tally_->each.record(time);
    if (--events_missing_ == 0)
        tally_->last.record(time);
    count_down();
}

void room::count_answer(const answer& got)
{
    if (got.status != 202)
        throw std::runtime_error("a turn was answered with " + std::to_string(got.status));
    ++tally_->answers;
    count_down();
}

void room::count_down()
{
    if (--missing_ > 0)
        return;
    const auto then = std::exchange(then_, nullptr); // may begin the next turn
    then();
}

} // namespace pajthy::bench
