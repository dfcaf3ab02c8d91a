#include "tests/support/catch.hpp"

#include <pajthy/app/options.hpp>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace pajthy;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace
{

struct outcome
{
    std::variant<options, int> read;
    std::string out;
    std::string err;

    // Fails the test if there are no options.
    const options& value() const { return std::get<options>(read); }
};

outcome read(const std::vector<std::string>& words)
{
    std::vector<const char*> argv{"pajthy"};
    for (const auto& word : words)
        argv.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream err;
    auto result = read_options(static_cast<int>(argv.size()), argv.data(), out, err);
    return {std::move(result), out.str(), err.str()};
}

// Sets a variable of the environment as long as it lives.
class variable
{
public:
    variable(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
    ~variable() { unsetenv(name_); }
    variable(const variable&) = delete;
    variable& operator=(const variable&) = delete;

private:
    const char* name_;
};

bool is_one_line(const std::string& text)
{
    return std::count(text.begin(), text.end(), '\n') == 1 && text.ends_with('\n');
}

} // namespace

TEST_CASE("metrics may have an address of their own")
{
    using boost::asio::ip::make_address;
    using endpoint = boost::asio::ip::tcp::endpoint;
    const auto at = [](const char* text) {
        return read({"--metrics-address", text}).value().metrics_address;
    };
    CHECK(!read({}).value().metrics_address);
    CHECK(at("127.0.0.1:9464") == endpoint(make_address("127.0.0.1"), 9464));
    CHECK(at("[::1]:0") == endpoint(make_address("::1"), 0));
    CHECK(at(":9464") == endpoint(make_address("::"), 9464));
    for (const auto* wrong :
         {"127.0.0.1", "9464", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:9464 ", "::1:9464",
          "[127.0.0.1]:9464", "[::1]", "[]:9464", "localhost:9464", "127.0.0.1:x", ""})
    {
        CAPTURE(wrong);
        CHECK(std::get<int>(read({"--metrics-address", wrong}).read) == 2);
    }
}

TEST_CASE("without any option the server listens everywhere on port 8000, with keys")
{
    const auto got = read({});
    const auto& o = got.value();
    CHECK(o.address.empty());
    CHECK(o.port == 8000);
    CHECK(o.base_path.empty());
    CHECK(o.access == access_mode::keyed);
    CHECK(o.allowed_origins.empty());
    CHECK(o.hsts == seconds(0));
    CHECK(o.log_level == log::level::info);
    CHECK_FALSE(o.health_check);
    CHECK(got.out.empty());
    CHECK(got.err.empty());
}

TEST_CASE("the limits are those of the design unless something else is said")
{
    const auto got = read({});
    const auto& l = got.value().limits;
    CHECK(l.waits.absence == seconds(15));
    CHECK(l.waits.undo == seconds(15));
    CHECK(l.waits.unattended_after == seconds(60));
    CHECK(l.waits.objection_period == seconds(10));
    CHECK(l.waits.pickup_period == seconds(60));
    CHECK(l.http.head_bytes == 16 * 1024);
    CHECK(l.http.target_bytes == 2 * 1024);
    CHECK(l.http.fields == 64);
    CHECK(l.http.body_bytes == 16 * 1024);
    CHECK(l.http.list_bytes == 512 * 1024);
    CHECK(l.http.lists_bytes == 32 * 1024 * 1024);
    CHECK(l.http.head == seconds(10));
    CHECK(l.http.body == seconds(15));
    CHECK(l.http.response == seconds(15));
    CHECK(l.http.keep_alive == seconds(75));
    CHECK(l.websocket.message_bytes == 4 * 1024);
    CHECK(l.websocket.messages.burst == 100);
    CHECK(l.websocket.messages.per_minute == 600);
    CHECK(l.websocket.ping == seconds(24));
    CHECK(l.websocket.dead == seconds(45));
    CHECK(l.websocket.closing == seconds(5));
    CHECK(l.websocket.outbox_bytes == 64 * 1024);
    CHECK(l.websocket.outbox_frames == 64);
    CHECK(l.websocket.outbox_age == seconds(10));
    CHECK(l.session.choices == 64);
    CHECK(l.session.participants == 500);
    CHECK(l.session.name_bytes == 64 * 1024);
    CHECK(l.session.control_keys == 8);
    CHECK(l.session.topics == 500);
    CHECK(l.session.websockets == 2'000);
    CHECK(l.session.sessions == 20'000);
    CHECK(l.session.sessions_of_address == 500);
    CHECK(l.session.text_bytes == 128 * 1024 * 1024);
    CHECK(l.session.unused == minutes(3));
    CHECK(l.session.idle == hours(24));
    CHECK(l.session.age == hours(24 * 7));
    CHECK(l.address.websockets == 1'024);
    CHECK(l.address.connections == 1'024);
    CHECK(l.address.create.burst == 30);
    CHECK(l.address.create.per_minute == 30);
    CHECK(l.address.unknown_ids.burst == 60);
    CHECK(l.address.unknown_ids.per_minute == 60);
    CHECK(l.address.wrong_keys.burst == 30);
    CHECK(l.address.wrong_keys.per_minute == 10);
    CHECK(l.address.joins.burst == 100);
    CHECK(l.address.joins.per_minute == 60);
    CHECK(l.address.renames.burst == 20);
    CHECK(l.address.renames.per_minute == 20);
    CHECK(l.address.calls.burst == 400);
    CHECK(l.address.calls.per_minute == 6'000);
    CHECK(l.stop == seconds(10));
}

TEST_CASE("every option is read")
{
    const auto got = read({"--address",      "127.0.0.1",
                           "--port",         "9001",
                           "--base-path",    "/tools/pajthy",
                           "--access",       "open",
                           "--allow-origin", "https://a.example,http://b.example:81",
                           "--log-level",    "warning",
                           "--log-format",   "json",
                           "--max-choices",  "10",
                           "--session-idle", "2h",
                           "--rate-create",  "5,7",
                           "--health-check"});
    const auto& o = got.value();
    CHECK(o.address == "127.0.0.1");
    CHECK(o.port == 9001);
    CHECK(o.base_path == "/tools/pajthy");
    CHECK(o.access == access_mode::open);
    CHECK(o.allowed_origins ==
          std::vector<std::string>{"https://a.example", "http://b.example:81"});
    CHECK(o.log_level == log::level::warning);
    CHECK(o.log_format == log::format::json);
    CHECK(o.limits.session.choices == 10);
    CHECK(o.limits.session.idle == hours(2));
    CHECK(o.limits.address.create.burst == 5);
    CHECK(o.limits.address.create.per_minute == 7);
    CHECK(o.health_check);
}

TEST_CASE("an option may be written with an equals sign")
{
    CHECK(read({"--port=9001"}).value().port == 9001);
}

TEST_CASE("several allowed origins may be given one by one")
{
    const auto got =
        read({"--allow-origin", "https://a.example", "--allow-origin", "https://b.example"});
    CHECK(got.value().allowed_origins.size() == 2);
}

TEST_CASE("every option that the help names can be given in the environment")
{
    const auto help = read({"--help"}).out;
    std::size_t found = 0;
    std::istringstream lines(help);
    for (std::string line; std::getline(lines, line);)
    {
        const auto begin = line.find("--");
        if (begin == std::string::npos || line.find_first_not_of(' ') != begin)
            continue;
        const auto name = line.substr(begin, line.find_first_of(" ,=", begin) - begin);
        if (name == "--version" || name == "--health-check")
            continue;
        CAPTURE(name);
        std::string in_environment = "PAJTHY_";
        for (const char c : name.substr(2))
            in_environment.push_back(c == '-' ? '_' : static_cast<char>(std::toupper(c)));
        const variable set(in_environment.c_str(), "\x01 makes no sense");
        const auto got = read({});
        CHECK(std::holds_alternative<int>(got.read));
        CHECK(is_one_line(got.err));
        ++found;
    }
    CHECK(found > 40);
}

TEST_CASE("the environment is read, and the command line goes before it")
{
    const variable base("PAJTHY_BASE_PATH", "/p/");
    const variable port("PAJTHY_PORT", "9001");
    const variable access("PAJTHY_ACCESS", "open");
    const variable origins("PAJTHY_ALLOW_ORIGIN", "https://a.example,https://b.example");
    const variable idle("PAJTHY_SESSION_IDLE", "5m");
    const variable rate("PAJTHY_RATE_WRONG_KEYS", "0");
    const auto got = read({"--port", "9002"});
    const auto& o = got.value();
    CHECK(o.base_path == "/p");
    CHECK(o.port == 9002);
    CHECK(o.access == access_mode::open);
    CHECK(o.allowed_origins == std::vector<std::string>{"https://a.example", "https://b.example"});
    CHECK(o.limits.session.idle == minutes(5));
    CHECK(o.limits.address.wrong_keys.burst == 0);
}

TEST_CASE("a slash at the end of the base path makes no difference")
{
    CHECK(read({"--base-path", "/"}).value().base_path.empty());
    CHECK(read({"--base-path", ""}).value().base_path.empty());
    CHECK(read({"--base-path", "/p"}).value().base_path == "/p");
    CHECK(read({"--base-path", "/p/"}).value().base_path == "/p");
    CHECK(read({"--base-path", "/a/b-c_d.e~f/"}).value().base_path == "/a/b-c_d.e~f");
}

TEST_CASE("a time is a number of seconds, or has a unit")
{
    const auto idle = [](const std::string& text) {
        return read({"--session-idle", text}).value().limits.session.idle;
    };
    CHECK(idle("250ms") == milliseconds(250));
    CHECK(idle("10s") == seconds(10));
    CHECK(idle("10") == seconds(10));
    CHECK(idle("1.5s") == milliseconds(1'500));
    CHECK(idle("5m") == minutes(5));
    CHECK(idle("24h") == hours(24));
    CHECK(idle("0") == milliseconds(0));
    CHECK(idle("0s") == milliseconds(0));
}

TEST_CASE("a rate is a burst and how much comes back in a minute")
{
    const auto create = [](const std::string& text) {
        return read({"--rate-create", text}).value().limits.address.create;
    };
    CHECK(create("30,60").burst == 30);
    CHECK(create("30,60").per_minute == 60);
    CHECK(create("3,0").burst == 3);
    CHECK(create("3,0").per_minute == 0);
    CHECK(create("0").burst == 0);
}

TEST_CASE("zero is no limit and may be given to every count, time and rate")
{
    const auto help = read({"--help"}).out;
    std::size_t found = 0;
    std::istringstream lines(help.substr(help.find("Limits")));
    for (std::string line; std::getline(lines, line);)
    {
        const auto begin = line.find("--");
        if (begin == std::string::npos)
            continue;
        const auto name = line.substr(begin, line.find_first_of(" ,=", begin) - begin);
        CAPTURE(name);
        CHECK(std::holds_alternative<options>(read({name, "0"}).read));
        ++found;
    }
    CHECK(found > 30);
}

TEST_CASE("rate limits can be lifted at once, what else is limited stays")
{
    const auto got = read({"--rate-limits", "off", "--rate-create", "5,5"});
    const auto& l = got.value().limits;
    for (const auto& r : {l.address.create, l.address.unknown_ids, l.address.wrong_keys,
                          l.address.joins, l.address.renames, l.address.calls})
        CHECK(r.burst == 0);
    CHECK(l.address.websockets == 0);
    CHECK(l.address.connections == 0);
    CHECK(l.session.sessions_of_address == 0);
    CHECK(l.session.sessions == 20'000);
    CHECK(l.session.websockets == 2'000);
    CHECK(l.websocket.messages.burst == 100);
    CHECK(read({"--rate-limits", "on"}).value().limits.address.create.burst == 30);
}

TEST_CASE("help and version go to the output with status 0")
{
    const auto help = read({"--help"});
    CHECK(std::get<int>(help.read) == 0);
    CHECK(help.err.empty());
    for (const auto* word : {"--port", "--base-path", "--access", "--rate-limits", "8000",
                             "PAJTHY_BASE_PATH", "keyed", "24h"})
    {
        CAPTURE(word);
        CHECK(help.out.find(word) != std::string::npos);
    }
    const auto version = read({"--version"});
    CHECK(std::get<int>(version.read) == 0);
    CHECK(version.out.starts_with("pajthy "));
    CHECK(is_one_line(version.out));
    CHECK(version.err.empty());
}

TEST_CASE("every wait of a session can be another one, from 100 ms to an hour")
{
    const auto got = read({"--away-after", "100ms", "--undo-time", "1h", "--unled-after", "2m",
                           "--objection-time", "5", "--taking-time", "30s"});
    const auto& w = got.value().limits.waits;
    CHECK(w.absence == milliseconds(100));
    CHECK(w.undo == hours(1));
    CHECK(w.unattended_after == minutes(2));
    CHECK(w.objection_period == seconds(5));
    CHECK(w.pickup_period == seconds(30));
}

TEST_CASE("a wait that is none, or has no end in sight, is refused")
{
    for (const std::string name :
         {"--away-after", "--undo-time", "--unled-after", "--objection-time", "--taking-time"})
    {
        const auto complaint = [&](const std::string& value) { return read({name, value}).err; };
        const auto begin = "pajthy: " + name;
        CHECK(complaint("0") == begin + ": '0' is too short: 100ms at least\n");
        CHECK(complaint("99ms") == begin + ": '99ms' is too short: 100ms at least\n");
        CHECK(complaint("3601") == begin + ": '3601' is too long: 1h at most\n");
        CHECK(complaint("soon") ==
              begin + ": 'soon' is not a time such as 250ms, 10s, 5m or 24h\n");
    }
}

TEST_CASE("a wrong option is one line and status 2")
{
    const std::vector<std::vector<std::string>> wrong{
        {"--no-such-option"},
        {"something"},
        {"--port"},
        {"--port", "x"},
        {"--port", "-1"},
        {"--port", "65536"},
        {"--port", "80.5"},
        {"--port", "99999999999999999999"},
        {"--address", "localhost"},
        {"--address", "1.2.3"},
        {"--base-path", "p"},
        {"--base-path", "/a//b"},
        {"--base-path", "/a/../b"},
        {"--base-path", "/./a"},
        {"--base-path", "/a b"},
        {"--base-path", "/a%20b"},
        {"--base-path", "/a?b"},
        {"--base-path", "//"},
        {"--base-path", "/\xC3\xA1"},
        {"--access", "closed"},
        {"--allow-origin", "tools.example"},
        {"--allow-origin", "https://"},
        {"--allow-origin", "https://tools.example/"},
        {"--allow-origin", "https://tools.example/path"},
        {"--allow-origin", "null"},
        {"--allow-origin", "*"},
        {"--log-level", "loud"},
        {"--rate-limits", "maybe"},
        {"--max-choices", "-1"},
        {"--max-choices", "many"},
        {"--max-choices", "1e3x"},
        {"--max-choices", ""},
        {"--max-choices", "0x10"},
        {"--max-choices", "99999999999999999999999"},
        {"--health-check=maybe"},
        {"--log-format", "xml"},
        {"--session-idle", "-1s"},
        {"--session-idle", "soon"},
        {"--session-idle", "5 minutes"},
        {"--session-idle", "5d"},
        {"--session-idle", "nan"},
        {"--session-idle", "inf"},
        {"--session-idle", "1e300"},
        {"--session-idle", ""},
        {"--rate-create", "30"},
        {"--rate-create", "30,"},
        {"--rate-create", ",30"},
        {"--rate-create", "30,30,30"},
        {"--rate-create", "-1,30"},
        {"--rate-create", "4294967296,30"},
        {"--rate-create", "x"},
        {"--port", "1", "--port", "2", "--access"},
    };
    for (const auto& words : wrong)
    {
        CAPTURE(words);
        const auto got = read(words);
        REQUIRE(std::holds_alternative<int>(got.read));
        CHECK(std::get<int>(got.read) == 2);
        CAPTURE(got.err);
        CHECK(got.err.starts_with("pajthy: "));
        CHECK(is_one_line(got.err));
        CHECK(got.out.empty());
    }
}

TEST_CASE("browsers can be told to use https alone for as long as a year and more")
{
    CHECK(read({"--hsts", "8760h"}).value().hsts == hours(8'760));
    CHECK(read({"--hsts", "31536000"}).value().hsts == hours(8'760)); // as max-age has it
    CHECK(read({"--hsts", "63072000"}).value().hsts == hours(2 * 8'760));
    CHECK(read({"--hsts", "0"}).value().hsts == hours(0));
}

TEST_CASE("a wrong value is named together with what would be right")
{
    CHECK(read({"--session-idle", "soon"})
              .err.find("'soon' is not a time such as 250ms, 10s, 5m or 24h") != std::string::npos);
    CHECK(read({"--session-idle", "soon"}).err.find("--session-idle") != std::string::npos);
    CHECK(read({"--address", "localhost"}).err.find("'localhost' is not an IPv4 or IPv6 address") !=
          std::string::npos);
}

TEST_CASE("a wrong value in the environment is one line and status 2 too")
{
    const variable port("PAJTHY_PORT", "x");
    const auto got = read({});
    REQUIRE(std::holds_alternative<int>(got.read));
    CHECK(std::get<int>(got.read) == 2);
    CHECK(is_one_line(got.err));
    CHECK(got.err == "pajthy: PAJTHY_PORT: 'x' is not a port\n");
}

TEST_CASE("what is wrong is one line that names it as it was given")
{
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"--max-sessions", "-1"}, "--max-sessions: '-1' is not a count such as 0, 1 or 500"},
        {{"--max-sessions", "99999999999999999999999"},
         "--max-sessions: '99999999999999999999999' is too large: 1000000000000 at most"},
        {{"--prot", "1"}, "'--prot' is no option; did you mean --port?"},
        {{"--prot=1"}, "'--prot' is no option; did you mean --port?"},
        {{"-port", "1"}, "'-port' is no option; did you mean --port?"},
        {{"--base_path", "/p"}, "'--base_path' is no option; did you mean --base-path?"},
        {{"--max-session", "1"}, "'--max-session' is no option; did you mean --max-sessions?"},
        {{"--no-such-option"}, "'--no-such-option' is no option; --help lists them"},
        {{"-p", "1"}, "'-p' is no option; --help lists them"},
        {{"--port", "1", "2"}, "'2' is neither an option nor the value of one"},
        {{"--port"}, "--port has no value"},
        {{"--port="}, "--port has no value"},
        {{"--port", ""}, "--port: '' is not a port"},
        {{"--port", "65536"}, "--port: '65536' is too large: 65535 at most"},
        {{"--port", "1", "--port", "2"}, "--port is given more than once"},
        {{"--health-check=maybe"}, "--health-check takes no value"},
        {{"--session-idle", "1e9h"}, "--session-idle: '1e9h' is too long: 1000000h at most"},
        {{"--session-idle", "1e400"}, "--session-idle: '1e400' is too long: 1000000h at most"},
        {{"--session-idle", "0.1ms"}, "--session-idle: '0.1ms' is too short: 1ms at least"},
        {{"--rate-create", ","},
         "--rate-create: ',' is not a rate such as 30,60 (thirty at once, then sixty a minute), "
         "or 0 for none"},
        {{"--rate-create", "30,4294967296"}, "--rate-create: '30,4294967296' is too large a rate"},
        {{"--access", "closed"}, "--access: 'closed' is none of keyed|open"},
        {{"--trusted-proxy", "proxy"},
         "--trusted-proxy: 'proxy' is not a network such as 10.0.0.0/8"},
        {{"--base-path", "/a\nb\x1b[m"},
         "--base-path: '/a\\x0ab\\x1b[m' is not a path such as "
         "/tools/pajthy"},
    };
    for (const auto& [words, line] : wrong)
        CHECK(read(words).err == "pajthy: " + line + "\n");
}

TEST_CASE("a value of any length is told in a short line")
{
    CHECK(read({"--access", std::string(100'000, 'x')}).err.size() < 200);
    CHECK(read({"--" + std::string(100'000, 'x')}).err.size() < 200);
}

TEST_CASE("a time longer than a million of its units is taken as it is")
{
    CHECK(read({"--session-idle", "10000000ms"}).value().limits.session.idle == seconds(10'000));
    CHECK(read({"--session-idle", "1000000h"}).value().limits.session.idle == hours(1'000'000));
}

TEST_CASE("what is wrong in the environment is named by its variable")
{
    const auto with = [](const char* name, const char* value)
    {
        const variable set(name, value);
        return read({}).err;
    };
    CHECK(with("PAJTHY_MAX_SESSIONS", "-1") ==
          "pajthy: PAJTHY_MAX_SESSIONS: '-1' is not a count such as 0, 1 or 500\n");
    CHECK(with("PAJTHY_SESSION_IDLE", "soon") ==
          "pajthy: PAJTHY_SESSION_IDLE: 'soon' is not a time such as 250ms, 10s, 5m or 24h\n");
    CHECK(with("PAJTHY_ALLOW_ORIGIN", "https://a.example,b") ==
          "pajthy: PAJTHY_ALLOW_ORIGIN: 'b' is not an origin such as https://tools.example\n");
    CHECK(with("PAJTHY_ACCESS", "closed") ==
          "pajthy: PAJTHY_ACCESS: 'closed' is none of keyed|open\n");
    CHECK(with("PAJTHY_PORT", "tcp://10.0.0.1:8000") ==
          "pajthy: PAJTHY_PORT: 'tcp://10.0.0.1:8000' is a link to a service of Kubernetes: give "
          "--port, or set enableServiceLinks: false for the pod\n");
}

TEST_CASE("a port on the command line leaves the one of the environment unread")
{
    const variable link("PAJTHY_PORT", "tcp://10.0.0.1:8000");
    CHECK(read({"--port", "9001"}).value().port == 9001);
}

TEST_CASE("an empty variable is none")
{
    const variable empty("PAJTHY_PORT", "");
    CHECK(read({}).value().port == 8000);
}

TEST_CASE("a variable that looks like an option and is none is a warning, without its value")
{
    const variable slip("PAJTHY_PROT", "secret");
    CHECK(read({}).value().warnings ==
          std::vector<std::string>{
              "the environment has PAJTHY_PROT, which is no option; did you mean PAJTHY_PORT?"});
}

TEST_CASE("a variable that resembles no option is a warning, too")
{
    const variable other("PAJTHY_BINARY", "pajthy");
    CHECK(read({}).value().warnings ==
          std::vector<std::string>{"the environment has PAJTHY_BINARY, which is no option"});
}

TEST_CASE("what Kubernetes sets for a service is no warning")
{
    const variable host("PAJTHY_SERVICE_HOST", "10.0.0.1");
    const variable port("PAJTHY_SERVICE_PORT", "8000");
    const variable named("PAJTHY_SERVICE_PORT_HTTP", "8000");
    const variable link("PAJTHY_PORT_8000_TCP", "tcp://10.0.0.1:8000");
    const variable address("PAJTHY_PORT_8000_TCP_ADDR", "10.0.0.1");
    CHECK(read({}).value().warnings.empty());
}

TEST_CASE("the help fits 80 columns")
{
    std::istringstream lines(read({"--help"}).out);
    for (std::string line; std::getline(lines, line);)
    {
        CAPTURE(line);
        CHECK(line.size() <= 80);
        CHECK(!line.ends_with(' '));
    }
}
