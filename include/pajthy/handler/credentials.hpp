// Which keys a request carries, and what they open.
#pragma once

#include <pajthy/domain/key.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/handler/http.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

/// A key comes as `Authorization: Bearer KEY` or as a cookie; a Bearer key wins over all cookies.
/// What should be a key and isn't counts as a wrong one.
class credentials
{
public:
    explicit credentials(const request& from);

    bool bearer() const noexcept { return bearer_given_; }

    /// Whether there is a key at all that could open the control of a session, or a seat.
    bool any_for_control() const noexcept;
    bool any_for_seat() const noexcept;

    /// The control key of `s` that is presented, if it is one.
    std::optional<control_key_number> opens_control(const session& s) const noexcept;

    /// Whether one of the keys is that of `s`.
    bool opens(const seat& s) const noexcept;

    /// Whether one of the keys is that of some seat of `s`.
    bool opens_a_seat(const session& s) const noexcept;

    /// The key presented for this seat, right or wrong.
    std::optional<key> presented_for(seat_number number) const noexcept;

    std::optional<key> bearer_key() const noexcept { return bearer_; }

private:
    void read_cookie(std::string_view name, std::string_view value);

    bool bearer_given_ = false;
    bool control_cookie_given_ = false;
    std::optional<key> bearer_;
    std::optional<key> control_cookie_;
    std::vector<std::pair<seat_number, std::optional<key>>> seat_cookies_;
};

/// Values of Set-Cookie. `path` is `{base}/api/{id}`.
std::string control_cookie(const key& secret, std::string_view path, bool secure);
std::string seat_cookie(seat_number number, const key& secret, std::string_view path, bool secure);

/// Tells the browser to forget the cookie of a seat.
std::string expired_seat_cookie(seat_number number, std::string_view path, bool secure);

} // namespace pajthy
