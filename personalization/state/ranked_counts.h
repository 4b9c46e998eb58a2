#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intents/clock.h"

namespace parlance::personalization {

// How often each of many names came up lately, for the most frequent sixteen.
//
// Counts halve every 90 days, at read. Bounded by Space-Saving (Metwally, Agrawal and El Abbadi 2005): a new
// name takes the place, and the count, of the least frequent one, so a count is never too small and at most
// the least one kept too large. Up to sixteen names, counts are exact. Additions come in the order of time.
class RankedCounts {
public:
    static constexpr std::size_t most_names = 16;
    static constexpr double half_life_days = 90;

    struct Count {
        std::string name;
        double count = 0;

        bool operator==(const Count&) const = default;
    };

    // A name over 64 bytes counts by its first 64.
    void add(std::string_view name, TimePoint at);

    // Most frequent first, names in alphabetical order where counts are equal.
    std::vector<Count> ranking(TimePoint now) const;

    // 0 for a name that is not among them.
    double count(std::string_view name, TimePoint now) const;

    // Of all names.
    double total(TimePoint now) const;

    // How evenly the counts spread, in bits: 0 for one name or none, 2 for four names alike (Shannon).
    double entropy_bits() const;

    std::size_t size() const { return entries_.size(); }

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.entries_);
        if (!self.entries_.empty()) archive(self.at_);
    }

private:
    struct Entry {
        std::string name;
        double count = 0;  // as of at_

        template <typename Self, typename Archive>
        static void members(Self& self, Archive& archive) {
            archive(self.name, self.count);
        }
    };

    double fading(TimePoint now) const;

    TimePoint at_{};  // of the last addition
    std::vector<Entry> entries_;
};

}  // namespace parlance::personalization
