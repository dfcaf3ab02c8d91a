// One request, from its bytes to what the site wants to know of it (RFC 9112).
//
// Beast's parser reads lines, fields and chunks; what it leaves to us is counted and checked here.
// Nothing of the head is kept but what somebody asks for, and what a trailer says is dropped: it
// can end the connection, and change nothing else (RFC 9112 section 7.1.2).
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

/// Why a request is refused. The connection is in an unknown state then: it must be closed.
struct refusal
{
    http::status status;
    std::string_view title;
};

class request_reader final : http::basic_parser<true>
{
public:
    /// `lists` counts the bytes that all readers hold of bodies which list topics.
    request_reader(const http_limits& most, std::size_t& lists);
    ~request_reader() override;

    /// Takes from the front of `bytes`, which go on where those of the last call ended. What it
    /// leaves must stand at the front the next time, unless the request is complete: then it is the
    /// next one's.
    std::optional<refusal> read(std::string_view& bytes);

    /// Nothing but the body is missing.
    bool is_head_complete() const noexcept { return head_complete_; }
    bool is_complete() const { return is_done(); }

    /// An HTTP/1.0 client, which has to be told that its connection is kept.
    bool is_http_1_0() const noexcept { return minor_version_ == 0; }

    /// The client waits for leave to send the body (RFC 9110 section 10.1.1).
    bool waits_for_leave() const noexcept { return waits_for_leave_ && !is_http_1_0(); }

    /// Whether the client wants to ask for more (RFC 9112 section 9.3).
    bool keep_alive() const;

    /// Whether a browser shows the answer to somebody. `unread` is what was left of the head, if
    /// that is not complete.
    bool accepts_pages(std::string_view unread) const;

    http::verb method() const noexcept { return request_.api.method; }
    bool is_secure() const noexcept { return request_.api.secure; }
    const std::string& websocket_key() const noexcept { return request_.websocket_key; }

    /// All of it, when it is complete. `proxies` say whether `peer` is to be believed about whom
    /// it asks for. Lives as long as the reader.
    site_request& request(const boost::asio::ip::address& peer, const trusted_proxies& proxies);

private:
    using error_code = boost::system::error_code;
    using view = boost::beast::string_view;

    std::optional<refusal> read_head(std::string_view& bytes);
    std::optional<refusal> read_request_line(std::string_view& bytes);
    std::optional<refusal> read_body(std::string_view& bytes);
    std::size_t parse(std::string_view& bytes, error_code& error);
    void expect_body_of(std::size_t most_bytes);
    bool has_room_in_lists(std::size_t more);
    std::optional<refusal> check_head() const;
    bool has_sound_framing() const noexcept;
    bool has_sound_host() const;
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

    const http_limits& most_;
    std::size_t& lists_;
    std::size_t of_lists_ = 0;        // what of that is ours
    std::size_t most_body_bytes_ = 0; // 0 for no limit
    bool lists_topics_ = false;
    site_request request_;
    std::size_t taken_ = 0; // bytes of the head, then of the body with its framing
    bool has_request_line_ = false;
    bool head_complete_ = false;
    bool waits_for_leave_ = false;
    bool expects_more_than_leave_ = false;
    bool has_folded_field_ = false;
    int minor_version_ = 1;

    std::size_t fields_ = 0;
    std::size_t hosts_ = 0;
    std::size_t lengths_ = 0;
    std::size_t codings_ = 0;
    bool length_is_number_ = true; // digits alone; Beast would take "5, 5"
    bool coding_is_chunked_ = true;

    // Of a handshake (RFC 6455 section 4.2.1).
    std::string connection_;
    std::string upgrade_;
    std::size_t websocket_versions_ = 0;
    std::size_t websocket_keys_ = 0;
    bool websocket_version_is_ours_ = false;

    std::string forwarded_for_;
    std::string forwarded_proto_;
};

} // namespace pajthy
