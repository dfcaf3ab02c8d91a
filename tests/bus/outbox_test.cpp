#include <pajthy/bus/outbox.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace pajthy
{
namespace
{

constexpr outbox::bounds no_bounds{0, 0};

// States, as the publisher numbers them.
enum class frame_kind : state_number
{
    lasting = reliable,
    votes,
    participants,
    progress,
    timer
};

frame frame_of(frame_kind kind, std::string text)
{
    return {static_cast<state_number>(kind), false,
            std::make_shared<const std::string>(std::move(text))};
}

frame lasting(std::string text)
{
    return frame_of(frame_kind::lasting, std::move(text));
}

constexpr auto keeps_up = outbox::peer::keeps_up;
constexpr auto is_behind = outbox::peer::is_behind;
constexpr auto is_stuck = outbox::peer::is_stuck;

// "a b" for two frames, the oldest first.
std::string taken(outbox& box)
{
    std::string out;
    for (const auto& f : box.take())
        out.append(out.empty() ? "" : " ").append(*f.bytes);
    return out;
}

TEST_CASE("a new outbox is empty")
{
    outbox box(no_bounds);
    REQUIRE(box.empty());
    REQUIRE(box.take().empty());
}

TEST_CASE("frames come out in the order in which they went in")
{
    outbox box(no_bounds);
    REQUIRE(box.push(lasting("a"), keeps_up));
    REQUIRE(box.push(frame_of(frame_kind::votes, "b"), keeps_up));
    REQUIRE(box.push(lasting("c"), keeps_up));
    REQUIRE_FALSE(box.empty());
    REQUIRE(taken(box) == "a b c");
}

TEST_CASE("an outbox is empty once its frames are taken")
{
    outbox box(no_bounds);
    REQUIRE(box.push(lasting("a"), keeps_up));
    REQUIRE(taken(box) == "a");
    REQUIRE(box.empty());
    REQUIRE(taken(box) == "");
    REQUIRE(box.push(lasting("b"), keeps_up));
    REQUIRE(taken(box) == "b");
}

TEST_CASE("an outbox that has held several frames keeps none of their memory")
{
    constexpr std::size_t own_place = outbox::frames::static_capacity;
    outbox box(no_bounds);
    for (const bool takes : {true, false})
    {
        REQUIRE(box.push(lasting("a"), keeps_up));
        REQUIRE(box.push(lasting("b"), keeps_up));
        REQUIRE(box.waiting().capacity() == own_place);
        REQUIRE(box.push(lasting("c"), keeps_up));
        REQUIRE(box.waiting().capacity() > own_place);
        if (takes)
            box.take();
        else
            box.clear();
        REQUIRE(box.empty());
        REQUIRE(box.bytes() == 0);
        REQUIRE(box.waiting().capacity() == own_place);
    }
}

TEST_CASE("an outbox shares the text of a frame and does not copy it")
{
    outbox box(no_bounds);
    const auto f = lasting("a");
    REQUIRE(box.push(f, keeps_up));
    REQUIRE(box.take().front().bytes == f.bytes);
    REQUIRE(f.bytes.use_count() == 1);
}

TEST_CASE("lasting frames are never dropped")
{
    outbox box(no_bounds);
    for (int i = 0; i < 5; ++i)
        REQUIRE(box.push(lasting("a"), keeps_up));
    REQUIRE(taken(box) == "a a a a a");
}

TEST_CASE("a newer state takes the place of an older one of its kind that still waits")
{
    for (const auto kind : {frame_kind::votes, frame_kind::participants, frame_kind::progress})
    {
        outbox box(no_bounds);
        REQUIRE(box.push(frame_of(kind, "old"), is_behind));
        REQUIRE(box.push(frame_of(kind, "new"), is_behind));
        REQUIRE(box.push(frame_of(kind, "newest"), is_behind));
        REQUIRE(taken(box) == "newest");
    }
}

TEST_CASE("what a peer that keeps up gets in one go is nothing but joined")
{
    outbox box(no_bounds);
    REQUIRE(box.push(frame_of(frame_kind::votes, "one"), keeps_up));
    REQUIRE(box.push(frame_of(frame_kind::votes, "two"), keeps_up));
    REQUIRE(box.push(lasting("disabled"), keeps_up));
    REQUIRE(taken(box) == "one two disabled");
}

TEST_CASE("beyond 4 KiB a newer state takes the place of all older ones of its kind")
{
    outbox box(no_bounds);
    const std::string half(2'048, 'h');
    REQUIRE(box.push(frame_of(frame_kind::votes, half), keeps_up));
    REQUIRE(box.push(frame_of(frame_kind::votes, half), keeps_up));
    REQUIRE(box.push(frame_of(frame_kind::progress, "p"), keeps_up));
    REQUIRE(box.push(frame_of(frame_kind::votes, "v"), keeps_up));
    REQUIRE(taken(box) == "p v");
}

TEST_CASE("a newer state stands behind everything that came before it")
{
    outbox box(no_bounds);
    REQUIRE(box.push(frame_of(frame_kind::votes, "old"), is_behind));
    REQUIRE(box.push(lasting("reset"), is_behind));
    REQUIRE(box.push(frame_of(frame_kind::votes, "new"), is_behind));
    REQUIRE(taken(box) == "reset new");
}

TEST_CASE("states of different kinds do not replace each other")
{
    outbox box(no_bounds);
    REQUIRE(box.push(frame_of(frame_kind::votes, "a"), is_behind));
    REQUIRE(box.push(frame_of(frame_kind::participants, "b"), is_behind));
    REQUIRE(box.push(frame_of(frame_kind::progress, "c"), is_behind));
    REQUIRE(taken(box) == "a b c");
}

TEST_CASE("a state that was taken is not replaced")
{
    outbox box(no_bounds);
    REQUIRE(box.push(frame_of(frame_kind::votes, "old"), is_behind));
    REQUIRE(taken(box) == "old");
    REQUIRE(box.push(frame_of(frame_kind::votes, "new"), is_behind));
    REQUIRE(taken(box) == "new");
}

TEST_CASE("an outbox is bounded by the count of its frames")
{
    outbox box({0, 3});
    REQUIRE(box.push(lasting("a"), keeps_up));
    REQUIRE(box.push(lasting("b"), keeps_up));
    REQUIRE(box.push(lasting("c"), keeps_up));
    REQUIRE_FALSE(box.push(lasting("d"), keeps_up));
}

TEST_CASE("an outbox is bounded by the bytes of its frames")
{
    outbox box({10, 0});
    REQUIRE(box.push(lasting("12345"), keeps_up));
    REQUIRE(box.push(lasting("67890"), keeps_up));
    REQUIRE_FALSE(box.push(lasting("1"), keeps_up));
}

TEST_CASE("an outbox without bounds takes everything")
{
    outbox box(no_bounds);
    for (int i = 0; i < 1000; ++i)
        REQUIRE(box.push(lasting(std::string(1000, 'a')), keeps_up));
}

TEST_CASE("one frame alone is always allowed, however long")
{
    outbox box({10, 1});
    REQUIRE(box.push(lasting(std::string(1000, 'a')), keeps_up));
}

TEST_CASE("a frame beside one that is longer than the bound is too much")
{
    outbox box({10, 0});
    REQUIRE(box.push(lasting(std::string(1000, 'a')), keeps_up));
    REQUIRE_FALSE(box.push(lasting("b"), keeps_up));
}

TEST_CASE("what was taken does not count any more")
{
    outbox box({10, 2});
    for (int i = 0; i < 3; ++i)
    {
        REQUIRE(box.push(lasting("12345"), keeps_up));
        REQUIRE(box.push(lasting("67890"), keeps_up));
        REQUIRE(taken(box) == "12345 67890");
    }
}

TEST_CASE("what was replaced does not count any more")
{
    outbox box({10, 2});
    REQUIRE(box.push(lasting("12345"), is_behind));
    for (int i = 0; i < 100; ++i)
        REQUIRE(box.push(frame_of(frame_kind::progress, "67890"), is_behind));
    REQUIRE(taken(box) == "12345 67890");
}

TEST_CASE("states don't count while a peer is behind, however long they are")
{
    outbox box({10, 0});
    REQUIRE(box.push(frame_of(frame_kind::participants, std::string(100, 'p')), is_behind));
    REQUIRE(box.push(frame_of(frame_kind::votes, std::string(100, 'v')), is_behind));
    REQUIRE(box.push(lasting("disabled"), is_behind));
    REQUIRE(box.push(frame_of(frame_kind::participants, "new"), is_behind));
    REQUIRE(taken(box) == std::string(100, 'v') + " disabled new");
}

TEST_CASE("what lasts counts while a peer is behind")
{
    outbox box({10, 0});
    REQUIRE(box.push(frame_of(frame_kind::votes, std::string(100, 'v')), is_behind));
    REQUIRE(box.push(lasting("12345"), is_behind));
    REQUIRE(box.push(lasting("12345"), is_behind));
    REQUIRE_FALSE(box.push(lasting("1"), is_behind));
}

TEST_CASE("everything counts for a peer that takes nothing")
{
    outbox box({10, 0});
    REQUIRE(box.push(frame_of(frame_kind::votes, std::string(100, 'v')), is_stuck));
    REQUIRE(box.push(frame_of(frame_kind::votes, std::string(100, 'w')), is_stuck));
    REQUIRE_FALSE(box.push(lasting("1"), is_stuck));
}

TEST_CASE("the number of frames is bounded for a peer that is behind, too")
{
    outbox box({0, 2});
    REQUIRE(box.push(frame_of(frame_kind::votes, "v"), is_behind));
    REQUIRE(box.push(frame_of(frame_kind::participants, "p"), is_behind));
    REQUIRE_FALSE(box.push(frame_of(frame_kind::timer, "t"), is_behind));
}

TEST_CASE("what there is no memory for does not wait, and the rest does")
{
    const auto late = lasting("c");
    const auto shortages = test::with_every_shortage(
        []
        {
            outbox box(no_bounds);
            REQUIRE(box.push(lasting("a"), keeps_up));
            return box;
        },
        [&](outbox& box)
        {
            for (int i = 0; i < 3; ++i)
                static_cast<void>(box.push(late, keeps_up));
        },
        [&](outbox& box, bool has_thrown)
        {
            REQUIRE(has_thrown);
            const auto bytes = box.bytes();
            REQUIRE(box.waiting().size() == bytes);
            REQUIRE(box.push(late, keeps_up));
            REQUIRE(box.bytes() == bytes + 1);
            REQUIRE(taken(box).starts_with("a"));
        });
    REQUIRE(shortages != 0);
}

} // namespace
} // namespace pajthy
