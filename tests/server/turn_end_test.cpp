#include "src/server/turn_end.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/smart_ptr/intrusive_ptr.hpp>

#include <memory>

namespace pajthy
{
namespace
{

class caller final : public turn_end::sender
{
public:
    int calls = 0;

private:
    void on_turn_end() noexcept override { ++calls; }
};

struct scene
{
    asio::io_context loop{1};
    turn_end turn;
    boost::intrusive_ptr<caller> first{new caller};
    boost::intrusive_ptr<caller> second{new caller};
};

TEST_CASE("everybody who waits for the end of a turn is called once")
{
    scene s;
    s.turn.await(*s.first, s.loop.get_executor());
    s.turn.await(*s.second, s.loop.get_executor());
    s.turn.await(*s.first, s.loop.get_executor());
    s.loop.poll();
    REQUIRE(s.first->calls == 1);
    REQUIRE(s.second->calls == 1);
}

TEST_CASE("whoever cannot wait for the end of a turn keeps nobody else from it")
{
    const auto shortages =
        test::with_every_shortage([] { return std::make_unique<scene>(); },
                                  [](auto& s) { s->turn.await(*s->first, s->loop.get_executor()); },
                                  [](auto& s, bool has_thrown)
                                  {
                                      REQUIRE(has_thrown);
                                      s->turn.await(*s->second, s->loop.get_executor());
                                      s->loop.poll();
                                      REQUIRE(s->first->calls == 0);
                                      REQUIRE(s->second->calls == 1);
                                      s->loop.restart();
                                      s->turn.await(*s->first, s->loop.get_executor());
                                      s->loop.poll();
                                      REQUIRE(s->first->calls == 1);
                                  });
    REQUIRE(shortages >= 2); // of the list, and of the loop
}

} // namespace
} // namespace pajthy
