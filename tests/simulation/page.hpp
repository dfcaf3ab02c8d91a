// A page as it stands in a browser: it takes a snapshot and keeps up by events. It complains about
// what no page may hear.
#pragma once

#include <pajthy/bus/event_bus.hpp>
#include <pajthy/bus/frame.hpp>
#include <pajthy/event/audience.hpp>
#include <pajthy/store/session_store.hpp>

#include <boost/json/object.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy::test
{

/// Numbers that stand nowhere else, for the cards of a deck. A text of an open session must not
/// have one in it, apart from the deck itself and what a seat is told of itself.
extern const std::vector<std::vector<std::string>> recognisable_decks;

class page final : public subscriber
{
public:
    /// The session as it was under a version, or null if that is not known.
    using recall = std::function<const session*(version)>;

    page(const viewer& who, recall before) : who_(who), recall_(std::move(before)) {}

    const viewer& who() const noexcept { return who_; }
    bool has_snapshot() const noexcept { return has_snapshot_; }
    std::optional<close_code> closed() const noexcept { return closed_; }
    std::size_t frames() const noexcept { return frames_; }

    /// The first that was wrong, or nothing.
    const std::string& complaint() const noexcept { return complaint_; }

    /// How what it shows differs from `view`, which is what its role sees; empty if it doesn't.
    std::string difference(std::string_view view) const;

private:
    void deliver(const frame& f) noexcept override;
    void close(close_code why) noexcept override;

    void complain(std::string what);
    void check(std::string_view kind, const boost::json::object& data, version seq);
    void apply(std::string_view kind, const boost::json::object& data);
    void check_seats(std::string_view kind, version seq);

    viewer who_;
    recall recall_;
    boost::json::object shown_;
    bool has_snapshot_ = false;
    version seq_ = 0;
    std::size_t frames_ = 0;
    std::optional<close_code> closed_;
    std::string complaint_;
};

} // namespace pajthy::test
