// A store as a network makes it: it is slow, answers in another order than it was asked, loses
// races, answers and whole calls, and dies for a while. It keeps the contract all the same. What
// goes wrong comes from one seed.
//
// Sessions live in the store that it contains, which never waits. A change is made on a copy, and
// kept if the session is still the same then.
#pragma once

#include <pajthy/completion.hpp>
#include <pajthy/store/session_store.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy::test
{

/// How often something goes wrong, in percent; of each step of a call, unless it says otherwise.
struct faults
{
    unsigned waits = 0;        // it doesn't go on at once
    unsigned refused = 0;      // fails with `store_unavailable`
    unsigned never = 0;        // its answer never comes
    unsigned lost_race = 0;    // of each try of a change: somebody else writes before it
    unsigned kept_anyway = 50; // of changes that are given up on their way: they arrive
    milliseconds longest{0};   // that a step waits
};

class faulty_store final : public session_store, private store_listener
{
public:
    /// An update is tried this often before it fails with `conflict`.
    static constexpr int most_tries = 6;

    /// `within` must never wait, and must outlive this.
    faulty_store(session_store& within, std::uint32_t seed);

    faults now_and_then; // may be changed at any time

    /// Until `revive` every step fails, or hangs for ever.
    void die() { dead_ = true; }
    void revive() { dead_ = false; }
    bool is_dead() const noexcept { return dead_; }

    /// Goes on with what is due by then, in any order.
    void run(time_point now);

    /// Goes on with some step, whatever is due. False if none waits.
    bool run_one();

    /// Another process changes a session; `missed`: this one hears only that it was changed.
    void change_elsewhere(std::string_view id, const mutation& change, bool missed, unix_time now);

    task<result<version>> create(std::string_view id, session value, unix_time now) override;
    task<result<version>> read(std::string_view id, const session_reader& read,
                               unix_time now) override;
    task<result<version>> update(std::string_view id, const mutation& change, growth adding,
                                 unix_time now) override;
    task<result<void>> expire(unix_time now, std::size_t at_most) override;
    store_usage usage() const noexcept override { return within_.usage(); }

private:
    // How a step ends; one that never does has no word for it.
    enum class step_end
    {
        good,
        refused
    };

    // A change that was made on a copy and is on its way.
    struct sent_change
    {
        std::string id;
        session after;
        version before;
        changes done;
        growth adding;
        unix_time now;
    };

    // If it is given up on its way, it may arrive.
    class parcel
    {
    public:
        parcel(faulty_store& of, sent_change what) : of_(of), what_(std::move(what)) {}
        parcel(const parcel&) = delete;
        parcel& operator=(const parcel&) = delete;
        ~parcel();

        result<version> arrive();
        void lose() { is_under_way_ = false; }

    private:
        faulty_store& of_;
        sent_change what_;
        bool is_under_way_ = true;
    };

    void changed(std::string_view id, const session& s, version current,
                 const changes& done) noexcept override;
    void renewed(std::string_view id, const session& s, version current) noexcept override;
    void ended(std::string_view id) noexcept override;

    bool happens(unsigned percent) { return random_() % 100 < percent; }
    task<step_end> step();
    void go_on_with_one_of(std::size_t first);
    void deliver_late();
    result<version> keep(sent_change& change);

    session_store& within_;
    std::mt19937 random_;
    bool dead_ = false;
    bool muted_ = false;
    time_point now_{};
    std::multimap<time_point, completion<step_end>::completer_type> waiting_;
    std::list<sent_change> late_; // were given up, and arrive before anything else does
    listening listening_;
};

} // namespace pajthy::test
