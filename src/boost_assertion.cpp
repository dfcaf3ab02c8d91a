// What becomes of an assertion of Boost that fails, in every build but the shipped one, which has
// none.
#include <boost/assert.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string_view>

namespace
{

struct assertion
{
    std::string_view expression;
    std::string_view file; // its end
};

// Those that legal input breaks, though what comes behind them is right all the same.
constexpr assertion mistaken[] = {
    // The end of a chunked body may come in pieces. Before the last of them there are five bytes
    // behind a chunk, but three or four in a body without content.
    {"n >= 5", "/boost/beast/http/impl/basic_parser.ipp"},
    // A path that is empty is counted as one segment in a target such as "u:?".
    {"nseg == 0", "/boost/url/detail/path.hpp"},
};

bool is_mistaken(std::string_view expression, std::string_view file)
{
    return std::any_of(std::begin(mistaken), std::end(mistaken),
                       [&](const assertion& a)
                       { return expression == a.expression && file.ends_with(a.file); });
}

} // namespace

namespace boost
{

void assertion_failed(const char* expression, const char* function, const char* file, long line)
{
    if (is_mistaken(expression, file))
        return;
    std::fprintf(stderr, "%s:%ld: %s: Assertion `%s' failed.\n", file, line, function, expression);
    std::abort();
}

void assertion_failed_msg(const char* expression, const char* msg, const char* function,
                          const char* file, long line)
{
    std::fprintf(stderr, "%s\n", msg);
    assertion_failed(expression, function, file, line);
}

} // namespace boost
