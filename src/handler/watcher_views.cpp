#include <pajthy/handler/watcher_views.hpp>

#include <pajthy/wire/view.hpp>

#include <functional>

namespace pajthy
{

std::string watcher_views::view_of(std::string_view id, const session& s, version current,
                                   time_point now)
{
    const viewer watcher{role::voter};
    if (s.may_change_by_itself())
        return view_text(s, watcher, now);
    if (entries_.empty())
        entries_.resize(most_views);
    entry& kept = entries_[std::hash<std::string_view>()(id) % most_views];
    if (kept.of == current && kept.id == id)
        return kept.text;
    auto text = view_text(s, watcher, now);
    if (text.size() <= most_bytes)
        kept = {std::string(id), current, text};
    return text;
}

} // namespace pajthy
