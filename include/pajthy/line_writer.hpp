// Writes whole lines to a descriptor and never waits for whoever reads them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace pajthy
{

/// For a pipe, a terminal, a socket or a file that others share. What it does not take at once,
/// because its reader is slow, stopped or gone, or because a disk is full, is dropped; no line is
/// cut short by the one behind it. SIGPIPE and SIGXFSZ must be ignored.
class line_writer
{
public:
    /// Longer lines are dropped. PIPE_BUF of Linux: up to here a pipe takes all of a line or
    /// nothing.
    static constexpr std::size_t most_bytes = 4096;

    /// `descriptor` stays the caller's, and open as long as this lives.
    explicit line_writer(int descriptor);
    ~line_writer();
    line_writer(const line_writer&) = delete;
    line_writer& operator=(const line_writer&) = delete;

    /// Writes `line`, which has a line feed at its end. False if it was dropped.
    bool write(std::string_view line) noexcept;

private:
    enum class kind
    {
        own,    // opened once more, and never waits
        socket, // can be told with each call not to wait
        shared  // is asked before each call
    };

    bool finish_rest() noexcept;
    ssize_t put(std::string_view text) const noexcept;

    kind kind_;
    int descriptor_;
    std::string rest_; // of a line that was taken in part
};

} // namespace pajthy
