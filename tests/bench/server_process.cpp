#include "tests/bench/server_process.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace pajthy::bench
{
namespace
{

constexpr int exit_of_failed_exec = 127;

// In the child: `output` becomes its standard output.
[[noreturn]] void become(const std::vector<std::string>& command, int output)
{
    std::vector<char*> arguments;
    for (const auto& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(output, STDOUT_FILENO);
    ::execv(arguments.front(), arguments.data());
    ::_exit(exit_of_failed_exec);
}

// Up to the end of the line, or of the file.
std::string read_line(int descriptor)
{
    std::string out;
    char c = 0;
    while (::read(descriptor, &c, 1) == 1 && c != '\n')
        out.push_back(c);
    return out;
}

// "pajthy is ready: http://127.0.0.1:41234/"; 0 if it says anything else.
std::uint16_t port_in(std::string_view line)
{
    const auto colon = line.rfind(':');
    if (!line.starts_with("pajthy is ready: ") || colon == std::string_view::npos)
        return 0;
    return static_cast<std::uint16_t>(std::strtoul(line.data() + colon + 1, nullptr, 10));
}

} // namespace

server_process::server_process(const std::string& program, const std::vector<std::string>& options)
{
    std::vector<std::string> command{program, "--address", "127.0.0.1", "--port", "0"};
    command.insert(command.end(), options.begin(), options.end());

    std::array<int, 2> output{};
    if (::pipe2(output.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ == 0)
        become(command, output[1]);
    ::close(output[1]);
    port_ = port_in(read_line(output[0]));
    ::close(output[0]);
    if (port_ == 0)
    {
        // No destructor runs for what never was.
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
        throw std::runtime_error("the server did not say that it is ready");
    }
}

server_process::~server_process()
{
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

std::chrono::nanoseconds server_process::used() const
{
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        throw std::runtime_error("the server has no clock any more");
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::size_t server_process::resident_bytes() const
{
    // The counts in `status` may be behind by some pages; these are not.
    std::ifstream file("/proc/" + std::to_string(pid_) + "/smaps_rollup");
    for (std::string word; file >> word;)
    {
        std::size_t kibibytes = 0;
        if (word == "Rss:" && file >> kibibytes)
            return kibibytes * 1024;
    }
    throw std::runtime_error("the system does not say how much memory the server has");
}

} // namespace pajthy::bench
