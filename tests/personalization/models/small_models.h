#pragma once

#include "personalization/learning/churn_model.h"
#include "personalization/learning/segment_training.h"
#include "personalization/models/state_features.h"
#include "tests/personalization/customer_builder.h"
#include "tests/personalization/learning/made_rows.h"

namespace parlance::tests {

// What is remembered of a customer with a login every other day, the last one so many days before noon.
inline personalization::CustomerState silent_for(double days, int logins = 20) {
    personalization::CustomerState state;
    for (int i = logins - 1; i >= 0; --i)
        state.apply(event_before(days + 2 * i, personalization::BehaviorKind::login, "app"));
    return state;
}

// 240 customers who were last seen 0 to 119 days ago, twice each.
inline personalization::FeatureMatrix states_by_silence() {
    personalization::FeatureMatrix features;
    for (int i = 0; i < 240; ++i) {
        auto row = personalization::state_features(silent_for(i / 2, 10 + i % 7), noon);
        features.names = std::move(row.names);
        features.values.insert(features.values.end(), row.values.begin(), row.values.end());
    }
    return features;
}

// A churn model of behaviour events by which who is silent for 60 days and more leaves, with a few
// exceptions.
inline personalization::ChurnModel silence_model() {
    personalization::LabelledMatrix rows{states_by_silence(), {}, {}};
    for (int i = 0; i < 240; ++i) rows.labels.push_back((i >= 120) != (i % 23 == 0) ? 1 : 0);
    auto trained = personalization::train_binary(rows, quick_training());
    return {"left",
            "yes",
            0.5,
            {},
            std::nullopt,
            std::chrono::days{90},
            std::move(trained.value().model),
            personalization::FeatureBins::fit(rows.features)};
}

}  // namespace parlance::tests
