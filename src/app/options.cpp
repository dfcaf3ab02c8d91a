#include <pajthy/app/options.hpp>
#include <pajthy/app/spelling.hpp>

#include <CLI/CLI.hpp>

#include <boost/asio/ip/address.hpp>

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

constexpr int usage_error_status = 2;
constexpr std::uint64_t max_count =
    1'000'000'000'000; // of bytes or things: sums of them do not overflow
constexpr double max_time_ms = 1e6 * 3'600'000;
constexpr milliseconds min_wait(100); // a deadline may be met this late
constexpr milliseconds max_wait = std::chrono::hours(1);
constexpr std::size_t max_quoted = 100;

// A value as the user gave it, without line breaks.
std::string in_quotes(std::string_view text)
{
    const auto shown = log::printable(text.substr(0, max_quoted));
    return "'" + shown + (text.size() > max_quoted ? "...'" : "'");
}

// "--base-path" is PAJTHY_BASE_PATH.
std::string environment_name(std::string_view option)
{
    std::string out = "PAJTHY_";
    for (const char c : option.substr(2))
        out.push_back(c == '-' ? '_' : static_cast<char>(std::toupper(c)));
    return out;
}

// "--port PORT    port to listen on [8000]", within 80 columns.
class plain_formatter final : public CLI::Formatter
{
public:
    std::string make_option(const CLI::Option* option, bool) const override
    {
        std::string line = "  " + option->get_name(false, true) + type_of(*option);
        std::string out;
        const auto begin_line = [&]
        {
            out.append(line).append("\n");
            line.clear();
        };
        if (line.size() + 2 > description_column)
            begin_line();
        std::istringstream words(option->get_description() + default_of(*option));
        for (std::string word; words >> word;)
        {
            if (line.size() > description_column && line.size() + 1 + word.size() > width)
                begin_line();
            line.resize(std::max(line.size() + 1, description_column), ' ');
            line.append(word);
        }
        begin_line();
        return out;
    }

private:
    static constexpr std::size_t width = 80;
    static constexpr std::size_t description_column = 36;

    static std::string type_of(const CLI::Option& option)
    {
        const auto type = option.get_type_name(); // followed by ":" and the names of the checks
        if (type.empty() || option.get_type_size() == 0)
            return {};
        return " " + type.substr(0, type.find(':'));
    }

    static std::string default_of(const CLI::Option& option)
    {
        const auto text = option.get_default_str();
        return text.empty() || text == "[]" ? "" : " [" + text + "]";
    }
};

template <class T>
CLI::Option* add(CLI::App& app, const std::string& name, T& to, const std::string& help)
{
    return app.add_option(name, to, help)->envname(environment_name(name))->capture_default_str();
}

// For values that CLI11 cannot read: `reader` checks the text and stores the value.
CLI::Option* add_read(CLI::App& app, const std::string& name, const CLI::Validator& reader,
                      const std::string& help)
{
    return app
        .add_option_function<std::string>(
            name, [](const std::string&) {}, help)
        ->envname(environment_name(name))
        ->check(reader);
}

template <class T>
using named_values = std::vector<std::pair<std::string, T>>;

// `to` has the default.
template <class T>
void add_choice(CLI::App& app, const std::string& name, T& to, const named_values<T>& values,
                const std::string& help)
{
    std::string names;
    std::string default_name;
    for (const auto& [known, value] : values)
    {
        names.append(names.empty() ? "" : "|").append(known);
        if (value == to)
            default_name = known;
    }
    const auto read = [&to, values, names](std::string& text) -> std::string
    {
        for (const auto& [known, value] : values)
        {
            if (known != text)
                continue;
            to = value;
            return {};
        }
        return in_quotes(text) + " is none of " + names;
    };
    add_read(app, name, {read, ""}, help)->type_name(names)->default_str(default_name);
}

// A value above `max` is refused.
template <class T>
CLI::Validator number_reader(T& to, std::uint64_t max, const std::string& what)
{
    return {[&to, max, what](std::string& text) -> std::string
            {
                std::uint64_t read = 0;
                const auto* const end = text.data() + text.size();
                const auto [at, error] = std::from_chars(text.data(), end, read);
                if (at != end || text.empty() || error == std::errc::invalid_argument)
                    return in_quotes(text) + " is not " + what;
                if (error == std::errc::result_out_of_range || read > max)
                    return in_quotes(text) + " is too large: " + std::to_string(max) + " at most";
                to = static_cast<T>(read);
                return {};
            },
            ""};
}

void add_count(CLI::App& app, const std::string& name, std::size_t& to, const std::string& help)
{
    add_read(app, name, number_reader(to, max_count, "a count such as 0, 1 or 500"), help)
        ->type_name("COUNT")
        ->default_str(std::to_string(to));
}

// "250ms", "10s", "5m" or "24h". A number without a unit is in seconds.
CLI::Validator duration_reader(milliseconds& to)
{
    return {[&to](std::string& text) -> std::string
            {
                static const std::map<std::string_view, long> units{
                    {"ms", 1}, {"", 1'000}, {"s", 1'000}, {"m", 60'000}, {"h", 3'600'000}};
                double number = 0;
                const auto* const end = text.data() + text.size();
                const auto [at, error] = std::from_chars(text.data(), end, number);
                const auto unit = units.find(std::string_view(at, end));
                if (error == std::errc::invalid_argument || unit == units.end() || !(number >= 0) ||
                    std::isinf(number))
                    return in_quotes(text) + " is not a time such as 250ms, 10s, 5m or 24h";
                const auto time = number * static_cast<double>(unit->second);
                if (error == std::errc::result_out_of_range || time > max_time_ms)
                    return in_quotes(text) + " is too long: 1000000h at most";
                if (time > 0 && time < 1) // rounded down, it would be 0: none
                    return in_quotes(text) + " is too short: 1ms at least";
                to = milliseconds(static_cast<long>(time));
                return {};
            },
            "TIME"};
}

std::string text_of(milliseconds time)
{
    if (time.count() % 3'600'000 == 0 && time.count() != 0)
        return std::to_string(time.count() / 3'600'000) + "h";
    if (time.count() % 1'000 == 0)
        return std::to_string(time.count() / 1'000) + "s";
    return std::to_string(time.count()) + "ms";
}

void add_time(CLI::App& app, const std::string& name, milliseconds& to, const std::string& help)
{
    add_read(app, name, duration_reader(to), help)->type_name("TIME")->default_str(text_of(to));
}

// A time within limits: otherwise a session would wait for ever, or not at all.
CLI::Validator wait_reader(milliseconds& to)
{
    return {[&to](std::string& text) -> std::string
            {
                milliseconds read{0};
                const auto wrong = duration_reader(read)(text);
                if (!wrong.empty())
                    return wrong;
                if (read < min_wait)
                    return in_quotes(text) + " is too short: " + text_of(min_wait) + " at least";
                if (read > max_wait)
                    return in_quotes(text) + " is too long: " + text_of(max_wait) + " at most";
                to = read;
                return {};
            },
            "TIME"};
}

void add_wait(CLI::App& app, const std::string& name, milliseconds& to, const std::string& help)
{
    add_read(app, name, wait_reader(to), help)->type_name("TIME")->default_str(text_of(to));
}

// "30,60": thirty at once, then sixty a minute. "0" is no limit.
CLI::Validator rate_reader(rate& to)
{
    return {[&to](std::string& text) -> std::string
            {
                rate read;
                const auto* const end = text.data() + text.size();
                auto [at, error] = std::from_chars(text.data(), end, read.burst);
                if (error == std::errc() && at != end && *at == ',')
                    std::tie(at, error) = [&, from = at + 1]
                    {
                        const auto rest = std::from_chars(from, end, read.per_minute);
                        return std::pair(rest.ptr, rest.ec);
                    }();
                else if (read.burst != 0)
                    error = std::errc::invalid_argument;
                if (error != std::errc() || at != end)
                    return in_quotes(text) + (error == std::errc::result_out_of_range
                                                  ? " is too large a rate"
                                                  : " is not a rate such as 30,60 (thirty at once, "
                                                    "then sixty a minute), or 0 for none");
                to = read;
                return {};
            },
            "BURST,PER_MINUTE"};
}

void add_rate(CLI::App& app, const std::string& name, rate& to, const std::string& help)
{
    add_read(app, name, rate_reader(to), help)
        ->type_name("RATE")
        ->default_str(std::to_string(to.burst) + "," + std::to_string(to.per_minute));
}

// Kubernetes sets variables in each pod for all services: PAJTHY_PORT for a service named pajthy.
CLI::Validator port_reader(std::uint16_t& to)
{
    return {[reader = number_reader(to, 65'535, "a port")](std::string& text) -> std::string
            {
                if (text.starts_with("tcp://"))
                    return in_quotes(text) +
                           " is a link to a service of Kubernetes: give --port, or "
                           "set enableServiceLinks: false for the pod";
                return reader(text);
            },
            ""};
}

std::string check_address(const std::string& text)
{
    boost::system::error_code error;
    boost::asio::ip::make_address(text, error);
    return error ? in_quotes(text) + " is not an IPv4 or IPv6 address" : "";
}

using endpoint = boost::asio::ip::tcp::endpoint;

// "127.0.0.1:9464", "[::1]:9464", and ":9464" for all interfaces.
std::optional<endpoint> read_endpoint(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto host = text.substr(0, colon);
    const auto digits = text.substr(colon + 1);
    const bool is_v6 = host.empty() || (host.starts_with('[') && host.ends_with(']'));
    if (is_v6)
        host = host.empty() ? "::" : host.substr(1, host.size() - 2);
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(host, error);
    std::uint16_t port = 0;
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error || address.is_v6() != is_v6 || wrong != std::errc() ||
        end != digits.data() + digits.size())
        return std::nullopt;
    return endpoint(address, port);
}

CLI::Validator endpoint_reader(std::optional<endpoint>& to)
{
    return {[&to](std::string& text) -> std::string
            {
                to = read_endpoint(text);
                return to ? "" : in_quotes(text) + " is not an address such as 127.0.0.1:9464";
            },
            ""};
}

// Segments of unreserved characters (RFC 3986 section 2.3): they need no escape in URLs or HTML.
std::string check_base_path(const std::string& text)
{
    const auto is_allowed = [](char c)
    {
        return std::isalnum(static_cast<unsigned char>(c)) ||
               std::string_view("-._~/").find(c) != std::string_view::npos;
    };
    if (text.empty() || text == "/")
        return {};
    if (text.front() != '/' || text.find("//") != std::string::npos ||
        (text + "/").find("/./") != std::string::npos ||
        (text + "/").find("/../") != std::string::npos ||
        !std::all_of(text.begin(), text.end(), is_allowed))
        return in_quotes(text) + " is not a path such as /tools/pajthy";
    return {};
}

std::string check_origin(const std::string& text)
{
    const bool has_scheme = text.starts_with("http://") || text.starts_with("https://");
    const auto host = text.find("//") + 2;
    if (!has_scheme || host >= text.size() || text.find('/', host) != std::string::npos)
        return in_quotes(text) + " is not an origin such as https://tools.example";
    return {};
}

void add_waits(CLI::App& app, waits& w)
{
    app.option_defaults()->group("Waits (from 100ms to 1h)");
    add_wait(app, "--away-after", w.absence, "a seat that lost its websocket is away after");
    add_wait(app, "--undo-time", w.undo, "a reset or a kick can be undone for");
    add_wait(app, "--unled-after", w.unattended_after,
             "control that nobody has may be asked for after");
    add_wait(app, "--objection-time", w.objection_period, "the others may object to that for");
    add_wait(app, "--taking-time", w.pickup_period, "who asked may take control then for");
}

void add_limits(CLI::App& app, limits& l)
{
    app.option_defaults()->group("Limits (0 is none; a RATE is BURST,PER_MINUTE)");
    add_count(app, "--max-choices", l.session.choices, "choices of a session");
    add_count(app, "--max-participants", l.session.participants, "participants of a session");
    add_count(app, "--max-name-bytes", l.session.name_bytes, "bytes of all names in a session");
    add_count(app, "--max-control-keys", l.session.control_keys, "control keys of a session");
    add_count(app, "--max-topics", l.session.topics, "topics that are to come in a session");
    add_count(app, "--max-session-websockets", l.session.websockets, "websockets of a session");
    add_count(app, "--max-sessions", l.session.sessions, "sessions in all");
    add_count(app, "--max-address-sessions", l.session.sessions_of_address,
              "sessions made by one address");
    add_count(app, "--max-text-bytes", l.session.text_bytes, "bytes of text in all sessions");
    add_time(app, "--session-unused", l.session.unused,
             "where room is short, a session nobody ever entered is gone after");
    add_time(app, "--session-idle", l.session.idle, "a session nobody touches is gone after");
    add_time(app, "--session-age", l.session.age, "any session is gone after");

    add_rate(app, "--rate-create", l.address.create, "sessions created by an address");
    add_rate(app, "--rate-unknown-ids", l.address.unknown_ids, "unknown ids asked for");
    add_rate(app, "--rate-wrong-keys", l.address.wrong_keys, "wrong keys tried");
    add_rate(app, "--rate-join", l.address.joins, "seats taken by an address");
    add_rate(app, "--rate-rename", l.address.renames,
             "names changed and questions raised by an address");
    add_rate(app, "--rate-calls", l.address.calls, "API calls of an address");
    add_count(app, "--max-address-websockets", l.address.websockets, "websockets of an address");
    add_count(app, "--max-address-connections", l.address.connections, "connections of an address");
    add_count(app, "--max-addresses", l.address.remembered, "addresses remembered for the rates");

    add_count(app, "--max-head-bytes", l.http.head_bytes, "bytes of a request head");
    add_count(app, "--max-target-bytes", l.http.target_bytes, "bytes of a request target");
    add_count(app, "--max-fields", l.http.fields, "header fields of a request");
    add_count(app, "--max-body-bytes", l.http.body_bytes, "bytes of a request body");
    add_count(app, "--max-list-bytes", l.http.list_bytes, "bytes of a request body with topics");
    add_count(app, "--max-lists-bytes", l.http.lists_bytes, "bytes of all such bodies at once");
    add_count(app, "--max-connections", l.http.connections,
              "connections in all (default: what the open files allow)");
    add_time(app, "--head-timeout", l.http.head, "a request head is complete within");
    add_time(app, "--body-timeout", l.http.body, "a request body is complete within");
    add_time(app, "--answer-timeout", l.http.response, "an answer nobody takes is dropped after");
    add_time(app, "--keep-alive", l.http.keep_alive, "an idle connection is closed after");

    add_count(app, "--max-message-bytes", l.websocket.message_bytes, "bytes of a message");
    add_rate(app, "--rate-messages", l.websocket.messages, "messages and pings of a websocket");
    add_time(app, "--handshake-timeout", l.websocket.handshake, "an upgrade is complete within");
    add_time(app, "--ping-interval", l.websocket.ping, "a websocket is pinged every");
    add_time(app, "--dead-timeout", l.websocket.dead, "a silent websocket is cut after");
    add_time(app, "--close-timeout", l.websocket.closing, "a close is answered within");
    add_count(app, "--outbox-bytes", l.websocket.outbox_bytes, "bytes that wait for a websocket");
    add_count(app, "--outbox-frames", l.websocket.outbox_frames,
              "events that wait for a websocket");
    add_time(app, "--outbox-age", l.websocket.outbox_age, "an event waits for a websocket");
    add_time(app, "--stop-timeout", l.stop, "a stop takes");
}

void remove_address_limits(limits& l)
{
    l.address = {.create = {},
                 .unknown_ids = {},
                 .wrong_keys = {},
                 .joins = {},
                 .renames = {},
                 .calls = {},
                 .websockets = 0,
                 .connections = 0,
                 .remembered = l.address.remembered};
    l.session.sessions_of_address = 0;
}

// --- Errors, with the name of the option or of the variable, whichever was used

using arguments = std::span<const char* const>;

bool is_among(arguments words, const std::string& option)
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word)
                       { return word == option || word.starts_with(option + "="); });
}

// CLI11 begins its text with the name of the option; the name of a flag has no dashes there.
std::string error_text(const CLI::App& app, const CLI::ParseError& wrong, arguments words)
{
    const std::string what = wrong.what();
    const auto first = what.substr(0, what.find_first_of(": "));
    const auto name = first.starts_with("--") ? first : "--" + first;
    const auto* const option = app.get_option_no_throw(name);
    if (option == nullptr)
        return log::printable(what);
    if (wrong.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch))
    {
        if (option->get_items_expected_max() == 0)
            return name + " takes no value";
        return name + (option->count() == 0 ? " has no value" : " is given more than once");
    }
    return (is_among(words, name) ? name : option->get_envname()) + what.substr(first.size());
}

std::string lower_name(std::string_view text)
{
    std::string out;
    for (const char c : text.substr(0, text.find('=')))
        out.push_back(c == '_' ? '-' : static_cast<char>(std::tolower(c)));
    return "--" + out.substr(std::min(out.find_first_not_of('-'), out.size()));
}

// "; did you mean X?", if a name is similar enough.
std::string suggestion(const std::string& near)
{
    return near.empty() ? "" : "; did you mean " + near + "?";
}

std::string unknown_option_error(const CLI::App& app, const std::string& word)
{
    if (!word.starts_with('-'))
        return in_quotes(word) + " is neither an option nor the value of one";
    std::vector<std::string> known;
    for (const auto* option : app.get_options())
    {
        const auto names = option->get_name(false, true);
        known.push_back(names.substr(names.find("--")));
    }
    const auto near = nearest(lower_name(word), known);
    return in_quotes(word.substr(0, word.find('='))) + " is no option" +
           (near.empty() ? "; --help lists them" : suggestion(near));
}

// Kubernetes and Docker set such variables for each service that a container may call.
bool is_service_link(std::string_view name)
{
    const auto port = name.find("_PORT_");
    return name.ends_with("_SERVICE_HOST") || name.find("_SERVICE_PORT") != name.npos ||
           (port != name.npos && port + 6 < name.size() &&
            std::isdigit(static_cast<unsigned char>(name[port + 6])));
}

// One for each variable that looks like an option but is none: it may be misspelled, or belong to
// another program. Its value may be a secret, so it is left out.
std::vector<std::string> environment_warnings(const CLI::App& app)
{
    std::vector<std::string> known;
    for (const auto* option : app.get_options())
    {
        if (!option->get_envname().empty())
            known.push_back(option->get_envname());
    }
    std::vector<std::string> out;
    for (auto at = environ; *at != nullptr; ++at)
    {
        const std::string_view entry(*at);
        const std::string name(entry.substr(0, entry.find('=')));
        if (!name.starts_with("PAJTHY_") || is_service_link(name) ||
            std::find(known.begin(), known.end(), name) != known.end())
            continue;
        out.push_back("the environment has " + name + ", which is no option" +
                      suggestion(nearest(name, known)));
    }
    return out;
}

} // namespace

std::variant<options, int> read_options(int argc, const char* const* argv, std::ostream& out,
                                        std::ostream& err)
{
    options o;
    bool rate_limits = true;
    CLI::App app("A voting tool for scrum grooming. Every option can also be set in the\n"
                 "environment: --base-path as PAJTHY_BASE_PATH, and so on.",
                 "pajthy");
    app.formatter(std::make_shared<plain_formatter>());
    app.set_version_flag("--version", "pajthy " PAJTHY_VERSION);

    add(app, "--address", o.address, "address to listen on (default: all interfaces)")
        ->check(check_address)
        ->type_name("ADDRESS");
    add_read(app, "--port", port_reader(o.port), "port to listen on; 0 picks a free one")
        ->type_name("PORT")
        ->default_str(std::to_string(o.port));
    add_read(app, "--metrics-address", endpoint_reader(o.metrics_address),
             "address:port of its own for /metrics")
        ->type_name("ADDRESS");
    add(app, "--base-path", o.base_path, "path under which everything is served")
        ->check(check_base_path)
        ->type_name("PATH");
    add_choice(app, "--access", o.access,
               {{"keyed", access_mode::keyed}, {"open", access_mode::open}},
               "keyed: keys guard control and seats; open: the id is enough");
    add(app, "--allow-origin", o.allowed_origins, "another origin whose pages may make changes")
        ->check(check_origin)
        ->delimiter(',')
        ->type_name("ORIGIN");
    std::vector<std::string> proxies;
    add(app, "--trusted-proxy", proxies, "addresses whose X-Forwarded-For and -Proto count")
        ->check({[&o](std::string& text) -> std::string
                 {
                     if (o.proxies.add(text))
                         return {};
                     return in_quotes(text) + " is not a network such as 10.0.0.0/8";
                 },
                 ""})
        ->delimiter(',')
        ->type_name("CIDR");
    add_time(app, "--hsts", o.hsts, "browsers use https alone for; 0: off");
    add_choice(app, "--log-level", o.log_level,
               {{"debug", log::level::debug},
                {"info", log::level::info},
                {"warning", log::level::warning},
                {"error", log::level::error},
                {"off", log::level::off}},
               "what is logged");
    add_choice(app, "--log-format", o.log_format,
               {{"text", log::format::text}, {"json", log::format::json}},
               "json: each line of the log is an object");
    add_choice(app, "--rate-limits", rate_limits, {{"on", true}, {"off", false}},
               "off lifts every limit of an address at once");
    app.add_flag("--health-check", o.health_check,
                 "ask the server that runs with these options whether it is well")
        ->disable_flag_override();
    add_waits(app, o.limits.waits);
    add_limits(app, o.limits);

    const std::span words(argv + 1, argv + argc);
    app.allow_extras(); // `unknown_option_error` says more than CLI11 does
    try
    {
        app.parse(argc, argv);
    }
    catch (const CLI::Success& wanted)
    {
        return app.exit(wanted, out, err);
    }
    catch (const CLI::ParseError& wrong)
    {
        err << "pajthy: " << error_text(app, wrong, words) << "\n";
        return usage_error_status;
    }
    if (app.remaining_size() != 0)
    {
        err << "pajthy: " << unknown_option_error(app, app.remaining().front()) << "\n";
        return usage_error_status;
    }
    o.warnings = environment_warnings(app);
    while (o.base_path.ends_with('/'))
        o.base_path.pop_back();
    if (!rate_limits)
        remove_address_limits(o.limits);
    return o;
}

} // namespace pajthy
