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

// O_NONBLOCK belongs to the open file description. Other processes share that of stderr, such as
// the shell: with O_NONBLOCK, their writes would fail. So a pipe or a terminal is opened again,
// which makes a new description. This fails without /proc, or without the right to open the file.
std::optional<int> reopen(int descriptor)
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

// After POLLOUT, a write does not wait, unless another process writes in between: on Linux, a pipe
// then takes PIPE_BUF bytes, and a terminal is not stopped. A write to a file never waits.
bool is_writable(int descriptor) noexcept
{
    pollfd polled{descriptor, POLLOUT, 0};
    return poll(&polled, 1, 0) == 1 && (polled.revents & POLLOUT) != 0;
}

} // namespace

line_writer::line_writer(int descriptor)
    : kind_(is_socket(descriptor) ? kind::socket : kind::shared), descriptor_(descriptor)
{
    if (const auto own = reopen(descriptor))
    {
        kind_ = kind::own;
        descriptor_ = *own;
    }
    unwritten_.reserve(max_bytes); // so that `write` allocates nothing
}

line_writer::~line_writer()
{
    if (kind_ == kind::own)
        close(descriptor_);
}

bool line_writer::write(std::string_view line) noexcept
{
    if (line.size() > max_bytes || !write_unwritten())
        return false;
    const auto taken = write_some(line);
    if (taken <= 0)
        return false;
    unwritten_ = line.substr(static_cast<std::size_t>(taken));
    return true;
}

bool line_writer::write_unwritten() noexcept
{
    if (unwritten_.empty())
        return true;
    const auto taken = write_some(unwritten_);
    if (taken > 0)
        unwritten_.erase(0, static_cast<std::size_t>(taken));
    return unwritten_.empty();
}

ssize_t line_writer::write_some(std::string_view text) const noexcept
{
    ssize_t taken = 0;
    do
    {
        if (kind_ == kind::socket)
            taken = send(descriptor_, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        else if (kind_ == kind::own || is_writable(descriptor_))
            taken = ::write(descriptor_, text.data(), text.size());
        else
            return -1;
    } while (taken < 0 && errno == EINTR);
    return taken;
}

} // namespace pajthy
