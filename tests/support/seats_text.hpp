// The seats as voters see them, for tests that spell out a whole text.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace pajthy::test
{

/// `"Seats":[…]`, with these names and states and the numbers from `first` on.
inline std::string seats_text(const std::vector<std::pair<std::string, std::string>>& seats,
                              std::size_t first = 1)
{
    std::string out;
    for (const auto& [name, state] : seats)
        out.append(out.empty() ? "" : ",")
            .append(R"({"Seat":)" + std::to_string(first++))
            .append(R"(,"Name":")" + name + R"(","State":")" + state + "\"}");
    return R"("Seats":[)" + out + "]";
}

/// A `seats` frame that tells no more than that.
inline std::string seats_frame(const std::vector<std::pair<std::string, std::string>>& seats,
                               std::size_t first, std::size_t seq)
{
    return R"({"Kind":"seats","Data":{)" + seats_text(seats, first) + R"(},"Seq":)" +
           std::to_string(seq) + "}";
}

} // namespace pajthy::test
