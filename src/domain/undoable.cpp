#include <pajthy/domain/undoable.hpp>

#include <utility>

namespace pajthy
{

undo_slot::undo_slot(undoable last) : last_(std::make_shared<const undoable>(std::move(last))) {}

std::optional<undo_offer> undo_slot::offer(unix_time now) const noexcept
{
    if (!last_ || now >= last_->until)
        return std::nullopt;
    if (const auto* const kicked = kicked_seat_or_null())
        return undo_offer{undo_offer::kind::kick, kicked->who.name(), last_->until};
    return undo_offer{undo_offer::kind::reset, {}, last_->until};
}

const seat* undo_slot::kicked(unix_time now) const noexcept
{
    const auto* const kicked = kicked_seat_or_null();
    return kicked == nullptr || now >= last_->until ? nullptr : &kicked->who;
}

bool undo_slot::forget() noexcept
{
    return std::exchange(last_, nullptr) != nullptr;
}

bool undo_slot::forget_kick_of(std::string_view name) noexcept
{
    const auto* const kicked = kicked_seat_or_null();
    return kicked != nullptr && kicked->who.name() == name && forget();
}

void undo_slot::disown(seat_number seat)
{
    if (!last_ || !std::holds_alternative<reset_state>(last_->what))
        return;
    undoable disowned = *last_;
    for (auto& vote : std::get<reset_state>(disowned.what).votes)
        vote.vote.own = vote.vote.own && vote.seat != seat;
    last_ = std::make_shared<const undoable>(std::move(disowned));
}

bool undo_slot::disconnect(seat_number seat, unix_time now)
{
    const auto* const kicked = kicked_seat_or_null();
    if (kicked == nullptr || kicked->who.number() != seat || !kicked->who.is_present())
        return false;
    undoable noted = *last_;
    std::get<kicked_seat>(noted.what).who.lose(now);
    last_ = std::make_shared<const undoable>(std::move(noted));
    return true;
}

const kicked_seat* undo_slot::kicked_seat_or_null() const noexcept
{
    return last_ ? std::get_if<kicked_seat>(&last_->what) : nullptr;
}

} // namespace pajthy
