#include <pajthy/app/health_check.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <string>

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

} // namespace

bool is_healthy(const options& o)
{
    asio::io_context loop;
    tcp::socket socket(loop);
    const std::string question =
        "GET " + o.base_path + "/healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    std::string answer;

    const auto read = [&](error_code error, std::size_t)
    {
        if (!error)
            asio::async_read(socket, asio::dynamic_buffer(answer, most_answer_bytes),
                             [](error_code, std::size_t) {});
    };
    const auto ask = [&](error_code error)
    {
        if (!error)
            asio::async_write(socket, asio::buffer(question), read);
    };
    socket.async_connect(where_to_ask(o), ask);
    loop.run_for(patience);
    return answer.starts_with("HTTP/1.1 200 ");
}

} // namespace pajthy
