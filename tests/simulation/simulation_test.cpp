// Thousands of short histories, each from its own seed. PAJTHY_SEED=17 plays that one alone, and
// PAJTHY_SEED=1000-5000 those.
#include "tests/simulation/world.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

namespace pajthy::test
{
namespace
{

constexpr std::uint32_t histories = 1'500; // of each store, as many as run in some seconds
constexpr int most_shown = 10;

std::pair<std::uint32_t, std::uint32_t> seeds()
{
    const char* const wanted = std::getenv("PAJTHY_SEED");
    if (wanted == nullptr)
        return {1, histories};
    const std::string text(wanted);
    const auto dash = text.find('-');
    const auto first = static_cast<std::uint32_t>(std::stoul(text));
    if (dash == std::string::npos)
        return {first, first};
    return {first, static_cast<std::uint32_t>(std::stoul(text.substr(dash + 1)))};
}

void add(world_counts& to, const world_counts& more)
{
    to.calls += more.calls;
    to.changes += more.changes;
    to.unavailable += more.unavailable;
    to.given_up += more.given_up;
    to.pages += more.pages;
    to.compared += more.compared;
    to.frames += more.frames;
    to.renewed += more.renewed;
}

world_counts play_all(world_store kind)
{
    world_counts out;
    const auto [first, last] = seeds();
    std::string all_wrong;
    int failed = 0;
    for (auto seed = first; seed <= last; ++seed)
    {
        world w(seed, kind);
        const auto wrong = w.play();
        if (!wrong.empty() && ++failed <= most_shown)
            all_wrong += "seed " + std::to_string(seed) + ": " + wrong + "\n";
        add(out, w.counts());
    }
    WARN((last - first + 1) << " histories: " << out.calls << " calls answered, " << out.changes
                            << " with success, " << out.unavailable << " with 503; " << out.given_up
                            << " given up; " << out.pages << " pages, " << out.frames << " frames, "
                            << out.compared << " compared; " << out.renewed << " gaps");
    if (failed != 0)
        FAIL(failed << " went wrong, among them:\n" << all_wrong);
    return out;
}

TEST_CASE("whatever people do, and however slow and broken the store is, the promises hold")
{
    const auto done = play_all(world_store::faulty);
    if (std::getenv("PAJTHY_SEED") != nullptr)
        return;
    CHECK(done.changes > 10 * histories); // or the histories would prove nothing
    CHECK(done.unavailable > histories / 4);
    CHECK(done.given_up > histories / 4);
    CHECK(done.compared > histories / 2);
    CHECK(done.renewed > histories / 10);
}

TEST_CASE("whatever people do, over the store in memory the promises hold")
{
    const auto done = play_all(world_store::memory);
    if (std::getenv("PAJTHY_SEED") != nullptr)
        return;
    CHECK(done.changes > 10 * histories);
    CHECK(done.unavailable > 0); // limits
    CHECK(done.compared > histories / 2);
}

} // namespace
} // namespace pajthy::test
