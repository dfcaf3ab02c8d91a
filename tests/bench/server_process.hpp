// The program under load, as a process of its own.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pajthy::bench
{

class server_process
{
public:
    /// Starts `program` on a free port of 127.0.0.1 with these options beside, and waits until it
    /// listens. Its log goes where ours does. Throws std::runtime_error if it ends before.
    server_process(const std::string& program, const std::vector<std::string>& options);
    server_process(const server_process&) = delete;
    server_process& operator=(const server_process&) = delete;

    /// Kills it. It dies with this process, too, however that ends.
    ~server_process();

    std::uint16_t port() const noexcept { return port_; }

    /// How long it has used a core since its start, in user and kernel mode.
    std::chrono::nanoseconds used() const;

    /// What it has in memory at the moment. The kernel's own buffers for it are not among that.
    std::size_t resident_bytes() const;

private:
    pid_t pid_ = -1;
    std::uint16_t port_ = 0;
};

} // namespace pajthy::bench
