#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/text.hpp>

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace pajthy
{

result<deck> deck::make(const std::vector<std::string>& choices, std::size_t max,
                        std::size_t* refused)
{
    if (choices.empty())
        return errc::no_choices;
    if (choices.size() > std::numeric_limits<choice_index>::max() ||
        (max != 0 && choices.size() > max))
        return errc::too_many_choices;

    text_list cleaned;
    std::unordered_set<std::string> seen;
    const auto add = [&](std::string_view choice) -> result<void>
    {
        auto clean = clean_text(choice, choice_bounds);
        if (clean.has_error())
            return clean.error() == errc::text_forbidden ? errc::forbidden_choice
                                                         : errc::bad_choice;
        cleaned.push_back(*clean);
        if (!seen.insert(*std::move(clean)).second)
            return errc::duplicate_choice;
        return {};
    };
    for (std::size_t index = 0; index < choices.size(); ++index)
    {
        const auto added = add(choices[index]);
        if (added.has_value())
            continue;
        if (refused != nullptr)
            *refused = index + 1;
        return added.error();
    }
    cleaned.shrink_to_fit();
    return deck(std::move(cleaned));
}

std::optional<choice_index> deck::find(std::string_view choice) const noexcept
{
    const auto at = std::find(choices_.begin(), choices_.end(), choice);
    if (at == choices_.end())
        return std::nullopt;
    return static_cast<choice_index>(std::distance(choices_.begin(), at));
}

} // namespace pajthy
