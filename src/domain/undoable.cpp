#include <pajthy/domain/undoable.hpp>

namespace pajthy
{

undoable disowned(undoable u, seat_number seat)
{
    if (auto* const cleared = std::get_if<cleared_table>(&u.what))
    {
        for (auto& vote : cleared->votes)
            vote.own = vote.own && vote.seat != seat;
    }
    return u;
}

undo_offer offer_of(const undoable& u)
{
    if (const auto* const kicked = std::get_if<kicked_seat>(&u.what))
        return {undo_offer::kind::kick, kicked->who.name(), u.until};
    return {undo_offer::kind::reset, {}, u.until};
}

} // namespace pajthy
