#include "personalization/state/ranked_counts.h"

#include <algorithm>
#include <cmath>

#include "personalization/activity.h"

namespace parlance::personalization {
namespace {

constexpr std::size_t longest_name = 64;

}  // namespace

double RankedCounts::fading(TimePoint now) const {
    if (entries_.empty() || now <= at_) return 1;
    return std::exp2(-days_from(at_, now) / half_life_days);
}

void RankedCounts::add(std::string_view name, TimePoint at) {
    name = name.substr(0, longest_name);
    if (const double factor = fading(at); factor < 1) {
        for (Entry& entry : entries_) entry.count *= factor;
    }
    at_ = entries_.empty() ? at : std::max(at, at_);
    const auto known = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.name == name; });
    if (known != entries_.end()) {
        known->count += 1;
    } else if (entries_.size() < most_names) {
        entries_.push_back({std::string(name), 1});
    } else {
        const auto least =
            std::min_element(entries_.begin(), entries_.end(),
                             [](const Entry& left, const Entry& right) { return left.count < right.count; });
        *least = {std::string(name), least->count + 1};
    }
}

std::vector<RankedCounts::Count> RankedCounts::ranking(TimePoint now) const {
    const double factor = fading(now);
    std::vector<Count> counts;
    for (const Entry& entry : entries_) counts.push_back({entry.name, entry.count * factor});
    std::sort(counts.begin(), counts.end(), [](const Count& left, const Count& right) {
        return left.count != right.count ? left.count > right.count : left.name < right.name;
    });
    return counts;
}

double RankedCounts::count(std::string_view name, TimePoint now) const {
    const auto known = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.name == name; });
    return known == entries_.end() ? 0 : known->count * fading(now);
}

double RankedCounts::total(TimePoint now) const {
    double sum = 0;
    for (const Entry& entry : entries_) sum += entry.count;
    return sum * fading(now);
}

double RankedCounts::entropy_bits() const {
    double sum = 0;
    for (const Entry& entry : entries_) sum += entry.count;
    double bits = 0;
    for (const Entry& entry : entries_) {
        if (entry.count > 0) bits -= entry.count / sum * std::log2(entry.count / sum);
    }
    return bits;
}

}  // namespace parlance::personalization
