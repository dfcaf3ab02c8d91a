// What pages hear, frame by frame, as a file: the page's own tests read the same one with its
// decoders, and hold it to the description of the API.
#include <pajthy/bus/local_event_bus.hpp>
#include <pajthy/service/event_publisher.hpp>
#include <pajthy/service/seat_changes.hpp>
#include <pajthy/wire/frames.hpp>
#include <pajthy/wire/history.hpp>
#include <pajthy/wire/view.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <chrono>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

using std::chrono::seconds;

class listener final : public subscriber
{
public:
    listener(std::string name, viewer who) : name_(std::move(name)), who_(who) {}

    /// Hears the whole of `s`, and what comes after it.
    void enter(event_bus& bus, const session& s, std::uint64_t seq, unix_time now)
    {
        heard_.push_back(snapshot_text(view_text(s, who_, now, dates), seq));
        subscription_ = bus.subscribe("sample", who_, *this);
    }

    void deliver(const frame& f) noexcept override
    {
        heard_.emplace_back(rfc6455::payload_of(*f.bytes));
    }

    void close(close_code) noexcept override {}

    std::vector<std::string> take() { return std::exchange(heard_, {}); }

    const std::string& name() const noexcept { return name_; }

private:
    std::string name_;
    viewer who_;
    std::vector<std::string> heard_;
    std::unique_ptr<subscription> subscription_; // the last member: it ends first
};

// A session, and one of each who may listen to it: a controller, a watcher, and the first seat.
class room_with_subscribers
{
public:
    room_with_subscribers(session s, std::vector<std::string>& samples)
        : session_(std::move(s)), samples_(samples)
    {
        enter(at(0));
    }

    session& operator*() noexcept { return session_; }
    session* operator->() noexcept { return &session_; }

    void enter(unix_time now)
    {
        if (!untold_.empty()) // what was put off
            tell_seats();
        for (auto* const test_subscriber : {&controller_, &watcher_, &seat_})
            test_subscriber->enter(*bus_, session_, seq_, now);
        note();
    }

    void tell(const changes& done, unix_time now)
    {
        untold_.note(done, session_);
        publish(++seq_, events_of(done, session_, now, dates));
        note();
    }

    void tell(const result<changes>& done, unix_time now) { tell(done.value(), now); }

    // These have a pace of their own, or depend on what was told before.
    void tell_seats()
    {
        publish(seq_, {untold_.told(session_)});
        untold_.forget();
        note();
    }

    void tell_ladder()
    {
        publish(seq_, {event::ladder{agreed_so_far(session_)}});
        note();
    }

    void tell_progress()
    {
        publish(seq_, {event::progress{session_.seats().progress(max_waiting_names)}});
        note();
    }

    void beat() { note({beat_text()}); }

private:
    void publish(std::uint64_t seq, const std::vector<session_event>& events)
    {
        publisher_.publish(*bus_->find("sample"), votes_, events, seq);
    }

    // What each has heard, or this.
    void note(const std::vector<std::string>& instead = {})
    {
        for (auto* const test_subscriber : {&controller_, &watcher_, &seat_})
        {
            for (const auto& text : instead.empty() ? test_subscriber->take() : instead)
                samples_.push_back(R"({"To":")" + test_subscriber->name() + R"(","Frame":)" + text +
                                   "}");
        }
    }

    session session_;
    std::vector<std::string>& samples_;
    std::uint64_t seq_ = 1;
    std::unique_ptr<event_bus> bus_ = make_local_event_bus();
    event_publisher publisher_;
    vote_texts votes_;
    seat_changes untold_;
    listener controller_{"controller", {role::controller, std::nullopt, 1}};
    listener watcher_{"watcher", {role::voter, std::nullopt}};
    listener seat_{"seat", {role::voter, 1}};
};

// Two attempts on one topic, with a timer, somebody away, and all that a controller may do.
void play_rounds(std::vector<std::string>& samples)
{
    room_with_subscribers s(room_of({"Ana", "Bob", "Cleo"}), samples);
    s.tell(s->start(at(1), {.topic = "login", .lasts = seconds(90)}), at(1));
    s.tell(s->vote("Ana", "5", at(2)), at(2));
    s.tell_seats();
    s.tell_progress();
    s.beat();
    s.tell(s->add_time(seconds(30), at(3)), at(3));
    s.tell(s->connected(3), at(3));
    s->disconnected(3, at(4));
    s.tell(s->advance_to(at(20)), at(20));
    s.enter(at(21));
    s.tell(s->set_time(seconds(0), at(22)), at(22));
    s.tell(s->vote("Bob", "8", at(23)), at(23)); // closes it
    s.tell(s->agree(1, "5"), at(24));
    s.tell_ladder();
    s.enter(at(25));
    s.tell(s->start(at(30), {.again = true}), at(30));
    s.tell(s->vote("Ana", "5", at(31)), at(31));
    s.tell(s->vote("Bob", "5", at(32)), at(32));
    s.enter(at(33));
    s.tell(s->reset(at(34)), at(34));
    s.tell(s->undo({}, at(35)), at(35));
    s.tell_seats();
    s.tell(s->agree(2, ""), at(36));
    s.tell_ladder();
    samples.push_back(R"({"To":"controller","History":)" + history_json(*s, at(37), dates) + "}");
}

void play_settings(std::vector<std::string>& samples)
{
    room_with_subscribers s(room_of({"Ana", "Bob"}), samples);
    s.tell(s->plan_topics({"login", "logout"}), at(1));
    s.tell(s->change_deck(deck::make({"S", "M", "L"}, 0).value()), at(2));
    s.tell(s->lock_door(true), at(3));
    s.tell(s->give_title("Sprint 8"), at(3));
    s.tell(s->rename("Bob", "Bo", {}, at(4)), at(4));
    s.tell(s->kick("Bo", at(5)), at(5));
    s.tell_seats();
    s.enter(at(6));
    s.tell(s->mint_control_key(key_of("second"), 1, 8), at(7));
    s.tell(s->revoke_other_control_keys(2), at(8));
    s.tell(s->kick("Ana", at(9)), at(9));
}

void play_question(std::vector<std::string>& samples)
{
    room_with_subscribers s(room_of({"Ana", "Bob"}), samples);
    s.tell(s->start(at(1), {.lasts = seconds(60)}), at(1));
    s.tell(s->ask_question("Bob", at(11)), at(11));
    s.enter(at(12));
    s.tell(s->rename("Bob", "Bo", {}, at(13)), at(13));
    s.tell(s->answer_question("Bo", at(21)), at(21));
}

void play_control(std::vector<std::string>& samples)
{
    room_with_subscribers s(room_of({"Ana"}), samples);
    s.tell(s->advance_to(at(60)), at(60));
    s.tell(s->ask_for_control("Ana", at(61)), at(61));
    s.enter(at(61));
    s.tell(s->advance_to(at(71)), at(71));
    s.tell(s->take_control("Ana", key_of("fresh"), 8, at(72)), at(72));
}

// What voters see where names, or all of it, stay with controllers.
void play_kept_from_voters(std::vector<std::string>& samples, results_for who)
{
    session_settings settings;
    settings.results = who;
    settings.lasts = seconds(60);
    session room(deck::make({"S", "M", "L"}, 0).value(), "", key_of("control"), settings, at(0));
    sit(room, "Ana");
    room_with_subscribers s(std::move(room), samples);
    s.tell(s->start(at(1)), at(1));
    s.tell(s->vote("Ana", "M", at(2)), at(2));
    s.enter(at(3));
}

std::string all_samples()
{
    std::vector<std::string> samples;
    play_rounds(samples);
    play_settings(samples);
    play_question(samples);
    play_control(samples);
    play_kept_from_voters(samples, results_for::counts);
    play_kept_from_voters(samples, results_for::controllers);
    std::string out;
    for (const auto& sample : samples)
        out.append(out.empty() ? "[\n" : ",\n").append(sample);
    return out + "\n]\n";
}

std::string text_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("the samples of what pages hear are what pages hear")
{
    const auto samples = all_samples();
    if (samples == text_of(PAJTHY_SAMPLES))
        return;
    std::ofstream(PAJTHY_SAMPLES_MADE, std::ios::binary) << samples;
    FAIL("If the wire was to change, copy " << PAJTHY_SAMPLES_MADE << " to " << PAJTHY_SAMPLES
                                            << ", and let the tests of the page read it.");
}

TEST_CASE("there is a sample of every kind of frame")
{
    const auto samples = all_samples();
    std::vector<std::string_view> all{"snapshot", "beat"};
    for (const auto& traits : all_event_traits())
        all.push_back(traits.kind);
    for (const auto kind : all)
    {
        CAPTURE(kind);
        CHECK(samples.find(R"("Frame":{"Kind":")" + std::string(kind) + "\"") != std::string::npos);
    }
}

} // namespace
} // namespace pajthy
