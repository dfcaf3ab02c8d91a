#include <pajthy/field_value.hpp>
#include <pajthy/handler/credentials.hpp>
#include <pajthy/wire/bodies.hpp>

#include <boost/algorithm/string/predicate.hpp>

#include <algorithm>
#include <charconv>

namespace pajthy
{
namespace
{

constexpr std::string_view control_cookie_name = "pajthy_control";
constexpr std::string_view seat_cookie_prefix = "pajthy_seat_";
constexpr std::string_view bearer_scheme = "bearer";

// As long as a session lives at most.
constexpr long cookie_seconds = 7L * 24 * 60 * 60;

std::string cookie(std::string_view name, std::string_view value, std::string_view path,
                   long seconds, bool secure)
{
    std::string out;
    out.append(name).append("=").append(value);
    out.append("; Path=").append(path);
    out.append("; Max-Age=").append(std::to_string(seconds));
    out.append("; HttpOnly; SameSite=Strict");
    if (secure)
        out.append("; Secure");
    return out;
}

std::string seat_cookie_name(seat_number number)
{
    return std::string(seat_cookie_prefix) + std::to_string(number);
}

} // namespace

std::optional<seat_number> read_seat_number(std::string_view digits)
{
    seat_number out = 0;
    if (digits.starts_with('0')) // no number that we give
        return std::nullopt;
    const auto* const end = digits.data() + digits.size();
    const auto [at, error] = std::from_chars(digits.data(), end, out);
    if (error != std::errc() || at != end)
        return std::nullopt;
    return out;
}

credentials::credentials(const request& from)
{
    if (from.authorization)
    {
        const std::string_view value = trimmed(*from.authorization);
        const auto space = value.find(' ');
        bearer_given_ = boost::algorithm::iequals(value.substr(0, space), bearer_scheme);
        if (bearer_given_ && space != std::string_view::npos)
            bearer_ = read_key(trimmed(value.substr(space)));
    }
    for (std::string_view rest = from.cookie; !rest.empty();)
    {
        auto value = take_part(rest, ';');
        const auto name = take_part(value, '=');
        read_cookie(name, value);
    }
}

void credentials::read_cookie(std::string_view name, std::string_view value)
{
    if (name == control_cookie_name)
    {
        control_cookie_given_ = true;
        control_cookie_ = read_key(value);
    }
    else if (name.starts_with(seat_cookie_prefix))
    {
        if (const auto number = read_seat_number(name.substr(seat_cookie_prefix.size())))
            seat_cookies_.emplace_back(*number, read_key(value));
    }
}

bool credentials::any_for_control() const noexcept
{
    return bearer_given_ || control_cookie_given_;
}

bool credentials::any_for_seat() const noexcept
{
    return bearer_given_ || !seat_cookies_.empty();
}

std::optional<control_key_number> credentials::opens_control(const session& s) const noexcept
{
    const auto& shown = bearer_given_ ? bearer_ : control_cookie_;
    return shown ? s.control_keys().find(*shown) : std::nullopt;
}

bool credentials::opens(const seat& s) const noexcept
{
    const auto shown = presented_for(s.number());
    return shown && same_key(*shown, s.secret());
}

bool credentials::opens_a_seat(const session& s) const noexcept
{
    if (bearer_given_)
        return bearer_ && s.seats().find(*bearer_) != nullptr;
    return std::any_of(seat_cookies_.begin(), seat_cookies_.end(),
                       [&](const auto& c)
                       {
                           const seat* const own = s.seats().find(c.first);
                           return own != nullptr && c.second && same_key(*c.second, own->secret());
                       });
}

std::optional<key> credentials::presented_for(seat_number number) const noexcept
{
    if (bearer_given_)
        return bearer_;
    for (const auto& [of, secret] : seat_cookies_)
    {
        if (of == number)
            return secret;
    }
    return std::nullopt;
}

std::vector<seat_number> credentials::stale_seats(const session& s, unix_time now,
                                                  std::size_t most) const
{
    const auto is_good = [&](const shown_cookie& c)
    {
        const seat* own = s.seats().find(c.first);
        if (own == nullptr)
            own = s.undo_slot().kicked(now);
        return own != nullptr && own->number() == c.first && c.second &&
               same_key(*c.second, own->secret());
    };
    return seats_without(is_good, most);
}

std::vector<seat_number> credentials::shown_seats(std::size_t most) const
{
    return seats_without([](const shown_cookie&) { return false; }, most);
}

// One name can have several cookies: those of other paths come, too.
std::vector<seat_number>
credentials::seats_without(const std::function<bool(const shown_cookie&)>& is_good,
                           std::size_t most) const
{
    std::vector<seat_number> out;
    for (const auto& cookie : seat_cookies_)
    {
        if (out.size() == most)
            break;
        if (is_good(cookie) || std::find(out.begin(), out.end(), cookie.first) != out.end())
            continue;
        if (std::none_of(seat_cookies_.begin(), seat_cookies_.end(),
                         [&](const shown_cookie& other)
                         { return other.first == cookie.first && is_good(other); }))
            out.push_back(cookie.first);
    }
    return out;
}

std::string control_cookie(const key& secret, std::string_view path, bool secure)
{
    return cookie(control_cookie_name, key_text(secret), path, cookie_seconds, secure);
}

std::string seat_cookie(seat_number number, const key& secret, std::string_view path, bool secure)
{
    return cookie(seat_cookie_name(number), key_text(secret), path, cookie_seconds, secure);
}

std::string expired_seat_cookie(seat_number number, std::string_view path, bool secure)
{
    return cookie(seat_cookie_name(number), "", path, 0, secure);
}

std::string expired_control_cookie(std::string_view path, bool secure)
{
    return cookie(control_cookie_name, "", path, 0, secure);
}

} // namespace pajthy
