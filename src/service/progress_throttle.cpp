#include <pajthy/service/progress_throttle.hpp>

#include <algorithm>

namespace pajthy
{
namespace
{

constexpr milliseconds min_interval{250};
constexpr std::size_t seats_a_millisecond = 2;

} // namespace

milliseconds progress_throttle::interval(std::size_t seats) noexcept
{
    return std::max(min_interval, milliseconds(seats / seats_a_millisecond));
}

} // namespace pajthy
