#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "personalization/customer_state.h"

namespace parlance::personalization {

// A number with its stable name, for learning.
struct NamedValue {
    std::string_view name;  // lives as long as the program
    double value = 0;       // not a number where nothing is known
};

// What a feature is; docs/personalization.md lists them all.
struct FeatureSpec {
    std::string_view name;     // snake_case; never reused for something else
    std::string_view unit;     // "days", "count", "amount", "share", "ratio", "bits", "hour"
    std::string_view meaning;  // in words an advisor reads: "logins in the last 30 days, fading"
    double (*read)(const CustomerState&, TimePoint);
};

// Every feature, in the order of `features_of`. New ones are added at the end.
std::span<const FeatureSpec> feature_specs();

// The feature of this name; null for another word.
const FeatureSpec* find_feature(std::string_view name);

// What is counted, in words that a number can follow: "days since the last complaint".
std::string words_of(const FeatureSpec& feature);

// What a customer's state says at a moment, for every customer the same names in the same order. `now` is not
// before the newest event: for a past moment, fold the events up to it (point-in-time correctness).
std::vector<NamedValue> features_of(const CustomerState& state, TimePoint now);

}  // namespace parlance::personalization
