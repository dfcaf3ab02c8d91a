#include "src/server/deferred_writes.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/failing_new.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/smart_ptr/intrusive_ptr.hpp>

#include <functional>
#include <memory>
#include <string>
#include <utility>

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

class noting_writer final : public deferred_writer
{
public:
    noting_writer(std::string& to, char name) : to_(to), name_(name) {}

    std::function<void()> then;

private:
    void write_deferred() noexcept override
    {
        to_.push_back(name_);
        if (then)
            std::exchange(then, nullptr)();
    }

    std::string& to_;
    char name_;
};

TEST_CASE("writers are called in their order, and those of the first lane before all others")
{
    asio::io_context loop{1};
    deferred_writes deferred;
    std::string called;
    const auto make = [&](char name)
    { return boost::intrusive_ptr<noting_writer>(new noting_writer(called, name)); };
    const auto a = make('a');
    const auto b = make('b');
    const auto c = make('c');
    const auto d = make('d');
    a->then = [&] { deferred.add(*a, loop.get_executor()); }; // once more, behind all others
    b->then = [&] { deferred.add_first(*d, loop.get_executor()); };
    deferred.add(*a, loop.get_executor());
    deferred.add(*b, loop.get_executor());
    deferred.add_first(*c, loop.get_executor());
    REQUIRE(deferred.size() == 3);
    loop.poll();
    REQUIRE(called == "cabda");
    REQUIRE(deferred.size() == 0);
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
