// The parts of Boost that are compiled once, here: see BOOST_*_SEPARATE_COMPILATION in CMake.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
#include <boost/json/src.hpp>
#include <boost/url/src.hpp>
