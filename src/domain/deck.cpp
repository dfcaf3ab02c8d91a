#include <pajthy/domain/deck.hpp>
#include <pajthy/domain/text.hpp>

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace pajthy
{

result<deck> deck::make(const std::vector<std::string>& choices, std::size_t most,
                        std::size_t* refused)
{
    if (choices.empty())
        return errc::no_choices;
    if (choices.size() > std::numeric_limits<card>::max() || (most != 0 && choices.size() > most))
        return errc::too_many_choices;

    text_list faces;
    std::unordered_set<std::string> seen;
    const auto add = [&](std::string_view choice) -> result<void>
    {
        auto face = clean_text(choice, choice_bounds);
        if (face.has_error())
            return face.error() == errc::text_forbidden ? errc::forbidden_choice : errc::bad_choice;
        faces.push_back(*face);
        if (!seen.insert(*std::move(face)).second)
            return errc::duplicate_choice;
        return {};
    };
    for (std::size_t place = 0; place < choices.size(); ++place)
    {
        const auto added = add(choices[place]);
        if (added.has_value())
            continue;
        if (refused != nullptr)
            *refused = place + 1;
        return added.error();
    }
    faces.shrink_to_fit();
    return deck(std::move(faces));
}

std::optional<card> deck::find(std::string_view face) const noexcept
{
    const auto at = std::find(choices_.begin(), choices_.end(), face);
    if (at == choices_.end())
        return std::nullopt;
    return static_cast<card>(std::distance(choices_.begin(), at));
}

} // namespace pajthy
