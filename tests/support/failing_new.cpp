#include "tests/support/failing_new.hpp"

#include <cstdint>
#include <cstdlib>
#include <limits>

namespace
{

constexpr auto plenty = std::numeric_limits<std::size_t>::max();

thread_local std::size_t left = plenty; // calls that still get something
thread_local bool refused = false;

bool is_short() noexcept
{
    if (left == plenty)
        return false;
    if (left != 0)
    {
        --left;
        return false;
    }
    refused = true;
    return true;
}

void* take(std::size_t size)
{
    void* const got = is_short() ? nullptr : std::malloc(size == 0 ? 1 : size);
    if (got == nullptr)
        throw std::bad_alloc();
    return got;
}

} // namespace

// Those for larger alignments stay as they are: nothing here is aligned so.
void* operator new(std::size_t size)
{
    return take(size);
}

void* operator new[](std::size_t size)
{
    return take(size);
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept
{
    return is_short() ? nullptr : std::malloc(size == 0 ? 1 : size);
}

void* operator new[](std::size_t size, const std::nothrow_t&) noexcept
{
    return is_short() ? nullptr : std::malloc(size == 0 ? 1 : size);
}

void operator delete(void* block) noexcept
{
    std::free(block);
}

void operator delete[](void* block) noexcept
{
    std::free(block);
}

void operator delete(void* block, std::size_t) noexcept
{
    std::free(block);
}

void operator delete[](void* block, std::size_t) noexcept
{
    std::free(block);
}

void operator delete(void* block, const std::nothrow_t&) noexcept
{
    std::free(block);
}

void operator delete[](void* block, const std::nothrow_t&) noexcept
{
    std::free(block);
}

// Asio asks for memory here. The linker puts the one in the other's place.
extern "C" void* __real_aligned_alloc(std::size_t alignment, std::size_t size); // NOLINT
extern "C" void* __wrap_aligned_alloc(std::size_t alignment, std::size_t size)  // NOLINT
{
    return is_short() ? nullptr : __real_aligned_alloc(alignment, size);
}

namespace pajthy::test
{

failing_new::failing_new(std::size_t nth) noexcept
{
    left = nth - 1;
    refused = false;
}

failing_new::~failing_new()
{
    left = plenty;
}

bool failing_new::has_failed() noexcept
{
    return refused;
}

} // namespace pajthy::test
