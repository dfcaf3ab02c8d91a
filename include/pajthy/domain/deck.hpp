// The choices that voters of a session have.
#pragma once

#include <pajthy/domain/text_list.hpp>
#include <pajthy/error.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

/// A choice, as its index in the deck.
using choice_index = std::uint16_t;

/// Different choices, one at least, in the order in which people see them.
class deck
{
public:
    /// Cleans each choice (see text.hpp). Fails with `no_choices`, `bad_choice` (empty, too long,
    /// not UTF-8), `forbidden_choice`, `duplicate_choice` or `too_many_choices`.
    /// `max` 0 is no limit of our own; a `choice_index` bounds it to 65,535. If one choice is to
    /// blame, `refused` says which, counted from 1.
    static result<deck> make(const std::vector<std::string>& choices, std::size_t max,
                             std::size_t* refused = nullptr);

    const text_list& choices() const noexcept { return choices_; }

    /// Of all choices together.
    std::size_t text_bytes() const noexcept { return choices_.bytes() - choices_.size(); }

    /// `index` must be one of this deck. The text lives as long as the deck.
    std::string_view choice(choice_index index) const noexcept
    {
        return *std::next(choices_.begin(), index);
    }

    /// The choice with exactly this text, if there is one.
    std::optional<choice_index> find(std::string_view choice) const noexcept;

private:
    explicit deck(text_list choices) noexcept : choices_(std::move(choices)) {}

    text_list choices_;
};

} // namespace pajthy
