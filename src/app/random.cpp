#include <pajthy/app/random.hpp>

#include <sys/random.h>

#include <cerrno>
#include <system_error>

namespace pajthy
{

void fill_from_system(std::span<std::uint8_t> bytes)
{
    while (!bytes.empty())
    {
        const auto n = getrandom(bytes.data(), bytes.size(), 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            throw std::system_error(errno, std::system_category(), "no random bytes");
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
}

} // namespace pajthy
