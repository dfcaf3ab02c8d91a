#include <pajthy/field_value.hpp>
#include <pajthy/server/trusted_proxies.hpp>

#include <boost/beast/core/string.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace pajthy
{
namespace
{

namespace ip = boost::asio::ip;
using boost::system::error_code;

// Some proxies add the port: "192.0.2.1:4711", "[2001:db8::1]:4711".
std::optional<ip::address> read_address(std::string_view entry)
{
    if (entry.starts_with('['))
        entry = entry.substr(1, entry.find(']') - 1);
    else if (std::count(entry.begin(), entry.end(), ':') == 1)
        entry = entry.substr(0, entry.find(':'));
    error_code error;
    const auto out = ip::make_address(std::string(entry), error);
    if (error)
        return std::nullopt;
    return unmapped(out);
}

std::vector<std::string_view> entries_of(std::string_view list)
{
    std::vector<std::string_view> out;
    while (!list.empty())
        out.push_back(take_part(list, ','));
    return out;
}

} // namespace

ip::address unmapped(const ip::address& a)
{
    if (a.is_v6() && a.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, a.to_v6());
    return a;
}

bool trusted_proxies::add(std::string_view cidr)
{
    std::string text(cidr);
    error_code error;
    if (text.find('/') == std::string::npos)
        text += text.find(':') == std::string::npos ? "/32" : "/128";
    const auto v4 = ip::make_network_v4(text, error);
    if (!error)
    {
        v4_.push_back(v4.canonical());
        return true;
    }
    const auto v6 = ip::make_network_v6(text, error);
    if (!error)
        v6_.push_back(v6.canonical());
    return !error;
}

bool trusted_proxies::contains(const ip::address& address) const
{
    if (v4_.empty() && v6_.empty())
        return false;
    const auto plain = unmapped(address);
    if (plain.is_v4())
        return std::any_of(
            v4_.begin(), v4_.end(),
            [&](const ip::network_v4& n)
            { return ip::network_v4(plain.to_v4(), n.prefix_length()).canonical() == n; });
    return std::any_of(v6_.begin(), v6_.end(),
                       [&](const ip::network_v6& n) {
                           return ip::network_v6(plain.to_v6(), n.prefix_length()).canonical() == n;
                       });
}

client trusted_proxies::client_of(const ip::address& peer, std::string_view forwarded_for,
                                  std::string_view forwarded_proto) const
{
    client out{unmapped(peer)};
    if (!contains(peer))
        return out;

    const auto hops = entries_of(forwarded_for);
    auto at = hops.size();
    while (at > 0 && contains(out.address))
    {
        const auto before = read_address(hops[at - 1]);
        if (!before)
            break;
        out.address = *before;
        --at;
    }

    // Either one scheme for each hop, or only the scheme of the last hop.
    const auto schemes = entries_of(forwarded_proto);
    if (schemes.empty())
        return out;
    const bool paired = schemes.size() == hops.size() && at < hops.size();
    out.secure = boost::beast::iequals(paired ? schemes[at] : schemes.back(), "https");
    return out;
}

} // namespace pajthy
