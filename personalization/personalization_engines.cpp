#include "personalization/personalization_engines.h"

#include <algorithm>
#include <utility>

#include "personalization/profile_attributes.h"
#include "personalization/suitability.h"

namespace parlance::personalization {
namespace {

constexpr std::size_t most_content = 5;
constexpr std::size_t most_recommendations = 3;

// A customer who objects to profiling is judged by the bank's own attributes alone.
bool objects_to_profiling(const CustomerView& view) {
    const auto consent = view.attributes.find("profiling_consent");
    return consent != view.attributes.end() && consent->second == SlotValue{false};
}

void add_services(const Catalogue& catalogue, const Attributes& attributes, const CalendarDate& today,
                  std::vector<LifeEventForecast>& forecasts) {
    for (LifeEventForecast& forecast : forecasts) {
        const std::string event{to_text(forecast.event)};
        for (const Offer& offer : catalogue.offers) {
            const bool serves = std::find(offer.life_events.begin(), offer.life_events.end(), event) !=
                                offer.life_events.end();
            if (serves && is_eligible(offer, attributes, today)) forecast.services.push_back(offer.id);
        }
    }
}

}  // namespace

PersonalizationEngines::PersonalizationEngines(std::shared_ptr<const Catalogue> catalogue,
                                               BehaviorModels models)
    : catalogue_(std::move(catalogue)),
      analyzer_(std::move(models)),
      content_(catalogue_),
      recommendations_(catalogue_) {}

Personalization PersonalizationEngines::personalize(const CustomerView& view, const Moment& moment) const {
    if (objects_to_profiling(view) && !view.events.empty()) {
        return personalize({view.customer, view.attributes, {}}, moment);
    }
    Personalization result;
    result.profile = analyzer_.analyze(view, moment.now);
    result.life_events = predictor_.forecast(view, result.profile, moment.now, told_by(moment.intent));
    add_services(*catalogue_, with_judgements(view, result.profile, result.life_events), date_of(moment.now),
                 result.life_events);
    result.content = content_.rank(view, result.profile, moment, most_content);
    result.recommendations =
        recommendations_.recommend(view, result.profile, result.life_events, moment, most_recommendations);
    return result;
}

}  // namespace parlance::personalization
