#include <pajthy/domain/history.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <memory>
#include <string>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

finished_round round_about(std::uint32_t number, std::string topic = "", std::size_t voters = 1)
{
    static const auto cards = std::make_shared<const deck>(*deck::make({"1", "2"}, 0));
    finished_round r;
    r.number = number;
    r.topic = std::move(topic);
    r.deck = cards;
    for (std::size_t i = 0; i < voters; ++i)
    {
        r.seats.push_back(static_cast<seat_number>(i + 1));
        r.names.push_back("voter " + std::to_string(i));
        r.chosen.push_back(1);
    }
    return r;
}

TEST_CASE("a round that was kept is found by its number")
{
    history kept;
    kept.keep(round_about(3, "login"));
    kept.keep(round_about(5, "logout"));
    REQUIRE(kept.find(3)->topic == "login");
    REQUIRE(kept.find(5)->topic == "logout");
    REQUIRE(kept.find(4) == nullptr);
    REQUIRE(kept.find(6) == nullptr);
}

TEST_CASE("a round knows who chose what")
{
    const auto r = round_about(1, "", 2);
    REQUIRE(votes_of(r) == std::vector<std::pair<std::string_view, std::string_view>>{
                               {"voter 0", "2"}, {"voter 1", "2"}});
}

TEST_CASE("a round that is kept again takes its own place")
{
    history kept;
    kept.keep(round_about(1, "old"));
    kept.keep(round_about(2));
    kept.keep(round_about(1, "new"));
    REQUIRE(kept.rounds().size() == 2);
    REQUIRE(kept.rounds().front().topic == "new");
}

TEST_CASE("the newest round on a topic is the one that is found")
{
    history kept;
    kept.keep(round_about(1, "login"));
    kept.keep(round_about(2, "login"));
    kept.keep(round_about(3, "logout"));
    REQUIRE(kept.newest_on("login")->number == 2);
    REQUIRE(kept.newest_on("sign-up") == nullptr);
}

TEST_CASE("what was agreed is recorded, and can be taken back")
{
    history kept;
    kept.keep(round_about(1));
    REQUIRE(kept.agree(1, "8"));
    REQUIRE(kept.find(1)->agreed == "8");
    REQUIRE(kept.agree(1, ""));
    REQUIRE(kept.find(1)->agreed == "");
    REQUIRE_FALSE(kept.agree(2, "8"));
}

TEST_CASE("the newest hundred rounds are kept")
{
    history kept;
    for (std::uint32_t number = 1; number <= 150; ++number)
        kept.keep(round_about(number));
    REQUIRE(kept.rounds().size() == history::max_rounds);
    REQUIRE(kept.rounds().front().number == 51);
    REQUIRE(kept.rounds().back().number == 150);
}

TEST_CASE("the oldest rounds go when all together are too large")
{
    history kept;
    const std::string long_topic(800, 'x');
    for (std::uint32_t number = 1; number <= 90; ++number)
        kept.keep(round_about(number, long_topic, 20));
    REQUIRE(kept.bytes() <= history::max_bytes);
    REQUIRE(kept.rounds().size() > 10);
    REQUIRE(kept.rounds().back().number == 90);
}

TEST_CASE("the newest round stays, however large it is")
{
    history kept;
    kept.keep(round_about(1));
    kept.keep(round_about(2, "", 5'000));
    REQUIRE(kept.rounds().size() == 1);
    REQUIRE(kept.rounds().front().number == 2);
}

TEST_CASE("a voter who is renamed is so in every round, and the size follows")
{
    history kept;
    kept.keep(round_about(1, "", 2));
    kept.keep(round_about(2, "", 1));
    const auto before = kept.bytes();
    kept.rename(2, "a much longer name");
    REQUIRE(kept.find(1)->names == text_list{"voter 0", "a much longer name"});
    REQUIRE(kept.bytes() == before + 11);
    kept.rename(1, "a");
    REQUIRE(kept.find(1)->names == text_list{"a", "a much longer name"});
    REQUIRE(kept.find(2)->names == text_list{"a"});
    kept.forget(1);
    kept.forget(2);
    REQUIRE(kept.bytes() == 0);
}

TEST_CASE("renames make no history larger than it may be")
{
    history kept;
    for (std::uint32_t number = 1; number <= 80; ++number)
        kept.keep(round_about(number, "", 20));
    for (seat_number seat = 1; seat <= 20; ++seat)
        kept.rename(seat, std::string(200, 'x') + std::to_string(seat));
    REQUIRE(kept.bytes() <= history::max_bytes);
    REQUIRE(kept.rounds().back().number == 80);
}

TEST_CASE("a round that is forgotten gives its memory back")
{
    history kept;
    kept.keep(round_about(1, "login", 3));
    kept.agree(1, "13");
    kept.forget(2);
    REQUIRE(kept.bytes() > 0);
    kept.forget(1);
    REQUIRE(kept.bytes() == 0);
    REQUIRE(kept.rounds().empty());
}

} // namespace
} // namespace pajthy
