// What is told to whom, in which order, and under which number.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seats_text.hpp"

using namespace pajthy;
using namespace pajthy::test;
using std::chrono::milliseconds;

namespace
{

using frames = std::vector<std::string>;

// Ana and Bert in a session, and somebody of each kind who listens; what was told so far is
// forgotten. The session is at version 7: made, two joins, a controller who came by call and by
// socket, and the sockets of two seats.
struct scene
{
    scene()
    {
        control->heard();
        watcher->heard();
        as_ana->heard();
        as_bert->heard();
    }

    api_fixture b;
    meeting r = b.create();
    std::string ana = b.join(r, "Ana");
    std::string bert = b.join(r, "Bert");
    std::unique_ptr<test_subscriber> control = b.listen_to_control(r);
    std::unique_ptr<test_subscriber> watcher = b.watch(r);
    std::unique_ptr<test_subscriber> as_ana = b.listen_as(r, ana, "Ana");
    std::unique_ptr<test_subscriber> as_bert = b.listen_as(r, bert, "Bert");

    // The same, for a test that begins when the round is open.
    void open()
    {
        b.start(r);
        control->heard();
        watcher->heard();
        as_ana->heard();
        as_bert->heard();
        b.wait(milliseconds(250));
    }
};

std::uint64_t seq_of(const std::string& frame)
{
    const auto at = frame.rfind(R"(,"Seq":)");
    REQUIRE(at != std::string::npos);
    return std::stoull(frame.substr(at + 7));
}

} // namespace

TEST_CASE("the first frame is a snapshot with the view that GET gives")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    const auto control = b.listen_to_control(r);
    CHECK(control->heard() ==
          frames{R"({"Kind":"snapshot","Data":)" + b.control_view(r) + R"(,"Seq":6})"});
    const auto watcher = b.watch(r);
    CHECK(watcher->heard() ==
          frames{R"({"Kind":"snapshot","Data":)" + b.voter_view(r) + R"(,"Seq":6})"});
}

TEST_CASE("the snapshot of a seat has the seat's own vote")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    const auto socket = b.listen_as(r, ana, "Ana");
    CHECK(socket->heard() ==
          frames{R"({"Kind":"snapshot","Data":{"Title":"","Choices":["1","2","3"],"Open":true,)"
                 R"("Round":1,"Voted":1,"Of":2,"Waiting":["Bert"],)" +
                 seats_text({{"Ana", "voted"}, {"Bert", "waiting"}}) +
                 R"(,"Seat":1,"Name":"Ana","Own":"2"},"Seq":6})"});
}

TEST_CASE("a join is told to controllers, and to voters as a seat")
{
    scene s;
    s.b.join(s.r, "Cleo");
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"participants-change","Data":{"Participants":["Ana","Bert","Cleo"],)"
                 R"("Numbers":[1,2,3],)"
                 R"("Away":[]},"Seq":7})"});
    const frames cleo{seats_frame({{"Cleo", "waiting"}}, 3, 7)};
    CHECK(s.watcher->heard() == cleo);
    CHECK(s.as_ana->heard() == cleo);
}

TEST_CASE("a join while the session is open is told to voters as a seat and progress")
{
    scene s;
    s.open();
    s.b.join(s.r, "Cleo");
    CHECK(s.control->kinds_heard() == "participants-change");
    CHECK(s.watcher->heard() ==
          frames{seats_frame({{"Cleo", "waiting"}}, 3, 8),
                 R"({"Kind":"progress","Data":{"Voted":0,"Of":3,"Waiting":["Ana","Bert","Cleo"]},)"
                 R"("Seq":8})"});
}

TEST_CASE("a start is told to everybody")
{
    scene s;
    s.b.start(s.r);
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"enabled","Data":{"Open":true,"Round":1},"Seq":7})"});
    const frames to_voters{R"({"Kind":"enabled","Data":{"Open":true,"Round":1,"Voted":0,"Of":2,)"
                           R"("Waiting":["Ana","Bert"]},"Seq":7})"};
    CHECK(s.watcher->heard() == to_voters);
    CHECK(s.as_ana->heard() == to_voters);
}

TEST_CASE("a start of an open session is told again, as the next round")
{
    scene s;
    s.open();
    s.b.start(s.r);
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"enabled","Data":{"Open":true,"Round":2},"Seq":8})"});
    CHECK(s.watcher->kinds_heard() == "enabled");
}

TEST_CASE("a vote is told without its value: to controllers, and to voters as a seat and progress")
{
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    CHECK(s.control->heard() == frames{R"({"Kind":"vote","Data":{"Votes":{"Ana":"*"}},"Seq":8})"});
    const frames to_voters{
        seats_frame({{"Ana", "voted"}}, 1, 8),
        R"({"Kind":"progress","Data":{"Voted":1,"Of":2,"Waiting":["Bert"]},"Seq":8})"};
    CHECK(s.watcher->heard() == to_voters);
    CHECK(s.as_ana->heard() ==
          frames{R"({"Kind":"you","Data":{"Seat":1,"Name":"Ana","Own":"2"},"Seq":8})", to_voters[0],
                 to_voters[1]});
    CHECK(s.as_bert->heard() == to_voters);
}

TEST_CASE("the last vote gives controllers vote, and then both disabled, which says who has voted")
{
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.control->heard();
    s.watcher->heard();
    s.b.vote(s.r, s.bert, "Bert", "3");
    const std::string disabled =
        R"({"Kind":"disabled","Data":{"Open":false,"Votes":{"Ana":"2","Bert":"3"},)"
        R"("Statistics":{"Votes":2,"Abstentions":0,"Mean":"2.50","Median":"2.50",)"
        R"("Modes":["2","3"],"Lowest":"2","Highest":"3","Spread":1,"Nearest":"3",)"
        R"("Agreement":50},"Asked":2},"Seq":9})";
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"vote","Data":{"Votes":{"Ana":"*","Bert":"*"}},"Seq":9})", disabled});
    CHECK(s.watcher->heard() == frames{disabled});
}

TEST_CASE("a stop is told to everybody with the votes, revealed")
{
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.control->heard();
    s.watcher->heard();
    s.b.stop(s.r);
    const frames disabled{
        R"({"Kind":"disabled","Data":{"Open":false,"Votes":{"Ana":"2"},)"
        R"("Statistics":{"Votes":1,"Abstentions":0,"Mean":"2.00","Median":"2.00",)"
        R"("Modes":["2"],"Lowest":"2","Highest":"2","Spread":0,"Nearest":"2"},"Asked":2},"Seq":9})"};
    CHECK(s.control->heard() == disabled);
    CHECK(s.watcher->heard() == disabled);
}

TEST_CASE("a stop without any vote is told with none")
{
    scene s;
    s.open();
    s.b.stop(s.r);
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"disabled","Data":{"Open":false,"Votes":{}},"Seq":8})"});
}

TEST_CASE("a reset is told to everybody, and to controllers an empty vote and an undo behind it")
{
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.control->heard();
    s.watcher->heard();
    s.b.reset(s.r);
    const std::string reset = R"({"Kind":"reset","Data":{"Open":false},"Seq":9})";
    CHECK(s.control->heard() ==
          frames{reset, R"({"Kind":"vote","Data":{"Votes":{}},"Seq":9})",
                 R"({"Kind":"undo","Data":{"What":"reset","Seconds":15},"Seq":9})"});
    CHECK(s.watcher->heard() == frames{reset});
}

TEST_CASE("a reset of a closed session with votes is told too")
{
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.b.stop(s.r);
    s.control->heard();
    s.b.reset(s.r);
    CHECK(s.control->kinds_heard() == "reset vote undo");
}

TEST_CASE("a start after a reset or a kick tells controllers that there is nothing to undo")
{
    scene s;
    s.open();
    s.b.reset(s.r);
    s.control->heard();
    s.watcher->heard();
    s.b.start(s.r);
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"enabled","Data":{"Open":true,"Round":2},"Seq":9})",
                 R"({"Kind":"undo","Data":{},"Seq":9})"});
    CHECK(s.watcher->kinds_heard() == "enabled");
    s.b.control(s.r, "kick", "Ana");
    s.control->heard();
    s.b.start(s.r);
    CHECK(s.control->kinds_heard() == "enabled undo");
    s.b.start(s.r);
    CHECK(s.control->kinds_heard() == "enabled");
}

TEST_CASE("a stop of a closed session and a reset of an empty one are told to nobody")
{
    scene s;
    s.b.stop(s.r);
    s.b.reset(s.r);
    CHECK(s.control->heard().empty());
    CHECK(s.watcher->heard().empty());
}

TEST_CASE("a kick ends the sockets of that seat and no others")
{
    scene s;
    const auto second_tab = s.b.listen_as(s.r, s.ana, "Ana");
    second_tab->heard();
    s.b.control(s.r, "kick", "Ana");
    const frames kicked{R"({"Kind":"kicked","Data":{},"Seq":7})"};
    CHECK(s.as_ana->heard() == kicked);
    CHECK(s.as_ana->closed() == close_code::kicked);
    CHECK(second_tab->heard() == kicked);
    CHECK(second_tab->closed() == close_code::kicked);
    const frames gone{R"({"Kind":"seats","Data":{"Seats":[],"Gone":[1]},"Seq":7})"};
    CHECK(s.as_bert->heard() == gone);
    CHECK_FALSE(s.as_bert->closed());
    CHECK(s.watcher->heard() == gone);
    CHECK_FALSE(s.watcher->closed());
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"participants-change","Data":{"Participants":["Bert"],)"
                 R"("Numbers":[2],"Away":[]},)"
                 R"("Seq":7})",
                 R"({"Kind":"undo","Data":{"What":"kick","Name":"Ana","Seconds":15},"Seq":7})"});
}

TEST_CASE("a kick of somebody who has voted takes the vote away in the open")
{
    scene s;
    s.b.join(s.r, "Cleo");
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.control->heard();
    s.watcher->heard();
    s.b.wait(milliseconds(250));
    s.b.control(s.r, "kick", "Ana");
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"participants-change","Data":{"Participants":["Bert","Cleo"],)"
                 R"("Numbers":[2,3],)"
                 R"("Away":[]},"Seq":10})",
                 R"({"Kind":"vote","Data":{"Votes":{}},"Seq":10})",
                 R"({"Kind":"undo","Data":{"What":"kick","Name":"Ana","Seconds":15},"Seq":10})"});
    CHECK(s.watcher->heard() ==
          frames{R"({"Kind":"seats","Data":{"Seats":[],"Gone":[1]},"Seq":10})",
                 R"({"Kind":"progress","Data":{"Voted":0,"Of":2,"Waiting":["Bert","Cleo"]},)"
                 R"("Seq":10})"});
}

TEST_CASE("a kick of the last who is waited for closes the session")
{
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.control->heard();
    s.watcher->heard();
    s.b.control(s.r, "kick", "Bert");
    CHECK(s.as_bert->closed() == close_code::kicked);
    const std::string disabled =
        R"({"Kind":"disabled","Data":{"Open":false,"Votes":{"Ana":"2"},)"
        R"("Statistics":{"Votes":1,"Abstentions":0,"Mean":"2.00","Median":"2.00",)"
        R"("Modes":["2"],"Lowest":"2","Highest":"2","Spread":0,"Nearest":"2"},"Asked":1},"Seq":9})";
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"participants-change","Data":{"Participants":["Ana"],)"
                 R"("Numbers":[1],"Away":[]},)"
                 R"("Seq":9})",
                 disabled,
                 R"({"Kind":"undo","Data":{"What":"kick","Name":"Bert","Seconds":15},"Seq":9})"});
    CHECK(s.watcher->heard() ==
          frames{R"({"Kind":"seats","Data":{"Seats":[],"Gone":[2]},"Seq":9})", disabled});
    CHECK(s.as_bert->heard().back() == R"({"Kind":"kicked","Data":{},"Seq":9})");
}

TEST_CASE("a kick after the close leaves the result as it closed")
{
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.b.vote(s.r, s.bert, "Bert", "3");
    s.control->heard();
    s.watcher->heard();
    s.b.control(s.r, "kick", "Ana");
    CHECK(s.control->kinds_heard() == "participants-change undo");
    CHECK(s.watcher->heard().empty());
    CHECK(s.b.voter_view(s.r).find(R"("Votes":{"Ana":"2","Bert":"3"})") != std::string::npos);
}

TEST_CASE("a leave is told as a kick is, and ends the sockets of that seat")
{
    scene s;
    s.b.send(call(http::verb::put, "/" + s.r.id + "/leave", "Ana").bearer(s.ana));
    CHECK(s.as_ana->heard() == frames{R"({"Kind":"kicked","Data":{},"Seq":7})"});
    CHECK(s.as_ana->closed() == close_code::kicked);
    CHECK(s.control->heard() ==
          frames{R"({"Kind":"participants-change","Data":{"Participants":["Bert"],)"
                 R"("Numbers":[2],"Away":[]},)"
                 R"("Seq":7})"});
    CHECK_FALSE(s.as_bert->closed());
}

TEST_CASE("what is refused is told to nobody")
{
    scene s;
    const std::string vote = R"({"Participant":"Ana","Choice":"2"})";
    s.b.send(call(http::verb::put, "/" + s.r.id, vote).bearer(s.ana)); // closed
    s.b.send(call(http::verb::put, "/" + s.r.id + "/join", "Ana"));
    s.b.send(call(http::verb::patch, "/" + s.r.id + "/control/start"));
    s.b.send(call(http::verb::patch, "/" + s.r.id + "/control/kick", "Zoe").bearer(s.r.control));
    CHECK(s.control->heard().empty());
    CHECK(s.watcher->heard().empty());
}

TEST_CASE("a session hears nothing of another one")
{
    scene s;
    const auto other = s.b.create();
    const auto cleo = s.b.join(other, "Ana");
    s.b.start(other);
    s.b.vote(other, cleo, "Ana", "2");
    CHECK(s.control->heard().empty());
    CHECK(s.watcher->heard().empty());
}

TEST_CASE("whoever hung up hears nothing more")
{
    scene s;
    s.watcher->hang_up();
    s.b.start(s.r);
    CHECK(s.watcher->heard().empty());
    CHECK(s.control->kinds_heard() == "enabled");
}

TEST_CASE("the number of the frames only grows, for everybody")
{
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.b.join(s.r, "Cleo");
    s.b.wait(milliseconds(250));
    s.b.tick();
    s.b.control(s.r, "kick", "Cleo");
    s.b.vote(s.r, s.bert, "Bert", "3");
    s.b.reset(s.r);
    s.b.start(s.r);
    s.b.stop(s.r);
    for (auto* const socket : {s.control.get(), s.watcher.get(), s.as_ana.get()})
    {
        std::uint64_t before = 8;
        const auto heard = socket->heard();
        CHECK(heard.size() > 4);
        for (const auto& frame : heard)
        {
            CHECK(seq_of(frame) >= before);
            before = seq_of(frame);
        }
    }
}

TEST_CASE("voters of a session with more than 100 seats get counts instead of names")
{
    handler_settings settings;
    settings.limits.address.calls = {};
    settings.limits.address.joins = {};
    api_fixture b(settings);
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    const auto cleo = b.join(r, "Cleo");
    for (int i = 4; i <= 101; ++i)
        b.join(r, "guest " + std::to_string(i));
    b.start(r);
    const auto control = b.listen_to_control(r);
    const auto watcher = b.watch(r);
    b.vote(r, ana, "Ana", "2");
    b.vote(r, bert, "Bert", "2");
    b.vote(r, cleo, "Cleo", "3");
    control->heard();
    watcher->heard();
    b.stop(r);
    const std::string statistics =
        R"("Statistics":{"Votes":3,"Abstentions":0,"Mean":"2.33","Median":"2.00",)"
        R"("Modes":["2"],"Lowest":"2","Highest":"3","Spread":1,"Nearest":"2",)"
        R"("Agreement":67},"Asked":101},"Seq":108})";
    CHECK(control->heard() == frames{R"({"Kind":"disabled","Data":{"Open":false,)"
                                     R"("Votes":{"Ana":"2","Bert":"2","Cleo":"3"},)" +
                                     statistics});
    CHECK(
        watcher->heard() ==
        frames{R"({"Kind":"disabled","Data":{"Open":false,"Counts":{"2":2,"3":1},)" + statistics});
    CHECK(b.voter_view(r).find(R"("Votes":{"Ana")") == std::string::npos);
    CHECK(b.voter_view(r).find(R"("Counts":{"2":2,"3":1})") != std::string::npos);
}

// --- The pace of progress and seats

TEST_CASE("progress comes at most every 250 ms, the newest, and the seats of all that happened")
{
    api_fixture b;
    const auto r = b.create();
    std::vector<std::string> keys;
    for (int i = 1; i <= 4; ++i)
        keys.push_back(b.join(r, std::to_string(i)));
    b.start(r);
    const auto watcher = b.watch(r);
    watcher->heard();
    b.vote(r, keys[0], "1", "2");
    CHECK(watcher->heard() ==
          frames{seats_frame({{"1", "voted"}}, 1, 7),
                 R"({"Kind":"progress","Data":{"Voted":1,"Of":4,"Waiting":["2","3","4"]},)"
                 R"("Seq":7})"});
    b.vote(r, keys[1], "2", "2");
    b.vote(r, keys[2], "3", "2");
    b.wait(milliseconds(249));
    b.tick();
    CHECK(watcher->heard().empty());
    b.wait(milliseconds(1));
    b.tick();
    CHECK(watcher->heard() ==
          frames{seats_frame({{"2", "voted"}, {"3", "voted"}}, 2, 9),
                 R"({"Kind":"progress","Data":{"Voted":3,"Of":4,"Waiting":["4"]},"Seq":9})"});
    b.wait(milliseconds(1'000));
    b.tick();
    CHECK(watcher->heard().empty());
}

TEST_CASE(
    "progress that waits is not told after the close, and who has voted before it, unless the "
    "result says it")
{
    const std::string how = GENERATE("vote", "stop", "reset", "start");
    const bool has_names = GENERATE(true, false);
    api_fixture b;
    const auto r = b.create(has_names ? R"({"Choices":["1","2"]})"
                                      : R"({"Choices":["1","2"],"Results":"counts"})");
    const auto ana = b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    const auto cleo = b.join(r, "Cleo");
    b.start(r);
    const auto watcher = b.watch(r);
    b.vote(r, ana, "Ana", "2");
    b.vote(r, bert, "Bert", "2"); // this waits
    watcher->heard();
    if (how == "vote")
        b.vote(r, cleo, "Cleo", "2");
    else
        b.control(r, how);
    const std::string expected = how == "start"   ? "enabled seats"
                                 : how == "reset" ? "reset seats"
                                 : has_names      ? "disabled"
                                                  : "seats disabled";
    CHECK(watcher->kinds_heard() == expected);
    b.wait(milliseconds(250));
    b.tick();
    CHECK(watcher->heard().empty());
}

TEST_CASE("progress names at most twelve of those who are waited for")
{
    api_fixture b;
    const auto r = b.create();
    for (int i = 10; i < 30; ++i)
        b.join(r, std::to_string(i));
    b.start(r);
    const auto watcher = b.watch(r);
    watcher->heard();
    b.join(r, "Zoe");
    CHECK(watcher->heard() ==
          frames{seats_frame({{"Zoe", "waiting"}}, 21, 23),
                 R"({"Kind":"progress","Data":{"Voted":0,"Of":21,"Waiting":["10","11","12","13",)"
                 R"("14","15","16","17","18","19","20","21"]},"Seq":23})"});
}

TEST_CASE("while the session is closed the seats are told at the same pace, and no progress")
{
    scene s;
    s.b.join(s.r, "Cleo");
    CHECK(s.watcher->kinds_heard() == "seats");
    s.b.join(s.r, "Dan");
    s.b.control(s.r, "kick", "Cleo");
    s.b.wait(milliseconds(249));
    s.b.tick();
    CHECK(s.watcher->heard().empty());
    s.b.wait(milliseconds(1));
    s.b.tick();
    CHECK(s.watcher->heard() ==
          frames{R"({"Kind":"seats","Data":{)" + seats_text({{"Dan", "waiting"}}, 4) +
                 R"(,"Gone":[3]},"Seq":9})"});
    s.b.wait(milliseconds(500));
    s.b.tick();
    CHECK(s.watcher->heard().empty());
}

TEST_CASE("a vote that replaces another tells nothing of the seats")
{
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    s.watcher->heard();
    s.b.wait(milliseconds(250));
    s.b.vote(s.r, s.ana, "Ana", "3");
    CHECK(s.watcher->kinds_heard() == "progress");
}

TEST_CASE("who voted is told before a result that is kept to controllers")
{
    api_fixture b;
    const auto r = b.create(R"({"Choices":["1","2"],"Results":"controllers"})");
    const auto ana = b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    b.start(r);
    const auto watcher = b.watch(r);
    b.vote(r, ana, "Ana", "2");
    watcher->heard();
    b.vote(r, bert, "Bert", "2");
    CHECK(watcher->heard() == frames{seats_frame({{"Bert", "voted"}}, 2, 6),
                                     R"({"Kind":"disabled","Data":{"Open":false},"Seq":6})"});
}

TEST_CASE("a round that comes back is told with all of its seats at once")
{
    const bool was_open = GENERATE(true, false);
    scene s;
    s.open();
    s.b.vote(s.r, s.ana, "Ana", "2");
    if (!was_open)
        s.b.stop(s.r);
    s.b.reset(s.r);
    s.watcher->heard();
    s.b.wait(milliseconds(250));
    s.b.control(s.r, "undo");
    const auto heard = s.watcher->heard();
    const auto seq = was_open ? "10" : "11";
    const auto seats = R"({"Kind":"seats","Data":{"All":true,)" +
                       seats_text({{"Ana", "voted"}, {"Bert", "waiting"}}) + R"(},"Seq":)" + seq +
                       "}";
    REQUIRE(heard.size() == (was_open ? 3 : 2));
    CHECK(heard[was_open ? 1 : 0] == seats);
    CHECK(heard[was_open ? 0 : 1].starts_with(was_open ? R"({"Kind":"enabled")"
                                                       : R"({"Kind":"disabled")"));
}

TEST_CASE("where nobody but controllers listens, or there are too many, nothing waits to be told")
{
    const int guests = GENERATE(3, 102);
    handler_settings settings;
    settings.limits.address.calls = {};
    settings.limits.address.joins = {};
    api_fixture b(settings);
    const auto r = b.create();
    const auto control = b.listen_to_control(r);
    auto watcher = guests == 3 ? nullptr : b.watch(r);
    for (int i = 1; i < guests; ++i)
        b.join(r, "guest " + std::to_string(i));
    b.wait(milliseconds(250));
    b.tick();
    if (!watcher)
        watcher = b.watch(r);
    watcher->heard();
    b.join(r, "Zoe");
    b.join(r, "Zora");
    b.wait(milliseconds(250));
    b.tick();
    CHECK(watcher->kinds_heard() == (guests == 3 ? "seats seats" : ""));
}
