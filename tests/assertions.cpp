// Breaks one assertion, the one that is named: this program has to die of it, and say which.
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <cassert>
#include <cstddef>
#include <iostream>
#include <string_view>
#include <vector>

namespace
{

namespace http = boost::beast::http;

void break_own(std::size_t size)
{
    assert(size == 7);
}

void break_librarys(std::size_t at)
{
    const std::vector<int> one{1};
    std::cout << one[at] << '\n';
}

// A head that has not come is none to ask for.
void break_beasts()
{
    const http::request_parser<http::string_body> p;
    std::cout << p.keep_alive() << '\n';
}

} // namespace

int main(int argc, char** argv)
{
    const std::string_view whose = argc == 2 ? argv[1] : "";
    if (whose == "own")
        break_own(static_cast<std::size_t>(argc));
    else if (whose == "library")
        break_librarys(static_cast<std::size_t>(argc));
    else if (whose == "beast")
        break_beasts();
    std::cout << "still alive\n";
}
