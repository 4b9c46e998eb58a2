#include "personalization/models/churn_forecast.h"

#include <optional>

#include "personalization/learning/drivers.h"
#include "personalization/models/state_features.h"
#include "personalization/point_score.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t most_drivers = 5;
constexpr double enough_events = 25;

// The customer's row for the model; nothing of somebody who has done nothing yet.
Result<std::optional<FeatureMatrix>> row_for(const ChurnModel& model, const CustomerState& state,
                                             TimePoint now) {
    if (!model.events) return Error{ErrorCode::bad_model, "the churn model is not one of behaviour events"};
    if (state.events() == 0) return std::optional<FeatureMatrix>{};
    return std::optional(state_features(state, model.model.names(), now));
}

Result<double> probability_of(const ChurnModel& model, const std::optional<FeatureMatrix>& row) {
    if (!row) return model.base_rate;
    const auto chances = model.model.probabilities(*row);
    if (!chances) return chances.error();
    return chances->front();
}

}  // namespace

Result<double> churn_probability(const ChurnModel& model, const CustomerState& state, TimePoint now) {
    const auto row = row_for(model, state, now);
    if (!row) return row.error();
    return probability_of(model, *row);
}

Result<ChurnRisk> forecast_churn(const ChurnModel& model, const CustomerState& state, TimePoint now) {
    const auto known = row_for(model, state, now);
    if (!known) return known.error();
    const std::optional<FeatureMatrix>& row = *known;
    const auto probability = probability_of(model, row);
    if (!probability) return probability.error();
    ChurnRisk risk;
    risk.probability = *probability;
    risk.horizon = *model.events;
    risk.confidence = confidence_after(state.events(), enough_events);
    risk.is_learned = true;
    if (!row) return risk;
    auto drivers = drivers_of(model.model, model.bins, row->row(0), most_drivers);
    if (!drivers) return drivers.error();
    risk.drivers = std::move(*drivers);
    return risk;
}

}  // namespace parlance::personalization
