#include <pajthy/wire/bodies.hpp>

#include "tests/support/catch.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy
{
namespace
{

using faces = std::vector<std::string>;

// `depth` arrays, one in the other: "[[[]]]" for 3.
std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

const std::string_view broken_json[] = {
    "",
    " ",
    "{",
    "[",
    R"(["1")",
    R"(["1",])",
    R"({"Choices":["1"],})",
    R"({Choices:["1"]})",
    "['1']",
    R"(["1"] x)",
    R"(["1"]["2"])",
    R"(["1"])"
    "\n// a comment",
    R"(/**/["1"])",
    "\xEF\xBB\xBF[\"1\"]", // a byte order mark
    "[\"\xFF\"]",          // no UTF-8
    "[\"\xC0\x80\"]",      // overlong
    "[\"\xED\xA0\x80\"]",  // a surrogate as UTF-8
    R"(["\ud83d"])",       // half an emoji
    R"(["\udc4d"])",       // its other half
    R"(["\ud83d\ud83d"])", // the same half twice
    "[\"a\nb\"]",          // a line break that is not escaped
    R"(["\x41"])",
    "NaN",
    "undefined",
};

// --- Creating

TEST_CASE("the body of a new session may be a list of choices")
{
    const auto read = read_create(R"(["1","½","👍"])").value();
    REQUIRE(read.choices == faces{"1", "½", "👍"});
    REQUIRE(read.title.empty());
}

TEST_CASE("the body of a new session may be an object with choices and a title")
{
    const auto read = read_create(R"({"Choices":["1","2"],"Title":"Sprint 7"})").value();
    REQUIRE(read.choices == faces{"1", "2"});
    REQUIRE(read.title == "Sprint 7");
}

TEST_CASE("a session needs no title")
{
    REQUIRE(read_create(R"({"Choices":["1"]})").value().title.empty());
}

TEST_CASE("members that nobody knows are passed over")
{
    const auto read =
        read_create(R"({"Colour":{"r":[1,2.5,null]},"Choices":["1"],"choices":[2],"Title":"a"})");
    REQUIRE(read.value().choices == faces{"1"});
    REQUIRE(read.value().title == "a");
}

TEST_CASE("of a member that stands twice the last one counts")
{
    const auto read =
        read_create(R"({"Choices":["1"],"Title":"a","Title":"b","Choices":["2","3"]})").value();
    REQUIRE(read.choices == faces{"2", "3"});
    REQUIRE(read.title == "b");
}

TEST_CASE("white space around a body is fine")
{
    REQUIRE(read_create(" \r\n\t[ \"1\" ] \n").value().choices == faces{"1"});
}

TEST_CASE("escapes in a body are read as what they stand for")
{
    REQUIRE(read_create(R"(["\u0041","\ud83d\udc4d","\"\\\/","a\u0000b"])").value().choices ==
            faces{"A", "👍", "\"\\/", std::string("a\0b", 3)});
}

TEST_CASE("texts are read as they are, whether they may be used or not")
{
    REQUIRE(read_create(R"([" 1 ","","1","1"])").value().choices == faces{" 1 ", "", "1", "1"});
    REQUIRE(read_create("[]").value().choices.empty());
}

TEST_CASE("a body that is no JSON creates nothing")
{
    for (const auto body : broken_json)
    {
        CAPTURE(body);
        REQUIRE(read_create(body).error() == errc::bad_json);
    }
}

TEST_CASE("JSON that is neither a list nor an object creates nothing")
{
    for (const auto* const body : {"null", "true", "1", R"("1")"})
        REQUIRE(read_create(body).error() == errc::bad_json);
}

TEST_CASE("an object without choices creates nothing")
{
    REQUIRE(read_create("{}").error() == errc::no_choices);
    REQUIRE(read_create(R"({"choices":["1"]})").error() == errc::no_choices);
}

TEST_CASE("choices that are no list create nothing")
{
    for (const auto* const body : {R"({"Choices":"1"})", R"({"Choices":{"1":"2"}})",
                                   R"({"Choices":null})", R"({"Choices":1})"})
        REQUIRE(read_create(body).error() == errc::bad_json);
}

TEST_CASE("a choice that is no text is a bad choice")
{
    for (const auto* const body : {"[1]", R"(["1",2])", "[null]", "[true]", R"([["1"]])", "[{}]",
                                   R"({"Choices":["1",2.5]})"})
        REQUIRE(read_create(body).error() == errc::bad_choice);
}

TEST_CASE("a title that is no text is a bad title")
{
    for (const auto* const title : {"1", "null", "[]", "{}", "false"})
    {
        const auto body = R"({"Choices":["1"],"Title":)" + std::string(title) + "}";
        REQUIRE(read_create(body).error() == errc::bad_title);
    }
}

TEST_CASE("a body may be nested 8 deep and no deeper")
{
    REQUIRE(read_create(nested(8)).error() == errc::bad_choice);
    REQUIRE(read_create(nested(9)).error() == errc::bad_json);
    REQUIRE(read_create(R"({"Choices":["1"],"x":)" + nested(7) + "}").has_value());
    REQUIRE(read_create(R"({"Choices":["1"],"x":)" + nested(8) + "}").error() == errc::bad_json);
}

TEST_CASE("a body that is nothing but brackets is refused and hurts nobody")
{
    REQUIRE(read_create(std::string(16 * 1024, '[')).error() == errc::bad_json);
    REQUIRE(read_create(std::string(16 * 1024, '{')).error() == errc::bad_json);
}

TEST_CASE("a body of the greatest length is read")
{
    std::string body = "[";
    while (body.size() < 16 * 1024 - 8)
        body += R"("13",)";
    body += R"("1"])";
    REQUIRE(read_create(body).has_value());
}

TEST_CASE("a body that takes too much memory when it is read is refused")
{
    std::string body = "[[]";
    for (int i = 0; i < 100'000; ++i)
        body += ",[]";
    REQUIRE(read_create(body + "]").error() == errc::bad_json);
    REQUIRE(read_topics(R"({"Topics":)" + body + "]}").error() == errc::bad_json);
}

// --- Voting

TEST_CASE("a vote has a participant and a choice")
{
    const auto read = read_vote(R"({"Participant":"Ana","Choice":"5"})").value();
    REQUIRE(read.participant == "Ana");
    REQUIRE(read.choice == "5");
}

TEST_CASE("a vote may have its members in any order, and others beside them")
{
    const auto read = read_vote(R"({"Choice":"½","Seat":3,"Participant":"José 👍"})").value();
    REQUIRE(read.participant == "José 👍");
    REQUIRE(read.choice == "½");
}

TEST_CASE("of a vote's member that stands twice the last one counts")
{
    const auto read = read_vote(R"({"Participant":"Ana","Choice":"5","Participant":"Bob"})");
    REQUIRE(read.value().participant == "Bob");
}

TEST_CASE("a body that is no JSON is no vote")
{
    for (const auto body : broken_json)
    {
        CAPTURE(body);
        REQUIRE(read_vote(body).error() == errc::bad_json);
    }
}

TEST_CASE("what has a participant that is no text, or no choice that is, is no vote")
{
    for (const auto* const body :
         {"null", "[]", R"(["Ana","5"])", "{}", R"({"Participant":"Ana"})",
          R"({"participant":"Ana","choice":"5"})", R"({"Participant":"Ana","Choice":5})",
          R"({"Participant":1,"Choice":"5"})", R"({"Participant":null,"Choice":"5"})",
          R"({"Participant":"Ana","Choice":["5"]})"})
    {
        CAPTURE(body);
        REQUIRE(read_vote(body).error() == errc::bad_json);
    }
}

TEST_CASE("a vote with something after it is no vote")
{
    REQUIRE(read_vote(R"({"Participant":"Ana","Choice":"5"}{})").error() == errc::bad_json);
    REQUIRE(read_vote(R"({"Participant":"Ana","Choice":"5"} 1)").error() == errc::bad_json);
}

TEST_CASE("a vote may be nested 8 deep and no deeper")
{
    const std::string start = R"({"Participant":"Ana","Choice":"5","x":)";
    REQUIRE(read_vote(start + nested(7) + "}").has_value());
    REQUIRE(read_vote(start + nested(8) + "}").error() == errc::bad_json);
}

// --- Answers

// The bytes 0, 1, 2 and so on.
key counting_key()
{
    key out;
    std::uint8_t next = 0;
    for (auto& byte : out.bytes)
        byte = next++;
    return out;
}

const std::string counting_text = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

TEST_CASE("who creates a session is told its id and the control key")
{
    REQUIRE(created_text("0123456789ab", counting_key()) ==
            R"({"Id":"0123456789ab","ControlKey":")" + counting_text + R"("})");
}

TEST_CASE("who joins is told the name and the key of the seat")
{
    REQUIRE(joined_text("José \"J\"", counting_key()) ==
            R"({"Name":"José \"J\"","SeatKey":")" + counting_text + R"("})");
}

TEST_CASE("a problem has a type, a title and a status")
{
    REQUIRE(problem_text("urn:pajthy:session-closed", "session is closed", 400) ==
            R"({"type":"urn:pajthy:session-closed","title":"session is closed","status":400})");
}

// --- Keys

TEST_CASE("a key is 43 letters of base64url without padding")
{
    REQUIRE(key_text(counting_key()) == counting_text);
    REQUIRE(key_text(key{}) == std::string(43, 'A'));
    key ones;
    ones.bytes.fill(0xFF);
    REQUIRE(key_text(ones) == std::string(42, '_') + "8");
    key dashes;
    dashes.bytes.fill(0);
    dashes.bytes[0] = 0xF8;
    REQUIRE(key_text(dashes) == "-" + std::string(42, 'A'));
}

TEST_CASE("a key that was written can be read")
{
    for (std::size_t i = 0; i < key::size; ++i)
    {
        for (unsigned value = 0; value < 256; ++value)
        {
            auto secret = counting_key();
            secret.bytes[i] = static_cast<std::uint8_t>(value);
            const auto read = read_key(key_text(secret));
            REQUIRE(read.has_value());
            REQUIRE(read->bytes == secret.bytes);
        }
    }
}

TEST_CASE("what has not the length of a key is none")
{
    REQUIRE_FALSE(read_key("").has_value());
    REQUIRE_FALSE(read_key(counting_text.substr(1)).has_value());
    REQUIRE_FALSE(read_key(counting_text + "A").has_value());
    REQUIRE_FALSE(read_key(counting_text + "=").has_value());
    REQUIRE_FALSE(read_key(std::string(100'000, 'A')).has_value());
}

TEST_CASE("what has a letter that is not of base64url is no key")
{
    for (const char letter : {'+', '/', '=', ' ', '.', '\n', '\0', '\xC3', '\x7F'})
    {
        for (const std::size_t place : {0U, 20U, 42U})
        {
            auto text = counting_text;
            text[place] = letter;
            CAPTURE(static_cast<int>(letter), place);
            REQUIRE_FALSE(read_key(text).has_value());
        }
    }
}

TEST_CASE("a key has one spelling: the bits behind its end are zero")
{
    const std::string zeros(42, 'A');
    REQUIRE(read_key(zeros + "A").has_value());
    for (const char last : {'B', 'C', 'D', 'F', '_'})
        REQUIRE_FALSE(read_key(zeros + last).has_value());
    REQUIRE(read_key(zeros + "E").value().bytes[31] == 1);
}

} // namespace
} // namespace pajthy
