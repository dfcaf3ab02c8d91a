#include "tests/support/exposition.hpp"

#include "tests/support/catch.hpp"

#include <limits>
#include <regex>
#include <set>
#include <sstream>

namespace pajthy::test
{
namespace
{

using families = std::map<std::string, metric_family>;

double number_in(const std::string& text)
{
    if (text == "+Inf")
        return std::numeric_limits<double>::infinity();
    std::size_t read = 0;
    const double out = std::stod(text, &read);
    CHECK(read == text.size());
    return out;
}

metric_sample sample_in(const std::string& line)
{
    static const std::regex whole(
        R"re(([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-z_]+="[^"\\\n]*",?)+)\})? (\S+))re");
    static const std::regex label(R"re(([a-z_]+)="([^"]*)")re");
    std::smatch parts;
    REQUIRE(std::regex_match(line, parts, whole));
    metric_sample out{parts[1], {}, number_in(parts[3])};
    const std::string labels = parts[2];
    for (std::sregex_iterator at(labels.begin(), labels.end(), label), end; at != end; ++at)
        CHECK(out.labels.emplace((*at)[1], (*at)[2]).second);
    return out;
}

// By its `le`, each bucket holds those before it, and the last one all.
void check_histogram(const std::string& name, const metric_family& of)
{
    double bound = -std::numeric_limits<double>::infinity();
    double below = 0;
    double count = -1;
    bool has_sum = false;
    for (const auto& s : of.samples)
    {
        if (s.name == name + "_bucket")
        {
            REQUIRE(s.labels.count("le") == 1);
            CHECK(number_in(s.labels.at("le")) > bound);
            CHECK(s.value >= below);
            bound = number_in(s.labels.at("le"));
            below = s.value;
        }
        if (s.name == name + "_count")
            count = s.value;
        has_sum = has_sum || s.name == name + "_sum";
    }
    CHECK(bound == std::numeric_limits<double>::infinity());
    CHECK(count == below);
    CHECK(has_sum);
}

bool belongs(const std::string& sample, const std::string& name, const std::string& type)
{
    if (type != "histogram")
        return sample == name;
    return sample == name + "_bucket" || sample == name + "_sum" || sample == name + "_count";
}

} // namespace

double metric_family::sum() const
{
    double out = 0;
    for (const auto& s : samples)
        out += s.value;
    return out;
}

double metric_family::at(const std::string& label, const std::string& value) const
{
    for (const auto& s : samples)
    {
        const auto found = s.labels.find(label);
        if (found != s.labels.end() && found->second == value)
            return s.value;
    }
    FAIL("no sample has " << label << "=" << value);
    return 0;
}

families read_exposition(std::string_view text)
{
    families out;
    std::string name; // of the family that is being read
    std::set<std::pair<std::string, std::map<std::string, std::string>>> series;
    REQUIRE(text.ends_with('\n'));
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);)
    {
        CAPTURE(line);
        std::istringstream words(line);
        std::string hash;
        std::string keyword;
        if (line.starts_with("# HELP "))
        {
            words >> hash >> keyword >> name;
            CHECK(out.count(name) == 0);
            std::getline(words >> std::ws, out[name].help);
            CHECK(!out[name].help.empty());
            continue;
        }
        if (line.starts_with("# TYPE "))
        {
            std::string again;
            words >> hash >> keyword >> again;
            REQUIRE(again == name);
            CHECK(out[name].samples.empty());
            words >> out[name].type;
            continue;
        }
        const auto sample = sample_in(line);
        CHECK(belongs(sample.name, name, out[name].type));
        CHECK(series.emplace(sample.name, sample.labels).second);
        out[name].samples.push_back(sample);
    }
    for (const auto& [family, of] : out)
    {
        CAPTURE(family);
        const bool is_known = of.type == "counter" || of.type == "gauge" || of.type == "histogram";
        CHECK(is_known);
        CHECK(family.ends_with("_total") == (of.type == "counter"));
        if (of.type == "histogram")
            check_histogram(family, of);
    }
    return out;
}

} // namespace pajthy::test
