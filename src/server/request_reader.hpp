// Reads one request from its bytes into what the site needs of it (RFC 9112).
//
// Beast's parser reads lines, fields and chunks. What it does not check is counted and checked
// here. Only the fields that somebody needs are kept. Trailers are dropped: an invalid one ends the
// connection, and nothing else comes of them (RFC 9112 section 7.1.2).
#pragma once

#include "site.hpp"

#include <pajthy/limits.hpp>
#include <pajthy/server/trusted_proxies.hpp>

#include <boost/asio/ip/address.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pajthy
{

/// Why a request is refused. The connection must then be closed, since its state is unknown.
struct refusal
{
    http::status status;
    std::string_view title;
};

class request_reader final : http::basic_parser<true>
{
public:
    /// `all_list_bytes` counts the bytes in all readers of request bodies that list topics.
    request_reader(const http_limits& limits, std::size_t& all_list_bytes);
    ~request_reader() override;

    /// Removes what it reads from the front of `bytes`. What it leaves must be at the front of
    /// `bytes` in the next call, with newer bytes behind it. When the request is complete, what it
    /// leaves belongs to the next request.
    std::optional<refusal> read(std::string_view& bytes);

    bool is_head_complete() const noexcept { return head_complete_; }
    bool is_complete() const { return is_done(); }

    /// An HTTP/1.0 client has to be told that its connection is kept open.
    bool is_http_1_0() const noexcept { return minor_version_ == 0; }

    /// The client waits for 100 (Continue) before it sends the body (RFC 9110 section 10.1.1).
    bool expects_continue() const noexcept { return expects_continue_ && !is_http_1_0(); }

    /// Whether the client may send another request (RFC 9112 section 9.3).
    bool keep_alive() const;

    /// Whether the client accepts an HTML page as a response. `unread` is the part of the head that
    /// was not read, if the head is not complete.
    bool accepts_html(std::string_view unread) const;

    http::verb method() const noexcept { return request_.api.method; }
    bool is_secure() const noexcept { return request_.api.secure; }
    const std::string& websocket_key() const noexcept { return request_.websocket_key; }

    /// The complete request. `proxies` decide whether the X-Forwarded fields of `peer` count. Lives
    /// as long as the reader.
    site_request& request(const boost::asio::ip::address& peer, const trusted_proxies& proxies);

private:
    using error_code = boost::system::error_code;
    using view = boost::beast::string_view;

    std::optional<refusal> read_head(std::string_view& bytes);
    std::optional<refusal> read_request_line(std::string_view& bytes);
    std::optional<refusal> read_body(std::string_view& bytes);
    std::size_t parse(std::string_view& bytes, error_code& error);
    void limit_body(std::size_t max_bytes);
    bool reserve_list_bytes(std::size_t more);
    std::optional<refusal> check_head() const;
    bool has_valid_framing() const noexcept;
    bool has_valid_host() const;
    void read_expectations(std::string_view list);
    bool asks_for_websocket() const;

    // --- basic_parser

    void on_request_impl(http::verb method, view method_text, view target, int http_version,
                         error_code& error) override;
    void on_response_impl(int, view, int, error_code&) override {}
    void on_field_impl(http::field name, view name_text, view value, error_code& error) override;
    void on_header_impl(error_code& error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(view body, error_code& error) override;
    void on_chunk_header_impl(std::uint64_t, view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t left, view body, error_code& error) override;
    void on_finish_impl(error_code&) override {}

    const http_limits& limits_;
    std::size_t& all_list_bytes_;
    std::size_t own_list_bytes_ = 0; // the part of them in this reader
    std::size_t max_body_bytes_ = 0; // 0: no limit
    bool lists_topics_ = false;
    site_request request_;
    std::size_t taken_ = 0; // bytes of the head, then of the body with its framing
    bool has_request_line_ = false;
    bool head_complete_ = false;
    bool expects_continue_ = false;
    bool has_unknown_expectation_ = false;
    bool has_folded_field_ = false;
    int minor_version_ = 1;

    std::size_t fields_ = 0;
    std::size_t hosts_ = 0;
    std::size_t lengths_ = 0;
    std::size_t codings_ = 0;
    bool length_is_number_ = true; // digits alone; Beast would take "5, 5"
    bool coding_is_chunked_ = true;

    // For the handshake of a websocket (RFC 6455 section 4.2.1).
    std::string connection_;
    std::string upgrade_;
    std::size_t websocket_versions_ = 0;
    std::size_t websocket_keys_ = 0;
    bool websocket_version_is_ours_ = false;

    std::string forwarded_for_;
    std::string forwarded_proto_;
};

} // namespace pajthy
