// A client that sends anything, in any pieces, to a connection.
//
// A `|` in the input ends a segment: the server has read what stands before it when the rest
// comes. Five seconds pass in an empty segment, so `|||` is longer than a head may take.
#include "doll_house.hpp"
#include "wire_check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    pajthy::fuzz::doll_house house;
    while (!rest.empty())
    {
        const auto end = std::min(rest.find('|'), rest.size());
        if (end == 0)
            house.let_pass(std::chrono::seconds(5));
        else
            house.send(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    house.hang_up();
    pajthy::fuzz::check_everything(house.heard());
    return 0;
}
