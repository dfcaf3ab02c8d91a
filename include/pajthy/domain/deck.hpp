// The cards of a session.
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

/// A card, as its place in the deck.
using card = std::uint16_t;

/// One to `most` different choices, in the order in which people see them.
class deck
{
public:
    /// Cleans each choice (see text.hpp). Fails with `no_choices`, `bad_choice` (empty, too long,
    /// not UTF-8), `forbidden_choice`, `duplicate_choice` or `too_many_choices`.
    /// `most` 0 is no limit of our own; a card's place bounds it to 65,535. If one choice is to
    /// blame, `refused` says which, counted from 1.
    static result<deck> make(const std::vector<std::string>& choices, std::size_t most,
                             std::size_t* refused = nullptr);

    const text_list& choices() const noexcept { return choices_; }

    /// Of all choices together.
    std::size_t text_bytes() const noexcept { return choices_.bytes() - choices_.size(); }

    /// `c` must be one of this deck. Lives as long as the deck.
    std::string_view face(card c) const noexcept { return *std::next(choices_.begin(), c); }

    /// The card with exactly this face, if there is one.
    std::optional<card> find(std::string_view face) const noexcept;

private:
    explicit deck(text_list choices) noexcept : choices_(std::move(choices)) {}

    text_list choices_;
};

} // namespace pajthy
