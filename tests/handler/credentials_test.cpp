#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"

#include <pajthy/handler/credentials.hpp>
#include <pajthy/wire/bodies.hpp>

using namespace pajthy;
using test::call;

namespace
{

const unix_time start{std::chrono::hours(1)};

key key_of(std::uint8_t byte)
{
    key out;
    out.bytes.fill(byte);
    return out;
}

const key control = key_of(1);
const key anas = key_of(2);
const key berts = key_of(3);
const key nobodys = key_of(4);

// A session in which Ana has seat 1 and Bert seat 2.
session room()
{
    session out(*deck::make({"1", "2"}, 0), "", control, {}, start);
    REQUIRE(out.join("Ana", anas, {}, {}, start).has_value());
    REQUIRE(out.join("Bert", berts, {}, {}, start).has_value());
    return out;
}

credentials of(const call& c)
{
    return credentials(c.value());
}

call get()
{
    return call(http::verb::get, "/");
}

} // namespace

TEST_CASE("a request without any key opens nothing")
{
    const session s = room();
    const auto none = of(get());
    CHECK_FALSE(none.any_for_control());
    CHECK_FALSE(none.any_for_seat());
    CHECK_FALSE(none.opens_control(s));
    CHECK_FALSE(none.opens_a_seat(s));
    CHECK_FALSE(none.opens(*s.seats().find("Ana")));
}

TEST_CASE("a Bearer key opens what it is the key of")
{
    const session s = room();
    CHECK(of(get().bearer(key_text(control))).opens_control(s));
    CHECK_FALSE(of(get().bearer(key_text(control))).opens_a_seat(s));
    CHECK_FALSE(of(get().bearer(key_text(anas))).opens_control(s));
    CHECK(of(get().bearer(key_text(anas))).opens_a_seat(s));
    CHECK(of(get().bearer(key_text(anas))).opens(*s.seats().find("Ana")));
    CHECK_FALSE(of(get().bearer(key_text(anas))).opens(*s.seats().find("Bert")));
    CHECK_FALSE(of(get().bearer(key_text(nobodys))).opens_a_seat(s));
}

TEST_CASE("the scheme of a Bearer key may be written in any case")
{
    const session s = room();
    CHECK(of(get().authorization("bearer " + key_text(control))).opens_control(s));
    CHECK(of(get().authorization("  BEARER   " + key_text(control) + " ")).opens_control(s));
}

TEST_CASE("another scheme is no key at all")
{
    const auto basic = of(get().authorization("Basic " + key_text(control)));
    CHECK_FALSE(basic.bearer());
    CHECK_FALSE(basic.any_for_control());
    CHECK_FALSE(of(get().authorization("Bearerx " + key_text(control))).bearer());
    CHECK_FALSE(of(get().authorization("")).bearer());
}

TEST_CASE("what should be a key and is none counts as a wrong one")
{
    const session s = room();
    for (const std::string text :
         {"Bearer", "Bearer ", "Bearer x", "Bearer \xFF\xFE", "Bearer a b"})
    {
        CAPTURE(text);
        const auto wrong = of(get().authorization(text));
        CHECK(wrong.any_for_control());
        CHECK(wrong.any_for_seat());
        CHECK_FALSE(wrong.opens_control(s));
        CHECK_FALSE(wrong.opens_a_seat(s));
    }
    const auto short_cookie = of(get().cookie("pajthy_control", "x").cookie("pajthy_seat_1", "y"));
    CHECK(short_cookie.any_for_control());
    CHECK(short_cookie.any_for_seat());
    CHECK_FALSE(short_cookie.opens_control(s));
    CHECK_FALSE(short_cookie.opens_a_seat(s));
}

TEST_CASE("a control cookie opens control and no seat")
{
    const session s = room();
    const auto shown = of(get().cookie("pajthy_control", key_text(control)));
    CHECK(shown.opens_control(s));
    CHECK_FALSE(shown.any_for_seat());
    CHECK_FALSE(shown.bearer());
}

TEST_CASE("a seat cookie opens the seat of its number alone")
{
    const session s = room();
    const auto right = of(get().cookie("pajthy_seat_1", key_text(anas)));
    CHECK(right.opens(*s.seats().find("Ana")));
    CHECK(right.opens_a_seat(s));
    CHECK_FALSE(right.opens(*s.seats().find("Bert")));
    CHECK_FALSE(right.any_for_control());

    const auto misplaced = of(get().cookie("pajthy_seat_2", key_text(anas)));
    CHECK_FALSE(misplaced.opens(*s.seats().find("Ana")));
    CHECK_FALSE(misplaced.opens(*s.seats().find("Bert")));
    CHECK_FALSE(misplaced.opens_a_seat(s));
}

TEST_CASE("several tabs of one browser are several people")
{
    const session s = room();
    const auto both = of(get()
                             .cookie("theme", "dark")
                             .cookie("pajthy_seat_2", key_text(berts))
                             .cookie("pajthy_seat_1", key_text(anas)));
    CHECK(both.opens(*s.seats().find("Ana")));
    CHECK(both.opens(*s.seats().find("Bert")));
}

TEST_CASE("a Bearer key wins over every cookie, even if it is wrong")
{
    const session s = room();
    const auto shown = of(get()
                              .bearer(key_text(nobodys))
                              .cookie("pajthy_control", key_text(control))
                              .cookie("pajthy_seat_1", key_text(anas)));
    CHECK_FALSE(shown.opens_control(s));
    CHECK_FALSE(shown.opens_a_seat(s));
    CHECK_FALSE(shown.opens(*s.seats().find("Ana")));
}

TEST_CASE("cookies of other names are not looked at")
{
    const auto strange = of(get()
                                .cookie("pajthy_seat_", key_text(anas))
                                .cookie("pajthy_seat_1x", key_text(anas))
                                .cookie("pajthy_seat_-1", key_text(anas))
                                .cookie("pajthy_seat_01", key_text(anas))
                                .cookie("pajthy_seat_0", key_text(anas))
                                .cookie("pajthy_seat_99999999999", key_text(anas))
                                .cookie("Pajthy_control", key_text(control))
                                .cookie("xpajthy_control", key_text(control)));
    CHECK_FALSE(strange.any_for_control());
    CHECK_FALSE(strange.any_for_seat());
}

TEST_CASE("a Cookie field without sense is passed over")
{
    const session s = room();
    request odd = get().value();
    odd.cookie = ";;; =; a;b=;\tpajthy_control=" + key_text(control) + " ;=x;";
    CHECK(credentials(odd).opens_control(s));
}

TEST_CASE("the control cookie is for its session alone and out of reach of scripts")
{
    CHECK(control_cookie(key_of(0), "/base/api/0123456789ab", false) ==
          "pajthy_control=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; "
          "Path=/base/api/0123456789ab; Max-Age=604800; HttpOnly; SameSite=Strict");
}

TEST_CASE("a seat's cookie is named after the seat's number")
{
    CHECK(seat_cookie(12, key_of(0), "/api/0123456789ab", false) ==
          "pajthy_seat_12=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; "
          "Path=/api/0123456789ab; Max-Age=604800; HttpOnly; SameSite=Strict");
}

TEST_CASE("over TLS a cookie is Secure")
{
    CHECK(control_cookie(key_of(0), "/api/x", true).ends_with("; SameSite=Strict; Secure"));
    CHECK(seat_cookie(1, key_of(0), "/api/x", true).ends_with("; SameSite=Strict; Secure"));
}

TEST_CASE("the cookie of a seat that is left ends at once")
{
    CHECK(expired_seat_cookie(3, "/api/x", false) ==
          "pajthy_seat_3=; Path=/api/x; Max-Age=0; HttpOnly; SameSite=Strict");
}
