#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "intents/name.h"
#include "personalization/acceptance/answer_posterior.h"

namespace parlance::personalization {

// How far offers are tried out to learn who takes them.
struct Exploration {
    double chance_percent = 0;   // of the choices are left to chance alone; 0: nothing is explored
    double control_percent = 0;  // of the customers, always the same ones, whose choices are left to chance
};

// An offer among those that may be shown.
struct OfferCandidate {
    OfferCase on{};
    double log_odds = 0;  // of being taken up, by the estimate
    double worth = 0;     // of being taken up, above 0: value and fit
};

// An offer in its place.
struct PlacedOffer {
    std::size_t candidate = 0;
    double propensity = 1;  // probability that chance put this offer into this place
};

// The candidates by probability times worth, best first, at most `limit`.
std::vector<PlacedOffer> best_first(const std::vector<OfferCandidate>& candidates,
                                    const AnswerPosterior& belief, std::size_t limit);

// The same by Thompson sampling: by one draw of the belief out of 128, and the propensity is the share of
// them that has the offer in this place; `by_chance` of the choices are any order at all, so that no
// propensity is below by_chance / candidates. Equal seeds give equal choices.
std::vector<PlacedOffer> explored(const std::vector<OfferCandidate>& candidates,
                                  const AnswerPosterior& belief, double by_chance, std::uint64_t seed,
                                  std::size_t limit);

// Whether the customer is one of the control group; changes neither with time nor with the machine.
bool is_in_control(const CustomerId& customer, double control_percent);

}  // namespace parlance::personalization
