#include <pajthy/wire/frames.hpp>

#include "tests/support/catch.hpp"

#include <cstdint>
#include <limits>
#include <string>

namespace pajthy
{
namespace
{

std::string for_controllers(const session_event& e)
{
    return frame_text(e, role::controller, 7);
}

std::string for_voters(const session_event& e)
{
    return frame_text(e, role::voter, 7);
}

statistics numbers(double mean, double median)
{
    statistics out;
    out.votes = 2;
    out.abstentions = 1;
    out.mean = mean;
    out.median = median;
    return out;
}

const event::enabled started{3, {0, 8, {"Ana", "Bob"}}, "", 1, std::nullopt, false};

event::disabled closed_with(named_votes votes, const statistics& said, choice_counts counts = {})
{
    const auto for_voters = counts.empty() ? reveal::names : reveal::counts;
    return {{.votes = std::move(votes),
             .counts = std::move(counts),
             .statistics = said,
             .before = {},
             .agreed = {},
             .asked = 4,
             .first = {},
             .for_voters = for_voters}};
}

TEST_CASE("enabled tells controllers the round")
{
    REQUIRE(for_controllers(started) ==
            R"({"Kind":"enabled","Data":{"Open":true,"Round":3},"Seq":7})");
}

TEST_CASE("enabled tells voters how many are waited for, and who, too")
{
    REQUIRE(for_voters(started) ==
            R"({"Kind":"enabled","Data":{"Open":true,"Round":3,"Voted":0,"Of":8,)"
            R"("Waiting":["Ana","Bob"]},"Seq":7})");
}

TEST_CASE("disabled tells everybody the votes and their statistics")
{
    const session_event closed =
        closed_with({{"Ana", "5"}, {"Bob", "?"}, {"Cleo", "8"}}, numbers(6.5, 6.5));
    const auto* const expected =
        R"({"Kind":"disabled","Data":{"Open":false,"Votes":{"Ana":"5","Bob":"?","Cleo":"8"},)"
        R"("Statistics":{"Votes":2,"Abstentions":1,"Mean":"6.50","Median":"6.50"},"Asked":4},"Seq":7})";
    REQUIRE(for_controllers(closed) == expected);
    REQUIRE(for_voters(closed) == expected);
}

TEST_CASE("disabled tells voters of a big session counts by choice")
{
    const session_event closed = closed_with({{"Ana", "8"}, {"Bob", "5"}, {"Cleo", "5"}},
                                             numbers(6, 5), {{"5", 2}, {"8", 1}});
    REQUIRE(
        for_voters(closed) ==
        R"({"Kind":"disabled","Data":{"Open":false,"Counts":{"5":2,"8":1},)"
        R"("Statistics":{"Votes":2,"Abstentions":1,"Mean":"6.00","Median":"5.00"},"Asked":4},"Seq":7})");
}

TEST_CASE("disabled tells controllers of a big session the names")
{
    const session_event closed = closed_with({{"Ana", "5"}}, numbers(5, 5), {{"5", 1}});
    REQUIRE(
        for_controllers(closed) ==
        R"({"Kind":"disabled","Data":{"Open":false,"Votes":{"Ana":"5"},)"
        R"("Statistics":{"Votes":2,"Abstentions":1,"Mean":"5.00","Median":"5.00"},"Asked":4},"Seq":7})");
}

TEST_CASE("disabled tells voters of an attempt before in a big session counts by choice")
{
    auto closed = closed_with({{"Ana", "5"}}, numbers(5, 5));
    closed.result.before.emplace();
    auto& before = *closed.result.before;
    before.counts = {{"5", 101}};
    for (int i = 0; i < 100; ++i)
        before.votes.emplace_back("voter " + std::to_string(i), "5");
    CHECK(for_voters(closed).find(R"("Before":{"Votes":{"voter 0":"5",)") != std::string::npos);
    before.votes.emplace_back("one more", "5");
    CHECK(for_voters(closed).find(R"("Before":{"Counts":{"5":101}})") != std::string::npos);
    CHECK(for_controllers(closed).find(R"("Before":{"Votes":{"voter 0":"5",)") !=
          std::string::npos);
}

TEST_CASE("disabled without a vote has no statistics")
{
    REQUIRE(for_controllers(event::disabled{}) ==
            R"({"Kind":"disabled","Data":{"Open":false,"Votes":{}},"Seq":7})");
    REQUIRE(for_voters(event::disabled{}) ==
            R"({"Kind":"disabled","Data":{"Open":false,"Votes":{}},"Seq":7})");
}

TEST_CASE("disabled without a number has neither mean nor median")
{
    statistics sizes;
    sizes.votes = 1;
    REQUIRE(for_voters(closed_with({{"Ana", "XL"}}, sizes)) ==
            R"({"Kind":"disabled","Data":{"Open":false,"Votes":{"Ana":"XL"},)"
            R"("Statistics":{"Votes":1,"Abstentions":0},"Asked":4},"Seq":7})");
}

TEST_CASE("mean and median have two decimals")
{
    const auto text = [](double mean, double median) {
        return for_voters(closed_with({{"Ana", "5"}}, numbers(mean, median)));
    };
    REQUIRE(text(13.0 / 3, 0).find(R"("Mean":"4.33","Median":"0.00")") != std::string::npos);
    REQUIRE(text(-0.001, -1.5).find(R"("Mean":"0.00","Median":"-1.50")") != std::string::npos);
    REQUIRE(text(20.0 / 3, 2.5).find(R"("Mean":"6.67","Median":"2.50")") != std::string::npos);
    REQUIRE(text(1e6, 99.999).find(R"("Mean":"1000000.00","Median":"100.00")") !=
            std::string::npos);
}

TEST_CASE("mean and median of the largest numbers are text like any other")
{
    const auto largest = std::numeric_limits<double>::max();
    const auto text = for_voters(closed_with({{"Ana", "5"}}, numbers(largest, 1)));
    REQUIRE(text.find(R"("Mean":"17976931348623157)") != std::string::npos);
    REQUIRE(text.find(R"(.00","Median":"1.00")") != std::string::npos);
}

TEST_CASE("reset tells everybody that the session is closed")
{
    REQUIRE(for_controllers(event::reset{}) == R"({"Kind":"reset","Data":{"Open":false},"Seq":7})");
    REQUIRE(for_voters(event::reset{}) == R"({"Kind":"reset","Data":{"Open":false},"Seq":7})");
}

TEST_CASE("vote tells who has voted and not what")
{
    REQUIRE(for_controllers(event::vote{{"Zoe", "Ana"}}) ==
            R"({"Kind":"vote","Data":{"Votes":{"Zoe":"*","Ana":"*"}},"Seq":7})");
    REQUIRE(for_controllers(event::vote{}) == R"({"Kind":"vote","Data":{"Votes":{}},"Seq":7})");
}

TEST_CASE("participants-change tells who sits here, who is away, and since when by which clock")
{
    const auto date = [](int ms) { return unix_time(std::chrono::milliseconds(ms)); };
    REQUIRE(for_controllers(event::participants_change{
                {"Zoe", "Ana"}, {3, 4}, {"Ana"}, {date(1'500)}, date(16'500)}) ==
            R"({"Kind":"participants-change","Data":{"Participants":["Zoe","Ana"],)"
            R"("Numbers":[3,4],"Away":["Ana"],"Since":{"Ana":1500},"Now":16500},"Seq":7})");
    REQUIRE(for_controllers(event::participants_change{{"Zoe"}, {3}, {}, {}, date(16'500)}) ==
            R"({"Kind":"participants-change","Data":{"Participants":["Zoe"],"Numbers":[3],)"
            R"("Away":[]},"Seq":7})");
}

TEST_CASE("seats tells those that have changed, those that are gone, or all")
{
    const std::vector<public_seat> some{{3, "Zoe", seat_state::voted},
                                        {4, "Ana", seat_state::away}};
    REQUIRE(for_voters(event::seats{false, some, {}}) ==
            R"({"Kind":"seats","Data":{"Seats":[{"Seat":3,"Name":"Zoe","State":"voted"},)"
            R"({"Seat":4,"Name":"Ana","State":"away"}]},"Seq":7})");
    const std::vector<public_seat> none;
    REQUIRE(for_voters(event::seats{false, none, {1, 2}}) ==
            R"({"Kind":"seats","Data":{"Seats":[],"Gone":[1,2]},"Seq":7})");
    const std::vector<public_seat> one{{3, "Zoe", seat_state::waiting}};
    REQUIRE(for_voters(event::seats{true, one, {}}) ==
            R"({"Kind":"seats","Data":{"All":true,)"
            R"("Seats":[{"Seat":3,"Name":"Zoe","State":"waiting"}]},"Seq":7})");
    REQUIRE(for_voters(event::seats{true, std::nullopt, {}}) ==
            R"({"Kind":"seats","Data":{"All":true},"Seq":7})");
}

TEST_CASE("progress tells how far the round is and who is waited for")
{
    REQUIRE(for_voters(event::progress{{3, 8, {"Ana", "Bob"}}}) ==
            R"({"Kind":"progress","Data":{"Voted":3,"Of":8,"Waiting":["Ana","Bob"]},"Seq":7})");
}

TEST_CASE("kicked tells nothing more")
{
    REQUIRE(for_voters(event::kicked{3}) == R"({"Kind":"kicked","Data":{},"Seq":7})");
}

TEST_CASE("names are escaped as JSON wants it")
{
    REQUIRE(for_controllers(event::vote{{"\"A\\\"", "👍"}}) ==
            R"({"Kind":"vote","Data":{"Votes":{"\"A\\\"":"*","👍":"*"}},"Seq":7})");
}

TEST_CASE("a frame has the number of its change, however large")
{
    REQUIRE(frame_text(event::reset{}, role::voter, 0) ==
            R"({"Kind":"reset","Data":{"Open":false},"Seq":0})");
    REQUIRE(frame_text(event::reset{}, role::voter, std::numeric_limits<std::uint64_t>::max()) ==
            R"({"Kind":"reset","Data":{"Open":false},"Seq":18446744073709551615})");
}

TEST_CASE("texts of votes are those of each by itself, whatever was told before")
{
    vote_texts texts;
    std::uint64_t seq = 1;
    for (const auto& voted : {text_list{}, text_list{"Zoe"}, text_list{"Zoe", "A\"na"},
                              text_list{"Zoe", "A\"na", "Bob", "Cid"}, text_list{"A\"na", "Bob"},
                              text_list{"A\"na", "Bobby"}, text_list{}, text_list{"Bob"}})
    {
        const event::vote vote{voted};
        CHECK(texts.next(vote, seq) == frame_text(vote, role::controller, seq));
        ++seq;
    }
    texts.forget();
    const event::vote vote{{"Bob", "Zoe"}};
    CHECK(texts.next(vote, seq) == frame_text(vote, role::controller, seq));
}

TEST_CASE("a snapshot carries a view")
{
    REQUIRE(snapshot_text(R"({"Open":false})", 7) ==
            R"({"Kind":"snapshot","Data":{"Open":false},"Seq":7})");
}

} // namespace
} // namespace pajthy
