#include <pajthy/completion.hpp>
#include <pajthy/task.hpp>

#include "tests/support/catch.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace pajthy
{
namespace
{

using completer = completion<std::string>::completer_type;

// Waits for a text, and keeps `held` until then.
task<std::string> heard(std::optional<completer>& give, std::shared_ptr<int>)
{
    completion<std::string> answer;
    give.emplace(answer.completer());
    auto out = co_await answer;
    co_return out;
}

task<std::string> heard_behind(task<std::string> before)
{
    auto out = co_await std::move(before);
    co_return out + ", and so on";
}

TEST_CASE("a coroutine goes on with the value that it waits for")
{
    std::optional<completer> give;
    auto work = heard(give, {});
    REQUIRE_FALSE(work.done());
    REQUIRE(give->is_wanted());
    (*give)("yes");
    REQUIRE(work.done());
    REQUIRE(work.get() == "yes");
}

TEST_CASE("a value that is there before anybody waits is taken at once")
{
    const auto at_once = []() -> task<std::string>
    {
        completion<std::string> answer;
        answer.completer()("yes");
        auto out = co_await answer;
        co_return out;
    };
    auto work = at_once();
    REQUIRE(work.done());
    REQUIRE(work.get() == "yes");
}

TEST_CASE("a completer that is called once its task was given up does nothing")
{
    std::optional<completer> give;
    const auto held = std::make_shared<int>(7);
    {
        const auto work = heard_behind(heard(give, held));
        REQUIRE(held.use_count() == 2);
    }
    REQUIRE(held.use_count() == 1);
    REQUIRE_FALSE(give->is_wanted());
    (*give)("yes");
}

TEST_CASE("a completer can be moved, and is called once")
{
    std::optional<completer> give;
    auto work = heard(give, {});
    auto moved = std::move(*give);
    (*give)("from nobody");
    REQUIRE_FALSE(work.done());
    moved("yes");
    moved("again");
    REQUIRE(work.get() == "yes");
}

TEST_CASE("a task whose completer dies waits until it is given up")
{
    std::optional<completer> give;
    const auto held = std::make_shared<int>(7);
    {
        const auto work = heard(give, held);
        give.reset();
        REQUIRE_FALSE(work.done());
    }
    REQUIRE(held.use_count() == 1);
}

TEST_CASE("what follows a completion follows when it is called")
{
    std::optional<completer> give;
    std::string said;
    when_done(heard(give, {}), [&](task<std::string>& done) noexcept { said = done.get(); });
    REQUIRE(said.empty());
    (*give)("yes");
    REQUIRE(said == "yes");
}

} // namespace
} // namespace pajthy
