#include <pajthy/line_writer.hpp>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

namespace pajthy
{
namespace
{

// O_NONBLOCK belongs to the open file description, and that of stderr is shared with the shell and
// whoever else it started: set there, it would make their writes fail. A pipe or a terminal that
// is opened once more has a description of its own. Without /proc, or without the right to open
// it, there is none.
std::optional<int> open_once_more(int descriptor)
{
    struct stat about
    {
    };
    if (fstat(descriptor, &about) != 0 || !(S_ISFIFO(about.st_mode) || isatty(descriptor) == 1))
        return std::nullopt;
    const auto path = "/proc/self/fd/" + std::to_string(descriptor);
    const int own = open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    return own < 0 ? std::nullopt : std::optional(own);
}

bool is_socket(int descriptor) noexcept
{
    struct stat about
    {
    };
    return fstat(descriptor, &about) == 0 && S_ISSOCK(about.st_mode);
}

// Enough where nobody else writes to it: with POLLOUT, Linux has PIPE_BUF bytes of room in a pipe,
// a terminal is not stopped, and a file never keeps its writer waiting.
bool takes_more(int descriptor) noexcept
{
    pollfd asked{descriptor, POLLOUT, 0};
    return poll(&asked, 1, 0) == 1 && (asked.revents & POLLOUT) != 0;
}

} // namespace

line_writer::line_writer(int descriptor)
    : kind_(is_socket(descriptor) ? kind::socket : kind::shared), descriptor_(descriptor)
{
    if (const auto own = open_once_more(descriptor))
    {
        kind_ = kind::own;
        descriptor_ = *own;
    }
    rest_.reserve(most_bytes); // so that nothing is allocated when a line is written
}

line_writer::~line_writer()
{
    if (kind_ == kind::own)
        close(descriptor_);
}

bool line_writer::write(std::string_view line) noexcept
{
    if (line.size() > most_bytes || !finish_rest())
        return false;
    const auto taken = put(line);
    if (taken <= 0)
        return false;
    rest_ = line.substr(static_cast<std::size_t>(taken));
    return true;
}

bool line_writer::finish_rest() noexcept
{
    if (rest_.empty())
        return true;
    const auto taken = put(rest_);
    if (taken > 0)
        rest_.erase(0, static_cast<std::size_t>(taken));
    return rest_.empty();
}

ssize_t line_writer::put(std::string_view text) const noexcept
{
    ssize_t taken = 0;
    do
    {
        if (kind_ == kind::socket)
            taken = send(descriptor_, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        else if (kind_ == kind::own || takes_more(descriptor_))
            taken = ::write(descriptor_, text.data(), text.size());
        else
            return -1;
    } while (taken < 0 && errno == EINTR);
    return taken;
}

} // namespace pajthy
