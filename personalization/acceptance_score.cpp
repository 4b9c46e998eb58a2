#include "personalization/acceptance_score.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "personalization/activity.h"
#include "personalization/point_score.h"

namespace parlance::personalization {
namespace {

// Hand-set weights.
constexpr double topic_share = 0.7;
constexpr double told_share = 0.9;
constexpr double foreseen_share = 0.5;
constexpr double most_reason_weight = 2.5;
constexpr double accepted_points = 0.6;
constexpr double rejected_points = -1.5;
constexpr double shown_points = -0.15;
constexpr double least_past_points = -4;
constexpr double answer_half_life_days = 90;
constexpr double most_hour_log = 2;

template <typename T>
bool lists(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

// Log odds from earlier answers: offer events carry the offer's id as `feature`, the answer as `action`.
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

double engagement_in(const BehaviorProfile& profile) {
    switch (profile.engagement.value) {
        case EngagementLevel::high: return profile.engagement.confidence;
        case EngagementLevel::low: return -profile.engagement.confidence;
        case EngagementLevel::medium: return 0;
    }
    return 0;
}

double mood_in(const nlu::Sentiment& sentiment) {
    switch (sentiment.label) {
        case nlu::SentimentLabel::positive: return sentiment.confidence;
        case nlu::SentimentLabel::negative: return -sentiment.confidence;
        case nlu::SentimentLabel::neutral: return 0;
    }
    return 0;
}

// One act more in every hour keeps a short history from saying much.
double usual_hour(const HourProfile& profile, TimePoint now) {
    const auto& hours = profile.hours();
    const double all = std::accumulate(hours.begin(), hours.end(), static_cast<double>(hours.size()));
    const auto hour = std::chrono::floor<std::chrono::hours>(now).time_since_epoch().count() % 24;
    const double here = 1.0 + hours[static_cast<std::size_t>((hour + 24) % 24)];
    return std::clamp(std::log(here * static_cast<double>(hours.size()) / all), -most_hour_log,
                      most_hour_log);
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

OfferCase offer_case(const Offer& offer, const ContextFit& fit, const std::vector<Reason>& reasons,
                     const CustomerView& view, const BehaviorProfile& profile, const Moment& moment) {
    double weight = 0;
    for (const Reason& reason : reasons) weight += reason.weight;
    OfferCase numbers{};
    const auto set = [&](std::string_view name, double value) { numbers[place_in_case(name)] = value; };
    set("always", 1);
    set("prior", log_odds(offer.base_acceptance));
    set("intent", fit.intent);
    set("topic", fit.topic);
    set("told", fit.told);
    set("foreseen", fit.foreseen);
    set("reasons", std::clamp(weight, 0.0, most_reason_weight));
    set("engagement", engagement_in(profile));
    set("mood", mood_in(moment.sentiment));
    set("past", past_answers_to(offer.id, view, moment.now));
    set("usual_hour", usual_hour(view.state.hours(), moment.now));
    set("kind_" + std::string(to_text(offer.kind)), 1);
    return numbers;
}

}  // namespace parlance::personalization
