#include "server/slabs.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>
#include <cstring>
#include <set>
#include <vector>

namespace pajthy
{
namespace
{

constexpr std::size_t size = 1'000;

// Somewhat fewer than fit into a block.
constexpr std::size_t most_of_a_block = slabs::block_size / size - 2;

TEST_CASE("each object has room of its own, aligned for anything")
{
    slabs of(size);
    std::vector<void*> taken;
    for (int i = 0; i < 200; ++i)
    {
        taken.push_back(of.take());
        REQUIRE(reinterpret_cast<std::uintptr_t>(taken.back()) % alignof(std::max_align_t) == 0);
        std::memset(taken.back(), i, size);
    }
    for (int i = 0; i < 200; ++i)
    {
        const std::vector<unsigned char> expected(size, static_cast<unsigned char>(i));
        REQUIRE(std::memcmp(taken[static_cast<std::size_t>(i)], expected.data(), size) == 0);
    }
    for (void* const one : taken)
        slabs::give(one);
}

TEST_CASE("a block that is empty goes back, but for the last")
{
    slabs of(size);
    REQUIRE(of.blocks() == 0);
    std::vector<void*> taken;
    for (std::size_t i = 0; i < 3 * most_of_a_block; ++i)
        taken.push_back(of.take());
    REQUIRE(of.blocks() >= 3);
    for (void* const one : taken)
        slabs::give(one);
    REQUIRE(of.blocks() == 1);
}

TEST_CASE("room that was given back is taken first")
{
    slabs of(size);
    std::vector<void*> taken;
    for (std::size_t i = 0; i < 3 * most_of_a_block; ++i)
        taken.push_back(of.take());
    const auto blocks = of.blocks();
    std::set<void*> given;
    for (std::size_t i = 0; i < taken.size(); i += 2)
    {
        slabs::give(taken[i]);
        given.insert(taken[i]);
    }
    for (std::size_t i = 0; i < given.size(); ++i)
        REQUIRE(given.count(of.take()) == 1);
    REQUIRE(of.blocks() == blocks);
}

} // namespace
} // namespace pajthy
