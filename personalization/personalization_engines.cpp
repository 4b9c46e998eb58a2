#include "personalization/personalization_engines.h"

#include <algorithm>
#include <utility>

#include "personalization/opportunities/opportunity_finders.h"
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

bool knows_behavior(const CustomerView& view) {
    return !view.events.empty() || view.state.events() > 0;
}

CustomerView without_behavior(const CustomerView& view) {
    return {view.customer, view.attributes, {}};
}

// What `work` gives; how long it took goes to `spent`.
template <typename Work>
auto timed(std::optional<std::chrono::nanoseconds>& spent, Work work) {
    const auto start = std::chrono::steady_clock::now();
    auto result = work();
    spent = std::chrono::steady_clock::now() - start;
    return result;
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
                                               BehaviorModels models, AdviceOptions advice)
    : catalogue_(std::move(catalogue)),
      predictor_(models.life_events),
      content_(catalogue_, models.content),
      analyzer_(std::move(models)),
      recommendations_(catalogue_, std::move(advice)) {}

Personalization PersonalizationEngines::personalize(const CustomerView& view, const Moment& moment) const {
    return choose(view, foresee(view, moment.now, told_by(moment.intent)), moment);
}

Foresight PersonalizationEngines::foresee(const CustomerView& view, TimePoint now,
                                          std::optional<LifeEvent> told_now) const {
    if (objects_to_profiling(view) && knows_behavior(view))
        return foresee(without_behavior(view), now, told_now);
    Foresight result;
    auto& times = result.times;
    result.profile = timed(times.behavioral_analyzer, [&] { return analyzer_.analyze(view, now); });
    result.life_events = timed(times.life_event_predictor,
                               [&] { return predictor_.forecast(view, result.profile, now, told_now); });
    if (catalogue_->terms) result.opportunities = find_opportunities(view, *catalogue_->terms);
    add_services(*catalogue_, judged_attributes(view, result), date_of(now), result.life_events);
    return result;
}

Personalization PersonalizationEngines::choose(const CustomerView& view, Foresight foresight,
                                               const Moment& moment) const {
    if (objects_to_profiling(view) && knows_behavior(view))
        return choose(without_behavior(view), std::move(foresight), moment);
    Personalization result{std::move(foresight), {}, {}};
    auto& times = result.times;
    result.content = timed(times.content_engine,
                           [&] { return content_.rank(view, result.profile, moment, most_content); });
    result.recommendations = timed(times.recommendation_engine, [&] {
        return recommendations_.recommend(view, result, moment, most_recommendations);
    });
    return result;
}

}  // namespace parlance::personalization
