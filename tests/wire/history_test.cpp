#include <pajthy/wire/history.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <string>
#include <vector>

namespace pajthy
{
namespace
{

using namespace test;

// Two rounds on one topic.
session played()
{
    auto s = room_of({"Ana", "Bob"});
    s.start(at(0), {.topic = "login"});
    s.vote("Ana", "3", at(1)).value();
    s.vote("Bob", "8", at(2)).value();
    s.start(at(10), {.again = true});
    s.vote("Ana", "5", at(11)).value();
    s.vote("Bob", "5", at(12)).value();
    s.agree(2, "5").value();
    return s;
}

// A room with this topic, in which somebody of this name has voted for this card.
session one_round(const std::string& topic, const std::string& name, const std::string& card)
{
    auto s = room({card}, "");
    sit(s, name);
    s.start(at(0), {.topic = topic});
    s.vote(name, card, at(1)).value();
    return s;
}

bool contains(const std::string& text, std::string_view what)
{
    return text.find(what) != std::string::npos;
}

TEST_CASE("a history without rounds is an empty one")
{
    REQUIRE(
        history_json(room(), at(5), dates) ==
        R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Rounds":[],"Now":1005000})");
}

TEST_CASE("a history as JSON tells all of each round")
{
    REQUIRE(history_json(played(), at(20), dates) ==
            R"({"Title":"Sprint 7","Choices":["1","2","3","5","8","?"],"Rounds":[)"
            R"({"Round":1,"Topic":"login","Attempt":1,"Started":1000000,"Ended":1002000,)"
            R"("Votes":{"Ana":"3","Bob":"8"},"Statistics":{"Votes":2,"Abstentions":0,)"
            R"("Mean":"5.50","Median":"5.50","Modes":["3","8"],"Lowest":"3","Highest":"8",)"
            R"("Spread":2,"Nearest":"5","Agreement":50}},)"
            R"({"Round":2,"Topic":"login","Attempt":2,"Started":1010000,"Ended":1012000,)"
            R"("Votes":{"Ana":"5","Bob":"5"},"Statistics":{"Votes":2,"Abstentions":0,)"
            R"("Mean":"5.00","Median":"5.00","Modes":["5"],"Lowest":"5","Highest":"5",)"
            R"("Spread":0,"Nearest":"5","Agreement":100},"Agreed":"5"}],"Now":1020000})");
}

TEST_CASE("a history as CSV has a line for each round and a column for each voter")
{
    REQUIRE(history_csv(played(), dates) ==
            R"("Round","Topic","Attempt","Started","Ended","Agreed","Votes","Abstentions","Mean",)"
            R"("Median","Middle","Most chosen","Lowest","Highest","Spread","Nearest",)"
            R"("Agreement %","Ana","Bob")"
            "\r\n"
            R"("1","login","1","1970-01-01T00:16:40Z","1970-01-01T00:16:42Z",,"2","0","5.50",)"
            R"("5.50",,"3, 8","3","8","2","5","50","3","8")"
            "\r\n"
            R"("2","login","2","1970-01-01T00:16:50Z","1970-01-01T00:16:52Z","5","2","0","5.00",)"
            R"("5.00",,"5","5","5","0","5","100","5","5")"
            "\r\n");
}

TEST_CASE("who voted in some rounds has an empty cell in the others")
{
    auto s = played();
    s.kick("Ana", at(13)).value();
    const auto text = history_csv(s, dates);
    REQUIRE(contains(text, R"("50","3","8")"));
    REQUIRE(contains(text, R"(,,"5")"));
}

TEST_CASE("what a spreadsheet would take for a formula is text in the CSV")
{
    for (const std::string evil : {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A1"})
    {
        CAPTURE(evil);
        const auto text = history_csv(one_round(evil, evil, evil), dates);
        REQUIRE(contains(text, ",\"'" + evil + "\","));
        REQUIRE_FALSE(contains(text, "\"" + evil));
    }
}

TEST_CASE("what would be a formula where another sign parts the cells is text, too")
{
    const auto text = history_csv(one_round(R"(a;=1,+2;"@3)", "Ana", "1"), dates);
    REQUIRE(contains(text, R"(,"a;'=1,'+2;""'@3",)"));
    const auto plain = history_csv(one_round("a - b = c; d", "Ana", "1"), dates);
    REQUIRE(contains(plain, R"(,"a - b = c; d",)"));
}

TEST_CASE("quotes are doubled in the CSV, and commas do no harm")
{
    const auto text = history_csv(one_round(R"(say "no", please)", "A,b", "1"), dates);
    REQUIRE(contains(text, R"(,"say ""no"", please",)"));
    REQUIRE(contains(text, R"(,"A,b")"));
}

TEST_CASE("a history as Markdown is a table under the title")
{
    const auto text = history_markdown(played(), dates);
    REQUIRE(text.starts_with("# Sprint 7\n\n| Round | Topic |"));
    REQUIRE(contains(text, "\n| --- | --- |"));
    REQUIRE(contains(text, "\n| 2 | login | 2 | 1970-01-01T00:16:50Z |"));
    REQUIRE(text.ends_with("| 5 | 5 |\n"));
}

TEST_CASE("hostile text does not break out of the Markdown table")
{
    const auto text = history_markdown(one_round("a | b <script> [x](y) `c`", "*A*", "1"), dates);
    REQUIRE(contains(text, R"(| a \| b \<script\> \[x\](y) \`c\` |)"));
    REQUIRE(contains(text, R"(| \*A\* |)"));
}

TEST_CASE("a topic that is an address is a link in the Markdown")
{
    const auto text = history_markdown(one_round("https://tracker.test/a_b", "Ana", "1"), dates);
    REQUIRE(contains(text, "| <https://tracker.test/a_b> |"));
}

} // namespace
} // namespace pajthy
