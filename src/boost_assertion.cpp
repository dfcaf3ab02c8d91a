// What becomes of an assertion of Boost that fails, in every build but the shipped one, which has
// none.
#include <boost/assert.hpp>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace
{

// Beast takes `n >= 5` for sure when the end of a chunked body comes in pieces, which holds only
// behind a chunk: of a body without content there may be three bytes or four, and it reads them
// rightly.
bool is_beasts_mistake(std::string_view expression, std::string_view file)
{
    return expression == "n >= 5" && file.ends_with("/boost/beast/http/impl/basic_parser.ipp");
}

} // namespace

namespace boost
{

void assertion_failed(const char* expression, const char* function, const char* file, long line)
{
    if (is_beasts_mistake(expression, file))
        return;
    std::fprintf(stderr, "%s:%ld: %s: Assertion `%s' failed.\n", file, line, function, expression);
    std::abort();
}

void assertion_failed_msg(const char* expression, const char* message, const char* function,
                          const char* file, long line)
{
    std::fprintf(stderr, "%s\n", message);
    assertion_failed(expression, function, file, line);
}

} // namespace boost
