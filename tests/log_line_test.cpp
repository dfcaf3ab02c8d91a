#include "tests/support/catch.hpp"

#include <pajthy/line_writer.hpp>
#include <pajthy/log_line.hpp>

using namespace pajthy;
using log::format;
using log::level;

namespace
{

constexpr unix_time noon{std::chrono::milliseconds(1'769'860'800'007)}; // 2026-01-31T12:00:00.007Z

} // namespace

TEST_CASE("a line of the log has its time in UTC, its level and what is said")
{
    const auto content = log::content_of(format::text, level::warning, "too slow", {{"n", 1U}});
    CHECK(log::line_of(format::text, noon, content) ==
          "2026-01-31T12:00:00.007Z warning too slow\n");
}

TEST_CASE("as JSON, a line of the log is an object, with its parts by name")
{
    const auto content =
        log::content_of(format::json, level::info, "too many requests from 192.0.2.7",
                        {{"client", "192.0.2.7"}, {"status", 429U}});
    CHECK(log::line_of(format::json, noon, content) ==
          R"({"time":"2026-01-31T12:00:00.007Z","level":"info",)"
          R"("message":"too many requests from 192.0.2.7","client":"192.0.2.7","status":429})"
          "\n");
}

TEST_CASE("the log escapes what is not printable ASCII, in JSON so that it parses")
{
    const std::string_view nasty = "a\"b\\c\n\x1b[31m\xff\xc3\xa1";
    CHECK(log::content_of(format::text, level::error, nasty) ==
          R"(error a"b\c\x0a\x1b[31m\xff\xc3\xa1)");
    CHECK(log::content_of(format::json, level::error, nasty) ==
          R"("level":"error","message":"a\"b\\c\\x0a\\x1b[31m\\xff\\xc3\\xa1")");
}

TEST_CASE("how often a line was held back is a number in JSON")
{
    CHECK(log::repeated(format::text, log::content_of(format::text, level::info, "x"), 5) ==
          "info x (5 times more)");
    CHECK(log::repeated(format::json, log::content_of(format::json, level::info, "x"), 5) ==
          R"("level":"info","message":"x","times_more":5)");
}

TEST_CASE("however long what is said, its line is one that a pipe takes as a whole")
{
    const std::string longest(10'000, '\\');
    const log::field part{"part", longest};
    for (const auto as : {format::text, format::json})
    {
        const auto content = log::content_of(as, level::warning, longest, {part, part, part, part});
        CHECK(log::line_of(as, noon, content).size() <= line_writer::max_bytes);
    }
}
