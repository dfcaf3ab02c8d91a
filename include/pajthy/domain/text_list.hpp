// Clean texts (see text.hpp), one after the other in one piece of memory: the choices of a deck,
// the names of the seats that have voted. Small, and copied and compared in one go.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace pajthy
{

class text_list
{
    // Ends each text; no clean one contains it.
    static constexpr char end_of_text = '\n';

public:
    class const_iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = std::string_view;
        using difference_type = std::ptrdiff_t;
        using pointer = const std::string_view*;
        using reference = std::string_view;

        const_iterator() = default;

        std::string_view operator*() const noexcept { return {at_, size_}; }

        const_iterator& operator++() noexcept
        {
            *this = const_iterator(at_ + size_ + 1, end_);
            return *this;
        }

        const_iterator operator++(int) noexcept
        {
            const auto before = *this;
            ++*this;
            return before;
        }

        friend bool operator==(const const_iterator& a, const const_iterator& b) noexcept
        {
            return a.at_ == b.at_;
        }

    private:
        friend class text_list;
        const_iterator(const char* at, const char* end) noexcept
            : at_(at), end_(end),
              size_(static_cast<std::size_t>(std::find(at, end, end_of_text) - at))
        {}

        const char* at_ = nullptr;
        const char* end_ = nullptr; // of all
        std::size_t size_ = 0;
    };

    text_list() = default;
    text_list(std::initializer_list<std::string_view> texts)
    {
        for (const auto text : texts)
            push_back(text);
    }

    /// `text` must not be of this list.
    void push_back(std::string_view text)
    {
        const auto at = texts_.size();
        texts_.append(text.size() + 1, end_of_text); // all of its room in one step, or none
        text.copy(texts_.data() + at, text.size());
    }

    /// `at` must be one of this list.
    void erase(const_iterator at)
    {
        texts_.erase(static_cast<std::size_t>(at.at_ - texts_.data()), at.size_ + 1);
    }

    void clear() noexcept { texts_.clear(); }
    void shrink_to_fit() { texts_.shrink_to_fit(); }

    std::size_t bytes() const noexcept { return texts_.size(); }

    bool empty() const noexcept { return texts_.empty(); }

    /// Counts them.
    std::size_t size() const noexcept
    {
        return static_cast<std::size_t>(std::distance(begin(), end()));
    }

    /// Views and iterators live until the next change.
    const_iterator begin() const noexcept { return from(0); }
    const_iterator end() const noexcept { return from(texts_.size()); }

    /// Where the list goes on if it begins with all of `first`.
    std::optional<const_iterator> behind(const text_list& first) const noexcept
    {
        if (!texts_.starts_with(first.texts_))
            return std::nullopt;
        return from(first.texts_.size());
    }

    friend bool operator==(const text_list&, const text_list&) = default;

private:
    const_iterator from(std::size_t offset) const noexcept
    {
        return {texts_.data() + offset, texts_.data() + texts_.size()};
    }

    std::string texts_;
};

} // namespace pajthy
