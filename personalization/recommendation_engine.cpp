#include "personalization/recommendation_engine.h"

#include <algorithm>
#include <optional>
#include <string>

#include "personalization/acceptance/answer_learner.h"
#include "personalization/acceptance_score.h"
#include "personalization/offer_reasons.h"
#include "personalization/point_score.h"
#include "personalization/profile_attributes.h"
#include "personalization/suitability.h"

namespace parlance::personalization {
namespace {

// What every offer is judged against.
struct Situation {
    const CustomerView& view;
    const Foresight& foresight;
    const Moment& moment;
    Attributes attributes;
    bool may_sell;
    Timing timing;
    const ContactLimits& limits;
};

// An offer that may be shown, with what decides its place.
struct Considered {
    Recommendation recommendation;
    OfferCandidate candidate;
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
    if (!is_rested(offer, situation.view, situation.moment.now, situation.limits)) return false;
    return is_eligible(offer, situation.attributes, date_of(situation.moment.now)) &&
           is_suitable(offer, situation.view, situation.foresight.profile);
}

std::optional<Considered> consider(const Offer& offer, const Situation& situation,
                                   const AcceptanceEstimate& estimate) {
    const Moment& moment = situation.moment;
    const ContextFit fit = fit_to(offer, moment, situation.foresight.life_events);
    if (fit.conversation() < least_conversation_fit || !may_be_shown(offer, situation)) return std::nullopt;
    auto reasons = reasons_for(offer, situation.attributes, date_of(moment.now), moment.locale);
    if (reasons.empty()) return std::nullopt;
    Recommendation made;
    made.offer = offer.id;
    made.kind = offer.kind;
    made.title = text_in(offer.name, moment.locale);
    made.summary = text_in(offer.summary, moment.locale);
    made.timing = situation.timing;
    made.grounds.basis = offer_case(offer, fit, reasons, situation.view, situation.foresight.profile, moment);
    made.reasons = std::move(reasons);
    made.disclaimers = disclaimers_in(offer, moment.locale);
    made.start = offer.start;
    const OfferCandidate candidate{made.grounds.basis, estimate.log_odds(made.grounds.basis),
                                   (0.5 + 0.5 * offer.value) * fit.score()};
    return Considered{std::move(made), candidate};
}

std::vector<PlacedOffer> placed(const std::vector<OfferCandidate>& candidates, const AnswerPosterior& belief,
                                const Exploration& exploration, const Situation& situation,
                                std::size_t limit) {
    const double by_chance = is_in_control(situation.view.customer, exploration.control_percent)
                                 ? 1.0
                                 : exploration.chance_percent / 100;
    if (by_chance == 0) return best_first(candidates, belief, limit);
    return explored(candidates, belief, by_chance, situation.moment.chance, limit);
}

std::string named(const AcceptanceEstimate& estimate, const AnswerPosterior& belief) {
    if (belief.answers() == 0) return estimate.name();
    return estimate.name() + "+" + std::to_string(belief.answers()) + "-answers";
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

RecommendationEngine::RecommendationEngine(std::shared_ptr<const Catalogue> catalogue, AdviceOptions options)
    : catalogue_(std::move(catalogue)), options_(std::move(options)) {
    if (options_.learned == nullptr)
        options_.learned = std::make_shared<const AnswerLearner>(AcceptanceEstimate());
}

std::vector<Recommendation> RecommendationEngine::recommend(const CustomerView& view,
                                                            const Foresight& foresight, const Moment& moment,
                                                            std::size_t limit) const {
    const auto& limits = options_.limits;
    const Situation situation{view,
                              foresight,
                              moment,
                              judged_attributes(view, foresight),
                              may_be_sold_to(view, moment) && !has_seen_enough(view, moment.now, limits),
                              timing_of(moment),
                              limits};
    const AcceptanceEstimate& estimate = options_.learned->estimate();
    const auto belief = options_.learned->belief();
    std::vector<Recommendation> considered;
    std::vector<OfferCandidate> candidates;
    for (const Offer& offer : catalogue_->offers) {
        auto one = consider(offer, situation, estimate);
        if (!one) continue;
        considered.push_back(std::move(one->recommendation));
        candidates.push_back(one->candidate);
    }
    std::vector<Recommendation> chosen;
    for (const PlacedOffer& place : placed(candidates, *belief, options_.exploration, situation, limit)) {
        const OfferCandidate& candidate = candidates[place.candidate];
        Recommendation& one = considered[place.candidate];
        one.acceptance = static_cast<float>(logistic(candidate.log_odds + belief->correction(candidate.on)));
        one.grounds.propensity = place.propensity;
        one.grounds.estimate = named(estimate, *belief);
        chosen.push_back(std::move(one));
    }
    return chosen;
}

}  // namespace parlance::personalization
