#include "process_usage.hpp"

#include <dirent.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <memory>

namespace pajthy
{
namespace
{

constexpr const char* descriptors_folder = "/proc/self/fd";

double seconds_of(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Linux 6.2 and newer give the number of entries as the size. On older kernels they are counted.
std::optional<std::uint64_t> open_descriptors()
{
    struct stat status
    {
    };
    if (::stat(descriptors_folder, &status) == 0 && status.st_size > 0)
        return static_cast<std::uint64_t>(status.st_size);
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(descriptors_folder), ::closedir);
    if (!folder)
        return std::nullopt;
    std::uint64_t entries = 0;
    while (::readdir(folder.get()) != nullptr)
        ++entries;
    constexpr std::uint64_t not_ours = 3; // ".", "..", and the descriptor that reads the folder
    return entries - not_ours;
}

} // namespace

process_usage usage_of_this_process()
{
    process_usage out;
    rusage used{};
    if (::getrusage(RUSAGE_SELF, &used) == 0)
        out.cpu_seconds = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
    out.open_descriptors = open_descriptors();

    std::ifstream pages("/proc/self/statm");
    std::uint64_t of_all = 0;
    std::uint64_t resident = 0;
    if (pages >> of_all >> resident)
    {
        const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
        out.virtual_bytes = of_all * page;
        out.resident_bytes = resident * page;
    }
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        out.max_descriptors = limit.rlim_cur;
    return out;
}

} // namespace pajthy
