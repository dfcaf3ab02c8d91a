// Runs the tests. What the server would log stays out of their output.
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.hpp"

#include <pajthy/log.hpp>

int main(int argc, char** argv)
{
    pajthy::log::set_level(pajthy::log::level::off);
    return Catch::Session().run(argc, argv);
}
