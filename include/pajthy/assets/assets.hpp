// The files of the pages, which are embedded in the binary.
#pragma once

#include <pajthy/assets/language.hpp>

#include <boost/beast/http/status.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{

/// One file of the bundle. All views are into the binary and live for ever. An encoding is empty if
/// the bundle does not have it.
struct asset
{
    std::string_view path;     // below the base, such as "assets/app-1a2b3c.js"
    std::string_view type;     // Content-Type
    std::string_view hash;     // of the identity encoding
    std::string_view identity; // empty where `gzip` is there to be unpacked
    std::string_view gzip;
    std::string_view brotli;
};

/// The files of the bundle, sorted by path. Made at build time, see src/assets/embed.cmake.
std::span<const asset> bundle() noexcept;

/// The header fields of every page that protect it: they say what it may load, and that no other
/// page may embed it. `secure`: it goes out over TLS.
std::span<const std::pair<std::string_view, std::string_view>>
fields_of_pages(bool secure) noexcept;

/// The parts of a request that matter for a file.
struct asset_request
{
    std::vector<std::string> path; // segments below the base
    std::string_view accept_encoding{};
    std::string_view if_none_match{};
    reader_languages languages{};
    bool secure = false; // came over TLS
};

/// All views live for ever. The content is `body`, or `unpacked`.
struct asset_response
{
    boost::beast::http::status status = boost::beast::http::status::ok;
    std::string_view content_type{}; // empty if there is no content
    std::string_view cache_control{};
    std::vector<std::pair<std::string_view, std::string>> fields{};
    std::string_view body{};
    std::string unpacked{};
    bool is_page = false;
    const asset* open = nullptr; // what `body` begins has to be finished, see open_page.hpp
};

/// What `begun` is with `json` in it, and all that belongs to it.
std::string finished_page(const asset_response& begun, std::string_view json);

/// Responds with the files of a bundle and with the pages: `{base}/`, `{base}/new`, `{base}/{id}`
/// and `{base}/{id}/control`. `new` is no id: it is the home page, which then creates a session
/// from the query. Paths of operations, such as `version`, are no ids either: they are not found,
/// unless the server has them.
///
/// A page `vote.html` is in English; `vote.hu.html` beside it is the same in Hungarian. A page that
/// ends with `open_block` is open: it is never the same, and has no ETag.
class asset_catalogue
{
public:
    /// `files` sorted by path.
    explicit asset_catalogue(std::span<const asset> files);

    /// 200, 304 if the client has it (RFC 9110 section 13.1.2), or 404 with an empty body.
    asset_response respond(const asset_request& req) const;

    /// Whether `path`, in segments below the base, is that of a page.
    bool has_page(const std::vector<std::string>& path) const;

private:
    const asset* find(std::string_view path) const noexcept;
    const asset* page_in(std::string_view language, std::string_view page) const;

    std::span<const asset> files_;
    std::vector<std::string_view> languages_; // English first
};

} // namespace pajthy
