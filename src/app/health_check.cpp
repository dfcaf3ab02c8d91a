#include <pajthy/app/health_check.hpp>
#include <pajthy/log.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <chrono>
#include <sstream>

namespace pajthy
{
namespace
{

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::seconds timeout{3};
constexpr std::size_t max_response_bytes = 4096;

// A server may listen on all interfaces, but a client cannot connect to "all interfaces".
tcp::endpoint server_endpoint(const options& o)
{
    if (o.address.empty())
        return {asio::ip::address_v4::loopback(), o.port};
    const auto address = asio::ip::make_address(o.address);
    if (!address.is_unspecified())
        return {address, o.port};
    if (address.is_v6())
        return {asio::ip::address_v6::loopback(), o.port};
    return {asio::ip::address_v4::loopback(), o.port};
}

// For a response such as "HTTP/1.1 503 Service Unavailable".
std::string problem_of(const std::string& response)
{
    if (!response.starts_with("HTTP/1."))
        return "what answers there is no web server";
    const auto status = log::printable(response.substr(9, 3));
    if (status == "404")
        return "status 404: it is not pajthy, or has another --base-path";
    return "status " + status;
}

} // namespace

std::optional<std::string> health_problem(const options& o)
{
    const auto server = server_endpoint(o);
    const auto path = o.base_path + "/healthz";
    const std::string request =
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    asio::io_context loop;
    tcp::socket socket(loop);
    std::string response;
    std::optional<error_code> end; // of the exchange; none: timeout

    const auto finish = [&](error_code error, std::size_t) { end = error; };
    const auto read = [&](error_code error, std::size_t)
    {
        if (error)
            end = error;
        else
            asio::async_read(socket, asio::dynamic_buffer(response, max_response_bytes), finish);
    };
    const auto send = [&](error_code error)
    {
        if (error)
            end = error;
        else
            asio::async_write(socket, asio::buffer(request), read);
    };
    socket.async_connect(server, send);
    loop.run_for(timeout);
    response.resize(std::min(response.find('\0'), response.size())); // Asio grew it in advance
    if (response.starts_with("HTTP/1.1 200 "))
        return std::nullopt;

    std::ostringstream out;
    out << "http://" << server << path << ": ";
    if (!response.empty())
        out << problem_of(response);
    else if (!end)
        out << "no answer in " << timeout.count() << " s";
    else if (*end == asio::error::eof)
        out << "closed without an answer";
    else
        out << end->message();
    return out.str();
}

} // namespace pajthy
