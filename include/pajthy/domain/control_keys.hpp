// The keys that control one session.
#pragma once

#include <pajthy/domain/key.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace pajthy
{

/// Counts from 1 in the order of making. No number is used twice in a session.
using control_key_number = std::uint32_t;

/// Who holds `secret` controls the session.
struct control_key
{
    control_key_number number;
    key secret;

    friend bool operator==(const control_key&, const control_key&) = default;
};

class control_keys
{
public:
    /// One key, with the number 1.
    explicit control_keys(const key& first) : keys_{{1, first}}, last_(1) {}

    /// `keys` have ascending numbers up to `last`, the number of the newest key that there was.
    control_keys(std::vector<control_key> keys, control_key_number last) noexcept
        : keys_(std::move(keys)), last_(last)
    {}

    std::size_t size() const noexcept { return keys_.size(); }

    /// The oldest first.
    const std::vector<control_key>& all() const noexcept { return keys_; }

    /// The number of the newest key, revoked or not.
    control_key_number last_number() const noexcept { return last_; }

    /// The number of the key that `secret` is, or nothing.
    std::optional<control_key_number> find(const key& secret) const noexcept;

    bool has(control_key_number number) const noexcept;

    /// Adds `fresh`. With `max` keys there already (0 is no limit), this revokes the oldest and
    /// returns its number. The caller's key, `own`, is revoked only if it is the only one.
    std::optional<control_key_number> mint(const key& fresh, std::optional<control_key_number> own,
                                           std::size_t max);

    /// Revokes all keys but `own`, and returns their numbers.
    std::vector<control_key_number> revoke_others(std::optional<control_key_number> own);

private:
    std::vector<control_key> keys_; // the oldest first
    control_key_number last_;
};

} // namespace pajthy
