#include <pajthy/wire/history.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/room.hpp"

#include <string>
#include <utility>
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
            "\xEF\xBB\xBF"
            R"("Round","Topic","Attempt","Started","Ended","Agreed","Votes","Abstentions","Mean",)"
            R"("Median","Middle","Most chosen","Lowest","Highest","Spread","Nearest",)"
            R"("Agreement %","Ana","Bob")"
            "\r\n"
            R"("1","login","1","1970-01-01T00:16:40Z","1970-01-01T00:16:42Z",,"2","0","5.50",)"
            R"("5.50",,"=""3, 8""","3","8","2","5","50","3","8")"
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
    for (const std::string evil :
         {"=1+1", "+1", "-1+1", "-01", "@SUM(A1)", "＝1", "＋1", "－1", "＠A1", "=TRUE", "-3/8"})
    {
        CAPTURE(evil);
        const auto text = history_csv(one_round(evil, evil, evil), dates);
        REQUIRE(contains(text, ",\"'" + evil + "\","));
        REQUIRE_FALSE(contains(text, "\"" + evil));
    }
}

TEST_CASE("what would be a formula where another sign parts the cells is text, too")
{
    const auto text = history_csv(one_round(R"(a;=b,+c;"@d)", "Ana", "1"), dates);
    REQUIRE(contains(text, R"(,"a;'=b,'+c;""'@d",)"));
    const auto kept = history_csv(one_round(R"(1;=2;"@3)", "Ana", "1"), dates);
    REQUIRE(contains(kept, R"(,"=""1;'=2;""""'@3""",)"));
    const auto plain = history_csv(one_round("a - b = c; d", "Ana", "1"), dates);
    REQUIRE(contains(plain, R"(,"a - b = c; d",)"));
}

TEST_CASE("what a spreadsheet would take for a date or a number is exactly this text in the CSV")
{
    for (const std::string text : {"1/2",
                                   "3-5",
                                   "0012",
                                   "1E5",
                                   "1e5",
                                   "1.",
                                   "10:30",
                                   "½",
                                   "２",

                                   "0,5",
                                   ".5",
                                   "5.50",
                                   "1,000",
                                   "50%",
                                   "$5",
                                   "5 €",
                                   "(5)",
                                   "1 1/2",
                                   "1234567890",
                                   "12345678901234567890",
                                   "2026-11-28",
                                   "Mar 3",
                                   "3. März",
                                   "SEP-1",
                                   "10:30 PM",
                                   "28.11.",
                                   "2026年11月28日",
                                   "TRUE",
                                   "false",
                                   "Wahr",
                                   "IGAZ",
                                   "FAŁSZ",
                                   "#N/A",
                                   "#12",
                                   "1-2-3",
                                   "00",
                                   "Sat, 3 March"})
    {
        CAPTURE(text);
        const auto csv = history_csv(one_round(text, text, text), dates);
        const auto cell = ",\"=\"\"" + text + "\"\"\"";
        REQUIRE(contains(csv, cell + ",\"1\","));   // the topic
        REQUIRE(contains(csv, cell + "\r\n\"1\"")); // the name
        REQUIRE(csv.ends_with(cell + "\r\n"));      // the card
    }
}

TEST_CASE("a number that is shown as it is written is a number in the CSV")
{
    for (const std::string number :
         {"0", "5", "13", "100", "0.5", "2.25", "-1", "-0.5", "123456789"})
    {
        CAPTURE(number);
        const auto csv = history_csv(one_round(number, "Ana", number), dates);
        REQUIRE(contains(csv, "\"1\",\"" + number + "\",\"1\","));
        REQUIRE(csv.ends_with(",\"" + number + "\"\r\n"));
    }
}

TEST_CASE("plain words are plain in the CSV, with a number among them, too")
{
    for (const std::string text : {"login", "PAJ-1 Login page for two", "May", "true or false", "?",
                                   "☕", "Béla", "# a title"})
    {
        CAPTURE(text);
        REQUIRE(contains(history_csv(one_round(text, "Ana", "1"), dates), ",\"" + text + "\","));
    }
}

TEST_CASE("a long text is kept in pieces that Excel takes")
{
    std::string topic = "1 ";
    for (int i = 0; i < 130; ++i)
        topic += "é";
    const auto csv = history_csv(one_round(topic, "Ana", "1"), dates);
    std::string cell = ",\"=\"\"1 ";
    for (int i = 0; i < 124; ++i)
        cell += "é";
    cell += "\"\"&\"\"éééééé\"\"\",";
    REQUIRE(contains(csv, cell));
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

constexpr auto in_hungarian =
    "Kör,Téma, Nekifutás ,Indult,Lezárult,Végső érték,Szavazatok,Tartózkodás,Átlag,Medián,Középső,"
    "Leggyakoribb,Legkisebb,Legnagyobb,Szóródás,Legközelebb,Egyetértés %";

TEST_CASE("a table has the headings of whoever reads it")
{
    const auto headings = read_headings(in_hungarian).value();
    const auto csv = history_csv(played(), dates, headings);
    REQUIRE(contains(csv, R"("Kör","Téma","Nekifutás","Indult",)"));
    REQUIRE(contains(csv, R"(,"Egyetértés %","Ana",)"));
    const auto markdown = history_markdown(one_round("login", "Ana", "1"), dates, headings);
    REQUIRE(contains(markdown, "| Kör | Téma | Nekifutás |"));
}

TEST_CASE("headings are as many as there are columns, and break out of no table")
{
    const std::string some = "=1+1,a|b,\"c\",4,5,6,7,8,9,10,11,12,13,14,15,16,17";
    const auto headings = read_headings(some).value();
    REQUIRE(contains(history_csv(played(), dates, headings), "'=1+1"));
    REQUIRE(contains(history_csv(played(), dates, headings), R"("""c""")"));
    REQUIRE(contains(history_markdown(played(), dates, headings), R"(| a\|b |)"));
    for (const auto& bad :
         {std::string(), some + ",18", some.substr(0, some.rfind(',')),
          std::string(",,,,,,,,,,,,,,,,"), some + "\xff", some + std::string(65, 'x')})
        REQUIRE(read_headings(bad).error() == errc::bad_format);
}

std::string topic_in_markdown(const std::string& topic)
{
    const auto text = history_markdown(one_round(topic, "Ana", "1"), dates);
    const std::string_view before = "\n| 1 | ";
    const auto begin = text.find(before) + before.size();
    return text.substr(begin, text.find(" | 1 | 1970-") - begin);
}

TEST_CASE("hostile text does not break out of the Markdown table")
{
    const auto text = history_markdown(one_round("a | b <script> [x](y) `c`", "*A*", "1"), dates);
    REQUIRE(contains(text, R"(| a \| b \<script\> \[x\](y) \`c\` |)"));
    REQUIRE(contains(text, R"(| \*A\* |)"));
}

TEST_CASE("addresses are links in the Markdown, wherever they stand")
{
    const std::pair<std::string, std::string> cases[] = {
        {"https://tracker.test/a_b", "<https://tracker.test/a_b>"},
        {"Login https://tracker.test/a?b=1&c=2#d", "Login <https://tracker.test/a?b=1&c=2#d>"},
        {"see http://a.test/b_(c), or d", "see <http://a.test/b_(c)>, or d"},
        {"(https://a.test/b)", "(<https://a.test/b>)"},
        {"<https://a.test/b>", R"(\<<https://a.test/b>\>)"},
        {"https://a.test/b|c https://d.test", "<https://a.test/b%7Cc> <https://d.test>"},
        {R"(https://a.test/b\c)", "<https://a.test/b%5Cc>"},
        {"[x](https://a.test/b)", "[x](<https://a.test/b>)"},
        {"one [a|b `c`](https://a.test/(b)) two", R"(one [a\|b \`c\`](<https://a.test/(b)>) two)"},
        {R"([x](https://a.test "it"))", "[x](<https://a.test>)"},
        {"[x](https://a.test and more)", R"(\[x\](<https://a.test> and more))"},
        {"[x](javascript:y)", R"(\[x\](javascript:y))"},
        {"https:// and xhttps://a.test", "https:// and xhttps://a.test"},
    };
    for (const auto& [topic, cell] : cases)
    {
        CAPTURE(topic);
        REQUIRE(topic_in_markdown(topic) == cell);
    }
}

TEST_CASE("the Markdown calls nobody and refers to nothing")
{
    const std::pair<std::string, std::string> cases[] = {
        {"ask @ana", R"(ask \@<!-- -->ana)"},
        {"@team/a", R"(\@<!-- -->team/a)"},
        {"a @ b", R"(a \@ b)"},
        {"#12", R"(\#<!-- -->12)"},
        {"owner/app#12", R"(owner/app\#<!-- -->12)"},
        {"# 12", R"(\# 12)"},
        {"GH-12", "GH-<!-- -->12"},
        {"gh-12 PAJ-12", "gh-<!-- -->12 PAJ-12"},
        {"!3 &4", R"(\!<!-- -->3 \&<!-- -->4)"},
        {"revert 0a1b2c3", "revert 0a1b2c<!-- -->3"},
        {"0123456789abcdef", "012345<!-- -->6789ab<!-- -->cdef"},
        {"0a1b2c and 0a1b2cz", "0a1b2c and 0a1b2cz"},
    };
    for (const auto& [topic, cell] : cases)
    {
        CAPTURE(topic);
        REQUIRE(topic_in_markdown(topic) == cell);
    }
}

} // namespace
} // namespace pajthy
