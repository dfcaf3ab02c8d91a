// A store in front of another one: it passes everything on, both ways. Tests override what is to go
// otherwise.
#pragma once

#include <pajthy/store/session_store.hpp>

#include <memory>
#include <string_view>
#include <utility>

namespace pajthy::test
{

class forwarding_store : public session_store, protected store_listener
{
public:
    task<result<version>> create(std::string_view id, session value, unix_time now) override
    {
        return within().create(id, std::move(value), now);
    }
    task<result<version>> read(std::string_view id, const session_reader& read,
                               unix_time now) override
    {
        return within().read(id, read, now);
    }
    task<result<version>> update(std::string_view id, const mutation& change, growth adding,
                                 unix_time now) override
    {
        return within().update(id, change, adding, now);
    }
    task<result<void>> expire(unix_time now, std::size_t at_most) override
    {
        return within().expire(now, at_most);
    }
    store_usage usage() const noexcept override { return within_.usage(); }

protected:
    /// `within` must outlive this.
    explicit forwarding_store(session_store& within)
        : within_(within), listening_(within.listen(*this))
    {}
    explicit forwarding_store(std::unique_ptr<session_store> owned)
        : owned_(std::move(owned)), within_(*owned_), listening_(within_.listen(*this))
    {}

    session_store& within() noexcept { return within_; }

    void changed(std::string_view id, const session& s, version current,
                 const changes& done) noexcept override
    {
        if (listener() != nullptr)
            listener()->changed(id, s, current, done);
    }
    void renewed(std::string_view id, const session& s, version current) noexcept override
    {
        if (listener() != nullptr)
            listener()->renewed(id, s, current);
    }
    void ended(std::string_view id) noexcept override
    {
        if (listener() != nullptr)
            listener()->ended(id);
    }

private:
    std::unique_ptr<session_store> owned_;
    session_store& within_;
    listening listening_;
};

} // namespace pajthy::test
