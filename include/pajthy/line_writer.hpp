// Writes whole lines to a descriptor and never waits for the reader.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace pajthy
{

/// For a pipe, a terminal, a socket or a file that other processes may share. A line is dropped if
/// the descriptor does not take it at once: its reader may be slow, stopped or gone, or the disk
/// may be full. A line that is written in part is completed before the next one. SIGPIPE and
/// SIGXFSZ must be ignored.
class line_writer
{
public:
    /// Longer lines are dropped. This is PIPE_BUF of Linux: a pipe takes all of a line up to this
    /// size, or nothing.
    static constexpr std::size_t max_bytes = 4096;

    /// The caller keeps `descriptor`, and must not close it before this is destroyed.
    explicit line_writer(int descriptor);
    ~line_writer();
    line_writer(const line_writer&) = delete;
    line_writer& operator=(const line_writer&) = delete;

    /// `line` must end with a line feed. False if it was dropped.
    bool write(std::string_view line) noexcept;

private:
    enum class kind
    {
        own,    // opened again with O_NONBLOCK
        socket, // each call gets MSG_DONTWAIT
        shared  // polled before each call
    };

    bool write_unwritten() noexcept;
    ssize_t write_some(std::string_view text) const noexcept;

    kind kind_;
    int descriptor_;
    std::string unwritten_; // the rest of a line that was written in part
};

} // namespace pajthy
