// Results for all, topics, timers, undo, history, names and decks, as the wire has them.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seats_text.hpp"

#include <string>
#include <vector>

using namespace pajthy;
using namespace pajthy::test;

namespace
{

using frames = std::vector<std::string>;
using std::chrono::milliseconds;
using std::chrono::seconds;

bool contains(const std::string& text, std::string_view what)
{
    return text.find(what) != std::string::npos;
}

call control_call(http::verb method, const meeting& in, std::string_view what,
                  std::string body = {})
{
    return call(method, "/" + in.id + "/control/" + std::string(what), std::move(body))
        .bearer(in.control);
}

call rename_call(const meeting& in, std::string_view key, std::string body)
{
    return call(http::verb::put, "/" + in.id + "/rename", std::move(body)).bearer(key);
}

// The status and the title of a refusal: "422 too many topics"; of a success, the status alone.
std::string said(const response& answer)
{
    const auto status = std::to_string(static_cast<unsigned>(answer.status));
    return answer.content_type == "application/problem+json"
               ? status + " " + text_member(answer.body, "title")
               : status;
}

// A meeting of Ana and Bert, of which a controller and a watcher hear.
struct scene
{
    explicit scene(std::string body = R"(["1","2","3"])")
        : r(b.create(std::move(body))), ana(b.join(r, "Ana")), bert(b.join(r, "Bert")),
          control(b.listen_to_control(r)), watcher(b.watch(r))
    {
        control->heard();
        watcher->heard();
    }

    std::string patch(std::string_view what, std::string body = {})
    {
        return said(b.send(control_call(http::verb::patch, r, what, std::move(body))));
    }
    std::string put(std::string_view what, std::string body)
    {
        return said(b.send(control_call(http::verb::put, r, what, std::move(body))));
    }
    std::string history(std::string_view query = {})
    {
        return b.send(control_call(http::verb::get, r, "history" + std::string(query))).body;
    }

    void play(std::string_view anas, std::string_view berts)
    {
        b.vote(r, ana, "Ana", anas);
        b.vote(r, bert, "Bert", berts);
    }

    api_fixture b;
    meeting r;
    std::string ana;
    std::string bert;
    std::unique_ptr<test_subscriber> control;
    std::unique_ptr<test_subscriber> watcher;
};

constexpr std::string_view both_for_two =
    R"("Statistics":{"Votes":2,"Abstentions":0,"Mean":"2.00","Median":"2.00","Modes":["1","3"],)"
    R"("Lowest":"1","Highest":"3","Spread":2,"Nearest":"2","Agreement":50},"Asked":2)";

} // namespace

// --- Results for all

TEST_CASE("on the close watchers and voters see names and statistics as controllers do")
{
    scene s;
    s.b.start(s.r);
    s.play("1", "3");
    const auto heard = s.watcher->heard();
    CHECK(contains(heard.back(), R"("Votes":{"Ana":"1","Bert":"3"},)" + std::string(both_for_two)));
    CHECK(contains(s.b.voter_view(s.r), both_for_two));
    CHECK(contains(s.b.control_view(s.r), both_for_two));
}

TEST_CASE("a session can keep names to its controllers")
{
    scene s(R"({"Choices":["1","2","3"],"Results":"counts"})");
    s.b.start(s.r);
    s.play("1", "3");
    CHECK(contains(s.watcher->heard().back(), R"("Counts":{"1":1,"3":1},)"));
    CHECK(contains(s.control->heard().back(), R"("Votes":{"Ana":"1","Bert":"3"},)"));
    const auto view = s.b.voter_view(s.r);
    CHECK(contains(view, R"("Results":"counts",)"));
    CHECK_FALSE(contains(view, R"("Ana":)"));
    CHECK(contains(view, both_for_two));
}

TEST_CASE("a session can keep whole results to its controllers")
{
    scene s(R"({"Choices":["1","2","3"],"Results":"controllers"})");
    s.b.start(s.r);
    s.play("1", "3");
    CHECK(contains(s.watcher->heard().back(), R"("Data":{"Open":false},)"));
    CHECK(contains(s.control->heard().back(), both_for_two));
    s.patch("agree", R"({"Round":1,"Agreed":"2"})");
    CHECK(s.watcher->heard().empty());
    CHECK(s.control->kinds_heard() == "agreed");
    const auto view = s.b.voter_view(s.r);
    CHECK(view == R"({"Title":"","Choices":["1","2","3"],"Open":false,"Round":1,)"
                  R"("Results":"controllers","Voted":2,"Of":2,)" +
                      seats_text({{"Ana", "voted"}, {"Bert", "voted"}}) + "}");
}

TEST_CASE("settings that there are not are refused")
{
    api_fixture b;
    for (const std::string member :
         {R"("Results":"nobody")", R"("Results":1)", R"("Results":null)", R"("Seconds":-1)",
          R"("Seconds":3601)", R"("Seconds":1.5)", R"("Seconds":"60")"})
    {
        CAPTURE(member);
        const auto answer =
            b.send(call(http::verb::post, "/", R"({"Choices":["1"],)" + member + "}"));
        CHECK(said(answer) == "422 a setting is not one of those that there are");
    }
}

// --- Topics and attempts

TEST_CASE("a round's topic is told with its start and stands in both views")
{
    scene s;
    CHECK(s.patch("start", R"({"Topic":"  the   login "})") == "202");
    CHECK(
        s.control->heard() ==
        frames{R"({"Kind":"enabled","Data":{"Open":true,"Round":1,"Topic":"the login"},"Seq":5})"});
    CHECK(contains(s.watcher->heard().front(), R"("Round":1,"Topic":"the login","Voted":0,)"));
    CHECK(contains(s.b.voter_view(s.r), R"("Topic":"the login",)"));
    CHECK(contains(s.b.control_view(s.r), R"("Topic":"the login",)"));
    s.b.reset(s.r);
    CHECK_FALSE(contains(s.b.voter_view(s.r), "Topic"));
}

TEST_CASE("a start that makes no sense is refused and changes nothing")
{
    scene s;
    CHECK(s.patch("start", "[]") == "400 body is not the JSON that this route takes");
    CHECK(s.patch("start", "{") == "400 body is not the JSON that this route takes");
    CHECK(s.patch("start", R"({"Again":1})") == "400 body is not the JSON that this route takes");
    const auto bad_topic = "422 a topic is too long or has characters that are not allowed";
    CHECK(s.patch("start", R"({"Topic":7})") == bad_topic);
    CHECK(s.patch("start", R"({"Topic":"a\u202eb"})") == bad_topic);
    CHECK(s.patch("start", R"({"Topic":")" + std::string(201, 'x') + R"("})") == bad_topic);
    CHECK(s.patch("start", R"({"Seconds":3601})") ==
          "422 a setting is not one of those that there are");
    CHECK(contains(s.b.voter_view(s.r), R"("Open":false,"Round":0,)"));
    CHECK(s.patch("start", "{}") == "202");
    CHECK(s.patch("start", R"({"Topic":"","Unknown":1})") == "202");
}

TEST_CASE("the second attempt brings each voter's vote of the first, once it has closed")
{
    scene s;
    s.patch("start", R"({"Topic":"login"})");
    s.play("1", "3");
    s.patch("start", R"({"Again":true})");
    CHECK(contains(s.watcher->heard().back(), R"("Topic":"login","Attempt":2,)"));
    CHECK_FALSE(contains(s.b.control_view(s.r), "Before"));
    s.play("2", "3");
    const auto before = R"("Before":{"Votes":{"Ana":"1","Bert":"3"},"Spread":2})";
    CHECK(contains(s.watcher->heard().back(), before));
    CHECK(contains(s.control->heard().back(), before));
    CHECK(contains(s.b.voter_view(s.r), before));
}

TEST_CASE("where names are kept back those of the attempt before are, too")
{
    scene s(R"({"Choices":["1","2","3"],"Results":"counts"})");
    s.b.start(s.r);
    s.play("1", "3");
    s.patch("start", R"({"Again":true})");
    s.play("2", "3");
    CHECK(contains(s.b.voter_view(s.r), R"("Before":{"Counts":{"1":1,"3":1},"Spread":2})"));
    CHECK_FALSE(contains(s.b.voter_view(s.r), R"("Ana":)"));
}

TEST_CASE("the topics to come are the controllers' alone")
{
    scene s;
    CHECK(s.put("topics", R"({"Topics":[" login ","logout"]})") == "202");
    CHECK(
        s.control->heard() ==
        frames{
            R"({"Kind":"topics","Data":{"Topics":["login","logout"],"TopicsVersion":1},"Seq":5})"});
    CHECK(s.watcher->heard().empty());
    CHECK(contains(s.b.control_view(s.r), R"("Topics":["login","logout"])"));
    CHECK_FALSE(contains(s.b.voter_view(s.r), "logout"));
    s.patch("start", R"({"Topic":"login"})");
    CHECK(s.control->heard().back() ==
          R"({"Kind":"topics","Data":{"Topics":["logout"],"TopicsVersion":2},"Seq":6})");
}

TEST_CASE("topics are limited in number and in kind")
{
    scene s;
    std::string many;
    for (int i = 0; i < 500; ++i)
        many += R"("t",)";
    CHECK(s.put("topics", R"({"Topics":[)" + many + R"("t"]})") == "422 too many topics");
    many.pop_back();
    CHECK(s.put("topics", R"({"Topics":[)" + many + R"(]})") == "202");
    const auto bad_topic = "422 a topic is too long or has characters that are not allowed";
    CHECK(s.put("topics", R"({"Topics":[""]})") == bad_topic);
    CHECK(s.put("topics", R"({"Topics":[1]})") == bad_topic);
    CHECK(s.put("topics", R"({"Topics":"a"})") == "400 body is not the JSON that this route takes");
    CHECK(s.put("topics", "") == "400 body is not the JSON that this route takes");
}

// --- History

TEST_CASE("controllers can have the history, as JSON, CSV and Markdown")
{
    scene s(R"({"Choices":["1","2","3"],"Title":"Sprint 7"})");
    s.patch("start", R"({"Topic":"login"})");
    s.play("1", "3");
    CHECK(contains(s.history(), R"("Rounds":[{"Round":1,"Topic":"login","Attempt":1,"Started":)"));
    CHECK(contains(s.b.control_view(s.r), R"("Rounds":1)"));

    const auto csv = s.b.send(control_call(http::verb::get, s.r, "history?format=csv"));
    CHECK(csv.content_type == "text/csv; charset=utf-8");
    CHECK(field(csv, "Content-Disposition") ==
          "attachment; filename=\"pajthy-" + s.r.id + ".csv\"");
    CHECK(csv.body.starts_with("\xEF\xBB\xBF\"Round\",\"Topic\","));

    const auto markdown = s.b.send(control_call(http::verb::get, s.r, "history?format=markdown"));
    CHECK(markdown.content_type == "text/markdown; charset=utf-8");
    CHECK(markdown.body.starts_with("# Sprint 7\n"));

    const auto in_words = s.b.send(control_call(
        http::verb::get, s.r, "history?format=csv&columns=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q"));
    CHECK(in_words.body.find(R"("a","b","c","d","e",)") != std::string::npos);
    CHECK(said(s.b.send(control_call(http::verb::get, s.r, "history?format=csv&columns=a"))) ==
          "400 not a format that there is");
    CHECK(said(s.b.send(control_call(http::verb::get, s.r, "history?format=pdf"))) ==
          "400 not a format that there is");
}

TEST_CASE("the dates of the history are those of the calendar")
{
    scene s;
    const auto started = s.b.date().time_since_epoch().count();
    s.b.start(s.r);
    s.b.wait(seconds(7));
    s.play("1", "3");
    CHECK(contains(s.history(), R"("Started":)" + std::to_string(started) + R"(,"Ended":)" +
                                    std::to_string(started + 7'000)));
}

TEST_CASE("what was agreed is told to everybody and stands in view and history")
{
    scene s;
    s.b.start(s.r);
    s.play("1", "3");
    s.control->heard();
    s.watcher->heard();
    CHECK(s.patch("agree", R"({"Round":1,"Agreed":" 2 "})") == "202");
    const frames told{R"({"Kind":"agreed","Data":{"Round":1,"Agreed":"2"},"Seq":8})"};
    CHECK(s.control->heard() == told);
    CHECK(s.watcher->heard() == told);
    CHECK(contains(s.b.voter_view(s.r), R"("Agreed":"2")"));
    CHECK(contains(s.history(), R"("Agreed":"2")"));
    CHECK(s.patch("agree", R"({"Round":1,"Agreed":""})") == "202");
    CHECK_FALSE(contains(s.b.voter_view(s.r), "Agreed\""));
}

TEST_CASE("voters hear which topics were agreed on at which card, as it is by then")
{
    scene s;
    const auto play = [&](const std::string& topic)
    {
        s.patch("start", R"({"Topic":")" + topic + "\"}");
        s.b.vote(s.r, s.ana, "Ana", "2");
        s.b.vote(s.r, s.bert, "Bert", "2");
    };
    play("login");
    s.control->heard();
    s.watcher->heard();
    s.patch("agree", R"({"Round":1,"Agreed":"2"})");
    CHECK(s.control->kinds_heard() == "agreed");
    const auto told = s.watcher->heard();
    REQUIRE(told.size() == 2);
    CHECK(told[1].starts_with(R"({"Kind":"ladder","Data":{"Ladder":{"2":["login"]}},)"));
    CHECK(contains(s.b.voter_view(s.r), R"("Ladder":{"2":["login"]})"));
    CHECK_FALSE(contains(s.b.control_view(s.r), "Ladder"));

    s.patch("agree", R"({"Round":1,"Agreed":"2"})"); // the same again
    CHECK(s.watcher->kinds_heard() == "agreed");
    const auto late = s.b.watch(s.r);
    late->heard();
    s.put("deck", R"({"Choices":["2","5"]})");
    CHECK(contains(s.b.voter_view(s.r), R"("Ladder":{"2":["login"]})"));
    late->heard();
    s.patch("agree", R"({"Round":1,"Agreed":""})");
    for (auto* const hearer : {late.get(), s.watcher.get()})
        CHECK(contains(hearer->heard().back(), R"({"Kind":"ladder","Data":{"Ladder":{}})"));
    CHECK_FALSE(contains(s.b.voter_view(s.r), "Ladder"));
}

TEST_CASE("where results are kept to hosts, voters hear of no ladder")
{
    scene s(R"({"Choices":["1","2"],"Results":"controllers"})");
    s.patch("start", R"({"Topic":"login"})");
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.b.vote(s.r, s.bert, "Bert", "2");
    s.watcher->heard();
    s.patch("agree", R"({"Round":1,"Agreed":"2"})");
    CHECK(s.watcher->heard().empty());
    CHECK_FALSE(contains(s.b.voter_view(s.r), "Ladder"));
}

TEST_CASE("only for a round that is kept something can be agreed")
{
    scene s;
    CHECK(s.patch("agree", R"({"Round":1,"Agreed":"2"})") == "400 not a round that is kept");
    CHECK(s.patch("agree", R"({"Round":-1,"Agreed":"2"})") == "400 not a round that is kept");
    CHECK(s.patch("agree", R"({"Round":4294967297,"Agreed":"2"})") ==
          "400 not a round that is kept");
    CHECK(s.patch("agree", R"({"Agreed":"2"})") ==
          "400 body is not the JSON that this route takes");
    s.b.start(s.r);
    s.play("1", "3");
    CHECK(s.patch("agree", R"({"Round":1,"Agreed":")" + std::string(65, 'x') + R"("})") ==
          "422 agreed value is too long or has characters that are not allowed");
}

// --- Timer

TEST_CASE("a timer tells its end and the server's clock, and closes the round by itself")
{
    scene s;
    const auto now = s.b.date().time_since_epoch().count();
    s.patch("start", R"({"Seconds":90})");
    const auto ends = R"("EndsAt":)" + std::to_string(now + 90'000) + R"(,"Now":)";
    CHECK(contains(s.watcher->heard().front(), ends + std::to_string(now)));
    s.b.wait(seconds(30));
    s.b.tick();
    CHECK(contains(s.b.voter_view(s.r), ends + std::to_string(now + 30'000)));
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.b.wait(milliseconds(59'999));
    s.b.tick();
    CHECK(contains(s.b.voter_view(s.r), R"("Open":true)"));
    s.control->heard();
    s.b.wait(milliseconds(1));
    s.b.tick();
    CHECK(contains(s.b.voter_view(s.r), R"("Votes":{"Ana":"2"})"));
    CHECK(s.control->kinds_heard() == "disabled");
    CHECK_FALSE(contains(s.b.voter_view(s.r), "EndsAt"));
}

TEST_CASE("a session's own seconds hold for each start without any")
{
    scene s(R"({"Choices":["1"],"Seconds":60})");
    const auto now = s.b.date().time_since_epoch().count();
    CHECK(contains(s.b.voter_view(s.r), R"("Seconds":60)"));
    s.b.start(s.r);
    CHECK(contains(s.b.voter_view(s.r), R"("EndsAt":)" + std::to_string(now + 60'000)));
    s.patch("start", R"({"Seconds":0})");
    CHECK_FALSE(contains(s.b.voter_view(s.r), "EndsAt"));
}

TEST_CASE("time can be added, and the timer stopped, for everybody to hear")
{
    scene s;
    const auto now = s.b.date().time_since_epoch().count();
    CHECK(s.patch("timer", R"({"Add":30})") == "400 session is closed");
    s.b.start(s.r);
    s.watcher->heard();
    CHECK(s.patch("timer", R"({"Seconds":10})") == "202");
    CHECK(s.patch("timer", R"({"Add":30})") == "202");
    CHECK(s.patch("timer", R"({"Seconds":0})") == "202");
    const auto data = [&](int left)
    {
        return R"({"Kind":"timer","Data":{"EndsAt":)" + std::to_string(now + left) + R"(,"Now":)" +
               std::to_string(now) + "},";
    };
    const auto heard = s.watcher->heard();
    REQUIRE(heard.size() == 3);
    CHECK(heard[0].starts_with(data(10'000)));
    CHECK(heard[1].starts_with(data(40'000)));
    CHECK(heard[2].starts_with(R"({"Kind":"timer","Data":{},)"));
    s.b.wait(seconds(60));
    s.b.tick();
    CHECK(contains(s.b.voter_view(s.r), R"("Open":true)"));
}

TEST_CASE("a timer that makes no sense is refused")
{
    scene s;
    s.b.start(s.r);
    const auto bad = "422 a setting is not one of those that there are";
    CHECK(s.patch("timer", R"({"Add":-1})") == bad);
    CHECK(s.patch("timer", R"({"Seconds":3601})") == bad);
    CHECK(s.patch("timer", R"({"Seconds":true})") == bad);
    CHECK(s.patch("timer", R"({})") == "400 body is not the JSON that this route takes");
    CHECK(s.patch("timer", "") == "400 body is not the JSON that this route takes");
}

// --- Undo

TEST_CASE("a reset is taken back for everybody, and told with the same round")
{
    scene s;
    s.b.start(s.r);
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.b.reset(s.r);
    CHECK(s.control->heard().back() ==
          R"({"Kind":"undo","Data":{"What":"reset","Seconds":15},"Seq":7})");
    CHECK(contains(s.b.control_view(s.r), R"("Undo":{"What":"reset","Seconds":15})"));
    s.watcher->heard();
    s.b.wait(seconds(5));
    CHECK(contains(s.b.control_view(s.r), R"("Undo":{"What":"reset","Seconds":10})"));
    CHECK(s.patch("undo") == "202");
    const auto heard = s.control->heard();
    REQUIRE(heard.size() == 3);
    CHECK(heard[0] ==
          R"({"Kind":"enabled","Data":{"Open":true,"Round":1,"Restored":true},"Seq":8})");
    CHECK(heard[1] == R"({"Kind":"vote","Data":{"Votes":{"Ana":"*"}},"Seq":8})");
    CHECK(heard[2] == R"({"Kind":"undo","Data":{},"Seq":8})");
    CHECK(contains(s.watcher->heard().front(), R"("Round":1,"Restored":true,"Voted":1,"Of":2)"));
    CHECK(s.patch("undo") == "409 nothing to undo");
}

TEST_CASE("a kick is taken back with the key of the seat")
{
    scene s;
    s.b.control(s.r, "kick", "Ana");
    CHECK(contains(s.b.control_view(s.r), R"("Undo":{"What":"kick","Name":"Ana","Seconds":15})"));
    CHECK(s.patch("undo") == "202");
    s.b.start(s.r);
    s.b.vote(s.r, s.ana, "Ana", "2");
}

TEST_CASE("after 15 s the view has nothing to undo")
{
    scene s;
    s.b.control(s.r, "kick", "Ana");
    s.b.wait(seconds(15));
    CHECK_FALSE(contains(s.b.control_view(s.r), "Undo"));
    CHECK(s.patch("undo") == "409 nothing to undo");
}

TEST_CASE("nobody waits for a seat that an undo brought back and whose socket does not come")
{
    scene s;
    auto socket = s.b.listen_as(s.r, s.ana, "Ana");
    s.b.control(s.r, "kick", "Ana");
    socket.reset();
    s.patch("undo");
    s.b.start(s.r);
    s.b.vote(s.r, s.bert, "Bert", "2");
    CHECK(contains(s.b.voter_view(s.r), R"("Open":true)"));
    s.b.wait(seconds(15));
    s.b.tick();
    CHECK(contains(s.b.voter_view(s.r), R"("Open":false)"));
}

// --- Names and decks

TEST_CASE("a voter can take another name, and controllers hear of it")
{
    scene s;
    auto socket = s.b.listen_as(s.r, s.ana, "Ana");
    s.control->heard();
    const auto answer =
        s.b.send(rename_call(s.r, s.ana, R"({"Participant":"Ana","Name":" Anna "})"));
    CHECK(answer.status == http::status::ok);
    CHECK(answer.body == R"({"Name":"Anna"})");
    CHECK(s.control->kinds_heard() == "participants-change");
    CHECK_FALSE(socket->closed());
    s.b.start(s.r);
    s.b.vote(s.r, s.ana, "Anna", "2");
    CHECK(said(s.b.send(rename_call(s.r, s.ana, R"({"Participant":"Anna","Name":"Bert"})"))) ==
          "409 already joined");
}

TEST_CASE("nobody can rename somebody else")
{
    scene s;
    const std::string body = R"({"Participant":"Ana","Name":"Eve"})";
    CHECK(said(s.b.send(rename_call(s.r, s.bert, body))) == "403 not your seat");
    CHECK(said(s.b.send(rename_call(s.r, s.r.control, body))) == "403 not the right key");
    CHECK(said(s.b.send(call(http::verb::put, "/" + s.r.id + "/rename", body))) ==
          "401 a key is required");
    CHECK(said(s.b.send(rename_call(s.r, s.bert, R"({"Participant":"Bert","Name":""})"))) ==
          "400 name is empty, too long or has characters that are not allowed");
    CHECK(said(s.b.send(rename_call(s.r, s.bert, R"({"Name":"Eve"})"))) ==
          "400 body is not the JSON that this route takes");
}

TEST_CASE("the deck can be changed while the session is closed")
{
    scene s;
    CHECK(s.put("deck", R"({"Choices":["S","M"]})") == "202");
    CHECK(s.watcher->heard() == frames{R"({"Kind":"deck","Data":{"Choices":["S","M"]},"Seq":5})"});
    CHECK(contains(s.b.voter_view(s.r), R"("Choices":["S","M"])"));
    s.b.start(s.r);
    CHECK(s.put("deck", R"({"Choices":["1"]})") == "409 session is open");
    s.play("S", "M");
    s.watcher->heard();
    CHECK(s.put("deck", R"(["1","2"])") == "202");
    CHECK(s.watcher->kinds_heard() == "reset deck");
    CHECK(s.put("deck", "[]") == "400 no choices");
    CHECK(s.put("deck", R"({"Choices":["1","1"]})") == "400 a choice stands twice");
}
