#pragma once

#include <memory>
#include <string>
#include <vector>

#include "personalization/acceptance/contact_limits.h"
#include "personalization/acceptance/exploration.h"
#include "personalization/behavior_profile.h"
#include "personalization/catalogue.h"
#include "personalization/customer_view.h"
#include "personalization/foresight.h"

namespace parlance::personalization {

// Why an offer is shown, in the customer's language, every number in it an attribute of the view.
struct Reason {
    std::string text;
    double weight = 0;
    bool operator==(const Reason&) const = default;
};

enum class Timing { now, at_rest, later };

std::string_view to_text(Timing timing);

// How a choice came about: for the audit trail, not for the customer.
struct ChoiceGrounds {
    double propensity = 1;  // probability that it was chosen for its place; 1 where chance had no part
    OfferCase basis{};      // what its acceptance was estimated from
    std::string estimate;   // and by what
    bool operator==(const ChoiceGrounds&) const = default;
};

struct Recommendation {
    OfferId offer;
    RecommendationKind kind = RecommendationKind::service;
    std::string title;
    std::string summary;
    float acceptance = 0;  // estimated probability, 0..1
    Timing timing = Timing::at_rest;
    std::vector<Reason> reasons;  // never empty, strongest first
    std::vector<std::string> disclaimers;
    IntentName start;  // the intent that begins it
    ChoiceGrounds grounds = {};
    bool operator==(const Recommendation&) const = default;
};

class AnswerLearner;

// How offers are chosen, beside the catalogue.
struct AdviceOptions {
    std::shared_ptr<const AnswerLearner> learned = nullptr;  // without, hand-set points alone
    Exploration exploration = {};
    ContactLimits limits = {};
};

// Chooses offers: eligibility -> suitability -> contact limits -> acceptance x value x context, with chance
// where something is to be learned. Acceptance is what an estimate says (hand-set points or a trained model),
// corrected by what customers have answered since.
class RecommendationEngine {
public:
    explicit RecommendationEngine(std::shared_ptr<const Catalogue> catalogue, AdviceOptions options = {});

    // At most `limit`, best first; none when nothing is eligible, suitable and fitting the moment.
    // Offers in moment.already_shown never come again, those of contact_limits.h not for a while. A customer
    // in distress (negative sentiment with anger or worry, or a complaint) is offered help and advice only,
    // no sale. An offer without a reason that holds is not shown. Never fails. Safe to call from several
    // threads.
    std::vector<Recommendation> recommend(const CustomerView& view, const Foresight& foresight,
                                          const Moment& moment, std::size_t limit) const;

private:
    std::shared_ptr<const Catalogue> catalogue_;
    AdviceOptions options_;
};

}  // namespace parlance::personalization
