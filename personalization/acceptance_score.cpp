#include "personalization/acceptance_score.h"

#include <algorithm>
#include <cmath>

#include "personalization/activity.h"
#include "personalization/point_score.h"

namespace parlance::personalization {
namespace {

// Hand-set weights.
constexpr double topic_share = 0.7;
constexpr double told_share = 0.9;
constexpr double foreseen_share = 0.5;
constexpr double intent_points = 0.9;
constexpr double topic_points = 0.4;
constexpr double told_points = 0.8;
constexpr double foreseen_points = 0.8;
constexpr double reason_points = 0.4;
constexpr double most_reason_weight = 2.5;
constexpr double engagement_points = 0.25;
constexpr double accepted_points = 0.6;
constexpr double rejected_points = -1.5;
constexpr double shown_points = -0.15;
constexpr double least_past_points = -4;
constexpr double answer_half_life_days = 90;

template <typename T>
bool lists(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

double ContextFit::conversation() const {
    return std::max({intent, topic_share * topic, told_share * told});
}

double ContextFit::score() const {
    return 1 - (1 - conversation()) * (1 - foreseen_share * foreseen);
}

ContextFit fit_to(const Offer& offer, const Moment& moment,
                  const std::vector<LifeEventForecast>& life_events) {
    ContextFit fit;
    fit.intent = lists(offer.intents, moment.intent) ? 1 : 0;
    for (const nlu::TopicScore& score : moment.topics) {
        if (lists(offer.topics, score.topic)) {
            fit.topic = std::max(fit.topic, std::clamp<double>(score.confidence, 0, 1));
        }
    }
    const auto told = told_by(moment.intent);
    for (const LifeEventForecast& forecast : life_events) {
        if (!lists(offer.life_events, std::string(to_text(forecast.event)))) continue;
        fit.foreseen = std::max<double>(fit.foreseen, forecast.probability);
        if (told == forecast.event) fit.told = 1;
    }
    return fit;
}

double acceptance_of(const Offer& offer, const ContextFit& fit, const std::vector<Reason>& reasons,
                     const BehaviorProfile& profile, double past_answers) {
    double weight = 0;
    for (const Reason& reason : reasons) weight += reason.weight;
    PointScore score(log_odds(offer.base_acceptance));
    score.add("intent", "asks for it", intent_points * fit.intent);
    score.add("topic", "talks about its topic", topic_points * fit.topic);
    score.add("told", "has told of a life event it serves", told_points * fit.told);
    score.add("foreseen", "a life event it serves is likely", foreseen_points * fit.foreseen);
    score.add("reasons", "reasons that hold", reason_points * std::clamp(weight, 0.0, most_reason_weight));
    const bool high = profile.engagement.value == EngagementLevel::high;
    const bool low = profile.engagement.value == EngagementLevel::low;
    score.add("engagement", "uses the bank much or little",
              (high  ? engagement_points
               : low ? -engagement_points
                     : 0) *
                  profile.engagement.confidence);
    score.add("past_answers", "answers to the same offer", past_answers);
    return score.probability();
}

double past_answers_to(const OfferId& offer, const CustomerView& view, TimePoint now) {
    double points = 0;
    for (const BehaviorEvent& event : view.events) {
        if (event.feature != offer.text || event.at > now) continue;
        const double faded = std::exp2(-days_from(event.at, now) / answer_half_life_days);
        if (event.kind == BehaviorKind::offer_shown) points += shown_points * faded;
        if (event.kind != BehaviorKind::offer_answered) continue;
        if (event.action == "accepted") points += accepted_points * faded;
        if (event.action == "rejected") points += rejected_points * faded;
    }
    return std::max(points, least_past_points);
}

}  // namespace parlance::personalization
