// A controller shuts newcomers out, and lets them in again.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

using namespace pajthy;
using namespace pajthy::test;

namespace
{

call patch_door(const meeting& in, std::string body)
{
    return call(http::verb::patch, "/" + in.id + "/control/door", std::move(body))
        .bearer(in.control);
}

constexpr auto lock = R"({"Locked":true})";
constexpr auto unlock = R"({"Locked":false})";

} // namespace

TEST_CASE("nobody gets a seat while the door is locked")
{
    api_fixture b;
    const auto r = b.create();
    CHECK(b.send(patch_door(r, lock)).status == http::status::accepted);
    const auto refused = b.send(put_join(r, "Ana"));
    CHECK(refused.status == http::status::conflict);
    CHECK(refused.body == problem_body("door-locked", "the door is locked", 409));
}

TEST_CASE("whoever is seated stays, joins again and votes behind a locked door")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.join(r, "Bert");
    b.send(patch_door(r, lock));
    b.start(r);
    CHECK(b.send(put_join(r, "Ana").bearer(ana)).status == http::status::created);
    b.vote(r, ana, "Ana", "2");
    CHECK(b.control_view(r).find(R"("Votes":{"Ana":"*"})") != std::string::npos);
}

TEST_CASE("an absent seat is not given to a newcomer while the door is locked")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.send(patch_door(r, lock));
    b.wait(absence);
    CHECK(b.send(put_join(r, "Ana")).body ==
          problem_body("door-locked", "the door is locked", 409));
    CHECK(b.send(put_join(r, "Ana").bearer(ana)).status == http::status::created);
}

TEST_CASE("a name in use is called taken behind a locked door, too")
{
    api_fixture b;
    const auto r = b.create();
    b.join(r, "Ana");
    b.send(patch_door(r, lock));
    CHECK(b.send(put_join(r, "Ana")).body == problem_body("already-joined", "already joined", 409));
}

TEST_CASE("once the door is open again newcomers get seats")
{
    api_fixture b;
    const auto r = b.create();
    b.send(patch_door(r, lock));
    CHECK(b.send(patch_door(r, unlock)).status == http::status::accepted);
    CHECK(b.send(put_join(r, "Ana")).status == http::status::created);
}

TEST_CASE("who was kicked does not come back through a locked door, unless the kick is undone")
{
    api_fixture b;
    const auto r = b.create();
    const auto ana = b.join(r, "Ana");
    b.send(patch_door(r, lock));
    b.control(r, "kick", "Ana");
    CHECK(b.send(put_join(r, "Ana").bearer(ana)).status == http::status::conflict);
    b.control(r, "undo");
    CHECK(b.send(put_join(r, "Ana").bearer(ana)).status == http::status::created);
}

TEST_CASE("everybody hears that the door is locked, once")
{
    api_fixture b;
    const auto r = b.create();
    const auto control = b.listen_to_control(r);
    const auto watcher = b.watch(r);
    control->heard();
    watcher->heard();
    b.send(patch_door(r, lock));
    b.send(patch_door(r, lock));
    const std::vector<std::string> told{R"({"Kind":"door","Data":{"Locked":true},"Seq":3})"};
    CHECK(control->heard() == told);
    CHECK(watcher->heard() == told);
    b.send(patch_door(r, unlock));
    CHECK(watcher->heard() ==
          std::vector<std::string>{R"({"Kind":"door","Data":{"Locked":false},"Seq":5})"});
}

TEST_CASE("every view says that the door is locked while it is")
{
    api_fixture b;
    const auto r = b.create();
    const auto says_so = [](const std::string& view)
    { return view.find(R"("Locked":true)") != std::string::npos; };
    CHECK_FALSE(says_so(b.voter_view(r)));
    b.send(patch_door(r, lock));
    CHECK(says_so(b.voter_view(r)));
    CHECK(says_so(b.control_view(r)));
    b.send(patch_door(r, unlock));
    CHECK(b.voter_view(r).find("Locked") == std::string::npos);
}

TEST_CASE("what does not say whether to lock the door is refused and changes nothing")
{
    api_fixture b;
    const auto r = b.create();
    for (const auto* const body : {"", "{}", "true", R"({"Locked":1})", R"({"Locked":null})"})
    {
        CAPTURE(body);
        CHECK(b.send(patch_door(r, body)).status == http::status::bad_request);
    }
    CHECK(b.send(put_join(r, "Ana")).status == http::status::created);
}
