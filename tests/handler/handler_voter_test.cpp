// What anybody and voters may do: create, look, join, vote, leave.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seats_text.hpp"
#include "tests/support/run_task.hpp"

using namespace pajthy;
using namespace pajthy::test;

namespace
{

handler_settings open_access()
{
    return {.access = access_mode::open};
}

call post(std::string body)
{
    return call(http::verb::post, "/", std::move(body));
}

call put_vote(const meeting& in, std::string_view name, std::string_view choice)
{
    std::string body = R"({"Participant":")";
    body.append(name).append(R"(","Choice":")").append(choice).append(R"("})");
    return call(http::verb::put, "/" + in.id, std::move(body));
}

call put_leave(const meeting& in, std::string name)
{
    return call(http::verb::put, "/" + in.id + "/leave", std::move(name));
}

// A problem that says which line of a list is to blame.
std::string in_line(int line, std::string problem)
{
    problem.pop_back();
    return problem + R"(,"line":)" + std::to_string(line) + "}";
}

// Of the generator, see api_fixture::fill. The keys after it are taken from the answers.
constexpr auto first_key = "AQAAAAAAAQAAAAAAAQAAAAAAAQAAAAAAAQAAAAAAAQA";

} // namespace

// --- POST /

TEST_CASE("a session is created from a list of choices")
{
    api_fixture b;
    const auto answer = b.send(post(R"(["1","2","3"])"));
    CHECK(answer.status == http::status::created);
    CHECK(answer.content_type == "application/json");
    CHECK(answer.body == std::string(R"({"Id":"200000200000","ControlKey":")") + first_key + "\"}");
    CHECK(field(answer, "Location") == "/200000200000");
    CHECK(field(answer, "Set-Cookie") ==
          std::string("pajthy_control=") + first_key +
              "; Path=/api/200000200000; Max-Age=604800; HttpOnly; SameSite=Strict");
    CHECK(b.service.usage().sessions == 1);
}

TEST_CASE("a session is created from an object with choices and a title")
{
    api_fixture b;
    const auto r = b.create(R"({"Choices":["S","M"],"Title":"  Sprint   7 ","Colour":"red"})");
    CHECK(b.voter_view(r) ==
          R"({"Title":"Sprint 7","Choices":["S","M"],"Open":false,"Round":0,"Voted":0,"Of":0,)"
          R"("Votes":{},"Seats":[]})");
}

TEST_CASE("under a base path the location and the cookie have it in front")
{
    api_fixture b({.base_path = "/tools/pajthy"});
    const auto answer = b.send(post(R"(["1"])").over_tls());
    CHECK(field(answer, "Location") == "/tools/pajthy/200000200000");
    CHECK(field(answer, "Set-Cookie") ==
          std::string("pajthy_control=") + first_key +
              "; Path=/tools/pajthy/api/200000200000; Max-Age=604800; HttpOnly; SameSite=Strict; "
              "Secure");
}

TEST_CASE("choices are trimmed and white space in them becomes one space")
{
    api_fixture b;
    const auto r = b.create(R"(["  a   b ","c"])");
    CHECK(b.voter_view(r).starts_with(R"({"Title":"","Choices":["a b","c"],)"));
}

TEST_CASE("a session that makes no sense is not created")
{
    const std::string long_choice = "[\"" + std::string(65, 'x') + "\"]";
    const std::string long_title = R"({"Choices":["1"],"Title":")" + std::string(201, 'x') + "\"}";
    std::string many = "[";
    for (int i = 0; i < 65; ++i)
        many.append(i == 0 ? "" : ",").append("\"").append(std::to_string(i)).append("\"");
    many.append("]");
    const std::string bad_json =
        problem_body("bad-json", "body is not the JSON that this route takes", 400);
    const std::string bad_choice =
        problem_body("bad-choice", "a choice is empty, too long or not text", 400);
    const std::string duplicate = problem_body("duplicate-choice", "a choice stands twice", 400);

    struct
    {
        std::string body;
        unsigned status;
        std::string problem;
    } const cases[] = {
        {"", 400, bad_json},
        {"nonsense", 400, bad_json},
        {R"(["1"] x)", 400, bad_json},
        {R"("1")", 400, bad_json},
        {"17", 400, bad_json},
        {R"({"Choices":"1"})", 400, bad_json},
        {"[\"\xFF\"]", 400, bad_json},
        {R"([[[[[[[[["1"]]]]]]]]])", 400, bad_json},
        {"{}", 400, problem_body("no-choices", "no choices", 400)},
        {"[]", 400, problem_body("no-choices", "no choices", 400)},
        {R"({"Choices":[]})", 400, problem_body("no-choices", "no choices", 400)},
        {R"(["1",2])", 400, bad_choice},
        {R"([""])", 400, in_line(1, bad_choice)},
        {R"(["1","  "])", 400, in_line(2, bad_choice)},
        {long_choice, 400, in_line(1, bad_choice)},
        {R"(["1","2","1"])", 400, in_line(3, duplicate)},
        {R"(["1","2"," 1 "])", 400, in_line(3, duplicate)},
        {R"(["a\u202Eb"])", 422,
         in_line(1,
                 problem_body("bad-choice", "a choice has characters that are not allowed", 422))},
        {many, 422, problem_body("too-many-choices", "too many choices", 422)},
        {long_title, 422,
         problem_body("bad-title", "title is too long or has characters that are not allowed",
                      422)},
        {R"({"Choices":["1"],"Title":"a\u0007b"})", 422,
         problem_body("bad-title", "title is too long or has characters that are not allowed",
                      422)},
    };
    api_fixture b;
    for (const auto& c : cases)
    {
        CAPTURE(c.body);
        const auto answer = b.send(post(c.body));
        CHECK(static_cast<unsigned>(answer.status) == c.status);
        CHECK(answer.content_type == "application/problem+json");
        CHECK(answer.body == c.problem);
        CHECK(field(answer, "Set-Cookie").empty());
        b.wait(std::chrono::minutes(1)); // so that the rate of creating is not what refuses
    }
    CHECK(b.service.usage().sessions == 0);
}

TEST_CASE("64 choices of 64 characters are fine")
{
    api_fixture b;
    std::string body = "[";
    for (int i = 0; i < 64; ++i)
    {
        const auto number = std::to_string(i);
        body.append(i == 0 ? "\"" : ",\"").append(std::string(64 - number.size(), 'x'));
        body.append(number).append("\"");
    }
    CHECK(b.send(post(body + "]")).status == http::status::created);
}

TEST_CASE("an id that is taken already is not given out again")
{
    api_fixture b;
    int asked = 0;
    handler api(
        {}, b.service, [&] { return b.now; },
        [&](std::span<std::uint8_t> bytes)
        {
            ++asked;
            for (auto& byte : bytes)
                byte = static_cast<std::uint8_t>(asked < 6 ? 7 : 8);
        });
    const auto create = [&] { return run_task(api.handle(post(R"(["1"])").value())); };
    CHECK(text_member(create().body, "Id") == "777777777777");
    const auto second = create();
    CHECK(second.status == http::status::created);
    CHECK(text_member(second.body, "Id") == "888888888888");
}

// --- GET /{id}

TEST_CASE("anybody who knows the id sees the voter's view")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    const auto answer = b.send(call(http::verb::get, "/" + r.id));
    CHECK(answer.status == http::status::ok);
    CHECK(answer.content_type == "application/json");
    CHECK(answer.body ==
          R"({"Title":"","Choices":["1","2","3"],"Open":false,"Round":0,"Voted":0,"Of":1,)"
          R"("Votes":{},)" +
              seats_text({{"Ana", "waiting"}}) + "}");
    CHECK(field(answer, "Set-Cookie").empty());
}

TEST_CASE("the voter's view says who is waited for while the session is open")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    CHECK(b.voter_view(r) ==
          R"({"Title":"","Choices":["1","2","3"],"Open":true,"Round":1,"Voted":1,"Of":2,)"
          R"("Waiting":["Bert"],)" +
              seats_text({{"Ana", "voted"}, {"Bert", "waiting"}}) + "}");
}

TEST_CASE("a seat sees its own vote while the session is open")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    const auto as_ana = b.send(call(http::verb::get, "/" + r.id + "?as=Ana").bearer(ana));
    CHECK(as_ana.status == http::status::ok);
    CHECK(as_ana.body ==
          R"({"Title":"","Choices":["1","2","3"],"Open":true,"Round":1,"Voted":1,"Of":2,)"
          R"("Waiting":["Bert"],)" +
              seats_text({{"Ana", "voted"}, {"Bert", "waiting"}}) +
              R"(,"Seat":1,"Name":"Ana","Own":"2"})");
    const auto as_bert =
        b.send(call(http::verb::get, "/" + r.id + "?as=Bert").cookie("pajthy_seat_2", bert));
    CHECK(as_bert.body ==
          R"({"Title":"","Choices":["1","2","3"],"Open":true,"Round":1,"Voted":1,"Of":2,)"
          R"("Waiting":["Bert"],)" +
              seats_text({{"Ana", "voted"}, {"Bert", "waiting"}}) +
              R"(,"Seat":2,"Name":"Bert","Own":null})");
}

TEST_CASE("a view as a seat that is not the caller's is refused")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    const auto target = "/" + r.id + "?as=Bert";
    const auto none = b.send(call(http::verb::get, target));
    CHECK(none.status == http::status::unauthorized);
    CHECK(field(none, "WWW-Authenticate") == "Bearer");
    const auto wrong = b.send(call(http::verb::get, target).bearer(ana));
    CHECK(wrong.status == http::status::forbidden);
    CHECK(wrong.body == problem_body("not-your-seat", "not your seat", 403));
}

TEST_CASE("a view as nobody who is there is refused just as a foreign seat is")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    const auto ask = [&](std::string_view name)
    { return b.send(call(http::verb::get, "/" + r.id + "?as=" + std::string(name)).bearer(ana)); };
    CHECK(ask("Zoe").status == http::status::forbidden);
    CHECK(ask("Zoe").body == ask("Bert").body);
    CHECK(ask("").body == ask("Bert").body);
    CHECK(ask("\xFF").body == ask("Bert").body);
}

TEST_CASE("with open access the id is enough to look as a seat")
{
    api_fixture b(open_access());
    const auto r = b.create();
    b.join(r, "Ana");
    const auto answer = b.send(call(http::verb::get, "/" + r.id + "?as=Ana"));
    CHECK(answer.status == http::status::ok);
    CHECK(answer.body.ends_with(R"("Own":null})"));
}

TEST_CASE("a session that is not there cannot be looked at")
{
    api_fixture b;
    for (const auto* target : {"/000000000000", "/000000000000?as=Ana", "/x", "/%"})
        CHECK(b.send(call(http::verb::get, target)).body ==
              problem_body("unknown-session", "no such session", 404));
}

// --- PUT /{id}/join

TEST_CASE("joining gives a seat, its key, and the key as a cookie")
{
    api_fixture b({.base_path = "/p"});
    const auto r = b.create();
    const auto answer = b.send(put_join(r, "  Ana   Maria "));
    CHECK(answer.status == http::status::created);
    CHECK(answer.content_type == "application/json");
    const auto key = text_member(answer.body, "SeatKey");
    CHECK(answer.body == R"({"Name":"Ana Maria","SeatKey":")" + key + "\"}");
    CHECK(key.size() == 43);
    CHECK(key != r.control);
    CHECK(field(answer, "Set-Cookie") == "pajthy_seat_1=" + key + "; Path=/p/api/" + r.id +
                                             "; Max-Age=604800; HttpOnly; SameSite=Strict");
    CHECK(field(b.send(put_join(r, "Bert")), "Set-Cookie").starts_with("pajthy_seat_2="));
}

TEST_CASE("a name that cannot be used is refused")
{
    api_fixture b;
    const auto r = b.create();
    for (const auto& name : {std::string(), std::string("   "), std::string(65, 'x'),
                             std::string("a\xFF"), std::string("a\nb"), std::string("a\0b", 3),
                             std::string("\xE2\x80\x8B"), std::string("Ana\xE2\x80\xAE")})
    {
        CAPTURE(name);
        const auto answer = b.send(put_join(r, name));
        CHECK(answer.status == http::status::bad_request);
        CHECK(answer.body ==
              problem_body("bad-name",
                           "name is empty, too long or has characters that are not allowed", 400));
    }
    CHECK(b.voter_view(r).find(R"("Of":0)") != std::string::npos);
}

TEST_CASE("a name in use is refused, also if it is written with other spaces")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana Maria");
    for (const auto* name : {"Ana Maria", " Ana  Maria "})
    {
        const auto answer = b.send(put_join(r, name));
        CHECK(answer.status == http::status::conflict);
        CHECK(answer.body == problem_body("already-joined", "already joined", 409));
        CHECK(field(answer, "Set-Cookie").empty());
    }
}

TEST_CASE("a name in use is refused however it is spelt, and every spelling of it is the seat's")
{
    struct row
    {
        std::string kept;
        std::vector<std::string> spellings;
    };
    const std::string england =
        "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F";
    for (const row& r : {
             row{"José",
                 {"Jose\u0301", "Jos\u00ADé", "\u200EJosé\u200F", "José\u200D", "\uFEFFJosé"}},
             row{"Zoë", {"Zoe\u0308", "Zo\u200Be\u0308"}},
             row{"Nguyễn", {"Nguye\u0302\u0303n", "Nguyê\u0303n"}},
             row{"한나", {"\u1112\u1161\u11AB\u1102\u1161"}},
             row{"がく", {"か\u3099く"}},
             row{"Ω", {"\u2126"}},
             row{"می\u200Cخواهم", {"می\u200Cخواهم\u200C"}},
             row{england, {england + "\u200B"}},
         })
    {
        CAPTURE(r.kept);
        api_fixture b;
        const auto in = b.create();
        const auto key = b.join(in, r.kept);
        b.join(in, "Bob"); // who is waited for
        b.start(in);
        for (const auto& spelling : r.spellings)
        {
            CAPTURE(spelling);
            CHECK(b.send(put_join(in, spelling)).status == http::status::conflict);
            b.vote(in, key, spelling, "2");
            const auto seen =
                b.send(call(http::verb::get, "/" + in.id + "?as=" + spelling).bearer(key));
            CHECK(seen.status == http::status::ok);
        }
        const auto kicked =
            b.send(call(http::verb::patch, "/" + in.id + "/control/kick", r.spellings.front())
                       .bearer(in.control));
        CHECK(kicked.status == http::status::no_content);
    }
}

TEST_CASE("a card is chosen however it is spelt")
{
    api_fixture b;
    const auto r = b.create(R"(["Café","½","☕️"])");
    const auto key = b.join(r, "Ana");
    b.join(r, "Bob");
    b.start(r);
    for (const auto* spelling : {"Café", "Cafe\u0301", " Ca\u00ADfé\u200B"})
        b.vote(r, key, "Ana", spelling);
    CHECK(b.send(put_vote(r, "Ana", "1/2").bearer(key)).status == http::status::bad_request);
}

TEST_CASE("of a list, the line that is refused is named")
{
    api_fixture b;
    const auto r = b.create();
    const auto line_of = [](const response& answer)
    {
        const auto at = answer.body.find(R"(,"line":)");
        return at == std::string::npos ? "" : answer.body.substr(at + 8, 1);
    };
    const auto plan = [&](std::string topics)
    {
        return b.send(
            call(http::verb::put, "/" + r.id + "/control/topics", R"({"Topics":)" + topics + "}")
                .bearer(r.control));
    };
    CHECK(line_of(plan(R"(["A","B\u202E","C"])")) == "2");
    CHECK(line_of(plan(R"(["A","B",""])")) == "3");
    CHECK(line_of(plan(R"(["\u0001"])")) == "1");
    CHECK(line_of(plan(R"(["A",1])")) == "");
    CHECK(plan(R"(["A\u200B","B\u00AD"," \u200B","\u200EC\u0085"])").status ==
          http::status::accepted);
    CHECK(b.control_view(r).find(R"("Topics":["A","B","C"])") != std::string::npos);
    CHECK(line_of(b.send(post(R"(["1","2","1"])"))) == "3");
    CHECK(line_of(b.send(post(R"(["1","2\u202E"])"))) == "2");
    CHECK(line_of(b.send(post(R"(["Jos\u00e9","Jose\u0301"])"))) == "2");
    CHECK(line_of(b.send(post("[]"))) == "");
    CHECK(line_of(
              b.send(call(http::verb::put, "/" + r.id + "/control/deck", R"({"Choices":["S",""]})")
                         .bearer(r.control))) == "2");
}

TEST_CASE("with open access a name in use is refused too")
{
    api_fixture b(open_access());
    const auto r = b.create();
    b.join(r, "Ana");
    CHECK(b.send(put_join(r, "Ana")).status == http::status::conflict);
}

TEST_CASE("whoever holds the seat joins again, by key or by cookie, and nothing changes")
{
    api_fixture b;
    const auto r = b.create();
    const auto key = b.join(r, "Ana");
    b.join(r, "Bert");
    const auto before = b.control_view(r);
    const auto control = b.listen_to_control(r);
    control->heard();
    for (const auto& c :
         {put_join(r, "Ana").bearer(key), put_join(r, "Ana").cookie("pajthy_seat_1", key)})
    {
        const auto again = b.send(c);
        CHECK(again.status == http::status::created);
        CHECK(again.body == R"({"Name":"Ana","SeatKey":")" + key + "\"}");
        CHECK(field(again, "Set-Cookie").starts_with("pajthy_seat_1=" + key + ";"));
    }
    CHECK(b.control_view(r) == before);
    CHECK(control->heard().empty());
}

TEST_CASE("the key of another seat does not help to join")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    CHECK(b.send(put_join(r, "Ana").bearer(bert)).status == http::status::conflict);
    CHECK(b.send(put_join(r, "Ana").bearer(r.control)).status == http::status::conflict);
    CHECK(b.send(put_join(r, "Ana").cookie("pajthy_seat_1", bert)).status ==
          http::status::conflict);
}

TEST_CASE("a session that is not there cannot be joined, whatever the name")
{
    api_fixture b;
    for (const auto* name : {"Ana", "", "\xFF"})
        CHECK(b.send(call(http::verb::put, "/000000000000/join", name)).status ==
              http::status::not_found);
}

// --- PUT /{id}

TEST_CASE("a vote is taken while the session is open")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    const auto answer = b.send(put_vote(r, "Ana", "2").bearer(ana));
    CHECK(answer.status == http::status::accepted);
    CHECK(answer.body.empty());
    CHECK(b.control_view(r).find(R"("Votes":{"Ana":"*"})") != std::string::npos);
}

TEST_CASE("a second vote of a seat replaces the first")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    b.vote(r, ana, "Ana", "3");
    b.stop(r);
    CHECK(b.control_view(r).find(R"("Votes":{"Ana":"3"})") != std::string::npos);
}

TEST_CASE("a vote may be authorised by the seat's cookie")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.start(r);
    CHECK(b.send(put_vote(r, "Ana", "2").cookie("pajthy_seat_1", ana)).status ==
          http::status::accepted);
}

TEST_CASE("spaces around the name and the choice of a vote make no difference")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana Maria");
    b.start(r);
    CHECK(b.send(put_vote(r, " Ana  Maria ", " 2 ").bearer(ana)).status == http::status::accepted);
    CHECK(b.control_view(r).find(R"("Votes":{"Ana Maria":"2"})") != std::string::npos);
}

TEST_CASE("a vote by a stranger is refused")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    const auto bert = b.join(r, "Bert");
    b.start(r);
    const auto none = b.send(put_vote(r, "Ana", "2"));
    CHECK(none.status == http::status::unauthorized);
    CHECK(none.body == problem_body("key-required", "a key is required", 401));
    CHECK(field(none, "WWW-Authenticate") == "Bearer");
    const auto wrong = b.send(put_vote(r, "Ana", "2").bearer(std::string(43, 'A')));
    CHECK(wrong.status == http::status::forbidden);
    CHECK(wrong.body == problem_body("key-wrong", "not the right key", 403));
    const auto control = b.send(put_vote(r, "Ana", "2").bearer(r.control));
    CHECK(control.status == http::status::forbidden);
    const auto other = b.send(put_vote(r, "Ana", "2").bearer(bert));
    CHECK(other.status == http::status::forbidden);
    CHECK(other.body == problem_body("not-your-seat", "not your seat", 403));
    CHECK(b.control_view(r).find(R"("Votes":{})") != std::string::npos);
}

TEST_CASE("a vote is refused with the classic texts")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    const auto refused = [&](const call& c)
    {
        const auto answer = b.send(c);
        CHECK(answer.status == http::status::bad_request);
        return answer.body;
    };
    CHECK(refused(put_vote(r, "Ana", "2").bearer(ana)) ==
          problem_body("session-closed", "session is closed", 400));
    b.start(r);
    CHECK(refused(put_vote(r, "Zoe", "2").bearer(ana)) ==
          problem_body("not-a-valid-participant", "not a valid participant", 400));
    CHECK(refused(put_vote(r, "Ana", "4").bearer(ana)) ==
          problem_body("not-a-valid-choice", "not a valid choice", 400));
    CHECK(refused(put_vote(r, "Ana", "").bearer(ana)) ==
          problem_body("not-a-valid-choice", "not a valid choice", 400));
    CHECK(b.control_view(r).find(R"("Open":true)") != std::string::npos);
}

TEST_CASE("a vote that is not JSON is refused")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.start(r);
    for (const auto* body :
         {"", "2", "[]", "{}", R"({"Participant":"Ana"})", R"({"Participant":"Ana","Choice":2})",
          R"({"Participant":["Ana"],"Choice":"2"})", "{\"Participant\""})
    {
        CAPTURE(body);
        const auto answer = b.send(call(http::verb::put, "/" + r.id, body).bearer(ana));
        CHECK(answer.status == http::status::bad_request);
        CHECK(answer.body ==
              problem_body("bad-json", "body is not the JSON that this route takes", 400));
    }
}

TEST_CASE("with open access a vote needs the id and the name alone")
{
    api_fixture b(open_access());
    const auto r = b.create();
    b.join(r, "Ana");
    b.start(r);
    CHECK(b.send(put_vote(r, "Ana", "2")).status == http::status::accepted);
    CHECK(b.control_view(r).find(R"("Votes":{"Ana":"2"})") != std::string::npos);
}

TEST_CASE("a session that is not there takes no votes, whatever the body or the key")
{
    api_fixture b;
    const meeting nowhere{"000000000000", ""};
    CHECK(b.send(put_vote(nowhere, "Ana", "2")).status == http::status::not_found);
    CHECK(b.send(call(http::verb::put, "/000000000000", "x").bearer(std::string(43, 'A'))).status ==
          http::status::not_found);
    api_fixture open(open_access());
    CHECK(open.send(call(http::verb::put, "/000000000000", "x")).status == http::status::not_found);
}

// --- PUT /{id}/leave

TEST_CASE("whoever leaves gives up the seat, its vote and its cookie")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.start(r);
    b.vote(r, ana, "Ana", "2");
    const auto answer = b.send(put_leave(r, "Ana").bearer(ana));
    CHECK(answer.status == http::status::no_content);
    CHECK(answer.body.empty());
    CHECK(field(answer, "Set-Cookie") ==
          "pajthy_seat_1=; Path=/api/" + r.id + "; Max-Age=0; HttpOnly; SameSite=Strict");
    CHECK(b.control_view(r).find(R"("Participants":["Bert"],)"
                                 R"("Numbers":[2],"Away":[],"Votes":{})") != std::string::npos);
}

TEST_CASE("a seat that is not the caller's cannot be left")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    CHECK(b.send(put_leave(r, "Bert")).status == http::status::unauthorized);
    CHECK(b.send(put_leave(r, "Bert").bearer(ana)).body ==
          problem_body("not-your-seat", "not your seat", 403));
    CHECK(b.send(put_leave(r, "Bert").bearer(r.control)).body ==
          problem_body("key-wrong", "not the right key", 403));
    CHECK(b.send(put_leave(r, "Zoe").bearer(ana)).body ==
          problem_body("not-a-participant", "not a participant", 400));
    CHECK(b.send(call(http::verb::put, "/000000000000/leave", "Ana").bearer(ana)).status ==
          http::status::not_found);
    CHECK(b.control_view(r).find(R"("Participants":["Ana","Bert"])") != std::string::npos);
}

TEST_CASE("the name of somebody who left is free")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.send(put_leave(r, "Ana").bearer(ana));
    const auto again = b.send(put_join(r, "Ana"));
    CHECK(again.status == http::status::created);
    CHECK(text_member(again.body, "SeatKey") != ana);
    CHECK(field(again, "Set-Cookie").starts_with("pajthy_seat_2="));
}
