// What a team votes on next.
#pragma once

#include <pajthy/domain/text_list.hpp>
#include <pajthy/error.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace pajthy
{

/// A list of clean topics, in the order in which they come, with a version: an editor knows by it
/// whether the list is still the one that they saw.
class planned_topics
{
public:
    planned_topics() = default;
    planned_topics(text_list list, std::uint32_t version) noexcept
        : list_(std::move(list)), version_(version)
    {}

    const text_list& list() const noexcept { return list_; }

    /// 0 before the first change, then one more with each.
    std::uint32_t version() const noexcept { return version_; }

    /// Puts `list` in place of the topics. Fails with `topics_changed` if `after` is not the
    /// version.
    result<void> replace(text_list list, std::optional<std::uint32_t> after);

    /// Takes the first such topic off the list. False if there is none.
    bool remove(std::string_view topic) noexcept;

private:
    text_list list_;
    std::uint32_t version_ = 0;
};

} // namespace pajthy
