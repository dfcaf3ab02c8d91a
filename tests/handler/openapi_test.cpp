// The description of the API that is served beside the page says what the routes are.
#include <pajthy/handler/handler.hpp>

#include "tests/support/catch.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

using namespace pajthy;

namespace
{

namespace json = boost::json;

json::object description()
{
    std::ifstream file(PAJTHY_OPENAPI);
    REQUIRE(file.good());
    const std::string text(std::istreambuf_iterator<char>(file), {});
    return json::parse(text).as_object();
}

// "put /{id}/join" for each operation.
std::set<std::string> described()
{
    std::set<std::string> out;
    const auto all = description();
    for (const auto& [path, item] : all.at("paths").as_object())
    {
        for (const auto& [method, operation] : item.as_object())
        {
            if (method != "parameters")
                out.insert(std::string(method) + " " + std::string(path));
        }
    }
    return out;
}

// The names of the keys that open an operation; "" where none is needed.
std::set<std::string> keys_of(const json::object& operation)
{
    std::set<std::string> out;
    for (const auto& alternative : operation.at("security").as_array())
    {
        const auto& schemes = alternative.as_object();
        out.insert(schemes.empty() ? "" : std::string(schemes.begin()->key()));
    }
    if (out.empty())
        out.insert("");
    return out;
}

std::string method_of(const api_route& r)
{
    return boost::algorithm::to_lower_copy(std::string(http::to_string(r.method)));
}

const json::object& operation_of(const json::object& all, const api_route& r)
{
    return all.at("paths").at(r.path).at(method_of(r)).as_object();
}

} // namespace

TEST_CASE("every route is described, and nothing else")
{
    std::set<std::string> routes;
    for (const auto& r : handler::api())
        routes.insert(method_of(r) + " " + std::string(r.path));
    REQUIRE(described() == routes);
}

TEST_CASE("the description says which key opens a route")
{
    const auto all = description();
    for (const auto& r : handler::api())
    {
        CAPTURE(r.path, http::to_string(r.method));
        const auto keys = keys_of(operation_of(all, r));
        CHECK(keys.contains("controlKey") == r.by_control);
        CHECK((keys.contains("seatKey") && !keys.contains("")) == r.by_seat);
    }
}

TEST_CASE("a route that takes a key is described with 401 and 403, and one in a session with 404")
{
    const auto all = description();
    for (const auto& r : handler::api())
    {
        CAPTURE(r.path, http::to_string(r.method));
        const auto& answers = operation_of(all, r).at("responses").as_object();
        if (r.by_control || r.by_seat)
        {
            CHECK(answers.contains("401"));
            CHECK(answers.contains("403"));
        }
        CHECK(answers.contains("404") == r.path.starts_with("/{id}"));
        CHECK(answers.contains("426") == r.websocket);
    }
}

TEST_CASE("the description says where a page of another site is refused: at changes and websockets")
{
    const auto all = description();
    for (const auto& r : handler::api())
    {
        CAPTURE(r.path, http::to_string(r.method));
        const auto& answers = operation_of(all, r).at("responses").as_object();
        const auto* const refused = answers.if_contains("403");
        const bool named =
            refused != nullptr &&
            refused->at("description").as_string().find("foreign-origin") != json::string::npos;
        CHECK(named == (r.method != http::verb::get || r.websocket));
    }
}

TEST_CASE("what the description refers to is there")
{
    const auto all = description();
    const auto check = [&](const auto& self, const json::value& value) -> void
    {
        if (const auto* const array = value.if_array())
        {
            for (const auto& item : *array)
                self(self, item);
        }
        const auto* const object = value.if_object();
        if (object == nullptr)
            return;
        if (const auto* const to = object->if_contains("$ref"))
        {
            const std::string pointer(to->as_string());
            CAPTURE(pointer);
            REQUIRE(pointer.starts_with("#/"));
            boost::system::error_code error;
            REQUIRE(json::value(all).find_pointer(pointer.substr(1), error) != nullptr);
        }
        for (const auto& member : *object)
            self(self, member.value());
    };
    check(check, all);
}
