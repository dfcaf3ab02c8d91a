#include <pajthy/assets/gzip.hpp>

#include <boost/beast/zlib/inflate_stream.hpp>

#include <cassert>
#include <cstddef>
#include <cstdint>

namespace pajthy
{
namespace
{

constexpr std::size_t header_size = 10;
constexpr std::size_t trailer_size = 8; // a checksum, and the size

std::size_t size_in(std::string_view gzip)
{
    std::size_t out = 0;
    for (std::size_t i = 1; i <= 4; ++i) // the most significant byte comes last
        out = out << 8 | static_cast<std::uint8_t>(gzip[gzip.size() - i]);
    return out;
}

} // namespace

std::string unpacked(std::string_view gzip)
{
    namespace zlib = boost::beast::zlib;
    assert(gzip.size() > header_size + trailer_size);
    std::string out(size_in(gzip), '\0');
    zlib::z_params work;
    work.next_in = gzip.data() + header_size;
    work.avail_in = gzip.size() - header_size; // the end is seen only where something follows
    work.next_out = out.data();
    work.avail_out = out.size();
    boost::system::error_code end;
    zlib::inflate_stream().write(work, zlib::Flush::finish, end);
    assert(end == zlib::error::end_of_stream && work.avail_out == 0);
    return out;
}

} // namespace pajthy
