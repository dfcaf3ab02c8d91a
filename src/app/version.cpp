#include <pajthy/app/version.hpp>

#include "commit.hpp" // written by each build, see commit.cmake

namespace pajthy
{

std::string_view program_version() noexcept
{
    return PAJTHY_VERSION;
}

std::string_view program_commit() noexcept
{
    return PAJTHY_COMMIT;
}

} // namespace pajthy
