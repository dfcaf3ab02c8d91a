#include "tests/support/raw_websocket.hpp"

#include "tests/support/catch.hpp"

#include <limits>

namespace pajthy::test
{
namespace
{

constexpr unsigned final_bit = 0x80;
constexpr unsigned mask_bit = 0x80;
constexpr unsigned length_in_16_bits = 126;
constexpr unsigned length_in_64_bits = 127;
constexpr unsigned no_code = 1005;

void append_number(std::string& to, std::uint64_t value, unsigned bytes)
{
    for (unsigned i = bytes; i-- != 0;)
        to.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

std::uint64_t number_in(std::string_view bytes)
{
    std::uint64_t out = 0;
    for (const char c : bytes)
        out = out << 8 | static_cast<std::uint8_t>(c);
    return out;
}

unsigned length_bytes(length_form form, std::uint64_t size)
{
    switch (form)
    {
    case length_form::in_16_bits: return 2;
    case length_form::in_64_bits: return 8;
    case length_form::shortest: break;
    }
    if (size < length_in_16_bits)
        return 0;
    return size <= std::numeric_limits<std::uint16_t>::max() ? 2 : 8;
}

bool is_control(opcode kind)
{
    return (static_cast<unsigned>(kind) & 8) != 0;
}

bool is_known(opcode kind)
{
    switch (kind)
    {
    case opcode::continuation:
    case opcode::text:
    case opcode::binary:
    case opcode::close:
    case opcode::ping:
    case opcode::pong: return true;
    }
    return false;
}

// By the table of RFC 3629 section 4.
bool is_utf8(std::string_view text)
{
    const auto byte = [&](std::size_t at)
    { return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t{0}; };
    const auto is_between = [](unsigned value, unsigned least, unsigned most)
    { return value >= least && value <= most; };
    for (std::size_t at = 0; at < text.size();)
    {
        const unsigned first = byte(at++);
        if (first < 0x80)
            continue;
        const std::size_t tails = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (!is_between(first, 0xC2, 0xF4) || !is_between(byte(at), least, most))
            return false;
        for (std::size_t i = 1; i < tails; ++i)
        {
            if (!is_between(byte(at + i), 0x80, 0xBF))
                return false;
        }
        at += tails;
    }
    return true;
}

} // namespace

// --- What a client sends

std::string frame_head(opcode kind, std::uint64_t size, const frame_form& how)
{
    std::string out;
    const auto bytes = length_bytes(how.length, size);
    const auto length = bytes == 0   ? size
                        : bytes == 2 ? std::uint64_t{length_in_16_bits}
                                     : std::uint64_t{length_in_64_bits};
    append_number(out, (how.final ? final_bit : 0) | how.reserved << 4 | unsigned(kind), 1);
    append_number(out, (how.masked ? mask_bit : 0) | length, 1);
    append_number(out, size, bytes);
    if (how.masked)
        out.append(how.mask.begin(), how.mask.end());
    return out;
}

std::string frame_of(opcode kind, std::string_view payload, const frame_form& how)
{
    auto out = frame_head(kind, payload.size(), how);
    for (std::size_t i = 0; i < payload.size(); ++i)
    {
        const auto key = how.masked ? how.mask[i % how.mask.size()] : std::uint8_t{0};
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(payload[i]) ^ key));
    }
    return out;
}

std::string close_frame(unsigned code, std::string_view reason)
{
    std::string payload;
    append_number(payload, code, 2);
    return frame_of(opcode::close, payload.append(reason));
}

std::string handshake::text(std::string_view target) const
{
    std::string out = method;
    out.append(" ").append(target).append(" ").append(version).append("\r\nHost: a\r\n");
    return out.append(upgrade + connection + key + key_version + more).append("\r\n");
}

// --- What the server sends

std::string raw_websocket::upgrade(std::string_view target, const handshake& how)
{
    send(how.text(target));
    return wire_.receive_until("\r\n\r\n");
}

std::optional<received_frame> raw_websocket::next()
{
    const auto begin = wire_.receive(2);
    if (begin.size() < 2)
    {
        CHECK(begin.empty());
        return std::nullopt;
    }
    const auto first = static_cast<std::uint8_t>(begin[0]);
    const auto second = static_cast<std::uint8_t>(begin[1]);
    const opcode kind{static_cast<std::uint8_t>(first & 0x0F)};
    CAPTURE(first, second);
    CHECK(is_known(kind));
    CHECK(kind != opcode::continuation);
    CHECK((first & final_bit) != 0);
    CHECK((first & 0x70) == 0);
    REQUIRE((second & mask_bit) == 0);

    std::uint64_t size = second;
    const auto bytes = size == length_in_16_bits ? 2U : size == length_in_64_bits ? 8U : 0U;
    if (bytes != 0)
        size = number_in(wire_.receive(bytes));
    CHECK(bytes == length_bytes(length_form::shortest, size));
    CHECK((!is_control(kind) || size <= 125));
    received_frame out{kind, wire_.receive(size)};
    REQUIRE(out.payload.size() == size);
    CHECK((kind != opcode::text || is_utf8(out.payload)));
    return out;
}

std::string raw_websocket::next_text()
{
    for (;;)
    {
        const auto f = next();
        REQUIRE(f.has_value());
        REQUIRE(f->kind != opcode::close);
        if (f->kind == opcode::text && f->payload != beat)
            return f->payload;
    }
}

std::string raw_websocket::next_pong()
{
    for (;;)
    {
        const auto f = next();
        REQUIRE(f.has_value());
        REQUIRE(f->kind != opcode::close);
        if (f->kind == opcode::pong)
            return f->payload;
    }
}

unsigned raw_websocket::end(bool answers)
{
    for (;;)
    {
        const auto f = next();
        if (!f)
            return 0;
        if (f->kind != opcode::close)
            continue;
        CHECK(f->payload.size() != 1);
        CHECK((f->payload.size() < 2 || is_utf8(std::string_view(f->payload).substr(2))));
        const auto code =
            f->payload.size() < 2 ? no_code : unsigned(number_in(f->payload.substr(0, 2)));
        if (answers)
            send(close_frame(code == no_code ? 1000 : code));
        CHECK(wire_.receive_until_close().empty());
        return code;
    }
}

} // namespace pajthy::test
