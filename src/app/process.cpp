#include <pajthy/app/process.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

namespace pajthy
{
namespace
{

// `open` takes the lowest free descriptor. An image with an empty root has no /dev/null, but it has
// a root folder, which can be neither read nor written.
void fill(int descriptor)
{
    if (fcntl(descriptor, F_GETFD) >= 0)
        return;
    if (open("/dev/null", O_RDWR) < 0 && open("/", O_RDONLY | O_DIRECTORY) < 0)
        throw std::system_error(errno, std::system_category(), "no standard streams");
}

} // namespace

void prepare_process()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        fill(descriptor);
    for (const int signal : {SIGPIPE, SIGXFSZ, SIGHUP})
        std::signal(signal, SIG_IGN);
}

} // namespace pajthy
