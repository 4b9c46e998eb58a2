#include "personalization/models/state_features.h"

#include <limits>

#include "personalization/customer_features.h"

namespace parlance::personalization {

FeatureMatrix state_features(const CustomerState& state, TimePoint now) {
    FeatureMatrix row;
    for (const NamedValue& value : features_of(state, now)) {
        row.names.emplace_back(value.name);
        row.values.push_back(static_cast<float>(value.value));
    }
    return row;
}

FeatureMatrix state_features(const CustomerState& state, const std::vector<std::string>& names,
                             TimePoint now) {
    FeatureMatrix row{names, {}};
    row.values.reserve(names.size());
    for (const std::string& name : names) {
        const FeatureSpec* spec = find_feature(name);
        row.values.push_back(spec == nullptr ? std::numeric_limits<float>::quiet_NaN()
                                             : static_cast<float>(spec->read(state, now)));
    }
    return row;
}

std::vector<std::string> unknown_features(const std::vector<std::string>& names) {
    std::vector<std::string> unknown;
    for (const std::string& name : names) {
        if (find_feature(name) == nullptr) unknown.push_back(name);
    }
    return unknown;
}

}  // namespace parlance::personalization
