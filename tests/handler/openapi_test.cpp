// The description of the API that is served beside the page says what the routes are.
#include <pajthy/error.hpp>
#include <pajthy/event/event.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/handler/problem.hpp>
#include <pajthy/handler/routes.hpp>
#include <pajthy/wire/frames.hpp>

#include "tests/support/catch.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

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

constexpr std::string_view urn = "urn:pajthy:";

// The names in a list of problem types that may stand in a body: "session-closed".
std::set<std::string> names_in(const json::value& types)
{
    std::set<std::string> out;
    for (const auto& type : types.as_array())
    {
        const std::string_view name = type.as_string();
        if (name.starts_with(urn))
            out.emplace(name.substr(urn.size()));
    }
    return out;
}

// Why an answer with an error's status may be refused.
std::set<std::string> refusals_of(const json::value& answer)
{
    const auto& schema = answer.at("content").at("application/problem+json").at("schema");
    return names_in(schema.at("properties").at("type").at("enum"));
}

std::set<std::string> every_refusal(const json::object& all)
{
    return names_in(
        all.at("components").at("schemas").at("Problem").at("properties").at("type").at("enum"));
}

// Every problem type that the handler gives an error. Those of texts, which come first, never leave
// it: what is refused then is the name, the choice or the topic.
std::set<std::string> problem_types()
{
    std::set<std::string> out;
    for (auto value = static_cast<int>(errc::bad_json); value <= static_cast<int>(errc::conflict);
         ++value)
        out.emplace(problem_type(make_error_code(static_cast<errc>(value))));
    return out;
}

} // namespace

TEST_CASE("the description knows every reason to refuse, and no other")
{
    REQUIRE(every_refusal(description()) == problem_types());
}

TEST_CASE("whatever a route refuses with is a reason that there is")
{
    const auto all = description();
    const auto known = every_refusal(all);
    for (const auto& r : api_routes())
    {
        for (const auto& [status, answer] : operation_of(all, r).at("responses").as_object())
        {
            if (status < "400" || answer.as_object().contains("$ref"))
                continue;
            CAPTURE(r.path, http::to_string(r.method), status);
            const auto reasons = refusals_of(answer);
            CHECK_FALSE(reasons.empty());
            CHECK(std::includes(known.begin(), known.end(), reasons.begin(), reasons.end()));
        }
    }
}

TEST_CASE("the description has a schema for every kind of frame, and for no other")
{
    const auto all = description();
    const auto& event = all.at("components").at("schemas").at("Event");
    std::set<std::string> kinds;
    for (const auto& [kind, schema] : event.at("discriminator").at("mapping").as_object())
        kinds.emplace(kind);
    std::set<std::string> told{"snapshot", "beat"};
    for (const auto& traits : all_event_traits())
        told.emplace(traits.kind);
    CHECK(kinds == told);
    CHECK(event.at("oneOf").as_array().size() == told.size());
}

TEST_CASE("every route is described, and nothing else")
{
    std::set<std::string> routes;
    for (const auto& r : api_routes())
        routes.insert(method_of(r) + " " + std::string(r.path));
    REQUIRE(described() == routes);
}

TEST_CASE("the description says which key opens a route")
{
    const auto all = description();
    for (const auto& r : api_routes())
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
    for (const auto& r : api_routes())
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
    for (const auto& r : api_routes())
    {
        CAPTURE(r.path, http::to_string(r.method));
        const auto& answers = operation_of(all, r).at("responses").as_object();
        const bool named =
            answers.contains("403") && refusals_of(answers.at("403")).contains("foreign-origin");
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
