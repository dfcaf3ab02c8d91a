#include <pajthy/wire/history.hpp>

#include "csv_cell.hpp"
#include "json.hpp"
#include "markdown_text.hpp"

#include <pajthy/domain/text.hpp>
#include <pajthy/field_value.hpp>

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pajthy
{
namespace
{

// --- Tables

struct cell
{
    std::string text;
    bool is_ours = false; // pajthy wrote it, and no user
};

using row = std::vector<cell>;

cell ours(std::string text)
{
    return {std::move(text), true};
}

// 2026-11-25T14:46:21Z
std::string iso_date(unix_time date)
{
    using namespace std::chrono;
    const auto day = floor<days>(date);
    const year_month_day ymd(day);
    const hh_mm_ss time(floor<seconds>(date - day));
    std::array<char, 32> text;
    const int size = std::snprintf(
        text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(ymd.year()),
        static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()));
    return {text.data(), static_cast<std::size_t>(size)};
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string out;
    for (const auto& text : texts)
        out.append(out.empty() ? "" : ", ").append(text);
    return out;
}

std::string number_or_nothing(const std::optional<double>& value)
{
    return value ? two_decimals(*value) : "";
}

// Everybody who voted in a round that is kept, in the order in which they first did.
class voters
{
public:
    explicit voters(const history& kept)
    {
        for (const auto& round : kept.rounds())
        {
            for (const auto name : round.names)
            {
                if (columns_.emplace(name, names_.size()).second)
                    names_.push_back(name);
            }
        }
    }

    const std::vector<std::string_view>& names() const noexcept { return names_; }

    /// What each voter chose; empty for a voter without a vote in `r`.
    std::vector<std::string_view> votes_in(const finished_round& r) const
    {
        std::vector<std::string_view> out(names_.size());
        for (const auto& [name, choice] : votes_of(r))
            out[columns_.at(name)] = choice;
        return out;
    }

private:
    std::vector<std::string_view> names_;
    std::unordered_map<std::string_view, std::size_t> columns_;
};

constexpr std::array columns{"Round",   "Topic",       "Attempt",     "Started", "Ended",
                             "Agreed",  "Votes",       "Abstentions", "Mean",    "Median",
                             "Middle",  "Most chosen", "Lowest",      "Highest", "Spread",
                             "Nearest", "Agreement %"};
constexpr std::size_t votes_column = 6;
constexpr text_bounds heading_bounds{64, 256};

row head(const history_headings& headings)
{
    row out;
    for (const auto& heading : headings)
        out.push_back({heading});
    return out;
}

row row_of(const finished_round& r, const clock_map& dates)
{
    const auto said = statistics_of(*r.deck, r.chosen);
    return {ours(std::to_string(r.number)),
            {r.topic},
            ours(std::to_string(r.attempt)),
            ours(iso_date(dates.date_of(r.started))),
            ours(iso_date(dates.date_of(r.ended))),
            {r.agreed},
            ours(std::to_string(said.votes)),
            ours(std::to_string(said.abstentions)),
            ours(number_or_nothing(said.mean)),
            ours(number_or_nothing(said.median)),
            {joined(said.middle)},
            {joined(said.modes)},
            {said.range ? said.range->lowest : ""},
            {said.range ? said.range->highest : ""},
            ours(said.range ? std::to_string(said.range->spread) : ""),
            {said.nearest},
            ours(said.agreement ? std::to_string(*said.agreement) : "")};
}

// --- CSV

// `votes` are cells as well.
void add_csv_row(std::string& to, const row& cells, const std::vector<std::string_view>& votes)
{
    for (const auto& [text, is_ours] : cells)
    {
        is_ours ? add_csv_cell(to, text) : add_csv_text(to, text);
        to.push_back(',');
    }
    for (const auto vote : votes)
    {
        add_csv_text(to, vote);
        to.push_back(',');
    }
    to.replace(to.size() - 1, 1, "\r\n");
}

// --- Markdown

void add_markdown_row(std::string& to, const row& cells, const std::vector<std::string_view>& votes)
{
    to.push_back('|');
    for (const auto& [text, is_ours] : cells)
        to.append(" ").append(is_ours ? text : markdown_text(text)).append(" |");
    for (const auto vote : votes)
        to.append(" ").append(markdown_text(vote)).append(" |");
    to.push_back('\n');
}

// --- JSON

void add_round(json_object& to, const finished_round& r, const clock_map& dates)
{
    to.number("Round", r.number);
    if (!r.topic.empty())
        to.text("Topic", r.topic);
    to.number("Attempt", r.attempt);
    to.date("Started", dates.date_of(r.started));
    to.date("Ended", dates.date_of(r.ended));
    {
        auto votes = to.object("Votes");
        for (const auto& [name, choice] : votes_of(r))
            votes.text(name, choice);
    }
    add_statistics(to, statistics_of(*r.deck, r.chosen));
    if (!r.agreed.empty())
        to.text("Agreed", r.agreed);
}

} // namespace

std::string history_json(const session& s, unix_time now, const clock_map& dates)
{
    json_text text;
    {
        json_object out(text);
        out.text("Title", s.title());
        out.texts("Choices", s.deck().choices());
        out.objects("Rounds", s.rounds().rounds(),
                    [&](json_object& to, const finished_round& r) { add_round(to, r, dates); });
        out.date("Now", dates.date_of(now));
    }
    return text.take();
}

history_headings english_headings()
{
    return {columns.begin(), columns.end()};
}

result<history_headings> read_headings(std::string_view commas)
{
    history_headings out;
    while (!commas.empty() && out.size() <= columns.size())
    {
        auto heading = clean_text(take_part(commas, ','), heading_bounds);
        if (heading.has_error())
            return errc::bad_format;
        out.push_back(*std::move(heading));
    }
    if (out.size() != columns.size())
        return errc::bad_format;
    return out;
}

std::string history_csv(const session& s, const clock_map& dates, const history_headings& headings)
{
    const voters all(s.rounds());
    std::string out(byte_order_mark);
    add_csv_row(out, head(headings), all.names());
    for (const auto& round : s.rounds().rounds())
        add_csv_row(out, row_of(round, dates), all.votes_in(round));
    return out;
}

std::string history_markdown(const session& s, const clock_map& dates,
                             const history_headings& headings)
{
    const voters all(s.rounds());
    const auto& title = s.title().empty() ? headings[votes_column] : s.title();
    std::string out = "# " + markdown_text(title) + "\n\n";
    add_markdown_row(out, head(headings), all.names());
    out.append("|");
    for (std::size_t i = 0; i < columns.size() + all.names().size(); ++i)
        out.append(" --- |");
    out.append("\n");
    for (const auto& round : s.rounds().rounds())
        add_markdown_row(out, row_of(round, dates), all.votes_in(round));
    return out;
}

} // namespace pajthy
