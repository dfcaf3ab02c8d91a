#include <pajthy/domain/undoable.hpp>

namespace pajthy
{

undo_offer offer_of(const undoable& u)
{
    if (const auto* const kicked = std::get_if<kicked_seat>(&u.what))
        return {undo_offer::kind::kick, kicked->who.name(), u.until};
    return {undo_offer::kind::reset, {}, u.until};
}

} // namespace pajthy
