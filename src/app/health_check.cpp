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

constexpr std::chrono::seconds patience{3};
constexpr std::size_t most_answer_bytes = 4096;

// "All interfaces" is where to listen, not where to ask.
tcp::endpoint where_to_ask(const options& o)
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

// What a status says about who answers: "HTTP/1.1 503 Service Unavailable".
std::string what_is_wrong_with(const std::string& answer)
{
    if (!answer.starts_with("HTTP/1."))
        return "what answers there is no web server";
    const auto status = log::printable(answer.substr(9, 3));
    if (status == "404")
        return "status 404: it is not pajthy, or has another --base-path";
    return "status " + status;
}

} // namespace

std::optional<std::string> health_problem(const options& o)
{
    const auto server = where_to_ask(o);
    const auto path = o.base_path + "/healthz";
    const std::string question =
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    asio::io_context loop;
    tcp::socket socket(loop);
    std::string answer;
    std::optional<error_code> end; // of the conversation; none: time ran out

    const auto finish = [&](error_code error, std::size_t) { end = error; };
    const auto read = [&](error_code error, std::size_t)
    {
        if (error)
            end = error;
        else
            asio::async_read(socket, asio::dynamic_buffer(answer, most_answer_bytes), finish);
    };
    const auto ask = [&](error_code error)
    {
        if (error)
            end = error;
        else
            asio::async_write(socket, asio::buffer(question), read);
    };
    socket.async_connect(server, ask);
    loop.run_for(patience);
    answer.resize(std::min(answer.find('\0'), answer.size())); // without the room for more
    if (answer.starts_with("HTTP/1.1 200 "))
        return std::nullopt;

    std::ostringstream out;
    out << "http://" << server << path << ": ";
    if (!answer.empty())
        out << what_is_wrong_with(answer);
    else if (!end)
        out << "no answer in " << patience.count() << " s";
    else if (*end == asio::error::eof)
        out << "closed without an answer";
    else
        out << end->message();
    return out.str();
}

} // namespace pajthy
