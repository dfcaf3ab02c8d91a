// Control handed to others, and taken back.
#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

using namespace pajthy;
using namespace pajthy::test;

namespace
{

call mint(const meeting& in, std::string_view by)
{
    return call(http::verb::post, "/" + in.id + "/control/keys").bearer(by);
}

call take_back(const meeting& in, std::string_view by)
{
    return call(http::verb::delete_, "/" + in.id + "/control/keys").bearer(by);
}

call view_by(const meeting& in, std::string_view key)
{
    return call(http::verb::get, "/" + in.id + "/control").bearer(key);
}

call listen_by(const meeting& in, std::string_view key)
{
    return call(http::verb::get, "/" + in.id + "/control/ws").bearer(key).as_websocket();
}

std::string minted(api_fixture& b, const meeting& in)
{
    const auto answer = b.send(mint(in, in.control));
    REQUIRE(answer.status == http::status::created);
    return text_member(answer.body, "ControlKey");
}

} // namespace

TEST_CASE("a minted key controls, and leaves the first as it is")
{
    api_fixture b;
    const auto r = b.create();
    const auto answer = b.send(mint(r, r.control));
    REQUIRE(answer.status == http::status::created);
    const auto second = text_member(answer.body, "ControlKey");
    CHECK(second != r.control);
    CHECK(answer.body == R"({"ControlKey":")" + second + R"(","ControlKeys":2})");
    CHECK(field(answer, "Set-Cookie").empty()); // it is for somebody else
    CHECK(b.send(view_by(r, second)).status == http::status::ok);
    CHECK(b.send(view_by(r, r.control)).status == http::status::ok);
}

TEST_CASE("a minted key opens no other session")
{
    api_fixture b;
    const auto r = b.create();
    const auto other = b.create();
    CHECK(b.send(view_by(other, minted(b, r))).status == http::status::forbidden);
}

TEST_CASE("controllers see how many control keys are good, and voters don't")
{
    api_fixture b;
    const auto r = b.create();
    CHECK(b.control_view(r).find(R"("ControlKeys":1)") != std::string::npos);
    minted(b, r);
    CHECK(b.control_view(r).find(R"("ControlKeys":2)") != std::string::npos);
    CHECK(b.voter_view(r).find("ControlKeys") == std::string::npos);
}

TEST_CASE("where keys guard nothing, their number is no part of the view")
{
    api_fixture b({.access = access_mode::open});
    const auto r = b.create();
    const auto view = b.send(call(http::verb::get, "/" + r.id + "/control"));
    CHECK(view.status == http::status::ok);
    CHECK(view.body.find("ControlKeys") == std::string::npos);
}

TEST_CASE("controllers hear of keys that come and go, and voters don't")
{
    api_fixture b;
    const auto r = b.create();
    const auto control = b.listen_to_control(r);
    const auto watcher = b.watch(r);
    control->heard();
    watcher->heard();
    minted(b, r);
    CHECK(control->heard() ==
          std::vector<std::string>{R"({"Kind":"control-keys","Data":{"ControlKeys":2},"Seq":3})"});
    b.send(take_back(r, r.control));
    CHECK(control->heard() ==
          std::vector<std::string>{R"({"Kind":"control-keys","Data":{"ControlKeys":1},"Seq":4})"});
    CHECK(watcher->heard().empty());
}

TEST_CASE("keys that are taken back open nothing, and their websockets end at once")
{
    api_fixture b;
    const auto r = b.create();
    const auto second = minted(b, r);
    const auto own = b.listen_to_control(r);
    const auto theirs = b.listen(listen_by(r, second));
    own->heard();
    theirs->heard();

    const auto answer = b.send(take_back(r, r.control));
    CHECK(answer.status == http::status::ok);
    CHECK(answer.body == R"({"ControlKeys":1})");
    CHECK(theirs->kinds_heard() == "kicked");
    CHECK(theirs->closed() == close_code::kicked);
    CHECK(own->kinds_heard() == "control-keys");
    CHECK_FALSE(own->closed());

    b.start(r);
    CHECK(own->kinds_heard() == "enabled");
    CHECK(theirs->heard().empty());
    CHECK(b.send(view_by(r, second)).status == http::status::forbidden);
    CHECK(b.send(mint(r, second)).status == http::status::forbidden);
    CHECK(b.send(take_back(r, second)).status == http::status::forbidden);
}

TEST_CASE("whoever was given control can take it from the one who gave it")
{
    api_fixture b;
    const auto r = b.create();
    const auto second = minted(b, r);
    CHECK(b.send(take_back(r, second)).status == http::status::ok);
    CHECK(b.send(view_by(r, r.control)).status == http::status::forbidden);
    CHECK(b.send(view_by(r, second)).status == http::status::ok);
}

TEST_CASE("to take back what nobody else has is fine")
{
    api_fixture b;
    const auto r = b.create();
    const auto own = b.listen_to_control(r);
    own->heard();
    CHECK(b.send(take_back(r, r.control)).status == http::status::ok);
    CHECK(own->heard().empty());
}

TEST_CASE("a ninth key revokes the oldest, though not that of the one who asks")
{
    api_fixture b;
    const auto r = b.create();
    std::vector<std::string> keys;
    for (int i = 0; i < 7; ++i)
        keys.push_back(minted(b, r));
    const auto oldest_of_others = b.listen(listen_by(r, keys.front()));
    oldest_of_others->heard();
    const auto answer = b.send(mint(r, r.control));
    CHECK(answer.body.ends_with(R"(,"ControlKeys":8})"));
    CHECK(oldest_of_others->closed() == close_code::kicked);
    CHECK(b.send(view_by(r, keys.front())).status == http::status::forbidden);
    CHECK(b.send(view_by(r, keys[1])).status == http::status::ok);
    CHECK(b.send(view_by(r, r.control)).status == http::status::ok);
}

TEST_CASE("a key that is revoked between the grant and the websocket opens none")
{
    api_fixture b;
    const auto r = b.create();
    const auto second = minted(b, r);
    auto granted = b.send(listen_by(r, second));
    REQUIRE(granted.upgrade);
    b.send(take_back(r, r.control));
    test_subscriber late(b, std::move(*granted.upgrade));
    CHECK(late.failure() == errc::key_wrong);
    CHECK(late.heard().empty());
    b.join(r, "Ana");
    b.wait(std::chrono::seconds(60)); // nor does anybody lead the session by it
    b.tick();
    CHECK(b.voter_view(r).find(R"("Control":{"State":"unled"})") != std::string::npos);
}
