// Memory that runs out at a certain moment.
#pragma once

#include <cstddef>
#include <new>

namespace pajthy::test
{

/// As long as it lives, this thread gets no more memory from its `nth` call for some on (the first
/// is 1): `new` throws, and so does what Asio takes its own from. One at a time.
class failing_new
{
public:
    explicit failing_new(std::size_t nth) noexcept;
    failing_new(const failing_new&) = delete;
    failing_new& operator=(const failing_new&) = delete;
    ~failing_new();

    /// Whether a call has failed.
    static bool has_failed() noexcept;
};

/// Does `act` with memory that runs out at its first call for some, then at its second, and so on,
/// until there is enough; `prepare` comes before each, and `judge` after each that has met a
/// shortage, whether it threw or not. Returns how many have.
template <class Prepare, class Act, class Judge>
std::size_t with_every_shortage(Prepare prepare, Act act, Judge judge)
{
    for (std::size_t nth = 1;; ++nth)
    {
        auto on = prepare();
        bool has_thrown = false;
        bool was_short = false;
        {
            const failing_new shortage(nth);
            try
            {
                act(on);
            }
            catch (const std::bad_alloc&)
            {
                has_thrown = true;
            }
            was_short = failing_new::has_failed();
        }
        if (!was_short)
            return nth - 1;
        judge(on, has_thrown);
    }
}

} // namespace pajthy::test
