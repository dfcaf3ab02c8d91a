#include <pajthy/domain/history.hpp>

#include <algorithm>
#include <utility>

namespace pajthy
{
namespace
{

constexpr seat_number nobody = 0; // seats count from 1

auto position_of(auto& rounds, std::uint32_t number)
{
    // Numbers only grow, so the rounds are sorted by them.
    return std::lower_bound(rounds.begin(), rounds.end(), number,
                            [](const finished_round& r, std::uint32_t n) { return r.number < n; });
}

// The names of `r` with `name` for the one at `index`.
text_list renamed(const finished_round& r, std::size_t index, std::string_view name)
{
    text_list out;
    std::size_t at = 0;
    for (const auto had : r.names)
        out.push_back(at++ == index ? name : had);
    return out;
}

} // namespace

std::size_t bytes_of(const finished_round& r)
{
    // The deck may be this round's alone: the session may have another by now.
    return sizeof(r) + r.topic.size() + r.names.bytes() + r.seats.size() * sizeof(seat_number) +
           r.chosen.size() * sizeof(choice_index) + r.agreed.size() + r.deck->choices().bytes();
}

std::vector<std::pair<std::string_view, std::string_view>> votes_of(const finished_round& r)
{
    const std::vector<std::string_view> choices(r.deck->choices().begin(), r.deck->choices().end());
    std::vector<std::pair<std::string_view, std::string_view>> out;
    out.reserve(r.chosen.size());
    auto name = r.names.begin();
    for (const choice_index chosen : r.chosen)
        out.emplace_back(*name++, choices[chosen]);
    return out;
}

history::history(std::vector<finished_round> rounds) : rounds_(std::move(rounds))
{
    for (const auto& r : rounds_)
        bytes_ += bytes_of(r);
    drop_what_is_too_much();
}

const finished_round* history::find(std::uint32_t number) const noexcept
{
    const auto at = position_of(rounds_, number);
    return at == rounds_.end() || at->number != number ? nullptr : &*at;
}

const finished_round* history::newest_on(std::string_view topic) const noexcept
{
    const auto at = std::find_if(rounds_.rbegin(), rounds_.rend(),
                                 [&](const finished_round& r) { return r.topic == topic; });
    return at == rounds_.rend() ? nullptr : &*at;
}

void history::keep(finished_round r)
{
    forget(r.number);
    bytes_ += bytes_of(r);
    rounds_.insert(position_of(rounds_, r.number), std::move(r));
    drop_what_is_too_much();
}

void history::forget(std::uint32_t number)
{
    const auto at = position_of(rounds_, number);
    if (at == rounds_.end() || at->number != number)
        return;
    bytes_ -= bytes_of(*at);
    rounds_.erase(at);
}

void history::rename(seat_number seat, std::string_view name)
{
    std::vector<std::pair<finished_round*, text_list>> fresh; // first, because it may fail
    for (auto& r : rounds_)
    {
        const auto at = std::find(r.seats.begin(), r.seats.end(), seat);
        if (at == r.seats.end() || std::find(r.names.begin(), r.names.end(), name) != r.names.end())
            continue;
        fresh.emplace_back(&r, renamed(r, static_cast<std::size_t>(at - r.seats.begin()), name));
    }
    for (auto& [r, names] : fresh)
    {
        bytes_ += names.bytes();
        bytes_ -= r->names.bytes();
        r->names = std::move(names);
    }
    drop_what_is_too_much();
}

void history::disown(seat_number seat) noexcept
{
    for (auto& r : rounds_)
        std::replace(r.seats.begin(), r.seats.end(), seat, nobody);
}

bool history::agree(std::uint32_t number, std::string agreed)
{
    const auto at = position_of(rounds_, number);
    if (at == rounds_.end() || at->number != number)
        return false;
    bytes_ += agreed.size();
    bytes_ -= at->agreed.size();
    at->agreed = std::move(agreed);
    return true;
}

void history::drop_what_is_too_much()
{
    while (rounds_.size() > 1 && (rounds_.size() > max_rounds || bytes_ > max_bytes))
    {
        bytes_ -= bytes_of(rounds_.front());
        rounds_.erase(rounds_.begin());
    }
}

} // namespace pajthy
