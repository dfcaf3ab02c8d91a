// Places kept for those who ask how the server is, when there is no place left for anybody else.
#pragma once

#include "connection.hpp"
#include "guest.hpp"
#include "site.hpp"
#include "socket.hpp"

#include <pajthy/limits.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>

namespace pajthy
{

/// A connection gets one answer here, within a short time. Whoever comes when all places are taken
/// gets that of whoever has been there for the longest: a health check asks as soon as it is there,
/// and those who only sit there keep nobody out.
class operations_desk
{
public:
    /// Answers as `pages` do, otherwise as `like` is served; both outlive it.
    operations_desk(std::size_t places, site& pages, const house& like)
        : places_(places), most_(in_a_hurry(like.most)), house_{.pages = pages,
                                                                .api = like.api,
                                                                .proxies = like.proxies,
                                                                .most = most_,
                                                                .wheel = like.wheel,
                                                                .guests = guests_,
                                                                .turn = like.turn,
                                                                .counted = like.counted,
                                                                .now = like.now,
                                                                .answers_once = true}
    {}
    operations_desk(const operations_desk&) = delete;
    operations_desk& operator=(const operations_desk&) = delete;

    void serve(stream_socket socket, asio::ip::address peer)
    {
        if (guests_.size() >= places_)
        {
            auto& oldest = guests_.front();
            oldest.unlink(); // the place is free at once, and it goes as soon as it can
            oldest.throw_out();
        }
        serve_connection(std::move(socket), std::move(peer), {}, house_);
    }

    std::size_t connections() const noexcept { return guests_.size(); }

    void stop(time_point when) noexcept
    {
        house_.closing = true;
        for (auto& someone : guests_)
            someone.leave(when);
    }

    void throw_everybody_out() noexcept
    {
        for (auto& someone : guests_)
            someone.throw_out();
    }

private:
    static constexpr std::chrono::seconds patience{2};

    static limits in_a_hurry(limits most)
    {
        for (auto* time : {&most.http.head, &most.http.body, &most.http.answer})
            *time = time->count() == 0 ? patience : std::min<milliseconds>(*time, patience);
        return most;
    }

    std::size_t places_;
    limits most_;
    guest_list guests_;
    house house_;
};

} // namespace pajthy
