// The page, as it is embedded in the binary.
#pragma once

#include <boost/beast/http/status.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

/// One file of the bundle. All views are into the binary and live for ever. An encoding that is
/// empty is not there.
struct asset
{
    std::string_view path; // below the base, such as "assets/app-1a2b3c.js"
    std::string_view type; // Content-Type
    std::string_view hash; // of the identity encoding
    std::string_view identity;
    std::string_view gzip;
    std::string_view brotli;
};

/// The files of the bundle, sorted by path. Made at build time, see src/assets/embed.cmake.
std::span<const asset> bundle() noexcept;

/// The fields of every page that keep it to itself: what it may load, and who may show it.
std::span<const std::pair<std::string_view, std::string_view>> fields_of_pages() noexcept;

/// What a request for a file says about it.
struct asset_request
{
    std::vector<std::string> path; // segments below the base
    std::string_view accept_encoding;
    std::string_view if_none_match;
};

/// All views are of what lives for ever.
struct asset_response
{
    boost::beast::http::status status = boost::beast::http::status::ok;
    std::string_view content_type{}; // empty if there is no content
    std::string_view cache_control{};
    std::vector<std::pair<std::string_view, std::string>> fields{};
    std::string_view body{};
    bool is_page = false;
};

/// Answers for the files of a bundle and for the pages: `{base}/`, `{base}/new`, `{base}/{id}` and
/// `{base}/{id}/control`. No id is `new`: that is the home page again, which creates a session
/// from what the query says. Nor is one what operators ask servers for, such as `version`: whatever
/// of it isn't served is not found.
class asset_catalogue
{
public:
    /// `files` sorted by path.
    explicit asset_catalogue(std::span<const asset> files) noexcept : files_(files) {}

    /// 200, 304 if the client has it (RFC 9110 section 13.1.2), or 404 with an empty body.
    asset_response answer(const asset_request& req) const;

private:
    const asset* find(std::string_view path) const noexcept;
    const asset* page_at(const std::vector<std::string>& path) const noexcept;

    std::span<const asset> files_;
};

} // namespace pajthy
