#include "tests/support/catch.hpp"
#include "tests/support/deadline.hpp"

#include <pajthy/line_writer.hpp>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>

using namespace pajthy;

namespace
{

// What it writes into, and where that is read. None of the tests below reads before the writer has
// come to a stop: if it waited, they would hang.
struct two_ends
{
    int in = -1;
    int out = -1;

    ~two_ends()
    {
        close(in);
        close(out);
    }

    // All that can be read without waiting.
    std::string read_all() const
    {
        std::string all;
        std::array<char, 4096> some{};
        fcntl(out, F_SETFL, O_NONBLOCK);
        for (ssize_t n = 0; (n = read(out, some.data(), some.size())) > 0;)
            all.append(some.data(), static_cast<std::size_t>(n));
        return all;
    }
};

two_ends make_pipe()
{
    std::array<int, 2> both{};
    REQUIRE(pipe(both.data()) == 0);
    return {both[1], both[0]};
}

two_ends make_sockets()
{
    std::array<int, 2> both{};
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, both.data()) == 0);
    return {both[1], both[0]};
}

two_ends make_terminal()
{
    const int screen = posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(screen >= 0);
    REQUIRE(grantpt(screen) == 0);
    REQUIRE(unlockpt(screen) == 0);
    const int program = open(ptsname(screen), O_RDWR | O_NOCTTY);
    REQUIRE(program >= 0);
    return {program, screen};
}

std::string line(std::size_t number)
{
    return "line " + std::to_string(number) + " has something to say\n";
}

// Writes until nothing more is taken; says how many lines were.
std::size_t fill(line_writer& w)
{
    std::size_t taken = 0;
    while (w.write(line(taken)))
        ++taken;
    for (int again = 0; again < 1'000; ++again)
        CHECK_FALSE(w.write("never\n"));
    return taken;
}

// The lines with these numbers, one after the other. A terminal ends lines in its own way.
std::string lines(std::size_t from, std::size_t to, bool of_terminal = false)
{
    std::string all;
    for (auto i = from; i != to; ++i)
    {
        all += line(i);
        if (of_terminal)
            all.insert(all.size() - 1, "\r");
    }
    return all;
}

void ignore_broken_pipes()
{
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace

TEST_CASE("a pipe that nobody reads keeps no writer waiting, and gets whole lines")
{
    const auto p = make_pipe();
    line_writer w(p.in);
    const auto taken = fill(w);
    CHECK(taken > 1'000);
    CHECK(p.read_all() == lines(0, taken));
    CHECK(w.write(line(7)));
    CHECK(p.read_all() == line(7));
}

TEST_CASE("a socket that nobody reads keeps no writer waiting, and gets whole lines")
{
    const auto s = make_sockets();
    line_writer w(s.in);
    const auto taken = fill(w);
    CHECK(taken > 100);
    CHECK(s.read_all() == lines(0, taken));
    CHECK(w.write(line(7)));
    CHECK(s.read_all() == line(7));
}

// The system moves what a terminal has taken along by and by, so that there may be room again
// behind a line that found none: each line has a number of its own, and those that were taken are
// shown.
TEST_CASE("a terminal that shows nothing keeps no writer waiting, and gets whole lines")
{
    const auto t = make_terminal();
    line_writer w(t.in);
    std::string taken;
    std::size_t refused = 0;
    for (std::size_t number = 0; refused < 1'000; ++number)
    {
        if (w.write(line(number)))
            taken += lines(number, number + 1, true);
        else
            ++refused;
    }
    CHECK(taken.size() > 1'000);
    std::string shown;
    const test::deadline soon;
    while (!w.write("the last\n") && !soon.passed()) // behind what is left of a line
        shown += t.read_all();
    while (!shown.ends_with("the last\r\n") && !soon.passed())
        shown += t.read_all();
    CHECK(shown == taken + "the last\r\n");
}

TEST_CASE("others who share the descriptor find it as they left it")
{
    for (const auto& ends : {make_pipe(), make_terminal(), make_sockets()})
    {
        line_writer w(ends.in);
        CHECK(w.write("line\n"));
        CHECK((fcntl(ends.in, F_GETFL) & O_NONBLOCK) == 0);
    }
}

TEST_CASE("a pipe that cannot be opened once more is asked before each line")
{
    // Nobody reads from it while the writer opens it: O_NONBLOCK does not open such a one.
    const std::string path =
        std::filesystem::temp_directory_path() / ("line_writer_test." + std::to_string(getpid()));
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    two_ends p;
    const int reader = open(path.c_str(), O_RDONLY | O_NONBLOCK);
    p.in = open(path.c_str(), O_WRONLY);
    close(reader);
    ignore_broken_pipes();
    line_writer w(p.in);
    CHECK_FALSE(w.write("nobody reads\n"));
    p.out = open(path.c_str(), O_RDONLY | O_NONBLOCK);
    unlink(path.c_str());
    const auto taken = fill(w);
    CHECK(taken > 1'000);
    CHECK(p.read_all() == lines(0, taken));
}

TEST_CASE("lines for a reader that has gone are dropped")
{
    ignore_broken_pipes();
    for (auto make : {make_pipe, make_sockets, make_terminal})
    {
        auto ends = make();
        line_writer w(ends.in);
        close(std::exchange(ends.out, -1));
        CHECK_FALSE(w.write("line\n"));
        CHECK_FALSE(w.write("line\n"));
    }
}

TEST_CASE("lines for a full disk and for a closed descriptor are dropped")
{
    const int full = open("/dev/full", O_WRONLY);
    CHECK_FALSE(line_writer(full).write("line\n"));
    close(full);
    CHECK_FALSE(line_writer(full).write("line\n"));
    CHECK_FALSE(line_writer(-1).write("line\n"));
}

TEST_CASE("a file that others write to as well is written where they stopped")
{
    std::FILE* const file = std::tmpfile();
    const int descriptor = fileno(file);
    line_writer w(descriptor);
    CHECK(w.write("one\n"));
    CHECK(write(descriptor, "two\n", 4) == 4);
    CHECK(w.write("three\n"));
    std::array<char, 64> text{};
    CHECK(pread(descriptor, text.data(), text.size(), 0) == 14);
    CHECK(std::string(text.data()) == "one\ntwo\nthree\n");
    std::fclose(file);
}

TEST_CASE("a line that is too long for a pipe to take as a whole is dropped")
{
    const auto p = make_pipe();
    line_writer w(p.in);
    CHECK_FALSE(w.write(std::string(line_writer::max_bytes, 'x') + "\n"));
    CHECK(w.write(std::string(line_writer::max_bytes - 1, 'x') + "\n"));
}
