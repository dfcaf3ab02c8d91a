// What the service does when there is no memory to tell of a change. All else of it is played over
// stores that wait and break, in tests/simulation.
#include <pajthy/service/session_service.hpp>

#include "tests/support/api_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"
#include "tests/support/run_task.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace pajthy
{
namespace
{

using namespace test;

// Counts without memory.
class counting_page final : public subscriber
{
public:
    int votes = 0;
    std::optional<close_code> closed;

private:
    void deliver(const frame& f) noexcept override
    {
        votes += rfc6455::payload_of(*f.bytes).starts_with(R"({"Kind":"vote")") ? 1 : 0;
    }
    void close(close_code why) noexcept override { closed = why; }
};

struct scene
{
    api_fixture b;
    meeting room = b.create();
    std::string ana = b.join(room, "Ana, who has a rather long name");
    counting_page page;
    std::unique_ptr<attendance> open;

    scene()
    {
        b.join(room, "Bob, who has a rather long name");
        b.start(room);
        open = run_task(b.service.attach(room.id, {role::controller}, std::nullopt, page)).value();
    }

    void vote()
    {
        const mutation cast = [&](session& s, version)
        { return s.vote("Ana, who has a rather long name", "1", b.date()); };
        static_cast<void>(run_task(b.service.change(room.id, cast)));
    }

    bool has_voted()
    {
        bool out = false;
        const session_reader look = [&](const session& s, version)
        { out = s.own_vote(1).has_value(); };
        REQUIRE(run_task(b.service.read(room.id, look)).has_value());
        return out;
    }
};

TEST_CASE("pages that can't be told of a change are closed, so that they come back and see it",
          "[shortage]")
{
    int closed = 0;
    const auto shortages =
        with_every_shortage([] { return std::make_unique<scene>(); }, [](auto& s) { s->vote(); },
                            [&](auto& s, bool)
                            {
                                const bool told = s->page.votes != 0;
                                const bool away = s->page.closed == close_code::restarting;
                                REQUIRE(s->has_voted() == (told || away));
                                closed += away ? 1 : 0;
                            });
    REQUIRE(shortages != 0);
    REQUIRE(closed != 0);
}

} // namespace
} // namespace pajthy
