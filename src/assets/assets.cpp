#include <pajthy/assets/assets.hpp>
#include <pajthy/assets/gzip.hpp>
#include <pajthy/assets/open_page.hpp>
#include <pajthy/field_value.hpp>

#include <boost/algorithm/string/predicate.hpp>

#include <algorithm>
#include <iterator>

namespace pajthy
{
namespace
{

namespace http = boost::beast::http;

// The page may load only what it needs from its own host, and nothing inline. Nobody may frame it.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

constexpr std::string_view permissions_policy =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

constexpr std::pair<std::string_view, std::string_view> page_fields[] = {
    {"Content-Security-Policy", content_security_policy},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Permissions-Policy", permissions_policy},
    {"Cross-Origin-Opener-Policy", "same-origin"},
};

// Where a page came without TLS, browsers pass over the last of them, and complain of it.
constexpr std::size_t for_tls_alone = 1;

constexpr std::string_view hashed_folder = "assets/";
constexpr std::string_view page_ending = ".html";
constexpr std::string_view default_language = "en";
constexpr std::string_view translated_page = "vote."; // all of them are
constexpr std::string_view create_page = "new";       // too short to be an id

// Paths by which operators check servers. A page in response would look as if all were well. None
// is as long as an id.
constexpr std::string_view operations[] = {"health",  "healthz", "live",   "livez",
                                           "metrics", "ping",    "ready",  "readyz",
                                           "status",  "statusz", "version"};

struct encoding
{
    std::string_view name;
    std::string_view asset::*bytes;
};

// The smallest first: of two encodings with equal weight, the client gets the smaller.
constexpr encoding encodings[] = {
    {"br", &asset::brotli}, {"gzip", &asset::gzip}, {"identity", &asset::identity}};

// The weight that the client gives to `name` (RFC 9110 section 12.5.3); 0: not acceptable.
double weight_of(std::string_view name, std::string_view accept_encoding)
{
    double any = -1;
    while (!accept_encoding.empty())
    {
        auto parameters = take_part(accept_encoding, ',');
        const auto coding = take_part(parameters, ';');
        if (boost::algorithm::iequals(coding, name) ||
            (name == "gzip" && boost::algorithm::iequals(coding, "x-gzip")))
            return weight_in(parameters);
        if (coding == "*")
            any = weight_in(parameters);
    }
    if (any >= 0)
        return any;
    return name == "identity" ? 0.001 : 0; // acceptable unless it is refused, but not preferred
}

const encoding& choose_encoding(const asset& file, std::string_view accept_encoding)
{
    const encoding* best = &encodings[std::size(encodings) - 1];
    double best_weight = 0;
    for (const auto& candidate : encodings)
    {
        if ((file.*candidate.bytes).empty() && candidate.bytes != &asset::identity)
            continue;
        const double weight = weight_of(candidate.name, accept_encoding);
        if (weight > best_weight)
        {
            best = &candidate;
            best_weight = weight;
        }
    }
    return *best;
}

// Each encoding is a representation with its own ETag.
std::string etag_of(const asset& file, const encoding& as)
{
    std::string out = "\"";
    out.append(file.hash).append("-").append(as.name).append("\"");
    return out;
}

bool contains_etag(std::string_view if_none_match, std::string_view etag)
{
    if (trimmed(if_none_match) == "*")
        return true;
    for (std::size_t at = 0; at < if_none_match.size();)
    {
        const auto open = if_none_match.find('"', at);
        const auto close = if_none_match.find('"', open + 1);
        if (open == std::string_view::npos || close == std::string_view::npos)
            return false;
        if (if_none_match.substr(open, close + 1 - open) == etag)
            return true;
        at = close + 1;
    }
    return false;
}

std::string joined(const std::vector<std::string>& segments)
{
    std::string out;
    for (const auto& segment : segments)
    {
        if (!out.empty())
            out.push_back('/');
        out.append(segment);
    }
    return out;
}

bool could_be_id(std::string_view segment)
{
    const auto is_of_id = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
    return !segment.empty() && std::all_of(segment.begin(), segment.end(), is_of_id);
}

bool is_operation(std::string_view segment)
{
    return std::find(std::begin(operations), std::end(operations), segment) != std::end(operations);
}

// Empty if there is none.
std::string_view page_at(const std::vector<std::string>& path)
{
    if (path.empty() || (path.size() == 1 && path[0].empty()))
        return "index";
    if (!could_be_id(path[0]) || is_operation(path[0]))
        return {};
    if (path.size() == 1)
        return path[0] == create_page ? "index" : "vote";
    if (path.size() == 2 && path[1] == "control")
        return "control";
    return {};
}

} // namespace

std::span<const std::pair<std::string_view, std::string_view>> fields_of_pages(bool secure) noexcept
{
    return std::span(page_fields).first(std::size(page_fields) - (secure ? 0 : for_tls_alone));
}

asset_catalogue::asset_catalogue(std::span<const asset> files)
    : files_(files), languages_{default_language}
{
    for (const asset& file : files)
    {
        auto rest = file.path;
        if (!rest.starts_with(translated_page) || !rest.ends_with(page_ending))
            continue;
        rest.remove_prefix(translated_page.size());
        if (rest.size() > page_ending.size())
            languages_.push_back(rest.substr(0, rest.size() - page_ending.size()));
    }
}

const asset* asset_catalogue::find(std::string_view path) const noexcept
{
    const auto at = std::lower_bound(files_.begin(), files_.end(), path,
                                     [](const asset& a, std::string_view p) { return a.path < p; });
    return at == files_.end() || at->path != path ? nullptr : &*at;
}

const asset* asset_catalogue::page_in(std::string_view language, std::string_view page) const
{
    std::string path(page);
    if (language != default_language)
        path.append(".").append(language);
    return find(path.append(page_ending));
}

bool asset_catalogue::has_page(const std::vector<std::string>& path) const
{
    const auto page = page_at(path);
    return !page.empty() && page_in(default_language, page) != nullptr;
}

asset_response asset_catalogue::respond(const asset_request& req) const
{
    const asset* file = find(joined(req.path));
    std::string_view language;
    if (file == nullptr || file->path.ends_with(page_ending))
    {
        language = language_for(req.languages, languages_);
        const auto page = page_at(req.path);
        file = page.empty() ? nullptr : page_in(language, page);
    }
    if (file == nullptr)
        return {.status = http::status::not_found};

    const auto& as = choose_encoding(*file, req.accept_encoding);
    const bool hashed = file->path.starts_with(hashed_folder);
    asset_response out{.body = file->*as.bytes, .is_page = !language.empty()};
    out.cache_control = hashed ? "public, max-age=31536000, immutable" : "no-cache";
    if (file->identity.ends_with(open_block))
        out.open = file;
    const auto etag = out.open == nullptr ? etag_of(*file, as) : std::string();
    if (!etag.empty())
        out.fields.emplace_back("ETag", etag);
    out.fields.emplace_back("Vary", out.is_page ? "Accept-Encoding, Accept-Language, Cookie"
                                                : "Accept-Encoding");
    if (out.is_page)
    {
        out.fields.emplace_back("Content-Language", language);
        for (const auto& [name, value] : fields_of_pages(req.secure))
            out.fields.emplace_back(name, value);
    }
    if (!etag.empty() && contains_etag(req.if_none_match, etag))
    {
        out.status = http::status::not_modified;
        out.body = {};
        return out;
    }
    out.content_type = file->type;
    if (out.body.empty())
        out.unpacked = unpacked(file->gzip);
    if (as.name != "identity")
        out.fields.emplace_back("Content-Encoding", as.name);
    return out;
}

std::string finished_page(const asset_response& begun, std::string_view json)
{
    const auto rest = closing(json);
    const asset& page = *begun.open;
    if (begun.body.data() == page.gzip.data())
        return finished_gzip(page.gzip, page.identity, rest);
    if (begun.body.data() == page.brotli.data())
        return finished_brotli(page.brotli, rest);
    return std::string(page.identity) + rest;
}

} // namespace pajthy
