#include "personalization/recommendation_engine.h"

#include <algorithm>
#include <optional>

#include "personalization/acceptance_score.h"
#include "personalization/offer_reasons.h"
#include "personalization/profile_attributes.h"
#include "personalization/suitability.h"

namespace parlance::personalization {
namespace {

// What every offer is judged against.
struct Situation {
    const CustomerView& view;
    const BehaviorProfile& profile;
    const std::vector<LifeEventForecast>& life_events;
    const Moment& moment;
    Attributes attributes;
    bool may_sell;
    Timing timing;
};

struct Scored {
    Recommendation recommendation;
    double score;
};

Timing timing_of(const Moment& moment) {
    if (!moment.at_rest) return Timing::at_rest;
    switch (moment.sentiment.emotion) {
        case nlu::Emotion::urgency:
        case nlu::Emotion::sadness: return Timing::later;
        case nlu::Emotion::neutral:
        case nlu::Emotion::anger:
        case nlu::Emotion::worry:
        case nlu::Emotion::confusion:
        case nlu::Emotion::disappointment:
        case nlu::Emotion::satisfaction:
        case nlu::Emotion::gratitude:
        case nlu::Emotion::joy: return Timing::now;
    }
    return Timing::at_rest;
}

std::string text_in(const TextByLanguage& texts, const Locale& locale) {
    const auto found = texts.find(locale.tag);
    return found == texts.end() ? std::string{} : found->second;
}

std::vector<std::string> disclaimers_in(const Offer& offer, const Locale& locale) {
    const auto found = offer.disclaimers.find(locale.tag);
    return found == offer.disclaimers.end() ? std::vector<std::string>{} : found->second;
}

bool may_be_shown(const Offer& offer, const Situation& situation) {
    const auto& shown = situation.moment.already_shown;
    if (std::find(shown.begin(), shown.end(), offer.id) != shown.end()) return false;
    if (!situation.may_sell && !is_help(offer)) return false;
    return is_eligible(offer, situation.attributes, date_of(situation.moment.now)) &&
           is_suitable(offer, situation.view, situation.profile);
}

std::optional<Scored> judge(const Offer& offer, const Situation& situation) {
    const Moment& moment = situation.moment;
    const ContextFit fit = fit_to(offer, moment, situation.life_events);
    if (fit.conversation() < least_conversation_fit || !may_be_shown(offer, situation)) return std::nullopt;
    auto reasons = reasons_for(offer, situation.attributes, date_of(moment.now), moment.locale);
    if (reasons.empty()) return std::nullopt;
    const double past = past_answers_to(offer.id, situation.view, moment.now);
    const double acceptance = acceptance_of(offer, fit, reasons, situation.profile, past);
    Recommendation made;
    made.offer = offer.id;
    made.kind = offer.kind;
    made.title = text_in(offer.name, moment.locale);
    made.summary = text_in(offer.summary, moment.locale);
    made.acceptance = static_cast<float>(acceptance);
    made.timing = situation.timing;
    made.reasons = std::move(reasons);
    made.disclaimers = disclaimers_in(offer, moment.locale);
    made.start = offer.start;
    return Scored{std::move(made), acceptance * (0.5 + 0.5 * offer.value) * fit.score()};
}

}  // namespace

std::string_view to_text(Timing timing) {
    switch (timing) {
        case Timing::now: return "now";
        case Timing::at_rest: return "at_rest";
        case Timing::later: return "later";
    }
    return "unknown";
}

RecommendationEngine::RecommendationEngine(std::shared_ptr<const Catalogue> catalogue)
    : catalogue_(std::move(catalogue)) {}

std::vector<Recommendation> RecommendationEngine::recommend(const CustomerView& view,
                                                            const BehaviorProfile& profile,
                                                            const std::vector<LifeEventForecast>& life_events,
                                                            const Moment& moment, std::size_t limit) const {
    const Situation situation{view,
                              profile,
                              life_events,
                              moment,
                              with_judgements(view, profile, life_events),
                              may_be_sold_to(view, moment),
                              timing_of(moment)};
    std::vector<Scored> scored;
    for (const Offer& offer : catalogue_->offers) {
        if (auto one = judge(offer, situation)) scored.push_back(std::move(*one));
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const Scored& left, const Scored& right) { return left.score > right.score; });
    if (scored.size() > limit) scored.resize(limit);
    std::vector<Recommendation> best;
    for (Scored& one : scored) best.push_back(std::move(one.recommendation));
    return best;
}

}  // namespace parlance::personalization
