#include "personalization/models/churn_forecast.h"

#include "personalization/learning/drivers.h"
#include "personalization/models/state_features.h"
#include "personalization/point_score.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t most_drivers = 5;
constexpr double enough_events = 25;

}  // namespace

Result<double> churn_probability(const ChurnModel& model, const CustomerState& state, TimePoint now) {
    if (!model.events) return Error{ErrorCode::bad_model, "the churn model is not one of behaviour events"};
    if (state.events() == 0) return model.base_rate;
    const auto chances = model.model.probabilities(state_features(state, model.model.names(), now));
    if (!chances) return chances.error();
    return chances->front();
}

Result<ChurnRisk> forecast_churn(const ChurnModel& model, const CustomerState& state, TimePoint now) {
    const auto probability = churn_probability(model, state, now);
    if (!probability) return probability.error();
    ChurnRisk risk;
    risk.probability = *probability;
    risk.horizon = *model.events;
    risk.confidence = confidence_after(state.events(), enough_events);
    risk.is_learned = true;
    if (state.events() == 0) return risk;
    const auto row = state_features(state, model.model.names(), now);
    auto drivers = drivers_of(model.model, model.bins, row.row(0), most_drivers);
    if (!drivers) return drivers.error();
    risk.drivers = std::move(*drivers);
    return risk;
}

}  // namespace parlance::personalization
