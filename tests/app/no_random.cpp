// Preloaded into a program, takes the system's random bytes away from it.
#include <sys/types.h>

#include <cerrno>
#include <cstddef>

extern "C" ssize_t getrandom(void*, std::size_t, unsigned)
{
    errno = ENOSYS;
    return -1;
}
