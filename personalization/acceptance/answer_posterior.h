#pragma once

#include <cstdint>
#include <vector>

#include "personalization/acceptance/offer_case.h"
#include "personalization/learning/online_logistic.h"

namespace parlance::personalization {

// What customers' answers have taught beyond the estimate: a belief about weights on an offer case, whose
// product is added to the estimate's log odds. It begins at zero, sure to within a quarter of a log
// odds a weight (a tenth for the usual acceptance, whose numbers are large), so that one answer moves little.
// Draws from it are those of linear Thompson sampling (Agrawal and Goyal 2013), on log odds. Not thread-safe;
// a plain value.
class AnswerPosterior {
public:
    AnswerPosterior();

    // One answer to a case of this estimate.
    void learn(const OfferCase& on, double estimate_log_odds, bool accepted);
    // So many days pass: what was learned fades, half of it in half a year, since customers and offers
    // change.
    void fade(double days);

    // What to add to the estimate's log odds.
    double correction(const OfferCase& on) const { return belief_.log_odds(on); }
    // Weights that might be the true ones, each as likely as it is.
    std::vector<OfferCase> draws(SeededRandom& random, std::size_t count) const;

    std::uint64_t answers() const { return answers_; }

private:
    OnlineLogistic belief_;
    std::uint64_t answers_ = 0;
};

}  // namespace parlance::personalization
