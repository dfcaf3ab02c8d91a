// Puts the concrete parts together and runs them.
#include <pajthy/app/health_check.hpp>
#include <pajthy/app/options.hpp>
#include <pajthy/app/process.hpp>
#include <pajthy/app/random.hpp>
#include <pajthy/app/version.hpp>
#include <pajthy/assets/assets.hpp>
#include <pajthy/bus/local_event_bus.hpp>
#include <pajthy/handler/handler.hpp>
#include <pajthy/line_writer.hpp>
#include <pajthy/log.hpp>
#include <pajthy/server/server.hpp>
#include <pajthy/store/memory_store.hpp>

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>
#include <variant>

namespace
{

using namespace pajthy;

boost::asio::ip::tcp::endpoint endpoint_of(const options& o)
{
    namespace ip = boost::asio::ip;
    if (o.address.empty())
        return {ip::tcp::v6(), o.port};
    return {ip::make_address(o.address), o.port};
}

std::string url_to_open(const options& o, std::uint16_t port)
{
    const auto address = endpoint_of(o).address();
    std::ostringstream out;
    out << "http://";
    if (address.is_unspecified())
        out << "localhost:" << port;
    else
        out << boost::asio::ip::tcp::endpoint(address, port);
    out << o.base_path << "/";
    return out.str();
}

// The address to listen on, as the options have it.
std::string address_text(const options& o)
{
    if (o.address.empty())
        return "port " + std::to_string(o.port);
    std::ostringstream out;
    out << endpoint_of(o);
    return out.str();
}

int check_health(const options& o)
{
    const auto problem = health_problem(o);
    if (!problem)
        return EXIT_SUCCESS;
    std::cerr << "pajthy: " << *problem << "\n";
    return EXIT_FAILURE;
}

// What an operator needs first when something goes wrong.
void log_start(const server& web)
{
    std::ostringstream address;
    address << web.address();
    const auto descriptors = web.descriptor_limit();
    const auto connections = web.max_connections();
    const auto commit = program_commit();
    std::ostringstream line;
    line << "pajthy " << program_version();
    if (!commit.empty())
        line << " (" << commit << ")";
    line << " listens on " << address.str() << "; descriptors: " << descriptors
         << ", connections: " << connections;
    log::info(line.str(), {{"version", program_version()},
                           {"commit", commit},
                           {"address", address.str()},
                           {"descriptors", descriptors},
                           {"connections", connections}});
}

int serve(const options& o)
{
    // Without random bytes from the system, fail before any key is made.
    std::array<std::uint8_t, key::size> probe{};
    fill_from_system(probe);

    const auto store = make_memory_store(o.limits.session);
    const auto bus = make_local_event_bus();
    session_service service({}, *store, *bus, clock::now, today);
    handler api({o.base_path, o.access, o.allowed_origins, o.limits}, service, clock::now,
                fill_from_system);
    const asset_catalogue pages(bundle());
    boost::asio::io_context loop(
        BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO); // one thread does all of it
    server web(loop,
               {.address = endpoint_of(o),
                .base_path = o.base_path,
                .proxies = o.proxies,
                .limits = o.limits,
                .metrics_address = o.metrics_address,
                .version = std::string(program_version()),
                .commit = std::string(program_commit()),
                .hsts = std::chrono::floor<std::chrono::seconds>(o.hsts)},
               api, pages);

    log_start(web);
    for (const auto& warning : o.warnings)
        log::warning(warning, {{"source", "environment"}});
    line_writer to_stdout(STDOUT_FILENO); // never blocks, even if nobody reads
    to_stdout.write("pajthy is ready: " + url_to_open(o, web.address().port()) + "\n");
    web.run();
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv)
try
{
    prepare_process();
    const auto read = read_options(argc, argv, std::cout, std::cerr);
    if (const auto* const status = std::get_if<int>(&read))
        return *status;
    const auto& o = std::get<options>(read);
    if (o.health_check)
        return check_health(o);
    log::set_level(o.log_level);
    log::set_format(o.log_format);
    try
    {
        return serve(o);
    }
    catch (const boost::system::system_error& e)
    {
        std::cerr << "pajthy: cannot listen on " << address_text(o) << ": " << e.code().message()
                  << "\n";
    }
    return EXIT_FAILURE;
}
catch (const std::exception& e)
{
    std::cerr << "pajthy: " << e.what() << "\n";
    return EXIT_FAILURE;
}
