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

// The lowest free descriptor is what is opened next. An empty root has no /dev/null: a folder, from
// which nothing can be read and to which nothing can be written, is there always.
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
