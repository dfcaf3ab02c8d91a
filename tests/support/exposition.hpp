// Reads the text format 0.0.4 of Prometheus, and is stricter with it than a Prometheus is.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pajthy::test
{

struct metric_sample
{
    std::string name; // of the family, or with _bucket, _sum or _count behind it
    std::map<std::string, std::string> labels{};
    double value = 0;
};

struct metric_family
{
    std::string type{};
    std::string help{};
    std::vector<metric_sample> samples{};

    /// Of all samples; for one without labels it is its value.
    double sum() const;

    /// Of the sample that has this label; fails the test if there is none.
    double at(const std::string& label, const std::string& value) const;
};

/// By name. Fails the test if a line is none, if a family stands twice, has no HELP or no TYPE or
/// is mixed with another, if a series stands twice, if a counter isn't named _total, or if the
/// buckets of a histogram don't add up.
std::map<std::string, metric_family> read_exposition(std::string_view text);

} // namespace pajthy::test
