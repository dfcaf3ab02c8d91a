#include <pajthy/domain/control_keys.hpp>

#include <algorithm>

namespace pajthy
{

std::optional<control_key_number> control_keys::find(const key& secret) const noexcept
{
    std::optional<control_key_number> found;
    for (const control_key& k : keys_) // all of them, so that the time tells nothing
    {
        if (same_key(k.secret, secret))
            found = k.number;
    }
    return found;
}

bool control_keys::has(control_key_number number) const noexcept
{
    return std::any_of(keys_.begin(), keys_.end(),
                       [&](const control_key& k) { return k.number == number; });
}

std::optional<control_key_number>
control_keys::mint(const key& fresh, std::optional<control_key_number> own, std::size_t max)
{
    keys_.reserve(keys_.size() + 1); // what may fail comes first
    std::optional<control_key_number> revoked;
    if (max != 0 && keys_.size() >= max)
    {
        auto oldest = std::find_if(keys_.begin(), keys_.end(),
                                   [&](const control_key& k) { return k.number != own; });
        if (oldest == keys_.end())
            oldest = keys_.begin();
        revoked = oldest->number;
        keys_.erase(oldest);
    }
    keys_.push_back({++last_, fresh});
    return revoked;
}

std::vector<control_key_number> control_keys::revoke_others(std::optional<control_key_number> own)
{
    std::vector<control_key_number> revoked; // first, because it may fail
    for (const control_key& k : keys_)
    {
        if (k.number != own)
            revoked.push_back(k.number);
    }
    std::erase_if(keys_, [&](const control_key& k) { return k.number != own; });
    return revoked;
}

} // namespace pajthy
