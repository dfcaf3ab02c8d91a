#include <pajthy/assets/open_page.hpp>

#include <boost/crc.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace pajthy
{
namespace
{

constexpr std::string_view page_end = "</script></body></html>\n";

// The least significant byte first.
void put_number(std::string& to, std::uint32_t number, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        to.push_back(static_cast<char>(number >> (8 * i) & 0xFF));
}

} // namespace

std::string closing(std::string_view json)
{
    std::string out;
    out.reserve(json.size() + page_end.size());
    for (const char c : json)
    {
        if (c == '<') // in a string of JSON alone; it could end the element, or begin a comment
            out.append("\\u003c");
        else
            out.push_back(c);
    }
    return out.append(page_end);
}

std::string finished_gzip(std::string_view begun, std::string_view plain, std::string_view rest)
{
    constexpr std::size_t max_stored = 0xFFFF;
    constexpr char last_block = 1; // stored, and at the beginning of a byte
    boost::crc_32_type check;
    check.process_bytes(plain.data(), plain.size());
    check.process_bytes(rest.data(), rest.size());
    const auto size = static_cast<std::uint32_t>(plain.size() + rest.size());

    std::string out(begun);
    do
    {
        const auto block = rest.substr(0, max_stored);
        rest.remove_prefix(block.size());
        const auto length = static_cast<std::uint32_t>(block.size());
        out.push_back(rest.empty() ? last_block : '\0');
        put_number(out, length, 2);
        put_number(out, ~length, 2);
        out.append(block);
    } while (!rest.empty());
    put_number(out, check.checksum(), 4);
    put_number(out, size, 4);
    return out;
}

std::string finished_brotli(std::string_view begun, std::string_view rest)
{
    constexpr std::size_t max_block = 1u << 16;
    constexpr std::uint32_t is_uncompressed = 1u << 19; // behind 16 bits of length
    constexpr char last_block = 3;                      // without content
    std::string out(begun);
    while (!rest.empty())
    {
        const auto block = rest.substr(0, max_block);
        rest.remove_prefix(block.size());
        const auto length = static_cast<std::uint32_t>(block.size() - 1);
        put_number(out, length << 3 | is_uncompressed, 3);
        out.append(block);
    }
    out.push_back(last_block);
    return out;
}

} // namespace pajthy
