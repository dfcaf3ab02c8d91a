#include "src/server/deferred_writes.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/smart_ptr/intrusive_ptr.hpp>

#include <memory>

namespace pajthy
{
namespace
{

class writer final : public deferred_writer
{
public:
    int calls = 0;

private:
    void write_deferred() noexcept override { ++calls; }
};

struct scene
{
    asio::io_context loop{1};
    deferred_writes deferred;
    boost::intrusive_ptr<writer> first{new writer};
    boost::intrusive_ptr<writer> second{new writer};
};

TEST_CASE("every deferred writer is called once")
{
    scene s;
    s.deferred.add(*s.first, s.loop.get_executor());
    s.deferred.add(*s.second, s.loop.get_executor());
    s.deferred.add(*s.first, s.loop.get_executor());
    s.loop.poll();
    REQUIRE(s.first->calls == 1);
    REQUIRE(s.second->calls == 1);
}

TEST_CASE("a writer that cannot be deferred keeps no other one from it")
{
    const auto shortages = test::with_every_shortage(
        [] { return std::make_unique<scene>(); },
        [](auto& s) { s->deferred.add(*s->first, s->loop.get_executor()); },
        [](auto& s, bool has_thrown)
        {
            REQUIRE(has_thrown);
            s->deferred.add(*s->second, s->loop.get_executor());
            s->loop.poll();
            REQUIRE(s->first->calls == 0);
            REQUIRE(s->second->calls == 1);
            s->loop.restart();
            s->deferred.add(*s->first, s->loop.get_executor());
            s->loop.poll();
            REQUIRE(s->first->calls == 1);
        });
    REQUIRE(shortages >= 2); // of the list, and of the loop
}

} // namespace
} // namespace pajthy
