// Which keys a request carries, and what they open.
#pragma once

#include <pajthy/domain/key.hpp>
#include <pajthy/domain/session.hpp>
#include <pajthy/handler/http.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

/// As it is written in a query or the name of a cookie; nothing if it is no such number.
std::optional<seat_number> read_seat_number(std::string_view digits);

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

    /// Whether one of the keys is the key of `s`.
    bool opens(const seat& s) const noexcept;

    /// Whether one of the keys is the key of some seat of `s`.
    bool opens_a_seat(const session& s) const noexcept;

    /// The key presented for this seat, right or wrong.
    std::optional<key> presented_for(seat_number number) const noexcept;

    std::optional<key> bearer_key() const noexcept { return bearer_; }

    bool any_cookie() const noexcept { return control_cookie_given_ || !seat_cookies_.empty(); }
    bool control_cookie_given() const noexcept { return control_cookie_given_; }

    /// Seats of which cookies are shown and none will ever open anything in `s` again: the seat is
    /// gone for good, or has another key. That of a kicked seat works again when the kick is
    /// undone. Each once, `most` at most.
    std::vector<seat_number> stale_seats(const session& s, unix_time now, std::size_t most) const;

    /// The same for a session that is gone: all of which a cookie is shown.
    std::vector<seat_number> shown_seats(std::size_t most) const;

private:
    using shown_cookie = std::pair<seat_number, std::optional<key>>;

    void read_cookie(std::string_view name, std::string_view value);
    std::vector<seat_number> seats_without(const std::function<bool(const shown_cookie&)>& is_good,
                                           std::size_t most) const;

    bool bearer_given_ = false;
    bool control_cookie_given_ = false;
    std::optional<key> bearer_;
    std::optional<key> control_cookie_;
    std::vector<shown_cookie> seat_cookies_;
};

/// Values of Set-Cookie. `path` is `{base}/api/{id}`.
std::string control_cookie(const key& secret, std::string_view path, bool secure);
std::string seat_cookie(seat_number number, const key& secret, std::string_view path, bool secure);

/// Tells the browser to forget the cookie of a seat, or of control.
std::string expired_seat_cookie(seat_number number, std::string_view path, bool secure);
std::string expired_control_cookie(std::string_view path, bool secure);

} // namespace pajthy
