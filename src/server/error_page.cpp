#include "error_page.hpp"

#include <pajthy/assets/assets.hpp>

#include <string>
#include <utility>

namespace pajthy
{
namespace
{

struct page_text
{
    std::string_view title;
    std::string_view advice;
};

page_text text_for(http::status status)
{
    switch (status)
    {
    case http::status::bad_request:
        return {"This address can't be read", "Check the link: something was added to it, or is "
                                              "missing."};
    case http::status::not_found:
        return {"There is nothing here", "Check the link: it may be incomplete or mistyped."};
    case http::status::method_not_allowed:
        return {"This page takes nothing", "Please open it again, and don't send it anything."};
    case http::status::uri_too_long:
        return {"This address is too long", "The link to a session is short. Please ask for it "
                                            "again."};
    case http::status::request_header_fields_too_large:
        return {"Your browser sends too much",
                "Mostly that is cookies. Please delete those of this "
                "site, and open the link again."};
    case http::status::service_unavailable:
        return {"There is no room just now", "Please try again in a few seconds."};
    default: return {"That didn't work", "Please try again."};
    }
}

} // namespace

response error_page(response refused, std::string_view base_path, bool secure)
{
    const auto [title, advice] = text_for(refused.status);
    std::string body;
    const auto add = [&](auto... parts) { (body.append(parts), ...); };
    add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    add("<meta name=\"color-scheme\" content=\"light dark\">\n<title>", title,
        " · pajthy</title>\n");
    add("<link rel=\"icon\" href=\"", base_path, "/favicon.svg\" type=\"image/svg+xml\">\n");
    add("<link rel=\"stylesheet\" href=\"", base_path, "/error.css\">\n</head>\n<body>\n<main>\n");
    add("<p class=\"status\">", std::to_string(static_cast<unsigned>(refused.status)), "</p>\n<h1>",
        title, "</h1>\n<p>", advice, "</p>\n");
    add("<p><a href=\"", base_path, "/\">Go to the home page</a></p>\n</main>\n</body>\n</html>\n");

    refused.content_type = "text/html; charset=utf-8";
    refused.body = std::move(body);
    for (const auto& [name, value] : fields_of_pages(secure))
        refused.fields.emplace_back(name, value);
    return refused;
}

} // namespace pajthy
