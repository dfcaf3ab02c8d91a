// Which version an answer tells of, what a change says that it follows, and a seat by its number.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

using namespace pajthy;
using namespace pajthy::test;

namespace
{

call control(const meeting& in, http::verb method, std::string_view what, std::string body = {})
{
    return call(method, "/" + in.id + "/control/" + std::string(what), std::move(body))
        .bearer(in.control);
}

bool contains(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

// --- Pajthy-Seq

TEST_CASE("the answer to a change says the version that it made, as its events do")
{
    api_fixture b;
    const auto created = b.send(call(http::verb::post, "/", R"(["1","2"])"));
    CHECK(created.seq == 1);
    const meeting r{text_member(created.body, "Id"), text_member(created.body, "ControlKey")};
    const auto host = b.listen_to_control(r); // the first use is a change, too
    host->heard();
    const auto joined = b.send(put_join(r, "Ana"));
    REQUIRE(joined.seq);
    CHECK(contains(host->heard().back(), ",\"Seq\":" + std::to_string(*joined.seq) + "}"));
    const auto started = b.send(control(r, http::verb::patch, "start"));
    CHECK(started.seq == *joined.seq + 1);
    CHECK(contains(host->heard().back(), ",\"Seq\":" + std::to_string(*started.seq) + "}"));
}

TEST_CASE("a view says the version that it is of")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto joined = b.send(put_join(r, "Ana").bearer(ana)).seq;
    REQUIRE(joined);
    CHECK(b.send(call(http::verb::get, "/" + r.id)).seq == joined);
    CHECK(b.send(call(http::verb::get, "/" + r.id + "?as=Ana").bearer(ana)).seq == joined);
    CHECK(b.send(control(r, http::verb::get, "history")).seq == joined);
}

TEST_CASE("a refusal says the version that it knows of, to whoever has the key alone")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const std::string vote = R"({"Participant":"Ana","Choice":"2"})";
    const auto closed = b.send(call(http::verb::put, "/" + r.id, vote).bearer(ana));
    CHECK(closed.status == http::status::bad_request);
    CHECK(closed.seq);
    CHECK_FALSE(b.send(call(http::verb::put, "/" + r.id, vote)).seq);
    CHECK_FALSE(b.send(call(http::verb::put, "/" + r.id, vote).bearer(r.control)).seq);
    CHECK_FALSE(b.send(call(http::verb::get, "/000000000000")).seq);
}

// --- What a change follows

TEST_CASE("a start after another round than the caller knows is refused, and nothing is lost")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    const auto first = control(r, http::verb::patch, "start", R"({"After":0})");
    CHECK(b.send(first).status == http::status::accepted);
    b.vote(r, ana, "Ana", "2");
    const auto second = b.send(first); // by somebody else who has not seen it
    CHECK(second.status == http::status::conflict);
    CHECK(second.body == problem_body("round-changed", "another round has begun", 409));
    CHECK(contains(b.control_view(r), R"("Votes":{"Ana":"*"})"));
    CHECK(b.send(control(r, http::verb::patch, "start", R"({"After":1})")).status ==
          http::status::accepted);
    CHECK(b.send(control(r, http::verb::patch, "start", "{}")).status == http::status::accepted);
}

TEST_CASE("what is no number of a round is followed by none")
{
    api_fixture b;
    const auto r = b.create();
    for (const auto* const after : {"-1", "7", "4294967295", "4294967296", "9223372036854775807"})
    {
        CAPTURE(after);
        const auto body = std::string(R"({"After":)") + after + "}";
        CHECK(b.send(control(r, http::verb::patch, "start", body)).status ==
              http::status::conflict);
    }
    for (const auto* const after : {"null", "\"0\"", "0.5", "true"})
    {
        CAPTURE(after);
        const auto body = std::string(R"({"After":)") + after + "}";
        CHECK(b.send(control(r, http::verb::patch, "start", body)).status ==
              http::status::bad_request);
    }
}

TEST_CASE("a list of topics over one that the caller has not seen is refused")
{
    api_fixture b;
    const auto r = b.create();
    const auto put = [&](std::string body)
    { return b.send(control(r, http::verb::put, "topics", std::move(body))); };
    CHECK(put(R"({"Topics":["login"],"After":0})").status == http::status::accepted);
    CHECK(contains(b.control_view(r), R"("Topics":["login"],"TopicsVersion":1)"));
    CHECK(put(R"({"Topics":["mine"],"After":0})").body ==
          problem_body("topics-changed", "the topics are others by now", 409));
    CHECK(put(R"({"Topics":["login","mine"],"After":1})").status == http::status::accepted);
    b.control(r, "start", R"({"Topic":"login"})"); // takes it from the list
    CHECK(put(R"({"Topics":["login"],"After":2})").status == http::status::conflict);
    CHECK(put(R"({"Topics":[]})").status == http::status::accepted);
    CHECK(contains(b.control_view(r), R"("Topics":[],"TopicsVersion":4)"));
}

TEST_CASE("a vote in another round than the voter sees is refused, and counts nowhere")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    const auto vote = [&](const std::string& round)
    {
        return b.send(call(http::verb::put, "/" + r.id,
                           R"({"Participant":"Ana","Choice":"2","Round":)" + round + "}")
                          .bearer(ana));
    };
    b.start(r);
    CHECK(vote("1").status == http::status::accepted);
    b.start(r);
    CHECK(vote("1").body == problem_body("round-changed", "another round has begun", 409));
    CHECK(contains(b.control_view(r), R"("Votes":{})"));
    CHECK(vote("2").status == http::status::accepted);
    CHECK(vote("\"2\"").status == http::status::bad_request);
    b.stop(r);
    CHECK(vote("1").body == problem_body("session-closed", "session is closed", 400));
}

// --- A seat by its number

TEST_CASE("a seat is known by its number, whatever its name is by now")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    const auto laptop =
        b.listen(call(http::verb::get, "/" + r.id + "/ws?seat=1").as_websocket().bearer(ana));
    const auto by_number = [&](http::verb method, const std::string& path, std::string body) {
        return b.send(call(method, "/" + r.id + path + "?seat=1", std::move(body)).bearer(ana))
            .status;
    };
    CHECK(by_number(http::verb::put, "/rename", R"({"Name":"Anna"})") == http::status::ok);
    b.start(r);
    CHECK(by_number(http::verb::put, "", R"({"Choice":"2"})") == http::status::accepted);
    b.wait(std::chrono::milliseconds(250));
    b.tick();
    CHECK(laptop->kinds_heard() == "snapshot you seats enabled you seats progress");
    const auto view = b.send(call(http::verb::get, "/" + r.id + "?seat=1").bearer(ana)).body;
    CHECK(view.ends_with(R"("Seat":1,"Name":"Anna","Own":"2"})"));
    CHECK(by_number(http::verb::put, "/leave", "") == http::status::no_content);
}

TEST_CASE("a number opens no seat without its key")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    b.start(r);
    const auto as_bert = [&](http::verb method, std::string path, std::string body = {})
    { return b.send(call(method, "/" + r.id + path, std::move(body)).bearer(bert)).status; };
    CHECK(as_bert(http::verb::put, "?seat=1", R"({"Choice":"2"})") == http::status::forbidden);
    CHECK(as_bert(http::verb::get, "?seat=1") == http::status::forbidden);
    CHECK(as_bert(http::verb::put, "/leave?seat=1") == http::status::forbidden);
    for (const auto* const none : {"3", "0", "01", "-1", "x", "", "99999999999"})
    {
        CAPTURE(none);
        CHECK(as_bert(http::verb::put, std::string("?seat=") + none, R"({"Choice":"2"})") ==
              http::status::bad_request);
        CHECK(as_bert(http::verb::get, std::string("?seat=") + none) == http::status::forbidden);
    }
    CHECK(as_bert(http::verb::put, "", R"({"Choice":"2"})") == http::status::bad_request);
}
