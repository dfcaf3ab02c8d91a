#include <pajthy/assets/language.hpp>

#include <pajthy/field_value.hpp>

#include <boost/algorithm/string/predicate.hpp>

namespace pajthy
{
namespace
{

constexpr std::string_view cookie_name = "pajthy_language";

std::string_view primary_of(std::string_view tag)
{
    return tag.substr(0, tag.find('-'));
}

// Each primary language is offered once, so that nothing else of a tag can make a difference.
std::string_view offered_for(std::string_view tag, std::span<const std::string_view> offered)
{
    for (const auto one : offered)
    {
        if (boost::algorithm::iequals(primary_of(one), primary_of(tag)))
            return one;
    }
    return {};
}

} // namespace

std::string_view language_for(const reader_languages& reader,
                              std::span<const std::string_view> offered)
{
    if (const auto chosen = offered_for(reader.chosen, offered); !chosen.empty())
        return chosen;
    auto best = offered.front();
    double best_weight = 0;
    for (auto rest = reader.accept; !rest.empty();)
    {
        auto parameters = take_part(rest, ',');
        const auto fits = offered_for(take_part(parameters, ';'), offered);
        const double weight = fits.empty() ? 0 : weight_in(parameters);
        if (weight > best_weight)
        {
            best = fits;
            best_weight = weight;
        }
    }
    return best;
}

std::string_view chosen_language(std::string_view cookie)
{
    while (!cookie.empty())
    {
        auto value = take_part(cookie, ';');
        if (take_part(value, '=') == cookie_name)
            return value;
    }
    return {};
}

} // namespace pajthy
